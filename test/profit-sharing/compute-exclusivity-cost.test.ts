import { computeExclusivityCost, type ExclusivityCostFacts, type ExclusivityCostPolicy } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const facts: ExclusivityCostFacts = {
  currency: "CNY",
  droppedLines: [{ productLineId: "rival", volume: "50", unitProfit: "10" }],
  remainingVolume: "50",
  sharedSellingCost: "100",
};
const policy: ExclusivityCostPolicy = { risk: { kind: "rate", rate: "0.1" }, rounding: cents };
const cost = (f: Partial<ExclusivityCostFacts> = {}, p: Partial<ExclusivityCostPolicy> = {}) =>
  computeExclusivityCost(frozen({ ...facts, ...f }), frozen({ ...policy, ...p }));

describe("computeExclusivityCost()", () => {
  test("S19-113: three components, reported separately, add up", () => {
    expect(answerOf(cost())).toStrictEqual({ lostProfit: "500.00", addedSellingCost: "50.00", addedRiskCost: "50.00", total: "600.00" });
  });

  test("S19-112: a cost of 100 is 1 per unit over 100 units and 2 over 50", () => {
    const answer = cost();
    const line = answer.ok && answer.value.explanation.from?.[1];
    expect(line).toMatchObject({ code: "profit-sharing.added_selling_cost", params: { before: "1", after: "2", volume: "50" } });
  });

  test("each component is rounded once: a third of a cost", () => {
    expect(answerOf(cost({ sharedSellingCost: "1", remainingVolume: "100" }))).toMatchObject({ addedSellingCost: "0.33", total: "550.33" });
  });

  test("nothing dropped costs nothing; a losing line dropped is a gain, and carries no risk", () => {
    expect(answerOf(cost({ droppedLines: [] }))).toMatchObject({ lostProfit: "0.00", addedSellingCost: "0.00", total: "0.00" });
    const droppedLines = [{ productLineId: "rival", volume: "50", unitProfit: "-2" }];
    expect(answerOf(cost({ droppedLines }))).toStrictEqual({
      lostProfit: "-100.00",
      addedSellingCost: "50.00",
      addedRiskCost: "0.00",
      total: "-50.00",
    });
  });

  test("risk by variance: half the aversion times what is added, never below 0", () => {
    const risk = { kind: "variance" as const, aversion: "0.002" };
    expect(answerOf(cost({ variance: { exclusive: "90000", diversified: "40000" } }, { risk })).addedRiskCost).toBe("50.00");
    expect(answerOf(cost({ variance: { exclusive: "1", diversified: "40000" } }, { risk })).addedRiskCost).toBe("0.00");
    expect(problemOf(cost({}, { risk })).code).toBe("profit-sharing.variance_missing");
  });

  test("no volume, no cost per unit", () => {
    expect(problemOf(cost({ remainingVolume: "0" }))).toStrictEqual({ code: "profit-sharing.no_remaining_volume", params: {} });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => cost({ sharedSellingCost: "-1" }))).toBe("kernel.below_zero at facts.sharedSellingCost");
    const line = facts.droppedLines[0] as (typeof facts.droppedLines)[number];
    expect(faultAt(() => cost({ droppedLines: [line, line] }))).toBe("kernel.named_twice at facts.droppedLines[1].productLineId");
  });
});
