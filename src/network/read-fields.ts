/**
 * Reads a caller's records field by field into plain copies: what is read was checked, and is read from the caller once.
 *
 * @internal
 */
import { type EntityCode, entityMessages } from "../entities/messages.js";
import { parseDate } from "../kernel/calendar-date.js";
import { at, checkChoice, checkList, checkRecord, checkText, checkWords } from "../kernel/check.js";
import { checkCurrency } from "../kernel/currency.js";
import { checkPlaces, type DecimalLike, type DecimalString, exact, type RoundingMode, roundingModes, text } from "../kernel/decimal.js";
import { type FaultMaker, faultsOf, shown } from "../kernel/fault.js";
import type { Words } from "../kernel/message.js";
import { type KernelCode, kernelMessages } from "../kernel/messages.js";
import { type Money, type MoneyRounding, parseMoney } from "../kernel/money.js";
import { type NetworkCode, networkMessages } from "./messages.js";

/** @internal */
export const networkFault: FaultMaker<NetworkCode | EntityCode | KernelCode> = faultsOf<NetworkCode | EntityCode | KernelCode>({
  ...kernelMessages,
  ...entityMessages,
  ...networkMessages,
});

/** Answers a checked copy of a value, or throws the fault that names its place. @internal */
export type Read<T> = (value: unknown, path: string) => T;

/** How each field of a record is read. @internal */
export type Fields<T> = { readonly [F in keyof Required<T>]: Read<T[F]> };

/** @internal */
export function recordOf<T extends object>(fields: Fields<T>): Read<T> {
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
  return (value, path) => {
    return checkList(value, path).map((item, i) => read(item, `${path}[${i}]`));
  };
}

/** @internal */
export function optional<T>(read: Read<T>): Read<T | undefined> {
  return (value, path) => (value === undefined ? undefined : read(value, path));
}

/** @internal */
export function choiceOf<const T extends string | number>(choices: readonly T[]): Read<T> {
  return (value, path) => checkChoice(value, path, choices);
}

/** A list whose records differ in the field that names them. @internal */
export function uniqueBy<T>(name: (item: T) => string, field: string, read: Read<readonly T[]>): Read<readonly T[]> {
  return (value, path) => {
    const items = read(value, path);
    const seen = new Set<string>();
    items.forEach((item, i) => {
      const id = name(item);
      if (seen.has(id)) throw networkFault("network.named_twice", at(`${path}[${i}]`, field), { got: shown(id) });
      seen.add(id);
    });
    return items;
  };
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

/** A decimal of either sign. @internal */
export const readDecimal: Read<DecimalString> = (value, path) => text(exact(value as DecimalLike, path));

/** A decimal of 0 or more. @internal */
export const readNotNegative: Read<DecimalString> = (value, path) => {
  const read = exact(value as DecimalLike, path);
  if (read.isNegative()) throw networkFault("entities.negative", path, { got: shown(value) });
  return text(read);
};

/** A ratio from 0 to 1. @internal */
export const readShare: Read<DecimalString> = (value, path) => {
  const read = exact(value as DecimalLike, path);
  if (read.isNegative() || read.greaterThan(1)) {
    throw networkFault("entities.out_of_range", path, { got: shown(value), least: "0", most: "1" });
  }
  return text(read);
};

/** An amount of 0 or more. @internal */
export const readMoney: Read<Money> = (value, path) => {
  const { amount, currency } = parseMoney(value, path);
  return { amount: readNotNegative(amount, at(path, "amount")), currency };
};

/** @internal */
export const readRounding: Read<MoneyRounding> = recordOf<MoneyRounding>({
  decimals: (value, path) => checkPlaces(value as number, path),
  mode: choiceOf<RoundingMode>(roundingModes),
});
