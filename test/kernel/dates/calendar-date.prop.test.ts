import fc from "fast-check";
import { addDays, addMonths, compareDates, daysBetween, isDate, lastDayOfMonth } from "qudao/kernel";
import { expect, test } from "vitest";
import { dateOfDayNumber, dayNumber } from "../../../src/kernel/calendar-date.js";
import { dayOf, isoOf, seeded, someDate } from "./support.js";

test("every day of the calendar reads back, and agrees with the platform's calendar", () => {
  let wrong = 0;
  for (let day = -719_162; day <= 2_932_896; day += 1 + (Math.abs(day) % 3)) {
    const date = dateOfDayNumber(day);
    if (dayNumber(date) !== day) wrong++;
    if (day % 7 === 0 && isoOf(day) !== date) wrong++;
  }
  expect(wrong).toBe(0);
});

test("a text of digits is a date exactly where the platform's calendar has the day", () => {
  const part = (least: number, most: number, width: number) =>
    fc.integer({ min: least, max: most }).map((n) => String(n).padStart(width, "0"));
  fc.assert(
    fc.property(part(1, 9999, 4), part(0, 14, 2), part(0, 33, 2), (year, month, day) => {
      const text = `${year}-${month}-${day}`;
      const known = dayOf(text);
      expect(isDate(text)).toBe(!Number.isNaN(known) && isoOf(known) === text);
    }),
    seeded,
  );
});

test("adding days is undone by taking them away, and counted by daysBetween", () => {
  fc.assert(
    fc.property(someDate, fc.integer({ min: -70_000, max: 70_000 }), (date, days) => {
      const later = addDays(date, days);
      expect(addDays(later, -days)).toBe(date);
      expect(daysBetween(date, later)).toBe(days);
      expect(compareDates(later, date)).toBe(Math.sign(days));
    }),
    seeded,
  );
});

test("adding months reaches the month asked for, on the same day or on its last", () => {
  fc.assert(
    fc.property(someDate, fc.integer({ min: -2400, max: 2400 }), (date, months) => {
      const later = addMonths(date, months);
      const [year, month] = date.split("-").map(Number) as [number, number];
      const [laterYear, laterMonth] = later.split("-").map(Number) as [number, number];
      expect(laterYear * 12 + laterMonth).toBe(year * 12 + month + months);
      expect(later.slice(8) === date.slice(8) || (later === lastDayOfMonth(later) && later.slice(8) < date.slice(8))).toBe(true);
    }),
    seeded,
  );
});
