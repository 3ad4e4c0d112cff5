import type { CalendarDate } from "./calendar-date.js";
import type { Words } from "./message.js";
import type { Period } from "./period.js";

/** A period with a name, as a rule cuts it from the calendar. */
export interface NamedPeriod extends Period {
  /** Stable name, unique within its rule: `2013`, `2013-H1`, `2013-Q1`, `2013-01`, `2013-W05`, `FY2013-Q1`. */
  readonly id: string;
  /** The name for a reader. */
  readonly titles: Words;
}

/** How time is cut into periods: for quotas, accruals, settlement, scores. Data, storable in a host's database. */
export type PeriodRule =
  | CalendarPeriodRule
  | FiscalPeriodRule
  | FourFourFivePeriodRule
  | EveryWeeksPeriodRule
  | EveryMonthsPeriodRule
  | CustomPeriodRule
  | RollingPeriodRule
  | WholePeriodRule;

/** Months, quarters, half-years and years of the calendar, and ISO weeks (Monday to Sunday; week 1 holds the first Thursday). */
export interface CalendarPeriodRule {
  readonly kind: "calendar";
  /** Length of a period. */
  readonly unit: "week" | "month" | "quarter" | "half_year" | "year";
}

/** Periods of a fiscal year that starts on the same day every year. */
export interface FiscalPeriodRule {
  readonly kind: "fiscal";
  /** Length of a period. */
  readonly unit: "month" | "quarter" | "half_year" | "year";
  /** First day of the fiscal year, `MM-DD`. The day is 01 to 28, so that every month has it. */
  readonly yearStarts: string;
  /** Which calendar year names the fiscal year: that of its first day or that of its last day. */
  readonly label: "start_year" | "end_year";
}

/**
 * Periods of a retail year of 52 or 53 whole weeks. Each quarter has three months of so many weeks; the 53rd week is added to the
 * last month. Years follow each other without a gap, so only the first start is written.
 */
export interface FourFourFivePeriodRule {
  readonly kind: "four_four_five";
  /** Length of a period. */
  readonly unit: "month" | "quarter" | "year";
  /** Weeks in the three months of each quarter. */
  readonly pattern: "4-4-5" | "4-5-4" | "5-4-4";
  /** First day of the first year listed. */
  readonly starts: CalendarDate;
  /** The years in order. A day outside them belongs to no period. */
  readonly years: readonly RetailYear[];
}

/** One year of a retail calendar. */
export interface RetailYear {
  /** Its name, as `FY2024`; ids of its periods begin with it. */
  readonly id: string;
  /** Its length in weeks. */
  readonly weeks: 52 | 53;
}

/** Periods of so many weeks, counted from a day in both directions. */
export interface EveryWeeksPeriodRule {
  readonly kind: "every_weeks";
  /** Length of a period in weeks, 1 to 520. */
  readonly weeks: number;
  /** First day of one of the periods; its weekday is the weekday on which all begin. */
  readonly anchor: CalendarDate;
}

/**
 * Periods of so many months, counted from a day in both directions: from the day an agreement began. Each begins on the day of the month of the anchor,
 * or on the last of a shorter month, counted from the anchor and not from the period before: 31 January, 29 February, 31 March.
 */
export interface EveryMonthsPeriodRule {
  readonly kind: "every_months";
  /** Length of a period in months, 1 to 1200. */
  readonly months: number;
  /** First day of one of the periods. */
  readonly anchor: CalendarDate;
}

/** Periods listed one by one, such as the seasons of a trade. */
export interface CustomPeriodRule {
  readonly kind: "custom";
  /** The periods in order, without overlap. There may be gaps: a day in a gap belongs to no period. */
  readonly periods: readonly CustomPeriod[];
}

/** One row of a list of periods. */
export interface CustomPeriod extends Period {
  /** Its name, unique in the list. */
  readonly id: string;
  /** The name for a reader. Absent: the id in both languages. */
  readonly titles?: Words | undefined;
  /** The row that it is compared with year on year. Absent: none. */
  readonly priorId?: string | undefined;
}

/** Windows of one length, one for each step of the calendar, ending when the step ends. They overlap where the length exceeds the step. */
export interface RollingPeriodRule {
  readonly kind: "rolling";
  /** Length of the window, 1 to 1200 months or 1 to 36600 days, counted back from its end. */
  readonly length: { readonly months: number } | { readonly days: number };
  /** What the windows end with. */
  readonly step: "day" | "week" | "month" | "quarter" | "half_year" | "year";
}

/** The whole range asked about, as one period: the agreement to date. */
export interface WholePeriodRule {
  readonly kind: "whole";
}
