/**
 * Days of the calendar as text. The only file that turns a date into a date object and back: the object lives in UTC, so no
 * local zone can move a day, and it never leaves the library.
 */
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addMonths as addCalendarMonths } from "date-fns/addMonths";
import { checkCount } from "./check.js";
import { kernelFault, shown } from "./fault.js";

/** A day of the proleptic Gregorian calendar, `YYYY-MM-DD`, years 0001 to 9999. No time, no zone: the host decides which local day it was. */
export type CalendarDate = string;

/** Day number of 0001-01-01. @internal */
export const FIRST_DAY = -719_162;
/** Day number of 9999-12-31. @internal */
export const LAST_DAY = 2_932_896;
const MOST_MONTHS = 9999 * 12;
const MS_PER_DAY = 86_400_000;

/**
 * Reads a calendar date.
 *
 * @remarks
 * The text is its own canonical form. Days that do not exist, missing zeros, and texts with a time are refused.
 *
 * @param value - The value to read.
 * @param path - Where it stands in the caller's input, for the fault.
 * @returns The date.
 * @throws LibraryFault `kernel.not_a_date`.
 *
 * @example A leap day exists only in leap years
 * ```ts
 * import { isDate, parseDate } from "qudao/kernel";
 *
 * parseDate("2024-02-29"); // => "2024-02-29"
 * isDate("2023-02-29"); // => false
 * ```
 *
 * @since 0.1.0
 */
export function parseDate(value: unknown, path = ""): CalendarDate {
  dateDigits(value, path);
  return value as CalendarDate;
}

/**
 * Tells whether a value would be read by `parseDate`.
 *
 * @param value - Anything.
 * @returns `true` where `parseDate` answers.
 *
 * @example A date has no time
 * ```ts
 * import { isDate } from "qudao/kernel";
 *
 * isDate("2024-01-05"); // => true
 * isDate("2024-01-05T00:00:00Z"); // => false
 * ```
 *
 * @since 0.1.0
 */
export function isDate(value: unknown): value is CalendarDate {
  return digitsOf(value) !== NO_DATE;
}

/**
 * A date as its digits, 20240229, checked: in the order of the calendar, and read in half the time of a day number.
 *
 * @internal
 */
export function dateDigits(date: unknown, path = "date"): number {
  const digits = digitsOf(date);
  if (digits === NO_DATE) throw kernelFault("kernel.not_a_date", path, { got: shown(date) });
  return digits;
}

/**
 * A date as a number of days since 1970-01-01, checked: what tables are compiled with.
 *
 * @internal
 */
export function dayNumber(date: CalendarDate, path = "date"): number {
  const digits = dateDigits(date, path);
  const before = yearOf(digits) - 1;
  const month = monthOf(digits);
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDay = month > 2 && isLeap(before + 1) ? 1 : 0;
  return FIRST_DAY + before * 365 + leapDays + (DAYS_BEFORE[month - 1] as number) + leapDay + dayOf(digits) - 1;
}

/** Days of the year before each month begins, in a common year. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

// `| 0` and not `Math.trunc`: whole numbers stay integers for the machine, whose remainder is ten times as quick as that of doubles
const yearOf = (digits: number): number => (digits / 10_000) | 0;
const monthOf = (digits: number): number => ((digits / 100) | 0) % 100;
/** @internal */
export const dayOf = (digits: number): number => digits % 100;
/** Last day of the month of a date as digits. @internal */
export const lastDayOf = (digits: number): number => daysOfMonth(yearOf(digits), monthOf(digits));

const NO_DATE = 0;

function digitsOf(value: unknown): number {
  if (typeof value !== "string" || value.length !== 10 || value.charCodeAt(4) !== DASH || value.charCodeAt(7) !== DASH) return NO_DATE;
  const year = twoDigits(value, 0) * 100 + twoDigits(value, 2);
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  if (year < 1 || month < 1 || month > 12 || day < 1 || (day > 28 && day > daysOfMonth(year, month))) return NO_DATE;
  return year * 10_000 + month * 100 + day;
}

const DASH = 45;
const ZERO = 48;
/** So far below 0 that no other digits make it a part of a date. */
const NO_DIGITS = -1_000_000;

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The date of a day number.
 *
 * @internal
 */
export function dateOfDayNumber(day: number, path = ""): CalendarDate {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) {
    const got = day > LAST_DAY ? `9999-12-31 + ${day - LAST_DAY} d` : `0001-01-01 - ${FIRST_DAY - day} d`;
    throw kernelFault("kernel.date_out_of_range", path, { got });
  }
  // days since 0000-03-01, so that the leap day ends a year, a century and an era of 400 years
  const days = day + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * march + 2) / 5) + 1;
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${dayOfMonth < 10 ? "0" : ""}${dayOfMonth}`;
}

/**
 * The date as an object in UTC, for functions of date-fns.
 *
 * @internal
 */
export function utcDate(date: CalendarDate): Date {
  return new UTCDateMini(dayNumber(date) * MS_PER_DAY);
}

/**
 * Keeps what date-fns computes in UTC.
 *
 * @internal
 */
export const utc = (date: Date | number | string): Date => new UTCDateMini(+date);

/**
 * Adds days to a date.
 *
 * @param date - Where to start.
 * @param days - Whole days; negative goes back.
 * @returns The date so many days later.
 * @throws LibraryFault `kernel.not_a_date`, `kernel.not_a_count`, `kernel.date_out_of_range`.
 *
 * @example Over the end of February
 * ```ts
 * import { addDays } from "qudao/kernel";
 *
 * addDays("2024-02-28", 1); // => "2024-02-29"
 * addDays("2024-03-01", -2); // => "2024-02-28"
 * ```
 *
 * @since 0.1.0
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const from = dayNumber(date);
  return dateOfDayNumber(from + checkCount(days, "days", -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), "days");
}

/**
 * Adds calendar months to a date. Where the month has no such day, its last day is meant.
 *
 * @remarks
 * Months are counted from the day given, so twelve steps of one month may differ from one step of twelve: 31 January plus one
 * month is the last day of February, and a further month leads to that day in March.
 *
 * @param date - Where to start.
 * @param months - Whole months; negative goes back. Twelve are a year.
 * @returns The same day of the month so many months later, or the last day of that month.
 * @throws LibraryFault `kernel.not_a_date`, `kernel.not_a_count`, `kernel.date_out_of_range`.
 * @source Civil Code of the People's Republic of China, article 202: a period of months ends on the corresponding day, or on the last day of a month without one.
 *
 * @example The last day of February stands in for the 31st
 * ```ts
 * import { addMonths } from "qudao/kernel";
 *
 * addMonths("2024-01-31", 1); // => "2024-02-29"
 * addMonths("2024-02-29", 12); // => "2025-02-28"
 * ```
 *
 * @since 0.1.0
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const from = utcDate(date);
  checkCount(months, "months", -MOST_MONTHS, MOST_MONTHS);
  return dateOfDayNumber(addCalendarMonths(from, months, { in: utc }).getTime() / MS_PER_DAY, "months");
}

/**
 * Counts the days from one date to another.
 *
 * @param from - First date.
 * @param to - Second date.
 * @returns Nights between the two: 0 for the same day, negative when `to` comes first.
 *
 * @example A leap year
 * ```ts
 * import { daysBetween } from "qudao/kernel";
 *
 * daysBetween("2024-01-01", "2025-01-01"); // => 366
 * ```
 *
 * @since 0.1.0
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to, "to") - dayNumber(from, "from");
}

/** Months since January of year 0. @internal */
export function monthNumber(date: CalendarDate): number {
  return monthsOf(dateDigits(date));
}

/** The same of a date as digits. @internal */
export const monthsOf = (digits: number): number => yearOf(digits) * 12 + monthOf(digits) - 1;

/**
 * Finds the last day of a date's month.
 *
 * @param date - Any day of the month.
 * @returns The 28th to 31st.
 *
 * @example February of a leap year
 * ```ts
 * import { lastDayOfMonth } from "qudao/kernel";
 *
 * lastDayOfMonth("2024-02-10"); // => "2024-02-29"
 * ```
 *
 * @since 0.1.0
 */
export function lastDayOfMonth(date: CalendarDate): CalendarDate {
  const digits = dateDigits(date);
  return date.slice(0, 8) + lastDayOf(digits);
}
