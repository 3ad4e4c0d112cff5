/** Days counted by the spans and cadences of a procedure. */
import { addDays, addMonths, type CalendarDate } from "../kernel/calendar-date.js";
import type { WorkCalendar } from "../kernel/work-calendar.js";
import { addWorkdays } from "../kernel/workdays.js";
import type { ProcedureCadence, ProcedureSpan } from "./procedure.js";

/** Which days are worked. */
export interface ProcedureTime {
  /** The host's calendar, for spans counted in workdays. */
  readonly calendar: WorkCalendar;
}

/** @internal */
export function addSpan(date: CalendarDate, span: ProcedureSpan | undefined, { calendar }: ProcedureTime): CalendarDate {
  if (span === undefined) return date;
  return span.unit === "days" ? addDays(date, span.count) : addWorkdays(date, span.count, calendar);
}

/** @internal */
export function addCadence(date: CalendarDate, { every, unit }: ProcedureCadence): CalendarDate {
  switch (unit) {
    case "days":
      return addDays(date, every);
    case "weeks":
      return addDays(date, every * 7);
    case "months":
      return addMonths(date, every);
    case "years":
      return addMonths(date, every * 12);
  }
}
