import { type CalendarDate, dateOfDayNumber, dayNumber, parseDate } from "./calendar-date.js";
import { checkChoice, checkCount, checkRecord, readSafely } from "./check.js";
import { type DecimalString, exact, quotient, text } from "./decimal.js";
import { kernelFault } from "./fault.js";
import { type Period, parsePeriod } from "./period.js";
import { type DayHalf, HALVES, nearestWorkday, type WorkCalendar, type WorkedHalves, workedHalvesOf } from "./work-calendar.js";

/** Working time, counted in halves of a day. */
export interface WorkedTime {
  /** Half-days worked, 0 or more. */
  readonly halfDays: number;
  /** The same in days: 9 half-days are `"4.5"`. */
  readonly days: DecimalString;
}

/** One half of one day. */
export interface HalfDay {
  /** The day. */
  readonly date: CalendarDate;
  /** Which half of it. */
  readonly half: DayHalf;
}

/** Time from one half-day to another, both included: leave is asked for like this. */
export interface HalfDaySpan {
  /** The first half-day. */
  readonly from: HalfDay;
  /** The last half-day; the same as `from` for a single one. */
  readonly to: HalfDay;
}

/** Most workdays counted in one go: a working life several times over. */
const MOST_WORKDAYS = 100_000;

/**
 * Tells whether a day is worked, if only for half of it.
 *
 * @param date - The day.
 * @param calendar - What is worked when.
 * @returns `true` for a workday.
 *
 * @example A Saturday worked in exchange
 * ```ts
 * import { isWorkday } from "qudao/kernel";
 *
 * const week = { monday: "full", tuesday: "full", wednesday: "full", thursday: "full", friday: "full", saturday: "none", sunday: "none" } as const;
 * const days = [{ date: "2024-02-18", works: "full", titles: { en: "Make-up day", zh: "春节调休上班" } }] as const;
 * isWorkday("2024-02-17", { week, days }); // => false
 * isWorkday("2024-02-18", { week, days }); // => true
 * ```
 *
 * @since 0.1.0
 */
export function isWorkday(date: CalendarDate, calendar: WorkCalendar): boolean {
  return workedHalvesOf(calendar)(dayNumber(date)) !== 0;
}

/**
 * Finds the first workday on or after a day.
 *
 * @param date - The day; itself the answer when it is worked.
 * @param calendar - What is worked when.
 * @returns A workday.
 * @throws LibraryFault `kernel.no_workday` when 366 days in a row are not worked.
 * @source Civil Code of the People's Republic of China, article 203: a period that ends on a legal holiday ends on the day after it.
 *
 * @example A due date on a Sunday
 * ```ts
 * import { nextWorkday } from "qudao/kernel";
 *
 * const week = { monday: "full", tuesday: "full", wednesday: "full", thursday: "full", friday: "full", saturday: "none", sunday: "none" } as const;
 * nextWorkday("2024-06-30", { week, days: [] }); // => "2024-07-01"
 * nextWorkday("2024-07-01", { week, days: [] }); // => "2024-07-01"
 * ```
 *
 * @since 0.1.0
 */
export function nextWorkday(date: CalendarDate, calendar: WorkCalendar): CalendarDate {
  return dateOfDayNumber(nearestWorkday(workedHalvesOf(calendar), dayNumber(date), 1));
}

/**
 * Finds the last workday on or before a day.
 *
 * @param date - The day; itself the answer when it is worked.
 * @param calendar - What is worked when.
 * @returns A workday.
 * @throws LibraryFault `kernel.no_workday` when 366 days in a row are not worked.
 *
 * @example Paid before the weekend
 * ```ts
 * import { previousWorkday } from "qudao/kernel";
 *
 * const week = { monday: "full", tuesday: "full", wednesday: "full", thursday: "full", friday: "full", saturday: "none", sunday: "none" } as const;
 * previousWorkday("2024-06-30", { week, days: [] }); // => "2024-06-28"
 * ```
 *
 * @since 0.1.0
 */
export function previousWorkday(date: CalendarDate, calendar: WorkCalendar): CalendarDate {
  return dateOfDayNumber(nearestWorkday(workedHalvesOf(calendar), dayNumber(date), -1));
}

/**
 * Counts workdays forward or back from a day.
 *
 * @remarks
 * The day itself does not count: one workday after a Friday is the Monday, and so is one after the Saturday. Half-days count as
 * workdays. Zero workdays away is the day itself, worked or not.
 *
 * @param date - Where to start.
 * @param workdays - How many, at most 100,000; negative goes back.
 * @param calendar - What is worked when.
 * @returns A workday, or the date itself for zero.
 * @throws LibraryFault `kernel.no_workday` when 366 days in a row are not worked, `kernel.not_a_count`, `kernel.date_out_of_range`.
 *
 * @example Answer within three workdays
 * ```ts
 * import { addWorkdays } from "qudao/kernel";
 *
 * const week = { monday: "full", tuesday: "full", wednesday: "full", thursday: "full", friday: "full", saturday: "none", sunday: "none" } as const;
 * addWorkdays("2024-06-27", 3, { week, days: [] }); // => "2024-07-02"
 * ```
 *
 * @since 0.1.0
 */
export function addWorkdays(date: CalendarDate, workdays: number, calendar: WorkCalendar): CalendarDate {
  const works = workedHalvesOf(calendar);
  const direction = checkCount(workdays, "workdays", -MOST_WORKDAYS, MOST_WORKDAYS) < 0 ? -1 : 1;
  let day = dayNumber(date);
  for (let left = Math.abs(workdays); left > 0; left--) day = nearestWorkday(works, day + direction, direction);
  return dateOfDayNumber(day);
}

/**
 * Counts the working time in a period.
 *
 * @param period - The days asked about.
 * @param calendar - What is worked when.
 * @returns Half-days and days.
 *
 * @example A week of five and a half days
 * ```ts
 * import { countWorkdays } from "qudao/kernel";
 *
 * const week = { monday: "full", tuesday: "full", wednesday: "full", thursday: "full", friday: "full", saturday: "morning", sunday: "none" } as const;
 * countWorkdays({ start: "2024-07-01", end: "2024-07-08" }, { week, days: [] }); // => { halfDays: 11, days: "5.5" }
 * ```
 *
 * @since 0.1.0
 */
export function countWorkdays(period: Period, calendar: WorkCalendar): WorkedTime {
  const { start, end } = parsePeriod(period, "period");
  return countHalves(workedHalvesOf(calendar), dayNumber(start), dayNumber(end) - 1, HALVES.full, HALVES.full);
}

/**
 * Counts the working time from one half-day to another, both included.
 *
 * @param span - The first and the last half-day.
 * @param calendar - What is worked when: a holiday inside the span costs no leave.
 * @returns Half-days and days.
 * @throws LibraryFault `kernel.not_a_span` when the last half-day comes before the first, `kernel.not_a_date`, `kernel.not_a_choice`.
 *
 * @example Leave from Friday afternoon to Monday morning
 * ```ts
 * import { countHalfDays } from "qudao/kernel";
 *
 * const week = { monday: "full", tuesday: "full", wednesday: "full", thursday: "full", friday: "full", saturday: "none", sunday: "none" } as const;
 * const leave = { from: { date: "2024-06-28", half: "afternoon" }, to: { date: "2024-07-01", half: "morning" } } as const;
 * countHalfDays(leave, { week, days: [] }); // => { halfDays: 2, days: "1" }
 * ```
 *
 * @since 0.1.0
 */
export function countHalfDays(span: HalfDaySpan, calendar: WorkCalendar): WorkedTime {
  const { from, to } = readSafely({ span, calendar }, () => {
    const fields = checkRecord(span, "span");
    return { from: parseHalfDay(fields["from"], "span.from"), to: parseHalfDay(fields["to"], "span.to") };
  });
  const first = from.half === "afternoon" ? HALVES.afternoon : HALVES.full;
  const last = to.half === "morning" ? HALVES.morning : HALVES.full;
  if (from.date > to.date || (from.date === to.date && (first & last) === 0))
    throw kernelFault("kernel.not_a_span", "span", { from: from.date, fromHalf: from.half, to: to.date, toHalf: to.half });
  return countHalves(workedHalvesOf(calendar), dayNumber(from.date), dayNumber(to.date), first, last);
}

function parseHalfDay(value: unknown, path: string): { readonly date: CalendarDate; readonly half: DayHalf } {
  const fields = checkRecord(value, path);
  return { date: parseDate(fields["date"], `${path}.date`), half: checkChoice(fields["half"], `${path}.half`, ["morning", "afternoon"]) };
}

/** Counts halves from a day to a day, both included; of these two only the halves named. */
function countHalves(works: WorkedHalves, from: number, to: number, first: number, last: number): WorkedTime {
  let halfDays = 0;
  for (let day = from; day <= to; day++) {
    const worked = works(day) & (day === from ? first : HALVES.full) & (day === to ? last : HALVES.full);
    halfDays += (worked & 1) + (worked >> 1);
  }
  return { halfDays, days: text(quotient(exact(halfDays), exact(2))) };
}
