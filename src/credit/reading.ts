/**
 * Reads facts and policies of credit: each look answers the checked value, or throws the fault that names its place.
 *
 * @internal
 */
import { at, checkList, checkRecord, type Fields } from "../kernel/check.js";
import { checkCurrency } from "../kernel/currency.js";
import { type DecimalLike, type Exact, exact } from "../kernel/decimal.js";
import { type FaultMaker, faultsOf, isLibraryFault, LibraryFault, shown } from "../kernel/fault.js";
import { type KernelFaultCode, kernelFaultMessages } from "../kernel/fault-messages.js";
import type { Catalogue, Message } from "../kernel/message.js";
import { type Money, parseMoney } from "../kernel/money.js";
import { err, type Result } from "../kernel/result.js";
import { creditFaultMessages } from "./fault-messages.js";

type CreditFaultCode = keyof typeof creditFaultMessages | KernelFaultCode;

const words: Catalogue<CreditFaultCode> = { ...kernelFaultMessages, ...creditFaultMessages };

export const creditFault: FaultMaker<CreditFaultCode> = faultsOf<CreditFaultCode>(words);

/** A decimal of 0 or more. */
export function readAmount(value: unknown, path: string): Exact {
  const read = exact(value as DecimalLike, path);
  if (read.isNegative()) throw creditFault("credit.below_zero", path, { got: shown(value) });
  return read;
}

/** A decimal above 0. */
export function readPositive(value: unknown, path: string): Exact {
  const read = exact(value as DecimalLike, path);
  if (!read.greaterThan(0)) throw creditFault("kernel.not_above_zero", path, { got: shown(value) });
  return read;
}

/** A decimal from 0 to 1. */
export function readShare(value: unknown, path: string): Exact {
  const read = exact(value as DecimalLike, path);
  if (read.isNegative() || read.greaterThan(1)) throw creditFault("credit.not_a_share", path, { got: shown(value) });
  return read;
}

/** Money of 0 or more. */
export function readMoney(value: unknown, path: string): Money {
  const money = parseMoney(value, path);
  readAmount(money.amount, at(path, "amount"));
  return money;
}

export function readCurrency(value: unknown, path: string): string {
  return checkCurrency(value, path);
}

/** What is absent stays absent. `null` is no value of ours. */
export function readOptional<T>(value: unknown, path: string, read: (value: unknown, path: string) => T): T | undefined {
  return value === undefined ? undefined : read(value, path);
}

/** Days or other whole numbers of 0 or more. A hundred years of days are the most. */
export const MOST_DAYS = 36_525;

/** A list of records, each read by `read`. */
export function readRows<T>(value: unknown, path: string, read: (row: Fields, path: string) => T): readonly T[] {
  return checkList(value, path).map((row, i) => {
    const place = `${path}[${i}]`;
    return read(checkRecord(row, place), place);
  });
}

/**
 * Visits the records of a long list. `visit` names places inside the record; that of the record is put before them only where there
 * is a fault, since most lists have none.
 */
export function visitRows(value: unknown, path: string, visit: (row: Fields, index: number) => void): void {
  const rows = checkList(value, path);
  let i = 0;
  try {
    for (; i < rows.length; i++) visit(checkRecord(rows[i], ""), i);
  } catch (caught) {
    throw placed(caught, `${path}[${i}]`);
  }
}

/** Reads a record by places inside it; a fault names them below the record. */
export function below<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (caught) {
    throw placed(caught, path);
  }
}

function placed(caught: unknown, path: string): unknown {
  if (!isLibraryFault(caught)) return caught;
  return new LibraryFault(caught.code, caught.path === "" ? path : at(path, caught.path), caught.params, words as Catalogue, caught.cause);
}

/** The names of a list must differ. */
export function checkDistinct(names: readonly string[], path: string, field: string): void {
  const seen = new Set<string>();
  names.forEach((name, i) => {
    if (seen.has(name)) throw creditFault("kernel.named_twice", at(`${path}[${i}]`, field), { got: shown(name) });
    seen.add(name);
  });
}

/** A problem as an answer. */
export function problem<C extends string>(code: C, params: Message["params"]): Result<never, Message<C>> {
  return err({ code, params });
}

/** The entry of a map, made where it is missing. */
export function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
