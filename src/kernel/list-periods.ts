import { type CalendarDate, dayNumber } from "./calendar-date.js";
import { checkText, readSafely } from "./check.js";
import { kernelFault, shown } from "./fault.js";
import { parsePeriodRule } from "./parse-period-rule.js";
import { type Period, parsePeriod, periodContains } from "./period.js";
import { type PeriodRow, periodRowOf } from "./period-row.js";
import type { NamedPeriod, PeriodRule } from "./period-rule.js";

/** Most periods in one answer: 27 years of days, so that no range can exhaust memory. */
const MOST_PERIODS = 10_000;

/**
 * Lists the periods of a rule that share a day with a range.
 *
 * @remarks
 * Periods are whole, even where they reach beyond the range; cut them with `intersectPeriods`. Days that a listed rule leaves out
 * (gaps of `custom`, years that `four_four_five` does not list) are in none of them.
 *
 * @param rule - How time is cut.
 * @param range - What to cover.
 * @returns The periods in order; for `whole`, the range itself.
 * @throws LibraryFault `kernel.range_too_long` beyond 10,000 periods, `kernel.date_out_of_range`, and those of `parsePeriodRule`.
 *
 * @example Quarters of a first half-year
 * ```ts
 * import { listPeriods } from "qudao/kernel";
 *
 * const quarters = listPeriods({ kind: "calendar", unit: "quarter" }, { start: "2013-01-01", end: "2013-07-01" });
 * quarters.map(({ id }) => id); // => ["2013-Q1", "2013-Q2"]
 * quarters[0]; // => { start: "2013-01-01", end: "2013-04-01", id: "2013-Q1", titles: { en: "2013 Q1", zh: "2013年第1季度" } }
 * ```
 *
 * @since 0.1.0
 */
export function listPeriods(rule: PeriodRule, range: Period): readonly NamedPeriod[] {
  const parsed = parsePeriodRule(rule, "rule");
  const { start, end } = parsePeriod(range, "range");
  if (parsed.kind === "whole") return [{ start, end, id: "whole", titles: { en: "whole range", zh: "全程" } }];
  return walk(periodRowOf(parsed), dayNumber(start), dayNumber(end), range);
}

/** Periods of a row that share a day with `[first, beyond)`. */
function walk(row: PeriodRow, first: number, beyond: number, range: Period): readonly NamedPeriod[] {
  const found: NamedPeriod[] = [];
  for (let number = row.numberAt(first); ; number++) {
    const period = row.at(number);
    if (period === undefined || dayNumber(period.start) >= beyond) return found;
    if (found.length === MOST_PERIODS) {
      throw kernelFault("kernel.range_too_long", "range", { range: { start: range.start, end: range.end }, most: MOST_PERIODS });
    }
    found.push(period);
    if (!row.overlaps && dayNumber(period.end) >= beyond) return found;
  }
}

/**
 * Finds the periods of a rule that hold a day.
 *
 * @param rule - How time is cut.
 * @param date - The day.
 * @param range - What is asked about: a day outside it is in no period. Needed for `whole`; absent: any day counts.
 * @returns One period, several for overlapping `rolling` windows, none in a gap.
 * @throws LibraryFault `kernel.missing` for `whole` without a range, and those of `listPeriods`.
 *
 * @example A fiscal year from April, named by the year it starts in
 * ```ts
 * import { findPeriods } from "qudao/kernel";
 *
 * const rule = { kind: "fiscal", unit: "quarter", yearStarts: "04-01", label: "start_year" } as const;
 * findPeriods(rule, "2014-03-31").map(({ id }) => id); // => ["FY2013-Q4"]
 * findPeriods(rule, "2014-04-01").map(({ id }) => id); // => ["FY2014-Q1"]
 * ```
 *
 * @since 0.1.0
 */
export function findPeriods(rule: PeriodRule, date: CalendarDate, range?: Period): readonly NamedPeriod[] {
  const parsed = parsePeriodRule(rule, "rule");
  const day = dayNumber(date);
  if (range !== undefined && !periodContains(parsePeriod(range, "range"), date)) return [];
  if (parsed.kind !== "whole") return walk(periodRowOf(parsed), day, day + 1, { start: date, end: date });
  if (range === undefined) throw kernelFault("kernel.missing", "range", {});
  return listPeriods(parsed, range);
}

/**
 * Finds the period of the year before that a period is compared with.
 *
 * @remarks
 * The same number of the year before: quarter with quarter, ISO week with ISO week, fourth month of a retail year with the fourth.
 * Windows of `rolling` go by the step they end with (29 February is compared with the 28th). Periods of `every_weeks` go back
 * 52 weeks, those of `every_months` 12 months, where that is a whole number of them. Rows of `custom` say so by `priorId`.
 *
 * @param rule - How time is cut.
 * @param period - A period of this rule.
 * @returns Its counterpart, or `undefined` where there is none: a 53rd week after a year of 52, the first year listed, `whole`.
 * @throws LibraryFault `kernel.unknown_row` when the period is none of the rule's, and those of `listPeriods`.
 *
 * @example Quarter against quarter
 * ```ts
 * import { findPeriods, samePeriodYearBefore } from "qudao/kernel";
 *
 * const rule = { kind: "calendar", unit: "quarter" } as const;
 * const [quarter] = findPeriods(rule, "2024-05-01");
 * quarter && samePeriodYearBefore(rule, quarter)?.id; // => "2023-Q2"
 * ```
 *
 * @since 0.1.0
 */
export function samePeriodYearBefore(rule: PeriodRule, period: NamedPeriod): NamedPeriod | undefined {
  const parsed = parsePeriodRule(rule, "rule");
  const { start, end } = parsePeriod(period, "period");
  const id = readSafely({ rule, period }, () => checkText(period.id, "period.id"));
  if (parsed.kind === "whole") return undefined;
  const row = periodRowOf(parsed);
  // every period holds its own last day, and a rolling window ends with its step
  const number = row.numberAt(dayNumber(end) - 1);
  const own = row.at(number);
  if (own === undefined || own.id !== id || own.start !== start || own.end !== end) {
    throw kernelFault("kernel.unknown_row", "period.id", { got: shown(id) });
  }
  const before = row.yearBefore(number);
  return before === undefined ? undefined : row.at(before);
}
