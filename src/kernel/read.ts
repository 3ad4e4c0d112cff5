/**
 * Reads a caller's records field by field into plain copies: what is read was checked, and is read from the caller once.
 *
 * A reader is a function; readers are put together as the type is: `recordOf({ id: readText, rows: listOf(readRow) })`. What a room alone
 * can say about a value, it says in a reader of its own.
 *
 * @internal
 */
import { parseDate } from "./calendar-date.js";
import { at, checkChoice, checkCount, checkList, checkRecord, checkText, checkWords, type Fields } from "./check.js";
import { checkCurrency } from "./currency.js";
import { checkPlaces, type DecimalLike, type DecimalString, type Exact, exact, type RoundingMode, roundingModes, text } from "./decimal.js";
import { kernelFault, shown } from "./fault.js";
import type { Words } from "./message.js";
import { type Money, type MoneyRounding, parseMoney } from "./money.js";

/** Answers a checked copy of a value, or throws the fault that names its place. @internal */
export type Read<T> = (value: unknown, path: string) => T;

/** How each field of a record is read. @internal */
export type FieldReaders<T> = { readonly [F in keyof Required<T>]: Read<T[F]> };

/** @internal */
export function recordOf<T extends object>(fields: FieldReaders<T>): Read<T> {
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
export function listOf<T>(read: Read<T>): Read<readonly T[]> {
  return (value, path) => checkList(value, path).map((item, i) => read(item, `${path}[${i}]`));
}

/** A list of records, each read by its fields. @internal */
export function readRecords<T>(value: unknown, path: string, read: (fields: Fields, path: string) => T): readonly T[] {
  return checkList(value, path).map((item, i) => {
    const place = `${path}[${i}]`;
    return read(checkRecord(item, place), place);
  });
}

/** A list with at least one item. @internal */
export function someOf<T>(read: Read<T>): Read<readonly T[]> {
  const readList = listOf(read);
  return (value, path) => {
    const items = readList(value, path);
    if (items.length === 0) throw kernelFault("kernel.list_empty", path, {});
    return items;
  };
}

/** A list whose rows differ in the field that names them. @internal */
export function uniqueBy<T>(field: keyof T & string, read: Read<readonly T[]>): Read<readonly T[]> {
  return (value, path) => {
    const rows = read(value, path);
    const names = rows.map((row) => row[field]);
    checkDistinct(names, path, field);
    return rows;
  };
}

/** Faults the second of two rows with one name. @internal */
export function checkDistinct(names: readonly unknown[], path: string, field: string): void {
  const seen = new Set<unknown>();
  names.forEach((name, i) => {
    if (seen.has(name)) throw kernelFault("kernel.named_twice", at(`${path}[${i}]`, field), { got: shown(name) });
    seen.add(name);
  });
}

/** What is absent stays absent. `null` is no value of ours. @internal */
export function optional<T>(read: Read<T>): Read<T | undefined> {
  return (value, path) => (value === undefined ? undefined : read(value, path));
}

/** @internal */
export function choiceOf<const T extends string | number>(choices: readonly T[]): Read<T> {
  return (value, path) => checkChoice(value, path, choices);
}

/** @internal */
export function countOf(least: number, most: number): Read<number> {
  return (value, path) => checkCount(value, path, least, most);
}

/** @internal */
export const readText: Read<string> = checkText;
/** @internal */
export const readTexts: Read<readonly string[]> = listOf(checkText);
/** @internal */
export const readWords: Read<Words> = checkWords;
/** @internal */
export const readDate: Read<string> = parseDate;
/** @internal */
export const readCurrency: Read<string> = checkCurrency;

/** A decimal of 0 or more, to reckon with. @internal */
export const exactNotNegative: Read<Exact> = (value, path) => {
  const read = exact(value as DecimalLike, path);
  if (read.isNegative()) throw kernelFault("kernel.below_zero", path, { got: shown(value) });
  return read;
};

/** A decimal above 0, to reckon with. @internal */
export const exactAboveZero: Read<Exact> = (value, path) => {
  const read = exact(value as DecimalLike, path);
  if (!read.greaterThan(0)) throw kernelFault("kernel.not_above_zero", path, { got: shown(value) });
  return read;
};

/** A decimal within bounds, both included, to reckon with. @internal */
export function exactWithin(least: DecimalString, most: DecimalString): Read<Exact> {
  return (value, path) => {
    const read = exact(value as DecimalLike, path);
    if (read.lessThan(least) || read.greaterThan(most))
      throw kernelFault("kernel.outside_bounds", path, { got: shown(value), least, most });
    return read;
  };
}

/** A ratio from 0 to 1, to reckon with. @internal */
export const exactShare: Read<Exact> = exactWithin("0", "1");

const written =
  (read: Read<Exact>): Read<DecimalString> =>
  (value, path) =>
    text(read(value, path));

/** A decimal of either sign. @internal */
export const readDecimal: Read<DecimalString> = written((value, path) => exact(value as DecimalLike, path));
/** A decimal of 0 or more. @internal */
export const readNotNegative: Read<DecimalString> = written(exactNotNegative);
/** A decimal above 0. @internal */
export const readAboveZero: Read<DecimalString> = written(exactAboveZero);
/** A ratio from 0 to 1. @internal */
export const readShare: Read<DecimalString> = written(exactShare);

/** A decimal within bounds, both included. @internal */
export function readWithin(least: DecimalString, most: DecimalString): Read<DecimalString> {
  return written(exactWithin(least, most));
}

/** Decimals of a rate that is raised to a power are bounded, so that no rate can exhaust time. */
const RATE_PLACES = 20;

/** A discount rate per period, 0 to 10. @internal */
export const readDiscountRate: Read<DecimalString> = (value, path) => {
  const rate = exactWithin("0", "10")(value, path);
  if (rate.decimalPlaces() > RATE_PLACES)
    throw kernelFault("kernel.out_of_range", path, { got: shown(value), whole: 2, fraction: RATE_PLACES });
  return text(rate);
};

/** An amount of 0 or more. @internal */
export const readMoneyNotNegative: Read<Money> = (value, path) => {
  const { amount, currency } = parseMoney(value, path);
  return { amount: readNotNegative(amount, at(path, "amount")), currency };
};

/** @internal */
export const readPlaces: Read<number> = (value, path) => checkPlaces(value as number, path);
/** @internal */
export const readRounding: Read<MoneyRounding> = recordOf<MoneyRounding>({
  decimals: readPlaces,
  mode: choiceOf<RoundingMode>(roundingModes),
});
