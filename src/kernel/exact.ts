/**
 * The library's own decimal: an integer and the number of its decimals. Sums, differences, products and comparisons are those of
 * integers, so they are exact at every size; a quotient, which may have no end, is cut at a stated number of significant digits.
 *
 * @internal
 */

/** Far more significant digits than any answer has, so that rounding an answer never meets the cut of a division. */
const LONG = 1000;
/** Enough for any money divided by any count, where a quotient is an answer itself. */
const SHORT = 40;

/** How a value halfway or between two steps is rounded. */
type Mode = "half_up" | "half_even" | "half_down" | "up" | "down" | "ceiling" | "floor";

/** A decimal of the library. Immutable; never crosses the public boundary. @internal */
export class Exact {
  /** The decimal without its point. */
  readonly #units: bigint;
  /** How many of its digits stand after the point. */
  readonly #places: number;

  /** @param value - Plain decimal text that has been checked, a safe integer, a bigint, or another one. */
  constructor(value: string | number | bigint | Exact, places = 0) {
    if (typeof value === "bigint") {
      this.#units = value;
      this.#places = places;
    } else if (typeof value === "string") {
      const point = value.indexOf(".");
      this.#units = BigInt(point < 0 ? value : value.slice(0, point) + value.slice(point + 1));
      this.#places = point < 0 ? 0 : value.length - point - 1;
    } else if (typeof value === "number") {
      this.#units = BigInt(value);
      this.#places = places;
    } else {
      this.#units = value.#units;
      this.#places = value.#places;
    }
  }

  static max(a: Operand, b: Operand): Exact {
    const [left, right] = [of(a), of(b)];
    return left.comparedTo(right) >= 0 ? left : right;
  }

  static min(a: Operand, b: Operand): Exact {
    const [left, right] = [of(a), of(b)];
    return left.comparedTo(right) <= 0 ? left : right;
  }

  plus(other: Operand): Exact {
    const that = of(other);
    const places = Math.max(this.#places, that.#places);
    return new Exact(this.#at(places) + that.#at(places), places);
  }

  minus(other: Operand): Exact {
    const that = of(other);
    const places = Math.max(this.#places, that.#places);
    return new Exact(this.#at(places) - that.#at(places), places);
  }

  times(other: Operand): Exact {
    const that = of(other);
    return new Exact(this.#units * that.#units, this.#places + that.#places);
  }

  /** The quotient without its fraction, cut toward zero. */
  dividedToIntegerBy(other: Operand): Exact {
    const that = of(other);
    const places = Math.max(this.#places, that.#places);
    return new Exact(this.#at(places) / that.#at(places));
  }

  /** The quotient at 1000 significant digits, or at 40 (`short`), half up. */
  dividedBy(other: Operand, length: "long" | "short" = "long"): Exact {
    const that = of(other);
    const places = Math.max(this.#places, that.#places);
    return quotientOf(this.#at(places), that.#at(places), length === "long" ? LONG : SHORT);
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
    const [left, right] = [this.#at(places), that.#at(places)];
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
    return this.#units === 0n;
  }

  /** Below 0. */
  isNegative(): boolean {
    return this.#units < 0n;
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
    if (this.#places <= places) return this;
    const step = power(this.#places - places);
    const cut = this.#units / step;
    const rest = this.#units - cut * step;
    if (rest === 0n || !away(mode, rest < 0n ? -rest : rest, step, this.#units < 0n, cut)) return new Exact(cut, places);
    return new Exact(this.#units < 0n ? cut - 1n : cut + 1n, places);
  }

  /** Plain text: canonical, or with exactly so many places, which must be no fewer than it has. */
  toFixed(places?: number): string {
    const written = places ?? this.#places;
    const units = this.#at(written);
    const negative = units < 0n;
    const digits = (negative ? -units : units).toString();
    const sign = negative ? "-" : "";
    if (written === 0) return sign + digits;
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
  #at(places: number): bigint {
    return places === this.#places ? this.#units : this.#units * power(places - this.#places);
  }
}

/** What an operation takes beside a decimal: checked text or a safe integer. */
type Operand = Exact | string | number;

function of(value: Operand): Exact {
  return typeof value === "object" ? value : new Exact(value);
}

const powers: bigint[] = [1n];

function power(exponent: number): bigint {
  for (let known = powers.length; known <= exponent; known++) powers.push((powers[known - 1] as bigint) * 10n);
  return powers[exponent] as bigint;
}

/** One integer over another at so many significant digits, half up. */
function quotientOf(dividend: bigint, divisor: bigint, digits: number): Exact {
  const negative = dividend < 0n !== divisor < 0n;
  const above = dividend < 0n ? -dividend : dividend;
  const below = divisor < 0n ? -divisor : divisor;
  if (above === 0n) return new Exact(0);
  // the first digit of the quotient stands at 10^first or at 10^(first - 1)
  const first = above.toString().length - below.toString().length;
  const isLess = first < 0 ? above * power(-first) < below : above < below * power(first);
  const places = digits - 1 - (isLess ? first - 1 : first);
  const scaled = places < 0 ? above : above * power(places);
  const by = places < 0 ? below * power(-places) : below;
  const cut = scaled / by;
  const units = (scaled - cut * by) * 2n >= by ? cut + 1n : cut;
  const signed = negative ? -units : units;
  return places < 0 ? new Exact(signed * power(-places)) : new Exact(signed, places);
}

/** Whether a cut value moves one step away from zero: `rest` of `step` was cut off. */
function away(mode: Mode, rest: bigint, step: bigint, negative: boolean, cut: bigint): boolean {
  switch (mode) {
    case "half_up":
      return rest * 2n >= step;
    case "half_down":
      return rest * 2n > step;
    case "half_even":
      return rest * 2n > step || (rest * 2n === step && cut % 2n !== 0n);
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
