import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideAgent, decideDistributor } from "../../support/admission.js";

const rule = "admission.credit_sufficient";

describe("credit standing", () => {
  test.each([
    ["C", "unmet, rejected"],
    ["B", "met, admitted"],
    ["A", "met, admitted"],
    ["AA", "met, admitted"],
  ])("S19-77: of an agent, good from B on the scale C, B, A, AA; with %s: %s", (creditGrade, want) => {
    expect(cameOut(decideAgent({ creditGrade }), rule)).toBe(want);
  });

  test.each([
    ["C", "unmet, rejected"],
    ["B", "unmet, rejected"],
    ["A", "met, admitted"],
    ["AA", "met, admitted"],
  ])("S19-100: of a distributor, high from A; with %s: %s", (creditGrade, want) => {
    expect(cameOut(decideDistributor({ creditGrade }), rule)).toBe(want);
  });

  test("says which grade would do", () => {
    expect(changeFor(decideDistributor({ creditGrade: "B" }), rule)).toMatchObject({
      from: "applicant",
      change: { code: "admission.change_grade", params: { fact: "creditGrade", required: "A" } },
    });
  });

  test("a grade off the scale, none at all, or no least grade: unknown, and the manufacturer's to settle", () => {
    for (const decision of [
      decideAgent({ creditGrade: "excellent" }),
      decideAgent({ creditGrade: null }),
      decideAgent({}, { minCreditGrade: null }),
    ]) {
      expect(cameOut(decision, rule)).toBe("unknown, information_requested");
      expect(changeFor(decision, rule).from).toBe("manufacturer");
    }
  });
});
