import { describe, expect, test } from "vitest";
import { authorizationInTerm } from "../../../src/agreements/rules/authorization-in-term.js";
import { status } from "../../support/ask-one.js";
import { agentPaper } from "../../support/authorizations.js";

describe("agreements.authorization_in_term", () => {
  test.each([
    ["2023-12-31", "unmet"],
    ["2024-01-01", "met"],
    ["2024-01-02", "met"],
    ["2024-12-31", "met"],
    ["2025-01-01", "unmet"],
    ["2025-01-02", "unmet"],
  ])("on %s it is %s", (asOf, expected) => {
    expect(status(authorizationInTerm, { granted: true, authorization: agentPaper }, asOf)).toBe(expected);
  });

  test.each([
    ["2024-05-31", "met"],
    ["2024-06-01", "unmet"],
    ["2024-06-02", "unmet"],
  ])("withdrawn on 1 June, on %s it is %s", (asOf, expected) => {
    expect(status(authorizationInTerm, { granted: true, authorization: { ...agentPaper, withdrawnOn: "2024-06-01" } }, asOf)).toBe(
      expected,
    );
  });

  test("is unknown without an authorization", () => {
    expect(status(authorizationInTerm, { granted: false })).toBe("unknown authorization");
  });
});
