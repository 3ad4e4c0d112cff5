import { evaluateAuthorization } from "qudao/agreements";
import { describe, expect, test } from "vitest";
import { authorizationWritten } from "../../../src/agreements/rules/authorization-written.js";
import { status } from "../../support/ask-one.js";
import { agentFacts, document } from "../../support/authorizations.js";

describe("agreements.authorization_written", () => {
  test.each([
    ["verified", "met"],
    ["none", "unmet"],
    ["refused", "unmet"],
    ["lapsed", "unmet"],
    ["another_kind", "unmet"],
    ["submitted", "unknown"],
  ] as const)("with a document that is %s it is %s", (evidence, expected) => {
    expect(status(authorizationWritten, { granted: true, evidence })).toBe(expected);
  });

  test("is unknown where the document was not handed in", () => {
    expect(status(authorizationWritten, { granted: true })).toBe("unknown evidence");
  });

  // the document's own days, as the verb sees them
  test.each([
    { asOf: "2024-05-31", verdict: "met" },
    { asOf: "2024-06-01", verdict: "unmet" },
    { asOf: "2024-06-02", verdict: "unmet" },
  ])("a document that expires on 1 June proves on $asOf: $verdict", ({ asOf, verdict }) => {
    const evidence = { ...document, expiresOn: "2024-06-01" };
    expect(evaluateAuthorization({ ...agentFacts, evidence, asOf }).outcome.verdict).toBe(verdict);
  });

  test("a document of another kind proves nothing", () => {
    expect(evaluateAuthorization({ ...agentFacts, evidence: { ...document, kind: "written_report" } }).outcome.verdict).toBe("unmet");
  });
});
