/**
 * Reads what the verbs of this folder are given, and makes their faults: only the words that a fault needs.
 *
 * @internal
 */
import { at, checkChoice, checkCount, checkList, checkRecord, type Fields } from "../kernel/check.js";
import { checkCurrency } from "../kernel/currency.js";
import { type DecimalLike, Exact, exact, roundingModes, text } from "../kernel/decimal.js";
import { type FaultMaker, faultsOf, shown } from "../kernel/fault.js";
import { kernelFaultMessages } from "../kernel/fault-messages.js";
import { parseMoney } from "../kernel/money.js";
import { inputFaultMessages } from "./input-fault-messages.js";
import type { IncentiveRounding } from "./programme.js";

const messages = { ...kernelFaultMessages, ...inputFaultMessages };

export const inputFault: FaultMaker<keyof typeof messages> = faultsOf(messages);

export const ZERO = new Exact(0);
export const ONE = new Exact(1);

/** A decimal of 0 or more. */
export function readSize(value: unknown, path: string): Exact {
  const read = exact(value as DecimalLike, path);
  if (read.isNegative()) throw inputFault("incentives.below_zero", path, { got: text(read) });
  return read;
}

/** A ratio from 0 to 1. */
export function readShare(value: unknown, path: string): Exact {
  const read = readSize(value, path);
  if (read.greaterThan(1)) throw inputFault("incentives.share_above_one", path, { got: text(read) });
  return read;
}

/** An amount that must be in the one currency. */
export function readMoney(value: unknown, path: string, currency: string): Exact {
  const money = parseMoney(value, path);
  if (money.currency !== currency) {
    throw inputFault("kernel.currency_mismatch", at(path, "currency"), { got: money.currency, want: currency });
  }
  return new Exact(money.amount);
}

/** The same, of 0 or more. */
export function readMoneySize(value: unknown, path: string, currency: string): Exact {
  const amount = readMoney(value, path, currency);
  return readSize(text(amount), at(path, "amount"));
}

export function readCurrency(value: unknown, path: string): string {
  return checkCurrency(value, path);
}

export function readRounding(value: unknown, path: string): IncentiveRounding {
  const fields = checkRecord(value, path);
  return {
    decimals: checkCount(fields["decimals"], at(path, "decimals"), 0, 20),
    mode: checkChoice(fields["mode"], at(path, "mode"), roundingModes),
  };
}

/** Each item of a list of records, with its place. */
export function readRecords<T>(value: unknown, path: string, read: (fields: Fields, path: string) => T): readonly T[] {
  return checkList(value, path).map((item, i) => {
    const place = `${path}[${i}]`;
    return read(checkRecord(item, place), place);
  });
}

/** A field that may be absent. */
export function readOptional<T>(value: unknown, path: string, read: (value: unknown, path: string) => T): T | undefined {
  return value === undefined ? undefined : read(value, path);
}

/** Faults the second of two rows with one name. */
export function readNames(names: readonly string[], placeOf: (index: number) => string): void {
  const seen = new Set<string>();
  names.forEach((name, i) => {
    if (seen.has(name)) throw inputFault("kernel.named_twice", placeOf(i), { got: shown(name) });
    seen.add(name);
  });
}

/** By code points, so that no locale changes an order. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sumOf(all: readonly Exact[]): Exact {
  return all.reduce((sum, one) => sum.plus(one), ZERO);
}
