import fc from "fast-check";
import { computeScenarioProfit, type ScenarioAlternative, type ScenarioPolicy } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { rounded, yuanOf } from "../support/profit-sharing-oracle.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const scenario = (id: string, probability: string, volume: string, unitMargin = "10") => ({ id, probability, volume, unitMargin });
const agent: ScenarioAlternative = {
  id: "agent",
  scenarios: [scenario("pessimistic", "0.2", "50"), scenario("realistic", "0.5", "100"), scenario("optimistic", "0.3", "200")],
  fixedCost: "100",
  credit: { defaultProbability: "0.05", lossGivenDefault: "0.4", exposure: "20000", capital: "1000" },
};
const weighed = (alternatives: readonly ScenarioAlternative[] = [agent], policy: Partial<ScenarioPolicy> = {}) =>
  computeScenarioProfit(frozen({ currency: "CNY", alternatives }), frozen({ hurdleRate: "0.1", rounding: cents, ...policy }));

describe("computeScenarioProfit()", () => {
  test("expected profit over three scenarios, and what is left after credit loss and the cost of capital", () => {
    // 0.2 × 500 + 0.5 × 1,000 + 0.3 × 2,000 − 100 = 1,100; less 0.05 × 0.4 × 20,000 = 400 and 0.1 × 1,000 = 100
    expect(answerOf(weighed())).toStrictEqual({
      alternatives: [{ id: "agent", expected: "1100.00", riskAdjusted: "600.00", worst: "400", best: "1900" }],
      bestExpected: "agent",
      bestRiskAdjusted: "agent",
    });
  });

  test("the best before risk need not be the best after it; where a credit is not known, nothing is best after risk", () => {
    const shop = { ...agent, id: "shop", fixedCost: "150", credit: { ...agent.credit, exposure: "0" } as typeof agent.credit };
    expect(answerOf(weighed([agent, shop]))).toMatchObject({ bestExpected: "agent", bestRiskAdjusted: "shop" });
    const { credit: _, ...unknown } = shop;
    const outcome = answerOf(weighed([agent, unknown]));
    expect(outcome).toMatchObject({ bestExpected: "agent", bestRiskAdjusted: null });
    expect(outcome.alternatives[1]?.riskAdjusted).toBeNull();
  });

  test("of equal ways none is best, and of none neither; what is best is decided before anything is rounded", () => {
    expect(answerOf(weighed([agent, { ...agent, id: "twin" }]))).toMatchObject({ bestExpected: null, bestRiskAdjusted: null });
    expect(answerOf(weighed([]))).toStrictEqual({ alternatives: [], bestExpected: null, bestRiskAdjusted: null });
    expect(answerOf(weighed([agent, { ...agent, id: "hair", fixedCost: "99.999" }]))).toMatchObject({ bestExpected: "hair" });
  });

  test.each([
    ["0.29", { code: "profit-sharing.scenarios_not_whole", params: { id: "agent", total: "0.99" } }],
    ["0.3", null],
    ["0.31", { code: "profit-sharing.scenarios_not_whole", params: { id: "agent", total: "1.01" } }],
  ])("a last probability of %s", (probability, problem) => {
    const scenarios = [...agent.scenarios.slice(0, 2), scenario("optimistic", probability, "200")];
    const answer = weighed([{ ...agent, scenarios }]);
    if (problem === null) expect(answer.ok).toBe(true);
    else expect(problemOf(answer)).toStrictEqual(problem);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => weighed([{ ...agent, scenarios: [] }]))).toBe("kernel.list_empty at facts.alternatives[0].scenarios");
    expect(faultAt(() => weighed([agent, agent]))).toBe("kernel.named_twice at facts.alternatives[1].id");
    expect(faultAt(() => weighed([agent], { hurdleRate: "-0.1" }))).toBe("kernel.below_zero at policy.hurdleRate");
    const credit = { ...agent.credit, defaultProbability: "1.1" } as NonNullable<ScenarioAlternative["credit"]>;
    expect(faultAt(() => weighed([{ ...agent, credit }]))).toBe("kernel.outside_bounds at facts.alternatives[0].credit.defaultProbability");
  });

  test("agrees with a second way in whole numbers; expected lies between worst and best, and more at risk never leaves more", () => {
    const turn = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: -2000, max: 5000 }));
    const percent = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(
        fc.array(turn, { minLength: 1, maxLength: 5 }),
        percent,
        percent,
        fc.integer({ min: 0, max: 90_000 }),
        (turns, pd, lgd, owed) => {
          // weights become hundredths that add up to a hundred
          const weights = turns.map(([weight]) => weight);
          const sum = weights.reduce((a, b) => a + b, 0);
          const hundredths = weights.map((weight) => Math.floor((weight * 100) / sum));
          hundredths[0] = 100 - hundredths.slice(1).reduce((a, b) => a + b, 0);
          const scenarios = turns.map(([, volume, margin], i) => ({
            id: `S${i}`,
            probability: String((hundredths[i] as number) / 100),
            volume: String(volume),
            unitMargin: yuanOf(BigInt(margin)),
          }));
          const credit = {
            defaultProbability: String(pd / 100),
            lossGivenDefault: String(lgd / 100),
            exposure: String(owed),
            capital: "0",
          };
          const of = (risk: typeof credit) =>
            answerOf(weighed([{ id: "A", scenarios, fixedCost: "7", credit: risk }])).alternatives[0] as { expected: string } & {
              riskAdjusted: string;
              worst: string;
              best: string;
            };
          const found = of(credit);
          const expected =
            turns.reduce((all, [, volume, margin], i) => all + BigInt((hundredths[i] as number) * volume * margin), 0n) - 70_000n;
          expect(found.expected).toBe(yuanOf(rounded(expected, 100n)));
          expect(found.riskAdjusted).toBe(yuanOf(rounded(expected - BigInt(pd * lgd * owed), 100n)));
          expect(Number(found.expected)).toBeGreaterThanOrEqual(Number(found.worst) - 0.005);
          expect(Number(found.expected)).toBeLessThanOrEqual(Number(found.best) + 0.005);
          const riskier = of({ ...credit, defaultProbability: String((pd + 1) / 100) });
          expect(Number(riskier.riskAdjusted)).toBeLessThanOrEqual(Number(found.riskAdjusted));
        },
      ),
      { seed: 20240101, numRuns: 500 },
    );
  });
});
