import { type RankedScore, rankScores, type UnrankedBecause } from "../engine/rank-scores.js";
import { type ReadScorecard, readScorecard } from "../engine/read-scorecard.js";
import type { ScoreOutcome } from "../engine/scorecard.js";
import { checkChoice, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { compareDecimals } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { type AdmissionDecision, type AdmissionStatus, admissionStatuses } from "./admission-decision.js";
import { admissionFault } from "./admission-fault.js";
import type { AgentRankingPolicy } from "./admission-policy.js";
import type { ApplicantRatings } from "./applicant.js";
import { byText } from "./by-text.js";
import { checkRanking } from "./check-rating-policies.js";
import { scoreRatings } from "./score-ratings.js";

/** A candidate for an agency. */
export interface AgentCandidate {
  /** What was decided about its application; the hard rules are in it. */
  readonly decision: Pick<AdmissionDecision, "applicationId" | "status">;
  /** Ratings of its indicators, by the names of the scorecard. */
  readonly indicators: ApplicantRatings;
  /** What its loyalty is computed from, by the names of the loyalty scorecard. Absent: nothing; not read where loyalty is rated by hand. */
  readonly loyalty?: ApplicantRatings | undefined;
}

/** A candidate with a place. */
export interface RankedAgent extends Omit<RankedScore, "member"> {
  /** The application. */
  readonly applicationId: string;
  /** Whether the score reaches the cut-off. `null`: no cut-off is agreed. */
  readonly recommended: boolean | null;
}

/** A candidate without a place. */
export interface UnrankedAgent {
  /** The application. */
  readonly applicationId: string;
  /** `not_admitted`: the hard rules are not passed. Otherwise why there is no score. */
  readonly because: "not_admitted" | UnrankedBecause;
  /** Indicators that are not rated. Empty: none is missing, or it was not scored. */
  readonly missing: readonly string[];
}

/** Candidates in order. */
export interface AgentRanking {
  /** Highest score first; equal scores share a rank. */
  readonly ranked: readonly RankedAgent[];
  /** Those without a place, by application. */
  readonly unranked: readonly UnrankedAgent[];
}

/**
 * Ranks candidates for an agency by their indicators: team organisation, outlet placement, capital liquidity, loyalty.
 *
 * @remarks
 * Two layers. The hard rules gate: only who is admitted, with or without exceptions, is scored. The indicators rank: each is rated, and
 * the scorecard weighs them. Size is no indicator: capital ten times the minimum brings nothing. Loyalty is an index of the components
 * that the loyalty scorecard states, unless it is rated by hand. An indicator that is not rated leaves its candidate without a place,
 * never with a 0, as far as the scorecard says `fail`.
 *
 * @param facts - The candidates, in any order.
 * @param policy - The ranking of an agent policy.
 * @returns Everybody once, ranked or unranked, with the working of each score.
 * @throws LibraryFault The first fault of the ranking, under `policy.`; `admission.repeated` where an application is there twice.
 *
 * @source Dealer selection: an agent is not better for being larger (不是要求越大越好); its team, outlets, capital and loyalty count.
 *
 * @example The one with the better outlets; who was not admitted has no place
 * ```ts
 * import { exampleAgentPolicy, rankAgentCandidates } from "qudao/admission";
 *
 * const candidate = (applicationId: string, status: "admitted" | "rejected", outletPlacement: string) => ({
 *   decision: { applicationId, status },
 *   indicators: { teamOrganisation: "80", outletPlacement, capitalLiquidity: "70", loyalty: "90" },
 * });
 * const candidates = [candidate("east", "admitted", "60"), candidate("west", "admitted", "90"), candidate("south", "rejected", "100")];
 * const { ranked, unranked } = rankAgentCandidates({ candidates }, exampleAgentPolicy.ranking).outcome;
 * ranked.map(({ rank, applicationId, score }) => [rank, applicationId, score]); // => [[1, "west", "83.5"], [2, "east", "74.5"]]
 * unranked.map(({ applicationId, because }) => [applicationId, because]); // => [["south", "not_admitted"]]
 * ```
 *
 * @since 0.1.0
 */
export function rankAgentCandidates(
  facts: { readonly candidates: readonly AgentCandidate[] },
  policy: AgentRankingPolicy,
): Explained<AgentRanking> {
  return readSafely({ facts, policy }, () => {
    checkRanking(policy, "policy");
    const { scorecard, cutOff, ties } = policy;
    const seen = scoreAll(facts, readScorecard(scorecard), readScorecard(policy.loyalty));
    const scores = [...seen].flatMap(([member, { scored }]) => (scored === null ? [] : [{ member, outcome: scored.outcome }]));
    const places = rankScores({ scores }, { version: scorecard.version, ties, knockedOut: "unranked" });
    const ranked = places.ranked.map(({ rank, member, score, grade }): RankedAgent => {
      const recommended = cutOff === null ? null : compareDecimals(score, cutOff) >= 0;
      return { rank, applicationId: member, score, grade, recommended };
    });
    const refused = [...seen].flatMap(([applicationId, { scored }]): UnrankedAgent[] =>
      scored === null ? [{ applicationId, because: "not_admitted", missing: [] }] : [],
    );
    const unscored = places.unranked.map(({ member, because }): UnrankedAgent => {
      const outcome = seen.get(member)?.scored?.outcome;
      return { applicationId: member, because, missing: outcome?.status === "insufficient_data" ? outcome.missing : [] };
    });
    const outcome = { ranked, unranked: [...refused, ...unscored].sort(byText(({ applicationId }) => applicationId)) };
    return { outcome, explanation: explain(outcome, policy, seen) };
  });
}

interface ScoredCandidate {
  readonly outcome: ScoreOutcome;
  readonly workings: readonly Explanation[];
}

interface Candidate {
  /** `null`: the hard rules are not passed. */
  readonly scored: ScoredCandidate | null;
}

function scoreAll(facts: unknown, weigh: ReadScorecard, weighLoyalty: ReadScorecard): ReadonlyMap<string, Candidate> {
  const seen = new Map<string, Candidate>();
  checkList(checkRecord(facts, "facts")["candidates"], "facts.candidates").forEach((given, i) => {
    const path = `facts.candidates[${i}]`;
    const { decision, indicators, loyalty } = checkRecord(given, path);
    const { applicationId, status } = checkRecord(decision, `${path}.decision`);
    const id = checkText(applicationId, `${path}.decision.applicationId`);
    if (seen.has(id)) throw admissionFault("admission.repeated", `${path}.decision.applicationId`, { got: id });
    const came: AdmissionStatus = checkChoice(status, `${path}.decision.status`, admissionStatuses);
    if (came !== "admitted" && came !== "admitted_with_exceptions") {
      seen.set(id, { scored: null });
      return;
    }
    const rated = checkRecord(indicators, `${path}.indicators`) as ApplicantRatings;
    const components =
      loyalty === undefined || loyalty === null ? undefined : (checkRecord(loyalty, `${path}.loyalty`) as ApplicantRatings);
    seen.set(id, { scored: scoreOne(rated, components, weigh, weighLoyalty, path) });
  });
  return seen;
}

function scoreOne(
  indicators: ApplicantRatings,
  components: ApplicantRatings | undefined,
  weigh: ReadScorecard,
  weighLoyalty: ReadScorecard,
  path: string,
): ScoredCandidate {
  const byHand = (indicators["loyalty"] ?? null) !== null;
  if (byHand || components === undefined) {
    const { outcome, explanation } = scoreRatings(weigh, indicators, `${path}.indicators`);
    return { outcome, workings: [explanation] };
  }
  const { outcome, explanation } = scoreRatings(weighLoyalty, components, `${path}.loyalty`);
  const loyalty = outcome.status === "scored" ? outcome.score : null;
  const scored = scoreRatings(weigh, { ...indicators, loyalty }, `${path}.indicators`);
  const index: Explanation = { code: "admission.loyalty_index", params: {}, from: [explanation] };
  return { outcome: scored.outcome, workings: [scored.explanation, index] };
}

function explain({ ranked, unranked }: AgentRanking, policy: AgentRankingPolicy, seen: ReadonlyMap<string, Candidate>): Explanation {
  const working = (id: string): Pick<Explanation, "from"> => {
    const from = seen.get(id)?.scored?.workings;
    return from === undefined ? {} : { from };
  };
  const from: Explanation[] = [
    ...ranked.map(({ applicationId, rank, score, recommended }) => {
      const params = { application: applicationId, rank, score, recommended };
      return { code: "admission.agent_ranked", params, ...working(applicationId) };
    }),
    ...unranked.map(({ applicationId, because, missing }) => {
      return { code: "admission.agent_unranked", params: { application: applicationId, because, missing }, ...working(applicationId) };
    }),
  ];
  const { scorecard, cutOff } = policy;
  const params = { ranked: ranked.length, unranked: unranked.length, version: scorecard.version, cutOff };
  return { code: "admission.agents_ranked", params, from };
}
