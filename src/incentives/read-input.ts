/**
 * Reads what the verbs of this folder are given, and makes their faults: only the words that a fault needs.
 *
 * @internal
 */
import { at, checkChoice, checkCount, checkRecord, type Fields } from "../kernel/check.js";
import { Exact, roundingModes, text } from "../kernel/decimal.js";
import { type FaultMaker, faultsOf, shown } from "../kernel/fault.js";
import type { KernelFaultCode } from "../kernel/fault-messages.js";
import { parseMoney } from "../kernel/money.js";
import { exactNotNegative } from "../kernel/read.js";
import { inputFaultMessages } from "./input-fault-messages.js";
import type { IncentiveRounding } from "./programme.js";

export const inputFault: FaultMaker<KernelFaultCode | keyof typeof inputFaultMessages> = faultsOf(inputFaultMessages);

export const ONE = new Exact(1);

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
  return exactNotNegative(text(amount), at(path, "amount"));
}

export function readRounding(value: unknown, path: string): IncentiveRounding {
  const fields = checkRecord(value, path);
  return {
    decimals: checkCount(fields["decimals"], at(path, "decimals"), 0, 20),
    mode: checkChoice(fields["mode"], at(path, "mode"), roundingModes),
  };
}

/** Faults a record that says the same thing in two ways: which of them was agreed on? */
export function refuseBoth(fields: Fields, [one, other]: readonly [string, string], path: string): void {
  if (fields[one] === undefined || fields[other] === undefined) return;
  throw inputFault("kernel.not_a_choice", path, { got: shown(fields), want: [`{ ${one} }`, `{ ${other} }`] });
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
