/** Whatever is handed in, each verb answers or names code and place of the first fault; arbitrary JSON is never a pass. */
import fc from "fast-check";
import * as agreements from "qudao/agreements";
import { isLibraryFault } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { activeLife, agency, allKnown, draftOf, signature, trial } from "../support/agreements.js";
import { agentFacts, agentPaper, agentSale, territories } from "../support/authorizations.js";
import { deepMutated } from "../support/deep-mutated.js";
import { revoked } from "../support/throwing.js";

const policy = { clauses: agreements.clauseCatalogue, legalTags: agreements.legalTags };
const excludes = { agency: ["agency"], distribution: [], trial: [] };
const { availableAgreementEvents, checkAgreement, detectAgreementBreaches, detectAgreementConflicts, evaluateAuthorization } = agreements;
const {
  evaluateSaleAuthorization,
  findAgreementDates,
  findDueAgreements,
  recordAmendment,
  replayAgreement,
  startAgreement,
  stepAgreement,
} = agreements;

/** Every verb with arguments that it accepts. */
const calls: { readonly [verb: string]: readonly [(...given: never[]) => unknown, ...given: readonly unknown[]] } = {
  availableAgreementEvents: [availableAgreementEvents, activeLife(agency), allKnown],
  checkAgreement: [
    checkAgreement,
    { agreement: { ...agency, evidenceId: "E1" }, stage: "signed", asOf: "2024-01-01", waivers: [] },
    { ...policy, clauses: policy.clauses.slice(0, 3) },
  ],
  detectAgreementBreaches: [
    detectAgreementBreaches,
    {
      agreement: {
        ...agency,
        clauses: [{ kind: "exclusivity" }, { kind: "confidentiality" }],
        terms: { exclusivity: { categoryIds: ["lock"], compensates: [] } },
      },
      manufacturerId: "M",
      carriedLines: [{ id: "L1", categoryId: "lock", manufacturerId: "N", start: "2024-01-01" }],
      disclosures: [{ id: "I1", date: "2024-03-01", about: "product_information", permitted: false }],
      asOf: "2024-05-01",
    },
  ],
  detectAgreementConflicts: [
    detectAgreementConflicts,
    {
      agreements: [
        { agreement: agency, authorization: agentPaper },
        { agreement: { ...agency, id: "AG3" }, authorization: { ...agentPaper, holderId: "A2", outletIds: ["O1"] } },
      ],
      territories,
      outlets: [{ id: "O1", territoryId: "Pudong" }],
    },
    { excludes },
  ],
  evaluateAuthorization: [evaluateAuthorization, agentFacts],
  evaluateSaleAuthorization: [
    evaluateSaleAuthorization,
    { ...agentSale, waivers: [{ rule: "agreements.sale_in_named_place", ground: "x", approver: "Li", date: "2024-01-01" }] },
  ],
  findAgreementDates: [
    findAgreementDates,
    { agreement: { ...agency, renewal: { windowDays: 60, automaticMonths: 12 } }, asOf: "2024-06-01" },
  ],
  findDueAgreements: [
    findDueAgreements,
    { agreements: [{ state: activeLife(trial), facts: allKnown }], from: "2024-05-01", asOf: "2024-07-02" },
  ],
  recordAmendment: [
    recordAmendment,
    {
      versions: [{ from: "2024-01-01", to: "2025-01-01", version: "1", value: agency }],
      amended: { ...agency, signedOn: "2024-05-01", evidenceId: "E2" },
      from: "2024-06-01",
      version: "2",
    },
  ],
  replayAgreement: [
    replayAgreement,
    { initial: draftOf(agency), records: signature.map((event) => ({ event, facts: allKnown })) },
    { onRefusal: "collect" },
  ],
  startAgreement: [startAgreement, { agreement: trial, by: "Wang", asOf: "2023-12-01" }],
  stepAgreement: [
    stepAgreement,
    activeLife(agency),
    { type: "amended", asOf: "2024-05-01", by: "Li", role: "channel_manager", evidenceId: "E2", agreement: agency },
    allKnown,
  ],
};

const anyJson = fc.sample(fc.jsonValue({ maxDepth: 3 }), { seed: 20240101, numRuns: 10_000 });
const CODE = /^(kernel|engine|agreements)\.[a-z_]+$/;
const PATH = /^(state|event|facts|policy)/;

/** The answer, or `undefined` where it was a fault with code and path. Anything else that is thrown fails. */
function answerOf(verb: (...given: never[]) => unknown, given: readonly unknown[]): unknown {
  try {
    return verb(...(given as never[]));
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    if (!CODE.test(caught.code) || !PATH.test(caught.path) || caught.message.includes("[object")) throw caught;
    return undefined;
  }
}

describe("every verb of agreements", () => {
  test("is called here", () => {
    const verbs = Object.entries(agreements).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
    expect(verbs.sort()).toStrictEqual(Object.keys(calls).sort());
  });

  for (const [name, [verb, ...valid]] of Object.entries(calls)) {
    test(`${name}() answers what is valid`, () => {
      expect(answerOf(verb, valid)).toBeDefined();
    });

    test(`${name}() never takes 10,000 arbitrary JSON values for an answer`, () => {
      const passed = anyJson.filter((value, n) => {
        const i = n % valid.length;
        // what the host knows may be nothing at all
        if (valid[i] === allKnown && typeof value === "object" && value !== null && !Array.isArray(value)) return false;
        return (
          answerOf(
            verb,
            valid.map((one, at) => (at === i ? value : one)),
          ) !== undefined
        );
      });
      expect(passed).toStrictEqual([]);
    });

    test(`${name}() answers in plain JSON or names the fault, whatever one place holds`, () => {
      fc.assert(
        fc.property(deepMutated(valid), (given) => {
          if (!Array.isArray(given)) return;
          const answer = answerOf(verb, given);
          if (answer !== undefined) expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
        }),
        { seed: 20240101, numRuns: 1000 },
      );
    });

    test(`${name}() names an argument that cannot be read`, () => {
      for (let i = 0; i < valid.length; i++) {
        const given = valid.map((one, at) => (at === i ? revoked() : one));
        expect(answerOf(verb, given)).toBeUndefined();
      }
    });
  }
});
