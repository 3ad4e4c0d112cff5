import { addDays, addMonths, daysBetween, isDate, lastDayOfMonth, parseDate } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { dateOfDayNumber, dayNumber } from "../../../src/kernel/calendar-date.js";
import { faultOf } from "./support.js";

describe("parseDate()", () => {
  test.each([
    ["0001-01-01", "the first day"],
    ["9999-12-31", "the last day"],
    ["2024-02-29", "a leap day"],
    ["2000-02-29", "a leap day of a year divisible by 400"],
    ["2023-02-28", "the last of February in a common year"],
    ["2024-04-30", "the last of a short month"],
  ])("reads %s: %s", (date) => {
    expect(parseDate(date)).toBe(date);
    expect(isDate(date)).toBe(true);
  });

  test.each<[unknown, string]>([
    ["0000-12-31", "the day before the first"],
    ["10000-01-01", "the day after the last"],
    ["2023-02-29", "a common year"],
    ["1900-02-29", "a century that is no leap year"],
    ["2024-02-30", "one day too many"],
    ["2024-04-31", "the 31st of a short month"],
    ["2024-00-10", "no month 0"],
    ["2024-13-10", "no month 13"],
    ["2024-01-00", "no day 0"],
    ["2024-01-32", "no day 32"],
    ["2024-1-5", "missing zeros"],
    ["24-01-05", "a short year"],
    ["2024/01/05", "slashes"],
    ["20240105", "no hyphens"],
    ["2024-01-05T00:00:00Z", "a time"],
    ["2024-01-05 ", "a blank"],
    [" 2024-01-0", "a blank in front"],
    ["2024-01-0x", "a letter"],
    ["+024-01-05", "a sign"],
    ["２０２４-01-05", "full-width digits"],
    ["", "nothing"],
    [20240105, "a number"],
    [new Date(0), "a date object"],
    [null, "null"],
    [undefined, "undefined"],
    [["2024-01-05"], "a list"],
  ])("refuses %j: %s", (value) => {
    expect(isDate(value)).toBe(false);
    expect(faultOf(() => parseDate(value, "facts.asOf"))).toMatchObject({ code: "kernel.not_a_date", path: "facts.asOf" });
  });

  test("refuses an endless text at once and repeats little of it", () => {
    const fault = faultOf(() => parseDate("2024-01-05".repeat(1_000_000)));
    expect(String(fault.params["got"]).length).toBeLessThan(80);
  });
});

describe("addDays()", () => {
  test.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2024-03-01", -1, "2024-02-29"],
    ["2024-12-31", 1, "2025-01-01"],
    ["2024-01-01", 366, "2025-01-01"],
    ["2024-01-01", 0, "2024-01-01"],
    ["9999-12-30", 1, "9999-12-31"],
    ["0001-01-02", -1, "0001-01-01"],
    ["2011-12-29", 1, "2011-12-30"], // a day that Samoa's clocks never showed
  ])("%s and %i days is %s", (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  test.each([
    ["9999-12-31", 1, "9999-12-31 + 1 d"],
    ["9999-12-30", 3, "9999-12-31 + 2 d"],
    ["0001-01-01", -1, "0001-01-01 - 1 d"],
    ["2024-01-01", 1e15, "9999-12-31 + 999999997086827 d"],
  ])("does not leave the calendar: %s and %d days", (date, days, got) => {
    expect(faultOf(() => addDays(date, days))).toMatchObject({ code: "kernel.date_out_of_range", path: "days", params: { got } });
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, "1" as never])("refuses %s days", (days) => {
    expect(faultOf(() => addDays("2024-01-01", days))).toMatchObject({ code: "kernel.not_a_count", path: "days" });
  });
});

describe("addMonths()", () => {
  test.each([
    ["2024-01-30", 1, "2024-02-29", "one past the last day of February"],
    ["2024-01-29", 1, "2024-02-29", "on the last day of February"],
    ["2024-01-28", 1, "2024-02-28", "before the last day of February"],
    ["2024-01-31", 1, "2024-02-29", "the month end stands in"],
    ["2023-01-31", 1, "2023-02-28", "in a common year"],
    ["2024-02-29", 1, "2024-03-29", "the day is kept, not the month end"],
    ["2024-02-29", 12, "2025-02-28", "a leap day after a year"],
    ["2024-02-29", 48, "2028-02-29", "a leap day after four"],
    ["2024-03-31", -1, "2024-02-29", "backwards"],
    ["2024-10-31", 4, "2025-02-28", "over the year end"],
    ["2024-05-15", 0, "2024-05-15", "no month"],
    ["9999-11-30", 1, "9999-12-30", "the last month"],
    ["0001-02-01", -1, "0001-01-01", "the first month"],
    ["0099-12-31", 2, "0100-02-28", "years of two digits are not taken for the 1900s"],
  ])("%s and %i months is %s: %s", (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test.each([
    ["9999-12-01", 1, "kernel.date_out_of_range"],
    ["0001-01-31", -1, "kernel.date_out_of_range"],
    ["2024-01-01", 119_989, "kernel.not_a_count"],
    ["2024-01-01", 1.5, "kernel.not_a_count"],
    ["2024-13-01", 1, "kernel.not_a_date"],
  ])("%s and %d months is a fault", (date, months, code) => {
    expect(faultOf(() => addMonths(date, months)).code).toBe(code);
  });
});

test("daysBetween() counts nights, with a sign", () => {
  expect(daysBetween("2024-01-01", "2025-01-01")).toBe(366);
  expect(daysBetween("2024-01-01", "2024-01-01")).toBe(0);
  expect(daysBetween("2024-01-02", "2024-01-01")).toBe(-1);
  expect(daysBetween("0001-01-01", "9999-12-31")).toBe(3_652_058);
  expect(faultOf(() => daysBetween("2024-01-01", "soon"))).toMatchObject({ code: "kernel.not_a_date", path: "to" });
});

test.each([
  ["2024-02-01", "2024-02-29"],
  ["2023-02-28", "2023-02-28"],
  ["1900-02-10", "1900-02-28"],
  ["2024-04-30", "2024-04-30"],
  ["9999-12-01", "9999-12-31"],
])("the month of %s ends on %s", (date, expected) => {
  expect(lastDayOfMonth(date)).toBe(expected);
});

test("day numbers count from 1970", () => {
  expect(dayNumber("1970-01-01")).toBe(0);
  expect(dayNumber("1969-12-31")).toBe(-1);
  expect(dayNumber("0001-01-01")).toBe(-719_162);
  expect(dateOfDayNumber(2_932_896)).toBe("9999-12-31");
  for (const day of [2_932_897, -719_163, Number.NaN]) expect(faultOf(() => dateOfDayNumber(day)).code).toBe("kernel.date_out_of_range");
});
