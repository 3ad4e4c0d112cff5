/**
 * Reads a caller's records field by field into plain copies: what is read was checked, and is read from the caller once.
 *
 * @internal
 */
import { type Fraction, roundFraction } from "../engine/fraction.js";
import { parseDate } from "../kernel/calendar-date.js";
import { at, checkChoice, checkList, checkRecord, checkText } from "../kernel/check.js";
import { checkCurrency } from "../kernel/currency.js";
import { checkPlaces, type DecimalLike, type DecimalString, Exact, exact, fixed, roundingModes, text } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { type FaultMaker, LibraryFault, shown } from "../kernel/fault.js";
import { kernelFaultMessages } from "../kernel/fault-messages.js";
import type { MoneyRounding } from "../kernel/money.js";
import { pricingFaultMessages } from "./fault-messages.js";

const words = { ...kernelFaultMessages, ...pricingFaultMessages };

/** @internal */
export const pricingFault: FaultMaker<keyof typeof words> = (code, path, params, cause) =>
  new LibraryFault(code, path, params, words, cause);

/** Answers a checked copy of a value, or throws the fault that names its place. @internal */
export type Read<T> = (value: unknown, path: string) => T;

/** @internal */
export function recordOf<T extends object>(fields: { readonly [F in keyof Required<T>]: Read<T[F]> }): Read<T> {
  const reads = Object.entries(fields) as readonly (readonly [string, Read<unknown>])[];
  return (value, path) => {
    const record = checkRecord(value, path);
    const copy: { [field: string]: unknown } = {};
    for (const [name, read] of reads) {
      const part = read(record[name], at(path, name));
      if (part !== undefined) copy[name] = part;
    }
    return copy as T;
  };
}

/** @internal */
export function listOf<T>(read: Read<T>): Read<readonly T[]> {
  return (value, path) => checkList(value, path).map((item, i) => read(item, `${path}[${i}]`));
}

/** A list whose records have identifiers of their own. @internal */
export function namedListOf<T extends { readonly id: string }>(read: Read<T>): Read<readonly T[]> {
  return (value, path) => {
    const items = listOf(read)(value, path);
    const seen = new Set<string>();
    items.forEach(({ id }, i) => {
      if (seen.has(id)) throw pricingFault("pricing.named_twice", `${path}[${i}].id`, { got: shown(id) });
      seen.add(id);
    });
    return items;
  };
}

/** @internal */
export function optional<T>(read: Read<T>): Read<T | undefined> {
  return (value, path) => (value === undefined ? undefined : read(value, path));
}

/** @internal */
export function choiceOf<const T extends string>(choices: readonly T[]): Read<T> {
  return (value, path) => checkChoice(value, path, choices);
}

/** @internal */
export const readText: Read<string> = checkText;
/** @internal */
export const readDate: Read<string> = (value, path) => parseDate(value as string, path);
/** @internal */
export const readCurrency: Read<string> = checkCurrency;

/** A decimal of 0 or more. @internal */
export const readNotNegative: Read<DecimalString> = (value, path) => {
  const read = exact(value as DecimalLike, path);
  if (read.isNegative()) throw pricingFault("pricing.negative", path, { got: shown(value) });
  return text(read);
};

/** A decimal above 0. @internal */
export const readPositive: Read<DecimalString> = (value, path) => {
  const read = exact(value as DecimalLike, path);
  if (read.isNegative() || read.isZero()) throw pricingFault("kernel.not_above_zero", path, { got: shown(value) });
  return text(read);
};

/** A ratio from 0 to 1. @internal */
export const readShare: Read<DecimalString> = (value, path) => {
  const read = exact(value as DecimalLike, path);
  if (read.isNegative() || read.greaterThan(1)) throw pricingFault("pricing.not_a_share", path, { got: shown(value) });
  return text(read);
};

/** @internal */
export const readPlaces: Read<number> = (value, path) => checkPlaces(value as number, path);

/** @internal */
export const readRounding: Read<MoneyRounding> = recordOf<MoneyRounding>({ decimals: readPlaces, mode: choiceOf(roundingModes) });

/** A fraction as it is paid, rounded once. @internal */
export function payableFraction(value: Fraction, { decimals, mode }: MoneyRounding): DecimalString {
  return fixed(roundFraction(value, decimals, mode), decimals);
}

/** What the rounding added or took away, as a line that makes the parts add up; none where nothing was rounded. @internal */
export function roundingLine(paid: DecimalString, sum: Exact, { decimals }: MoneyRounding): readonly Explanation[] {
  const difference = new Exact(paid).minus(sum);
  return difference.isZero() ? [] : [{ code: "pricing.rounding", params: { amount: text(difference), decimals } }];
}
