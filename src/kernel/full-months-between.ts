import { addMonths, type CalendarDate, dayNumber, monthNumber } from "./calendar-date.js";

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
  if (dayNumber(from, "from") > dayNumber(to, "to")) return 0 - fullMonthsBetween(to, from);
  const months = monthNumber(to) - monthNumber(from);
  return addMonths(from, months) > to ? months - 1 : months;
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
  return Math.trunc(fullMonthsBetween(from, to) / 12) + 0;
}
