import { findGapToGrade, type GradeWay } from "../engine/find-gap-to-grade.js";
import type { Scorecard } from "../engine/scorecard.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, readSafely } from "../kernel/check.js";
import { compareDecimals, type DecimalString } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { DatedCandidate } from "./candidate-facts.js";
import { candidateFault, isAbsent } from "./candidate-fault.js";
import type { CandidateCode } from "./candidate-messages.js";
import { type CandidateScore, type CandidateScoring, measureBy, readScoring, scoreOne } from "./score-candidate.js";
import { readStrategy, type StrategyReference } from "./strategy-reference.js";

/**
 * What a candidate's evaluation comes to. `accept`, `conditional`: to be taken on if it makes good on what is lacking. `undetermined`: there
 * is no score, for want of data.
 */
export const candidateDecisions = ["accept", "conditional", "reject", "undetermined"] as const;

/** See `candidateDecisions`. */
export type CandidateDecision = (typeof candidateDecisions)[number];

/** By what a candidate is decided on. */
export interface CandidatePolicy extends CandidateScoring {
  /** The strategy that says whom the channel wants. */
  readonly strategy: StrategyReference;
  /** The lowest grade that is accepted. */
  readonly acceptFrom: string;
  /** The lowest grade that is accepted on conditions, not above `acceptFrom`. `null`: there is no such way. */
  readonly conditionalFrom: string | null;
}

/** What was decided about a candidate. */
export interface CandidateVerdict extends CandidateScore {
  /** Version of the scorecard by which it was judged. */
  readonly version: string;
  /** The strategy by which it was judged. */
  readonly strategyId: string;
  /** The decision. */
  readonly decision: CandidateDecision;
  /** Why it is not `accept`. Empty: it is. */
  readonly reasons: readonly Message<CandidateCode>[];
  /** Points that are missing to the next better decision. `null`: no points are: it is the best, there is no score, or something else is in the way. */
  readonly deficit: DecimalString | null;
  /** What each criterion alone would have to be for the next better decision. Empty: there is none, or no score. */
  readonly ways: readonly GradeWay[];
}

/**
 * Decides by a comprehensive evaluation whether a candidate is taken on.
 *
 * @remarks
 * A kind that the strategy does not want is rejected, whatever the score. Otherwise the grade decides: from `acceptFrom` on `accept`,
 * from `conditionalFrom` on `conditional`, below `reject`; exactly on a grade's first point belongs to the grade. Without a score the
 * decision is `undetermined`, never `reject` and never `accept`. Formal admission of agents and distributors, with its hard items, is
 * another question; this one compares and sorts.
 *
 * @param facts - The candidate and the day; for relative scales the best of the field.
 * @param policy - The scorecard, the strategy, and which grades are accepted.
 * @returns The decision with its reasons, the points missing, and what would have to change.
 * @throws LibraryFault As `scoreCandidate`; `kernel.not_a_choice` for a grade that the scorecard does not have,
 * `admission.decisions_out_of_order` for conditions above acceptance.
 *
 * @source Recruitment: by a comprehensive evaluation of the dealer's capability it is decided whether it joins; partners are recruited as
 * the channel strategy needs them.
 *
 * @example Just under the cut
 * ```ts
 * import { evaluateCandidate } from "qudao/admission";
 *
 * const verdict = (comprehensiveCapability: string) =>
 *   evaluateCandidate(
 *     { asOf: "2024-05-01", candidate: "C-1", kind: "distributor", values: { comprehensiveCapability } },
 *     {
 *       strategy: { id: "S-2024", allowedKinds: ["agent", "distributor"] }, acceptFrom: "good", conditionalFrom: null,
 *       scorecard: {
 *         version: "2024", weights: "shares", minimumCoverage: "1", places: 1, rounding: "half_up",
 *         grades: [{ grade: "poor", from: "0" }, { grade: "good", from: "70" }],
 *         criteria: [{
 *           criterion: "comprehensive_capability", weight: "1", scale: { kind: "direct", full: "100" }, missing: { then: "fail" },
 *         }],
 *       },
 *     },
 *   ).outcome;
 * [verdict("69.9").decision, verdict("69.9").deficit]; // => ["reject", "0.1"]
 * verdict("70").decision; // => "accept"
 * ```
 *
 * @since 0.1.0
 */
export function evaluateCandidate(facts: DatedCandidate, policy: CandidatePolicy): Explained<CandidateVerdict> {
  return readSafely({ facts, policy }, () => {
    const read = readScoring(policy, "policy");
    const { card } = read;
    const strategy = readStrategy(policy.strategy, "policy.strategy");
    const cuts = readCuts(policy, card);
    const asOf = parseDate(checkRecord(facts, "facts")["asOf"], "facts.asOf");
    const measured = measureBy(read, facts, "facts", asOf);
    const scored = scoreOne(read, measured, facts.best, "facts");
    const { score } = scored.outcome;
    const wanted = strategy.allowedKinds.includes(facts.kind);
    const decision = !wanted ? "reject" : score.status === "scored" ? cuts.decide(score.grade) : "undetermined";
    const reasons: Message<CandidateCode>[] = wanted ? [] : [offStrategy(facts.kind, strategy)];
    const better = wanted && score.status === "scored" ? cuts.better(decision) : undefined;
    const gap =
      better === undefined
        ? undefined
        : findGapToGrade({ values: measured.outcome.values, best: facts.best, grade: better, places: card.places }, card);
    if (score.status !== "scored") reasons.push({ code: "admission.no_score", params: {} });
    else if (gap !== undefined) {
      const { threshold, missing } = gap.outcome;
      reasons.push(
        score.knockedOutBy.length > 0
          ? { code: "admission.knocked_out", params: { criteria: score.knockedOutBy } }
          : { code: "admission.below_cut", params: { score: score.score, grade: better as string, threshold, missing } },
      );
    }
    const { candidate } = scored.outcome;
    const from: readonly Explanation[] = [...reasons, scored.explanation, ...(gap === undefined ? [] : [gap.explanation])];
    return {
      outcome: {
        ...scored.outcome,
        version: card.version,
        strategyId: strategy.id,
        decision,
        reasons,
        deficit: deficitOf(gap?.outcome.missing),
        ways: gap?.outcome.ways ?? [],
      },
      explanation: { code: "admission.candidate_decided", params: { candidate, decision, version: card.version }, from },
    };
  });
}

/** Behind a knock-out the points may be enough already. */
function deficitOf(missing: DecimalString | null | undefined): DecimalString | null {
  return isAbsent(missing) || compareDecimals(missing, "0") <= 0 ? null : missing;
}

/** @internal */
export function offStrategy(kind: string, { id, allowedKinds }: StrategyReference): Message<CandidateCode> {
  return { code: "admission.off_strategy", params: { kind, strategy: id, allowed: allowedKinds } };
}

interface Cuts {
  readonly decide: (grade: string) => CandidateDecision;
  /** The grade that brings the next better decision. */
  readonly better: (decision: CandidateDecision) => string | undefined;
}

function readCuts({ acceptFrom, conditionalFrom }: CandidatePolicy, { grades }: Scorecard): Cuts {
  const names = grades.map(({ grade }) => grade);
  const accept = names.indexOf(checkChoice(acceptFrom, "policy.acceptFrom", names));
  const conditional = conditionalFrom === null ? accept : names.indexOf(checkChoice(conditionalFrom, "policy.conditionalFrom", names));
  if (conditional > accept) {
    throw candidateFault("admission.decisions_out_of_order", "policy.conditionalFrom", {
      conditional: conditionalFrom,
      accept: acceptFrom,
    });
  }
  return {
    decide: (grade) => {
      const at = names.indexOf(grade);
      return at >= accept ? "accept" : at >= conditional ? "conditional" : "reject";
    },
    better: (decision) => (decision === "reject" ? names[conditional] : decision === "conditional" ? acceptFrom : undefined),
  };
}
