import { describe, expect, test } from "vitest";
import type { SaleQuestion } from "../../../src/agreements/rule-facts.js";
import { saleInTerm } from "../../../src/agreements/rules/sale-in-term.js";
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

describe("agreements.sale_in_term", () => {
  // S03-09: one day after the end is outside
  test.each([
    ["2023-12-31", "unmet"],
    ["2024-01-01", "met"],
    ["2024-01-02", "met"],
    ["2024-12-31", "met"],
    ["2025-01-01", "unmet"],
    ["2025-01-02", "unmet"],
  ])("a sale on %s: %s", (date, expected) => {
    expect(status(saleInTerm, { ...sale, date })).toBe(expected);
  });
});
