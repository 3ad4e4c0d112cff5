/**
 * Powers, roots, logarithms and exponentials of decimals: what has no end and needs more than integers. The only file that imports
 * decimal.js; its constructor stays private, so neither a host's settings nor another copy of it can change a result.
 */
import { Decimal } from "decimal.js";
import { type DecimalLike, type DecimalString, inRange, outOfRange, parseDecimal } from "./decimal.js";
import { kernelFault } from "./fault.js";

/** Significant digits of every answer, as of `divideDecimals`. */
const Digits = Decimal.clone({ defaults: true, precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });

/** Powers of ten beyond which no answer can be written: work that could only end in a fault is not begun. */
const MOST_MAGNITUDE = 500;

/**
 * Raises a decimal to a power, at 40 significant digits, half up.
 *
 * @remarks
 * A growth factor over part of a year is `powerOfDecimal("1.06", "0.25")`. Any base to the power 0 is 1. A whole power that fits in the
 * digits is exact.
 *
 * @param base - What is raised. Below 0 only with a whole exponent; 0 only with an exponent of at least 0.
 * @param exponent - The power.
 * @returns `base` to the power `exponent`.
 * @throws LibraryFault `kernel.no_real_power`, `kernel.out_of_range`, `kernel.not_a_decimal`.
 *
 * @example Two years of six per cent, and half a year of it
 * ```ts
 * import { powerOfDecimal } from "qudao/kernel";
 *
 * powerOfDecimal("1.06", "2"); // => "1.1236"
 * powerOfDecimal("1.06", "0.5"); // => "1.02956301409870003157973694641975499787"
 * ```
 *
 * @since 0.1.0
 */
export function powerOfDecimal(base: DecimalLike, exponent: DecimalLike): DecimalString {
  const of = new Digits(parseDecimal(base, "base"));
  const by = new Digits(parseDecimal(exponent, "exponent"));
  if (by.isZero()) return "1";
  if (of.isNegative() ? !by.isInteger() : of.isZero() && by.isNegative())
    throw kernelFault("kernel.no_real_power", "base", { base: of.toFixed(), exponent: by.toFixed() });
  // the magnitude of the answer, without the power itself
  if (!of.isZero() && Digits.log10(of.abs()).times(by).abs().greaterThan(MOST_MAGNITUDE)) throw outOfRange("…");
  return inRange(of.pow(by).toFixed());
}

/**
 * Takes the square root of a decimal, at 40 significant digits, half up.
 *
 * @param value - At least 0.
 * @returns The root that is not below 0.
 * @throws LibraryFault `kernel.no_real_power`, `kernel.not_a_decimal`.
 *
 * @example A standard deviation from a variance
 * ```ts
 * import { squareRootOfDecimal } from "qudao/kernel";
 *
 * squareRootOfDecimal("6.25"); // => "2.5"
 * ```
 *
 * @since 0.1.0
 */
export function squareRootOfDecimal(value: DecimalLike): DecimalString {
  const of = new Digits(parseDecimal(value, "value"));
  if (of.lessThan(0)) throw kernelFault("kernel.no_real_power", "value", { base: of.toFixed(), exponent: "0.5" });
  return inRange(of.sqrt().toFixed());
}

/**
 * Takes the natural logarithm of a decimal, at 40 significant digits, half up.
 *
 * @param value - Above 0.
 * @returns The power of e that gives `value`.
 * @throws LibraryFault `kernel.not_above_zero`, `kernel.not_a_decimal`.
 *
 * @example The logarithm of one is zero
 * ```ts
 * import { logarithmOfDecimal } from "qudao/kernel";
 *
 * logarithmOfDecimal("1"); // => "0"
 * logarithmOfDecimal("2"); // => "0.6931471805599453094172321214581765680755"
 * ```
 *
 * @since 0.1.0
 */
export function logarithmOfDecimal(value: DecimalLike): DecimalString {
  const of = new Digits(parseDecimal(value, "value"));
  if (!of.greaterThan(0)) throw kernelFault("kernel.not_above_zero", "value", { got: of.toFixed() });
  return inRange(of.ln().toFixed());
}

/**
 * Raises e to a power, at 40 significant digits, half up.
 *
 * @param exponent - The power.
 * @returns e to the power `exponent`.
 * @throws LibraryFault `kernel.out_of_range`, `kernel.not_a_decimal`.
 *
 * @example Continuous growth of five per cent over a year
 * ```ts
 * import { exponentialOfDecimal } from "qudao/kernel";
 *
 * exponentialOfDecimal("0.05"); // => "1.051271096376024039697517636335645220175"
 * exponentialOfDecimal("0"); // => "1"
 * ```
 *
 * @since 0.1.0
 */
export function exponentialOfDecimal(exponent: DecimalLike): DecimalString {
  const by = new Digits(parseDecimal(exponent, "exponent"));
  if (by.abs().greaterThan(MOST_MAGNITUDE * Math.LN10)) throw outOfRange("…");
  return inRange(by.exp().toFixed());
}
