import { type CalendarDate, dateDigits, dayOf, lastDayOf, monthsOf } from "./calendar-date.js";

/**
 * Counts the full months from one date to another.
 *
 * @remarks
 * The most months `n` for which `addMonths(from, n)` is not after `to`: a month that began on the 31st is full on the last day of
 * a shorter month. The other way round the count is the same, negative.
 *
 * @param from - First date.
 * @param to - Second date.
 * @returns Whole months, towards zero.
 *
 * @example The day that completes the month counts
 * ```ts
 * import { fullMonthsBetween } from "qudao/kernel";
 *
 * fullMonthsBetween("2024-01-15", "2024-03-14"); // => 1
 * fullMonthsBetween("2024-01-15", "2024-03-15"); // => 2
 * fullMonthsBetween("2024-01-31", "2024-02-29"); // => 1
 * ```
 *
 * @since 0.1.0
 */
export function fullMonthsBetween(from: CalendarDate, to: CalendarDate): number {
  return monthsBetween(dateDigits(from, "from"), dateDigits(to, "to"));
}

/**
 * Counts the full years from one date to another: age, years of trading.
 *
 * @remarks
 * Twelve full months are a year: a year that began on 29 February is full on 28 February of a common year.
 *
 * @param from - First date.
 * @param to - Second date.
 * @returns Whole years, towards zero.
 *
 * @example Three years of trading
 * ```ts
 * import { fullYearsBetween } from "qudao/kernel";
 *
 * fullYearsBetween("2021-06-01", "2024-05-31"); // => 2
 * fullYearsBetween("2021-06-01", "2024-06-01"); // => 3
 * ```
 *
 * @since 0.1.0
 */
export function fullYearsBetween(from: CalendarDate, to: CalendarDate): number {
  return yearsBetween(dateDigits(from, "from"), dateDigits(to, "to"));
}

/** The same of two dates as digits: their difference says it, but for a leap day, which is full on the last of a common February. @internal */
export function yearsBetween(from: number, to: number): number {
  if (from > to) return 0 - yearsBetween(to, from);
  const years = ((to - from) / ONE_YEAR) | 0;
  return from % ONE_YEAR === LEAP_DAY && to % ONE_YEAR === LEAP_DAY - 1 && dayOf(to) === lastDayOf(to) ? years + 1 : years;
}

const ONE_YEAR = 10_000;
const LEAP_DAY = 229;

function monthsBetween(from: number, to: number): number {
  if (from > to) return 0 - monthsBetween(to, from);
  const months = monthsOf(to) - monthsOf(from);
  return dayOf(to) >= dayOf(from) || dayOf(to) === lastDayOf(to) ? months : months - 1;
}
