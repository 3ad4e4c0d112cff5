import { describe, expect, test } from "vitest";
import { authorizationNamesProducts } from "../../../src/agreements/rules/authorization-names-products.js";
import { status } from "../../support/ask-one.js";
import { agentPaper } from "../../support/authorizations.js";

describe("agreements.authorization_names_products", () => {
  test.each([
    [[], "unmet"],
    [["P1"], "met"],
    [["P1", "P2"], "met"],
  ])("with the products %j it is %s", (productIds, expected) => {
    expect(status(authorizationNamesProducts, { granted: true, authorization: { ...agentPaper, productIds } })).toBe(expected);
  });

  test("is unknown without an authorization", () => {
    expect(status(authorizationNamesProducts, { granted: false })).toBe("unknown authorization");
  });
});
