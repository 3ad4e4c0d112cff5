import { type AuthorizationFacts, evaluateAuthorization } from "qudao/agreements";
import type { Authorization } from "qudao/entities";
import { describe, expect, test } from "vitest";
import { rawLines } from "../support/agreement-words.js";
import { agency, allKnown, failedGuards, signedLife, taken } from "../support/agreements.js";
import { agentFacts, agentPaper, distributorFacts, distributorPaper, document, trialPaper } from "../support/authorizations.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const found = (facts: AuthorizationFacts) => {
  const { verdict, needed } = evaluateAuthorization(facts).outcome;
  return [verdict, ...needed.map(({ code, status }) => `${code.replace("agreements.authorization_", "")} ${status}`)];
};

describe("evaluateAuthorization()", () => {
  test("an agent with a written authorization for a territory may sell; so may a distributor at a fixed place", () => {
    expect(found(agentFacts)).toStrictEqual(["met"]);
    expect(found(distributorFacts)).toStrictEqual(["met"]);
  });

  // S03-08 for the agent, S03-13 for the distributor: oral or missing → it cannot be activated
  test.each<[string, "agency" | "distribution", AuthorizationFacts, readonly string[]]>([
    [
      "S03-08: an agent by word of mouth",
      "agency",
      { ...agentFacts, authorization: { ...agentPaper, evidenceId: undefined } },
      ["written unmet"],
    ],
    ["S03-08: an agent without any", "agency", { authorization: null, asOf: "2024-01-01" }, ["granted unmet"]],
    [
      "S03-13: a distributor by word of mouth",
      "distribution",
      { ...distributorFacts, authorization: { ...distributorPaper, evidenceId: undefined } },
      ["written unmet"],
    ],
    ["S03-13: a distributor without any", "distribution", { authorization: null, asOf: "2024-01-01" }, ["granted unmet"]],
  ])("%s cannot be activated", (_, kind, facts, expected) => {
    const { verdict, needed } = evaluateAuthorization(facts).outcome;
    expect(verdict).toBe("unmet");
    expect(
      needed
        .filter(({ status }) => status === "unmet")
        .map(({ code, status }) => `${code.replace("agreements.authorization_", "")} ${status}`),
    ).toStrictEqual(expected);
    const agreement = signedLife({ ...agency, kind });
    const start = { type: "dayPassed", asOf: "2024-01-01" } as const;
    expect(failedGuards(agreement, start, { ...allKnown, authorization: verdict })).toStrictEqual(["authorized unmet"]);
    expect(taken(agreement, start, { ...allKnown, authorization: evaluateAuthorization(agentFacts).outcome.verdict }).next.at).toBe(
      "active",
    );
  });

  // S03-14: a distributor needs a fixed place; a territory is optional
  test.each<[string, Partial<Authorization>, readonly string[]]>([
    ["a place", { outletIds: ["O1"], territoryIds: [] }, ["met"]],
    ["a place and a territory", { outletIds: ["O1"], territoryIds: ["East"] }, ["met"]],
    ["a territory alone", { outletIds: [], territoryIds: ["East"] }, ["unmet", "names_place unmet"]],
    ["neither", { outletIds: [], territoryIds: [] }, ["unmet", "names_place unmet"]],
  ])("a distributor with %s (S03-14)", (_, change, expected) => {
    expect(found({ ...distributorFacts, authorization: { ...distributorPaper, ...change } })).toStrictEqual(expected);
  });

  // S03-22: a trial distributor sells in an agreed time, place or territory
  test.each<[string, Partial<Authorization>, readonly string[]]>([
    ["a place", { outletIds: ["O1"], territoryIds: [] }, ["met"]],
    ["a territory", { outletIds: [], territoryIds: ["East"] }, ["met"]],
    ["neither", { outletIds: [], territoryIds: [] }, ["unmet", "names_place unmet"]],
    ["no products", { productIds: [] }, ["unmet", "names_products unmet"]],
  ])("a trial distributor with %s", (_, change, expected) => {
    const holder = { id: "T1", kind: "trial_distributor" as const };
    expect(found({ ...agentFacts, authorization: { ...trialPaper, ...change }, holder })).toStrictEqual(expected);
  });

  test("what was not shown or not checked leaves it unknown, and so does a party that is not known", () => {
    expect(found({ ...agentFacts, evidence: undefined })).toStrictEqual(["unknown", "written unknown"]);
    expect(found({ ...agentFacts, evidence: { ...document, status: "submitted" } })).toStrictEqual(["unknown", "written unknown"]);
    expect(found({ ...agentFacts, grantor: undefined })).toStrictEqual(["unknown", "from_manufacturer unknown"]);
    expect(found({ ...agentFacts, holder: undefined })).toStrictEqual(["unknown", "fits_holder unknown"]);
  });

  test("what lacks several things is told of all of them", () => {
    const answer = found({
      ...agentFacts,
      authorization: { ...agentPaper, productIds: [], territoryIds: [], withdrawnOn: "2024-05-01" },
      evidence: { ...document, status: "refused" },
      grantor: { id: "M", kind: "agent" },
    });
    expect(answer).toStrictEqual([
      "unmet",
      "written unmet",
      "from_manufacturer unmet",
      "in_term unmet",
      "names_products unmet",
      "names_place unmet",
    ]);
  });

  test.each<[string, Partial<AuthorizationFacts>, string]>([
    ["no authorization at all, not even null", { authorization: undefined as never }, "kernel.not_a_record at facts.authorization"],
    ["another document", { evidence: { ...document, id: "E9" } }, "kernel.not_a_choice at facts.evidence.id"],
    ["another grantor", { grantor: { id: "N", kind: "manufacturer" } }, "kernel.not_a_choice at facts.grantor.id"],
    ["another holder", { holder: { id: "A9", kind: "agent" } }, "kernel.not_a_choice at facts.holder.id"],
    ["a kind that is none", { holder: { id: "A1", kind: "king" as never } }, "kernel.not_a_choice at facts.holder.kind"],
    [
      "a term without an end",
      { authorization: { ...agentPaper, term: { start: "2024-01-01" } as never } },
      "kernel.not_a_date at facts.authorization.term.end",
    ],
    ["no day", { asOf: "" }, "kernel.not_a_date at facts.asOf"],
  ])("names the place of %s", (_, change, fault) => {
    expect(faultAt(() => evaluateAuthorization({ ...agentFacts, ...change }))).toBe(fault);
  });

  test("is plain JSON, readable in both languages, and changes nothing", () => {
    for (const facts of [
      agentFacts,
      { authorization: null, asOf: "2024-05-01" },
      { ...agentFacts, evidence: undefined, holder: undefined },
    ]) {
      const answer = evaluateAuthorization(frozen(facts));
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      expect(answer.explanation.from).toHaveLength(7);
      expect(rawLines(answer.explanation)).toStrictEqual([]);
    }
  });
});
