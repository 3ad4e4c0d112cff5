/** Fractions of whole numbers (BigInt), as they are taught in school: nothing is ever cut. Shares no line with the library. */
import { written } from "./oracle-decimal.js";

export interface Frac {
  readonly over: bigint;
  /** Above 0. */
  readonly under: bigint;
}

export const frac = (over: bigint, under = 1n): Frac =>
  under < 0n ? frac(-over, -under) : under < LARGE ? { over, under } : reduced(over, under);

/** Up to here, dividing by what both have in common costs more than it saves; without it, a sum over hundreds of windows has no end. */
const LARGE = 2n ** 256n;

function reduced(over: bigint, under: bigint): Frac {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return { over: over / a, under: under / a };
}

/** A decimal text as tenths, hundredths and so on. */
export function fracOf(text: string): Frac {
  const [whole = "0", rest = ""] = text.split(".");
  return frac(BigInt(whole + rest), 10n ** BigInt(rest.length));
}

export const NONE: Frac = frac(0n);
export const add = (a: Frac, b: Frac): Frac =>
  a.under === b.under ? { over: a.over + b.over, under: a.under } : frac(a.over * b.under + b.over * a.under, a.under * b.under);
export const negate = (a: Frac): Frac => frac(-a.over, a.under);
export const minus = (a: Frac, b: Frac): Frac => add(a, negate(b));
export const times = (a: Frac, b: Frac): Frac => frac(a.over * b.over, a.under * b.under);
export const over = (a: Frac, b: Frac): Frac => frac(a.over * b.under, a.under * b.over);
export const order = (a: Frac, b: Frac): number => {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const least = (a: Frac, b: Frac): Frac => (order(a, b) <= 0 ? a : b);
export const most = (a: Frac, b: Frac): Frac => (order(a, b) >= 0 ? a : b);
export const sum = (all: readonly Frac[]): Frac => all.reduce(add, NONE);
export const isZero = (a: Frac): boolean => a.over === 0n;

/** The whole number below or at a fraction. */
export function floorOf(a: Frac): bigint {
  const cut = a.over / a.under;
  return a.over < 0n && cut * a.under !== a.over ? cut - 1n : cut;
}

/** Text with so many places, halves away from zero. */
export function halfUp(a: Frac, places: number): string {
  const scaled = times(frac(a.over < 0n ? -a.over : a.over, a.under), frac(10n ** BigInt(places)));
  const units = floorOf(add(scaled, frac(1n, 2n)));
  return written(a.over < 0n ? -units : units, places);
}

/** Whether a decimal text is the fraction, or the fraction cut at 40 digits. */
export function isNear(text: string, a: Frac): boolean {
  const gap = minus(fracOf(text), a);
  const size = frac(gap.over < 0n ? -gap.over : gap.over, gap.under);
  return order(size, frac(1n, 10n ** 24n)) < 0;
}
