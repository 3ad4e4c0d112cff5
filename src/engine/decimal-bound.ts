import { type Exact, exact } from "../kernel/decimal.js";

/** A number of the agreement, read once for many comparisons. @internal */
export interface DecimalBound {
  readonly exact: Exact;
  /** The same as a number where that is faithful, else `NaN`. */
  readonly short: number;
}

/** @internal */
export function boundOf(threshold: string): DecimalBound {
  return { exact: exact(threshold), short: shortNumber(threshold) };
}

/**
 * Orders a host's decimal against a bound.
 *
 * @returns Negative when below, 0 when equal, positive when above.
 * @throws LibraryFault `kernel.not_a_decimal`.
 *
 * @internal
 */
export function compareToBound(value: unknown, bound: DecimalBound, path: string): number {
  const difference = shortNumber(value) - bound.short;
  return Number.isNaN(difference) ? exact(value as string, path).comparedTo(bound.exact) : difference;
}

/** Characters of a decimal that a double tells apart from every other of that length: at most 15 significant digits. */
const SHORT = 15;
const POWERS = Array.from({ length: SHORT }, (_, i) => 10 ** i);

/**
 * A short decimal as the nearest double, else `NaN`. Only for order: both the digits and the power of ten are whole and exact, so
 * different decimals stay different and in order, which is all a comparison asks for.
 */
function shortNumber(value: unknown): number {
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number.NaN;
  if (typeof value !== "string" || value.length > SHORT) return Number.NaN;
  const start = value.charCodeAt(0) === MINUS ? 1 : 0;
  let digits = 0;
  let point = -1;
  for (let i = start; i < value.length; i++) {
    const digit = value.charCodeAt(i) - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === POINT && point < 0) point = i;
    else return Number.NaN;
  }
  const whole = (point < 0 ? value.length : point) - start;
  const places = point < 0 ? 0 : value.length - point - 1;
  const malformed = whole === 0 || (point >= 0 && places === 0) || (whole > 1 && value.charCodeAt(start) === ZERO);
  if (malformed) return Number.NaN;
  const size = digits / (POWERS[places] as number);
  return start === 1 ? -size : size;
}

const ZERO = 48;
const MINUS = 45;
/** The point, counted from the digit zero. */
const POINT = -2;
