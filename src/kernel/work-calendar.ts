import type { CalendarDate } from "./calendar-date.js";
import { dateOfDayNumber, dayNumber } from "./calendar-date.js";
import { at, checkChoice, checkList, checkRecord, checkWords, readSafely } from "./check.js";
import { kernelFault, shown } from "./fault.js";
import type { Words } from "./message.js";
import { weekdayOfDay } from "./weekday-of.js";

/** A half of a working day, as leave is counted in. */
export type DayHalf = "morning" | "afternoon";

/** How much of a day is worked. */
export type WorkedPart = (typeof workedParts)[number];

/** The parts of a day that can be worked, in the order of the documentation. */
export const workedParts = ["none", "morning", "afternoon", "full"] as const;

/** The pattern of every week. */
export interface WorkWeek {
  /** What is worked on Mondays. */
  readonly monday: WorkedPart;
  /** What is worked on Tuesdays. */
  readonly tuesday: WorkedPart;
  /** What is worked on Wednesdays. */
  readonly wednesday: WorkedPart;
  /** What is worked on Thursdays. */
  readonly thursday: WorkedPart;
  /** What is worked on Fridays. */
  readonly friday: WorkedPart;
  /** What is worked on Saturdays. */
  readonly saturday: WorkedPart;
  /** What is worked on Sundays. */
  readonly sunday: WorkedPart;
}

/** A day that differs from its week: a holiday, a Saturday worked in exchange (调休补班), a half-day before a feast. */
export interface SpecialDay {
  /** The day. */
  readonly date: CalendarDate;
  /** What is worked on it, instead of what its weekday says. */
  readonly works: WorkedPart;
  /** Why, for a reader: the name of the holiday. */
  readonly titles: Words;
}

/** The days that are worked, as a host's human resources publish them. */
export interface WorkCalendar {
  /** What is worked in a week. It holds on every day that is not special, in every year. */
  readonly week: WorkWeek;
  /** The special days, each once, in any order. */
  readonly days: readonly SpecialDay[];
}

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/**
 * Reads a work calendar.
 *
 * @param value - What a host stored, usually JSON.
 * @param path - Where it stands in the caller's input, for the fault.
 * @returns The calendar.
 * @throws LibraryFault naming the field: `kernel.not_a_record`, `kernel.not_a_list`, `kernel.not_a_choice`, `kernel.not_a_date`,
 * `kernel.not_text`, `kernel.named_twice` for a day listed twice.
 *
 * @example A week of five days and a half
 * ```ts
 * import { parseWorkCalendar } from "qudao/kernel";
 *
 * const week = { monday: "full", tuesday: "full", wednesday: "full", thursday: "full", friday: "full", saturday: "morning", sunday: "none" };
 * parseWorkCalendar({ week, days: [] }).week.saturday; // => "morning"
 * ```
 *
 * @since 0.1.0
 */
export function parseWorkCalendar(value: unknown, path = ""): WorkCalendar {
  return readSafely(path, () => {
    const fields = checkRecord(value, path);
    const weekPath = at(path, "week");
    const week = checkRecord(fields["week"], weekPath);
    const seen = new Set<number>();
    const daysPath = at(path, "days");
    const days = Array.from(checkList(fields["days"], daysPath), (entry, i): SpecialDay => {
      const place = `${daysPath}[${i}]`;
      const row = checkRecord(entry, place);
      const date = row["date"] as CalendarDate;
      const day = dayNumber(date, at(place, "date"));
      if (seen.has(day)) throw kernelFault("kernel.named_twice", at(place, "date"), { got: shown(date) });
      seen.add(day);
      return {
        date,
        works: checkChoice(row["works"], at(place, "works"), workedParts),
        titles: checkWords(row["titles"], at(place, "titles")),
      };
    });
    const parts = WEEKDAYS.map((name) => [name, checkChoice(week[name], at(weekPath, name), workedParts)]);
    return { week: Object.fromEntries(parts) as unknown as WorkWeek, days };
  });
}

/**
 * The halves worked on a day, by its number: bit 1 is the morning, bit 2 the afternoon.
 *
 * @internal
 */
export type WorkedHalves = (day: number) => number;

/** @internal */
export const HALVES = { none: 0, morning: 1, afternoon: 2, full: 3 } as const satisfies { readonly [P in WorkedPart]: number };

/**
 * Opens a calendar for looking days up.
 *
 * @internal
 */
export function workedHalvesOf(calendar: WorkCalendar): WorkedHalves {
  const { week, days } = parseWorkCalendar(calendar, "calendar");
  const pattern = WEEKDAYS.map((name) => HALVES[week[name]]);
  const special = new Map(days.map(({ date, works }) => [dayNumber(date), HALVES[works]]));
  return (day) => special.get(day) ?? (pattern[weekdayOfDay(day) - 1] as number);
}

/** Most days in a row without work: no agreement waits longer than a year for a workday. */
const LONGEST_REST = 366;

/**
 * The first workday from a day on, that day included, forwards (1) or backwards (-1). It may lie beyond the dates that have a name.
 *
 * @internal
 */
export function nearestWorkday(works: WorkedHalves, day: number, direction: 1 | -1): number {
  for (let away = 0; away <= LONGEST_REST; away++) {
    const candidate = day + away * direction;
    if (works(candidate) !== 0) return candidate;
  }
  throw kernelFault("kernel.no_workday", "calendar", { date: dateOfDayNumber(day), days: LONGEST_REST });
}
