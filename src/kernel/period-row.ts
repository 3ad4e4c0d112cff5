import { getISOWeek } from "date-fns/getISOWeek";
import { getISOWeekYear } from "date-fns/getISOWeekYear";
import { addDays, addMonths, dateOfDayNumber, dayNumber, FIRST_DAY, monthNumber, utc, utcDate } from "./calendar-date.js";
import { calendarYear, fiscalYear, named, namePart, type PeriodName } from "./period-name.js";
import type {
  CustomPeriodRule,
  EveryMonthsPeriodRule,
  EveryWeeksPeriodRule,
  FourFourFivePeriodRule,
  NamedPeriod,
  PeriodRule,
  RollingPeriodRule,
  WholePeriodRule,
} from "./period-rule.js";

/**
 * The periods of a rule in a row, each with a number; neither starts nor ends ever go back. Everything that is asked of a rule is
 * asked of its row.
 *
 * @internal
 */
export interface PeriodRow {
  /** Whether a period may start before the one in front of it ends. Absent: it may not. */
  readonly overlaps?: true;
  /** The number of the first period that ends after a day. */
  readonly numberAt: (day: number) => number;
  /** The period of a number. `undefined`: the row has ended. */
  readonly at: (number: number) => NamedPeriod | undefined;
  /** The number of the comparable period of the year before. `undefined`: there is none. */
  readonly yearBefore: (number: number) => number | undefined;
}

/** @internal */
export function periodRowOf(rule: Exclude<PeriodRule, WholePeriodRule>): PeriodRow {
  switch (rule.kind) {
    case "calendar":
      return calendarRow(rule.unit);
    case "fiscal": {
      const shift = rule.label === "end_year" && rule.yearStarts !== "01-01" ? 1 : 0;
      return monthRow(rule.yearStarts, MONTHS[rule.unit], (year, number) => namePart(fiscalYear(year + shift), rule.unit, number));
    }
    case "four_four_five":
      return retailRow(rule);
    case "every_weeks":
      return everyWeeksRow(rule);
    case "every_months":
      return everyMonthsRow(rule);
    case "custom":
      return customRow(rule);
    case "rolling":
      return rollingRow(rule);
  }
}

const MONTHS = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;

function calendarRow(unit: RollingPeriodRule["step"]): PeriodRow {
  if (unit === "day") return dayRow;
  if (unit === "week") return weekRow;
  const part = unit === "month" ? "calendar_month" : unit;
  return monthRow("01-01", MONTHS[unit], (year, number) => namePart(calendarYear(year), part, number));
}

/** Periods of so many months, numbered from the first one that starts in year 1. */
function monthRow(yearStarts: string, months: number, name: (startYear: number, number: number) => PeriodName): PeriodRow {
  const first = `0001-${yearStarts}`;
  const perYear = 12 / months;
  return {
    numberAt: (day) => {
      const date = dateOfDayNumber(day);
      const begun = date.slice(8) < first.slice(8) ? 1 : 0;
      return Math.floor((monthNumber(date) - monthNumber(first) - begun) / months);
    },
    at: (number) => ({
      start: addMonths(first, number * months),
      end: addMonths(first, (number + 1) * months),
      ...name(1 + Math.floor(number / perYear), 1 + (number % perYear)),
    }),
    yearBefore: (number) => (number >= perYear ? number - perYear : undefined),
  };
}

/** ISO weeks, numbered from 0001-01-01, which was a Monday. */
const weekRow: PeriodRow = {
  numberAt: (day) => Math.floor((day - FIRST_DAY) / 7),
  at: (number) => {
    const start = dateOfDayNumber(FIRST_DAY + 7 * number);
    const { year, week } = isoWeek(number);
    return { start, end: addDays(start, 7), ...namePart(calendarYear(year), "week", week) };
  },
  yearBefore: (number) => {
    const { year, week } = isoWeek(number);
    return [52, 53]
      .map((weeks) => number - weeks)
      .find((candidate) => {
        if (candidate < 0) return false;
        const before = isoWeek(candidate);
        return before.year === year - 1 && before.week === week;
      });
  },
};

function isoWeek(number: number): { readonly year: number; readonly week: number } {
  const monday = utcDate(dateOfDayNumber(FIRST_DAY + 7 * number));
  return { year: getISOWeekYear(monday, { in: utc }), week: getISOWeek(monday, { in: utc }) };
}

const dayRow: PeriodRow = {
  numberAt: (day) => day,
  at: (number) => ({ start: dateOfDayNumber(number), end: dateOfDayNumber(number + 1), ...named(dateOfDayNumber(number)) }),
  yearBefore: (number) => dayNumber(addMonths(dateOfDayNumber(number), -12)),
};

function everyWeeksRow({ weeks, anchor }: EveryWeeksPeriodRule): PeriodRow {
  const origin = dayNumber(anchor);
  const days = 7 * weeks;
  return {
    numberAt: (day) => Math.floor((day - origin) / days),
    at: (number) => {
      const start = addDays(anchor, number * days);
      const titles = { en: `${weeks} ${weeks === 1 ? "week" : "weeks"} from ${start}`, zh: `${start}起${weeks}周` };
      return { start, end: addDays(start, days), id: `${start}-P${weeks}W`, titles };
    },
    // a year of weeks is 52 of them; where they do not divide it, no period is comparable
    yearBefore: (number) => (52 % weeks === 0 ? number - 52 / weeks : undefined),
  };
}

function everyMonthsRow({ months, anchor }: EveryMonthsPeriodRule): PeriodRow {
  const startOf = (number: number) => addMonths(anchor, number * months);
  return {
    numberAt: (day) => {
      const date = dateOfDayNumber(day);
      const number = Math.floor((monthNumber(date) - monthNumber(anchor)) / months);
      return startOf(number) > date ? number - 1 : number;
    },
    at: (number) => {
      const start = startOf(number);
      const titles = { en: `${months} ${months === 1 ? "month" : "months"} from ${start}`, zh: `${start}起${months}个月` };
      return { start, end: startOf(number + 1), id: `${start}-P${months}M`, titles };
    },
    yearBefore: (number) => (12 % months === 0 ? number - 12 / months : undefined),
  };
}

function listedRow(listed: readonly { readonly period: NamedPeriod; readonly prior: number | undefined }[]): PeriodRow {
  const ends = listed.map(({ period }) => dayNumber(period.end));
  return {
    numberAt: (day) => {
      const found = ends.findIndex((end) => end > day);
      return found < 0 ? ends.length : found;
    },
    at: (number) => listed[number]?.period,
    yearBefore: (number) => listed[number]?.prior,
  };
}

function customRow(rule: CustomPeriodRule): PeriodRow {
  const numbers = new Map(rule.periods.map(({ id }, i) => [id, i]));
  return listedRow(
    rule.periods.map(({ id, start, end, titles, priorId }) => ({
      period: { start, end, id, titles: titles ?? named(id).titles },
      prior: priorId === undefined ? undefined : numbers.get(priorId),
    })),
  );
}

function retailRow({ unit, pattern, starts, years }: FourFourFivePeriodRule): PeriodRow {
  const quarter = pattern.split("-").map(Number);
  const months = [...quarter, ...quarter, ...quarter, ...quarter];
  const monthsEach = MONTHS[unit];
  const perYear = 12 / monthsEach;
  let start = starts;
  const listed = years.flatMap(({ id, weeks }, year) =>
    Array.from({ length: perYear }, (_, i) => {
      const regular = months.slice(i * monthsEach, (i + 1) * monthsEach).reduce((sum, month) => sum + month, 0);
      const end = addDays(start, 7 * (regular + (i === perYear - 1 ? weeks - 52 : 0)));
      const period = { start, end, ...namePart(named(id), unit, i + 1) };
      start = end;
      return { period, prior: year === 0 ? undefined : (year - 1) * perYear + i };
    }),
  );
  return listedRow(listed);
}

function rollingRow({ length, step }: RollingPeriodRule): PeriodRow {
  const steps = calendarRow(step);
  const inMonths = "months" in length;
  const count = inMonths ? length.months : length.days;
  const [en, zh] = inMonths ? ["month", "个月"] : ["day", "天"];
  return {
    ...steps,
    overlaps: true,
    at: (number) => {
      const last = steps.at(number);
      if (last === undefined) return undefined;
      const { id, end, titles } = last;
      return {
        start: inMonths ? addMonths(end, -count) : addDays(end, -count),
        end,
        id: `${id}-P${count}${inMonths ? "M" : "D"}`,
        titles: { en: `${count} ${en}${count === 1 ? "" : "s"} to ${titles.en}`, zh: `截至${titles.zh}的${count}${zh}` },
      };
    },
  };
}
