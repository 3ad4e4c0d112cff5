import { checkExplanation } from "qudao/kernel";
import { computeExpectedProfit, type ExpectedProfitFacts, type ProfitFactor, profitFactors } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords } from "../support/says.js";

const sure: Record<ProfitFactor, string> = {
  management: "1",
  competitiveness: "1",
  support: "1",
  reputation: "1",
  market_development: "1",
  promotion: "1",
};
const periods = [
  { years: "1", volume: "110", unitMargin: "10" },
  { years: "2", volume: "121", unitMargin: "10" },
];
const expectOf = (own: Partial<ExpectedProfitFacts> = {}, horizonYears = "5") =>
  computeExpectedProfit(
    { currency: "CNY", periods, factors: sure, ...own },
    { annualRate: "0.1", horizonYears, rounding: { decimals: 2, mode: "half_up" } },
  );
const amountOf = (answer: ReturnType<typeof expectOf>) => (answer.ok ? answer.value.outcome.amount : answer.problem.code);

describe("computeExpectedProfit()", () => {
  test("S19-152: with all factors 1 it is the present value, 1,000 for each of the two years", () => {
    const answer = expectOf();
    expect(amountOf(answer)).toBe("2000.00");
    if (!answer.ok) throw new Error("a figure was expected");
    expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
    expectWords(answer.value.explanation);
  });

  test.each(profitFactors)("S19-152, S19-153: it scales with %s, and does not know it where it was not rated", (name) => {
    expect(amountOf(expectOf({ factors: { ...sure, [name]: "0.5" } }))).toBe("1000.00");
    expect(amountOf(expectOf({ factors: { ...sure, [name]: "0.49" } }))).toBe("980.00");
    expect(expectOf({ factors: { ...sure, [name]: undefined } })).toMatchObject({
      problem: { code: "profit-sharing.factors_unknown", params: { missing: [name] } },
    });
  });

  test("a poor factor never makes a loss smaller, and only the horizon counts", () => {
    const losing = [{ years: "0", volume: "10", unitMargin: "-5" }];
    expect(amountOf(expectOf({ periods: losing, factors: { ...sure, support: "0" } }))).toBe("-50.00");
    expect(amountOf(expectOf({}, "1.99"))).toBe("1000.00");
    expect(amountOf(expectOf({}, "2"))).toBe("2000.00");
    expect(amountOf(expectOf({ periods: [] }))).toBe("0.00");
    expect(amountOf(expectOf({ periods: [{ years: "0.5", volume: "100", unitMargin: "10" }] }))).toBe("953.46"); // 1000 ÷ √1.1
  });

  test("a horizon without end is refused", () => {
    expect(faultAt(() => expectOf({}, "100.1"))).toBe("profit-sharing.horizon_too_long at policy.horizonYears");
    expect(faultAt(() => expectOf({}, "Infinity"))).toBe("kernel.not_a_decimal at policy.horizonYears");
  });
});
