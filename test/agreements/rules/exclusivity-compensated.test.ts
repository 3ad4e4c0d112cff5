import { describe, expect, test } from "vitest";
import type { AgreementQuestion } from "../../../src/agreements/rule-facts.js";
import { exclusivityCompensated } from "../../../src/agreements/rules/exclusivity-compensated.js";
import { status } from "../../support/ask-one.js";

const question: AgreementQuestion = {
  kind: "agency",
  clauses: [],
  term: { start: "2024-01-01", end: "2025-01-01" },
  authorizationId: "AU1",
  evidenceId: "E1",
  renewed: false,
  credit: "not_granted",
  exclusive: false,
  compensates: [],
  sharedResources: [],
};

describe("agreements.exclusivity_compensated", () => {
  const exclusive = { ...question, exclusive: true, clauses: ["exclusivity", "compensation"] } as const;

  // lost profit AND the income for the risk, in a clause; the amount is computed elsewhere
  test.each([
    [["lost_profit", "risk_income"], "met"],
    [["lost_profit"], "unmet"],
    [["risk_income"], "unmet"],
    [[], "unmet"],
  ] as const)("exclusivity that makes good %j is %s", (compensates, expected) => {
    expect(status(exclusivityCompensated, { ...exclusive, compensates })).toBe(expected);
  });

  test("the compensation stands in a clause", () => {
    const bare = { ...exclusive, clauses: ["exclusivity"], compensates: ["lost_profit", "risk_income"] } as const;
    expect(status(exclusivityCompensated, bare)).toBe("unmet");
  });

  test("without exclusivity nothing is asked, and unrecorded terms leave it unknown", () => {
    expect(status(exclusivityCompensated, question)).toBe("met");
    expect(status(exclusivityCompensated, { ...exclusive, compensates: undefined as never })).toBe("unknown compensates");
  });
});
