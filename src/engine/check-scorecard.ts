import { readSafely } from "../kernel/check.js";
import { Exact, isDecimal, roundingModes, ZERO } from "../kernel/decimal.js";
import type { PlacedMessage } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import { choiceAt, countAt, decimalAt, type Found, listAt, miss, recordAt, textAt, wordsAt } from "./found.js";
import type { EngineCode } from "./messages.js";
import type { Scorecard, ScoreScale } from "./scorecard.js";

type Fields = Record<string, unknown>;
type Look = (fields: Fields, path: string, found: Found[]) => void;

const MOST_PERIODS = 1_000;
const MOST_PLACES = 20;
/** The top of every score. A definition. */
const FULL = "100";
/** Thirds are written with as many digits as somebody has patience for. */
const SHARES_WITHIN = "0.000000001";

/**
 * Lists everything that is wrong with a scorecard.
 *
 * @param scorecard - The scorecard to look at; any JSON is accepted.
 * @returns One message per fault, with the path of the field. Empty: the scorers will accept it.
 *
 * @errors
 * - `engine.score_no_criterion` - there is no criterion.
 * - `engine.score_code_twice` - two criteria, or two grades, have one name.
 * - `engine.score_weights_not_whole` - shares add up to something that is more than 0.000000001 away from 1. Points are divided by what
 *   they add up to, so that full marks stay full.
 * - `engine.score_weightless` - the weights add up to 0.
 * - `engine.score_out_of_range`, `kernel.not_above_zero` - a number is not within the range that its field allows.
 * - `engine.score_not_increasing` - rows or grades are not in increasing order.
 * - `engine.score_flat` - a linear scale begins and ends at one value.
 * - `engine.grade_first_not_zero`, `engine.grade_gap`, `engine.grade_overlap` - the grades do not cover 0 to 100 exactly once.
 * - `engine.grade_too_precise` - a grade begins at a score that rounding cannot give.
 * - `engine.grade_unknown` - the knock-out grade is missing or is none of the grades.
 * - `engine.knock_out_excluded` - a criterion that knocks out would take no part when its fact is missing.
 * - `kernel.not_a_decimal`, `kernel.not_a_choice`, `kernel.not_a_count`, `kernel.not_text`, `kernel.not_a_record`, `kernel.not_a_list`
 *   - a field cannot be read.
 *
 * @example Shares that leave a tenth over
 * ```ts
 * import { checkScorecard } from "qudao/engine";
 *
 * const title = { en: "Sales", zh: "销售额" };
 * const faults = checkScorecard({
 *   version: "2024", weights: "shares", minimumCoverage: "0.5", places: 1, rounding: "half_up",
 *   criteria: [{ code: "sales", title, fact: "sales", weight: "0.9", scale: { kind: "direct", full: "100" }, missing: { then: "fail" } }],
 *   grades: [{ grade: "C", from: "0" }, { grade: "A", from: "85" }],
 * });
 * faults.map(({ code, path }) => [code, path]); // => [["engine.score_weights_not_whole", "criteria"]]
 * ```
 *
 * @since 0.1.0
 */
export function checkScorecard(scorecard: Scorecard): readonly PlacedMessage<EngineCode | KernelCode>[] {
  return readSafely("scorecard", () => check(scorecard));
}

function check(scorecard: Scorecard): readonly Found[] {
  const found: Found[] = [];
  if (!recordAt(scorecard, "", found)) return found;
  const { version, weights, criteria, minimumCoverage, places, rounding, grades, knockOutGrade } = scorecard as Fields;
  textAt(version, "version", found);
  choiceAt(weights, "weights", found, ["shares", "keys"]);
  rangeAt(minimumCoverage, "minimumCoverage", found, 0, "1");
  choiceAt(rounding, "rounding", found, roundingModes);
  const mostPlaces = countAt(places, "places", found, 0, MOST_PLACES) ? places : MOST_PLACES;
  const names = checkGrades(grades, mostPlaces, found);
  const listed = listAt(criteria, "criteria", found) ? criteria : [];
  if (listed === criteria) checkCriteria(listed, weights, found);
  const knocksOut = listed.some((one) => (one as Fields | null)?.["knockOutBelow"] !== undefined);
  if ((knocksOut || knockOutGrade !== undefined) && !names.has(knockOutGrade as string)) {
    miss(found, "engine.grade_unknown", "knockOutGrade", {
      got: typeof knockOutGrade === "string" ? knockOutGrade : null,
      want: [...names],
    });
  }
  return found;
}

function checkGrades(grades: unknown, places: number, found: Found[]): ReadonlySet<string> {
  const names = new Set<string>();
  if (!listAt(grades, "grades", found)) return names;
  if (grades.length === 0) miss(found, "engine.grade_first_not_zero", "grades", { from: null });
  const froms = grades.map((band) => (band as Fields | null)?.["from"]);
  grades.forEach((band, i) => {
    const path = `grades[${i}]`;
    if (!recordAt(band, path, found)) return;
    const { grade, from, to } = band;
    if (textAt(grade, `${path}.grade`, found)) {
      if (names.has(grade)) miss(found, "engine.score_code_twice", `${path}.grade`, { code: grade });
      names.add(grade);
    }
    if (!rangeAt(from, `${path}.from`, found, 0, FULL)) return;
    if (i === 0 && !new Exact(from).isZero()) miss(found, "engine.grade_first_not_zero", `${path}.from`, { from });
    if (new Exact(from).decimalPlaces() > places) miss(found, "engine.grade_too_precise", `${path}.from`, { from, places });
    increasingAt(from, froms[i - 1], `${path}.from`, found);
    const end = i === grades.length - 1 ? FULL : froms[i + 1];
    if (to === undefined || !decimalAt(to, `${path}.to`, found) || !isDecimalText(end)) return;
    const order = new Exact(to).comparedTo(end);
    if (order !== 0)
      miss(found, order < 0 ? "engine.grade_gap" : "engine.grade_overlap", `${path}.to`, { grade: String(grade), to, next: end });
  });
  return names;
}

function checkCriteria(criteria: readonly unknown[], weights: unknown, found: Found[]): void {
  if (criteria.length === 0) miss(found, "engine.score_no_criterion", "criteria", {});
  const codes = new Set<string>();
  let sum: Exact | undefined = ZERO;
  criteria.forEach((criterion, i) => {
    const path = `criteria[${i}]`;
    if (!recordAt(criterion, path, found)) return;
    const { code, title, fact, weight, scale } = criterion;
    if (textAt(code, `${path}.code`, found)) {
      if (codes.has(code)) miss(found, "engine.score_code_twice", `${path}.code`, { code });
      codes.add(code);
    }
    wordsAt(title, `${path}.title`, found);
    textAt(fact, `${path}.fact`, found);
    sum = rangeAt(weight, `${path}.weight`, found, 0) ? sum?.plus(weight) : undefined;
    if (recordAt(scale, `${path}.scale`, found)) checkScale(scale, `${path}.scale`, found);
    checkMissing(criterion, path, found);
  });
  if (sum === undefined || criteria.length === 0) return;
  if (weights === "shares" && sum.minus(1).abs().greaterThan(SHARES_WITHIN))
    miss(found, "engine.score_weights_not_whole", "criteria", { sum: sum.toFixed() });
  else if (sum.isZero()) miss(found, "engine.score_weightless", "criteria", {});
}

function checkMissing({ missing, knockOutBelow, scale }: Fields, path: string, found: Found[]): void {
  const full = (scale as Fields | undefined)?.["full"];
  if (knockOutBelow !== undefined) rangeAt(knockOutBelow, `${path}.knockOutBelow`, found, 0, full);
  if (!recordAt(missing, `${path}.missing`, found)) return;
  const { then, otherwise, maxAgePeriods, points } = missing;
  choiceAt(then, `${path}.missing.then`, found, ["exclude", "zero", "neutral", "carry", "fail"]);
  if (then === "neutral") rangeAt(points, `${path}.missing.points`, found, 0, full);
  if (then === "carry") {
    countAt(maxAgePeriods, `${path}.missing.maxAgePeriods`, found, 1, MOST_PERIODS);
    choiceAt(otherwise, `${path}.missing.otherwise`, found, ["exclude", "zero", "fail"]);
  }
  if (knockOutBelow !== undefined && (then === "exclude" || otherwise === "exclude")) {
    miss(found, "engine.knock_out_excluded", `${path}.missing`, {});
  }
}

const SCALES: { readonly [K in ScoreScale["kind"]]: Look } = {
  points: ({ below, rows, full }, path, found) => {
    rangeAt(below, `${path}.below`, found, 0, full);
    if (!listAt(rows, `${path}.rows`, found)) return;
    rows.forEach((row, i) => {
      if (!recordAt(row, `${path}.rows[${i}]`, found)) return;
      rangeAt(row["points"], `${path}.rows[${i}].points`, found, 0, full);
      if (decimalAt(row["from"], `${path}.rows[${i}].from`, found)) {
        increasingAt(row["from"], (rows[i - 1] as Fields | undefined)?.["from"], `${path}.rows[${i}].from`, found);
      }
    });
  },
  linear: ({ from, to }, path, found) => {
    const both = [decimalAt(from, `${path}.from`, found), decimalAt(to, `${path}.to`, found)].every(Boolean);
    if (both && new Exact(from as string).equals(to as string)) miss(found, "engine.score_flat", `${path}.to`, { from: from as string });
  },
  relative: ({ better, atZero }, path, found) => {
    choiceAt(better, `${path}.better`, found, ["higher", "lower"]);
    if (better === "lower") choiceAt(atZero, `${path}.atZero`, found, ["full", "nothing"]);
  },
  deduction: ({ better, target, step, deduct, partialStep }, path, found) => {
    choiceAt(better, `${path}.better`, found, ["higher", "lower"]);
    decimalAt(target, `${path}.target`, found);
    aboveZeroAt(step, `${path}.step`, found);
    aboveZeroAt(deduct, `${path}.deduct`, found);
    choiceAt(partialStep, `${path}.partialStep`, found, ["counts", "free"]);
  },
  yes_no: ({ better }, path, found) => {
    choiceAt(better, `${path}.better`, found, ["yes", "no"]);
  },
  direct: () => {},
};

function checkScale(scale: Fields, path: string, found: Found[]): void {
  aboveZeroAt(scale["full"], `${path}.full`, found);
  const { kind } = scale;
  if (choiceAt(kind, `${path}.kind`, found, Object.keys(SCALES) as ScoreScale["kind"][])) SCALES[kind](scale, path, found);
}

/** A decimal from `least` up to `most`; a `most` that is no decimal is faulted where it stands. */
function rangeAt(value: unknown, path: string, found: Found[], least: number, most?: unknown): value is string {
  if (!decimalAt(value, path, found)) return false;
  const bound = isDecimalText(most) ? most : null;
  const fits = new Exact(value).greaterThanOrEqualTo(least) && (bound === null || new Exact(value).lessThanOrEqualTo(bound));
  return fits || miss(found, "engine.score_out_of_range", path, { got: value, least, most: bound });
}

function aboveZeroAt(value: unknown, path: string, found: Found[]): void {
  if (decimalAt(value, path, found) && !new Exact(value).greaterThan(0)) miss(found, "kernel.not_above_zero", path, { got: value });
}

function increasingAt(from: string, before: unknown, path: string, found: Found[]): void {
  if (!isDecimalText(before) || new Exact(from).greaterThan(before)) return;
  miss(found, "engine.score_not_increasing", path, { from, before });
}

/** What another row holds may be anything; it is faulted where it stands. */
function isDecimalText(value: unknown): value is string {
  return typeof value === "string" && isDecimal(value);
}
