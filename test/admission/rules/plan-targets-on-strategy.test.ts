import { describe, expect, test } from "vitest";
import { planTargetsOnStrategy } from "../../../src/admission/rules/plan-targets-on-strategy.js";
import { target } from "../../support/candidates.js";
import { findingOf, findingWithout } from "../../support/plan-rules.js";

// S01-06
describe("targets are of kinds that the strategy allows", () => {
  test("a distributor is", () => expect(findingOf(planTargetsOnStrategy).status).toBe("met"));

  test("a retailer is not, and is named once", () => {
    const targets = [target(), target({ kind: "retailer" }), target({ kind: "retailer", territoryId: "jiangsu" })];
    expect(findingOf(planTargetsOnStrategy, { targets })).toMatchObject({
      status: "unmet",
      params: { off: ["retailer"], allowed: ["agent", "distributor"] },
    });
  });

  test("without the strategy it is unknown", () => {
    expect(findingWithout(planTargetsOnStrategy, "strategy")).toStrictEqual(["unknown", ["strategy"]]);
  });
});
