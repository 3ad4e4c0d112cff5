import fc from "fast-check";
import { compareDecimals } from "qudao/kernel";
import {
  computeDealerValue,
  computeExpectedProfit,
  computeProfitRisk,
  computeRequiredProfit,
  exampleProfitRiskPolicy,
  profitFactors,
  type RequiredPremium,
} from "qudao/profit-sharing";
import { expect, test } from "vitest";

const share = fc.integer({ min: 0, max: 100 }).map((hundredth) => (hundredth === 100 ? "1" : `0.${String(hundredth).padStart(2, "0")}`));
const pair = fc.tuple(share, share).map(([a, b]) => (compareDecimals(a, b) <= 0 ? ([a, b] as const) : ([b, a] as const)));
const rounding = { decimals: 2, mode: "half_up" as const };
const settings = { seed: 20240101, numRuns: 300 };
const signed = fc.integer({ min: -99_999, max: 99_999 }).map(String);

test("S19-155: a higher risk never lowers the required profit, whatever the shape", () => {
  const shapes: readonly RequiredPremium[] = [
    { kind: "linear", slope: "0.7" },
    { kind: "power", slope: "2", exponent: "1.5" },
    { kind: "exponential", slope: "1.2" },
    {
      kind: "steps",
      steps: [
        { from: "0", premium: "0" },
        { from: "0.2", premium: "0.1" },
        { from: "0.5", premium: "0.1" },
        { from: "0.8", premium: "1" },
      ],
    },
  ];
  fc.assert(
    fc.property(pair, fc.constantFrom(...shapes), ([low, high], premium) => {
      const required = (risk: string) =>
        computeRequiredProfit({ base: { amount: "1000", currency: "CNY" }, risk }, { premium, rounding }).outcome.amount;
      expect(compareDecimals(required(low), required(high))).toBeLessThanOrEqual(0);
    }),
    settings,
  );
});

test("S19-152, S19-153: a better factor never lowers the expected profit, losses or not", () => {
  const periods = fc.array(
    fc.record({ years: fc.constantFrom("0", "1", "2.5"), volume: fc.constantFrom("0", "10", "99"), unitMargin: signed }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(
      periods,
      fc.tuple(share, share, share, share, share, share),
      fc.constantFrom(...profitFactors),
      pair,
      (given, rated, name, [low, high]) => {
        const factors = Object.fromEntries(profitFactors.map((one, i) => [one, rated[i]]));
        const amount = (rating: string) => {
          const answer = computeExpectedProfit(
            { currency: "CNY", periods: given, factors: { ...factors, [name]: rating } },
            { annualRate: "0.08", horizonYears: "5", rounding },
          );
          return answer.ok ? answer.value.outcome.amount : "";
        };
        expect(compareDecimals(amount(low), amount(high))).toBeLessThanOrEqual(0);
      },
    ),
    settings,
  );
});

test("S19-154: the total is at least the largest component and at most their sum", () => {
  fc.assert(
    fc.property(share, share, share, share, share, (season, movement, competition, makerPolicy, makerReputation) => {
      const answer = computeProfitRisk(
        { season, movement, stage: "growth", competition, makerPolicy, makerReputation },
        exampleProfitRiskPolicy,
      );
      if (!answer.ok) throw new Error(answer.problem.code);
      const { total, components } = answer.value.outcome;
      const hundredths = components.map(({ risk }) => Math.round(Number(risk) * 100));
      expect(compareDecimals(total, String(Math.max(...hundredths) / 100))).toBeGreaterThanOrEqual(0);
      expect(compareDecimals(total, String(hundredths.reduce((sum, one) => sum + one, 0) / 100))).toBeLessThanOrEqual(0);
    }),
    settings,
  );
});

test("S19-141: the value never falls with a profit and never rises with the risk", () => {
  const value = (shortTerm: string, expected: string, risk: string) => {
    const answer = computeDealerValue(
      { shortTerm: { amount: shortTerm, currency: "CNY" }, expected: { amount: expected, currency: "CNY" }, risk },
      { riskAversion: "0.8", rounding },
    );
    return answer.ok ? answer.value.outcome.amount : "";
  };
  fc.assert(
    fc.property(signed, signed, signed, pair, share, (now, a, b, [low, high], risk) => {
      const [less, more] = compareDecimals(a, b) <= 0 ? [a, b] : [b, a];
      expect(compareDecimals(value(now, less, risk), value(now, more, risk))).toBeLessThanOrEqual(0);
      expect(compareDecimals(value(less, now, risk), value(more, now, risk))).toBeLessThanOrEqual(0);
      expect(compareDecimals(value(now, a, high), value(now, a, low))).toBeLessThanOrEqual(0);
    }),
    settings,
  );
});
