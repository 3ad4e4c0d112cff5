import fc from "fast-check";
import { findNextOccurrence, isWorkday, lastDayOfMonth, listOccurrences, type Recurrence, type Schedule, weekdayOf } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { china2024, fiveDays, neverOpen } from "./calendars.js";
import { faultOf, frozen, recentDate, seeded, somePeriod } from "./support.js";

const year = frozen({ start: "2024-01-01", end: "2025-01-01" });
const on = (recurrence: Recurrence, more: Partial<Schedule> = {}): Schedule =>
  frozen({ recurrence, from: "2024-01-01", adjust: "none", ...more });
const dates = (schedule: Schedule, range = year): readonly string[] => listOccurrences(schedule, range, china2024).map(({ date }) => date);

describe("patterns", () => {
  test("every so many days, from the first", () => {
    const schedule = on({ kind: "days", every: 10 }, { from: "2024-01-05" });
    expect(dates(schedule, { start: "2024-01-01", end: "2024-02-01" })).toStrictEqual(["2024-01-05", "2024-01-15", "2024-01-25"]);
    expect(dates(schedule, { start: "2024-01-15", end: "2024-01-16" })).toStrictEqual(["2024-01-15"]);
    expect(dates(schedule, { start: "2024-01-16", end: "2024-01-25" })).toStrictEqual([]);
  });

  test("on weekdays of every second week, from the week of the first day", () => {
    const schedule = on({ kind: "weeks", every: 2, weekdays: [5, 1] }, { from: "2024-01-03" }); // a Wednesday: its Monday has passed
    expect(dates(schedule, { start: "2024-01-01", end: "2024-02-03" })).toStrictEqual([
      "2024-01-05",
      "2024-01-15",
      "2024-01-19",
      "2024-01-29",
      "2024-02-02",
    ]);
  });

  test("on a day of the month, or its last where it is shorter", () => {
    expect(dates(on({ kind: "months", every: 1, on: { day: 30 } }), { start: "2024-01-01", end: "2024-05-01" })).toStrictEqual([
      "2024-01-30",
      "2024-02-29",
      "2024-03-30",
      "2024-04-30",
    ]);
    expect(
      dates(on({ kind: "months", every: 2, on: { day: "last" } }, { from: "2023-12-31" }), { start: "2023-12-01", end: "2024-05-01" }),
    ).toStrictEqual(["2023-12-31", "2024-02-29", "2024-04-30"]);
  });

  test("the first month is that of the first day, even when its own day has passed", () => {
    expect(dates(on({ kind: "months", every: 3, on: { day: 10 } }, { from: "2024-01-11" }))).toStrictEqual([
      "2024-04-10",
      "2024-07-10",
      "2024-10-10",
    ]);
  });

  // Thursdays of 2024: five in February, May, August, October
  test("on the n-th weekday of the month, and in no month that has none", () => {
    expect(dates(on({ kind: "months", every: 1, on: { weekday: 4, nth: 5 } }))).toStrictEqual([
      "2024-02-29",
      "2024-05-30",
      "2024-08-29",
      "2024-10-31",
    ]);
    expect(dates(on({ kind: "months", every: 6, on: { weekday: 1, nth: 1 } }))).toStrictEqual(["2024-01-01", "2024-07-01"]);
    expect(dates(on({ kind: "months", every: 6, on: { weekday: 7, nth: "last" } }))).toStrictEqual(["2024-01-28", "2024-07-28"]);
    expect(dates(on({ kind: "months", every: 6, on: { weekday: 3, nth: "last" } }))).toStrictEqual(["2024-01-31", "2024-07-31"]);
  });

  test("in a month of each quarter", () => {
    expect(dates(on({ kind: "quarters", month: 3, on: { day: "last" } }))).toStrictEqual([
      "2024-03-31",
      "2024-06-30",
      "2024-09-30",
      "2024-12-31",
    ]);
    expect(dates(on({ kind: "quarters", month: 1, on: { day: 15 } }, { from: "2024-02-01" }))).toStrictEqual([
      "2024-04-15",
      "2024-07-15",
      "2024-10-15",
    ]);
  });

  test("once a year, on 28 February where there is no 29th", () => {
    const schedule = on({ kind: "years", month: 2, on: { day: 29 } });
    expect(dates(schedule, { start: "2024-01-01", end: "2029-01-01" })).toStrictEqual([
      "2024-02-29",
      "2025-02-28",
      "2026-02-28",
      "2027-02-28",
      "2028-02-29",
    ]);
  });

  test("holds from its first day to the day before until", () => {
    const schedule = on({ kind: "days", every: 1 }, { from: "2024-03-01", until: "2024-03-03" });
    expect(dates(schedule)).toStrictEqual(["2024-03-01", "2024-03-02"]);
    expect(findNextOccurrence(schedule, "2024-03-02")).toBeUndefined();
    expect(findNextOccurrence(schedule, "2023-01-01")?.date).toBe("2024-03-01");
  });
});

describe("moving to workdays", () => {
  const firsts = (adjust: Schedule["adjust"]) => on({ kind: "months", every: 1, on: { day: 1 } }, { adjust });

  test("after, before, or not at all", () => {
    const october = { start: "2024-09-15", end: "2024-10-15" };
    expect(listOccurrences(firsts("none"), october)).toStrictEqual([{ date: "2024-10-01", nominal: "2024-10-01" }]);
    expect(listOccurrences(firsts("next_workday"), october, china2024)).toStrictEqual([{ date: "2024-10-08", nominal: "2024-10-01" }]);
    expect(listOccurrences(firsts("previous_workday"), october, china2024)).toStrictEqual([{ date: "2024-09-30", nominal: "2024-10-01" }]);
  });

  test.each([
    ["2024-10-07", "2024-10-08", []],
    ["2024-10-08", "2024-10-09", ["2024-10-08"]],
    ["2024-10-01", "2024-10-08", []],
  ])("what counts is the day it moved to: from %s to %s are %j", (start, end, expected) => {
    expect(dates(firsts("next_workday"), { start, end })).toStrictEqual(expected);
  });

  test("a day moved back over the end of the range is in it", () => {
    expect(dates(firsts("previous_workday"), { start: "2024-09-30", end: "2024-10-01" })).toStrictEqual(["2024-09-30"]);
    expect(dates(firsts("previous_workday"), { start: "2024-10-01", end: "2024-10-02" })).toStrictEqual([]);
  });

  test("bounds the days that the pattern names, not those they move to", () => {
    // Sundays: 30 June moves to the Friday before or the Monday after, 7 July to 5 or 8 July
    const sundays = (adjust: Schedule["adjust"]) => on({ kind: "days", every: 7 }, { from: "2024-06-30", until: "2024-07-08", adjust });
    expect(dates(sundays("previous_workday"))).toStrictEqual(["2024-06-28", "2024-07-05"]);
    expect(dates(sundays("next_workday"))).toStrictEqual(["2024-07-01", "2024-07-08"]);
  });

  test("several that move to one day are one, named after the first", () => {
    const daily = on({ kind: "days", every: 1 }, { adjust: "next_workday" });
    expect(listOccurrences(daily, { start: "2024-07-05", end: "2024-07-10" }, china2024)).toStrictEqual([
      { date: "2024-07-05", nominal: "2024-07-05" },
      { date: "2024-07-08", nominal: "2024-07-06" },
      { date: "2024-07-09", nominal: "2024-07-09" },
    ]);
    expect(findNextOccurrence(daily, "2024-07-05", china2024)).toStrictEqual({ date: "2024-07-08", nominal: "2024-07-06" });
    expect(findNextOccurrence(daily, "2024-07-08", china2024)).toStrictEqual({ date: "2024-07-09", nominal: "2024-07-09" });
  });

  test("rest days before the schedule began do not count", () => {
    const daily = on({ kind: "days", every: 1 }, { from: "2024-07-07", adjust: "next_workday" });
    expect(findNextOccurrence(daily, "2024-07-07", china2024)).toStrictEqual({ date: "2024-07-08", nominal: "2024-07-07" });
  });

  test("needs a calendar, with workdays", () => {
    expect(faultOf(() => listOccurrences(firsts("next_workday"), year))).toMatchObject({ code: "kernel.missing", path: "calendar" });
    expect(faultOf(() => findNextOccurrence(firsts("previous_workday"), "2024-01-01"))).toMatchObject({
      code: "kernel.missing",
      path: "calendar",
    });
    expect(faultOf(() => listOccurrences(firsts("next_workday"), year, neverOpen)).code).toBe("kernel.no_workday");
    expect(faultOf(() => listOccurrences(firsts("previous_workday"), year, neverOpen)).code).toBe("kernel.no_workday");
  });
});

describe("bounds", () => {
  test("10,000 occurrences are listed, 10,001 are refused", () => {
    const daily = on({ kind: "days", every: 1 }, { from: "2000-01-01" });
    expect(listOccurrences(daily, { start: "2000-01-01", end: "2027-05-19" })).toHaveLength(10_000);
    expect(faultOf(() => listOccurrences(daily, { start: "2000-01-01", end: "2027-05-20" })).code).toBe("kernel.range_too_long");
  });

  test("the calendar of dates ends without a fault", () => {
    expect(findNextOccurrence(on({ kind: "days", every: 1 }), "9999-12-30")?.date).toBe("9999-12-31");
    for (const recurrence of [
      { kind: "days", every: 1 },
      { kind: "weeks", every: 1, weekdays: [1, 6] },
      { kind: "months", every: 1, on: { day: "last" } },
    ] as const) {
      expect(findNextOccurrence(on(recurrence), "9999-12-31")).toBeUndefined();
    }
    expect(findNextOccurrence(on({ kind: "weeks", every: 1, weekdays: [6] }), "9999-12-26")).toBeUndefined();
    // the last day is a Friday
    expect(findNextOccurrence(on({ kind: "weeks", every: 1, weekdays: [5] }), "9999-12-24")?.date).toBe("9999-12-31");
    expect(findNextOccurrence(on({ kind: "months", every: 1, on: { day: "last" } }), "9999-12-01")?.date).toBe("9999-12-31");
  });

  test("a rare day is found", () => {
    // 29 February was a Thursday in 2024; the next fifth Thursday of a February is in 2052
    const schedule = on({ kind: "years", month: 2, on: { weekday: 4, nth: 5 } });
    expect(findNextOccurrence(schedule, "2024-02-29")?.date).toBe("2052-02-29");
  });

  test("malformed input is named", () => {
    expect(faultOf(() => findNextOccurrence(on({ kind: "days", every: 1 }), "now"))).toMatchObject({
      code: "kernel.not_a_date",
      path: "after",
    });
    expect(faultOf(() => listOccurrences({} as never, year))).toMatchObject({ code: "kernel.not_a_record", path: "schedule.recurrence" });
  });
});

const every = (most: number) => fc.integer({ min: 1, max: most });
const weekday = fc.constantFrom(1, 2, 3, 4, 5, 6, 7);
const dayInMonth = fc.oneof(
  fc.record({ day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant("last" as const)) }),
  fc.record({ weekday, nth: fc.constantFrom(1, 2, 3, 4, 5, "last") }),
);
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ kind: fc.constant("days" as const), every: every(60) }),
  fc.record({ kind: fc.constant("weeks" as const), every: every(8), weekdays: fc.uniqueArray(weekday, { minLength: 1 }) }),
  fc.record({ kind: fc.constant("months" as const), every: every(18), on: dayInMonth }),
  fc.record({ kind: fc.constant("quarters" as const), month: fc.constantFrom(1, 2, 3), on: dayInMonth }),
  fc.record({ kind: fc.constant("years" as const), month: fc.integer({ min: 1, max: 12 }), on: dayInMonth }),
) as fc.Arbitrary<Recurrence>;
const adjust = fc.constantFrom("none", "next_workday", "previous_workday");

test("stepping with findNextOccurrence walks the list, wherever it starts", () => {
  fc.assert(
    fc.property(recurrence, recentDate, adjust, somePeriod, (pattern, from, moved, range) => {
      const schedule: Schedule = { recurrence: pattern, from, adjust: moved };
      const listed = listOccurrences(schedule, range, china2024);
      const walked: unknown[] = [];
      const before = "0001-01-01";
      let at = findNextOccurrence(schedule, before, china2024);
      while (at !== undefined && at.date < range.end && walked.length < 2000) {
        if (at.date >= range.start) walked.push(at);
        at = findNextOccurrence(schedule, at.date, china2024);
      }
      fc.pre(walked.length < 2000);
      expect(listed).toStrictEqual(walked);
      expect(JSON.parse(JSON.stringify(listed))).toStrictEqual(listed);
    }),
    { ...seeded, numRuns: 25 },
  );
});

test("every occurrence lies in the range, fits its pattern, and moved the right way to a workday", () => {
  fc.assert(
    fc.property(recurrence, recentDate, adjust, somePeriod, (pattern, from, moved, range) => {
      const calendar = { ...china2024, week: fiveDays };
      let previous = "";
      for (const { date, nominal } of listOccurrences({ recurrence: pattern, from, adjust: moved }, range, calendar)) {
        expect(date > previous && date >= range.start && date < range.end && nominal >= from).toBe(true);
        previous = date;
        if (moved === "none") expect(date).toBe(nominal);
        else expect(isWorkday(date, calendar) && (moved === "next_workday" ? date >= nominal : date <= nominal)).toBe(true);
        if (pattern.kind === "weeks") expect(pattern.weekdays).toContain(weekdayOf(nominal));
        if ("on" in pattern && "day" in pattern.on) {
          const wanted = pattern.on.day === "last" ? "31" : String(pattern.on.day).padStart(2, "0");
          const last = lastDayOfMonth(nominal).slice(8);
          expect(nominal.slice(8)).toBe(wanted < last ? wanted : last);
        }
        if ("on" in pattern && "nth" in pattern.on) {
          expect(weekdayOf(nominal)).toBe(pattern.on.weekday);
          if (pattern.on.nth !== "last") expect(Math.ceil(Number(nominal.slice(8)) / 7)).toBe(pattern.on.nth);
          else expect(Number(lastDayOfMonth(nominal).slice(8)) - Number(nominal.slice(8))).toBeLessThan(7);
        }
      }
    }),
    { ...seeded, numRuns: 60 },
  );
});
