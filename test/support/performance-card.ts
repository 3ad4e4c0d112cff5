import type { Scorecard } from "qudao/engine";
import { frozen } from "./frozen.js";

const title = { en: "Indicator", zh: "指标" };

/** Two thirds attainment, one third delivery, grades D to A. */
export const quarterCard: Scorecard = frozen({
  version: "2024",
  weights: "keys",
  minimumCoverage: "0.5",
  places: 1,
  rounding: "half_up",
  criteria: [
    {
      code: "quota_attainment",
      title,
      fact: "quota_attainment",
      weight: "2",
      scale: { kind: "linear", full: "100", from: "0", to: "1" },
      missing: { then: "exclude" },
    },
    {
      code: "delivery_time",
      title,
      fact: "delivery_time",
      weight: "1",
      scale: { kind: "deduction", full: "100", better: "lower", target: "2", step: "1", deduct: "20", partialStep: "counts" },
      missing: { then: "exclude" },
    },
  ],
  grades: [
    { grade: "D", from: "0" },
    { grade: "C", from: "50" },
    { grade: "B", from: "70" },
    { grade: "A", from: "85" },
  ],
});
