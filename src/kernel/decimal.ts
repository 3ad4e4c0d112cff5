/**
 * Exact decimals as strings.
 */
import { checkChoice, checkCount, checkList, readSafely } from "./check.js";
import { Exact, sumOf, ZERO } from "./exact.js";
import { kernelFault, type LibraryFault, shown } from "./fault.js";
import type { Json } from "./json.js";

/** A decimal as text: `-` at most once, digits, and an optional point with digits after it. `"1200"`, `"-0.035"`. */
export type DecimalString = string;

/**
 * Whatever a host holds a number in: text, a number, a bigint, or a decimal object of any library and version.
 * It is read by its text; the object itself is never kept or returned.
 */
export type DecimalLike = string | number | bigint | { toString(): string };

/** How a value halfway or between two steps is rounded. `half_up` rounds halves away from zero, as commerce does. */
export type RoundingMode = (typeof roundingModes)[number];

/** The rounding modes, in the order of the documentation. */
export const roundingModes = ["half_up", "half_even", "half_down", "up", "down", "ceiling", "floor"] as const;

/** @internal */
export { Exact, sumOf, ZERO };

/** Most digits before the point, of an input and of an answer. Keeps every input finite work. */
const MOST_DIGITS = 60;
/** Most digits after the point: room for ten quotients of 40 digits multiplied, so that an answer can be an input again. */
/** @internal */
export const MOST_FRACTION = 400;
const PLAIN = /^(-?)(0|[1-9]\d{0,59})(?:\.(\d{1,400}))?$/;
const WITH_EXPONENT = /^(-?)(\d{1,60})(?:\.(\d{1,400}))?e([+-]?\d{1,3})$/i;
const LONGEST_TEXT = MOST_DIGITS + MOST_FRACTION + "-.e+999".length;

/**
 * Reads a decimal, whatever the host holds it in, into its one canonical spelling.
 *
 * @remarks
 * Canonical: no leading or trailing zeros, no `-0`. Text must be plain: `NaN`, `Infinity`, hexadecimal, exponents, blanks,
 * underscores, `+`, `.5`, `5.` and `05` are refused. Numbers and decimal objects are read by their text, in which an exponent is
 * allowed. At most 60 digits before and 400 after the point, so that no input can exhaust time or memory. The answers of this
 * library keep to the same bounds (`kernel.out_of_range`), so every answer can be read again.
 *
 * @param value - The value to read.
 * @param path - Where it stands in the caller's input, for the fault.
 * @returns The decimal as canonical text.
 * @throws LibraryFault `kernel.not_a_decimal`.
 *
 * @example A host's own decimal object is read by its text
 * ```ts
 * import { Decimal } from "decimal.js";
 * import { parseDecimal } from "qudao/kernel";
 *
 * parseDecimal(new Decimal("1e-7")); // => "0.0000001"
 * parseDecimal("-0.00"); // => "0"
 * ```
 *
 * @since 0.1.0
 */
export function parseDecimal(value: DecimalLike, path = ""): DecimalString {
  const text = tryDecimal(value);
  if (text === undefined) throw kernelFault("kernel.not_a_decimal", path, { got: shown(value) });
  return text;
}

/**
 * Tells whether a value would be read by `parseDecimal`.
 *
 * @param value - Anything.
 * @returns `true` where `parseDecimal` answers.
 *
 * @example Hexadecimal is not a decimal
 * ```ts
 * import { isDecimal } from "qudao/kernel";
 *
 * isDecimal("31.50"); // => true
 * isDecimal("0x1F"); // => false
 * ```
 *
 * @since 0.1.0
 */
export function isDecimal(value: unknown): boolean {
  return tryDecimal(value) !== undefined;
}

function tryDecimal(value: unknown): DecimalString | undefined {
  if (typeof value === "string") return value.length <= LONGEST_TEXT ? fromPlain(value) : undefined;
  if (typeof value === "bigint") return value > -LARGEST && value < LARGEST ? String(value) : undefined;
  const text = textOf(value);
  if (text === undefined || text.length > LONGEST_TEXT) return undefined;
  return fromPlain(text) ?? fromExponent(text);
}

const LARGEST = 10n ** BigInt(MOST_DIGITS);

function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return undefined;
  try {
    if (Array.isArray(value)) return undefined;
    const text: unknown = value.toString();
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}

function fromPlain(text: string): DecimalString | undefined {
  const match = PLAIN.exec(text);
  if (match === null) return undefined;
  const [, sign, whole, fraction] = match as unknown as [string, string, string, string | undefined];
  return spell(sign, whole, fraction ?? "");
}

function fromExponent(text: string): DecimalString | undefined {
  const match = WITH_EXPONENT.exec(text);
  if (match === null) return undefined;
  const [, sign, whole, fraction = "", exponent] = match as unknown as [string, string, string, string | undefined, string];
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  if (point > MOST_DIGITS || point < -MOST_FRACTION) return undefined;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = point <= 0 ? 1 : point;
  const plain = spell(sign, padded.slice(0, at).replace(/^0+(?=\d)/, ""), padded.slice(at));
  return PLAIN.test(plain) ? plain : undefined;
}

function spell(sign: string, whole: string, fraction: string): DecimalString {
  let end = fraction.length;
  while (end > 0 && fraction.charCodeAt(end - 1) === 48) end--;
  if (end === 0) return whole === "0" ? "0" : sign + whole;
  return `${sign}${whole}.${fraction.slice(0, end)}`;
}

/**
 * A decimal text as the library's own decimal, checked.
 *
 * @internal
 */
export function exact(value: DecimalLike, path = ""): Exact {
  return new Exact(parseDecimal(value, path));
}

/**
 * Canonical text of a decimal of ours. What could not be read again is a fault here, not a surprise at the next reading.
 *
 * @internal
 */
export function text(value: Exact): DecimalString {
  return inRange(value.isZero() ? "0" : value.toFixed());
}

/**
 * Text that can be read again, or a fault.
 *
 * @internal
 */
export function inRange(written: string): DecimalString {
  if (written.length > MOST_DIGITS && !PLAIN.test(written)) throw outOfRange(shown(written));
  return written;
}

/** @internal */
export function outOfRange(got: Json): LibraryFault {
  return kernelFault("kernel.out_of_range", "", { got, whole: MOST_DIGITS, fraction: MOST_FRACTION });
}

/**
 * A quotient at 40 significant digits, half up. The caller has checked that the divisor is not zero.
 *
 * @internal
 */
export function quotient(dividend: Exact, divisor: Exact): Exact {
  return dividend.dividedBy(divisor, "short");
}

/** One, in steps of the smallest decimal there is. */
const MOST_STEPS = new Exact(10n ** BigInt(MOST_FRACTION));
const SMALLEST = new Exact(1n, MOST_FRACTION);

/**
 * A quotient that is exact where it ends within the places a decimal may have, and cut as `quotient` cuts where it does not.
 * The caller has checked that the divisor is not zero.
 *
 * @internal
 */
export function exactQuotient(dividend: Exact, divisor: Exact): Exact {
  const steps = dividend.times(MOST_STEPS);
  const whole = steps.dividedToIntegerBy(divisor);
  return whole.times(divisor).equals(steps) ? whole.times(SMALLEST) : quotient(dividend, divisor);
}

/**
 * A decimal of ours cut to a number of places.
 *
 * @internal
 */
export function rounded(value: Exact, places: number, mode: RoundingMode): Exact {
  return value.toDecimalPlaces(checkPlaces(places, "places"), checkChoice(mode, "mode", roundingModes));
}

/** Most decimal places that a rounding may keep. */
const MOST_PLACES = 60;

/** @internal */
export function checkPlaces(places: number, path: string): number {
  return checkCount(places, path, 0, MOST_PLACES);
}

/**
 * Adds two decimals, exactly.
 *
 * @param a - First summand.
 * @param b - Second summand.
 * @returns `a + b`.
 *
 * @example No binary surprise
 * ```ts
 * import { addDecimals } from "qudao/kernel";
 *
 * addDecimals("0.1", "0.2"); // => "0.3"
 * ```
 *
 * @since 0.1.0
 */
export function addDecimals(a: DecimalLike, b: DecimalLike): DecimalString {
  return text(exact(a, "a").plus(exact(b, "b")));
}

/**
 * Subtracts one decimal from another, exactly.
 *
 * @param a - Minuend.
 * @param b - Subtrahend.
 * @returns `a − b`.
 *
 * @example Below zero
 * ```ts
 * import { subtractDecimals } from "qudao/kernel";
 *
 * subtractDecimals("1", "1.05"); // => "-0.05"
 * ```
 *
 * @since 0.1.0
 */
export function subtractDecimals(a: DecimalLike, b: DecimalLike): DecimalString {
  return text(exact(a, "a").minus(exact(b, "b")));
}

/**
 * Multiplies two decimals, exactly.
 *
 * @param a - First factor.
 * @param b - Second factor.
 * @returns `a × b`, nothing rounded.
 *
 * @example A rate of 3.5 % on an amount
 * ```ts
 * import { multiplyDecimals } from "qudao/kernel";
 *
 * multiplyDecimals("1234.56", "0.035"); // => "43.2096"
 * ```
 *
 * @since 0.1.0
 */
export function multiplyDecimals(a: DecimalLike, b: DecimalLike): DecimalString {
  return text(exact(a, "a").times(exact(b, "b")));
}

/**
 * Divides one decimal by another, at 40 significant digits, half up.
 *
 * @param a - Dividend.
 * @param b - Divisor, not zero.
 * @returns `a ÷ b`.
 * @throws LibraryFault `kernel.division_by_zero`.
 *
 * @example A third has no end
 * ```ts
 * import { divideDecimals } from "qudao/kernel";
 *
 * divideDecimals("1", "8"); // => "0.125"
 * divideDecimals("1", "3").length; // => 42
 * ```
 *
 * @since 0.1.0
 */
export function divideDecimals(a: DecimalLike, b: DecimalLike): DecimalString {
  const divisor = exact(b, "b");
  if (divisor.isZero()) throw kernelFault("kernel.division_by_zero", "b", { got: shown(a) });
  return text(quotient(exact(a, "a"), divisor));
}

/**
 * Adds up any number of decimals, exactly. The sum of none is `"0"`.
 *
 * @param values - The summands, in any order.
 * @returns Their sum.
 *
 * @example Order does not matter
 * ```ts
 * import { sumDecimals } from "qudao/kernel";
 *
 * sumDecimals(["0.1", "0.2", "-0.3"]); // => "0"
 * ```
 *
 * @since 0.1.0
 */
export function sumDecimals(values: readonly DecimalLike[]): DecimalString {
  return readSafely("values", () =>
    text(sumOf(checkList(values, "values").map((value, i) => exact(value as DecimalLike, `values[${i}]`)))),
  );
}

/**
 * Compares two decimals by value: `"1.0"` equals `"1"`.
 *
 * @param a - Left.
 * @param b - Right.
 * @returns `-1` when `a` is less, `0` when equal, `1` when greater.
 *
 * @example By value, not by spelling
 * ```ts
 * import { compareDecimals } from "qudao/kernel";
 *
 * compareDecimals("10", "9"); // => 1
 * compareDecimals("1.0", "1"); // => 0
 * ```
 *
 * @since 0.1.0
 */
export function compareDecimals(a: DecimalLike, b: DecimalLike): -1 | 0 | 1 {
  return exact(a, "a").comparedTo(exact(b, "b")) as -1 | 0 | 1;
}

/**
 * Rounds a decimal to a number of places.
 *
 * @param value - What to round.
 * @param places - Places kept after the point, 0 to 60.
 * @param mode - What happens to the rest. `half_up` takes halves away from zero.
 * @returns The rounded value, canonical. For a fixed number of places use `formatDecimal`.
 *
 * @example Halves leave zero
 * ```ts
 * import { roundDecimal } from "qudao/kernel";
 *
 * roundDecimal("2.345", 2, "half_up"); // => "2.35"
 * roundDecimal("-2.345", 2, "half_up"); // => "-2.35"
 * roundDecimal("2.345", 2, "half_even"); // => "2.34"
 * ```
 *
 * @since 0.1.0
 */
export function roundDecimal(value: DecimalLike, places: number, mode: RoundingMode): DecimalString {
  return text(rounded(exact(value, "value"), places, mode));
}

/**
 * Writes a decimal with exactly so many places, as a payable amount is written.
 *
 * @param value - A decimal with no more places than asked for; the rest is rounded by `mode`.
 * @param places - Places written, 0 to 60.
 * @param mode - What happens to digits beyond; `half_up` when not given, since a rounded value has none.
 * @returns Text with `places` digits after the point.
 *
 * @example Cents are written even when zero
 * ```ts
 * import { formatDecimal } from "qudao/kernel";
 *
 * formatDecimal("5000", 2); // => "5000.00"
 * ```
 *
 * @since 0.1.0
 */
export function formatDecimal(value: DecimalLike, places: number, mode: RoundingMode = "half_up"): string {
  return fixed(rounded(exact(value, "value"), places, mode), places);
}

/**
 * A decimal of ours, already rounded, with exactly so many places and no `-0.00`.
 *
 * @internal
 */
export function fixed(value: Exact, places: number): string {
  return inRange(value.isZero() ? ZERO.toFixed(places) : value.toFixed(places));
}
