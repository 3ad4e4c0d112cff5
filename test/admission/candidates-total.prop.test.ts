/** Ten thousand pieces of JSON into every verb of recruiting: each ends in an answer or a fault with code and place, and none is a pass. */
import fc from "fast-check";
import {
  buildPartnerScorecard,
  checkPartnerScorecard,
  compareCooperationModes,
  computeRecruitmentProgress,
  computeSourceConversion,
  evaluateCandidate,
  evaluateMemberDossier,
  evaluateRecruitmentPlan,
  findCandidateEvents,
  findDueCandidates,
  findRecruitmentStandard,
  measureCandidate,
  prospectSources,
  rankCandidates,
  rankProspects,
  recruitmentProcedure,
  replayCandidate,
  scoreCandidate,
  screenProspects,
  startCandidate,
  stepCandidate,
} from "qudao/admission";
import { isLibraryFault } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { altered, someJson } from "../support/altered.js";
import { along, known, way } from "../support/candidate-life.js";
import { asOf, candidate, card, deciding, linear, measures, plan, screening, strategy, target, weigh } from "../support/candidates.js";

const firm = candidate("C-1", {
  values: { teamStrength: "70", comprehensiveCapability: "80", cooperationValue: "80", feasibility: "80" },
  establishedOn: "2014-05-01",
  years: [2021, 2022, 2023].map((year) => ({ year, revenue: "100", profit: "10" })),
  lines: [{ line: "Alpha", relation: "competing" }],
  customers: [{ segment: "schools", share: "1" }],
  terms: { discount: "0.05", support: "0.01", creditDays: 30, exclusivity: false },
});
const scoring = {
  measures,
  scorecard: card(
    ["years_in_business", "growth_record", "profit_record", "customer_fit"].map((criterion) => weigh(criterion, "0.25", linear("0", "1"))),
  ),
};
const field = { asOf, candidates: [firm, { ...firm, candidate: "C-2" }] };
const dossier = { id: "F-1", subjectId: "C-1", team: [{ name: "Li", post: "x", qualification: "x", experience: "x" }] };
const records = way.map(([, event]) => ({ event, facts: known }));
const recruits = [{ candidate: "C-1", kind: "distributor", territoryId: "zhejiang", signedOn: "2024-03-01" }];
const territories = [{ id: "zhejiang", level: "province", title: { en: "Zhejiang", zh: "浙江" }, parentId: "china" }];
const standards = [{ version: "1", from: "2024-01-01", value: { memberKind: "agent", policy: deciding, procedure: recruitmentProcedure } }];
const costs = { currency: "CNY", dealer: { fixed: "0", perUnit: "5" }, ownStore: { fixed: "100", perUnit: "0" }, expectedUnits: "20" };

/** A verb, arguments it is content with, and whether an answer of it lets somebody pass. */
type Verb = readonly [name: string, verb: (...args: never[]) => unknown, args: readonly unknown[], passes?: (answer: never) => boolean];

const verbs: readonly Verb[] = [
  ["buildPartnerScorecard", buildPartnerScorecard, [scoring.scorecard]],
  ["checkPartnerScorecard", checkPartnerScorecard, [scoring.scorecard], (found: readonly unknown[]) => found.length === 0],
  ["compareCooperationModes", compareCooperationModes, [costs, { places: 2 }]],
  ["computeRecruitmentProgress", computeRecruitmentProgress, [{ asOf, recruits, territories }, plan({ targets: [target()] })]],
  [
    "computeSourceConversion",
    computeSourceConversion,
    [
      { prospects: [{ id: "P-1", source: "referral", stage: "signed" }], uncounted: ["advertising"] },
      { sources: prospectSources, places: 2, rounding: "half_up" },
    ],
  ],
  [
    "evaluateCandidate",
    evaluateCandidate,
    [{ ...firm, asOf }, deciding],
    ({ outcome }: ReturnType<typeof evaluateCandidate>) => outcome.decision === "accept",
  ],
  [
    "evaluateMemberDossier",
    evaluateMemberDossier,
    [dossier, { version: "1", required: ["team"] }],
    ({ outcome }: ReturnType<typeof evaluateMemberDossier>) => outcome.status === "complete",
  ],
  [
    "evaluateRecruitmentPlan",
    evaluateRecruitmentPlan,
    [{ asOf, plan: plan(), strategy }, { sources: prospectSources }],
    ({ outcome }: ReturnType<typeof evaluateRecruitmentPlan>) => outcome.status === "ready",
  ],
  ["findCandidateEvents", findCandidateEvents, [along(5), known]],
  [
    "findDueCandidates",
    findDueCandidates,
    [{ members: [{ id: "C-1", state: along(6), facts: known }], from: "2024-04-01", asOf: "2024-12-31" }],
  ],
  ["findRecruitmentStandard", findRecruitmentStandard, [{ memberKind: "agent", asOf }, standards]],
  ["measureCandidate", measureCandidate, [{ ...firm, asOf }, measures]],
  ["rankCandidates", rankCandidates, [field, { ...scoring, ties: "dense", knockedOut: "unranked" }]],
  ["rankProspects", rankProspects, [{ prospects: [{ id: "P-1", kind: "distributor", territoryId: "zhejiang" }], territories }, plan()]],
  [
    "replayCandidate",
    replayCandidate,
    [{ initial: along(0), records }, { onRefusal: "collect" }],
    ({ state }: ReturnType<typeof replayCandidate>) => state.at === "signed",
  ],
  ["scoreCandidate", scoreCandidate, [{ ...firm, asOf }, scoring]],
  [
    "screenProspects",
    screenProspects,
    [field, screening],
    ({ outcome }: ReturnType<typeof screenProspects>) => outcome.prospects.some(({ verdict }) => verdict === "pursue"),
  ],
  ["startCandidate", startCandidate, [{ kind: "agent", foundOn: asOf }]],
  ["stepCandidate", stepCandidate, [along(6), way[6]?.[1], known], (answer: ReturnType<typeof stepCandidate>) => answer.ok],
];

const arbitrary = fc.sample(someJson, { seed: 20240101, numRuns: 10_000 });

/** The answer; `undefined`: a fault with code, words and place. Anything else that is thrown is thrown on. */
function answerOf(name: string, verb: Verb[1], given: readonly unknown[]): unknown {
  try {
    return verb(...(given as never[]));
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    expect(caught.code, name).toMatch(/^[a-z]+\.[a-z_]+$/);
    expect(caught.path, name).toMatch(/^[a-z]/);
    expect(caught.message, name).toMatch(/^Cannot .* \/ .*[\u3400-\u9fff]/);
    return undefined;
  }
}

describe.each(verbs.map(([name, verb, args, passes]) => ({ name, verb, args, passes })))("$name()", ({ name, verb, args, passes }) => {
  test("is content with what is sound", () => {
    const answer = verb(...(args as never[]));
    if (passes !== undefined) expect(passes(answer as never)).toBe(true);
  });

  test("lets none of 10,000 arbitrary JSON values pass, in the place of any argument", () => {
    const passed = arbitrary.filter((value, n) => {
      const answer = answerOf(
        name,
        verb,
        args.map((sound, at) => (at === n % args.length ? value : sound)),
      );
      return answer !== undefined && (passes?.(answer as never) ?? false);
    });
    expect(passed).toStrictEqual([]);
  });

  test("stays total where something in sound arguments is wrong", () => {
    const wrong = args.map((arg, at) => altered(arg).map((put) => args.map((sound, i) => (i === at ? put : sound))));
    fc.assert(
      fc.property(fc.oneof(...wrong), (given) => {
        const answer = answerOf(name, verb, given);
        if (answer !== undefined) expect(JSON.parse(JSON.stringify(answer)), name).toStrictEqual(answer);
      }),
      { seed: 20240101, numRuns: 1000 },
    );
  });
});
