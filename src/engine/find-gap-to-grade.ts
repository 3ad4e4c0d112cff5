import { checkChoice, checkRecord, readSafely } from "../kernel/check.js";
import { checkPlaces, Exact, exact, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { compare, type Fraction, minus, over, ratioOf, roundFraction, times, wholeOf, ZERO } from "./fraction.js";
import type { EngineCode } from "./messages.js";
import { type ReadScorecard, readScorecard } from "./read-scorecard.js";
import { scoreWith } from "./score-member.js";
import type { Stretch } from "./score-scale.js";
import type { Scorecard, ScoreFacts } from "./scorecard.js";
import { addUp, type Weighed, weighCriteria } from "./weigh-criteria.js";

/** Whose way to which grade. */
export interface GapFacts extends ScoreFacts {
  /** The grade wanted. */
  readonly grade: string;
  /** Decimal places of needed values that do not end within 40 digits, cut to the side that still suffices. */
  readonly places: number;
}

/** One bound on a value. Bounds in one list hold together. `answer`: `yes` or `no`. */
export interface NeededBound {
  /** On which side of the value. */
  readonly bound: "at_least" | "above" | "at_most" | "below" | "answer";
  /** The value, in the unit of the fact. */
  readonly value: string;
}

/** What one criterion would have to be, all others unchanged. */
export type GradeWay =
  | {
      /** Code of the criterion. */
      readonly criterion: string;
      /** It alone can reach the grade. */
      readonly reachable: true;
      /** Ranges of the value, any of which will do. A range without bounds: any value. */
      readonly needed: readonly (readonly NeededBound[])[];
    }
  | {
      /** Code of the criterion. */
      readonly criterion: string;
      /** It alone cannot. */
      readonly reachable: false;
      /** Full marks would not suffice; no value earns enough; or another criterion stands in the way by its knock-out or its data. */
      readonly because: "too_little_weight" | "no_value" | "other_knocked_out" | "other_data";
    };

/** The way to a grade. */
export interface GradeGap {
  /** The grade wanted. */
  readonly grade: string;
  /** Where it begins. */
  readonly threshold: string;
  /** The grade, or a better one, is already there. */
  readonly reached: boolean;
  /** The score now. `null`: there is none. */
  readonly score: string | null;
  /** Threshold less score; at most 0 once the score suffices. `null`: there is no score. */
  readonly missing: string | null;
  /** One way per criterion. Empty: reached. */
  readonly ways: readonly GradeWay[];
}

/**
 * Finds what it would take to reach a grade: for each criterion the value that alone would do it, all others unchanged.
 *
 * @remarks
 * The value at which the score, before rounding, reaches the grade's threshold and the criterion its knock-out bound; rounding of
 * the score may grant the grade a little earlier. A criterion without data is counted as if it had the value.
 *
 * @param facts - What is known, and the grade wanted.
 * @param scorecard - The scorecard.
 * @returns Threshold, missing points, and one way per criterion.
 * @throws LibraryFault As `scoreMember`; `kernel.not_a_choice` for a grade the scorecard does not have.
 *
 * @example From 70 to a grade that begins at 80
 * ```ts
 * import { findGapToGrade } from "qudao/engine";
 *
 * const title = { en: "Sales", zh: "销售额" };
 * const scorecard = {
 *   version: "2024", weights: "shares" as const, minimumCoverage: "1", places: 1, rounding: "half_up" as const,
 *   criteria: [
 *     {
 *       code: "sales", title, fact: "sales", weight: "0.5",
 *       scale: { kind: "linear" as const, full: "100", from: "0", to: "1000000" }, missing: { then: "fail" as const },
 *     },
 *     {
 *       code: "late", title, fact: "lateDays", weight: "0.5", missing: { then: "fail" as const },
 *       scale: {
 *         kind: "deduction" as const, full: "100", better: "lower" as const, target: "0", step: "1", deduct: "10", partialStep: "counts" as const,
 *       },
 *     },
 *   ],
 *   grades: [{ grade: "B", from: "0" }, { grade: "A", from: "80" }],
 * };
 * const { outcome } = findGapToGrade({ values: { sales: "600000", lateDays: "2" }, grade: "A", places: 2 }, scorecard);
 * outcome.missing; // => "10"
 * outcome.ways.map((way) => way.reachable && way.needed); // => [[[{ bound: "at_least", value: "800000" }]], [[{ bound: "at_most", value: "0" }]]]
 * ```
 *
 * @since 0.1.0
 */
export function findGapToGrade(facts: GapFacts, scorecard: Scorecard): Explained<GradeGap, EngineCode> {
  return readSafely({ facts, scorecard }, () => {
    const read = readScorecard(scorecard);
    const names = scorecard.grades.map(({ grade }) => grade);
    checkRecord(facts, "facts");
    const wanted = names.indexOf(checkChoice(facts.grade, "facts.grade", names));
    checkPlaces(facts.places, "facts.places");
    const { outcome } = scoreWith(read, facts, "facts");
    const threshold = exact((scorecard.grades[wanted] as { readonly from: string }).from);
    const scored = outcome.status === "scored" ? outcome : undefined;
    const reached = scored !== undefined && names.indexOf(scored.grade) >= wanted;
    const weighed = weighCriteria(read, facts, "facts");
    const ways = reached ? [] : weighed.map((one) => wayOf(one, { read, weighed, threshold, places: facts.places }));
    const missing = scored === undefined ? null : text(threshold.minus(scored.score));
    const gap = { grade: facts.grade, threshold: text(threshold), score: scored?.score ?? null, missing };
    return {
      outcome: { ...gap, reached, ways },
      explanation: {
        code: reached ? "engine.gap_none" : "engine.gap",
        params: gap,
        ...(ways.length > 0 && { from: ways.map((way, i) => wayNode(way, weighed[i] as Weighed)) }),
      },
    };
  });
}

interface Way {
  readonly read: ReadScorecard;
  readonly weighed: readonly Weighed[];
  readonly threshold: Exact;
  readonly places: number;
}

const FULL = new Exact(100);

function wayOf(one: Weighed, { read, weighed, threshold, places }: Way): GradeWay {
  const { criterion, weight, full, scale, knockOutBelow } = one.read;
  const others = weighed.filter((other) => other !== one);
  const sum = addUp(read, others);
  const cannot = (because: Extract<GradeWay, { reachable: false }>["because"]): GradeWay => ({
    criterion: criterion.code,
    reachable: false,
    because,
  });
  const covered = sum.covered.plus(weight);
  const thin = covered.isZero() || covered.lessThan(read.minimumCoverage.times(read.totalWeight));
  if (thin || others.some(({ source, negative }) => source === "required" || negative !== undefined)) return cannot("other_data");
  if (sum.knockedOutBy.length > 0) return cannot("other_knocked_out");
  // threshold × (their weight + ours) − their score × their weight, as points of ours
  const short = minus(wholeOf(threshold.times(sum.weight.plus(weight))), times(sum.score, sum.weight));
  if (weight.isZero() && compare(short, ZERO) > 0) return cannot("too_little_weight");
  // what weighs nothing cannot lift the score, but it can stand in the way by its own knock-out, or as a fact without which there is no score
  const forGrade = weight.isZero() ? ZERO : over(times(short, full), weight.times(FULL));
  const points = knockOutBelow !== undefined && compare(knockOutBelow, forGrade) > 0 ? knockOutBelow : forGrade;
  if (compare(points, wholeOf(full)) > 0) return cannot("too_little_weight");
  const stretches = scale.reach(points, one.best);
  if (stretches.length === 0) return cannot("no_value");
  return { criterion: criterion.code, reachable: true, needed: stretches.map((stretch) => boundsOf(stretch, places)) };
}

function boundsOf({ atLeast, above, atMost, below, answer }: Stretch, places: number): readonly NeededBound[] {
  const bounds: NeededBound[] = [];
  if (atLeast !== undefined) bounds.push({ bound: "at_least", value: sufficient(atLeast, places, "ceiling") });
  if (above !== undefined) bounds.push({ bound: "above", value: sufficient(above, places, "ceiling") });
  if (atMost !== undefined) bounds.push({ bound: "at_most", value: sufficient(atMost, places, "floor") });
  if (below !== undefined) bounds.push({ bound: "below", value: sufficient(below, places, "floor") });
  if (answer !== undefined) bounds.push({ bound: "answer", value: answer });
  return bounds;
}

/** A value that ends is given as it is; one that does not, cut to the side that still suffices. */
function sufficient(value: Fraction, places: number, side: "ceiling" | "floor"): string {
  const ended = ratioOf(value.over, value.under);
  return text(ended.under.equals(1) ? ended.over : roundFraction(ended, places, side));
}

function wayNode(way: GradeWay, { read }: Weighed): Explanation<EngineCode> {
  const { title, fact } = read.criterion;
  const params = { criterion: { en: title.en, zh: title.zh }, fact };
  if (!way.reachable) return { code: `engine.gap_closed.${way.because}`, params };
  return {
    code: "engine.gap_way",
    params,
    from: way.needed.map((bounds) => ({
      code: "engine.gap_range",
      params: {
        fact,
        bounds: bounds.map(({ bound, value }) => ({ code: `engine.gap_bound.${bound === "answer" ? value : bound}`, params: { value } })),
      },
    })),
  };
}
