import { describe, expect, test } from "vitest";
import type { SaleQuestion } from "../../../src/agreements/rule-facts.js";
import { saleOfNamedProduct } from "../../../src/agreements/rules/sale-of-named-product.js";
import { status } from "../../support/ask-one.js";

const sale: SaleQuestion = {
  date: "2024-05-01",
  productId: "P1",
  kind: "agency",
  written: true,
  term: { start: "2024-01-01", end: "2025-01-01" },
  end: "2025-01-01",
  productIds: ["P1"],
  placesNamed: false,
  territoriesNamed: true,
  atPlace: "outside",
  inTerritory: "inside",
};

describe("agreements.sale_of_named_product", () => {
  test("is met for a product that is named", () => {
    expect(status(saleOfNamedProduct, sale)).toBe("met");
    expect(status(saleOfNamedProduct, { ...sale, productId: "P10" })).toBe("unmet");
    expect(status(saleOfNamedProduct, { ...sale, productIds: [] })).toBe("unmet");
  });
});
