import { evaluateIncentivePackage, type IncentivePackageFacts } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const scenario = (profit: string, probability: string) => ({ profit, probability });
function value(facts: IncentivePackageFacts, riskAversion = "0.4") {
  const answer = evaluateIncentivePackage(frozen(facts), frozen({ currency: "CNY", riskAversion }));
  if (!answer.ok) return answer.problem;
  expectPlain(answer.value);
  return answer.value.outcome;
}

describe("evaluateIncentivePackage()", () => {
  // S19-142
  test("S19-142: profit in the short term, expected profit and the risk of it are told apart and combined by the formula", () => {
    // expected 0.5·100 + 0.3·40 + 0.2·(−20) = 58; shortfall 0.3·18 + 0.2·78 = 21; value 20 + 58 − 0.4·21 = 69.6
    const scenarios = [scenario("100", "0.5"), scenario("40", "0.3"), scenario("-20", "0.2")];
    expect(value({ shortTermProfit: "20", scenarios })).toStrictEqual({
      shortTermProfit: "20",
      expectedProfit: "58",
      profitRisk: "21",
      value: "69.6",
    });
    expect(value({ shortTermProfit: "20", scenarios }, "0")).toMatchObject({ value: "78" });
  });

  test("a profit that is certain has no risk", () => {
    expect(value({ shortTermProfit: "-5", scenarios: [scenario("30", "1")] })).toMatchObject({ profitRisk: "0", value: "25" });
  });

  test("probabilities must make 1, and what cannot be read is a fault", () => {
    expect(value({ shortTermProfit: "0", scenarios: [scenario("30", "0.9")] })).toStrictEqual({
      code: "incentives.probabilities_not_whole",
      params: { sum: "0.9" },
    });
    expect(faultAt(() => value({ shortTermProfit: "0", scenarios: [scenario("30", "1.1")] }))).toBe(
      "kernel.outside_bounds at facts.scenarios[0].probability",
    );
    expect(faultAt(() => value({ shortTermProfit: "0", scenarios: [] }, "-1"))).toBe("kernel.below_zero at policy.riskAversion");
  });
});
