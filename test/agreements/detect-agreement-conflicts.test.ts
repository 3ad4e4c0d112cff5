import { type AgreementConflictFacts, type AuthorizedAgreement, detectAgreementConflicts, type ExclusivityPolicy } from "qudao/agreements";
import type { Authorization, AuthorizationKind } from "qudao/entities";
import { describe, expect, test } from "vitest";
import { rawLines } from "../support/agreement-words.js";
import { agentPaper, distributorPaper, territories } from "../support/authorizations.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const policy: ExclusivityPolicy = { excludes: { agency: ["agency"], distribution: ["distribution", "trial"], trial: [] } };
const outlets = [
  { id: "O1", territoryId: "Pudong" },
  { id: "O2", territoryId: "North" },
  { id: "O3", territoryId: "China" },
];

/** An agreement of 2024 with an authorization of 2024, held by somebody of its own. */
function given(id: string, change: Partial<Authorization> = {}, dates: { start?: string; end?: string } = {}): AuthorizedAgreement {
  const authorization: Authorization = { ...agentPaper, id: `for ${id}`, holderId: `holder of ${id}`, ...change };
  const kind = authorization.kind === "trial" ? "distribution" : authorization.kind;
  return { agreement: { id, kind, partyIds: ["M"], start: "2024-01-01", end: "2025-01-01", clauses: [], ...dates }, authorization };
}
const facts = (...agreements: readonly AuthorizedAgreement[]): AgreementConflictFacts => ({ agreements, territories, outlets });
const verdict = (...agreements: readonly AuthorizedAgreement[]) => detectAgreementConflicts(facts(...agreements), policy).outcome.verdict;
const east = given("AG1");

describe("detectAgreementConflicts()", () => {
  test("two exclusive agents of one territory and product are in conflict", () => {
    expect(detectAgreementConflicts(facts(east, given("AG2")), policy).outcome).toStrictEqual({
      verdict: "found",
      conflicts: [
        {
          exclusiveId: "AG1",
          otherId: "AG2",
          days: { start: "2024-01-01", end: "2025-01-01" },
          productIds: ["P1", "P2"],
          places: [{ exclusive: "East", other: "East" }],
        },
      ],
      undecided: [],
    });
  });

  test.each<[string, Partial<Authorization>, string]>([
    ["a city inside", { territoryIds: ["Shanghai"] }, "found"],
    ["a district deep inside", { territoryIds: ["Pudong"] }, "found"],
    ["the country around it", { territoryIds: ["China"] }, "found"],
    ["the region beside it", { territoryIds: ["North"] }, "none"],
    ["a territory that nobody knows", { territoryIds: ["Atlantis"] }, "unknown"],
    ["a region beside and a district inside", { territoryIds: ["North", "Pudong"] }, "found"],
    ["an outlet inside", { territoryIds: [], outletIds: ["O1"] }, "found"],
    ["an outlet outside", { territoryIds: [], outletIds: ["O2"] }, "none"],
    ["an outlet somewhere in the country", { territoryIds: [], outletIds: ["O3"] }, "unknown"],
    ["an outlet that nobody knows", { territoryIds: [], outletIds: ["O9"] }, "unknown"],
    ["no place at all", { territoryIds: [] }, "none"],
    ["one of two products", { productIds: ["P2", "P9"] }, "found"],
    ["other products", { productIds: ["P9"] }, "none"],
    ["another manufacturer's products", { grantorId: "N" }, "none"],
    ["the same holder", { holderId: "holder of AG1" }, "none"],
    ["no exclusivity of its own", { exclusivity: "non_exclusive" }, "found"],
    ["a withdrawal before the year", { withdrawnOn: "2024-01-01" }, "none"],
  ])("beside an exclusive agent of East China, an agent with %s: %s", (_, change, expected) => {
    expect(verdict(east, given("AG2", change))).toBe(expected);
  });

  test("two agents who are not exclusive are in no conflict", () => {
    const shared = { exclusivity: "non_exclusive" } as const;
    expect(verdict(given("AG1", shared), given("AG2", shared))).toBe("none");
  });

  test("two shops meet only where they are one", () => {
    const shop = (id: string, outlet: string) =>
      given(id, { ...distributorPaper, holderId: id, outletIds: [outlet], exclusivity: "exclusive" });
    expect(verdict(shop("AG1", "O1"), shop("AG2", "O1"))).toBe("found");
    expect(verdict(shop("AG1", "O1"), shop("AG2", "O2"))).toBe("none");
  });

  // in the same days only
  test.each([
    { first: "2024-07-01", second: "2024-07-01", expected: "none", why: "one follows the other" },
    { first: "2024-07-02", second: "2024-07-01", expected: "found", why: "they share a day" },
    { first: "2024-07-01", second: "2024-07-02", expected: "none", why: "a day lies between them" },
  ])("one until $first, one from $second: $why", ({ first, second, expected }) => {
    expect(verdict(given("AG1", {}, { end: first }), given("AG2", {}, { start: second }))).toBe(expected);
    const term = (start: string, end: string) => ({ term: { start, end } });
    expect(verdict(given("AG1", term("2024-01-01", first)), given("AG2", term(second, "2025-01-01")))).toBe(expected);
    expect(verdict(given("AG1", { withdrawnOn: first }), given("AG2", {}, { start: second }))).toBe(expected);
  });

  test("names the days that both hold, also of an agreement without an end", () => {
    const { agreement, authorization } = given("AG2", {}, { start: "2024-03-01" });
    const open = { agreement: { ...agreement, end: undefined } as never, authorization: { ...authorization, withdrawnOn: "2024-09-01" } };
    const [conflict] = detectAgreementConflicts(facts(east, open), policy).outcome.conflicts;
    expect(conflict?.days).toStrictEqual({ start: "2024-03-01", end: "2024-09-01" });
  });

  test("an exclusive agency leaves the kinds alone that the policy does not name", () => {
    const shop = given("AG2", { ...distributorPaper, holderId: "D1" });
    expect(verdict(east, shop)).toBe("none");
    const strict = { excludes: { ...policy.excludes, agency: ["agency", "distribution"] as AuthorizationKind[] } };
    expect(
      detectAgreementConflicts(facts(east, shop), strict).outcome.conflicts.map(({ exclusiveId, otherId }) => [exclusiveId, otherId]),
    ).toStrictEqual([["AG1", "AG2"]]);
    expect(
      detectAgreementConflicts(facts(shop, east), strict).outcome.conflicts.map(({ exclusiveId, otherId }) => [exclusiveId, otherId]),
    ).toStrictEqual([["AG1", "AG2"]]);
  });

  test("asked about one agreement, answers about that one", () => {
    const all = facts(east, given("AG2"), given("AG3", { territoryIds: ["North"] }), given("AG4", { territoryIds: ["North"] }));
    const pairs = (about?: string) =>
      detectAgreementConflicts({ ...all, about }, policy).outcome.conflicts.map(({ exclusiveId, otherId }) => `${exclusiveId} ${otherId}`);
    expect(pairs()).toStrictEqual(["AG1 AG2", "AG3 AG4"]);
    expect(pairs("AG4")).toStrictEqual(["AG3 AG4"]);
    expect(pairs("AG9")).toStrictEqual([]);
  });

  test("a conflict that is known outweighs one that is only possible", () => {
    const { outcome } = detectAgreementConflicts(facts(east, given("AG2"), given("AG3", { territoryIds: ["Atlantis"] })), policy);
    expect([outcome.verdict, outcome.conflicts.length, outcome.undecided.map(({ otherId }) => otherId)]).toStrictEqual([
      "found",
      1,
      ["AG3", "AG3"],
    ]);
  });

  test("thousands of agreements side by side are compared by their products", () => {
    const many = Array.from({ length: 3000 }, (_, i) => given(`AG${i}`, { productIds: [`P${i >> 1}`], territoryIds: ["Shanghai"] }));
    expect(detectAgreementConflicts(facts(...many), policy).outcome.conflicts).toHaveLength(1500);
  });

  test.each<[string, unknown, unknown, string]>([
    ["an agreement given twice", facts(east, east), policy, "kernel.named_twice at facts.agreements[1].agreement.id"],
    ["an outlet given twice", { ...facts(east), outlets: [...outlets, outlets[0]] }, policy, "kernel.named_twice at facts.outlets[3].id"],
    ["an outlet that lies nowhere", { ...facts(east), outlets: [{ id: "O1" }] }, policy, "kernel.not_text at facts.outlets[0].territoryId"],
    ["a policy without trials", facts(east), { excludes: { agency: [], distribution: [] } }, "kernel.not_a_list at policy.excludes.trial"],
    [
      "a kind that is none",
      facts(east),
      { excludes: { ...policy.excludes, trial: ["retail"] } },
      "kernel.not_a_choice at policy.excludes.trial[0]",
    ],
    [
      "no authorization",
      { ...facts(east), agreements: [{ agreement: east.agreement }] },
      policy,
      "kernel.not_a_record at facts.agreements[0].authorization",
    ],
  ])("names the place of %s", (_, wrong, by, fault) => {
    expect(faultAt(() => detectAgreementConflicts(wrong as never, by as never))).toBe(fault);
  });

  test("is plain JSON, readable in both languages, and changes nothing", () => {
    const answer = detectAgreementConflicts(
      frozen(facts(east, given("AG2"), given("AG3", { territoryIds: ["Atlantis"] }))),
      frozen(policy),
    );
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    expect(answer.explanation.from?.map(({ code }) => code)).toStrictEqual([
      "agreements.conflict",
      "agreements.conflict_possible",
      "agreements.conflict_possible",
    ]);
    expect(rawLines(answer.explanation)).toStrictEqual([]);
  });
});
