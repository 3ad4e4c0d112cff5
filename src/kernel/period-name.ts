import type { Words } from "./message.js";

/** What a period is called. @internal */
export interface PeriodName {
  readonly id: string;
  readonly titles: Words;
}

/** How a part of a year is called, after the name of the year: id, English, Chinese. */
const PARTS = {
  year: () => ["", "", ""],
  half_year: (number) => [`-H${number}`, ` H${number}`, number === 1 ? "上半年" : "下半年"],
  quarter: (number) => [`-Q${number}`, ` Q${number}`, `第${number}季度`],
  month: (number) => [`-M${twoDigits(number)}`, ` M${twoDigits(number)}`, `第${number}个月`],
  calendar_month: (number) => [`-${twoDigits(number)}`, `-${twoDigits(number)}`, `${number}月`],
  week: (number) => [`-W${twoDigits(number)}`, ` W${twoDigits(number)}`, `第${number}周`],
} as const satisfies { readonly [part: string]: (number: number) => readonly [string, string, string] };

/**
 * Names a part of a year: `namePart(calendarYear(2013), "quarter", 1)` is `2013-Q1`.
 *
 * @internal
 */
export function namePart(year: PeriodName, part: keyof typeof PARTS, number: number): PeriodName {
  const [id, en, zh] = PARTS[part](number);
  return { id: year.id + id, titles: { en: year.titles.en + en, zh: year.titles.zh + zh } };
}

/** @internal */
export const calendarYear = (year: number): PeriodName => ({
  id: fourDigits(year),
  titles: { en: fourDigits(year), zh: `${fourDigits(year)}年` },
});

/** @internal */
export const fiscalYear = (year: number): PeriodName => ({
  id: `FY${fourDigits(year)}`,
  titles: { en: `FY${fourDigits(year)}`, zh: `${fourDigits(year)}财年` },
});

/** A name that a host gave, the same in both languages. @internal */
export const named = (id: string): PeriodName => ({ id, titles: { en: id, zh: id } });

const fourDigits = (year: number): string => String(year).padStart(4, "0");
const twoDigits = (number: number): string => String(number).padStart(2, "0");
