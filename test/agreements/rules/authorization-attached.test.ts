import { describe, expect, test } from "vitest";
import type { AgreementQuestion } from "../../../src/agreements/rule-facts.js";
import { authorizationAttached } from "../../../src/agreements/rules/authorization-attached.js";
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

describe("agreements.authorization_attached", () => {
  test("is met where an authorization is named", () => {
    expect(status(authorizationAttached, question)).toBe("met");
    expect(status(authorizationAttached, { ...question, authorizationId: "none" })).toBe("unmet");
  });
});
