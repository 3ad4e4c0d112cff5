/**
 * The library's own decimal: an integer and the number of its decimals. Sums, differences, products and comparisons are those of
 * integers, so they are exact at every size; a quotient, which may have no end, is cut at a stated number of significant digits.
 *
 * The integer is a number while it is safe and a bigint beyond, which no answer shows: nearly all of a channel's figures are small,
 * and a bigint costs an allocation for every step.
 *
 * @internal
 */

/** Far more significant digits than any answer has, so that rounding an answer never meets the cut of a division. */
const LONG = 1000;
/** Enough for any money divided by any count, where a quotient is an answer itself. */
const SHORT = 40;

/** How a value halfway or between two steps is rounded. */
type Mode = "half_up" | "half_even" | "half_down" | "up" | "down" | "ceiling" | "floor";

/** A decimal of the library. Immutable; never crosses the public boundary. */
export class Exact {
  /** The decimal without its point. */
  readonly #units: Units;
  /** How many of its digits stand after the point. */
  readonly #places: number;
  /** Its canonical text, once asked for: an answer names one figure in several places. */
  #text: string | undefined = undefined;

  /** @param value - Plain decimal text that has been checked, a safe integer, a bigint, or another one. */
  constructor(value: string | Units | Exact, places = 0) {
    if (typeof value === "number") {
      this.#units = value;
      this.#places = places;
    } else if (typeof value === "bigint") {
      this.#units = value <= MOST && value >= -MOST ? Number(value) : value;
      this.#places = places;
    } else if (typeof value === "string") {
      const point = value.indexOf(".");
      const digits = point < 0 ? value : value.slice(0, point) + value.slice(point + 1);
      this.#units = digits.length <= SAFE_DIGITS ? Number(digits) : BigInt(digits);
      this.#places = point < 0 ? 0 : value.length - point - 1;
    } else {
      this.#units = value.#units;
      this.#places = value.#places;
    }
  }

  static max(a: Operand, b: Operand): Exact {
    const left = of(a);
    const right = of(b);
    return left.comparedTo(right) >= 0 ? left : right;
  }

  static min(a: Operand, b: Operand): Exact {
    const left = of(a);
    const right = of(b);
    return left.comparedTo(right) <= 0 ? left : right;
  }

  plus(other: Operand): Exact {
    const that = of(other);
    if (that.#units === 0 && that.#places <= this.#places) return this;
    if (this.#units === 0 && this.#places <= that.#places) return that;
    const places = Math.max(this.#places, that.#places);
    const a = this.#at(places);
    const b = that.#at(places);
    if (typeof a === "number" && typeof b === "number") {
      const sum = a + b;
      if (isSafe(sum)) return new Exact(sum, places);
    }
    return new Exact(BigInt(a) + BigInt(b), places);
  }

  minus(other: Operand): Exact {
    const that = of(other);
    if (that.#units === 0 && that.#places <= this.#places) return this;
    const places = Math.max(this.#places, that.#places);
    const a = this.#at(places);
    const b = that.#at(places);
    if (typeof a === "number" && typeof b === "number") {
      const difference = a - b;
      if (isSafe(difference)) return new Exact(difference, places);
    }
    return new Exact(BigInt(a) - BigInt(b), places);
  }

  times(other: Operand): Exact {
    const that = of(other);
    return new Exact(product(this.#units, that.#units), this.#places + that.#places);
  }

  /** The quotient without its fraction, cut toward zero. */
  dividedToIntegerBy(other: Operand): Exact {
    const that = of(other);
    const places = Math.max(this.#places, that.#places);
    return new Exact(BigInt(this.#at(places)) / BigInt(that.#at(places)));
  }

  /** The quotient at 1000 significant digits, or at 40 (`short`), half up. */
  dividedBy(other: Operand, length: "long" | "short" = "long"): Exact {
    const that = of(other);
    const places = Math.max(this.#places, that.#places);
    return quotientOf(BigInt(this.#at(places)), BigInt(that.#at(places)), length === "long" ? LONG : SHORT);
  }

  negated(): Exact {
    return new Exact(-this.#units, this.#places);
  }

  abs(): Exact {
    return this.isNegative() ? this.negated() : this;
  }

  comparedTo(other: Operand): -1 | 0 | 1 {
    const that = of(other);
    const places = Math.max(this.#places, that.#places);
    const left = this.#at(places);
    const right = that.#at(places);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Operand): boolean {
    return this.comparedTo(other) === 0;
  }

  greaterThan(other: Operand): boolean {
    return this.comparedTo(other) > 0;
  }

  greaterThanOrEqualTo(other: Operand): boolean {
    return this.comparedTo(other) >= 0;
  }

  lessThan(other: Operand): boolean {
    return this.comparedTo(other) < 0;
  }

  lessThanOrEqualTo(other: Operand): boolean {
    return this.comparedTo(other) <= 0;
  }

  isZero(): boolean {
    return this.#units === 0;
  }

  /** Below 0. */
  isNegative(): boolean {
    return this.#units < 0;
  }

  /** Digits after the point, without trailing zeros. */
  decimalPlaces(): number {
    const text = this.toFixed();
    const point = text.indexOf(".");
    return point < 0 ? 0 : text.length - point - 1;
  }

  /** As a number; exact only within the safe integers. */
  toNumber(): number {
    return Number(this.toFixed());
  }

  toDecimalPlaces(places: number, mode: Mode): Exact {
    const beyond = this.#places - places;
    if (beyond <= 0) return this;
    const units = this.#units;
    if (typeof units === "number" && beyond <= SAFE_DIGITS) {
      const step = SMALL_POWERS[beyond] as number;
      const rest = units % step;
      const cut = (units - rest) / step;
      const isAway = rest !== 0 && away(mode, Math.abs(rest) * 2, step, units < 0, cut % 2 !== 0);
      return new Exact(isAway ? cut + Math.sign(units) : cut, places);
    }
    const step = power(beyond);
    const whole = BigInt(units);
    const rest = whole % step;
    const cut = whole / step;
    const isAway = rest !== 0n && away(mode, (rest < 0n ? -rest : rest) * 2n, step, whole < 0n, cut % 2n !== 0n);
    return new Exact(isAway ? cut + (whole < 0n ? -1n : 1n) : cut, places);
  }

  /** Plain text: canonical, or with exactly so many places, which must be no fewer than it has. */
  toFixed(places?: number): string {
    if (places !== undefined) return this.#written(places);
    this.#text ??= this.#written(undefined);
    return this.#text;
  }

  #written(places: number | undefined): string {
    const written = places ?? this.#places;
    const units = this.#at(written);
    const sign = units < 0 ? "-" : "";
    const above = units < 0 ? -units : units;
    if (written === 0) return sign + above.toString();
    if (typeof above === "number" && written <= SAFE_DIGITS) return sign + spell(above, written, places === undefined);
    const digits = above.toString();
    const padded = digits.length > written ? digits : digits.padStart(written + 1, "0");
    let end = padded.length;
    const point = end - written;
    if (places === undefined) while (end > point && padded.charCodeAt(end - 1) === 48) end--;
    return end === point ? sign + padded.slice(0, point) : `${sign}${padded.slice(0, point)}.${padded.slice(point, end)}`;
  }

  toString(): string {
    return this.toFixed();
  }

  /** The integer at so many places; never fewer than it has. */
  #at(places: number): Units {
    const more = places - this.#places;
    if (more === 0) return this.#units;
    return product(this.#units, more <= SAFE_DIGITS ? (SMALL_POWERS[more] as number) : power(more));
  }
}

/** Nothing: where a sum starts. */
export const ZERO = new Exact(0);

/** The sum of any number of decimals, exactly; of none, 0. */
export function sumOf(values: readonly Operand[]): Exact {
  return values.reduce<Exact>((sum, value) => sum.plus(value), ZERO);
}

/** An integer: a number while it is safe. */
type Units = number | bigint;

const MOST = BigInt(Number.MAX_SAFE_INTEGER);
/** Digits that every safe integer can have. */
const SAFE_DIGITS = 15;
const SMALL_POWERS: readonly number[] = Array.from({ length: SAFE_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

function isSafe(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;
}

/** A product that is not safe never comes out as a safe number, so the look at the rounded one decides. */
function product(a: Units, b: Units): Units {
  if (typeof a === "number" && typeof b === "number") {
    const found = a * b;
    if (isSafe(found)) return found;
  }
  return BigInt(a) * BigInt(b);
}

/** What an operation takes beside a decimal: checked text or a safe integer. */
type Operand = Exact | string | number;

function of(value: Operand): Exact {
  return typeof value === "object" ? value : new Exact(value);
}

/**
 * A safe number as text, its parts before and after the point apart: engines are quick with small integers only. The quotient of a
 * safe number and a power of ten never rounds up to a whole number that it does not reach.
 */
function spell(above: number, written: number, canonical: boolean): string {
  const whole = Math.floor(above / (SMALL_POWERS[written] as number));
  let rest = above - whole * (SMALL_POWERS[written] as number);
  let places = written;
  if (canonical) {
    if (rest === 0) return whole.toString();
    while (rest % 10 === 0) {
      rest /= 10;
      places--;
    }
  }
  return whole + (places === 2 ? (CENTS[rest] as string) : places === 1 ? `.${rest}` : `.${rest.toString().padStart(places, "0")}`);
}

/** What stands behind a whole number of money: `.00` to `.99`. */
const CENTS: readonly string[] = Array.from({ length: 100 }, (_, cents) => `.${cents.toString().padStart(2, "0")}`);

const powers: bigint[] = [1n];
/** Powers that are kept: every one that common figures need. All the powers up to a large one would fill the memory. */
const MOST_KEPT = 2 * LONG;

function power(exponent: number): bigint {
  if (exponent > MOST_KEPT) return 10n ** BigInt(exponent);
  for (let known = powers.length; known <= exponent; known++) powers.push((powers[known - 1] as bigint) * 10n);
  return powers[exponent] as bigint;
}

/** How many digits an integer of 0 or more has. */
function lengthOf(integer: bigint): number {
  if (integer > MOST) return integer.toString().length;
  const value = Number(integer);
  let length = 1;
  while (length <= SAFE_DIGITS && value >= (SMALL_POWERS[length] as number)) length++;
  return length;
}

/** One integer over another at so many significant digits, half up. */
function quotientOf(dividend: bigint, divisor: bigint, digits: number): Exact {
  const negative = dividend < 0n !== divisor < 0n;
  const above = dividend < 0n ? -dividend : dividend;
  const below = divisor < 0n ? -divisor : divisor;
  if (above === 0n) return ZERO;
  // the first digit of the quotient stands at 10^first or at 10^(first - 1)
  const first = lengthOf(above) - lengthOf(below);
  const isLess = first < 0 ? above * power(-first) < below : above < below * power(first);
  const places = digits - 1 - (isLess ? first - 1 : first);
  const scaled = places < 0 ? above : above * power(places);
  const by = places < 0 ? below * power(-places) : below;
  const cut = scaled / by;
  const units = (scaled - cut * by) * 2n >= by ? cut + 1n : cut;
  const signed = negative ? -units : units;
  return places < 0 ? new Exact(signed * power(-places)) : new Exact(signed, places);
}

/** Whether a cut value moves one step away from zero: twice the rest that was cut off, beside a whole step. */
function away<T extends Units>(mode: Mode, twice: T, step: T, negative: boolean, isOdd: boolean): boolean {
  switch (mode) {
    case "half_up":
      return twice >= step;
    case "half_down":
      return twice > step;
    case "half_even":
      return twice > step || (twice === step && isOdd);
    case "up":
      return true;
    case "down":
      return false;
    case "ceiling":
      return !negative;
    case "floor":
      return negative;
  }
}
