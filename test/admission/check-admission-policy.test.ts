import {
  type AdmissionPolicy,
  type AgentAdmissionPolicy,
  checkAdmissionPolicy,
  type DistributorAdmissionPolicy,
  evaluateAdmission,
  exampleAgentPolicy,
  exampleDistributorPolicy,
} from "qudao/admission";
import { catalogue } from "qudao/i18n";
import { renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { agentApplication, cny, distributorApplication } from "../support/admission.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { throwing } from "../support/throwing.js";

function remarks(policy: unknown, beside: readonly AdmissionPolicy[] = []): readonly string[] {
  return checkAdmissionPolicy(frozen(policy) as AdmissionPolicy, beside).map((remark) => {
    for (const language of ["en", "zh"] as const)
      expect(renderMessage(remark, language, catalogue)).not.toMatch(/^(kernel|engine|admission)\.|[{?}]/);
    return `${remark.severity} ${remark.code} ${remark.path}`;
  });
}

const agent = (change: { readonly [K in keyof AgentAdmissionPolicy]?: unknown }) => remarks({ ...exampleAgentPolicy, ...change });
const distributor = (change: { readonly [K in keyof DistributorAdmissionPolicy]?: unknown }) =>
  remarks({ ...exampleDistributorPolicy, ...change });

describe("checkAdmissionPolicy()", () => {
  test("finds nothing wrong with the examples, alone or beside each other", () => {
    expect(remarks(exampleAgentPolicy, [exampleDistributorPolicy])).toStrictEqual([]);
    expect(remarks(exampleDistributorPolicy, [exampleAgentPolicy])).toStrictEqual([]);
  });

  test("lists every threshold of the texts that is not agreed yet: seven, and those said in words", () => {
    const unset = [
      "minRegisteredCapital",
      "minExperienceYears",
      "breachTolerance",
      "minCreditGrade",
      "minFinancialCreditGrade",
      "minSalesCapacity",
      "minFreeProperty",
      "minCashFlow",
      "minCapitalTurnover",
    ] as const;
    const nothing = Object.fromEntries(unset.map((name) => [name, null]));
    expect(agent(nothing)).toStrictEqual(unset.map((name) => `unset admission.threshold_not_agreed ${name}`));
    const policy = { ...exampleAgentPolicy, ...nothing } as AgentAdmissionPolicy;
    const { outcome } = evaluateAdmission(agentApplication, policy);
    expect(outcome.status).toBe("information_requested");
    // all of them but the one that is only reported
    expect(outcome.needed.filter(({ change }) => change.code === "engine.threshold_unset")).toHaveLength(unset.length - 1);
  });

  test("and of a distributor", () => {
    const unset = [
      "minRegisteredCapital",
      "minExperienceYears",
      "minCreditGrade",
      "minSalesCapacity",
      "minFreeProperty",
      "minOutletNetwork",
    ] as const;
    const nothing = Object.fromEntries(unset.map((name) => [name, null]));
    expect(distributor(nothing)).toStrictEqual(unset.map((name) => `unset admission.threshold_not_agreed ${name}`));
    const policy = { ...exampleDistributorPolicy, ...nothing } as DistributorAdmissionPolicy;
    expect(evaluateAdmission(distributorApplication, policy).outcome.needed).toHaveLength(unset.length);
  });

  test("lists terms, a cut-off and pass scores that are not agreed", () => {
    const terms = { respondWithinDays: null, validForMonths: null, requalifyAfterMonths: null, reapplyAfterMonths: null };
    expect(agent({ terms, ranking: { ...exampleAgentPolicy.ranking, cutOff: null } })).toStrictEqual([
      "unset admission.term_not_agreed terms.respondWithinDays",
      "unset admission.term_not_agreed terms.validForMonths",
      "unset admission.term_not_agreed terms.requalifyAfterMonths",
      "unset admission.term_not_agreed terms.reapplyAfterMonths",
      "unset admission.threshold_not_agreed ranking.cutOff",
    ]);
    const special = exampleDistributorPolicy.special.map((one) => ({ ...one, passScore: null }));
    expect(distributor({ special })).toStrictEqual([
      "unset admission.threshold_not_agreed special[0].passScore",
      "unset admission.threshold_not_agreed special[1].passScore",
    ]);
  });

  test.each([
    ["1999999.99", []],
    ["2000000", []],
    ["2000000.01", ["warning admission.minimum_above_agents minRegisteredCapital"]],
  ])("S19-92: warns where distributors need more capital (%s) than agents", (amount, want) => {
    const policy = { ...exampleDistributorPolicy, minRegisteredCapital: cny(amount) };
    expect(remarks(policy, [exampleAgentPolicy])).toStrictEqual(want);
    expect(remarks(exampleAgentPolicy, [policy])).toStrictEqual(want);
    expect(remarks(policy, [])).toStrictEqual([]);
  });

  test("compares with what can be compared, and with nothing else", () => {
    const odd = [
      null,
      {},
      { kind: "distributor", minRegisteredCapital: { amount: "lots" } },
      { ...exampleDistributorPolicy, minRegisteredCapital: null },
    ];
    expect(remarks(exampleAgentPolicy, odd as never)).toStrictEqual([]);
    expect(remarks(exampleAgentPolicy, [{ ...exampleAgentPolicy, minRegisteredCapital: cny("1") }])).toStrictEqual([]);
  });

  test("does not compare minimums in different currencies", () => {
    const policy = { ...exampleDistributorPolicy, minRegisteredCapital: { amount: "9000000", currency: "USD" } };
    expect(remarks(policy, [exampleAgentPolicy])).toStrictEqual([]);
  });

  test.each<[object, readonly string[]]>([
    [{ breachTolerance: 1 }, ["warning admission.breaches_tolerated breachTolerance"]],
    [{ routes: [] }, ["warning admission.no_route routes"]],
    [{ binding: { "admission.tax_registered": "advisory" } }, ["warning admission.rule_loosened binding.admission.tax_registered"]],
    [
      { binding: { "admission.capital_sufficient": "in_principle" } },
      ["warning admission.rule_loosened binding.admission.capital_sufficient"],
    ],
    [{ binding: { "admission.origin_recognised": "in_principle" } }, []],
    [{ binding: { "admission.origin_recognised": "always" } }, []],
    [{ binding: { "admission.property_mortgageable": "always" } }, []],
    [{ binding: { "admission.property_mortgageable": "advisory" } }, []],
  ])("warns of %j where it departs from the texts", (change, want) => {
    expect(agent(change)).toStrictEqual(want);
  });

  test("warns of an indicator that is not weighed, and of a rating that may be missing", () => {
    const [first, ...others] = exampleAgentPolicy.ranking.scorecard.criteria;
    const scorecard = { ...exampleAgentPolicy.ranking.scorecard, weights: "keys", criteria: others };
    expect(agent({ ranking: { ...exampleAgentPolicy.ranking, scorecard } })).toStrictEqual([
      "warning admission.indicator_unweighed ranking.scorecard",
    ]);
    const lenient = { ...scorecard, criteria: [{ ...first, missing: { then: "zero" } }, ...others] };
    expect(agent({ ranking: { ...exampleAgentPolicy.ranking, scorecard: lenient } })).toStrictEqual([
      "warning admission.rating_optional ranking.scorecard.criteria[0].missing",
    ]);
    const [integrators] = exampleDistributorPolicy.special;
    const criteria = integrators?.scorecard.criteria.slice(1);
    const special = [{ ...integrators, scorecard: { ...integrators?.scorecard, weights: "keys", criteria } }];
    expect(distributor({ special })).toStrictEqual(["warning admission.indicator_unweighed special[0].scorecard"]);
  });

  test.each<[object, string]>([
    [{ id: "" }, "kernel.not_text id"],
    [{ version: 3 }, "kernel.not_text version"],
    [{ title: { en: "x" } }, "kernel.not_text title.zh"],
    [{ kind: "dealer" }, "kernel.not_a_choice kind"],
    [{ minRegisteredCapital: undefined }, "kernel.not_a_record minRegisteredCapital"],
    [{ minRegisteredCapital: cny("-1") }, "admission.amount_negative minRegisteredCapital.amount"],
    [{ minRegisteredCapital: { amount: 5, currency: "CNY" } }, "kernel.not_a_decimal minRegisteredCapital.amount"],
    [{ minRegisteredCapital: { amount: "5", currency: "yuan" } }, "kernel.not_a_currency minRegisteredCapital.currency"],
    [{ minExperienceYears: 3 }, "kernel.not_a_decimal minExperienceYears"],
    [{ routes: [{ kind: "walk" }] }, "kernel.not_a_choice routes[0].kind"],
    [{ routes: [{ kind: "origin", origins: [] }] }, "admission.list_empty routes[0].origins"],
    [{ routes: [{ kind: "nomination", nominators: ["king"] }] }, "kernel.not_a_choice routes[0].nominators[0]"],
    [{ breachTolerance: -1 }, "kernel.not_a_count breachTolerance"],
    [{ creditScale: ["B", "A", "B"] }, "admission.repeated creditScale[2]"],
    [{ minCreditGrade: "D" }, "admission.grade_unknown minCreditGrade"],
    [{ minFinancialCreditGrade: "D" }, "admission.grade_unknown minFinancialCreditGrade"],
    [{ minSalesCapacity: { amount: cny("1"), per: "day", basis: "achieved" } }, "kernel.not_a_choice minSalesCapacity.per"],
    [{ minCashFlow: { amount: cny("1"), per: "year", basis: "gross" } }, "kernel.not_a_choice minCashFlow.basis"],
    [{ minCapitalTurnover: { least: "1", per: "day" } }, "kernel.not_a_choice minCapitalTurnover.per"],
    [{ minCapitalTurnover: { least: "-1", per: "year" } }, "admission.amount_negative minCapitalTurnover.least"],
    [{ minCapitalTurnover: { reachesShare: "1.1", peers: ["1"], per: "year" } }, "kernel.not_a_rate minCapitalTurnover.reachesShare"],
    [{ minCapitalTurnover: { reachesShare: "1", peers: [], per: "year" } }, "admission.list_empty minCapitalTurnover.peers"],
    [{ unifiedLicence: true }, "kernel.not_a_choice unifiedLicence"],
    [{ minFreeProperty: cny("x") }, "kernel.not_a_decimal minFreeProperty.amount"],
    [{ papers: [{ code: "x.y", title: { en: "a", zh: "甲" }, documents: ["deed"] }] }, "kernel.not_a_choice papers[0].documents[0]"],
    [{ papers: [{ code: "admission.y", title: { en: "a", zh: "甲" }, documents: ["other"] }] }, "admission.code_taken papers[0].code"],
    [{ criteria: [{ code: "host.x", kind: "min", fact: "own.x", min: "1", title: { en: "a" } }] }, "kernel.not_text criteria[0].title.zh"],
    [
      { criteria: [{ code: "host.x", kind: "least", fact: "own.x", title: { en: "a", zh: "甲" } }] },
      "kernel.not_a_choice criteria[0].kind",
    ],
    [
      { criteria: [{ code: "engine.x", kind: "is_true", fact: "own.x", title: { en: "a", zh: "甲" } }] },
      "admission.code_taken criteria[0].code",
    ],
    [
      { criteria: [{ code: "host.x", kind: "is_true", fact: "own.x", title: { en: "a", zh: "甲" }, from: "bank" }] },
      "kernel.not_a_choice criteria[0].from",
    ],
    [
      { criteria: [{ code: "host.x", kind: "document_valid", fact: "evidence", document: "other", title: { en: "a", zh: "甲" } }] },
      "admission.evidence_read_raw criteria[0]",
    ],
    [{ binding: { "admission.no_such_rule": "always" } }, "admission.rule_not_asked binding.admission.no_such_rule"],
    [{ binding: { "admission.outlets_sufficient": "always" } }, "admission.rule_not_asked binding.admission.outlets_sufficient"],
    [{ binding: { "admission.reviewers_impartial": "advisory" } }, "admission.rule_not_asked binding.admission.reviewers_impartial"],
    [{ binding: { "admission.tax_registered": "maybe" } }, "kernel.not_a_choice binding.admission.tax_registered"],
    [{ terms: null }, "kernel.not_a_record terms"],
    [{ terms: { ...exampleAgentPolicy.terms, validForMonths: 1.5 } }, "kernel.not_a_count terms.validForMonths"],
    [{ ranking: null }, "kernel.not_a_record ranking"],
    [{ ranking: { ...exampleAgentPolicy.ranking, ties: "toss" } }, "kernel.not_a_choice ranking.ties"],
  ])("faults %j", (change, want) => {
    expect(agent(change)).toStrictEqual([`fault ${want}`]);
  });

  test.each<[object, string]>([
    [{ minOutletNetwork: { least: -1 } }, "kernel.not_a_count minOutletNetwork.least"],
    [{ minOutletNetwork: { leastCoverage: "2" } }, "kernel.not_a_rate minOutletNetwork.leastCoverage"],
    [{ special: {} }, "kernel.not_a_list special"],
    [
      { special: [...exampleDistributorPolicy.special, exampleDistributorPolicy.special[0]] },
      "admission.repeated special[2].applicantKind",
    ],
    [
      { special: [{ ...exampleDistributorPolicy.special[0], large: { kind: "min", fact: "own.x" } }] },
      "kernel.not_a_decimal special[0].large.min",
    ],
    [{ special: [{ ...exampleDistributorPolicy.special[0], applicantKind: "other" }] }, "kernel.not_a_choice special[0].applicantKind"],
    [
      { binding: { "admission.special_score_sufficient": "advisory" } },
      "admission.rule_not_asked binding.admission.special_score_sufficient",
    ],
  ])("faults %j of a distributor policy", (change, want) => {
    expect(distributor(change)).toStrictEqual([`fault ${want}`]);
  });

  test("faults a scale that needs a field, a code that is there twice, and every fault at once", () => {
    const [integrators, contractors] = exampleDistributorPolicy.special;
    const criteria = integrators?.scorecard.criteria.map((one) => ({ ...one, scale: { kind: "relative", full: "100", better: "higher" } }));
    expect(distributor({ special: [{ ...integrators, scorecard: { ...integrators?.scorecard, criteria } }, contractors] })).toHaveLength(4);
    const title = { en: "a", zh: "甲" };
    const twice = { code: "host.x", kind: "is_true", fact: "own.x", title };
    const paper = { code: "host.x", title, documents: ["other"] };
    expect(agent({ criteria: [twice, twice], papers: [paper] })).toStrictEqual([
      "fault admission.code_taken criteria[0].code",
      "fault admission.code_taken criteria[1].code",
    ]);
    expect(agent({ id: "", minExperienceYears: "many", unifiedLicence: null })).toStrictEqual([
      "fault kernel.not_text id",
      "fault kernel.not_a_decimal minExperienceYears",
      "fault kernel.not_a_choice unifiedLicence",
    ]);
  });

  test("a policy it finds no fault with is accepted, and one it faults is refused", () => {
    const refused = { ...exampleAgentPolicy, unifiedLicence: "maybe" as never };
    expect(faultAt(() => evaluateAdmission(agentApplication, refused))).toBe("kernel.not_a_choice at policy.unifiedLicence");
  });

  test("looks at whatever it is given", () => {
    expect(remarks(null)).toStrictEqual(["fault kernel.not_a_record "]);
    expect(remarks([])).toStrictEqual(["fault kernel.not_a_record "]);
    expect(faultAt(() => checkAdmissionPolicy(throwing("id") as never, []))).toBe("kernel.unreadable at policy.id");
    expect(faultAt(() => checkAdmissionPolicy(exampleAgentPolicy, null as never))).toBe("kernel.not_a_list at beside");
  });
});
