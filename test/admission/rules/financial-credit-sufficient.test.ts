import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideAgent } from "../../support/admission.js";

const rule = "admission.financial_credit_sufficient";

describe("financial credit", () => {
  test.each([
    ["low", "unmet, rejected"],
    ["medium", "unmet, rejected"],
    ["high", "met, admitted"],
  ])("S19-80: on an ordered scale of three, high is needed; with %s: %s", (financialCreditGrade, want) => {
    const policy = { creditScale: ["low", "medium", "high"], minCreditGrade: "low", minFinancialCreditGrade: "high" };
    expect(cameOut(decideAgent({ creditGrade: "low", financialCreditGrade }, policy), rule)).toBe(want);
  });

  test("is another grade than that of credit standing", () => {
    expect(cameOut(decideAgent({ creditGrade: "AA", financialCreditGrade: "B" }), rule)).toBe("unmet, rejected");
  });

  test("without a grade, or without a least one: unknown", () => {
    const decision = decideAgent({ financialCreditGrade: undefined });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(changeFor(decision, rule).from).toBe("manufacturer");
    expect(cameOut(decideAgent({}, { minFinancialCreditGrade: null }), rule)).toBe("unknown, information_requested");
  });
});
