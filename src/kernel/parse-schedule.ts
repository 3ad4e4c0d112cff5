import { parseDate } from "./calendar-date.js";
import { at, checkChoice, checkCount, checkList, checkRecord, type Fields, readSafely } from "./check.js";
import { kernelFault, shown } from "./fault.js";
import { parsePeriod } from "./period.js";
import type { DayInMonth, Recurrence, Schedule } from "./schedule.js";

/**
 * Reads a schedule.
 *
 * @param value - What a host stored, usually JSON.
 * @param path - Where it stands in the caller's input, for the fault.
 * @returns The schedule, fields of its kind of recurrence alone.
 * @throws LibraryFault naming the field: `kernel.not_a_record`, `kernel.not_a_list`, `kernel.not_a_choice`, `kernel.not_a_count`,
 * `kernel.not_a_date`, `kernel.not_a_period` when `until` is not after `from`, `kernel.named_twice` for a weekday listed twice.
 *
 * @example Every Monday
 * ```ts
 * import { parseSchedule } from "qudao/kernel";
 *
 * const meeting = { recurrence: { kind: "weeks", every: 1, weekdays: [1] }, from: "2024-01-01", adjust: "none" };
 * parseSchedule(meeting).recurrence.kind; // => "weeks"
 * ```
 *
 * @since 0.1.0
 */
export function parseSchedule(value: unknown, path = ""): Schedule {
  return readSafely(path, () => {
    const fields = checkRecord(value, path);
    const place = at(path, "recurrence");
    const recurrence = checkRecord(fields["recurrence"], place);
    const kinds = Object.keys(PARSERS) as Recurrence["kind"][];
    const kind = checkChoice(recurrence["kind"], at(place, "kind"), kinds);
    const from = parseDate(fields["from"], at(path, "from"));
    const until = fields["until"];
    return {
      recurrence: PARSERS[kind](recurrence, place),
      from,
      ...(until === undefined ? {} : { until: untilAfter(from, parseDate(until, at(path, "until")), path) }),
      adjust: checkChoice(fields["adjust"], at(path, "adjust"), ["none", "next_workday", "previous_workday"]),
    };
  });
}

const untilAfter = (from: string, until: string, path: string): string => parsePeriod({ start: from, end: until }, path).end;

const PARSERS: { readonly [K in Recurrence["kind"]]: (fields: Fields, path: string) => Extract<Recurrence, { kind: K }> } = {
  days: (fields, path) => ({ kind: "days", every: checkCount(fields["every"], at(path, "every"), 1, 3660) }),
  weeks: (fields, path) => ({
    kind: "weeks",
    every: checkCount(fields["every"], at(path, "every"), 1, 520),
    weekdays: parseWeekdays(fields["weekdays"], at(path, "weekdays")),
  }),
  months: (fields, path) => ({
    kind: "months",
    every: checkCount(fields["every"], at(path, "every"), 1, 120),
    on: parseDayInMonth(fields["on"], at(path, "on")),
  }),
  quarters: (fields, path) => ({
    kind: "quarters",
    month: checkChoice(fields["month"], at(path, "month"), [1, 2, 3]),
    on: parseDayInMonth(fields["on"], at(path, "on")),
  }),
  years: (fields, path) => ({
    kind: "years",
    month: checkCount(fields["month"], at(path, "month"), 1, 12),
    on: parseDayInMonth(fields["on"], at(path, "on")),
  }),
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

function parseWeekdays(value: unknown, path: string): readonly (typeof WEEKDAYS)[number][] {
  const weekdays = Array.from(checkList(value, path), (entry, i) => checkChoice(entry, `${path}[${i}]`, WEEKDAYS));
  checkCount(weekdays.length, `${path}.length`, 1, 7);
  const twice = weekdays.findIndex((weekday, i) => weekdays.indexOf(weekday) < i);
  if (twice >= 0) throw kernelFault("kernel.named_twice", `${path}[${twice}]`, { got: shown(weekdays[twice]) });
  return weekdays;
}

function parseDayInMonth(value: unknown, path: string): DayInMonth {
  const { day, weekday, nth } = checkRecord(value, path) as { readonly [name: string]: unknown };
  if (day === undefined) {
    return {
      weekday: checkChoice(weekday, at(path, "weekday"), WEEKDAYS),
      nth: checkChoice(nth, at(path, "nth"), [1, 2, 3, 4, 5, "last"]),
    };
  }
  if (weekday !== undefined) throw kernelFault("kernel.not_a_choice", path, { got: shown(value), want: ["{ day }", "{ weekday, nth }"] });
  return { day: day === "last" ? day : checkCount(day, at(path, "day"), 1, 31) };
}
