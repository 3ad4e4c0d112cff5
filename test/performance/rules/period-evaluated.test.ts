import { askRules } from "qudao/engine";
import { periodEvaluated } from "qudao/performance";
import { expect, test } from "vitest";

const period = { start: "2024-04-01", end: "2024-07-01" };

test("S01-24: without an evaluation for the period itself the rule is unmet, and no exception helps", () => {
  const waiver = { rule: "performance.period_evaluated", ground: "busy", approver: "Li", date: "2024-07-01" };
  const ask = (own: typeof period) =>
    askRules([periodEvaluated], { period, members: ["D1"], evaluations: [{ member: "D1", period: own }] }, null, {
      asOf: "2024-07-10",
      waivers: [waiver],
    })[0]?.status;
  expect(ask(period)).toBe("met");
  expect(ask({ start: "2024-01-01", end: "2024-04-01" })).toBe("unmet");
});
