import { describe, expect, test } from "vitest";
import { planBoundToStrategy } from "../../../src/admission/rules/plan-bound-to-strategy.js";
import { strategy } from "../../support/candidates.js";
import { findingOf, findingWithout } from "../../support/plan-rules.js";

// S01-06
describe("a plan is bound to its strategy", () => {
  test("the strategy it names", () => expect(findingOf(planBoundToStrategy).status).toBe("met"));

  test("another strategy", () => {
    expect(findingOf(planBoundToStrategy, {}, { ...strategy, id: "S-2023" })).toMatchObject({
      status: "unmet",
      params: { actual: "S-2023", required: "S-2024" },
    });
  });

  test("no strategy at hand: it cannot be told", () => {
    expect(findingWithout(planBoundToStrategy, "strategy")).toStrictEqual(["unknown", ["strategy"]]);
    expect(findingWithout(planBoundToStrategy, "strategyId")).toStrictEqual(["unknown", ["strategyId"]]);
  });
});
