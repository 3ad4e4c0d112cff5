import fc from "fast-check";
import { isLibraryFault, type LibraryFault } from "qudao/kernel";

/** The fault that a call ends in; anything else fails the test. */
export function faultOf(call: () => unknown): LibraryFault {
  try {
    call();
  } catch (caught) {
    if (isLibraryFault(caught)) return caught;
    throw caught;
  }
  throw new Error("no fault was thrown");
}

const DAY = 86_400_000;

/** The same date by the platform's own calendar: a second implementation to compare with. */
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Day number by the platform's own calendar. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** Days far enough from both ends of the calendar to step 200 years either way. */
export const someDay = fc.integer({ min: dayOf("0301-01-01"), max: dayOf("9700-01-01") });
export const someDate = someDay.map(isoOf);

/** Days around the present, where leap years are dense for the test. */
export const recentDay = fc.integer({ min: dayOf("1996-01-01"), max: dayOf("2036-01-01") });
export const recentDate = recentDay.map(isoOf);

/** Periods of one day to some years. */
export const somePeriod = fc
  .tuple(recentDay, fc.integer({ min: 1, max: 1500 }))
  .map(([day, days]) => ({ start: isoOf(day), end: isoOf(day + days) }));

export const seeded = { seed: 20240101 };

/** Freezes all the way down. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
