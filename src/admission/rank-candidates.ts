import { type RankedScore, type RankingPolicy, rankScores, type UnrankedBecause } from "../engine/rank-scores.js";
import { scoreField } from "../engine/score-field.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { CandidateFacts, CandidateField } from "./candidate-facts.js";
import { checkNamedRecords, relocated } from "./candidate-fault.js";
import { type CandidateScore, type CandidateScoring, measureBy, type ReadScoring, readScoring, scoreNode } from "./score-candidate.js";

/** How candidates are scored and put in order. */
export interface CandidateRankingPolicy extends CandidateScoring, Pick<RankingPolicy, "ties" | "knockedOut"> {}

/** Candidates in order. */
export interface CandidateRanking {
  /** Version of the scorecard by which all of them were judged. */
  readonly version: string;
  /** Highest score first; candidates with one score by name. */
  readonly ranked: readonly RankedCandidate[];
  /** Those without a place, by name, and why. */
  readonly unranked: readonly { readonly candidate: string; readonly because: UnrankedBecause }[];
  /** What each scored, in the order given. */
  readonly scores: readonly CandidateScore[];
}

/** One place among candidates. */
export interface RankedCandidate extends Omit<RankedScore, "member"> {
  /** The candidate. */
  readonly candidate: string;
  /** Others with the same score, by name. Empty: none. Nothing breaks a tie. */
  readonly tiedWith: readonly string[];
}

/**
 * Scores candidates by one scorecard and ranks them, highest first.
 *
 * @remarks
 * All of them are judged by the same version of the same scorecard, whose best values set the mark of relative scales. Equal scores share
 * a rank and name each other; neither names nor the order given break a tie. Who has no score is unranked, with the reason, and not last.
 *
 * @param facts - The candidates and the day.
 * @param policy - How they are scored, how ties count, and what becomes of knock-outs.
 * @returns Everybody once, ranked or unranked, with the score and the working of each.
 * @throws LibraryFault As `scoreCandidate`; `kernel.named_twice` for a candidate that stands twice.
 *
 * @source Selecting the partner that fits best, by evaluation: the highest total first, ties reported as ties.
 *
 * @example A partner whose customers are the ones we want ranks higher
 * ```ts
 * import { rankCandidates } from "qudao/admission";
 *
 * const candidate = (name: string, hotels: string, schools: string) => ({
 *   candidate: name, kind: "distributor" as const,
 *   customers: [{ segment: "hotels", share: hotels }, { segment: "schools", share: schools }],
 * });
 * const { outcome } = rankCandidates(
 *   { asOf: "2024-05-01", candidates: [candidate("A", "0.9", "0.1"), candidate("B", "0.2", "0.8"), candidate("C", "0.2", "0.8")] },
 *   {
 *     ties: "competition", knockedOut: "unranked",
 *     measures: { places: 4, rounding: "half_up", targetGroup: [{ segment: "schools", share: "0.7" }, { segment: "hotels", share: "0.3" }] },
 *     scorecard: {
 *       version: "2024", weights: "shares", minimumCoverage: "1", places: 1, rounding: "half_up", grades: [{ grade: "A", from: "0" }],
 *       criteria: [{
 *         criterion: "customer_fit", weight: "1", scale: { kind: "linear", full: "100", from: "0", to: "1" }, missing: { then: "fail" },
 *       }],
 *     },
 *   },
 * );
 * outcome.ranked.map(({ rank, candidate, score, tiedWith }) => [rank, candidate, score, ...tiedWith]);
 * // => [[1, "B", "90", "C"], [1, "C", "90", "B"], [3, "A", "40"]]
 * ```
 *
 * @since 0.1.0
 */
export function rankCandidates(facts: CandidateField, policy: CandidateRankingPolicy): Explained<CandidateRanking> {
  return readSafely({ facts, policy }, () => {
    const read = readScoring(policy, "policy");
    const scored = scoreAll(read, facts);
    const { version } = read.card;
    const scores = scored.map(({ outcome }) => ({ member: outcome.candidate, outcome: outcome.score }));
    const ranking = rankScores({ scores }, { version, ties: policy.ties, knockedOut: policy.knockedOut });
    const sharing = new Map<number, string[]>();
    for (const { rank, member } of ranking.ranked) sharing.set(rank, [...(sharing.get(rank) ?? []), member]);
    const ranked = ranking.ranked.map(({ member, rank, score, grade }): RankedCandidate => {
      const tiedWith = (sharing.get(rank) ?? []).filter((other) => other !== member);
      return { rank, candidate: member, score, grade, tiedWith };
    });
    const unranked = ranking.unranked.map(({ member, because }) => ({ candidate: member, because }));
    const workings = new Map(scored.map(({ outcome, explanation }) => [outcome.candidate, explanation]));
    const from: readonly Explanation[] = [
      ...ranked.map((place) => ({
        code: place.tiedWith.length === 0 ? "admission.ranked" : "admission.ranked_tied",
        params: { ...place },
        from: [workings.get(place.candidate) as Explanation],
      })),
      ...unranked.map((one) => ({ code: "admission.unranked", params: { ...one }, from: [workings.get(one.candidate) as Explanation] })),
    ];
    return {
      outcome: { version, ranked, unranked, scores: scored.map(({ outcome }) => outcome) },
      explanation: { code: "admission.ranking", params: { version, ranked: ranked.length, unranked: unranked.length }, from },
    };
  });
}

/** Scores every candidate of a field, which sets the marks of relative scales. @internal */
export function scoreAll(read: ReadScoring, facts: CandidateField): readonly Explained<CandidateScore>[] {
  const asOf = parseDate(checkRecord(facts, "facts")["asOf"], "facts.asOf");
  const candidates = checkNamedRecords<CandidateFacts>(facts.candidates, "facts.candidates", "candidate");
  const measured = candidates.map((candidate, i) => measureBy(read, candidate, `facts.candidates[${i}]`, asOf));
  const field = measured.map(({ outcome: { candidate, values } }) => ({ member: candidate, values }));
  const scored = relocated("field", "facts.candidates", () => scoreField(field, read.card));
  return measured.map((one, i) => {
    const score = scored[i] as (typeof scored)[number];
    const { candidate, notMeasured } = one.outcome;
    return { outcome: { candidate, score: score.outcome, notMeasured }, explanation: scoreNode(one, score) };
  });
}
