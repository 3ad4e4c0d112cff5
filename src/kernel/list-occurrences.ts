import { type CalendarDate, dateOfDayNumber, dayNumber, LAST_DAY, lastDayOfMonth, monthNumber } from "./calendar-date.js";
import { kernelFault } from "./fault.js";
import { parseSchedule } from "./parse-schedule.js";
import { type Period, parsePeriod } from "./period.js";
import type { DayInMonth, Occurrence, Recurrence, Schedule } from "./schedule.js";
import { weekdayOfDay } from "./weekday-of.js";
import { nearestWorkday, type WorkCalendar, type WorkedHalves, workedHalvesOf } from "./work-calendar.js";

/** Most occurrences in one answer: 27 years of days, so that no range can exhaust memory. */
const MOST_OCCURRENCES = 10_000;

/**
 * Lists the days of a schedule that lie in a range, after they have been moved to workdays.
 *
 * @param schedule - What recurs.
 * @param range - Where to look.
 * @param calendar - What is worked when. Needed where the schedule adjusts; otherwise not read.
 * @returns The occurrences in order, each date once.
 * @throws LibraryFault `kernel.missing` without the calendar that is needed, `kernel.range_too_long` beyond 10,000 occurrences,
 * `kernel.no_workday`, and those of `parseSchedule`.
 *
 * @example The last day of each month; a shorter month ends earlier
 * ```ts
 * import { listOccurrences } from "qudao/kernel";
 *
 * const schedule = { recurrence: { kind: "months", every: 1, on: { day: 31 } }, from: "2024-01-01", adjust: "none" } as const;
 * listOccurrences(schedule, { start: "2024-02-01", end: "2024-04-01" }).map(({ date }) => date); // => ["2024-02-29", "2024-03-31"]
 * ```
 *
 * @since 0.1.0
 */
export function listOccurrences(schedule: Schedule, range: Period, calendar?: WorkCalendar): readonly Occurrence[] {
  const { start, end } = parsePeriod(range, "range");
  const found: Occurrence[] = [];
  for (const occurrence of occurrencesFrom(schedule, dayNumber(start), calendar)) {
    if (occurrence.date >= end) break;
    if (found.length === MOST_OCCURRENCES) {
      throw kernelFault("kernel.range_too_long", "range", { range: { start, end }, most: MOST_OCCURRENCES });
    }
    found.push(occurrence);
  }
  return found;
}

/**
 * Finds the next day of a schedule after a day.
 *
 * @param schedule - What recurs.
 * @param after - The day; an occurrence on it is not the next.
 * @param calendar - What is worked when. Needed where the schedule adjusts; otherwise not read.
 * @returns The occurrence, or `undefined` when the schedule has run out.
 * @throws LibraryFault `kernel.missing`, `kernel.no_workday`, and those of `parseSchedule`.
 *
 * @example The first Friday of a quarter
 * ```ts
 * import { findNextOccurrence } from "qudao/kernel";
 *
 * const review = { recurrence: { kind: "quarters", month: 1, on: { weekday: 5, nth: 1 } }, from: "2024-01-01", adjust: "none" } as const;
 * findNextOccurrence(review, "2024-01-05"); // => { date: "2024-04-05", nominal: "2024-04-05" }
 * ```
 *
 * @since 0.1.0
 */
export function findNextOccurrence(schedule: Schedule, after: CalendarDate, calendar?: WorkCalendar): Occurrence | undefined {
  const next = occurrencesFrom(schedule, dayNumber(after, "after") + 1, calendar).next();
  return next.done === true ? undefined : next.value;
}

/** Occurrences whose date is a day or later. Dates never go back, since moving to a workday keeps the order of days. */
function* occurrencesFrom(schedule: Schedule, day: number, calendar: WorkCalendar | undefined): Generator<Occurrence, undefined> {
  const { recurrence, from, until, adjust } = parseSchedule(schedule, "schedule");
  const first = dayNumber(from);
  const beyond = until === undefined ? LAST_DAY + 1 : dayNumber(until);
  if (adjust !== "none" && calendar === undefined) throw kernelFault("kernel.missing", "calendar", {});
  const works = adjust === "none" || calendar === undefined ? everyDay : workedHalvesOf(calendar);
  const direction = adjust === "previous_workday" ? -1 : 1;
  let earliest = Math.max(first, day);
  // rest days right before the day asked about move into it
  if (adjust === "next_workday" && day > first) earliest = Math.max(first, nearestWorkday(works, day - 1, -1) + 1);
  let last = day - 1;
  if (earliest > LAST_DAY) return;
  for (const nominal of nominalDays(recurrence, first, earliest)) {
    if (nominal >= beyond) return;
    const moved = nearestWorkday(works, nominal, direction);
    if (moved <= last) continue;
    last = moved;
    yield { date: dateOfDayNumber(moved), nominal: dateOfDayNumber(nominal) };
  }
}

const everyDay: WorkedHalves = () => 1;

/** The days that a pattern names from a day on, in order, to the end of the calendar. */
function nominalDays(recurrence: Recurrence, first: number, earliest: number): Generator<number, undefined> {
  switch (recurrence.kind) {
    case "days":
      return everyDays(recurrence.every, first, earliest);
    case "weeks":
      return everyWeeks(recurrence.every, recurrence.weekdays, first, earliest);
    case "months":
      return everyMonths(recurrence.every, monthNumber(dateOfDayNumber(first)), recurrence.on, earliest);
    case "quarters":
      return everyMonths(3, recurrence.month - 1, recurrence.on, earliest);
    case "years":
      return everyMonths(12, recurrence.month - 1, recurrence.on, earliest);
  }
}

function* everyDays(every: number, first: number, earliest: number): Generator<number, undefined> {
  for (let day = first + Math.ceil((earliest - first) / every) * every; day <= LAST_DAY; day += every) yield day;
}

function* everyWeeks(every: number, weekdays: readonly number[], first: number, earliest: number): Generator<number, undefined> {
  const firstMonday = first - weekdayOfDay(first) + 1;
  const ordered = [...weekdays].sort((a, b) => a - b);
  const passed = Math.floor((earliest - firstMonday) / (7 * every));
  for (let monday = firstMonday + passed * 7 * every; monday <= LAST_DAY; monday += 7 * every) {
    for (const weekday of ordered) {
      const day = monday + weekday - 1;
      if (day >= earliest && day <= LAST_DAY) yield day;
    }
  }
}

const LAST_MONTH = 9999 * 12 + 11;

/** `phase`: the number of any month that the pattern meets. */
function* everyMonths(every: number, phase: number, on: DayInMonth, earliest: number): Generator<number, undefined> {
  const month = monthNumber(dateOfDayNumber(earliest));
  for (let number = phase + Math.ceil((month - phase) / every) * every; number <= LAST_MONTH; number += every) {
    const day = dayInMonth(number, on);
    if (day !== undefined && day >= earliest) yield day;
  }
}

function dayInMonth(month: number, on: DayInMonth): number | undefined {
  const date = `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  const first = dayNumber(date);
  const last = dayNumber(lastDayOfMonth(date));
  if ("day" in on) return on.day === "last" ? last : Math.min(first + on.day - 1, last);
  if (on.nth === "last") return last - ((weekdayOfDay(last) - on.weekday + 7) % 7);
  const day = first + ((on.weekday - weekdayOfDay(first) + 7) % 7) + 7 * (on.nth - 1);
  return day <= last ? day : undefined;
}
