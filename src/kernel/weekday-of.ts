import { type CalendarDate, dayNumber, FIRST_DAY } from "./calendar-date.js";

/** A day of the week as ISO 8601 counts it: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Finds the day of the week.
 *
 * @param date - Any date.
 * @returns 1 for Monday to 7 for Sunday.
 * @source ISO 8601-1:2019, 3.1.1.2 week calendar.
 *
 * @example The first of October 2024 was a Tuesday
 * ```ts
 * import { weekdayOf } from "qudao/kernel";
 *
 * weekdayOf("2024-10-01"); // => 2
 * ```
 *
 * @since 0.1.0
 */
export function weekdayOf(date: CalendarDate): Weekday {
  return weekdayOfDay(dayNumber(date));
}

/** Weekday of a day number; 0001-01-01 was a Monday. @internal */
export function weekdayOfDay(day: number): Weekday {
  return (((((day - FIRST_DAY) % 7) + 7) % 7) + 1) as Weekday;
}
