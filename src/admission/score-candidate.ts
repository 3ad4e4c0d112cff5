import { scoreMember } from "../engine/score-member.js";
import type { Scorecard, ScoreFacts, ScoreOutcome } from "../engine/scorecard.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { CandidateFacts, DatedCandidate, MeasurePolicy } from "./candidate-facts.js";
import { relocated } from "./candidate-fault.js";
import { type ReadMeasures, readMeasures } from "./candidate-measures.js";
import { readPartnerScorecard } from "./check-partner-scorecard.js";
import { type CandidateMeasures, measureWith, type NotMeasured } from "./measure-candidate.js";
import type { PartnerScorecard } from "./partner-scorecard.js";

/** How candidates are scored. */
export interface CandidateScoring {
  /** Criteria, weights, scales and grades. Its `version` is carried into every answer. */
  readonly scorecard: PartnerScorecard;
  /** How records become measures. Absent: only what needs no agreement is measured. */
  readonly measures?: MeasurePolicy | undefined;
}

/** What a candidate scored. */
export interface CandidateScore {
  /** The candidate. */
  readonly candidate: string;
  /** The score with its lines, or why there is none. */
  readonly score: ScoreOutcome;
  /** Measures of the scorecard that its records do not give, and why. Empty: none. */
  readonly notMeasured: readonly NotMeasured[];
}

/**
 * Scores one candidate by the criteria for partners.
 *
 * @remarks
 * First the facts of the scorecard that follow from records are measured, as by `measureCandidate`; then the engine scores, as by
 * `scoreMember`. What could not be measured is a missing fact, of which each criterion says itself what it means.
 *
 * @param facts - The candidate and the day; for relative scales the best of the field.
 * @param policy - The scorecard, and how records become measures.
 * @returns The score with its lines, or why there is none; the working shows the measures and adds up to the score.
 * @throws LibraryFault The first fault of `checkPartnerScorecard`, under `policy.scorecard`; as `measureCandidate`; as `scoreMember`.
 *
 * @source Partner evaluation: market coverage, sales capability, team strength and the further criteria of `partnerCriteria`.
 *
 * @example Three ratings, weighed by hand: 0.5 × 80 + 0.3 × 70 + 0.2 × 90 = 79
 * ```ts
 * import { scoreCandidate } from "qudao/admission";
 *
 * const rated = (criterion: string, weight: string) =>
 *   ({ criterion, weight, scale: { kind: "direct", full: "100" }, missing: { then: "fail" } }) as const;
 * const { outcome } = scoreCandidate(
 *   {
 *     asOf: "2024-05-01", candidate: "C-1", kind: "distributor",
 *     values: { comprehensiveCapability: "80", salesCapability: "70", teamStrength: "90" },
 *   },
 *   {
 *     scorecard: {
 *       version: "2024", weights: "shares", minimumCoverage: "1", places: 1, rounding: "half_up", grades: [{ grade: "A", from: "0" }],
 *       criteria: [rated("comprehensive_capability", "0.5"), rated("sales_capability", "0.3"), rated("team_strength", "0.2")],
 *     },
 *   },
 * );
 * outcome.score.status === "scored" && outcome.score.score; // => "79"
 * ```
 *
 * @since 0.1.0
 */
export function scoreCandidate(facts: DatedCandidate, policy: CandidateScoring): Explained<CandidateScore> {
  return readSafely({ facts, policy }, () => {
    const read = readScoring(policy, "policy");
    const asOf = parseDate(checkRecord(facts, "facts")["asOf"], "facts.asOf");
    return scoreOne(read, measureBy(read, facts, "facts", asOf), facts.best, "facts");
  });
}

/** A way of scoring read once, for many candidates. @internal */
export interface ReadScoring {
  readonly card: Scorecard;
  readonly measures: ReadMeasures;
  /** Facts that the scorecard reads. */
  readonly wanted: readonly string[];
}

/** @internal */
export function readScoring(policy: CandidateScoring, path: string): ReadScoring {
  const card = readPartnerScorecard(checkRecord(policy, path)["scorecard"] as PartnerScorecard, `${path}.scorecard`);
  return { card, measures: readMeasures(policy.measures, `${path}.measures`), wanted: factsOf(card) };
}

/** @internal */
export function factsOf(card: Scorecard): readonly string[] {
  return [...new Set(card.criteria.map(({ fact }) => fact))];
}

/** @internal */
export function measureBy(read: ReadScoring, facts: CandidateFacts, path: string, asOf: string): Explained<CandidateMeasures> {
  return measureWith(read.measures, facts, path, asOf, read.wanted);
}

/** Scores what was measured. @internal */
export function scoreOne(
  { card }: ReadScoring,
  measured: Explained<CandidateMeasures>,
  best: ScoreFacts["best"],
  path: string,
): Explained<CandidateScore> {
  const { candidate, values, notMeasured } = measured.outcome;
  const scored = relocated("facts", path, () => scoreMember({ values, best }, card));
  return {
    outcome: { candidate, score: scored.outcome, notMeasured },
    explanation: scoreNode(measured, scored),
  };
}

/** The working of a score, measures first. @internal */
export function scoreNode({ outcome, explanation }: Explained<CandidateMeasures>, scored: Explained<ScoreOutcome>): Explanation {
  const { candidate } = outcome;
  const measures = explanation.from === undefined ? [] : [explanation];
  return { code: "admission.candidate_score", params: { candidate }, from: [...measures, scored.explanation] };
}
