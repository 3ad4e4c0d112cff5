import fc from "fast-check";
import { addMonths, fullMonthsBetween, fullYearsBetween } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultOf, recentDate, seeded } from "./support.js";

describe("fullMonthsBetween() and fullYearsBetween()", () => {
  test.each([
    ["2024-01-15", "2024-02-14", 0, 0, "one day short of a month"],
    ["2024-01-15", "2024-02-15", 1, 0, "on the month"],
    ["2024-01-15", "2024-02-16", 1, 0, "one day past the month"],
    ["2024-01-31", "2024-02-28", 0, 0, "one day short, month end"],
    ["2024-01-31", "2024-02-29", 1, 0, "the month end completes it"],
    ["2021-06-01", "2024-05-31", 35, 2, "one day short of three years"],
    ["2021-06-01", "2024-06-01", 36, 3, "on three years"],
    ["2020-02-29", "2021-02-27", 11, 0, "a leap day, one day short of a year"],
    ["2020-02-29", "2021-02-28", 12, 1, "a leap day is a year old on the 28th"],
    ["2020-02-29", "2024-02-28", 47, 3, "in a leap year the 28th is one day short of it"],
    ["2020-02-29", "2024-02-29", 48, 4, "and the 29th is on it"],
    ["2024-06-01", "2021-06-01", -36, -3, "backwards"],
    ["2024-06-01", "2021-06-02", -35, -2, "backwards, towards zero"],
    ["2024-06-01", "2024-06-01", 0, 0, "the same day"],
    ["2024-06-02", "2024-06-01", 0, 0, "backwards by a day is no negative zero"],
  ])("from %s to %s: %i months, %i years: %s", (from, to, months, years) => {
    expect(fullMonthsBetween(from, to)).toBe(months);
    expect(fullYearsBetween(from, to)).toBe(years);
  });
});

test("malformed dates are named", () => {
  expect(faultOf(() => fullMonthsBetween("2024-01-01", "2024-02-30"))).toMatchObject({ code: "kernel.not_a_date", path: "to" });
  expect(faultOf(() => fullYearsBetween("never", "2024-02-01"))).toMatchObject({ code: "kernel.not_a_date", path: "from" });
});

test("full months are the most that fit between two dates", () => {
  fc.assert(
    fc.property(recentDate, recentDate, (a, b) => {
      const [from, to] = a <= b ? [a, b] : [b, a];
      const months = fullMonthsBetween(from, to);
      expect(addMonths(from, months) <= to).toBe(true);
      expect(addMonths(from, months + 1) > to).toBe(true);
      expect(fullMonthsBetween(to, from) + months).toBe(0);
    }),
    seeded,
  );
});

test("full years are full months by the dozen", () => {
  fc.assert(
    fc.property(recentDate, recentDate, (from, to) => {
      expect(fullYearsBetween(from, to)).toBe(Math.trunc(fullMonthsBetween(from, to) / 12) + 0);
    }),
    seeded,
  );
});
