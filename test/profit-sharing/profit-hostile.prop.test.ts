import {
  compareHorizons,
  computeDealerValue,
  computeExpectedProfit,
  computeProfitRisk,
  computeRequiredProfit,
  computeSeasonalIndex,
  exampleProfitRiskPolicy,
} from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { expectOnlyFaults } from "../support/hostile-json.js";

const rounding = { decimals: 2, mode: "half_up" };
const cny = (amount: string) => ({ amount, currency: "CNY" });
const factors = { management: "1", competitiveness: "1", support: "1", reputation: "1", market_development: "1", promotion: "1" };
const goods: readonly (readonly [string, (...given: readonly never[]) => unknown, unknown, unknown])[] = [
  [
    "expected profit",
    computeExpectedProfit,
    { currency: "CNY", periods: [{ years: "1", volume: "1", unitMargin: "1" }], factors },
    { annualRate: "0.1", horizonYears: "2", rounding },
  ],
  [
    "profit risk",
    computeProfitRisk,
    { season: "0", movement: "0", stage: "growth", competition: "0", makerPolicy: "0", makerReputation: "0" },
    exampleProfitRiskPolicy,
  ],
  ["required profit", computeRequiredProfit, { base: cny("1"), risk: "0.5" }, { premium: { kind: "exponential", slope: "1" }, rounding }],
  [
    "seasonal index",
    computeSeasonalIndex,
    {
      volumes: [
        { season: "a", volume: "1" },
        { season: "b", volume: "2" },
      ],
    },
    { fullRiskAt: "1", decimals: 2 },
  ],
  ["dealer value", computeDealerValue, { shortTerm: cny("1"), expected: cny("1"), risk: "0" }, { riskAversion: "0", rounding }],
  [
    "horizons",
    compareHorizons,
    { currency: "CNY", options: [{ id: "a", profits: [0, 1].map((period) => ({ period, profit: "1" })) }] },
    { discountRate: "0", shortPeriods: 1, longPeriods: 2, rounding },
  ],
];

test.each(goods)(
  "a hostile host gets answers and faults of the %s, nothing else",
  (_, call, facts, policy) => {
    expect(expectOnlyFaults(call, [facts, policy]).answers).toBeGreaterThan(0);
  },
  60_000,
);
