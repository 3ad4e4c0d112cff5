import { describe, expect, test } from "vitest";
import type { SaleQuestion } from "../../../src/agreements/rule-facts.js";
import { saleInNamedPlace } from "../../../src/agreements/rules/sale-in-named-place.js";
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

describe("agreements.sale_in_named_place", () => {
  const placed = (change: Partial<SaleQuestion>) => status(saleInNamedPlace, { ...sale, ...change });

  test.each(["inside", "outside", "unknown"] as const)("territories alone decide where only they are named: %s", (inTerritory) => {
    expect(placed({ inTerritory })).toBe({ inside: "met", outside: "unmet", unknown: "unknown" }[inTerritory]);
  });

  test.each(["inside", "outside", "unknown"] as const)("places alone decide where only they are named: %s", (atPlace) => {
    const named = { placesNamed: true, territoriesNamed: false, inTerritory: "outside", atPlace } as const;
    const expected = { inside: "met", outside: "unmet", unknown: "unknown" }[atPlace];
    expect([placed(named), placed({ ...named, kind: "distribution" })]).toStrictEqual([expected, expected]);
  });

  test.each([
    ["inside", "inside", "met", "met"],
    ["inside", "outside", "met", "unmet"],
    ["inside", "unknown", "met", "unknown"],
    ["outside", "inside", "met", "unmet"],
    ["outside", "outside", "unmet", "unmet"],
    ["outside", "unknown", "unknown", "unmet"],
    ["unknown", "inside", "met", "unknown"],
    ["unknown", "outside", "unknown", "unmet"],
    ["unknown", "unknown", "unknown", "unknown"],
  ] as const)("place %s and territory %s: an agent %s, a distributor %s", (atPlace, inTerritory, agent, distributor) => {
    const named = { placesNamed: true, territoriesNamed: true, atPlace, inTerritory };
    expect([placed(named), placed({ ...named, kind: "distribution" })]).toStrictEqual([agent, distributor]);
  });

  test("where nothing is named nothing is permitted", () => {
    const named = { placesNamed: false, territoriesNamed: false, atPlace: "outside", inTerritory: "outside" } as const;
    expect([placed(named), placed({ ...named, kind: "distribution" })]).toStrictEqual(["unmet", "unmet"]);
  });
});
