import fc from "fast-check";
import { computeEntryConcession, type EntryConcessionFacts, type EntryConcessionPolicy } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const policy: EntryConcessionPolicy = { base: "2", perVariation: "5", rounding: cents };
const cede = (volumes: readonly string[], makerUnitMargin = "20", changes: Partial<EntryConcessionPolicy> = {}) => {
  const facts: EntryConcessionFacts = { currency: "CNY", volumes, makerUnitMargin };
  return computeEntryConcession(frozen(facts), frozen({ ...policy, ...changes }));
};

describe("computeEntryConcession()", () => {
  test("S19-145: volumes that do not vary give the base", () => {
    expect(answerOf(cede(["100", "100", "100"]))).toStrictEqual({ variation: "0", concession: "2.00", capped: false });
    expect(answerOf(cede(["100"]))).toMatchObject({ variation: "0", concession: "2.00" });
  });

  test("S19-145: more variation, more concession", () => {
    // 60 and 140: mean 100, deviation 40; 20 and 180: deviation 80
    expect(answerOf(cede(["60", "140"]))).toMatchObject({ variation: "0.4", concession: "4.00" });
    expect(answerOf(cede(["20", "180"]))).toMatchObject({ variation: "0.8", concession: "6.00" });
    // 1, 2, 3: deviation √(2/3), mean 2; variation 0.40824829…
    expect(answerOf(cede(["1", "2", "3"])).variation.slice(0, 12)).toBe("0.4082482904");
  });

  test.each([
    { margin: "3.99", concession: "3.99", capped: true },
    { margin: "4", concession: "4.00", capped: false },
    { margin: "4.01", concession: "4.00", capped: false },
    { margin: "0", concession: "0.00", capped: true },
    { margin: "-5", concession: "0.00", capped: true },
    { margin: "3.998", concession: "3.99", capped: true },
  ])("S19-145: a margin of $margin caps it at $concession", ({ margin, concession, capped }) => {
    expect(answerOf(cede(["60", "140"], margin))).toMatchObject({ concession, capped });
  });

  test("S19-145: the concession grows with the spread and never passes the margin", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 0, max: 30 }),
        (mean, spread, margin) => {
          fc.pre(spread + 1 <= mean);
          const of = (d: number) => Number(answerOf(cede([String(mean - d), String(mean + d)], String(margin))).concession);
          expect(of(spread + 1)).toBeGreaterThanOrEqual(of(spread));
          expect(of(spread + 1)).toBeLessThanOrEqual(margin);
        },
      ),
      { seed: 20240101, numRuns: 200 },
    );
  });

  test("nothing varies around nothing, and nothing is made up", () => {
    expect(problemOf(cede(["0", "0"]))).toStrictEqual({ code: "profit-sharing.volume_all_zero", params: {} });
    expect(faultAt(() => cede([]))).toBe("kernel.list_empty at facts.volumes");
    expect(faultAt(() => cede(["-1"]))).toBe("kernel.below_zero at facts.volumes[0]");
    expect(faultAt(() => cede(["1"], "1", { perVariation: "-1" }))).toBe("kernel.below_zero at policy.perVariation");
  });
});
