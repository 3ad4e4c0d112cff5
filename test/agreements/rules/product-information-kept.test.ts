import { describe, expect, test } from "vitest";
import { productInformationKept } from "../../../src/agreements/rules/product-information-kept.js";
import { status } from "../../support/ask-one.js";

describe("agreements.product_information_kept", () => {
  // S19-124
  test.each([
    [{ permitted: true, disputed: false }, "met"],
    [{ permitted: true, disputed: true }, "met"],
    [{ permitted: false, disputed: false }, "unmet"],
    [{ permitted: false, disputed: true }, "unknown"],
    [{ disputed: false }, "unknown permitted"],
  ])("S19-124: %j is %s", (facts, expected) => {
    expect(status(productInformationKept, facts)).toBe(expected);
  });
});
