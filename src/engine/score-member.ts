import { readSafely } from "../kernel/check.js";
import { type Exact, quotient, rounded, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { roundFraction } from "./fraction.js";
import type { EngineCode } from "./messages.js";
import { gradeOf, type ReadScorecard, readScorecard } from "./read-scorecard.js";
import { scaleParams } from "./score-scale.js";
import type { Scorecard, ScoreFacts, ScoreLine, ScoreOutcome } from "./scorecard.js";
import { addUp, contributionOf, isKnockedOut, type Weighed, type Weighing, weighCriteria } from "./weigh-criteria.js";

/**
 * Scores one member by a scorecard.
 *
 * @remarks
 * `score = 100 × Σ weight × points ÷ full ÷ Σ weight`, over the criteria that take part, as an exact fraction rounded once, at the end.
 * The grade is that of the rounded score. Contributions are rounded the same way for showing; what that leaves over is a line of its
 * own, so that the lines add up to the score exactly. Without any fact, with less than `minimumCoverage`, or without a fact whose
 * absence means `fail`, the outcome is `insufficient_data`. A value below 0 on a relative scale makes it `unscorable`.
 *
 * @param facts - Values by fact name; for relative scales the best of the field.
 * @param scorecard - Criteria, weights, scales and grades. One that `checkScorecard` faults is refused.
 * @returns The score with one line per criterion, or why there is none; the working adds up to the score.
 * @throws LibraryFault The first fault of `checkScorecard`; a value that is not what its scale reads; a missing `best`.
 *
 * @example Exactly full marks are in the top grade
 * ```ts
 * import { scoreMember } from "qudao/engine";
 *
 * const card = {
 *   version: "2024", weights: "shares" as const, minimumCoverage: "0.5", places: 1, rounding: "half_up" as const,
 *   criteria: [
 *     {
 *       code: "attainment", title: { en: "Attainment", zh: "达成率" }, fact: "attainment", weight: "0.7",
 *       scale: { kind: "linear" as const, full: "100", from: "0", to: "1" }, missing: { then: "fail" as const },
 *     },
 *     {
 *       code: "training", title: { en: "Training", zh: "培训" }, fact: "trained", weight: "0.3",
 *       scale: { kind: "yes_no" as const, full: "100", better: "yes" as const }, missing: { then: "exclude" as const },
 *     },
 *   ],
 *   grades: [{ grade: "C", from: "0" }, { grade: "B", from: "70" }, { grade: "A", from: "85" }],
 * };
 * const outcome = (values: { attainment?: string; trained?: boolean }) => {
 *   const scored = scoreMember({ values }, card).outcome;
 *   return scored.status === "scored" ? [scored.score, scored.grade] : scored.status;
 * };
 * outcome({ attainment: "1", trained: true }); // => ["100", "A"]
 * outcome({ attainment: "0.9", trained: false }); // => ["63", "C"]
 * outcome({ attainment: "0.9" }); // => ["90", "A"]
 * outcome({}); // => "insufficient_data"
 * ```
 *
 * @since 0.1.0
 */
export function scoreMember(facts: ScoreFacts, scorecard: Scorecard): Explained<ScoreOutcome, EngineCode> {
  return readSafely({ facts, scorecard }, () => scoreWith(readScorecard(scorecard), facts, "facts"));
}

/** As `scoreMember`, with a scorecard read before. @internal */
export function scoreWith(read: ReadScorecard, facts: ScoreFacts, path: string): Explained<ScoreOutcome, EngineCode> {
  const weighed = weighCriteria(read, facts, path);
  const { version } = read.card;
  const negative = weighed.filter((one) => one.negative !== undefined);
  if (negative.length > 0) {
    const problems = negative.map(({ read, negative }) => ({
      code: "engine.score_negative" as const,
      params: { criterion: titleOf(read.criterion), ...negative?.params },
    }));
    return {
      outcome: { status: "unscorable", version, problems },
      explanation: { code: "engine.score_none", params: { version }, from: problems },
    };
  }
  const sum = addUp(read, weighed);
  return sum.lacking === undefined ? scored(read, weighed, sum) : lacking(read, weighed, sum, sum.lacking);
}

function scored(read: ReadScorecard, weighed: readonly Weighed[], sum: Weighing): Explained<ScoreOutcome, EngineCode> {
  const { version, places, rounding, grades, knockOutGrade } = read.card;
  const exactScore = roundFraction(sum.score, places, rounding);
  const grade = sum.knockedOutBy.length > 0 && knockOutGrade !== undefined ? knockOutGrade : gradeOf(exactScore, grades);
  const score = text(exactScore);
  const lines = weighed.map((one): ScoreLine => {
    const points = one.points === undefined ? null : text(roundFraction(one.points, places, rounding));
    const contribution = text(roundFraction(contributionOf(one, sum.weight), places, rounding));
    return { criterion: one.read.criterion.code, source: one.source as ScoreLine["source"], points, contribution };
  });
  const rest = lines.reduce<Exact>((left, line) => left.minus(line.contribution), exactScore);
  const coverage = coverageOf(read, sum);
  const from = weighed.map((one, i) => explainLine(one, lines[i] as ScoreLine));
  if (!rest.isZero()) from.push({ code: "engine.score_rounding", params: { score: text(rest) } });
  return {
    outcome: { status: "scored", version, score, grade, knockedOutBy: sum.knockedOutBy, lines, coverage },
    explanation: { code: "engine.score", params: { score, grade, version, coverage }, adds: "score", from },
  };
}

function lacking(
  read: ReadScorecard,
  weighed: readonly Weighed[],
  sum: Weighing,
  because: NonNullable<Weighing["lacking"]>,
): Explained<ScoreOutcome, EngineCode> {
  const { version, minimumCoverage } = read.card;
  const without = weighed.filter(({ source }) => source !== "value" && source !== "carried").map((one) => one.read.criterion);
  return {
    outcome: { status: "insufficient_data", version, because, missing: without.map(({ code }) => code) },
    explanation: {
      code: `engine.score_lacking.${because}`,
      params: { version, coverage: coverageOf(read, sum), minimum: minimumCoverage },
      from: without.map((criterion) => ({ code: "engine.score_missing", params: { criterion: titleOf(criterion), fact: criterion.fact } })),
    },
  };
}

/** Cut, not rounded: a coverage that looks sufficient is. */
function coverageOf({ totalWeight }: ReadScorecard, { covered }: Weighing): string {
  return text(rounded(quotient(covered, totalWeight), 4, "down"));
}

function explainLine(one: Weighed, { source, points, contribution }: ScoreLine): Explanation<EngineCode> {
  const { criterion } = one.read;
  const { weight, scale, knockOutBelow } = criterion;
  const from: Explanation<EngineCode>[] = [];
  if (one.value !== undefined) {
    const params = { ...scaleParams(scale), value: one.value, fact: criterion.fact, best: one.best === undefined ? null : text(one.best) };
    from.push({ code: `engine.scale.${scale.kind}`, params });
  }
  if (isKnockedOut(one)) from.push({ code: "engine.knocked_out", params: { points, below: knockOutBelow as string } });
  const params = { criterion: titleOf(criterion), fact: criterion.fact, points, full: scale.full, weight, score: contribution };
  const line = { code: `engine.score_line.${source}` as const, params: { ...params, agePeriods: one.agePeriods ?? 0 } };
  return from.length === 0 ? line : { ...line, from };
}

function titleOf({ title }: Weighed["read"]["criterion"]): { readonly en: string; readonly zh: string } {
  return { en: title.en, zh: title.zh };
}
