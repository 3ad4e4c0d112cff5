import { type AgreementFacts, type AgreementPolicy, checkAgreement, clauseCatalogue, type LegalTag, legalTags } from "qudao/agreements";
import { type Agreement, type AgreementKind, agreementKinds, type ClauseKind } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { rawLines, rawMessages } from "../support/agreement-words.js";
import { agency, trial } from "../support/agreements.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const policy: AgreementPolicy = { clauses: clauseCatalogue, legalTags: [] };
const clausesFor = (kind: AgreementKind) =>
  clauseCatalogue.flatMap(({ clause, asked }) => (asked[kind] === undefined ? [] : [{ kind: clause }]));

/** An agreement of each kind with everything it needs. */
function complete(kind: AgreementKind): Agreement {
  const { id, partyIds, authorizationId, start, end, jurisdiction } = agency;
  const base = {
    id,
    partyIds,
    authorizationId,
    start,
    end: end as string,
    jurisdiction,
    evidenceId: "E1",
    signedOn: "2023-12-20",
    clauses: clausesFor(kind),
  };
  const terms: Agreement["terms"] = {
    payment: ["prepayment"],
    remuneration: { model: "margin" },
    sharedResources: [{ kind: "materials", ownerId: "M", userIds: ["A1"], permittedUse: "Display" }],
  };
  return { ...base, kind, terms } as Agreement;
}
const facts = (agreement: Agreement, stage: AgreementFacts["stage"] = "text"): AgreementFacts => ({ agreement, stage, asOf: "2023-12-20" });
const found = (agreement: Agreement, more: Partial<AgreementFacts> = {}, by: AgreementPolicy = policy) => {
  const { verdict, needed } = checkAgreement({ ...facts(agreement), ...more }, by).outcome;
  const open = needed.filter(({ weight }) => weight === "mandatory");
  return [verdict, ...open.map(({ code, status }) => `${code.replace("agreements.", "")} ${status}`)];
};
const without = (agreement: Agreement, ...kinds: readonly ClauseKind[]): Agreement => ({
  ...agreement,
  clauses: agreement.clauses.filter(({ kind }) => !kinds.includes(kind)),
});
const withClauses = (agreement: Agreement, ...kinds: readonly ClauseKind[]): Agreement => ({
  ...agreement,
  clauses: [...agreement.clauses, ...kinds.map((kind) => ({ kind }))],
});
const withTerms = (agreement: Agreement, terms: Agreement["terms"]): Agreement => ({
  ...agreement,
  terms: { ...agreement.terms, ...terms },
});

describe("checkAgreement()", () => {
  test.each(agreementKinds)("a whole %s agreement is met, as text and as a signed document", (kind) => {
    expect(found(complete(kind))).toStrictEqual(["met"]);
    expect(found(complete(kind), { stage: "signed" })).toStrictEqual(["met"]);
  });

  // one clause left out → one finding
  test.each<[string, AgreementKind, ClauseKind]>([
    ["S13-08", "cooperation", "profit_sharing"],
    ["S13-08", "cooperation", "rights_and_obligations"],
    ["S17-09", "cooperation", "price_policy"],
    ["S17-09", "cooperation", "sales_policy"],
    ["S17-09", "cooperation", "market_support"],
    ["S17-09", "cooperation", "after_sales"],
    ["S19-124", "agency", "confidentiality"],
    ["S19-124", "distribution", "confidentiality"],
    ["S19-135", "agency", "payment"],
    ["S19-135", "distribution", "payment"],
    ["S19-162", "agency", "product_cooperation"],
    ["S19-162", "agency", "resource_sharing"],
    ["R-10", "trial", "automatic_end"],
    ["R-10", "distribution", "territory_protection"],
    ["R-10", "distribution", "termination"],
    ["R-10", "distribution", "exit_assistance"],
    ["R-10", "distribution", "fee_settlement"],
    ["R-10", "distribution", "amendment"],
    ["R-10", "distribution", "evaluation"],
  ])("%s: a %s agreement without the clause %s", (_, kind, clause) => {
    expect(found(without(complete(kind), clause))).toStrictEqual(["unmet", `clause_${clause} unmet`]);
  });

  test("a recommended clause is only remarked on", () => {
    const { verdict, needed } = checkAgreement(facts(without(complete("agency"), "cooperative_advertising")), policy).outcome;
    expect([verdict, ...needed.map(({ code, weight }) => `${code} ${weight}`)]).toStrictEqual([
      "met",
      "agreements.clause_cooperative_advertising advisory",
    ]);
  });

  test.each<[string, Agreement, readonly string[]]>([
    [
      "S13-08: no ratio",
      withTerms(complete("agency"), { remuneration: { model: "profit_sharing" } }),
      ["unmet", "profit_ratio_agreed unmet"],
    ],
    [
      "S13-08: a clause whose ratio was not recorded",
      withTerms(complete("cooperation"), { remuneration: undefined }),
      ["unknown", "profit_ratio_agreed unknown"],
    ],
    [
      "S19-135: a clause that names no way of paying",
      withTerms(complete("distribution"), { payment: [] }),
      ["unmet", "payment_arranged unmet"],
    ],
    [
      "S19-135: a clause whose ways of paying were not recorded",
      withTerms(complete("agency"), { payment: undefined }),
      ["unknown", "payment_arranged unknown"],
    ],
    [
      "S19-162: a shared resource without owner",
      withTerms(complete("agency"), { sharedResources: [{ kind: "customer_data", userIds: ["M"], permittedUse: "Visits" }] }),
      ["unmet", "shared_resources_assigned unmet"],
    ],
    [
      "S19-162: a shared resource without permitted use",
      withTerms(complete("agency"), { sharedResources: [{ kind: "customer_data", ownerId: "A1", userIds: ["M"] }] }),
      ["unmet", "shared_resources_assigned unmet"],
    ],
    [
      "credit granted without limit and days",
      withTerms(complete("agency"), { payment: ["credit"] }),
      ["unmet", "credit_terms_agreed unmet"],
    ],
    ["no authorization", { ...complete("agency"), authorizationId: undefined }, ["unmet", "authorization_attached unmet"]],
  ])("%s", (_, agreement, expected) => {
    expect(found(agreement)).toStrictEqual(expected);
  });

  test("exclusivity without a compensation term is a finding", () => {
    const exclusive = withTerms(withClauses(complete("agency"), "exclusivity"), {
      exclusivity: { categoryIds: ["lock"], compensates: ["lost_profit", "risk_income"] },
    });
    expect(found(exclusive)).toStrictEqual(["unmet", "exclusivity_compensated unmet"]);
    expect(found(withClauses(exclusive, "compensation"))).toStrictEqual(["met"]);
    expect(found(withClauses(complete("agency"), "exclusivity", "compensation"))).toStrictEqual([
      "unknown",
      "exclusivity_compensated unknown",
    ]);
  });

  test("credit with limit and days in a clause is met", () => {
    const credit = { limit: { amount: "100000", currency: "CNY" }, days: 30 };
    expect(found(withTerms(withClauses(complete("agency"), "credit"), { payment: ["credit"], credit }))).toStrictEqual(["met"]);
  });

  test("a trial without an end is rejected (S03-22)", () => {
    expect(found({ ...complete("trial"), end: undefined } as never)).toStrictEqual(["unmet", "trial_end_fixed unmet"]);
  });

  test("a trial that goes on by itself is rejected, by its clause as by its terms", () => {
    const whole = complete("trial");
    expect(found(withClauses(whole, "renewal"))).toStrictEqual(["unmet", "trial_not_renewed unmet"]);
    expect(found({ ...whole, renewal: { windowDays: 30, automaticMonths: 6 } } as never)).toStrictEqual([
      "unmet",
      "trial_not_renewed unmet",
    ]);
    expect(found({ ...complete("agency"), renewal: { windowDays: 30, automaticMonths: 6 } } as Agreement)).toStrictEqual(["met"]);
  });

  test("what was signed is in writing; a text is not signed yet", () => {
    const oral = { ...complete("agency"), evidenceId: undefined };
    expect(found(oral, { stage: "text" })).toStrictEqual(["met"]);
    expect(found(oral, { stage: "signed" })).toStrictEqual(["unmet", "agreement_in_writing unmet"]);
  });

  test("asks everything at once", () => {
    const bare = { ...agency, clauses: [], terms: undefined, authorizationId: undefined };
    const [verdict, ...open] = found(bare);
    expect(verdict).toBe("unmet");
    expect(open).toHaveLength(clauseCatalogue.filter(({ asked }) => asked.agency === "required").length + 3);
    expect(open.slice(-3)).toStrictEqual(["authorization_attached unmet", "payment_arranged unknown", "profit_ratio_agreed unknown"]);
  });

  describe("the policy", () => {
    test("may ask for other clauses, and let one be waived", () => {
      const clauses = clauseCatalogue.flatMap((row) => (row.clause === "price_policy" ? [{ ...row, waivable: true as const }] : []));
      const own = { ...policy, clauses };
      const bare = without(complete("agency"), "price_policy", "sales_policy");
      const waivers = [{ rule: "agreements.clause_price_policy", ground: "No list prices", approver: "Li", date: "2023-12-01" }];
      expect(found(bare, {}, own)).toStrictEqual(["unmet", "clause_price_policy unmet"]);
      expect(found(bare, { waivers }, own)).toStrictEqual(["met_with_exceptions"]);
      expect(found(bare, { waivers })).toStrictEqual(["unmet", "clause_sales_policy unmet", "clause_price_policy unmet"]);
    });

    test("may add a criterion of the host, which reads the agreement", () => {
      const title = { en: "A notice of 60 days or more", zh: "通知期不少于六十天" };
      const own = {
        ...policy,
        criteria: [{ code: "host.long_notice", kind: "min" as const, fact: "agreement.terms.notice.count", min: "60", title }],
      };
      const noticed = (count: number) => withTerms(complete("agency"), { notice: { count, unit: "days" } });
      expect(found(noticed(59), {}, own)).toStrictEqual(["unmet", "host.long_notice unmet"]);
      expect(found(noticed(60), {}, own)).toStrictEqual(["met"]);
      expect(found(complete("agency"), {}, own)).toStrictEqual(["unknown", "host.long_notice unknown"]);
    });
  });

  describe("warnings for the lawyer", () => {
    const tag: LegalTag = {
      id: "floor",
      jurisdictions: ["CN"],
      clauses: ["price_policy"],
      question: { en: "Is there a floor", zh: "是否有最低价" },
    };
    const warned = (agreement: Agreement, tags: readonly LegalTag[] = [tag]) => {
      const { verdict, warnings } = checkAgreement(facts(agreement), { ...policy, legalTags: tags }).outcome;
      return [verdict, ...warnings.map(({ code, params }) => `${code.replace("agreements.", "")} ${params["tag"]}`)];
    };

    test("speak by law and clause, and change no verdict", () => {
      const whole = complete("agency");
      expect(warned(whole)).toStrictEqual(["met", "legal_warning floor"]);
      expect(warned({ ...whole, jurisdiction: "US" })).toStrictEqual(["met"]);
      expect(warned({ ...whole, jurisdiction: undefined })).toStrictEqual(["met", "legal_warning_law_unknown floor"]);
      expect(warned(without(whole, "price_policy"))).toStrictEqual(["unmet"]);
      expect(warned(whole, [{ ...tag, kinds: ["trial"] }])).toStrictEqual(["met"]);
      expect(warned({ ...whole, jurisdiction: "US" }, [{ ...tag, jurisdictions: [] }])).toStrictEqual(["met", "legal_warning floor"]);
    });

    test("say in words that they are no verdict", () => {
      const words = (agreement: Agreement) =>
        checkAgreement(facts(agreement), { ...policy, legalTags: [tag] }).outcome.warnings.flatMap((one) =>
          (["en", "zh"] as const).map((language) => renderMessage(one, language, catalogue)),
        );
      expect(words(complete("agency"))).toStrictEqual([
        "For a lawyer to look at under the law of CN, not a verdict: Is there a floor",
        "请律师依 CN 法律审查，并非结论：是否有最低价",
      ]);
      expect(words({ ...complete("agency"), jurisdiction: undefined })).toStrictEqual([
        "For a lawyer to look at, not a verdict; the law of the agreement is not recorded, this may apply under CN: Is there a floor",
        "请律师审查，并非结论；协议未记录适用法律，以下可能适用于 CN：是否有最低价",
      ]);
    });

    test("the library's own tags ask about prices in China, and about the end of a trial in Germany", () => {
      const ids = (agreement: Agreement) =>
        warned(agreement, legalTags)
          .slice(1)
          .map((one) => one.split(" ")[1]);
      expect(ids(complete("agency"))).toStrictEqual(["resale_price_cn", "exclusivity_any"]);
      expect(ids({ ...complete("trial"), jurisdiction: "DE" })).toContain("agent_indemnity_eu");
      expect(ids({ ...complete("supply"), jurisdiction: "US" })).toStrictEqual([]);
      expect(new Set(legalTags.map(({ id }) => id)).size).toBe(legalTags.length);
      expect(JSON.parse(JSON.stringify(legalTags))).toStrictEqual(legalTags);
      for (const { question } of legalTags) expect(question.zh).toMatch(/\p{Script=Han}/u);
    });
  });

  test.each<[string, unknown, unknown, string]>([
    ["a stage that is none", { ...facts(trial), stage: "draft" }, policy, "kernel.not_a_choice at facts.stage"],
    [
      "no clauses in the agreement",
      facts({ ...trial, clauses: undefined as never }),
      policy,
      "kernel.not_a_list at facts.agreement.clauses",
    ],
    [
      "a clause that is none",
      facts({ ...trial, clauses: [{ kind: "weather" as never }] }),
      policy,
      "kernel.not_a_choice at facts.agreement.clauses[0].kind",
    ],
    ["no policy", facts(trial), null, "kernel.not_a_record at policy"],
    [
      "a row with a code of nobody",
      facts(trial),
      { ...policy, clauses: [{ code: "x", clause: "term", asked: {} }] },
      "kernel.not_a_choice at policy.clauses[0].code",
    ],
    [
      "a row given twice",
      facts(trial),
      { ...policy, clauses: [clauseCatalogue[0], clauseCatalogue[0]] },
      "kernel.named_twice at policy.clauses[1].code",
    ],
    ["no legal tags", facts(trial), { clauses: [] }, "kernel.not_a_list at policy.legalTags"],
    [
      "a tag without a question",
      facts(trial),
      { clauses: [], legalTags: [{ id: "x", jurisdictions: [] }] },
      "kernel.not_a_record at policy.legalTags[0].question",
    ],
    [
      "a criterion without a fact",
      facts(trial),
      { ...policy, criteria: [{ code: "host.x", kind: "is_true", title: { en: "x", zh: "某" } }] },
      "engine.criterion_fact at policy.criteria[0].fact",
    ],
  ])("names the place of %s", (_, given, by, fault) => {
    expect(faultAt(() => checkAgreement(given as never, by as never))).toBe(fault);
  });

  test("is plain JSON, readable in both languages, and changes nothing", () => {
    for (const agreement of [
      ...agreementKinds.map(complete),
      trial,
      { ...agency, jurisdiction: undefined, clauses: [{ kind: "exclusivity" as const }] },
    ]) {
      const answer = checkAgreement(frozen(facts(agreement, "signed")), frozen({ ...policy, legalTags }));
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      expect(answer.explanation.from).toHaveLength(answer.outcome.findings.length + answer.outcome.warnings.length);
      expect(rawLines(answer.explanation)).toStrictEqual([]);
      expect(rawMessages(answer.outcome.warnings)).toStrictEqual([]);
    }
  });
});
