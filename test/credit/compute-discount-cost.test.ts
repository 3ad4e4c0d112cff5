import { computeDiscountCost } from "qudao/credit";
import { roundDecimal } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const of = (rate: string, discountDays: number, netDays: number, yearDays: 360 | 365 = 360) =>
  computeDiscountCost({ rate, discountDays, netDays }, { yearDays });

describe("computeDiscountCost()", () => {
  // textbook figures: 2/10 net 30 costs 36.7 % on 360 days, 44.6 % with compounding on 365; 1/10 net 40 is 1/99 × 12 = 12.12 %
  test.each([
    ["0.02", 10, 30, 360, "0.3673", "0.4386"],
    ["0.02", 10, 30, 365, "0.3724", "0.4459"],
    ["0.01", 10, 40, 360, "0.1212", "0.1282"],
    ["0", 10, 30, 360, "0", "0"],
  ] as const)("%s within %i of %i days, a year of %i: %s simple, %s compounded", (rate, n, N, year, simple, effective) => {
    const outcome = outcomeOf(of(rate, n, N, year));
    expect([roundDecimal(outcome.simpleAnnual, 4, "half_up"), roundDecimal(outcome.effectiveAnnual, 4, "half_up")]).toStrictEqual([
      simple,
      effective,
    ]);
  });

  test("a fifth for half the time is exact: a quarter", () => {
    expect(outcomeOf(of("0.2", 0, 180))).toMatchObject({ days: 180, perPeriod: "0.25", simpleAnnual: "0.5", effectiveAnnual: "0.5625" });
  });

  test("where no day is gained, or nothing is left to pay, there is no rate", () => {
    expect(problemOf(of("0.02", 30, 30))).toBe("credit.no_days_gained");
    expect(outcomeOf(of("0.02", 29, 30)).days).toBe(1);
    expect(problemOf(of("1", 10, 30))).toBe("credit.discount_too_large");
    expect(outcomeOf(of("0.99", 10, 30)).perPeriod).toBe("99");
  });

  test("the days of a year must be named", () => {
    expect(faultAt(() => computeDiscountCost({ rate: "0.02", discountDays: 10, netDays: 30 }, {} as never))).toBe(
      "kernel.not_a_choice at policy.yearDays",
    );
    expect(faultAt(() => of("-0.1", 10, 30))).toBe("kernel.below_zero at facts.rate");
  });
});
