import { agreementMessages, type ClauseNeed, clauseCatalogue } from "qudao/agreements";
import { type AgreementKind, agreementKinds, type ClauseKind, clauseKinds } from "qudao/entities";
import { describe, expect, test } from "vitest";

const needOf = (clause: ClauseKind, kind: AgreementKind): ClauseNeed | undefined =>
  clauseCatalogue.find((row) => row.clause === clause)?.asked[kind];

describe("clauseCatalogue", () => {
  test("has every clause once, but for those that rules ask for by what was agreed", () => {
    const asked = clauseCatalogue.map(({ clause }) => clause);
    expect(new Set(asked).size).toBe(asked.length);
    expect(clauseKinds.filter((kind) => !asked.includes(kind))).toStrictEqual(["credit", "exclusivity", "compensation"]);
  });

  test("names each finding after its clause, with words in both languages", () => {
    for (const { code, clause } of clauseCatalogue) {
      expect(code).toBe(`agreements.clause_${clause}`);
      expect(agreementMessages[code].zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test("is plain JSON, asks something of every kind, and says where it comes from", () => {
    expect(JSON.parse(JSON.stringify(clauseCatalogue))).toStrictEqual(clauseCatalogue);
    for (const kind of agreementKinds) expect(clauseCatalogue.some(({ asked }) => asked[kind] === "required")).toBe(true);
    const unsourced = clauseCatalogue.filter(({ source }) => source === undefined);
    expect(unsourced.map(({ clause }) => clause)).toStrictEqual(["brand_use", "renewal"]);
    for (const { asked } of unsourced) expect(Object.values(asked)).not.toContain("required");
  });

  test.each<[string, ClauseKind, readonly AgreementKind[]]>([
    ["S13-08", "rights_and_obligations", ["agency", "distribution", "cooperation"]],
    ["S13-08", "profit_sharing", ["agency", "distribution", "cooperation"]],
    ["S17-09", "sales_policy", ["agency", "distribution", "cooperation"]],
    ["S17-09", "price_policy", ["agency", "distribution", "cooperation"]],
    ["S17-09", "market_support", ["agency", "distribution", "cooperation"]],
    ["S17-09", "after_sales", ["agency", "distribution", "cooperation"]],
    ["S19-124", "confidentiality", ["agency", "distribution", "trial", "cooperation"]],
    ["S19-135", "payment", ["agency", "distribution"]],
    ["S19-162", "product_cooperation", ["agency", "distribution", "cooperation"]],
    ["S19-162", "resource_sharing", ["agency", "distribution", "cooperation"]],
  ])("%s: %s is required of %j", (_, clause, kinds) => {
    for (const kind of kinds) expect(needOf(clause, kind)).toBe("required");
  });

  test("asks a trial for an automatic end, and nobody else; and of a trial no renewal", () => {
    expect(agreementKinds.filter((kind) => needOf("automatic_end", kind) !== undefined)).toStrictEqual(["trial"]);
    expect(needOf("renewal", "trial")).toBeUndefined();
  });

  test("advertising together is best, not a must", () => {
    expect(needOf("cooperative_advertising", "agency")).toBe("recommended");
  });
});
