import fc from "fast-check";
import {
  addDays,
  addWorkdays,
  countHalfDays,
  countWorkdays,
  type DayHalf,
  isWorkday,
  kernelMessages,
  nextWorkday,
  previousWorkday,
  renderMessage,
  type WorkCalendar,
  weekdayOf,
  workedParts,
} from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { china2024, fiveDays, neverOpen } from "./calendars.js";
import { faultOf, frozen, recentDate, seeded } from "./support.js";

const plain: WorkCalendar = { week: fiveDays, days: [] };

test.each([
  ["2024-02-03", false, "a Saturday"],
  ["2024-02-04", true, "a Sunday worked in exchange"],
  ["2024-02-09", true, "half a day is a workday"],
  ["2024-02-10", false, "the first day of the holiday"],
  ["2024-02-17", false, "its last day"],
  ["2024-02-18", true, "the Sunday after, worked in exchange"],
  ["2024-02-19", true, "a Monday"],
  ["2025-10-01", true, "a holiday that the calendar does not list is a weekday"],
])("%s is a workday: %s, %s", (date, expected) => {
  expect(isWorkday(date, china2024)).toBe(expected);
});

test.each([
  ["2024-09-30", "2024-09-30", "2024-09-30"],
  ["2024-10-01", "2024-10-08", "2024-09-30"],
  ["2024-10-07", "2024-10-08", "2024-09-30"],
  ["2024-10-08", "2024-10-08", "2024-10-08"],
  ["2024-10-13", "2024-10-14", "2024-10-12"],
])("from %s the next workday is %s, the previous %s", (date, next, previous) => {
  expect(nextWorkday(date, china2024)).toBe(next);
  expect(previousWorkday(date, china2024)).toBe(previous);
});

describe("addWorkdays()", () => {
  test.each([
    ["2024-06-28", 0, "2024-06-28", "none from a Friday"],
    ["2024-06-28", 1, "2024-07-01", "over the weekend"],
    ["2024-06-29", 0, "2024-06-29", "none from a Saturday stays there"],
    ["2024-06-29", 1, "2024-07-01", "one from a Saturday"],
    ["2024-06-28", 5, "2024-07-05", "a week"],
    ["2024-07-01", -1, "2024-06-28", "back over the weekend"],
    ["2024-09-28", 2, "2024-09-30", "a Sunday worked in exchange"],
    ["2024-09-28", 3, "2024-10-08", "over the National Day week"],
    ["2024-10-08", -3, "2024-09-27", "back over it"],
  ])("%s and %i workdays is %s: %s", (date, workdays, expected) => {
    expect(addWorkdays(date, workdays, china2024)).toBe(expected);
  });

  test("a calendar without workdays ends in a fault, soon", () => {
    expect(faultOf(() => addWorkdays("2024-01-01", 100_000, neverOpen))).toMatchObject({
      code: "kernel.no_workday",
      params: { days: 366 },
    });
    expect(faultOf(() => nextWorkday("2024-01-01", neverOpen)).code).toBe("kernel.no_workday");
    expect(faultOf(() => previousWorkday("2024-01-01", neverOpen)).code).toBe("kernel.no_workday");
    expect(addWorkdays("2024-01-01", 0, neverOpen)).toBe("2024-01-01");
  });

  test.each([
    [366, "2025-01-01"],
    [367, "kernel.no_workday"],
  ])("a workday %i days away is %s", (away, expected) => {
    const once: WorkCalendar = {
      ...neverOpen,
      days: [{ date: addDays("2024-01-01", away), works: "afternoon", titles: { en: "Once", zh: "一次" } }],
    };
    const call = () => nextWorkday("2024-01-01", once);
    expect(expected.startsWith("kernel") ? faultOf(call).code : call()).toBe(expected);
  });

  test("the calendar of dates ends", () => {
    expect(addWorkdays("9999-12-30", 1, plain)).toBe("9999-12-31");
    expect(faultOf(() => addWorkdays("9999-12-31", 1, plain)).code).toBe("kernel.date_out_of_range");
    expect(faultOf(() => addWorkdays("0001-01-01", -1, plain)).code).toBe("kernel.date_out_of_range");
  });

  test.each([100_001, -100_001, 0.5, Number.NaN])("refuses %d workdays", (workdays) => {
    expect(faultOf(() => addWorkdays("2024-01-01", workdays, plain))).toMatchObject({ code: "kernel.not_a_count", path: "workdays" });
  });
});

describe("countWorkdays()", () => {
  test.each([
    ["2024-10-01", "2024-11-01", { halfDays: 38, days: "19" }, "October 2024: 23 weekdays, 5 of them holidays, one Saturday worked"],
    ["2024-02-05", "2024-02-10", { halfDays: 9, days: "4.5" }, "the week before the festival, its Friday till noon"],
    ["2024-02-10", "2024-02-18", { halfDays: 0, days: "0" }, "the festival"],
    ["2024-02-09", "2024-02-10", { halfDays: 1, days: "0.5" }, "New Year's Eve"],
  ])("from %s to %s are %j: %s", (start, end, expected) => {
    expect(countWorkdays({ start, end }, china2024)).toStrictEqual(expected);
  });
});

describe("countHalfDays()", () => {
  const span = (from: string, fromHalf: DayHalf, to: string, toHalf: DayHalf) => ({
    from: { date: from, half: fromHalf },
    to: { date: to, half: toHalf },
  });

  test.each([
    [span("2024-07-01", "morning", "2024-07-01", "afternoon"), 2, "1", "a whole day"],
    [span("2024-07-01", "morning", "2024-07-01", "morning"), 1, "0.5", "a morning"],
    [span("2024-07-01", "afternoon", "2024-07-01", "afternoon"), 1, "0.5", "an afternoon"],
    [span("2024-07-01", "afternoon", "2024-07-02", "morning"), 2, "1", "an afternoon and a morning"],
    [span("2024-06-28", "afternoon", "2024-07-01", "morning"), 2, "1", "over a weekend"],
    [span("2024-07-06", "morning", "2024-07-07", "afternoon"), 0, "0", "a weekend costs nothing"],
    [span("2024-02-09", "afternoon", "2024-02-18", "morning"), 1, "0.5", "from a free afternoon over the festival to a make-up morning"],
    [span("2024-02-08", "afternoon", "2024-02-09", "afternoon"), 2, "1", "a day that ends at noon has one half"],
  ])("%j is %i half-days, %s days: %s", (asked, halfDays, days) => {
    expect(countHalfDays(asked, china2024)).toStrictEqual({ halfDays, days });
  });

  test.each([
    [span("2024-07-01", "afternoon", "2024-07-01", "morning"), "kernel.not_a_span", "span"],
    [span("2024-07-02", "morning", "2024-07-01", "afternoon"), "kernel.not_a_span", "span"],
    [span("2024-07-02", "noon" as never, "2024-07-03", "morning"), "kernel.not_a_choice", "span.from.half"],
    [span("2024-07-02", "morning", "2024-7-3", "morning"), "kernel.not_a_date", "span.to.date"],
    [{ from: { date: "2024-07-02", half: "morning" as const } } as never, "kernel.not_a_record", "span.to"],
  ])("refuses %j with %s at %s", (asked, code, path) => {
    expect(faultOf(() => countHalfDays(asked, plain))).toMatchObject({ code, path });
  });

  test("says which way round the halves are", () => {
    const { code, params } = faultOf(() => countHalfDays(span("2024-07-01", "afternoon", "2024-07-01", "morning"), plain));
    expect(renderMessage({ code, params }, "zh", kernelMessages)).toBe("无法从 2024-07-01 下午计至 2024-07-01 上午：末个半天早于首个半天");
  });
});

const part = fc.constantFrom(...workedParts);
const calendar: fc.Arbitrary<WorkCalendar> = fc.record({
  week: fc.record({
    monday: fc.constantFrom("full" as const, "morning" as const),
    tuesday: part,
    wednesday: part,
    thursday: part,
    friday: part,
    saturday: part,
    sunday: part,
  }),
  days: fc.uniqueArray(fc.record({ date: recentDate, works: part, titles: fc.constant({ en: "Special", zh: "特殊" }) }), {
    selector: ({ date }) => date,
    maxLength: 20,
  }),
});

test("counting workdays forward and back comes home, and counts what it stepped over", () => {
  fc.assert(
    fc.property(calendar.map(frozen), recentDate, fc.integer({ min: 1, max: 300 }), (works, date, workdays) => {
      const start = nextWorkday(date, works);
      const end = addWorkdays(start, workdays, works);
      expect(isWorkday(end, works)).toBe(true);
      expect(addWorkdays(end, -workdays, works)).toBe(start);
      let stepped = 0;
      for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) if (isWorkday(day, works)) stepped++;
      expect(stepped).toBe(workdays);
    }),
    { ...seeded, numRuns: 30 },
  );
});

test("leave taken in two pieces costs what it costs in one, and whole days agree with the period", () => {
  fc.assert(
    fc.property(calendar, recentDate, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 59 }), (works, date, days, cutAt) => {
      const last = addDays(date, days);
      const cut = addDays(date, cutAt % days);
      const cost = (from: string, fromHalf: DayHalf, to: string, toHalf: DayHalf) =>
        countHalfDays({ from: { date: from, half: fromHalf }, to: { date: to, half: toHalf } }, works).halfDays;
      const whole = cost(date, "morning", last, "afternoon");
      expect(cost(date, "morning", cut, "morning") + cost(cut, "afternoon", last, "afternoon")).toBe(whole);
      expect(countWorkdays({ start: date, end: addDays(last, 1) }, works).halfDays).toBe(whole);
    }),
    seeded,
  );
});

test("without special days every week has five workdays, wherever it starts", () => {
  fc.assert(
    fc.property(recentDate, (date) => {
      expect(countWorkdays({ start: date, end: addDays(date, 7) }, plain)).toStrictEqual({ halfDays: 10, days: "5" });
      expect(isWorkday(date, plain)).toBe(weekdayOf(date) <= 5);
    }),
    seeded,
  );
});
