import { describe, expect, test } from "vitest";
import type { AgreementQuestion } from "../../../src/agreements/rule-facts.js";
import { agreementInWriting } from "../../../src/agreements/rules/agreement-in-writing.js";
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

describe("agreements.agreement_in_writing", () => {
  test("is met where the signed document is named", () => {
    expect(status(agreementInWriting, question)).toBe("met");
    expect(status(agreementInWriting, { ...question, evidenceId: "none" })).toBe("unmet");
  });
});
