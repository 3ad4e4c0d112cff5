import {
  type AdmissionApplication,
  type AdmissionDecision,
  type AdmissionPolicy,
  type AgentAdmissionPolicy,
  type DistributorAdmissionPolicy,
  evaluateAdmission,
  exampleAgentPolicy,
  exampleDistributorPolicy,
  type NeededChange,
} from "qudao/admission";
import type { Finding } from "qudao/engine";
import type { EvidenceDocument, EvidenceKind } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { renderExplanation, renderMessage } from "qudao/kernel";
import { expect } from "vitest";
import { frozen } from "./frozen.js";

/** The day every test asks on, unless it says otherwise. */
export const asOf = "2024-05-01";

export const cny = (amount: string) => ({ amount, currency: "CNY" });

/** A verified document about the applicant. */
export function paper(kind: EvidenceKind, more: Partial<EvidenceDocument> = {}): EvidenceDocument {
  return { id: `doc-${kind}`, kind, subjectId: "north", status: "verified", ...more };
}

const base = {
  id: "A-1",
  asOf,
  submittedOn: "2024-04-20",
  applicant: { id: "north", title: { en: "North Trading", zh: "北方商贸" }, kind: "other" },
  reviewers: [{ id: "li" }],
  approver: "wang",
  breaches: [],
  evidence: [paper("business_registration"), paper("tax_registration"), paper("bank_account")],
} as const satisfies Partial<AdmissionApplication>;

/** An application for an agency that lacks nothing under `exampleAgentPolicy`. */
export const agentApplication: AdmissionApplication = frozen({
  ...base,
  scope: { kind: "agent", productGroupId: "cameras", territoryId: "shandong" },
  registeredCapital: cny("2000000"),
  experience: { industryYears: "3", likeProductsYears: "1" },
  origin: "distributor",
  creditGrade: "B",
  financialCreditGrade: "A",
  salesCapacity: { amount: cny("10000000"), per: "year", basis: "achieved" },
  arrears: [],
  cashFlow: { amount: cny("1000000"), per: "year", basis: "net_operating" },
  workingCapital: { sales: cny("10000000"), opening: cny("2000000"), closing: cny("3000000"), per: "year" },
  team: [{ name: "Sun", post: "manager", qualification: "engineer", experience: "ten years of security systems" }],
  management: { managementTeam: "Sun, Zhou", managementSystem: "handbook of 2023" },
  salesPlan: {
    products: ["dome camera"],
    marketSituation: "schools renew their systems",
    volumes: [{ product: "dome camera", quantity: { value: "500", unit: "piece" }, per: "quarter" }],
  },
  feasibility: { nearTerm: "two tenders in autumn" },
  report: { submittedOn: "2024-04-20", file: "reports/A-1.pdf" },
});

/** An application for a distribution that lacks nothing under `exampleDistributorPolicy`. */
export const distributorApplication: AdmissionApplication = frozen({
  ...base,
  scope: { kind: "distributor", productGroupId: "cameras", territoryId: "jinan" },
  registeredCapital: cny("500000"),
  experience: { industryYears: "2", likeProductsYears: "0" },
  origin: "trial_distributor",
  creditGrade: "A",
  salesCapacity: { amount: cny("2000000"), per: "year", basis: "achieved" },
  outletNetwork: { outlets: 5 },
  outletPlan: { planned: 4, occupied: 3 },
  property: [{ id: "shop", appraisedValue: cny("900000"), encumbrances: cny("400000"), mortgageable: true, title: "verified" }],
});

type Changes = Partial<AdmissionApplication>;

const raw = /\b(kernel|engine|entities|admission)\.[a-z_]+|\{[a-z]|[?}]/;

/** Decides, and looks at what every answer must be: plain, renderable in both languages, and made without touching what was given. */
export function decide(application: AdmissionApplication, policy: AdmissionPolicy): AdmissionDecision {
  const answer = evaluateAdmission(frozen(application), frozen(policy));
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  for (const language of ["en", "zh"] as const) {
    expect(renderExplanation(answer.explanation, { language, catalogue })).not.toMatch(raw);
    for (const { change } of answer.outcome.needed) expect(renderMessage(change, language, catalogue)).not.toMatch(raw);
  }
  return answer.outcome;
}

export const decideAgent = (changes: Changes = {}, policy: Partial<AgentAdmissionPolicy> = {}) =>
  decide({ ...agentApplication, ...changes }, { ...exampleAgentPolicy, ...policy });

export const decideDistributor = (changes: Changes = {}, policy: Partial<DistributorAdmissionPolicy> = {}) =>
  decide({ ...distributorApplication, ...changes }, { ...exampleDistributorPolicy, ...policy });

/** What was found about one rule; asked of everybody, so that it must be there. */
export function findingOn(decision: AdmissionDecision, rule: string): Finding {
  const finding = decision.findings.find(({ code }) => code === rule);
  if (finding === undefined) throw new Error(`${rule} was not asked`);
  return finding;
}

/** What one rule needs, as `from change-code`. */
export function neededFor(decision: AdmissionDecision, rule: string): readonly string[] {
  return decision.needed.filter((one) => one.rule === rule).map(({ from, change }) => `${from} ${change.code}`);
}

/** The one change that a rule needs. */
export function changeFor(decision: AdmissionDecision, rule: string): NeededChange {
  const [change, ...more] = decision.needed.filter((one) => one.rule === rule);
  if (change === undefined || more.length > 0) throw new Error(`${rule} needs ${more.length + (change ? 1 : 0)} changes`);
  return change;
}

/** How a rule and the whole decision came out, as `met, admitted`. */
export function cameOut(decision: AdmissionDecision, rule: string): string {
  return `${findingOn(decision, rule).status}, ${decision.status}`;
}
