/** Figures of profit and risk a second time in doubles, from the formulas of the texts. */
import fc from "fast-check";
import {
  computeEntryConcession,
  computeExpectedProfit,
  computeMaturityMargin,
  computeProfitRisk,
  computeRequiredProfit,
  profitFactors,
  type RequiredPremium,
  riskSources,
} from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { cents, figureOf } from "../support/sharing.js";

const settings = { seed: 20240101, numRuns: 500 };
const hundredths = fc.integer({ min: 0, max: 100 });
const written = (whole: number) => String(whole / 100);
const product = (all: readonly number[]) => all.reduce((a, b) => a * b, 1);
/** Half a fen of rounding, and a hair for the doubles. */
const near = (found: string, wanted: number, step = 0.01) =>
  expect(Math.abs(Number(found) - wanted)).toBeLessThanOrEqual(step / 2 + 1e-9 * (1 + Math.abs(wanted)));

test("S19-152, S19-153: expected profit is the sum of discounted gains scaled by six factors, less discounted losses, within the horizon", () => {
  const period = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 900 }), fc.integer({ min: -500, max: 900 }));
  fc.assert(
    fc.property(
      fc.array(period, { maxLength: 5 }),
      fc.array(hundredths, { minLength: 6, maxLength: 6 }),
      hundredths,
      fc.integer({ min: 0, max: 10 }),
      (given, ratings, rate, horizon) => {
        const facts = {
          currency: "CNY",
          periods: given.map(([tenths, volume, margin]) => ({
            years: String(tenths / 10),
            volume: String(volume),
            unitMargin: written(margin),
          })),
          factors: Object.fromEntries(profitFactors.map((name, i) => [name, written(ratings[i] as number)])),
        };
        const policy = { annualRate: written(rate), horizonYears: String(horizon), rounding: cents };
        const scale = product(ratings.map((one) => one / 100));
        const wanted = given
          .filter(([tenths]) => tenths <= horizon * 10)
          .map(([tenths, volume, margin]) => (volume * margin) / 100 / (1 + rate / 100) ** (tenths / 10))
          .reduce((sum, worth) => sum + (worth < 0 ? worth : worth * scale), 0);
        near(figureOf(computeExpectedProfit(facts, policy)).amount, wanted);
      },
    ),
    settings,
  );
});

test("S19-154: risk is what is left of nothing going wrong, source by source", () => {
  fc.assert(
    fc.property(
      fc.array(hundredths, { minLength: 6, maxLength: 6 }),
      fc.array(hundredths, { minLength: 6, maxLength: 6 }),
      (ratings, weighed) => {
        const [season, movement, stage, competition, makerPolicy, makerReputation] = ratings.map(written) as [
          string,
          string,
          string,
          string,
          string,
          string,
        ];
        const weights = Object.fromEntries(riskSources.map((source, i) => [source, written(weighed[i] as number)]));
        const policy = { stageRisks: { introduction: "0", growth: stage, maturity: "0", decline: "0" }, weights: weights as never };
        const found = figureOf(computeProfitRisk({ season, movement, stage: "growth", competition, makerPolicy, makerReputation }, policy));
        const left = ratings.map((rating, i) => 1 - (rating * (weighed[i] as number)) / 10_000);
        near(found.market, 1 - product(left.slice(0, 4)), 0);
        near(found.makerPolicyReputation, 1 - product(left.slice(4)), 0);
        near(found.total, 1 - product(left), 0);
      },
    ),
    settings,
  );
});

test("S19-155: the required profit of every shape", () => {
  const shape: fc.Arbitrary<RequiredPremium> = fc.oneof(
    fc.record({ kind: fc.constant("linear" as const), slope: hundredths.map(written) }),
    fc.record({
      kind: fc.constant("power" as const),
      slope: hundredths.map(written),
      exponent: fc.integer({ min: 1, max: 40 }).map((tenths) => String(tenths / 10)),
    }),
    fc.record({ kind: fc.constant("exponential" as const), slope: hundredths.map((one) => String(one / 20)) }),
    fc.constant({
      kind: "steps" as const,
      steps: [
        { from: "0", premium: "0.1" },
        { from: "0.3", premium: "0.1" },
        { from: "0.6", premium: "0.9" },
      ],
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), hundredths, shape, (base, risk, premium) => {
      const found = figureOf(
        computeRequiredProfit({ base: { amount: String(base), currency: "CNY" }, risk: written(risk) }, { premium, rounding: cents }),
      );
      const r = risk / 100;
      const extra = (() => {
        switch (premium.kind) {
          case "linear":
            return Number(premium.slope) * r;
          case "power":
            return Number(premium.slope) * r ** Number(premium.exponent);
          case "exponential":
            return Math.exp(Number(premium.slope) * r) - 1;
          case "steps":
            return risk < 60 ? 0.1 : 0.9;
        }
      })();
      near(found.amount, base * (1 + extra));
    }),
    settings,
  );
});

test("S19-145: the entry concession is the base and so much for the coefficient of variation, at most the margin", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(500), { minLength: 1, maxLength: 8 }),
      hundredths,
      hundredths,
      fc.integer({ min: -100, max: 300 }),
      (volumes, base, slope, margin) => {
        fc.pre(volumes.some((one) => one > 0));
        const facts = { currency: "CNY", volumes: volumes.map(String), makerUnitMargin: written(margin) };
        const found = figureOf(computeEntryConcession(facts, { base: written(base), perVariation: written(slope), rounding: cents }));
        const mean = volumes.reduce((a, b) => a + b, 0) / volumes.length;
        const variation = Math.sqrt(volumes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / volumes.length) / mean;
        expect(Math.abs(Number(found.variation) - variation)).toBeLessThan(1e-9);
        near(found.concession, Math.min(Math.max(margin, 0) / 100, (base + slope * variation) / 100));
      },
    ),
    settings,
  );
});

test("S19-146: the margin at a maturity, by steps and in a line", () => {
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 3 }).map((list) => [0, ...list.sort((a, b) => a - b)]);
  fc.assert(
    fc.property(rows, fc.array(hundredths, { minLength: 4, maxLength: 4 }), hundredths, fc.nat(1000), (froms, given, maturity, price) => {
      const margins = [...given].sort((a, b) => b - a);
      const stages = froms.map((from, i) => ({ from: written(from), margin: written(margins[i] as number) }));
      const at = froms.filter((from) => from <= maturity).length - 1;
      const [from, margin, next] = [froms[at] as number, margins[at] as number, froms[at + 1]];
      const line = next === undefined ? margin : margin + (((margins[at + 1] as number) - margin) * (maturity - from)) / (next - from);
      for (const [between, wanted] of [
        ["steps", margin],
        ["line", line],
      ] as const) {
        const found = figureOf(
          computeMaturityMargin(
            { maturity: written(maturity), currency: "CNY", unitPrice: String(price) },
            { stages, between, rateRounding: { decimals: 6, mode: "half_up" }, rounding: cents },
          ),
        );
        near(found.rate, wanted / 100, 1e-6);
        near(found.unitMargin, (wanted / 100) * price);
      }
    }),
    settings,
  );
});
