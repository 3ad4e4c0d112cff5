import { checkExplanation } from "qudao/kernel";
import { computeProfitRisk, exampleProfitRiskPolicy, type ProfitRiskFacts } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords } from "../support/says.js";

const facts: ProfitRiskFacts = {
  season: "0.5",
  movement: "0",
  stage: "maturity",
  competition: "0",
  makerPolicy: "0.1",
  makerReputation: "0",
};
const risk = (own: Partial<ProfitRiskFacts> = {}, policy = exampleProfitRiskPolicy) => computeProfitRisk({ ...facts, ...own }, policy);
const outcomeOf = (answer: ReturnType<typeof risk>) => {
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.outcome;
};

describe("computeProfitRisk()", () => {
  test("S19-154: market risk and the maker's policy and reputation risk, with components and total", () => {
    const answer = risk();
    // market 1 − 0.5 × 0.8 = 0.6; maker 0.1; total 1 − 0.4 × 0.9 = 0.64
    expect(outcomeOf(answer)).toMatchObject({ market: "0.6", makerPolicyReputation: "0.1", total: "0.64" });
    expect(outcomeOf(answer).components.map((one) => one.risk)).toStrictEqual(["0.5", "0", "0.2", "0", "0.1", "0"]);
    if (!answer.ok) return;
    expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
    expectWords(answer.value.explanation);
  });

  test("S19-159: a product in decline risks more than a mature one", () => {
    expect(outcomeOf(risk({ stage: "decline" })).market).toBe("0.8");
    expect(outcomeOf(risk({ stage: "maturity" })).market).toBe("0.6");
  });

  test("S19-160: the more pressure of competitors, the more risk", () => {
    expect(["0", "0.25", "0.5", "1"].map((competition) => outcomeOf(risk({ competition })).market)).toStrictEqual([
      "0.6",
      "0.7",
      "0.8",
      "1",
    ]);
  });

  test("what was not rated is a problem unless its weight is 0", () => {
    expect(risk({ stage: undefined, movement: undefined })).toMatchObject({
      problem: { code: "profit-sharing.risks_unknown", params: { missing: ["movement", "stage"] } },
    });
    const weights = { ...exampleProfitRiskPolicy.weights, stage: "0" };
    expect(outcomeOf(risk({ stage: undefined }, { ...exampleProfitRiskPolicy, weights })).market).toBe("0.5");
    expect(faultAt(() => risk({ season: "1.1" }))).toBe("kernel.outside_bounds at facts.season");
  });
});
