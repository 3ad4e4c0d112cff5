/** What guards ask again and again, each answer checked to be about what it says it is about. */
import { parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord } from "../kernel/check.js";
import { exact } from "../kernel/decimal.js";

/** @internal */
export function isEmpty(list: unknown, path: string): boolean {
  return checkList(list, path).length === 0;
}

/** @internal */
export function lists(list: unknown, path: string, item: unknown): boolean {
  return checkList(list, path).includes(item);
}

/** @internal */
export function isSaid(text: unknown): boolean {
  return typeof text === "string" && text.trim() !== "";
}

/** Whether the first day is on or after the second. @internal */
export function isFrom(day: unknown, path: string, first: unknown, firstPath: string): boolean {
  return parseDate(day, path) >= parseDate(first, firstPath);
}

/** Whether the first number is at least the second. @internal */
export function reaches(value: unknown, path: string, least: unknown, leastPath: string): boolean {
  return exact(value as string, path).greaterThanOrEqualTo(exact(least as string, leastPath));
}

/** The breaches of a record, each a record. @internal */
export function breachesIn(list: unknown): readonly { readonly [field: string]: unknown }[] {
  return checkList(list, "state.data.breaches").map((breach, i) => checkRecord(breach, `state.data.breaches[${i}]`));
}
