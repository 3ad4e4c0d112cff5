import fc from "fast-check";
import {
  type AdmissionApplication,
  type AdmissionDecision,
  type AdmissionPolicy,
  checkAdmissionPolicy,
  computeCapitalTurnover,
  evaluateAdmission,
  evaluateAdmissions,
  evaluateQualification,
  exampleAgentPolicy,
  exampleDistributorPolicy,
  rankAgentCandidates,
} from "qudao/admission";
import { isLibraryFault } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { agentApplication, cny, distributorApplication, paper } from "../support/admission.js";

const seed = { seed: 20240501 };

const money = fc.integer({ min: 0, max: 4_000_000 }).map((yuan) => cny(String(yuan)));
const day = fc.constantFrom("2023-01-01", "2024-04-30", "2024-05-01", "2024-05-02", "2025-01-01");
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const evidence = fc.array(
  fc.record({
    id: fc.constantFrom("D-1", "D-2", "D-3", "D-4"),
    kind: fc.constantFrom(
      "business_registration" as const,
      "tax_registration" as const,
      "unified_business_licence" as const,
      "bank_account" as const,
    ),
    subjectId: fc.constantFrom("north", "south"),
    status: fc.constantFrom("submitted" as const, "verified" as const, "refused" as const),
    expiresOn: fc.option(day, { nil: undefined }),
  }),
  { maxLength: 6 },
);
const nominations = fc.array(
  fc.record({
    nominatorId: fc.constantFrom("east", "west", "north"),
    nominatorKind: fc.constantFrom("agent" as const, "distributor" as const, "other" as const),
    nominatorStatus: maybe(fc.constantFrom("active" as const, "suspended" as const)),
    evaluation: maybe(
      fc.record({ verdict: fc.constantFrom("suitable" as const, "unsuitable" as const), evaluator: fc.constant("zhao"), date: day }),
    ),
  }),
  { maxLength: 3 },
);
const breaches = fc.array(
  fc.record({
    id: fc.constantFrom("B-1", "B-2"),
    kind: fc.constant("diversion"),
    during: fc.constantFrom("trial" as const, "trade" as const),
    date: day,
    disputed: fc.constantFrom(true as const, null),
  }),
  { maxLength: 2 },
);
const property = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("P-1", "P-2", "P-3"),
    appraisedValue: money,
    encumbrances: money,
    mortgageable: fc.boolean(),
    title: fc.constantFrom("submitted" as const, "verified" as const, "refused" as const),
  }),
  { maxLength: 3, selector: ({ id }) => id },
);
const waivers = fc.subarray([
  { rule: "admission.origin_recognised", ground: "g", approver: "a", date: "2024-01-01" },
  { rule: "admission.origin_recognised", ground: "h", approver: "b", date: "2024-02-01", expires: "2024-09-01" },
  { rule: "admission.origin_recognised", ground: "", approver: "c", date: "2024-02-01" },
  { rule: "admission.capital_sufficient", ground: "g", approver: "a", date: "2024-01-01" },
]);
const reviewers = fc.subarray([
  { id: "li" },
  { id: "zhou", interest: "cousin", recused: true as const },
  { id: "wu", interest: "brother" },
]);

/** Applications of every outcome; lists long enough to be put in another order. */
const application: fc.Arbitrary<AdmissionApplication> = fc
  .record({
    registeredCapital: maybe(money),
    origin: maybe(fc.constantFrom("trial_distributor" as const, "outsider" as const)),
    creditGrade: maybe(fc.constantFrom("B", "A", "strange")),
    breaches: maybe(breaches),
    evidence: maybe(evidence),
    nominations,
    property: maybe(property),
    waivers,
    reviewers,
    outletPlan: maybe(fc.record({ planned: fc.nat({ max: 3 }), occupied: fc.nat({ max: 3 }) })),
    asOf: fc.constantFrom("2024-05-01", "2024-06-01"),
    applicant: fc.constantFrom(
      { id: "north", kind: "other" as const },
      { id: "north", kind: "contractor" as const, scale: "large" as const },
      { id: "north", kind: "contractor" as const, scale: null },
    ),
  })
  .map((change) => ({ ...distributorApplication, ...change }));

const LISTS = ["breaches", "evidence", "nominations", "property", "waivers", "reviewers"] as const;

describe("evaluateAdmission()", () => {
  test("S02-28: the order of any list changes nothing, neither decision nor working", () => {
    fc.assert(
      fc.property(application, fc.integer({ min: 1, max: 5 }), (facts, by) => {
        const turned = Object.fromEntries(
          LISTS.map((name) => {
            const list = facts[name] as readonly unknown[] | null | undefined;
            return [name, list?.map((_, i) => list[(list.length - 1 - i + by) % list.length])];
          }).filter(([, list]) => list !== undefined),
        );
        expect(evaluateAdmission({ ...facts, ...turned }, exampleDistributorPolicy)).toStrictEqual(
          evaluateAdmission(facts, exampleDistributorPolicy),
        );
      }),
      { ...seed, numRuns: 300 },
    );
  });

  test("who is admitted has every mandatory rule met or excepted, and whoever is not learns what would have to change", () => {
    fc.assert(
      fc.property(application, (facts) => {
        const { status, findings, needed, valid, exceptions } = evaluateAdmission(facts, exampleDistributorPolicy).outcome;
        const open = findings.filter(({ weight, status: found }) => weight === "mandatory" && (found === "unmet" || found === "unknown"));
        if (status === "admitted" || status === "admitted_with_exceptions") {
          expect([open, needed, valid]).toStrictEqual([[], [], true]);
          expect(exceptions.length > 0).toBe(status === "admitted_with_exceptions");
        } else {
          for (const { code } of open) expect(needed.map(({ rule }) => rule)).toContain(code);
        }
      }),
      { ...seed, numRuns: 300 },
    );
  });

  test("learning a missing fact never turns an admission into anything, nor a rejection for a rule into an admission", () => {
    const names = ["registeredCapital", "origin", "creditGrade", "breaches", "evidence", "property", "outletPlan"] as const;
    fc.assert(
      fc.property(application, fc.constantFrom(...names), (facts, name) => {
        const before = evaluateAdmission({ ...facts, [name]: null }, exampleDistributorPolicy).outcome;
        const after = evaluateAdmission(facts, exampleDistributorPolicy).outcome;
        const unmet = (decision: AdmissionDecision) => decision.findings.filter(({ status }) => status === "unmet").map(({ code }) => code);
        if (before.status === "admitted") expect(after.status).toBe("admitted");
        if (
          before.status === "rejected" &&
          unmet(before).some((code) => code !== "admission.vacancy_open" && !code.startsWith("engine."))
        ) {
          expect(after.status).not.toMatch(/^admitted/);
        }
      }),
      { ...seed, numRuns: 300 },
    );
  });

  test("more capital never makes anybody worse off", () => {
    const order = ["rejected", "information_requested", "qualified_no_vacancy", "admitted_with_exceptions", "admitted"];
    fc.assert(
      fc.property(application, fc.nat({ max: 2_000_000 }), fc.nat({ max: 2_000_000 }), (facts, capital, more) => {
        const ordinary = { ...facts, applicant: { id: "north", kind: "other" as const } };
        const rankOf = (amount: number) =>
          order.indexOf(
            evaluateAdmission({ ...ordinary, registeredCapital: cny(String(amount)) }, exampleDistributorPolicy).outcome.status,
          );
        expect(rankOf(capital + more)).toBeGreaterThanOrEqual(rankOf(capital));
      }),
      { ...seed, numRuns: 200 },
    );
  });
});

describe("any JSON", () => {
  const complete = (policy: AdmissionPolicy) => (policy.kind === "agent" ? agentApplication : distributorApplication);
  const json = fc.jsonValue({ maxDepth: 4 });

  /** Calls, and lets only a fault with code and path through; `undefined`: it ended in one. */
  function attempt<T>(call: () => T): T | undefined {
    try {
      return call();
    } catch (caught) {
      if (!isLibraryFault(caught)) throw caught;
      expect(caught.code).toMatch(/^(kernel|engine|admission)\.[a-z_]+$/);
      expect(caught.path).not.toBe("");
      return undefined;
    }
  }

  test.each<[string, (given: never) => unknown]>([
    ["evaluateAdmission, as application", (given) => evaluateAdmission(given, exampleDistributorPolicy)],
    ["evaluateAdmission, as policy", (given) => evaluateAdmission(agentApplication, given)],
    ["evaluateAdmissions, as policy", (given) => evaluateAdmissions([agentApplication], given)],
    ["evaluateAdmissions, as applications", (given) => evaluateAdmissions([given], exampleDistributorPolicy)],
    ["rankAgentCandidates, as candidates", (given) => rankAgentCandidates(given, exampleAgentPolicy.ranking)],
    ["rankAgentCandidates, as policy", (given) => rankAgentCandidates({ candidates: [] }, given)],
    ["evaluateQualification", (given) => evaluateQualification(given)],
    ["computeCapitalTurnover", (given) => computeCapitalTurnover(given, { places: 2, rounding: "half_up" })],
  ])("handed to %s ends in a fault, never in a pass (10,000 values)", { timeout: 240_000 }, (_, call) => {
    fc.assert(
      fc.property(json, (value) => {
        expect(attempt(() => call(value as never))).toBeUndefined();
      }),
      { ...seed, numRuns: 10_000 },
    );
  });

  test("handed to checkAdmissionPolicy is faulted (10,000 values)", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(checkAdmissionPolicy(value as never, []).some(({ severity }) => severity === "fault")).toBe(true);
      }),
      { ...seed, numRuns: 10_000 },
    );
  });

  test("in place of one fact is a fault or is not known or unmet; it is never a pass by itself", { timeout: 240_000 }, () => {
    const judged = [
      "registeredCapital",
      "experience",
      "origin",
      "breaches",
      "creditGrade",
      "salesCapacity",
      "arrears",
      "financialCreditGrade",
      "cashFlow",
      "workingCapital",
      "evidence",
      "team",
      "management",
      "salesPlan",
      "feasibility",
      "report",
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...judged), json, (name, value) => {
        // an empty list says that a record was looked up and is clean
        fc.pre(!(Array.isArray(value) && value.length === 0));
        const decision = attempt(() => evaluateAdmission({ ...agentApplication, [name]: value } as never, exampleAgentPolicy));
        if (decision !== undefined) expect(decision.outcome.status).not.toMatch(/^admitted/);
      }),
      { ...seed, numRuns: 3_000 },
    );
  });

  test("in place of one field of a policy is a fault that checkAdmissionPolicy finds, or leaves a policy that decides", {
    timeout: 240_000,
  }, () => {
    const policies: readonly AdmissionPolicy[] = [exampleAgentPolicy, exampleDistributorPolicy];
    const place = fc.constantFrom(...policies).chain((policy) => fc.tuple(fc.constant(policy), fc.constantFrom(...Object.keys(policy))));
    fc.assert(
      fc.property(place, json, ([policy, name], value) => {
        fc.pre(name !== "kind");
        const changed = { ...policy, [name]: value } as AdmissionPolicy;
        const faults = checkAdmissionPolicy(changed, []).filter(({ severity }) => severity === "fault");
        const decision = attempt(() => evaluateAdmission(complete(policy), changed));
        expect(decision === undefined).toBe(faults.length > 0);
      }),
      { ...seed, numRuns: 3_000 },
    );
  });
});

test("a paper that proves today proves every day until it expires", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 }), (expires, asked) => {
      const date = (of: number) => `2024-06-${String(of).padStart(2, "0")}`;
      const documents = [paper("unified_business_licence", { expiresOn: date(expires) }), paper("bank_account")];
      const { status } = evaluateAdmission(
        { ...distributorApplication, evidence: documents, asOf: date(asked), submittedOn: date(asked) },
        exampleDistributorPolicy,
      ).outcome;
      expect(status).toBe(asked < expires ? "admitted" : "information_requested");
    }),
    seed,
  );
});
