import { findGapToGrade, type GradeWay } from "../engine/find-gap-to-grade.js";
import { scoreMember } from "../engine/score-member.js";
import type { Scorecard, ScoreFacts } from "../engine/scorecard.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import { subtractDecimals } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";

/** Whose next grade is looked for. */
export interface NextGradeFacts extends ScoreFacts {
  /** Decimal places of needed values that do not end, cut to the side that still suffices. */
  readonly places: number;
}

/** What one indicator would have to become, all others unchanged. */
export interface IndicatorGap {
  /** Code of the criterion. */
  readonly criterion: string;
  /** Its value now. `null`: not known. */
  readonly value: DecimalString | boolean | null;
  /** The way by this criterion alone, as `findGapToGrade` tells it. */
  readonly way: GradeWay;
  /** Nearest bound less value: what is to be gained, or, negative, to be cut. `null`: no number, or no way. */
  readonly change: DecimalString | null;
}

/** The way to the next grade. */
export interface NextGrade {
  /** The grade now. `null`: there is no score. */
  readonly grade: string | null;
  /** The grade above; without a score, the lowest. `null`: it has the highest. */
  readonly next: string | null;
  /** Points that lack. `null`: there is no score, or nothing above. */
  readonly missing: DecimalString | null;
  /** One line per criterion. Empty: nothing above. */
  readonly gaps: readonly IndicatorGap[];
}

/**
 * Finds what it would take to reach the next grade: the gap of every indicator.
 *
 * @remarks
 * The engine's `findGapToGrade` for the grade above, and the change of each value: the needed bound less the value now, all others unchanged.
 * Below 0, the value must fall. A bound that must be passed and not only reached is told in `way`.
 *
 * @param facts - The values.
 * @param scorecard - The scorecard.
 * @returns The grade above and one gap per criterion, with the working.
 * @throws LibraryFault As `findGapToGrade`.
 * @source Practice of partner programmes: what would it take.
 *
 * @example Sales alone would do it with 200,000 more
 * ```ts
 * import { findNextGrade } from "qudao/performance";
 *
 * const { outcome } = findNextGrade({ values: { sales: "600000" }, places: 2 }, {
 *   version: "2024", weights: "shares", minimumCoverage: "1", places: 1, rounding: "half_up",
 *   criteria: [{
 *     code: "sales", title: { en: "Sales", zh: "销售额" }, fact: "sales", weight: "1",
 *     scale: { kind: "linear", full: "100", from: "0", to: "1000000" }, missing: { then: "fail" },
 *   }],
 *   grades: [{ grade: "B", from: "0" }, { grade: "A", from: "80" }],
 * });
 * [outcome.grade, outcome.next, outcome.missing]; // => ["B", "A", "20"]
 * outcome.gaps.map(({ criterion, change }) => [criterion, change]); // => [["sales", "200000"]]
 * ```
 *
 * @since 0.1.0
 */
export function findNextGrade(facts: NextGradeFacts, scorecard: Scorecard): Explained<NextGrade> {
  return readSafely({ facts, scorecard }, () => {
    checkRecord(facts, "facts");
    const { outcome, explanation } = scoreMember(facts, scorecard);
    const grade = outcome.status === "scored" ? outcome.grade : null;
    const above = scorecard.grades[scorecard.grades.findIndex((band) => band.grade === grade) + 1];
    if (above === undefined) {
      const none: NextGrade = { grade, next: null, missing: null, gaps: [] };
      return { outcome: none, explanation: { code: "performance.next_grade_none", params: { grade }, from: [explanation] } };
    }
    const gap = findGapToGrade({ ...facts, grade: above.grade }, scorecard);
    const gaps = gap.outcome.ways.map((way, i): IndicatorGap => {
      const fact = scorecard.criteria[i]?.fact as string;
      const value = (Object.hasOwn(facts.values, fact) ? facts.values[fact] : null) ?? null;
      return { criterion: way.criterion, value, way, change: changeOf(way, value) };
    });
    const found = { grade, next: above.grade, missing: gap.outcome.missing };
    return {
      outcome: { ...found, gaps },
      explanation: { code: "performance.next_grade", params: found, from: [gap.explanation] },
    };
  });
}

function changeOf(way: GradeWay, value: IndicatorGap["value"]): DecimalString | null {
  if (!way.reachable || typeof value !== "string") return null;
  const [bound] = way.needed[0] ?? [];
  return bound === undefined || bound.bound === "answer" ? null : subtractDecimals(bound.value, value);
}
