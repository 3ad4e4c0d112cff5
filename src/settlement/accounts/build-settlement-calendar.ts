import { type ProgrammeWindow, parseProgrammeWindow } from "../../incentives/agreement-window.js";
import { addDays, type CalendarDate } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { exact } from "../../kernel/decimal.js";
import { dueDayOf } from "../../kernel/due-day.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import { kernelFault } from "../../kernel/fault.js";
import { listPeriods } from "../../kernel/list-periods.js";
import { parsePeriodRule } from "../../kernel/parse-period-rule.js";
import { intersectPeriods, lastDayOfPeriod, type Period, parsePeriod } from "../../kernel/period.js";
import type { NamedPeriod, PeriodRule } from "../../kernel/period-rule.js";
import { choiceOf, countOf, listOf, optional, type Read, readText, recordOf, uniqueBy } from "../../kernel/read.js";
import { byKey } from "../account-kit.js";
import { settlementFault } from "../check-policy.js";
import type { PayableStage } from "./earnings-settlement.js";
import { type DueOfStage, stageDueDays } from "./pay-in-stages.js";
import { type PayableTerm, readPayableTerm } from "./payable-term.js";
import { readStages } from "./programme-terms.js";

/** What happens on a day of the calendar. Their words: `settlement.calendar_kind`. */
export const calendarKinds = ["accrual", "interim", "final", "due"] as const;

/** See `calendarKinds`. */
export type CalendarKind = (typeof calendarKinds)[number];

/** The days asked about. */
export interface SettlementCalendarFacts {
  /** Only days within it are listed. */
  readonly range: Period;
}

/** The programmes whose days are listed. */
export interface SettlementCalendarPolicy {
  /** Any number of them. Each once. */
  readonly programmes: readonly ProgrammeCalendar[];
}

/** When one programme is accrued, settled and paid. */
export interface ProgrammeCalendar {
  /** The programme. */
  readonly programmeId: string;
  /** The days on which it holds. */
  readonly effective: Period;
  /** Its windows. Such as run from each member's agreement have no common days: a calendar is then of one member, with `custom` periods as `listProgrammeWindows` lists them. */
  readonly window: ProgrammeWindow;
  /** How often it is accrued: on the last day of each of these periods, and on the last day of a window. */
  readonly accrueEvery: PeriodRule;
  /** How often it is settled before a window is over: after each of these periods. Absent: only at the end. */
  readonly settleEvery?: PeriodRule | undefined;
  /** Days after a window until its final settlement: as in the policy of `settleEarnings`. */
  readonly graceDays: number;
  /** When it is paid. */
  readonly term: PayableTerm;
  /** From when the term of a final settlement is counted. An interim one is counted from its own day. */
  readonly termFrom: "window_end" | "posting";
  /** The stages in which it is paid, as `settleEarnings` reads them; their shares add up to 1. Absent: all at once. */
  readonly stages?: readonly PayableStage[] | undefined;
}

/** One day of the calendar. */
export interface SettlementDate {
  /** The day. */
  readonly date: CalendarDate;
  /** What happens on it. */
  readonly kind: CalendarKind;
  /** The programme. */
  readonly programmeId: string;
  /** The window it is for. */
  readonly window: NamedPeriod;
  /** The stage that is due. Absent: it is no due day, or everything is due at once. */
  readonly stageId?: string | undefined;
}

/** Far above any calendar that is read. */
const MOST_DATES = 100_000;

/**
 * Builds the calendar of accruals, settlements and due days of any number of programmes from their period rules.
 *
 * @remarks
 * Nothing is entered by hand: a programme's windows come from its own rule, calendar, fiscal, every so many weeks, rolling or the whole
 * agreement, and its accruals and interim settlements from rules of their own. An accrual stands on the last day of a period, a settlement on the first
 * day after it; the final one waits for the days of grace. A programme that is paid in stages has a due day for each of them that may pay anything (the last takes the odd cents, whatever its share); one
 * without a term of its own is due with the one before it, and none earlier than that.
 *
 * @param facts - The days asked about.
 * @param policy - The programmes and their rules.
 * @returns The days in order; on one day in the order accrual, interim, final, due, then by programme, window and stage.
 * @throws LibraryFault `settlement.calendar_of_agreements` for windows that run from each member's agreement; `settlement.stages_not_whole` with the place;
 * `kernel.range_too_long` beyond 100,000 dates; those of `listPeriods`; `kernel.*` with the place.
 *
 * @source Practice of rebate settlement: calendars in mass, derived from the rule.
 *
 * @example Accrued monthly, settled quarterly with ten days of grace, paid by the end of the next month
 * ```ts
 * import { buildSettlementCalendar, type ProgrammeCalendar } from "qudao/settlement";
 *
 * const programme: ProgrammeCalendar = {
 *   programmeId: "volume", effective: { start: "2024-01-01", end: "2025-01-01" }, window: { kind: "calendar", unit: "quarter" },
 *   accrueEvery: { kind: "calendar", unit: "month" }, graceDays: 10, term: { kind: "end_of_month", months: 1, days: 0 }, termFrom: "window_end",
 * };
 * const { outcome } = buildSettlementCalendar({ range: { start: "2024-03-01", end: "2024-05-01" } }, { programmes: [programme] });
 * outcome.map(({ date, kind, window }) => `${date} ${kind} ${window.id}`);
 * // => ["2024-03-31 accrual 2024-Q1", "2024-04-11 final 2024-Q1", "2024-04-30 accrual 2024-Q2", "2024-04-30 due 2024-Q1"]
 * ```
 *
 * @since 0.1.0
 */
export function buildSettlementCalendar(
  facts: SettlementCalendarFacts,
  policy: SettlementCalendarPolicy,
): Explained<readonly SettlementDate[]> {
  return readSafely({ facts, policy }, () => {
    const { range } = recordOf<SettlementCalendarFacts>({ range: parsePeriod })(facts, "facts");
    const { programmes } = readCalendarPolicy(policy, "policy");
    const dates: SettlementDate[] = [];
    let looked = 0;
    for (const programme of programmes) {
      for (const window of listPeriods(programme.window, programme.effective)) {
        for (const one of datesOf(programme, window, range)) {
          looked++;
          if (looked > MOST_DATES) throw kernelFault("kernel.range_too_long", "facts.range", { range: { ...range }, most: MOST_DATES });
          if (one.date >= range.start && one.date < range.end) dates.push(one);
        }
      }
    }
    dates.sort(
      byKey(
        ({ date }) => date,
        ({ kind }) => String(calendarKinds.indexOf(kind)),
        ({ programmeId }) => programmeId,
        ({ window }) => window.start,
        ({ window }) => window.id,
      ),
    );
    const from = dates.map(({ date, kind, programmeId, window, stageId }): Explanation => {
      const params = { date, kind, programmeId, window: { ...window.titles } };
      return stageId === undefined
        ? { code: "settlement.calendar_date", params }
        : { code: "settlement.calendar_stage", params: { ...params, stageId } };
    });
    return { outcome: dates, explanation: { code: "settlement.calendar", params: { count: dates.length }, from } };
  });
}

function datesOf(programme: ProgrammeCalendar, window: NamedPeriod, range: Period): readonly SettlementDate[] {
  const { programmeId, effective, accrueEvery, settleEvery, graceDays, stages } = programme;
  const counted = intersectPeriods(window, effective);
  if (counted === null) return [];
  const found: SettlementDate[] = [];
  const add = (kind: CalendarKind, date: CalendarDate) => found.push({ date, kind, programmeId, window });
  const last = lastDayOfPeriod(window);
  /** `settled`: the day of the settlement. */
  const addDue = (settled: CalendarDate, isFinal: boolean) => {
    const dueOf: DueOfStage = ({ term = programme.term, termFrom = programme.termFrom }) =>
      dueDayOf(term, isFinal && termFrom === "window_end" ? last : settled);
    if (stages === undefined) return add("due", dueOf({}));
    const days = stageDueDays(stages, dueOf);
    stages.forEach(({ id: stageId, share }, i) => {
      // the last takes the odd cents, whatever its share
      if (i === stages.length - 1 || !exact(share).isZero())
        found.push({ date: days[i] as CalendarDate, kind: "due", programmeId, window, stageId });
    });
  };
  const asked = intersectPeriods(counted, range);
  if (asked !== null) {
    const days = listPeriods(accrueEvery, asked).map((period) => lastDayOfPeriod(period));
    for (const date of new Set(days.map((day) => (day < last ? day : last)))) add("accrual", date);
  }
  if (settleEvery !== undefined) {
    const ends = new Set(listPeriods(settleEvery, counted).map(({ end }) => end));
    for (const date of ends) {
      if (date >= window.end) continue;
      add("interim", date);
      addDue(date, false);
    }
  }
  const final = addDays(window.end, graceDays);
  add("final", final);
  addDue(final, true);
  return found;
}

const readRule: Read<PeriodRule> = (value, path) => parsePeriodRule(value as PeriodRule, path);

const readWindow: Read<PeriodRule> = (value, path) => {
  const window = parseProgrammeWindow(value, path);
  if (window.kind === "agreement") throw settlementFault("settlement.calendar_of_agreements", `${path}.kind`, {});
  return window;
};

/** The policy with windows that all members share. @internal */
export interface ReadCalendarPolicy {
  readonly programmes: readonly (ProgrammeCalendar & { readonly window: PeriodRule })[];
}

/** @internal */
export const readCalendarPolicy: Read<ReadCalendarPolicy> = recordOf<ReadCalendarPolicy>({
  programmes: uniqueBy(
    "programmeId",
    listOf(
      recordOf<ReadCalendarPolicy["programmes"][number]>({
        programmeId: readText,
        effective: parsePeriod,
        window: readWindow,
        accrueEvery: readRule,
        settleEvery: optional(readRule),
        graceDays: countOf(0, 36_600),
        term: readPayableTerm,
        termFrom: choiceOf(["window_end", "posting"]),
        stages: optional(readStages),
      }),
    ),
  ),
});
