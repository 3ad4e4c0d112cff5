/**
 * Decimal and date text read in one pass over its characters, without a regular expression and without allocating.
 *
 * @internal
 */
import { dateOfDayNumber, dayNumber, lastDayOfMonth } from "../kernel/calendar-date.js";
import { MOST_FRACTION } from "../kernel/decimal.js";

/** Decimals at which amounts are kept as numbers. */
export const AMOUNT_DECIMALS = 4;
/** Decimals at which spilled figures are kept: as many as a decimal may have. */
export const SPILL_DECIMALS = MOST_FRACTION;

const POINT = 46;
const ZERO = 48;
/** One, at `AMOUNT_DECIMALS` decimals. */
const WHOLE = 10_000;
const POWERS = [1, 10, 100, 1_000, 10_000] as const;
/** Digits whose value, moved to four decimals, may still be a safe integer; more take the exact lane. */
const MOST_DIGITS = 15;
/** Text of so many characters, one of them a point, has at most nine digits. */
const SHORT_TEXT = 10;
/** Longer text is left for the slow path, which knows how many digits a figure may have. */
const MOST_PLAIN = 25;

/**
 * A plain decimal that is not negative, as an integer at `AMOUNT_DECIMALS` decimals.
 * NaN: not such a decimal, or one that needs the exact lane. The caller finds out which on its slow path.
 */
export function readAmount(text: string): number {
  const point = text.length - 3;
  if (point < 1 || point > 7 || text.charCodeAt(point) !== POINT) return readShort(text);
  // Two decimals, as money mostly has. One test at the end instead of one per character: a negative sum of bits tells of a character
  // that is no digit, or of a leading zero.
  let digit = text.charCodeAt(0) - ZERO;
  let wrong = digit | (9 - digit) | (point > 1 ? digit - 1 : 0);
  let value = digit;
  for (let i = 1; i < point; i++) {
    digit = text.charCodeAt(i) - ZERO;
    wrong |= digit | (9 - digit);
    value = (value * 10 + digit) | 0;
  }
  const tens = text.charCodeAt(point + 1) - ZERO;
  const ones = text.charCodeAt(point + 2) - ZERO;
  wrong |= tens | (9 - tens) | ones | (9 - ones);
  return wrong < 0 ? Number.NaN : ((value * 100 + tens * 10 + ones) | 0) * 100;
}

function readShort(text: string): number {
  const length = text.length;
  if (length > SHORT_TEXT) return readLong(text, length);
  let value = 0;
  let i = 0;
  let digit = 0;
  for (; i < length; i++) {
    digit = text.charCodeAt(i) - ZERO;
    if (digit >>> 0 > 9) break;
    value = (value * 10 + digit) | 0;
  }
  if (i === 0 || (i > 1 && text.charCodeAt(0) === ZERO)) return Number.NaN;
  const places = length - i - 1;
  if (places < 0) return length === SHORT_TEXT ? readLong(text, length) : value * WHOLE;
  if (digit !== POINT - ZERO || places === 0 || places > AMOUNT_DECIMALS) return Number.NaN;
  for (i++; i < length; i++) {
    digit = text.charCodeAt(i) - ZERO;
    if (digit >>> 0 > 9) return Number.NaN;
    value = (value * 10 + digit) | 0;
  }
  return value * (POWERS[AMOUNT_DECIMALS - places] as number);
}

/** The same for text whose digits may not fit the machine's own integers. */
function readLong(text: string, length: number): number {
  if (length > MOST_DIGITS + 1 || !isPlainDecimal(text)) return Number.NaN;
  let value = 0;
  let point = length;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit >= 0) value = value * 10 + digit;
    else point = i;
  }
  const places = Math.max(0, length - 1 - point);
  if (places > AMOUNT_DECIMALS) return Number.NaN;
  const moved = value * (POWERS[AMOUNT_DECIMALS - places] as number);
  return moved <= Number.MAX_SAFE_INTEGER ? moved : Number.NaN;
}

/** Whether a text is a plain decimal that is not negative. `false` may still be a decimal: the slow path decides. */
export function isPlainDecimal(text: string): boolean {
  const length = text.length;
  if (length > MOST_PLAIN) return false;
  let i = 0;
  for (; i < length; i++) if ((text.charCodeAt(i) - ZERO) >>> 0 > 9) break;
  if (i === 0 || (i > 1 && text.charCodeAt(0) === ZERO)) return false;
  if (i === length) return true;
  if (text.charCodeAt(i) !== POINT || ++i === length) return false;
  for (; i < length; i++) if ((text.charCodeAt(i) - ZERO) >>> 0 > 9) return false;
  return true;
}

/** A decimal that has been checked, as an integer at `SPILL_DECIMALS` decimals. */
export function readSpill(text: string): bigint {
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  const fraction = point < 0 ? "" : text.slice(point + 1);
  return BigInt(whole + fraction.padEnd(SPILL_DECIMALS, "0"));
}

/** Day tables of a span of years: the first day of every month, and how long it is. */
export interface DayTable {
  readonly firstYear: number;
  /** By month since January of the first year: its first day, counted from the first day of the table's span. */
  readonly monthStart: Int32Array;
  readonly monthLength: Int32Array;
}

export function dayTable(firstDay: number, days: number): DayTable {
  if (days === 0) return { firstYear: 0, monthStart: new Int32Array(0), monthLength: new Int32Array(0) };
  const yearOf = (day: number) => Number(dateOfDayNumber(day).slice(0, 4));
  const firstYear = yearOf(firstDay);
  const months = (yearOf(firstDay + days - 1) - firstYear + 1) * 12;
  const firsts = Array.from({ length: months }, (_, m) => {
    const year = String(firstYear + Math.floor(m / 12)).padStart(4, "0");
    return `${year}-${String((m % 12) + 1).padStart(2, "0")}-01`;
  });
  return {
    firstYear,
    monthStart: Int32Array.from(firsts, (date) => dayNumber(date) - firstDay),
    monthLength: Int32Array.from(firsts, (date) => Number(lastDayOfMonth(date).slice(8))),
  };
}

/** Outside the table's years; the slow path tells whether it is a date at all. */
export const NOT_READ = -1_000_000_000;

/** A date as a day counted from the start of the table's span; it may lie before or after the span. */
export function readDay(text: string, firstYear: number, monthStart: Int32Array, monthLength: Int32Array): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NOT_READ;
  const y1 = text.charCodeAt(0) - ZERO;
  const y2 = text.charCodeAt(1) - ZERO;
  const y3 = text.charCodeAt(2) - ZERO;
  const y4 = text.charCodeAt(3) - ZERO;
  const m1 = text.charCodeAt(5) - ZERO;
  const m2 = text.charCodeAt(6) - ZERO;
  const d1 = text.charCodeAt(8) - ZERO;
  const d2 = text.charCodeAt(9) - ZERO;
  // A character below "0" sets the sign of one side, one above "9" that of the other.
  const above = (9 - y1) | (9 - y2) | (9 - y3) | (9 - y4) | (9 - m1) | (9 - m2) | (9 - d1) | (9 - d2);
  if ((y1 | y2 | y3 | y4 | m1 | m2 | d1 | d2 | above) < 0) return NOT_READ;
  const month = m1 * 10 + m2;
  const row = (y1 * 1000 + y2 * 100 + y3 * 10 + y4 - firstYear) * 12 + month - 1;
  if (month === 0 || month > 12 || row < 0 || row >= monthStart.length) return NOT_READ;
  const day = d1 * 10 + d2;
  if (day === 0 || day > (monthLength[row] as number)) return NOT_READ;
  return (monthStart[row] as number) + day - 1;
}
