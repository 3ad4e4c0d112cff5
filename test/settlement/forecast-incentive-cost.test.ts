import { forecastIncentiveCost, type SalesScenario } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { lines as said } from "../support/says.js";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

const asOf = "2024-07-01";
const scenario = (id: string, factor: string, weight: string, more: Partial<SalesScenario> = {}): SalesScenario => ({
  id,
  titles: { en: `Scenario ${id}`, zh: `情景 ${id}` },
  factor,
  weight,
  ...more,
});
/** 1 % up to 1000, 2 % of all from there. */
const lines = [lineOf({ id: "L1", date: "2024-02-10", amount: "500.00" }), lineOf({ id: "L2", date: "2024-05-10", amount: "900.00" })];
const forecast = (scenarios: readonly SalesScenario[], budget?: string) =>
  forecastIncentiveCost(frozen({ asOf, lines, scenarios, budget }), frozen(policyOf()));

describe("forecastIncentiveCost()", () => {
  test("weighs the cost of every scenario, from the lowest to the highest, and holds it against the budget", () => {
    const answer = forecast([scenario("less", "0.5", "0.2"), scenario("same", "1", "0.5"), scenario("more", "1.2", "0.3")], "20");
    if (!answer.ok) throw new Error(answer.problem.code);
    expectPlain(answer.value);
    // 2.5 + 4.5; 5 + 9; 6 + 1080 at 2 %
    expect(answer.value.outcome.scenarios.map(({ cost, withinBudget }) => [cost.amount, withinBudget])).toStrictEqual([
      ["7.00", true],
      ["14.00", true],
      ["27.60", false],
    ]);
    // 1.4 + 7 + 8.28
    expect(answer.value.outcome).toMatchObject({ expected: "16.68", least: "7", most: "27.6", left: "3.32" });
  });

  test("multiplies from a day on, and adds lines as they are", () => {
    const costs = (more: Partial<SalesScenario>) => {
      const answer = forecast([scenario("one", "2", "1", more)]);
      return answer.ok && answer.value.outcome.scenarios[0]?.cost.amount;
    };
    expect(costs({})).toBe("56.00"); // 1000 and 1800 at 2 %
    expect(costs({ from: "2024-05-10" })).toBe("41.00"); // 5 and 36
    expect(costs({ from: "2024-05-11", added: [lineOf({ id: "N", date: "2024-06-01", amount: "100.00" })] })).toBe("25.00"); // 5 and 20
  });

  test("lines that cannot be read are handed back with every scenario, and told", () => {
    const wrong = lineOf({ id: "W", memberId: "Z" });
    const scenarios = [scenario("same", "1", "0.5"), scenario("more", "1", "0.5", { added: [lineOf({ id: "X", amount: "much" })] })];
    const answer = forecastIncentiveCost({ asOf, lines: [wrong, ...lines], scenarios }, policyOf());
    if (!answer.ok) throw new Error(answer.problem.code);
    expectPlain(answer.value);
    expect(answer.value.outcome.scenarios.map(({ rejected }) => rejected.map(({ id }) => id))).toStrictEqual([["W"], ["W", "X"]]);
    expect(answer.value.outcome.expected).toBe("14");
    expect(said(answer.value.explanation, "zh").filter((line) => line.includes("无法读取"))).toStrictEqual([
      "情景 same：1 行无法读取，未计入",
      "情景 more：2 行无法读取，未计入",
    ]);
  });

  test("has no expected cost while anything is undetermined, since it would be too low", () => {
    const programme = programmeOf({
      qualifier: { kind: "attainment" },
      payOn: "amount",
      schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
    });
    const facts = { asOf, lines, scenarios: [scenario("same", "1", "1")], budget: "1" };
    const answer = forecastIncentiveCost(facts, policyOf({ programmes: [programme] }));
    if (!answer.ok) throw new Error(answer.problem.code);
    expectPlain(answer.value);
    expect(answer.value.outcome).toMatchObject({ expected: null, least: null, most: null, left: null });
    expect(answer.value.outcome.scenarios[0]).toMatchObject({ undetermined: 2, withinBudget: null });
  });

  test("refuses weights that do not add up to 1, and names what cannot be read", () => {
    const answer = forecast([scenario("one", "1", "0.5"), scenario("two", "1", "0.4")]);
    expect(answer).toStrictEqual({ ok: false, problem: { code: "settlement.scenarios_not_whole", params: { sum: "0.9" } } });
    expect(faultAt(() => forecast([]))).toBe("kernel.list_empty at facts.scenarios");
    expect(faultAt(() => forecast([scenario("one", "-1", "1")]))).toBe("kernel.below_zero at facts.scenarios[0].factor");
    expect(faultAt(() => forecast([scenario("one", "1", "0.5"), scenario("one", "1", "0.5")]))).toBe(
      "kernel.named_twice at facts.scenarios[1].id",
    );
    expect(faultAt(() => forecast([scenario("one", "1", "1")], "-1"))).toBe("kernel.below_zero at facts.budget");
  });
});
