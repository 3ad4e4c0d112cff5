import { describe, expect, test } from "vitest";
import type { SaleQuestion } from "../../../src/agreements/rule-facts.js";
import { saleInWriting } from "../../../src/agreements/rules/sale-in-writing.js";
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

describe("agreements.sale_in_writing", () => {
  test("is met under a written authorization only", () => {
    expect(status(saleInWriting, sale)).toBe("met");
    expect(status(saleInWriting, { ...sale, written: false })).toBe("unmet");
  });
});
