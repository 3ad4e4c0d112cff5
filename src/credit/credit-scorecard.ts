import type { ScoreCriterion, Scorecard } from "../engine/scorecard.js";
import type { CreditIndicator } from "./credit-indicators.js";

/** A scorecard for credit: the engine's, with its criteria named instead of written out. Storable as JSON. */
export interface CreditScorecard extends Omit<Scorecard, "criteria"> {
  /** What is weighed, in reporting order. */
  readonly criteria: readonly CreditWeighting[];
  /** The host's own indicators, under codes that ours do not have. Absent: none. */
  readonly own?: readonly CreditIndicator[] | undefined;
}

/** How much one indicator counts, and how its figure becomes points. */
export interface CreditWeighting extends Pick<ScoreCriterion, "weight" | "scale" | "missing" | "knockOutBelow"> {
  /** Code of a row of `creditIndicators` or of `own`. */
  readonly indicator: string;
}

/** A scorecard to start from: AAA to C, wilful default knocks out. Its numbers are examples. */
export const exampleCreditScorecard: CreditScorecard = {
  version: "example",
  weights: "shares",
  minimumCoverage: "0.6",
  places: 1,
  rounding: "half_up",
  knockOutGrade: "C",
  criteria: [
    {
      indicator: "on_time_share",
      weight: "0.3",
      scale: { kind: "linear", full: "100", from: "0.5", to: "1" },
      missing: { then: "exclude" },
    },
    {
      indicator: "weighted_days_late",
      weight: "0.2",
      scale: { kind: "linear", full: "100", from: "60", to: "0" },
      missing: { then: "exclude" },
    },
    { indicator: "arrears_ratio", weight: "0.2", scale: { kind: "linear", full: "100", from: "0.4", to: "0" }, missing: { then: "fail" } },
    { indicator: "security_cover", weight: "0.1", scale: { kind: "linear", full: "100", from: "0", to: "1" }, missing: { then: "zero" } },
    { indicator: "years_together", weight: "0.1", scale: { kind: "linear", full: "100", from: "0", to: "5" }, missing: { then: "zero" } },
    {
      indicator: "wilful_default",
      weight: "0.1",
      scale: { kind: "yes_no", full: "100", better: "no" },
      missing: { then: "fail" },
      knockOutBelow: "100",
    },
  ],
  grades: [
    { grade: "C", from: "0" },
    { grade: "B", from: "50" },
    { grade: "A", from: "70" },
    { grade: "AA", from: "85" },
    { grade: "AAA", from: "95" },
  ],
};
