import { describe, expect, test } from "vitest";
import { agentApplication, cameOut, changeFor, decideAgent } from "../../support/admission.js";

const rule = "admission.sales_plan_complete";

describe("the sales plan", () => {
  test.each([
    ["marketSituation", ""],
    ["products", []],
    ["volumes", []],
    ["volumes", null],
  ])("S19-89: without %s (%j) it is incomplete", (field, value) => {
    const decision = decideAgent({ salesPlan: { ...agentApplication.salesPlan, [field]: value } });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(changeFor(decision, rule)).toMatchObject({ from: "applicant", change: { params: { facts: [field] } } });
  });

  test("S19-89: with products, market and volumes it passes; without a plan it is asked for", () => {
    expect(cameOut(decideAgent(), rule)).toBe("met, admitted");
    expect(changeFor(decideAgent({ salesPlan: undefined }), rule).change.params["facts"]).toStrictEqual(["salesPlan"]);
  });
});
