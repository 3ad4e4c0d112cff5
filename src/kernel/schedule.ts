import type { CalendarDate } from "./calendar-date.js";
import type { Weekday } from "./weekday-of.js";

/** Something that recurs: a meeting, a review, a due date. Data, storable in a host's database. */
export interface Schedule {
  /** The pattern of its days. */
  readonly recurrence: Recurrence;
  /**
   * First day that the pattern may name, and the day from which steps of more than one are counted. An occurrence that moves to the workday
   * before may be earlier.
   */
  readonly from: CalendarDate;
  /** First day that the pattern no longer names; an occurrence that moves to the workday after may be later. Absent: it goes on. */
  readonly until?: CalendarDate | undefined;
  /** What happens to an occurrence on a day that is not worked. Other than `none` needs a work calendar. */
  readonly adjust: ScheduleAdjustment;
}

/** Where an occurrence on a day that is not worked goes: it stays, or moves to the nearest workday after or before. */
export type ScheduleAdjustment = "none" | "next_workday" | "previous_workday";

/** The pattern of the days on which something recurs. */
export type Recurrence = DailyRecurrence | WeeklyRecurrence | MonthlyRecurrence | QuarterlyRecurrence | YearlyRecurrence;

/** Every so many days. */
export interface DailyRecurrence {
  readonly kind: "days";
  /** Days from one occurrence to the next, 1 to 3660. The first is the schedule's `from`. */
  readonly every: number;
}

/** On some weekdays of every so many weeks. */
export interface WeeklyRecurrence {
  readonly kind: "weeks";
  /** Weeks (from Monday) from one to the next, 1 to 520. The first is that of the schedule's `from`. */
  readonly every: number;
  /** 1 Monday to 7 Sunday; at least one, each once. */
  readonly weekdays: readonly Weekday[];
}

/** On a day of every so many months. */
export interface MonthlyRecurrence {
  readonly kind: "months";
  /** Months from one to the next, 1 to 120. The first is that of the schedule's `from`. */
  readonly every: number;
  /** Which day of the month. */
  readonly on: DayInMonth;
}

/** On a day of every calendar quarter. */
export interface QuarterlyRecurrence {
  readonly kind: "quarters";
  /** The month of the quarter, 1 to 3. */
  readonly month: 1 | 2 | 3;
  /** Which day of that month. */
  readonly on: DayInMonth;
}

/** On a day of every year. */
export interface YearlyRecurrence {
  readonly kind: "years";
  /** The month, 1 January to 12 December. */
  readonly month: number;
  /** Which day of that month. */
  readonly on: DayInMonth;
}

/**
 * A day of a month: by its number, where a shorter month gives its last day; the `last` day; or a weekday by its place in the
 * month, where a month without a fifth one has no occurrence.
 */
export type DayInMonth = { readonly day: number | "last" } | { readonly weekday: Weekday; readonly nth: 1 | 2 | 3 | 4 | 5 | "last" };

/** One day on which something is due. */
export interface Occurrence {
  /** The day, after moving it to a workday where the schedule says so. */
  readonly date: CalendarDate;
  /** The day that the pattern names. Where several move to one workday, they are one occurrence and this is the first of them. */
  readonly nominal: CalendarDate;
}
