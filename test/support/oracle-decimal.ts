/**
 * Decimal arithmetic a second time, as it is taught in school: whole numbers of a smallest unit (BigInt) and the places of that
 * unit, every operation from its definition. Shares no line with the library.
 */

export interface Scaled {
  readonly units: bigint;
  readonly places: number;
}

export function scaledOf(text: string): Scaled {
  const point = text.indexOf(".");
  return point < 0
    ? { units: BigInt(text), places: 0 }
    : { units: BigInt(text.slice(0, point) + text.slice(point + 1)), places: text.length - point - 1 };
}

/** Canonical: no trailing zeros, no `-0`. */
export function textOf({ units, places }: Scaled): string {
  let left = places;
  let rest = units;
  while (left > 0 && rest % 10n === 0n) {
    rest /= 10n;
    left -= 1;
  }
  return written(rest, left);
}

/** With exactly so many places. */
export function written(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, "0");
  const sign = units < 0n ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function aligned(a: Scaled, b: Scaled): readonly [bigint, bigint, number] {
  const places = Math.max(a.places, b.places);
  return [a.units * 10n ** BigInt(places - a.places), b.units * 10n ** BigInt(places - b.places), places];
}

export function add(a: string, b: string): string {
  const [x, y, places] = aligned(scaledOf(a), scaledOf(b));
  return textOf({ units: x + y, places });
}

export function subtract(a: string, b: string): string {
  const [x, y, places] = aligned(scaledOf(a), scaledOf(b));
  return textOf({ units: x - y, places });
}

export function multiply(a: string, b: string): string {
  const [x, y] = [scaledOf(a), scaledOf(b)];
  return textOf({ units: x.units * y.units, places: x.places + y.places });
}

export function compare(a: string, b: string): -1 | 0 | 1 {
  const [x, y] = aligned(scaledOf(a), scaledOf(b));
  return x < y ? -1 : x > y ? 1 : 0;
}

const size = (x: bigint): bigint => (x < 0n ? -x : x);

/** `x ÷ y` as a whole number, by the schoolbook reading of each mode. */
export function divideWhole(x: bigint, y: bigint, mode: string): bigint {
  const negative = x < 0n !== y < 0n;
  const whole = size(x) / size(y);
  const twice = 2n * (size(x) % size(y));
  const half = twice === size(y);
  const more =
    mode === "half_up"
      ? twice >= size(y)
      : mode === "half_down"
        ? twice > size(y)
        : mode === "half_even"
          ? twice > size(y) || (half && whole % 2n === 1n)
          : twice > 0n && (mode === "up" || mode === (negative ? "floor" : "ceiling"));
  const magnitude = more ? whole + 1n : whole;
  return negative ? -magnitude : magnitude;
}

export function round(a: string, places: number, mode: string): string {
  const x = scaledOf(a);
  if (places >= x.places) return textOf(x);
  return textOf({ units: divideWhole(x.units, 10n ** BigInt(x.places - places), mode), places });
}

/** `a ÷ b` at so many significant digits, half up. */
export function divide(a: string, b: string, digits: number): string {
  const [x, y] = aligned(scaledOf(a), scaledOf(b));
  if (x === 0n) return "0";
  // The number of places at which the quotient has exactly the digits wanted.
  let places = digits - String(size(x)).length + String(size(y)).length;
  const at = (n: number): bigint =>
    n >= 0 ? divideWhole(x * 10n ** BigInt(n), y, "half_up") : divideWhole(x, y * 10n ** BigInt(-n), "half_up");
  while (String(size(at(places))).length > digits) places -= 1;
  const units = at(places);
  return places >= 0 ? textOf({ units, places }) : textOf({ units: units * 10n ** BigInt(-places), places: 0 });
}
