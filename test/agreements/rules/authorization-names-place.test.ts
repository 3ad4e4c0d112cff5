import { describe, expect, test } from "vitest";
import { authorizationNamesPlace } from "../../../src/agreements/rules/authorization-names-place.js";
import { status } from "../../support/ask-one.js";
import { agentPaper } from "../../support/authorizations.js";

describe("agreements.authorization_names_place", () => {
  // S03-09 place or territory for the agent, S03-14 fixed place for the distributor, S03-22 place or territory for the trial
  test.each([
    ["agency", [], [], "unmet"],
    ["agency", ["O1"], [], "met"],
    ["agency", [], ["East"], "met"],
    ["distribution", [], [], "unmet"],
    ["distribution", ["O1"], [], "met"],
    ["distribution", [], ["East"], "unmet"],
    ["distribution", ["O1"], ["East"], "met"],
    ["trial", [], [], "unmet"],
    ["trial", ["O1"], [], "met"],
    ["trial", [], ["East"], "met"],
  ] as const)("%s with places %j and territories %j: %s", (kind, outletIds, territoryIds, expected) => {
    expect(status(authorizationNamesPlace, { granted: true, authorization: { ...agentPaper, kind, outletIds, territoryIds } })).toBe(
      expected,
    );
  });

  test("is unknown without an authorization", () => {
    expect(status(authorizationNamesPlace, { granted: false })).toBe("unknown authorization");
  });
});
