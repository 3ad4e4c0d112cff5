import { type CalendarDate, dayNumber, parseDate } from "./calendar-date.js";

/**
 * Compares two dates.
 *
 * @param a - Left.
 * @param b - Right.
 * @returns `-1` when `a` is earlier, `0` on the same day, `1` when later.
 *
 * @example Earlier comes first
 * ```ts
 * import { compareDates } from "qudao/kernel";
 *
 * ["2024-02-01", "2023-12-31"].sort(compareDates); // => ["2023-12-31", "2024-02-01"]
 * ```
 *
 * @since 0.1.0
 */
export function compareDates(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  return Math.sign(dayNumber(a, "a") - dayNumber(b, "b")) as -1 | 0 | 1;
}

/**
 * Finds the latest of some dates.
 *
 * @param first - One date: the latest of none does not exist.
 * @param others - More dates.
 * @returns The latest.
 *
 * @example Whichever comes later
 * ```ts
 * import { latestDate } from "qudao/kernel";
 *
 * latestDate("2024-02-01", "2023-12-31"); // => "2024-02-01"
 * ```
 *
 * @since 0.1.0
 */
export function latestDate(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  return others.reduce((latest, date) => (parseDate(date, "date") > latest ? date : latest), parseDate(first, "date"));
}

/**
 * Finds the earliest of some dates.
 *
 * @param first - One date: the earliest of none does not exist.
 * @param others - More dates.
 * @returns The earliest.
 *
 * @example Whichever comes first
 * ```ts
 * import { earliestDate } from "qudao/kernel";
 *
 * earliestDate("2024-02-01", "2023-12-31"); // => "2023-12-31"
 * ```
 *
 * @since 0.1.0
 */
export function earliestDate(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  return others.reduce((earliest, date) => (parseDate(date, "date") < earliest ? date : earliest), parseDate(first, "date"));
}
