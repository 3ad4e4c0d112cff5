import { computeExclusivityBreakEven, type ExclusivityBreakEvenFacts } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const periods = (...volumes: string[]) => volumes.map((addedVolume, i) => ({ period: i + 1, addedVolume, support: "0" }));
const facts: ExclusivityBreakEvenFacts = {
  currency: "CNY",
  unitMargin: "20",
  compensation: "33000",
  periods: periods("1000", "1000", "1000"),
};
const even = (f: Partial<ExclusivityBreakEvenFacts> = {}, discountRate = "0") =>
  computeExclusivityBreakEven(frozen({ ...facts, ...f }), { discountRate, volumeDecimals: 0, rounding: cents });

describe("computeExclusivityBreakEven()", () => {
  test("what exclusivity is worth to the maker, the volume and the period that earn it back", () => {
    expect(answerOf(even())).toStrictEqual({ net: "27000.00", breakEvenVolume: "1650", breakEvenPeriod: 2 });
  });

  test.each([
    { compensation: "39999.99", period: 2, volume: "2000" },
    { compensation: "40000", period: 2, volume: "2000" },
    { compensation: "40000.01", period: 3, volume: "2001" },
    { compensation: "60000.01", period: null, volume: "3001" },
    { compensation: "0", period: 0, volume: "0" },
  ])("a compensation of $compensation is earned back in period $period by $volume units", ({ compensation, period, volume }) => {
    expect(answerOf(even({ compensation }))).toMatchObject({ breakEvenPeriod: period, breakEvenVolume: volume });
  });

  test("support and discounting count against it", () => {
    // 20,000 ÷ 1.1 + 20,000 ÷ 1.21 = 18,181.82 + 16,528.93 − support 1,100 ÷ 1.1
    const f = {
      compensation: "0",
      periods: [
        { period: 1, addedVolume: "1000", support: "1100" },
        { period: 2, addedVolume: "1000", support: "0" },
      ],
    };
    expect(answerOf(even(f, "0.1")).net).toBe("33710.74");
  });

  test("earned back for good: a later loss takes the first date away", () => {
    expect(answerOf(even({ periods: periods("2000", "-1000", "1000") })).breakEvenPeriod).toBe(3);
    expect(answerOf(even({ periods: periods("2000", "-1000", "0") })).breakEvenPeriod).toBeNull();
  });

  test("a maker that earns nothing on a unit never breaks even", () => {
    expect(problemOf(even({ unitMargin: "0" }))).toStrictEqual({ code: "profit-sharing.margin_not_positive", params: { margin: "0" } });
    expect(problemOf(even({ unitMargin: "-1" })).code).toBe("profit-sharing.margin_not_positive");
    expect(faultAt(() => even({ compensation: "-1" }))).toBe("kernel.below_zero at facts.compensation");
  });
});
