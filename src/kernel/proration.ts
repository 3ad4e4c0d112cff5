import { addMonths, dayNumber } from "./calendar-date.js";
import { checkChoice, checkRecord, readSafely } from "./check.js";
import { checkPlaces, type DecimalString, exact, fixed, quotient, rounded, roundingModes, text } from "./decimal.js";
import type { Explained } from "./explanation.js";
import type { MoneyRounding } from "./money.js";
import { intersectPeriods, type Period, parsePeriod } from "./period.js";

/** What a share of time is measured in. */
export type ProrationBasis = (typeof prorationBases)[number];

/** The measures of a share of time, in the order of the documentation. */
export const prorationBases = ["days", "months", "whole_months"] as const;

/** A part of time within a whole. */
export interface ProrationFacts {
  /** What was served or covered; days outside the whole do not count. */
  readonly part: Period;
  /** What it is a share of: the quota's year, the guarantee's quarter. */
  readonly whole: Period;
}

/** How a share of time is measured. */
export interface ProrationPolicy {
  /**
   * `days`: days served of days in the whole. `months`: months from the first day of the whole, an incomplete one by its days.
   * `whole_months`: the same months, of which only those served from first day to last count.
   */
  readonly by: ProrationBasis;
}

/** A share of time, exact. */
export interface Proration {
  /** Days, months, or (by `months`) the lowest terms of their fraction. 0: none served. */
  readonly numerator: number;
  /** The same measure of the whole, above 0. */
  readonly denominator: number;
  /** Their quotient, 0 to 1, at 40 significant digits; multiply by the fraction where every digit counts. */
  readonly ratio: DecimalString;
}

/** An amount to be cut to a share of time. */
export interface AmountProrationFacts extends ProrationFacts {
  /** What the whole is worth; a quota, a guarantee, a fee. Any sign; tax as in the agreement. */
  readonly amount: DecimalString;
}

/** How an amount is cut to a share of time. */
export interface AmountProrationPolicy extends ProrationPolicy {
  /** How the product becomes the answer: the only rounding. */
  readonly rounding: MoneyRounding;
}

/**
 * Measures a part of time as an exact share of the whole.
 *
 * @remarks
 * Months are counted from the first day of the whole, so a contract year from the 15th has twelve of them. A month that the whole
 * itself cuts short counts by its days under `months`, and as one that must be served to its end under `whole_months`.
 *
 * @param facts - The part and the whole.
 * @param policy - The measure.
 * @returns The fraction and its quotient.
 * @throws LibraryFault `kernel.not_a_period`, `kernel.not_a_date`, `kernel.not_a_choice`.
 *
 * @example Joined on 16 January
 * ```ts
 * import { prorate } from "qudao/kernel";
 *
 * const facts = { part: { start: "2024-01-16", end: "2025-01-01" }, whole: { start: "2024-01-01", end: "2024-04-01" } };
 * prorate(facts, { by: "days" }).numerator; // => 76
 * prorate(facts, { by: "whole_months" }); // => { numerator: 2, denominator: 3, ratio: "0.6666666666666666666666666666666666666667" }
 * ```
 *
 * @since 0.1.0
 */
export function prorate(facts: ProrationFacts, policy: ProrationPolicy): Proration {
  const [numerator, denominator] = measure(facts, parseBasis(policy));
  return { numerator, denominator, ratio: text(quotient(exact(numerator), exact(denominator))) };
}

function parseBasis(policy: ProrationPolicy): ProrationBasis {
  return readSafely("policy", () => checkChoice(checkRecord(policy, "policy")["by"], "policy.by", prorationBases));
}

function measure(facts: ProrationFacts, by: ProrationBasis): readonly [numerator: number, denominator: number] {
  const { part, whole } = readSafely("facts", () => {
    checkRecord(facts, "facts");
    return { part: parsePeriod(facts.part, "facts.part"), whole: parsePeriod(facts.whole, "facts.whole") };
  });
  const served = intersectPeriods(part, whole);
  const days = { first: dayNumber(whole.start), beyond: dayNumber(whole.end) };
  if (served === null) return MEASURES[by]({ ...days, from: days.first, to: days.first }, whole);
  return MEASURES[by]({ ...days, from: dayNumber(served.start), to: dayNumber(served.end) }, whole);
}

/** The whole `[first, beyond)` and what was served of it `[from, to)`, as day numbers. */
interface Served {
  readonly first: number;
  readonly beyond: number;
  readonly from: number;
  readonly to: number;
}

const MEASURES: { readonly [B in ProrationBasis]: (days: Served, whole: Period) => readonly [number, number] } = {
  days: ({ first, beyond, from, to }) => [to - from, beyond - first],
  months: (days, whole) => {
    let [numerator, denominator] = [0, 0];
    for (const { start, end } of monthsOf(whole)) {
      const day = DAY_PARTS / (end - start);
      numerator += day * overlap(start, end, days.from, days.to);
      denominator += day * overlap(start, end, days.first, days.beyond);
    }
    const divisor = greatestCommonDivisor(numerator, denominator);
    return [numerator / divisor, denominator / divisor];
  },
  whole_months: (days, whole) => {
    const months = monthsOf(whole);
    const complete = months.filter(({ start, end }) => days.from <= start && Math.min(end, days.beyond) <= days.to);
    return [complete.length, months.length];
  },
};

/** A month has 28, 29, 30 or 31 days: in parts of this number, a day of each is whole. */
const DAY_PARTS = 28 * 29 * 15 * 31;

/** The months of a period from its first day on; the last may end beyond it. */
function monthsOf({ start, end }: Period): readonly { readonly start: number; readonly end: number }[] {
  const months: { start: number; end: number }[] = [];
  const beyond = dayNumber(end);
  for (let at = dayNumber(start); at < beyond; ) {
    const next = dayNumber(addMonths(start, months.length + 1));
    months.push({ start: at, end: next });
    at = next;
  }
  return months;
}

const overlap = (start: number, end: number, from: number, to: number): number => Math.max(0, Math.min(end, to) - Math.max(start, from));

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * Cuts an amount to the share of time that was served.
 *
 * @remarks
 * `result = round(amount × numerator ÷ denominator)`, rounded once, at the end; the quotient itself is not cut first.
 *
 * @param facts - The amount of the whole, the part and the whole.
 * @param policy - The measure and the rounding.
 * @returns The amount with exactly `policy.rounding.decimals` places, and the fraction it came by.
 * @throws LibraryFault `kernel.not_a_decimal`, `kernel.not_a_count`, and those of `prorate`.
 *
 * @example A guarantee of 1000 for 15 of 31 days
 * ```ts
 * import { prorateAmount } from "qudao/kernel";
 *
 * prorateAmount(
 *   { amount: "1000", part: { start: "2024-01-17", end: "2024-02-01" }, whole: { start: "2024-01-01", end: "2024-02-01" } },
 *   { by: "days", rounding: { decimals: 2, mode: "half_up" } },
 * ).outcome; // => "483.87"
 * ```
 *
 * @since 0.1.0
 */
export function prorateAmount(facts: AmountProrationFacts, policy: AmountProrationPolicy): Explained<DecimalString, "kernel.prorated"> {
  const by = parseBasis(policy);
  const [numerator, denominator] = measure(facts, by);
  const amount = readSafely("facts", () => exact(facts.amount, "facts.amount"));
  const { places, mode } = readSafely("policy", () => {
    checkRecord(policy.rounding, "policy.rounding");
    return {
      places: checkPlaces(policy.rounding.decimals, "policy.rounding.decimals"),
      mode: checkChoice(policy.rounding.mode, "policy.rounding.mode", roundingModes),
    };
  });
  // digits enough that the quotient is on the right side of every half
  const outcome = fixed(rounded(amount.times(numerator).dividedBy(denominator), places, mode), places);
  const params = { amount: text(amount), by, numerator, denominator, result: outcome };
  return { outcome, explanation: { code: "kernel.prorated", params } };
}
