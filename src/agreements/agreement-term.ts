/**
 * The term of an agreement: the one place where its text becomes dates.
 *
 * @internal
 */
import type { Agreement, NoticePeriod, RenewalTerms } from "../entities/agreement.js";
import { addDays, addMonths, type CalendarDate } from "../kernel/calendar-date.js";
import { earliestDate, latestDate } from "../kernel/compare-dates.js";
import { kernelFault } from "../kernel/fault.js";
import { fullMonthsBetween } from "../kernel/full-months-between.js";

/** The term of an agreement with what decides its end. */
export interface Term {
  readonly start: CalendarDate;
  readonly end: CalendarDate | null;
  readonly notice: NoticePeriod | null;
  /** `null` for a trial, whatever the data says. */
  readonly renewal: RenewalTerms | null;
}

/** The one place where an agreement becomes dates. */
export function termOf(agreement: Agreement, path: string): Term {
  const { start, end } = agreement;
  const notice = agreement.terms?.notice ?? null;
  if (agreement.kind !== "trial") return { start, end: end ?? null, notice, renewal: agreement.renewal ?? null };
  if (end === undefined) throw kernelFault("kernel.not_a_date", `${path}.end`, { got: "undefined" });
  return { start, end, notice, renewal: null };
}

/** First day outside when notice is given on a day. */
export function endAfterNotice(day: CalendarDate, { count, unit }: NoticePeriod): CalendarDate {
  return addDays(unit === "days" ? addDays(day, count) : addMonths(day, count), 1);
}

/** First day on which the end is near. */
export function expiringFromOf({ start, end, notice, renewal }: Term): CalendarDate | null {
  const [first, ...others] = [windowOf(start, end, renewal), lastNoticeOf(start, end, notice)].filter((date) => date !== null);
  return first === undefined ? null : earliestDate(first, ...others);
}

/** First day on which renewal can be agreed on. */
export function windowOf(start: CalendarDate, end: CalendarDate | null, renewal: RenewalTerms | null): CalendarDate | null {
  return end === null || renewal === null ? null : latestDate(addDays(end, -renewal.windowDays), start);
}

/** Last day on which a notice is in time for the end. */
export function lastNoticeOf(start: CalendarDate, end: CalendarDate | null, notice: NoticePeriod | null): CalendarDate | null {
  if (end === null || notice === null) return null;
  const { count, unit } = notice;
  let day = unit === "days" ? addDays(end, -count - 1) : addMonths(addDays(end, -1), -count);
  // several days of a long month lead to the last day of a short one
  while (endAfterNotice(addDays(day, 1), notice) <= end) day = addDays(day, 1);
  return day < start ? null : day;
}

/**
 * First day after another term of so many months. A term that began on the 31st and ended with a shorter month goes on from the 31st: months
 * are counted from the first day, not from term to term.
 */
export function nextEndOf(start: CalendarDate, end: CalendarDate, months: number): CalendarDate {
  const served = fullMonthsBetween(start, end);
  return addMonths(start, served) === end ? addMonths(start, served + months) : addMonths(end, months);
}
