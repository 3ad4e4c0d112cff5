/**
 * The windows of a programme as far as it is in force and published, and the days before that growth is measured against.
 *
 * @internal
 */
import type { AgreementDays } from "../incentives/agreement-window.js";
import { windowsUnder } from "../incentives/list-programme-windows.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import { addMonths, dayNumber } from "../kernel/calendar-date.js";
import { Exact, exact } from "../kernel/decimal.js";
import { samePeriodYearBefore } from "../kernel/list-periods.js";
import type { Period } from "../kernel/period.js";
import { periodRowOf } from "../kernel/period-row.js";
import type { NamedPeriod, PeriodRule } from "../kernel/period-rule.js";

export interface Cut {
  readonly window: NamedPeriod;
  readonly counted: Period;
  readonly before: readonly { readonly period: Period; readonly weight: Exact }[] | undefined;
}

const WHOLE_WEIGHT = new Exact(1);

/** The windows just before, all of them and whole. Absent: none are asked for, or they cannot be named. */
function windowsBefore({ qualifier }: IncentiveProgramme, rule: PeriodRule, window: NamedPeriod): readonly NamedPeriod[] | undefined {
  if (!("baseline" in qualifier) || typeof qualifier.baseline !== "object" || qualifier.baseline.kind !== "rolling") return undefined;
  if (rule.kind === "whole") return undefined;
  const row = periodRowOf(rule);
  const number = row.numberAt(dayNumber(window.start));
  const found = Array.from({ length: qualifier.baseline.windows }, (_, i) => row.at(number - 1 - i));
  return found.includes(undefined) ? undefined : (found as readonly NamedPeriod[]);
}

/** The years that a programme measures growth against, and the weight of each. */
function yearsBack({ qualifier }: IncentiveProgramme): readonly { readonly back: number; readonly weight: Exact }[] {
  if (qualifier.kind !== "growth_amount" && qualifier.kind !== "growth_rate") return [];
  const { baseline } = qualifier;
  if (baseline === "prior_year") return [{ back: 1, weight: WHOLE_WEIGHT }];
  const years = typeof baseline === "object" && baseline.kind === "mixed" ? baseline.years : [];
  return years.map(({ back, weight }) => ({ back, weight: exact(weight) }));
}

/** A programme's windows as far as it is in force, each with the days before that growth is measured against. `agreement`: see `windowsUnder`. */
export function cutWindows(programme: IncentiveProgramme, agreement: AgreementDays | undefined): readonly Cut[] {
  const years = yearsBack(programme);
  return windowsUnder(programme, agreement).map(({ rule, window, counted }): Cut => {
    const whole = counted.start === window.start && counted.end === window.end;
    if (years.length === 0) {
      const listed = whole ? windowsBefore(programme, rule, window) : undefined;
      return { window, counted, before: listed?.map(({ start, end }) => ({ period: { start, end }, weight: WHOLE_WEIGHT })) };
    }
    const before = years.flatMap(({ back, weight }) => {
      const period = whole
        ? wholeBefore(rule, window, back)
        : { start: addMonths(counted.start, -12 * back), end: addMonths(counted.end, -12 * back) };
      return period === undefined ? [] : [{ period: { start: period.start, end: period.end }, weight }];
    });
    return { window, counted, before: before.length < years.length ? undefined : before };
  });
}

function wholeBefore(rule: PeriodRule, window: NamedPeriod, back: number): NamedPeriod | undefined {
  let found: NamedPeriod | undefined = window;
  for (let year = 0; year < back && found !== undefined; year++) found = samePeriodYearBefore(rule, found);
  return found;
}
