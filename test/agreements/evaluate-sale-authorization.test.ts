import { evaluateSaleAuthorization, type SaleAuthorizationFacts, type SalePlace } from "qudao/agreements";
import type { Authorization } from "qudao/entities";
import { describe, expect, test } from "vitest";
import { rawLines } from "../support/agreement-words.js";
import { agentPaper, agentSale, distributorPaper, territories, trialPaper } from "../support/authorizations.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const judged = (facts: SaleAuthorizationFacts) => {
  const { verdict, violations } = evaluateSaleAuthorization(facts).outcome;
  return [verdict, ...violations];
};
const agentSells = (change: Partial<SalePlace>, paper: Partial<Authorization> = {}) =>
  judged({ ...agentSale, sale: { ...agentSale.sale, ...change }, authorizations: [{ ...agentPaper, ...paper }] });
const sellsAt = (paper: Authorization, change: Partial<SalePlace>) =>
  judged({ ...agentSale, sale: { sellerId: paper.holderId, productId: "P1", date: "2024-05-01", ...change }, authorizations: [paper] });

describe("evaluateSaleAuthorization()", () => {
  // S03-09: each a distinct violation
  test.each<[string, Partial<SalePlace>, readonly string[]]>([
    ["on the day before the term", { date: "2023-12-31" }, ["unmet", "outside_term"]],
    ["on the first day", { date: "2024-01-01" }, ["met"]],
    ["on the last day", { date: "2024-12-31" }, ["met"]],
    ["one day after the end", { date: "2025-01-01" }, ["unmet", "outside_term"]],
    ["of a product that is not listed", { productId: "P3" }, ["unmet", "product_not_named"]],
    ["in the next region", { territoryId: "North" }, ["unmet", "outside_place"]],
    [
      "of everything wrong at once",
      { date: "2025-01-01", productId: "P3", territoryId: "North" },
      ["unmet", "outside_term", "product_not_named", "outside_place"],
    ],
  ])("S03-09: a sale %s", (_, change, expected) => {
    expect(agentSells(change)).toStrictEqual(expected);
  });

  test.each<[string, Partial<SalePlace>, readonly string[]]>([
    ["the territory itself", { territoryId: "East" }, ["met"]],
    ["a district deep inside it", { territoryId: "Pudong" }, ["met"]],
    ["somewhere in the whole country", { territoryId: "China" }, ["unknown"]],
    ["a territory that nobody knows", { territoryId: "Atlantis" }, ["unknown"]],
    ["an unknown place", { territoryId: undefined }, ["unknown"]],
  ])("a sale to %s", (_, change, expected) => {
    expect(agentSells(change)).toStrictEqual(expected);
  });

  test("an oral authorization permits nothing", () => {
    expect(agentSells({}, { evidenceId: undefined })).toStrictEqual(["unmet", "not_in_writing"]);
  });

  test.each([
    { date: "2024-05-31", expected: ["met"], why: "the day before" },
    { date: "2024-06-01", expected: ["unmet", "outside_term"], why: "the first day of withdrawal" },
  ])("withdrawn on 1 June, a sale on $date: $why", ({ date, expected }) => {
    expect(agentSells({ date }, { withdrawnOn: "2024-06-01" })).toStrictEqual(expected);
  });

  test("a distributor sells at its fixed place and nowhere else", () => {
    expect(sellsAt(distributorPaper, { outletId: "O1" })).toStrictEqual(["met"]);
    expect(sellsAt(distributorPaper, { outletId: "O2" })).toStrictEqual(["unmet", "outside_place"]);
    expect(sellsAt(distributorPaper, {})).toStrictEqual(["unknown"]);
    expect(sellsAt(distributorPaper, { territoryId: "East" })).toStrictEqual(["unknown"]);
  });

  test("a territory narrows a distributor further, and widens a trial distributor", () => {
    const narrowed: Authorization = { ...distributorPaper, territoryIds: ["Pudong"] };
    expect(sellsAt(narrowed, { outletId: "O1", territoryId: "Pudong" })).toStrictEqual(["met"]);
    expect(sellsAt(narrowed, { outletId: "O1", territoryId: "North" })).toStrictEqual(["unmet", "outside_place"]);
    expect(sellsAt(narrowed, { outletId: "O2", territoryId: "Pudong" })).toStrictEqual(["unmet", "outside_place"]);
    expect(sellsAt(narrowed, { outletId: "O1" })).toStrictEqual(["unknown"]);
    expect(sellsAt(trialPaper, { outletId: "O1", territoryId: "North" })).toStrictEqual(["met"]);
    expect(sellsAt(trialPaper, { outletId: "O2", territoryId: "Pudong" })).toStrictEqual(["met"]);
    expect(sellsAt(trialPaper, { outletId: "O2", territoryId: "North" })).toStrictEqual(["unmet", "outside_place"]);
    expect(sellsAt(trialPaper, { outletId: "O2" })).toStrictEqual(["unknown"]);
  });

  test("an authorization that names no place permits nothing", () => {
    expect(agentSells({}, { territoryIds: [] })).toStrictEqual(["unmet", "outside_place"]);
    expect(agentSells({ territoryId: undefined }, { territoryIds: [] })).toStrictEqual(["unmet", "outside_place"]);
  });

  test("without an authorization of its own the seller has none", () => {
    const answer = evaluateSaleAuthorization({ ...agentSale, authorizations: [distributorPaper] });
    expect(answer.outcome).toStrictEqual({ verdict: "unmet", authorizationId: null, violations: ["no_authorization"], findings: [] });
    expect(rawLines(answer.explanation)).toStrictEqual([]);
  });

  test("of several authorizations one that permits is enough; else the nearest is named", () => {
    const north: Authorization = { ...agentPaper, id: "AU9", territoryIds: ["North"], productIds: ["P9"] };
    const best = (authorizations: readonly Authorization[]) => {
      const { verdict, authorizationId, violations } = evaluateSaleAuthorization({ ...agentSale, authorizations }).outcome;
      return [verdict, authorizationId, ...violations];
    };
    expect(best([north, agentPaper])).toStrictEqual(["met", "AU1"]);
    expect(best([north])).toStrictEqual(["unmet", "AU9", "product_not_named", "outside_place"]);
    expect(best([north, { ...agentPaper, productIds: ["P9"] }])).toStrictEqual(["unmet", "AU1", "product_not_named"]);
    expect(best([{ ...agentPaper, territoryIds: ["Atlantis"] }, north])).toStrictEqual(["unknown", "AU1"]);
    expect(best([{ ...north, id: "first" }, north])[1]).toBe("first");
  });

  test("a recorded leave excepts the place, and neither the term nor the product", () => {
    const waivers = [{ rule: "agreements.sale_in_named_place", ground: "Named account", approver: "Li", date: "2024-04-01" }];
    const sells = (change: Partial<SalePlace>) =>
      judged({ ...agentSale, waivers, sale: { ...agentSale.sale, territoryId: "North", ...change } });
    expect(sells({})).toStrictEqual(["met_with_exceptions"]);
    expect(sells({ date: "2024-03-31" })).toStrictEqual(["unmet", "outside_place"]);
    expect(sells({ productId: "P3" })).toStrictEqual(["unmet", "product_not_named"]);
  });

  test.each<[string, Partial<SaleAuthorizationFacts>, string]>([
    ["a seller without a name", { sale: { ...agentSale.sale, sellerId: "" } }, "kernel.not_text at facts.sale.sellerId"],
    ["no day", { sale: { ...agentSale.sale, date: undefined as never } }, "kernel.not_a_date at facts.sale.date"],
    ["a territory given twice", { territories: [...territories, { id: "East" }] }, "kernel.named_twice at facts.territories[5].id"],
    [
      "territories in a circle",
      {
        territories: [
          { id: "East", parentId: "North" },
          { id: "North", parentId: "East" },
        ],
      },
      "agreements.territory_circle at facts.territories[0].parentId",
    ],
    [
      "a territory in itself",
      { territories: [{ id: "East", parentId: "East" }] },
      "agreements.territory_circle at facts.territories[0].parentId",
    ],
    ["authorizations that are no list", { authorizations: {} as never }, "kernel.not_a_list at facts.authorizations"],
  ])("names the place of %s", (_, change, fault) => {
    expect(faultAt(() => evaluateSaleAuthorization({ ...agentSale, ...change }))).toBe(fault);
  });

  test("is plain JSON, readable in both languages, and changes nothing", () => {
    const facts = frozen({
      ...agentSale,
      sale: { ...agentSale.sale, territoryId: undefined },
      authorizations: [agentPaper, { ...agentPaper, id: "AU4", productIds: ["P8"] }],
    });
    const answer = evaluateSaleAuthorization(facts);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    expect(answer.explanation.from?.map(({ from }) => from?.length)).toStrictEqual([4, 4]);
    expect(rawLines(answer.explanation)).toStrictEqual([]);
  });
});
