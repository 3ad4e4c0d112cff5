import { describe, expect, test } from "vitest";
import { likeProductsNotCarried } from "../../../src/agreements/rules/like-products-not-carried.js";
import { status } from "../../support/ask-one.js";

describe("agreements.like_products_not_carried", () => {
  // S19-110
  test.each([
    [{ likeProduct: false, compensated: true }, "met"],
    [{ likeProduct: true, compensated: true }, "unmet"],
    [{ likeProduct: false, compensated: false }, "met"],
    [{ likeProduct: true, compensated: false }, "unknown"],
    [{ compensated: true }, "unknown likeProduct"],
  ])("S19-110: %j is %s", (facts, expected) => {
    expect(status(likeProductsNotCarried, facts)).toBe(expected);
  });

  test("binds in general only, so that it may be waived", () => {
    expect(likeProductsNotCarried.waivable).toBe(true);
  });
});
