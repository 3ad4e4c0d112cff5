import {
  type AdmissionApplication,
  type AdmissionCriterion,
  type AdmissionPaper,
  admissionMessages,
  agentRules,
  distributorRules,
  evaluateAdmission,
  exampleAgentPolicy,
  exampleDistributorPolicy,
  specialRules,
} from "qudao/admission";
import { checkRules } from "qudao/engine";
import { catalogue } from "qudao/i18n";
import { renderExplanation, renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import {
  agentApplication,
  changeFor,
  cny,
  decide,
  decideAgent,
  decideDistributor,
  distributorApplication,
  findingOn,
  neededFor,
  paper,
} from "../support/admission.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { revoked, throwing } from "../support/throwing.js";

const codes = (rules: readonly { readonly code: string }[]) => rules.map(({ code }) => code.replace("admission.", ""));

describe("the rules in force", () => {
  test("for agents are the items of the register, in its order", () => {
    expect(codes(agentRules)).toStrictEqual([
      "capital_sufficient",
      "experience_sufficient",
      "origin_recognised",
      "breach_free",
      "credit_sufficient",
      "sales_capacity_sufficient",
      "no_wilful_arrears",
      "financial_credit_sufficient",
      "cash_flow_sufficient",
      "turnover_sufficient",
      "tax_registered",
      "business_registered",
      "bank_account_proven",
      "property_mortgageable",
      "team_described",
      "management_described",
      "sales_plan_complete",
      "feasibility_analysed",
      "report_submitted",
      "reviewers_impartial",
    ]);
  });

  test("for distributors, and for the special evaluation", () => {
    expect(codes(distributorRules)).toStrictEqual([
      "capital_sufficient",
      "experience_sufficient",
      "origin_recognised",
      "breach_free",
      "credit_sufficient",
      "outlets_sufficient",
      "sales_capacity_sufficient",
      "tax_registered",
      "business_registered",
      "bank_account_proven",
      "property_mortgageable",
      "vacancy_open",
      "reviewers_impartial",
    ]);
    expect(codes(specialRules)).toStrictEqual(["special_score_sufficient", "vacancy_open", "reviewers_impartial"]);
  });

  test("are well-formed, and only the rule on origin binds in principle (原则上)", () => {
    const book = { catalogue: admissionMessages, folder: "admission" };
    expect([checkRules(agentRules, book), checkRules(distributorRules, book), checkRules(specialRules, book)]).toStrictEqual([[], [], []]);
    const waivable = [...agentRules, ...distributorRules, ...specialRules].filter((rule) => rule.waivable);
    expect(new Set(codes(waivable))).toStrictEqual(new Set(["origin_recognised"]));
  });
});

describe("evaluateAdmission()", () => {
  test("admits who lacks nothing, and records who decided what, on which policy and papers, and until when", () => {
    const { findings, ...record } = decideAgent();
    expect(findings.every(({ status, code }) => status === "met" || code === "admission.property_mortgageable")).toBe(true);
    expect(record).toStrictEqual({
      status: "admitted",
      valid: true,
      applicationId: "A-1",
      partyId: "north",
      scope: { kind: "agent", productGroupId: "cameras", territoryId: "shandong" },
      policy: { id: "example-agents", version: "example" },
      route: "ordinary",
      decidedOn: "2024-05-01",
      approver: "wang",
      reviewers: ["li"],
      score: null,
      needed: [],
      evidence: ["doc-bank_account", "doc-business_registration", "doc-tax_registration"],
      exceptions: [],
      validUntil: "2024-08-01",
      requalifyOn: "2025-05-01",
      reapplyFrom: null,
      respondBy: null,
      due: [
        { date: "2024-08-01", event: "validityEnded", subject: "A-1" },
        { date: "2025-05-01", event: "requalificationDue", subject: "A-1" },
      ],
    });
  });

  test("lists the days on which papers and exceptions of an admission lapse; the decision stays what it is", () => {
    const waiver = { rule: "admission.origin_recognised", ground: "x", approver: "chen", date: "2024-04-01", expires: "2024-12-01" };
    const evidence = [
      paper("business_registration", { expiresOn: "2024-06-30" }),
      paper("tax_registration", { expiresOn: "2026-01-01" }),
      paper("bank_account"),
    ];
    const decision = decideDistributor({ origin: "outsider", waivers: [waiver], evidence });
    expect(decision.status).toBe("admitted_with_exceptions");
    expect(decision.due.map(({ date, event, subject }) => `${date} ${event} ${subject}`)).toStrictEqual([
      "2024-06-30 evidenceExpired doc-business_registration",
      "2024-08-01 validityEnded A-1",
      "2024-12-01 waiverExpired admission.origin_recognised",
      "2025-05-01 requalificationDue A-1",
      "2026-01-01 evidenceExpired doc-tax_registration",
    ]);
  });

  test("asks every rule and lists every shortfall at once, with who has to act", () => {
    const decision = decideDistributor({
      registeredCapital: cny("400000"),
      creditGrade: null,
      evidence: [paper("bank_account", { status: "submitted" })],
    });
    expect(decision.status).toBe("rejected");
    expect(decision.findings).toHaveLength(distributorRules.length);
    expect(decision.needed.map(({ rule, from, change }) => [rule, from, change.code].join(" "))).toStrictEqual([
      "admission.capital_sufficient applicant admission.change_more",
      "admission.credit_sufficient manufacturer admission.fact_missing",
      "admission.tax_registered applicant admission.document_absent",
      "admission.business_registered applicant admission.document_absent",
      "admission.bank_account_proven manufacturer admission.document_unverified",
    ]);
  });

  test("S19-69: an agency is decided for each applicant by itself, never for want of a place", () => {
    expect(decideAgent({ outletPlan: { planned: 1, occupied: 9 } }).status).toBe("admitted");
  });

  test("S19-70: capital ten times the minimum brings an agent nothing that the minimum does not", () => {
    const { findings: _, ...just } = decideAgent();
    const { findings: __, ...tenfold } = decideAgent({ registeredCapital: cny("20000000") });
    expect(tenfold).toStrictEqual(just);
  });

  test("holds for its scope: party, kind, products, territory and, where named, customers", () => {
    const scope = { ...distributorApplication.scope, segmentId: "schools" };
    expect(decideDistributor({ scope }).scope).toStrictEqual(scope);
    expect(Object.keys(decideDistributor().scope)).not.toContain("segmentId");
  });

  test("without an approver it is a recommendation", () => {
    expect(decideAgent({ approver: undefined }).approver).toBeNull();
  });
});

describe("the time to answer", () => {
  const lacking = { registeredCapital: null };

  test.each([
    ["2024-05-19", "information_requested"],
    ["2024-05-20", "rejected"],
    ["2024-05-21", "rejected"],
  ])("thirty days from 2024-04-20: on %s an open question leaves it %s", (asOf, want) => {
    const decision = decideAgent({ ...lacking, asOf });
    expect([decision.status, decision.respondBy]).toStrictEqual([want, "2024-05-20"]);
    expect(neededFor(decision, "admission.capital_sufficient")).toStrictEqual(["applicant admission.fact_missing"]);
  });

  test("does not run for what the manufacturer owes", () => {
    const decision = decideAgent({ creditGrade: null, asOf: "2030-01-01" });
    expect([decision.status, decision.respondBy]).toStrictEqual(["information_requested", null]);
  });

  test("is not there where none is agreed", () => {
    const terms = { ...exampleAgentPolicy.terms, respondWithinDays: null };
    expect(decideAgent({ ...lacking, asOf: "2030-01-01" }, { terms })).toMatchObject({ status: "information_requested", respondBy: null });
  });

  test("dates that are not agreed are not given", () => {
    const terms = { respondWithinDays: null, validForMonths: null, requalifyAfterMonths: null, reapplyAfterMonths: null };
    expect(decideAgent({}, { terms })).toMatchObject({ status: "admitted", validUntil: null, requalifyOn: null, due: [] });
    expect(decideAgent({ arrears: null, breaches: null, creditGrade: "C" }, { terms })).toMatchObject({
      status: "rejected",
      reapplyFrom: null,
    });
  });

  test("after a rejection a new application is open six months later", () => {
    const decision = decideAgent({ creditGrade: "C" });
    expect(decision.reapplyFrom).toBe("2024-11-01");
    expect(decision.due).toStrictEqual([{ date: "2024-11-01", event: "reapplicationOpened", subject: "A-1" }]);
  });
});

describe("a policy of the host", () => {
  const brands: AdmissionCriterion = {
    code: "host.few_brands",
    kind: "max",
    fact: "own.competingBrands",
    max: "2",
    title: { en: "Carries at most two competing brands", zh: "经营的竞争品牌不超过两个" },
    source: "Policy 2024, 7.3",
  };
  const licence: AdmissionPaper = {
    code: "host.sales_licence",
    title: { en: "Holds a sales licence", zh: "持有销售资质" },
    documents: ["sales_licence", "compliance_certificate"],
  };

  test.each([
    ["1", "met", "admitted"],
    ["2", "met", "admitted"],
    ["3", "unmet", "rejected"],
    [undefined, "unknown", "information_requested"],
  ])("adds its own criterion as data: %s competing brands are %s", (competingBrands, status, want) => {
    const decision = decideAgent({ own: { ...(competingBrands !== undefined && { competingBrands }) } }, { criteria: [brands] });
    expect([findingOn(decision, brands.code).status, decision.status]).toStrictEqual([status, want]);
  });

  test("has its criterion explained in both languages, with its own words", () => {
    const policy = { ...exampleAgentPolicy, criteria: [brands] };
    const { explanation, outcome } = evaluateAdmission({ ...agentApplication, own: { competingBrands: "5" } }, policy);
    expect(renderExplanation(explanation, { language: "en", catalogue })).toContain(
      "Not met: Carries at most two competing brands\n    own.competingBrands is 5, at most 2 is allowed",
    );
    expect(renderExplanation(explanation, { language: "zh", catalogue })).toContain("不符合：经营的竞争品牌不超过两个");
    const { change } = changeFor(outcome, brands.code);
    expect(renderMessage(change, "en", catalogue)).toBe("Carries at most two competing brands: 3 less, to come down to 2");
    expect(renderMessage(change, "zh", catalogue)).toBe("经营的竞争品牌不超过两个：超出 3，须降至 2");
  });

  test("asks for the facts of its criterion from whom it says", () => {
    const asked = (criterion: AdmissionCriterion) => neededFor(decideAgent({}, { criteria: [criterion] }), brands.code);
    expect(asked(brands)).toStrictEqual(["applicant admission.criterion_fact_missing"]);
    expect(asked({ ...brands, from: "manufacturer" })).toStrictEqual(["manufacturer admission.criterion_fact_missing"]);
    expect(asked({ ...brands, max: null })).toStrictEqual([
      "applicant admission.criterion_fact_missing",
      "manufacturer engine.threshold_unset",
    ]);
  });

  test("may let its criterion bind in principle, or only report it", () => {
    const own = { competingBrands: "5" };
    const waivers = [{ rule: brands.code, ground: "Sells out by June", approver: "chen", date: "2024-04-01" }];
    expect(decideAgent({ own, waivers }, { criteria: [{ ...brands, waivable: true }] }).status).toBe("admitted_with_exceptions");
    expect(decideAgent({ own, waivers }, { criteria: [brands] })).toMatchObject({ status: "rejected" });
    expect(decideAgent({ own }, { criteria: [{ ...brands, weight: "advisory" }] }).status).toBe("admitted");
  });

  test.each<[AdmissionCriterion, object, string]>([
    [{ ...brands, kind: "min", min: "4" } as AdmissionCriterion, { competingBrands: "3.5" }, "admission.change_criterion_more"],
    [
      { ...brands, kind: "at_least_count", fact: "own.staff", count: 2 } as AdmissionCriterion,
      { staff: [1] },
      "admission.change_criterion_more",
    ],
    [{ ...brands, kind: "is_true", fact: "own.open" } as AdmissionCriterion, { open: false }, "admission.change_criterion"],
    [
      { ...brands, kind: "any_of", of: [{ kind: "is_true", fact: "own.open" }] } as unknown as AdmissionCriterion,
      { open: false },
      "admission.change_criterion",
    ],
  ])("says of a criterion what would have to change: %j", (criterion, own, want) => {
    expect(changeFor(decideAgent({ own: own as never }, { criteria: [criterion] }), brands.code).change.code).toBe(want);
  });

  test("asks for the parts of a group that are open", () => {
    const group = {
      ...brands,
      kind: "any_of",
      of: [
        { kind: "is_true", fact: "own.a" },
        { kind: "is_true", fact: "own.b" },
      ],
    } as unknown as AdmissionCriterion;
    const { needed } = decideAgent({ own: { a: false } }, { criteria: [group] });
    expect(needed.map(({ change }) => change.params["facts"])).toStrictEqual([["own.b"]]);
  });

  test.each([
    [[], "unknown", "applicant admission.document_absent"],
    [[paper("compliance_certificate")], "met", undefined],
    [[paper("sales_licence", { expiresOn: "2024-05-01" })], "unknown", "applicant admission.document_expired"],
    [[paper("sales_licence", { status: "submitted" })], "unknown", "manufacturer admission.document_unverified"],
  ])("asks for papers of its own, one of a list, as strictly as for those of the texts: %j", (papers, status, want) => {
    const evidence = [...(agentApplication.evidence ?? []), ...papers];
    const decision = decideAgent({ evidence }, { papers: [licence] });
    expect(findingOn(decision, licence.code).status).toBe(status);
    expect(neededFor(decision, licence.code)[0]).toBe(want);
  });

  test("S19-103: may bind a rule otherwise than the texts, and the decision follows", () => {
    const binding = { "admission.property_mortgageable": "in_principle" } as const;
    const waivers = [{ rule: "admission.property_mortgageable", ground: "Bank guarantee", approver: "chen", date: "2024-04-01" }];
    expect(decideDistributor({ property: [], waivers }).status).toBe("rejected");
    expect(decideDistributor({ property: [], waivers }, { binding }).status).toBe("admitted_with_exceptions");
  });

  test("is JSON: from the database it decides as before", () => {
    const stored = JSON.parse(JSON.stringify({ ...exampleAgentPolicy, criteria: [brands], papers: [licence] }));
    const application = { ...agentApplication, own: { competingBrands: "1" } };
    expect(evaluateAdmission(application, stored)).toStrictEqual(
      evaluateAdmission(application, { ...exampleAgentPolicy, criteria: [brands], papers: [licence] }),
    );
  });
});

describe("an exception", () => {
  const waiver = { rule: "admission.origin_recognised", ground: "Bought a trial distributor", approver: "chen", date: "2024-04-01" };

  test("of a rule that binds always changes nothing and is reported", () => {
    const decision = decideAgent({ registeredCapital: cny("1"), waivers: [{ ...waiver, rule: "admission.capital_sufficient" }] });
    expect(decision.status).toBe("rejected");
    expect(neededFor(decision, "admission.capital_sufficient")).toStrictEqual([
      "applicant admission.change_more",
      "manufacturer engine.waiver_not_allowed",
    ]);
  });

  test("is not needed by who is admitted without it, and is not held against it", () => {
    expect(decideAgent({ waivers: [waiver] })).toMatchObject({ status: "admitted", exceptions: [], needed: [] });
  });

  test.each([
    ["2024-03-31", "rejected"],
    ["2024-04-01", "admitted_with_exceptions"],
    ["2024-05-31", "admitted_with_exceptions"],
    ["2024-06-01", "rejected"],
  ])("counts from its day to the day before it expires: on %s the outsider is %s", (asOf, want) => {
    const waivers = [{ ...waiver, expires: "2024-06-01" }];
    const report = { submittedOn: "2024-03-01", file: "r.pdf" };
    expect(decideAgent({ origin: "outsider", waivers, asOf, report, submittedOn: "2024-03-20" }).status).toBe(want);
  });

  test("never covers what is not known", () => {
    expect(decideAgent({ origin: null, waivers: [waiver] }).status).toBe("information_requested");
  });
});

describe("what is malformed", () => {
  const at = (change: object, policy: object = {}) =>
    faultAt(() =>
      evaluateAdmission({ ...agentApplication, ...change } as AdmissionApplication, { ...exampleAgentPolicy, ...policy } as never),
    );

  test.each<[object, string]>([
    [{ id: "" }, "kernel.not_text at facts.id"],
    [{ asOf: "2024-02-30" }, "kernel.not_a_date at facts.asOf"],
    [{ submittedOn: null }, "kernel.not_a_date at facts.submittedOn"],
    [{ applicant: { id: "north", kind: "retailer" } }, "kernel.not_a_choice at facts.applicant.kind"],
    [{ applicant: { id: "north", kind: "other", scale: "huge" } }, "kernel.not_a_choice at facts.applicant.scale"],
    [{ scope: { kind: "distributor", productGroupId: "x", territoryId: "y" } }, "admission.other_kind at facts.scope.kind"],
    [{ scope: { kind: "agent", productGroupId: "", territoryId: "y" } }, "kernel.not_text at facts.scope.productGroupId"],
    [{ reviewers: undefined }, "kernel.not_a_list at facts.reviewers"],
    [{ reviewers: [{}] }, "kernel.not_text at facts.reviewers[0].id"],
    [{ approver: 7 }, "kernel.not_text at facts.approver"],
    [{ waivers: {} }, "kernel.not_a_list at facts.waivers"],
    [{ waivers: [{ rule: "x", date: "soon" }] }, "kernel.not_a_date at facts.waivers[0].date"],
    [{ registeredCapital: 5 }, "kernel.not_an_amount at facts.registeredCapital"],
    [{ registeredCapital: { amount: "x", currency: "CNY" } }, "kernel.not_a_decimal at facts.registeredCapital.amount"],
    [{ experience: { industryYears: "many" } }, "kernel.not_a_decimal at facts.experience.industryYears"],
    [{ origin: "moon" }, "kernel.not_a_choice at facts.origin"],
    [{ nominations: [5] }, "kernel.not_a_record at facts.nominations[0]"],
    [{ breaches: [{ id: "B", kind: "diversion", during: "war", date: "2024-01-01" }] }, "kernel.not_a_choice at facts.breaches[0].during"],
    [{ arrears: [{ id: "R", creditor: "c", since: "2024-01-01", wilful: "yes" }] }, "kernel.not_a_choice at facts.arrears[0].wilful"],
    [{ salesCapacity: { amount: cny("1"), per: "day", basis: "achieved" } }, "kernel.not_a_choice at facts.salesCapacity.per"],
    [{ cashFlow: { amount: cny("1"), per: "year", basis: "gross" } }, "kernel.not_a_choice at facts.cashFlow.basis"],
    [{ workingCapital: { sales: cny("1") } }, "kernel.not_an_amount at facts.workingCapital.opening"],
    [
      { evidence: [{ id: "D", kind: "tax_registration", subjectId: "north", status: "fine" }] },
      "kernel.not_a_choice at facts.evidence[0].status",
    ],
    [{ evidence: {} }, "kernel.not_a_list at facts.evidence"],
    [{ team: [null] }, "kernel.not_a_record at facts.team[0]"],
    [{ team: [{ name: 5 }] }, "kernel.not_text at facts.team[0].name"],
    [{ management: "good" }, "kernel.not_a_record at facts.management"],
    [{ report: { submittedOn: "yesterday", file: "r" } }, "kernel.not_a_date at facts.report.submittedOn"],
  ])("%j is a fault with its place: %s", (change, want) => {
    expect(at(change)).toBe(want);
  });

  test("a policy that is faulted is refused, with the place of the fault", () => {
    expect(at({}, { version: "" })).toBe("kernel.not_text at policy.version");
    expect(at({}, { minRegisteredCapital: undefined })).toBe("kernel.not_a_record at policy.minRegisteredCapital");
    expect(faultAt(() => evaluateAdmission(agentApplication, null as never))).toBe("kernel.not_a_record at policy");
    expect(faultAt(() => evaluateAdmission(null as never, exampleAgentPolicy))).toBe("kernel.not_a_record at facts");
  });

  test("data that throw when they are read end in a fault of the library", () => {
    expect(faultAt(() => evaluateAdmission(throwing("asOf", agentApplication) as never, exampleAgentPolicy))).toBe(
      "kernel.unreadable at facts",
    );
    expect(faultAt(() => evaluateAdmission(throwing("report", agentApplication) as never, exampleAgentPolicy))).toBe(
      "kernel.unreadable at facts",
    );
    expect(faultAt(() => evaluateAdmission(agentApplication, throwing("terms", exampleAgentPolicy) as never))).toMatch(
      /^kernel\.unreadable at /,
    );
    expect(faultAt(() => evaluateAdmission(revoked() as never, exampleAgentPolicy))).toBe("kernel.unreadable at facts");
  });

  test("ratings that cannot be read are named where they stand", () => {
    const application = {
      ...distributorApplication,
      applicant: { id: "north", kind: "contractor", scale: "large" },
      ratings: { projectCredit: "good", constructionAbility: "1" },
    };
    expect(faultAt(() => evaluateAdmission(application as never, exampleDistributorPolicy))).toBe(
      "kernel.not_a_decimal at facts.ratings.projectCredit",
    );
  });
});

test("both examples of a policy say that they are examples", () => {
  for (const policy of [exampleAgentPolicy, exampleDistributorPolicy]) {
    expect(`${policy.id} ${policy.version} ${policy.title?.en} ${policy.title?.zh}`).toMatch(/^example-\S+ example Example .*示例/);
  }
});

test("nothing that was given is changed", () => {
  expect(decide(frozen({ ...agentApplication }), frozen(exampleAgentPolicy)).status).toBe("admitted");
});
