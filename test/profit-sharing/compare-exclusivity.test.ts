import { compareExclusivity, type ExclusivityComparisonFacts, type HorizonPolicy } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const stream = (...profits: string[]) => profits.map((profit, period) => ({ period, profit }));
const facts: ExclusivityComparisonFacts = {
  currency: "CNY",
  exclusive: stream("120", "90", "80"),
  multiBrand: stream("100", "110", "120"),
};
const policy: HorizonPolicy = { discountRate: "0", shortPeriods: 1, longPeriods: 3, rounding: cents };
const compared = (f: Partial<ExclusivityComparisonFacts> = {}, p: Partial<HorizonPolicy> = {}) =>
  compareExclusivity(frozen({ ...facts, ...f }), frozen({ ...policy, ...p }));

describe("compareExclusivity()", () => {
  test("S19-111: the short and the long horizon prefer opposite plans", () => {
    expect(answerOf(compared())).toStrictEqual({
      short: { periods: 1, exclusive: "120.00", multiBrand: "100.00", better: "exclusive" },
      long: { periods: 3, exclusive: "290.00", multiBrand: "330.00", better: "multi_brand" },
      opposite: true,
    });
  });

  test("a high discount rate makes the long horizon think like the short one", () => {
    // 120 + 90/3 + 80/9 = 158.89; 100 + 110/3 + 120/9 = 150
    expect(answerOf(compared({}, { discountRate: "2" }))).toMatchObject({
      long: { exclusive: "158.89", multiBrand: "150.00", better: "exclusive" },
      opposite: false,
    });
  });

  test("equal is neither better nor opposite", () => {
    const { short, opposite } = answerOf(compared({ multiBrand: stream("120", "110", "120") }));
    expect([short.better, opposite]).toStrictEqual(["equal", false]);
  });

  test("S19-111: what is better is decided before anything is rounded", () => {
    const f = { exclusive: stream("0.001", "0"), multiBrand: stream("0", "0") };
    expect(answerOf(compared(f, { longPeriods: 2 })).short).toMatchObject({ exclusive: "0.00", multiBrand: "0.00", better: "exclusive" });
  });

  test("a period that is not known is never 0, and a horizon without end has no figure", () => {
    expect(problemOf(compared({}, { longPeriods: 4 }))).toStrictEqual({
      code: "profit-sharing.period_missing",
      params: { plan: "exclusive", period: 3 },
    });
    expect(problemOf(compared({ multiBrand: stream("1") })).params).toStrictEqual({ plan: "multi_brand", period: 1 });
    expect(faultAt(() => compared({}, { longPeriods: Number.POSITIVE_INFINITY }))).toBe("kernel.not_a_count at policy.longPeriods");
    expect(faultAt(() => compared({}, { longPeriods: 1 }))).toBe("profit-sharing.horizon_short at policy.longPeriods");
  });
});
