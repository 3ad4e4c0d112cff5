/** Windows that each member has for itself: they run from the first day of its own agreement. */
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { at, checkChoice, checkCount, checkRecord } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { parsePeriodRule, periodKinds } from "../kernel/parse-period-rule.js";
import { intersectPeriods, type Period } from "../kernel/period.js";
import type { PeriodRule } from "../kernel/period-rule.js";

/** How the time of a programme is cut: for all members alike, or for each from its own agreement. */
export type ProgrammeWindow = PeriodRule | AgreementWindow;

/** Windows from the first day of each member's own agreement. A member without one has none. */
export interface AgreementWindow {
  readonly kind: "agreement";
  /**
   * Length of a window, 1 to 1200 months or 1 to 520 weeks: one follows the other from the first day on, months counted as by `every_months`.
   * Absent: one window, the agreement to date, as far as the programme is in force.
   */
  readonly every?: { readonly months: number } | { readonly weeks: number } | undefined;
}

/** The days of a member's agreement. */
export interface AgreementDays {
  /** First day of its term. */
  readonly start: CalendarDate;
  /** First day after it; sales from this day on are in no window. After `start`. Absent: it runs on. */
  readonly end?: CalendarDate | undefined;
}

/** A rule of periods for one member, and the days that it is asked about. @internal */
export interface MemberRule {
  readonly rule: PeriodRule;
  readonly range: Period;
}

/** @internal */
export function parseProgrammeWindow(value: unknown, path: string): ProgrammeWindow {
  const fields = checkRecord(value, path);
  if (checkChoice(fields["kind"], at(path, "kind"), [...periodKinds, "agreement"] as const) !== "agreement")
    return parsePeriodRule(value, path);
  const { every } = fields;
  if (every === undefined) return { kind: "agreement" };
  const place = at(path, "every");
  const { months, weeks } = checkRecord(every, place);
  if ((months === undefined) === (weeks === undefined)) {
    throw kernelFault("kernel.not_a_choice", place, { got: shown(every), want: ["{ months }", "{ weeks }"] });
  }
  return {
    kind: "agreement",
    every:
      weeks === undefined
        ? { months: checkCount(months, at(place, "months"), 1, 1200) }
        : { weeks: checkCount(weeks, at(place, "weeks"), 1, 520) },
  };
}

/** @internal */
export function parseAgreementDays(value: unknown, path: string): AgreementDays {
  const fields = checkRecord(value, path);
  const start = parseDate(fields["start"], at(path, "start"));
  if (fields["end"] === undefined) return { start };
  const end = parseDate(fields["end"], at(path, "end"));
  if (start >= end) throw kernelFault("kernel.not_a_period", path, { got: { start, end } });
  return { start, end };
}

/** `null`: no day of the agreement is a day of the programme. @internal */
export function ruleFrom({ every }: AgreementWindow, { start, end }: AgreementDays, effective: Period): MemberRule | null {
  const last = end ?? effective.end;
  const range = start < last ? intersectPeriods({ start, end: last }, effective) : null;
  if (range === null) return null;
  if (every === undefined) return { rule: { kind: "whole" }, range };
  return {
    rule: "weeks" in every ? { kind: "every_weeks", ...every, anchor: start } : { kind: "every_months", ...every, anchor: start },
    range,
  };
}
