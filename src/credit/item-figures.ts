/**
 * Amounts of open items as scaled integers, read from the text once and without allocating; what does not fit takes the exact lane.
 *
 * @internal
 */

import { dateDigits } from "../kernel/calendar-date.js";
import { checkChoice, checkLength, checkRecord, type Fields } from "../kernel/check.js";
import { checkCurrency } from "../kernel/currency.js";
import { Exact } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import type { Message } from "../kernel/message.js";
import { exactNotNegative } from "../kernel/read.js";
import type { Result } from "../kernel/result.js";
import { openItemKinds } from "./open-item.js";
import { placed, problem } from "./reading.js";

/** Places at which amounts are kept as whole numbers. */
export const UNIT_PLACES = 4;
const POWERS = [1, 10, 100, 1_000, 10_000] as const;
const MOST_CHARACTERS = 12;
const ZERO = 48;
const POINT = -2;

/**
 * A plain decimal of 0 or more at four places. `NaN`: not one, or too long; the exact lane finds out which.
 * Twelve characters leave room: eleven digits moved by four places are a safe integer.
 */
export function unitsOf(value: unknown): number {
  if (typeof value !== "string" || value.length > MOST_CHARACTERS) return Number.NaN;
  const { length } = value;
  let units = 0;
  let point = length;
  for (let i = 0; i < length; i++) {
    const digit = value.charCodeAt(i) - ZERO;
    if (digit >= 0 && digit <= 9) units = units * 10 + digit;
    else if (digit === POINT && point === length) point = i;
    else return Number.NaN;
  }
  const places = point === length ? 0 : length - point - 1;
  const malformed = point === 0 || (point < length && places === 0) || (point > 1 && value.charCodeAt(0) === ZERO);
  if (malformed || places > UNIT_PLACES) return Number.NaN;
  return units * (POWERS[UNIT_PLACES - places] as number);
}

/** A sum under way: whole units while they are safe, and what is beyond them. */
export interface Tally {
  units: number;
  rest: Exact | undefined;
}

export const newTally = (): Tally => ({ units: 0, rest: undefined });

/** Adds whole units; a sum that would leave the safe integers moves to the exact lane first. */
export function addUnits(tally: Tally, units: number): void {
  const sum = tally.units + units;
  if (sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER) tally.units = sum;
  else {
    addExact(tally, new Exact(units, UNIT_PLACES));
  }
}

export function addExact(tally: Tally, value: Exact): void {
  tally.rest = tally.rest === undefined ? value : tally.rest.plus(value);
}

export function totalOf({ units, rest }: Tally): Exact {
  const whole = new Exact(units, UNIT_PLACES);
  return rest === undefined ? whole : whole.plus(rest);
}

/** An item while it is looked at. One record is used for a whole list. */
export interface ItemLook {
  isCredit: boolean;
  /** What is open, claims and credits alike not negative unless overpaid. `NaN`: see `exact`. */
  units: number;
  exact: Exact | undefined;
}

/**
 * Looks what of an item is open on a day, after every settlement up to and including it. Every field that is read is checked.
 *
 * @returns Whether it was posted by then.
 */
export function lookAt(item: Fields, asOf: number, look: ItemLook): boolean {
  const kind = item["kind"];
  look.isCredit = kind !== "claim" && (kind === "credit" || checkChoice(kind, "kind", openItemKinds) === "credit");
  const isThere = dateDigits(item["postedOn"], "postedOn") <= asOf;
  let units = unitsOf(item["amount"]);
  let exact = Number.isNaN(units) ? exactNotNegative(item["amount"], "amount") : undefined;
  const settled = item["settlements"];
  if (settled !== undefined) {
    const length = checkLength(settled, "settlements");
    let i = 0;
    try {
      for (; i < length; i++) {
        const row = checkRecord((settled as readonly unknown[])[i], "");
        const part = unitsOf(row["amount"]);
        const more = Number.isNaN(part) ? exactNotNegative(row["amount"], "amount") : undefined;
        if (dateDigits(row["on"], "on") > asOf) continue;
        if (exact === undefined && more === undefined) units -= part;
        else {
          exact = (exact ?? new Exact(units, UNIT_PLACES)).minus(more ?? new Exact(part, UNIT_PLACES));
          units = Number.NaN;
        }
      }
    } catch (caught) {
      throw placed(caught, `settlements[${i}]`);
    }
  }
  look.units = exact === undefined ? units : Number.NaN;
  look.exact = exact;
  return isThere;
}

/** Whether something is open: below 0, it is overpaid. */
export function signOf({ units, exact }: ItemLook): number {
  return exact === undefined ? Math.sign(units) : exact.comparedTo(0);
}

/** Adds what is open, or takes it away. */
export function addLook(tally: Tally, { units, exact }: ItemLook, sign: 1 | -1): void {
  if (exact === undefined) addUnits(tally, sign * units);
  else addExact(tally, sign === 1 ? exact : exact.negated());
}

/** What the member owes by it; below 0: what is owed to the member. What was taken from a credit beyond it is owed again. */
export const owedOf = (look: ItemLook): Exact => (look.isCredit ? openOf(look).negated() : openOf(look));

export const openOf = ({ units, exact }: ItemLook): Exact => exact ?? new Exact(units, UNIT_PLACES);

export const newLook = (): ItemLook => ({ isCredit: false, units: 0, exact: undefined });

/** The day that an item is due, as digits. A day of posting stands in for one that is absent. */
export function dueDigits(item: Fields): number {
  return dateDigits(item["dueOn"] ?? item["postedOn"], "dueOn");
}

/** Checks the currency of an item only where it is another: nearly all items of a ledger are in one. */
export function isIn(item: Fields, currency: string): boolean {
  return item["currency"] === currency || checkCurrency(item["currency"], "currency") === currency;
}

/** An item in another currency, which cannot be added up. */
export function foreignItem(item: Fields, want: string): Result<never, Message<"credit.item_currency">> {
  return problem("credit.item_currency", { item: shown(item["id"]), got: item["currency"] as string, want });
}
