/**
 * Reads a caller's records field by field into checked copies, and the few figures that every file of shares and contracts needs.
 *
 * @internal
 */
import { type Fraction, ratioOf, roundFraction } from "../engine/fraction.js";
import { at, checkChoice, checkCount, checkList, checkRecord, checkText } from "../kernel/check.js";
import { checkCurrency } from "../kernel/currency.js";
import { checkPlaces, type DecimalLike, Exact, exact, fixed, type RoundingMode, rounded, roundingModes, text } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { type FaultMaker, LibraryFault, shown } from "../kernel/fault.js";
import { kernelFaultMessages } from "../kernel/fault-messages.js";
import type { KernelCode } from "../kernel/messages.js";
import type { MoneyRounding } from "../kernel/money.js";
import { sharingFaultMessages } from "./sharing-fault-messages.js";

/** @internal */
export const sharingFault: FaultMaker<keyof typeof sharingFaultMessages | KernelCode> = (code, path, params, cause) =>
  new LibraryFault(code, path, params, { ...kernelFaultMessages, ...sharingFaultMessages }, cause);

/** Answers a checked copy of a value, or throws the fault that names its place. @internal */
export type Read<T> = (value: unknown, path: string) => T;

/** @internal */
export function record<T extends object>(fields: { readonly [F in keyof Required<T>]: Read<T[F]> }): Read<T> {
  const reads = Object.entries(fields) as readonly (readonly [string, Read<unknown>])[];
  return (value, path) => {
    const given = checkRecord(value, path);
    const copy: { [field: string]: unknown } = {};
    for (const [name, read] of reads) {
      const part = read(given[name], at(path, name));
      if (part !== undefined) copy[name] = part;
    }
    return copy as T;
  };
}

/** Branches of a union, told apart by `kind`. @internal */
export function byKind<T extends { readonly kind: string }>(
  branches: {
    readonly [K in T["kind"]]: Read<Omit<Extract<T, { readonly kind: K }>, "kind">>;
  },
): Read<T> {
  const kinds = Object.keys(branches) as readonly T["kind"][];
  return (value, path) => {
    const kind = checkChoice(checkRecord(value, path)["kind"], at(path, "kind"), kinds);
    return { kind, ...branches[kind](value, path) } as unknown as T;
  };
}

/** @internal */
export function list<T>(read: Read<T>): Read<readonly T[]> {
  return (value, path) => checkList(value, path).map((item, i) => read(item, `${path}[${i}]`));
}

/** A list with at least one item. @internal */
export function some<T>(read: Read<T>): Read<readonly T[]> {
  return (value, path) => {
    const items = list(read)(value, path);
    if (items.length === 0) throw sharingFault("profit-sharing.list_empty", path, {});
    return items;
  };
}

/** A list whose rows differ in the field that names them. @internal */
export function unique<T>(field: keyof T & string, read: Read<readonly T[]>): Read<readonly T[]> {
  return (value, path) => {
    const rows = read(value, path);
    const seen = new Set<unknown>();
    rows.forEach((row, i) => {
      if (seen.has(row[field])) throw sharingFault("profit-sharing.listed_twice", `${path}[${i}].${field}`, { got: shown(row[field]) });
      seen.add(row[field]);
    });
    return rows;
  };
}

/** @internal */
export function optional<T>(read: Read<T>): Read<T | undefined> {
  return (value, path) => (value === undefined ? undefined : read(value, path));
}

/** @internal */
export function choice<const T extends string>(choices: readonly T[]): Read<T> {
  return (value, path) => checkChoice(value, path, choices);
}

/** @internal */
export function count(least: number, most: number): Read<number> {
  return (value, path) => checkCount(value, path, least, most);
}

/** @internal */
export const word: Read<string> = checkText;
/** @internal */
export const currencyCode: Read<string> = checkCurrency;

/** A decimal of either sign. @internal */
export const decimal: Read<string> = (value, path) => text(exact(value as DecimalLike, path));

/** A decimal of 0 or more. @internal */
export const notNegative: Read<string> = (value, path) => {
  const read = exact(value as DecimalLike, path);
  if (read.isNegative()) throw sharingFault("profit-sharing.below_zero", path, { got: shown(value) });
  return text(read);
};

/** A decimal above 0. @internal */
export const positive: Read<string> = (value, path) => {
  const read = exact(value as DecimalLike, path);
  if (!read.greaterThan(0)) throw sharingFault("profit-sharing.not_positive", path, { got: shown(value) });
  return text(read);
};

/** A decimal within bounds, both included. @internal */
export function within(least: string, most: string): Read<string> {
  return (value, path) => {
    const read = exact(value as DecimalLike, path);
    if (read.lessThan(least) || read.greaterThan(most))
      throw sharingFault("profit-sharing.outside_bounds", path, { got: shown(value), least, most });
    return text(read);
  };
}

/** A ratio from 0 to 1. @internal */
export const ratio: Read<string> = within("0", "1");

/** Decimals of a rate that is raised to a power are bounded, so that no rate can exhaust time. */
const RATE_PLACES = 20;

/** A discount rate per period. @internal */
export const discountRate: Read<string> = (value, path) => {
  const read = within("0", "10")(value, path);
  if (exact(read).decimalPlaces() > RATE_PLACES) {
    throw sharingFault("profit-sharing.too_many_places", path, { got: shown(value), most: RATE_PLACES });
  }
  return read;
};

/** @internal */
export const places: Read<number> = (value, path) => checkPlaces(value as number, path);

/** @internal */
export const roundingRule: Read<MoneyRounding> = record<MoneyRounding>({ decimals: places, mode: choice<RoundingMode>(roundingModes) });

/** An amount as it is paid. @internal */
export function payable(value: Exact, { decimals, mode }: MoneyRounding): string {
  return fixed(rounded(value, decimals, mode), decimals);
}

/** A fraction as an amount that is paid. @internal */
export function payableOf(value: Fraction, { decimals, mode }: MoneyRounding): string {
  return fixed(roundFraction(value, decimals, mode), decimals);
}

/** What a rounding added or took away, as a line that makes the parts add up; none where nothing was rounded. @internal */
export function roundedOff(difference: Exact): readonly Explanation[] {
  return difference.isZero() ? [] : [{ code: "profit-sharing.rounded_off", params: { amount: text(difference) } }];
}

/** Sum of decimals already checked. @internal */
export function total(values: readonly (string | Exact)[]): Exact {
  return values.reduce<Exact>((sum, value) => sum.plus(value), new Exact(0));
}

/** Last period a stream of profits may name. @internal */
export const LAST_PERIOD = 600;

/** `Σ net(t) ÷ (1 + rate)^t`, exactly, by Horner's rule; a hole counts as 0, so callers look for holes themselves. @internal */
export function presentValue(nets: readonly (Exact | undefined)[], rate: string): Fraction {
  const growth = exact(rate).plus(1);
  let over = new Exact(0);
  let under = new Exact(1);
  for (let t = 0; t < nets.length; t++) {
    if (t > 0) {
      over = over.times(growth);
      under = under.times(growth);
    }
    over = over.plus(nets[t] ?? 0);
  }
  return ratioOf(over, under);
}
