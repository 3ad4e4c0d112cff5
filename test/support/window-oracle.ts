/**
 * The windows of a programme a second time, by counting days and months on the calendar of the language, and the days of earlier years that each is
 * compared with. Shares no line with the library.
 */
import type { AgreementDays, IncentiveProgramme } from "qudao/incentives";
import type { PeriodRule } from "qudao/kernel";

/** From the first day to before the last, in days since 1970. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export interface OracleWindow {
  readonly whole: Days;
  /** The part in which the programme is in force. */
  readonly days: Days;
  /** `undefined`: there is no such window. */
  readonly yearsBefore: (back: number) => Days | undefined;
  /** So many windows just before. `undefined`: there are not as many, or this one is cut. */
  readonly windowsBefore: (many: number) => readonly Days[] | undefined;
}

const DAY = 86_400_000;

export function dayOf(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / DAY;
}

export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Months later or earlier, on the same day of the month or its last. */
function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY;
}

const MONTHS = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;

/** Pieces of so many months that begin on a day of some month, counted from any year. */
function pieces(months: number, monthDay: string, days: Days): readonly Days[] {
  let from = dayOf(`2000-${monthDay}`);
  while (addMonths(from, months) <= days.from) from = addMonths(from, months);
  const found: Days[] = [];
  for (; from < days.to; from = addMonths(from, months)) found.push({ from, to: addMonths(from, months) });
  return found;
}

/** Pieces of so many days. */
function stretches(length: number, anchor: number, days: Days): readonly Days[] {
  const first = anchor + Math.floor((days.from - anchor) / length) * length;
  const found: Days[] = [];
  for (let from = first; from < days.to; from += length) found.push({ from, to: from + length });
  return found;
}

/** Any Monday. */
const MONDAY = dayOf("2024-01-01");

function cut(rule: PeriodRule, days: Days): readonly Days[] {
  switch (rule.kind) {
    case "calendar":
      return rule.unit === "week" ? stretches(7, MONDAY, days) : pieces(MONTHS[rule.unit], "01-01", days);
    case "fiscal":
      return pieces(MONTHS[rule.unit], rule.yearStarts, days);
    case "every_weeks":
      return stretches(rule.weeks * 7, dayOf(rule.anchor), days);
    case "every_months": {
      const found: Days[] = [];
      const anchor = dayOf(rule.anchor);
      const startOf = (n: number) => addMonths(anchor, n * rule.months);
      for (let n = -2400; startOf(n) < days.to; n++) if (startOf(n + 1) > days.from) found.push({ from: startOf(n), to: startOf(n + 1) });
      return found;
    }
    case "custom":
      return rule.periods.map(({ start, end }) => ({ from: dayOf(start), to: dayOf(end) }));
    case "rolling": {
      const { length, step } = rule;
      const reach = "days" in length ? length.days : 31 * length.months;
      const unit = step === "day" ? ({ kind: "every_weeks" } as never) : ({ kind: "calendar", unit: step } as const);
      return cut(unit, { from: days.from, to: days.to + reach }).map(({ to }) => ({
        from: "days" in length ? to - length.days : addMonths(to, -length.months),
        to,
      }));
    }
    case "whole":
      return [days];
    default:
      throw new Error("retail years are not read twice");
  }
}

/** The window that a whole one is compared with. */
function yearBefore(rule: PeriodRule, { from, to }: Days): Days | undefined {
  switch (rule.kind) {
    case "calendar":
      if (rule.unit === "week") throw new Error("weeks are compared by their number");
      return { from: addMonths(from, -12), to: addMonths(to, -12) };
    case "fiscal":
      return { from: addMonths(from, -12), to: addMonths(to, -12) };
    case "every_weeks":
      return 52 % rule.weeks === 0 ? { from: from - 364, to: to - 364 } : undefined;
    case "every_months": {
      const back = 12 / rule.months;
      return Number.isInteger(back) ? { from: windowsLater(rule, from, -back), to: windowsLater(rule, from, 1 - back) } : undefined;
    }
    case "rolling": {
      const before = addMonths(to, -12);
      return { from: "days" in rule.length ? before - rule.length.days : addMonths(before, -rule.length.months), to: before };
    }
    case "custom": {
      const prior = rule.periods.find(({ start }) => dayOf(start) === from)?.priorId;
      const row = rule.periods.find(({ id }) => id === prior);
      return row === undefined ? undefined : { from: dayOf(row.start), to: dayOf(row.end) };
    }
    default:
      return undefined;
  }
}

/** The day on which the window so many windows later begins. */
function windowsLater({ months, anchor }: { readonly months: number; readonly anchor: string }, from: number, windows: number): number {
  const [at, dayOfMonth] = [new Date(from * DAY), Number(anchor.slice(8))];
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + windows * months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(dayOfMonth, last)) / DAY;
}

/** The windows that end one after the other where this one begins; of a list, the rows above it. */
function listBefore(rule: PeriodRule, { from }: Days, many: number): readonly Days[] | undefined {
  if (rule.kind === "custom") {
    const at = rule.periods.findIndex(({ start }) => dayOf(start) === from);
    return at < many ? undefined : rule.periods.slice(at - many, at).map(({ start, end }) => ({ from: dayOf(start), to: dayOf(end) }));
  }
  const back = (times: number): number => {
    if (rule.kind === "every_months") return windowsLater(rule, from, -times);
    if (rule.kind === "every_weeks") return from - 7 * rule.weeks * times;
    if ((rule.kind !== "fiscal" && rule.kind !== "calendar") || rule.unit === "week") throw new Error("these have no windows before");
    return addMonths(from, -MONTHS[rule.unit] * times);
  };
  return Array.from({ length: many }, (_, i) => ({ from: back(i + 1), to: back(i) }));
}

/** A programme whose windows run from agreements, as the member of one of them reads it. `undefined`: no day of it is a day of the programme. */
export function forMember(programme: IncentiveProgramme, { start, end }: AgreementDays): IncentiveProgramme | undefined {
  const { window, effective } = programme;
  if (window.kind !== "agreement") return programme;
  const days = [[start, effective.start].sort()[1], [end ?? effective.end, effective.end].sort()[0]] as [string, string];
  if (days[0] >= days[1]) return undefined;
  const { every } = window;
  const rule: PeriodRule =
    every === undefined
      ? { kind: "whole" }
      : "weeks" in every
        ? { kind: "every_weeks", weeks: every.weeks, anchor: start }
        : { kind: "every_months", months: every.months, anchor: start };
  return { ...programme, window: rule, effective: { start: days[0], end: days[1] } };
}

/** Cut once for each programme, since many members ask. */
const cutBefore = new WeakMap<IncentiveProgramme, readonly OracleWindow[]>();

export function windowsOf(programme: IncentiveProgramme): readonly OracleWindow[] {
  const known = cutBefore.get(programme) ?? listWindows(programme);
  cutBefore.set(programme, known);
  return known;
}

function listWindows({ window: rule, effective, publishedOn = effective.start }: IncentiveProgramme): readonly OracleWindow[] {
  if (rule.kind === "agreement") throw new Error("read it for one member");
  const inForce = { from: dayOf(effective.start), to: dayOf(effective.end) };
  return cut(rule, inForce).flatMap((whole): readonly OracleWindow[] => {
    const days = { from: Math.max(whole.from, inForce.from, dayOf(publishedOn)), to: Math.min(whole.to, inForce.to) };
    if (days.from >= days.to) return [];
    const isWhole = days.from === whole.from && days.to === whole.to;
    const yearsBefore = (back: number) => {
      if (!isWhole) return { from: addMonths(days.from, -12 * back), to: addMonths(days.to, -12 * back) };
      let found: Days | undefined = whole;
      for (let year = 0; year < back && found !== undefined; year++) found = yearBefore(rule, found);
      return found;
    };
    const windowsBefore = (many: number) => (isWhole ? listBefore(rule, whole, many) : undefined);
    return [{ whole, days, yearsBefore, windowsBefore }];
  });
}
