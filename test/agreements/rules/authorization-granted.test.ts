import { describe, expect, test } from "vitest";
import { authorizationGranted } from "../../../src/agreements/rules/authorization-granted.js";
import { status } from "../../support/ask-one.js";

describe("agreements.authorization_granted", () => {
  test("is met where there is an authorization, and not where there is none", () => {
    expect(status(authorizationGranted, { granted: true })).toBe("met");
    expect(status(authorizationGranted, { granted: false })).toBe("unmet");
  });
});
