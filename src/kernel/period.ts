import { addDays, type CalendarDate, dayNumber, parseDate } from "./calendar-date.js";
import { at, readSafely } from "./check.js";
import { kernelFault, shown } from "./fault.js";

/** Days from `start` up to, not including, `end`. Never empty. A day belongs to exactly one of two periods that follow each other. */
export interface Period {
  /** First day. */
  readonly start: CalendarDate;
  /** First day after the period. */
  readonly end: CalendarDate;
}

/**
 * Reads a period.
 *
 * @param value - A record with `start` and `end`; other fields are left out of the answer.
 * @param path - Where it stands in the caller's input, for the fault.
 * @returns The period.
 * @throws LibraryFault `kernel.not_a_period` when it is no record or `start` is not before `end`, `kernel.not_a_date`.
 *
 * @example The year 2024
 * ```ts
 * import { parsePeriod } from "qudao/kernel";
 *
 * parsePeriod({ start: "2024-01-01", end: "2025-01-01" }); // => { start: "2024-01-01", end: "2025-01-01" }
 * ```
 *
 * @since 0.1.0
 */
export function parsePeriod(value: unknown, path = ""): Period {
  return readSafely(path, () => {
    if (typeof value !== "object" || value === null) throw kernelFault("kernel.not_a_period", path, { got: shown(value) });
    const fields = value as { readonly start?: unknown; readonly end?: unknown };
    const start = parseDate(fields.start, at(path, "start"));
    const end = parseDate(fields.end, at(path, "end"));
    if (start >= end) throw kernelFault("kernel.not_a_period", path, { got: { start, end } });
    return { start, end };
  });
}

/**
 * Makes the period of a first and a last day, as contracts write it (有效期至).
 *
 * @param firstDay - First day.
 * @param lastDay - Last day, still inside; at most 9999-12-30, so that the day after it has a name.
 * @returns The same days, half-open.
 * @throws LibraryFault `kernel.not_a_date`, `kernel.not_a_period` at `lastDay` when it comes before the first.
 *
 * @example A term that runs to the end of the year
 * ```ts
 * import { periodThrough } from "qudao/kernel";
 *
 * periodThrough("2024-01-01", "2024-12-31"); // => { start: "2024-01-01", end: "2025-01-01" }
 * ```
 *
 * @since 0.1.0
 */
export function periodThrough(firstDay: CalendarDate, lastDay: CalendarDate): Period {
  const [start, last] = [parseDate(firstDay, "firstDay"), parseDate(lastDay, "lastDay")];
  if (last < start) throw kernelFault("kernel.not_a_period", "lastDay", { got: { start, end: last } });
  return { start, end: addDays(last, 1) };
}

/**
 * Finds the last day of a period, for a reader who expects it written so.
 *
 * @param period - Any period.
 * @returns The day before `end`.
 *
 * @example The last day of the first quarter
 * ```ts
 * import { lastDayOfPeriod } from "qudao/kernel";
 *
 * lastDayOfPeriod({ start: "2024-01-01", end: "2024-04-01" }); // => "2024-03-31"
 * ```
 *
 * @since 0.1.0
 */
export function lastDayOfPeriod(period: Period): CalendarDate {
  return addDays(parsePeriod(period, "period").end, -1);
}

/**
 * Counts the days of a period.
 *
 * @param period - Any period.
 * @returns At least 1.
 *
 * @example A leap year has 366
 * ```ts
 * import { daysIn } from "qudao/kernel";
 *
 * daysIn({ start: "2024-01-01", end: "2025-01-01" }); // => 366
 * ```
 *
 * @since 0.1.0
 */
export function daysIn(period: Period): number {
  const { start, end } = parsePeriod(period, "period");
  return dayNumber(end) - dayNumber(start);
}

/**
 * Tells whether a day lies in a period.
 *
 * @param period - Any period.
 * @param date - The day.
 * @returns `true` from `start` to the day before `end`.
 *
 * @example The end is the first day outside
 * ```ts
 * import { periodContains } from "qudao/kernel";
 *
 * periodContains({ start: "2024-01-01", end: "2024-04-01" }, "2024-03-31"); // => true
 * periodContains({ start: "2024-01-01", end: "2024-04-01" }, "2024-04-01"); // => false
 * ```
 *
 * @since 0.1.0
 */
export function periodContains(period: Period, date: CalendarDate): boolean {
  const { start, end } = parsePeriod(period, "period");
  const day = parseDate(date, "date");
  return start <= day && day < end;
}

/**
 * Finds the days that two periods share.
 *
 * @param a - One period.
 * @param b - The other.
 * @returns The shared period, or `null` where they share no day.
 *
 * @example A contract that began inside the quarter
 * ```ts
 * import { intersectPeriods } from "qudao/kernel";
 *
 * const quarter = { start: "2024-01-01", end: "2024-04-01" };
 * intersectPeriods(quarter, { start: "2024-02-15", end: "2025-02-15" }); // => { start: "2024-02-15", end: "2024-04-01" }
 * intersectPeriods(quarter, { start: "2024-04-01", end: "2024-07-01" }); // => null
 * ```
 *
 * @since 0.1.0
 */
export function intersectPeriods(a: Period, b: Period): Period | null {
  const left = parsePeriod(a, "a");
  const right = parsePeriod(b, "b");
  const start = left.start > right.start ? left.start : right.start;
  const end = left.end < right.end ? left.end : right.end;
  return start < end ? { start, end } : null;
}

/**
 * Tells whether two periods share a day.
 *
 * @param a - One period.
 * @param b - The other.
 * @returns `false` for periods that only touch.
 *
 * @example Two quarters touch and share nothing
 * ```ts
 * import { periodsOverlap } from "qudao/kernel";
 *
 * periodsOverlap({ start: "2024-01-01", end: "2024-04-01" }, { start: "2024-04-01", end: "2024-07-01" }); // => false
 * ```
 *
 * @since 0.1.0
 */
export function periodsOverlap(a: Period, b: Period): boolean {
  return intersectPeriods(a, b) !== null;
}
