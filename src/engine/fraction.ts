import { type DecimalString, Exact, fixed, quotient, type RoundingMode, rounded } from "../kernel/decimal.js";
import type { MoneyRounding } from "../kernel/money.js";

/**
 * A quotient that is never cut: a third of three is one. Scores are divided by weights and bests, then added; only the end is rounded.
 *
 * @internal
 */
export interface Fraction {
  readonly over: Exact;
  /** Above 0. */
  readonly under: Exact;
}

const ONE = new Exact(1);

/** @internal */
export const ZERO: Fraction = { over: new Exact(0), under: ONE };

/** @internal */
export function wholeOf(value: Exact): Fraction {
  return { over: value, under: ONE };
}

/** A quotient; the caller has checked that the divisor is not zero. One that ends is kept as a decimal, to stay short. @internal */
export function ratioOf(over: Exact, under: Exact): Fraction {
  const whole = quotient(over, under);
  if (whole.times(under).equals(over)) return wholeOf(whole);
  return under.isNegative() ? { over: over.negated(), under: under.negated() } : { over, under };
}

/** @internal */
export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.under.equals(b.under)) return { over: a.over.plus(b.over), under: a.under };
  return { over: a.over.times(b.under).plus(b.over.times(a.under)), under: a.under.times(b.under) };
}

/** @internal */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { over: b.over.negated(), under: b.under });
}

/** @internal */
export function times(a: Fraction, b: Exact): Fraction {
  return { over: a.over.times(b), under: a.under };
}

/** The caller has checked that the divisor is not zero. @internal */
export function over(a: Fraction, b: Exact): Fraction {
  return ratioOf(a.over, a.under.times(b));
}

/** @internal */
export function compare(a: Fraction, b: Fraction): number {
  return a.over.times(b.under).comparedTo(b.over.times(a.under));
}

/** A value kept between 0 and a bound. @internal */
export function clamped(value: Fraction, full: Exact): Fraction {
  if (value.over.isNegative()) return ZERO;
  const bound = wholeOf(full);
  return compare(value, bound) > 0 ? bound : value;
}

/** The one rounding of a fraction: exact, because only the side of the remainder on which it lies is kept. @internal */
export function roundFraction({ over, under }: Fraction, places: number, mode: RoundingMode): Exact {
  const scaled = over.times(`1${"0".repeat(places)}`).abs();
  const whole = scaled.dividedToIntegerBy(under);
  const rest = scaled.minus(whole.times(under));
  const side = rest.isZero() ? "0" : (SIDES[rest.times(2).comparedTo(under) + 1] as string);
  const size = whole.plus(side);
  return rounded(over.isNegative() ? size.negated() : size, 0, mode).times(new Exact(1, places));
}

/** Stand-ins for a remainder below, on and above the half. */
const SIDES = ["0.25", "0.5", "0.75"];

/** A fraction as an amount that is paid, rounded once. @internal */
export function payableFraction(value: Fraction, { decimals, mode }: MoneyRounding): DecimalString {
  return fixed(roundFraction(value, decimals, mode), decimals);
}
