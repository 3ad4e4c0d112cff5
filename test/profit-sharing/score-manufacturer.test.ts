import { type ManufacturerPolicy, scoreManufacturer } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, problemOf } from "../support/sharing.js";

const criterion = (code: string, weight: string) =>
  ({
    code,
    title: { en: code, zh: code },
    fact: code,
    weight,
    scale: { kind: "direct", full: "100" },
    missing: { then: "fail" },
  }) as const;
const policy: ManufacturerPolicy = frozen({
  scorecard: {
    version: "2024",
    weights: "keys",
    minimumCoverage: "1",
    places: 2,
    rounding: "half_up",
    criteria: [criterion("plans", "3"), criterion("finances", "1")],
    grades: [
      { grade: "weak", from: "0" },
      { grade: "strong", from: "70" },
    ],
  },
  riskWeight: "0.5",
  decimals: 2,
} as const);
const scored = (plans: string | null, risk: string) =>
  scoreManufacturer(frozen({ outlook: { values: { plans, finances: "40" } }, risk }), policy);

describe("scoreManufacturer()", () => {
  test("S19-150: a dealer scores the maker's future by its factors", () => {
    // (3 × 80 + 40) ÷ 4 = 70; 70 × (1 − 0.2 × 0.5) = 63
    expect(answerOf(scored("80", "0.2"))).toStrictEqual({ outlook: "70", grade: "strong", attractiveness: "63" });
    // (3 × 79.99 + 40) ÷ 4 = 69.9925, shown as 69.99; × 0.9 = 62.991
    expect(answerOf(scored("79.99", "0.2"))).toStrictEqual({ outlook: "69.99", grade: "weak", attractiveness: "62.99" });
    expect(answerOf(scored("90", "0"))).toStrictEqual({ outlook: "77.5", grade: "strong", attractiveness: "77.5" });
  });

  test("S19-150: a factor that nobody looked at leaves the outlook unknown, neither 0 nor full", () => {
    expect(problemOf(scored(null, "0.2"))).toStrictEqual({
      code: "profit-sharing.outlook_unknown",
      params: { missing: ["plans"], criteria: [{ en: "plans", zh: "plans" }] },
    });
  });

  test("S19-156: a higher risk lowers its attractiveness", () => {
    expect(answerOf(scored("80", "0.4")).attractiveness).toBe("56");
    expect(answerOf(scored("80", "1")).attractiveness).toBe("35");
  });

  test("what cannot be read names its place", () => {
    const of = (f: object, p: object = policy) => faultAt(() => scoreManufacturer(f as never, p as never));
    expect(of({ outlook: { values: {} }, risk: "1.1" })).toBe("kernel.outside_bounds at facts.risk");
    expect(of({ outlook: { values: { plans: "much", finances: "1" } }, risk: "0" })).toBe(
      "kernel.not_a_decimal at facts.outlook.values.plans",
    );
    expect(of({ outlook: { values: {} }, risk: "0" }, { ...policy, scorecard: { ...policy.scorecard, criteria: [] } })).toBe(
      "engine.score_no_criterion at policy.scorecard.criteria",
    );
  });
});
