import { findPeriods, listPeriods, type NamedPeriod, type PeriodRule, samePeriodYearBefore } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultOf, frozen } from "./support.js";

const year2024 = frozen({ start: "2024-01-01", end: "2025-01-01" });
const calendar = (unit: "week" | "month" | "quarter" | "half_year" | "year"): PeriodRule => ({ kind: "calendar", unit });
const ids = (periods: readonly NamedPeriod[]): readonly string[] => periods.map(({ id }) => id);
const brief = (periods: readonly NamedPeriod[]): readonly string[] => periods.map(({ id, start, end }) => `${id} ${start} ${end}`);

/** The only period that holds a day. */
function findOne(rule: PeriodRule, date: string): NamedPeriod {
  const [period, ...others] = findPeriods(rule, date);
  if (period === undefined || others.length > 0) throw new Error(`${date} is in ${others.length} periods more than one`);
  return period;
}

// The National Retail Federation's 4-5-4 calendar: fiscal 2022 starts on 30 January 2022, fiscal 2023 has 53 weeks.
const retail: PeriodRule = frozen({
  kind: "four_four_five",
  unit: "month",
  pattern: "4-5-4",
  starts: "2022-01-30",
  years: [
    { id: "FY2022", weeks: 52 },
    { id: "FY2023", weeks: 53 },
    { id: "FY2024", weeks: 52 },
  ],
});

const seasons: PeriodRule = frozen({
  kind: "custom",
  periods: [
    { id: "spring-2023", start: "2023-02-01", end: "2023-05-01" },
    { id: "summer-2023", start: "2023-05-01", end: "2023-09-01" },
    { id: "spring-2024", start: "2024-02-01", end: "2024-05-01", priorId: "spring-2023", titles: { en: "Spring 2024", zh: "2024年春季" } },
  ],
});

describe("calendar periods", () => {
  test("are named in both languages", () => {
    const at = (unit: Parameters<typeof calendar>[0], date: string) => findOne(calendar(unit), date);
    expect(at("year", "2013-05-05")).toStrictEqual({
      start: "2013-01-01",
      end: "2014-01-01",
      id: "2013",
      titles: { en: "2013", zh: "2013年" },
    });
    expect(at("half_year", "2013-05-05").titles).toStrictEqual({ en: "2013 H1", zh: "2013年上半年" });
    expect(at("half_year", "2013-07-01").titles).toStrictEqual({ en: "2013 H2", zh: "2013年下半年" });
    expect(at("quarter", "2013-03-31")).toStrictEqual({
      start: "2013-01-01",
      end: "2013-04-01",
      id: "2013-Q1",
      titles: { en: "2013 Q1", zh: "2013年第1季度" },
    });
    expect(at("month", "2013-01-31").titles).toStrictEqual({ en: "2013-01", zh: "2013年1月" });
    expect(at("week", "2013-01-31").titles).toStrictEqual({ en: "2013 W05", zh: "2013年第5周" });
  });

  test("cover a year", () => {
    expect(ids(listPeriods(calendar("year"), year2024))).toStrictEqual(["2024"]);
    expect(ids(listPeriods(calendar("half_year"), year2024))).toStrictEqual(["2024-H1", "2024-H2"]);
    expect(ids(listPeriods(calendar("quarter"), year2024))).toStrictEqual(["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]);
    expect(listPeriods(calendar("month"), year2024)).toHaveLength(12);
  });

  test.each([
    ["2023-12-31", "2024-01-01", ["2023-Q4"], "the day before"],
    ["2023-12-31", "2024-01-02", ["2023-Q4", "2024-Q1"], "over the border"],
    ["2024-01-01", "2024-01-02", ["2024-Q1"], "the first day"],
    ["2024-03-31", "2024-04-01", ["2024-Q1"], "the last day"],
    ["2024-03-31", "2024-04-02", ["2024-Q1", "2024-Q2"], "the last day and the next"],
  ])("from %s to %s are %j: %s", (start, end, expected) => {
    expect(ids(listPeriods(calendar("quarter"), { start, end }))).toStrictEqual(expected);
  });

  // ISO 8601: week 1 holds the first Thursday; 2020 and 2026 have 53 weeks.
  test.each([
    ["2005-01-01", "2004-W53"],
    ["2007-01-01", "2007-W01"],
    ["2008-12-28", "2008-W52"],
    ["2008-12-29", "2009-W01"],
    ["2010-01-03", "2009-W53"],
    ["2020-12-31", "2020-W53"],
    ["2021-01-03", "2020-W53"],
    ["2021-01-04", "2021-W01"],
    ["2027-01-01", "2026-W53"],
    ["0001-01-01", "0001-W01"],
  ])("%s is in week %s", (date, id) => {
    expect(findOne(calendar("week"), date).id).toBe(id);
  });

  test("end with the calendar itself", () => {
    expect(findOne(calendar("month"), "9999-11-30").id).toBe("9999-11");
    expect(faultOf(() => findPeriods(calendar("month"), "9999-12-01")).code).toBe("kernel.date_out_of_range");
  });
});

describe("fiscal periods", () => {
  const fiscal = (
    label: "start_year" | "end_year",
    yearStarts = "04-01",
    unit: "month" | "quarter" | "half_year" | "year" = "quarter",
  ): PeriodRule => ({
    kind: "fiscal",
    unit,
    yearStarts,
    label,
  });

  test.each([
    ["2014-03-31", "FY2013-Q4", "FY2014-Q4"],
    ["2014-04-01", "FY2014-Q1", "FY2015-Q1"],
    ["2014-04-02", "FY2014-Q1", "FY2015-Q1"],
  ])("%s is in %s by the start year, in %s by the end year", (date, byStart, byEnd) => {
    expect(findOne(fiscal("start_year"), date).id).toBe(byStart);
    expect(findOne(fiscal("end_year"), date).id).toBe(byEnd);
  });

  test("a fiscal year from January carries its own year either way", () => {
    expect(findOne(fiscal("start_year", "01-01"), "2014-01-01").id).toBe("FY2014-Q1");
    expect(findOne(fiscal("end_year", "01-01"), "2014-12-31").id).toBe("FY2014-Q4");
  });

  test("a year that starts inside a month has months from that day", () => {
    expect(brief(listPeriods(fiscal("start_year", "02-28", "month"), { start: "2024-02-27", end: "2024-03-01" }))).toStrictEqual([
      "FY2023-M12 2024-01-28 2024-02-28",
      "FY2024-M01 2024-02-28 2024-03-28",
    ]);
  });

  test("are named in both languages", () => {
    expect(findOne(fiscal("start_year"), "2013-04-01").titles).toStrictEqual({ en: "FY2013 Q1", zh: "2013财年第1季度" });
    expect(findOne(fiscal("start_year", "04-01", "month"), "2013-04-01").titles).toStrictEqual({ en: "FY2013 M01", zh: "2013财年第1个月" });
    expect(findOne(fiscal("start_year", "04-01", "half_year"), "2014-03-31").titles).toStrictEqual({
      en: "FY2013 H2",
      zh: "2013财年下半年",
    });
    expect(brief(findPeriods(fiscal("end_year", "07-01", "year"), "2024-06-30"))).toStrictEqual(["FY2024 2023-07-01 2024-07-01"]);
  });
});

describe("4-4-5 periods", () => {
  test("follow the published calendar, with the 53rd week in the last month", () => {
    expect(brief(listPeriods(retail, { start: "2023-01-29", end: "2024-02-05" }))).toStrictEqual([
      "FY2023-M01 2023-01-29 2023-02-26",
      "FY2023-M02 2023-02-26 2023-04-02",
      "FY2023-M03 2023-04-02 2023-04-30",
      "FY2023-M04 2023-04-30 2023-05-28",
      "FY2023-M05 2023-05-28 2023-07-02",
      "FY2023-M06 2023-07-02 2023-07-30",
      "FY2023-M07 2023-07-30 2023-08-27",
      "FY2023-M08 2023-08-27 2023-10-01",
      "FY2023-M09 2023-10-01 2023-10-29",
      "FY2023-M10 2023-10-29 2023-11-26",
      "FY2023-M11 2023-11-26 2023-12-31",
      "FY2023-M12 2023-12-31 2024-02-04",
      "FY2024-M01 2024-02-04 2024-03-03",
    ]);
  });

  test("add up to quarters and years", () => {
    expect(brief(findPeriods({ ...retail, unit: "quarter" } as PeriodRule, "2024-01-01"))).toStrictEqual([
      "FY2023-Q4 2023-10-29 2024-02-04",
    ]);
    expect(brief(findPeriods({ ...retail, unit: "year" } as PeriodRule, "2024-01-01"))).toStrictEqual(["FY2023 2023-01-29 2024-02-04"]);
  });

  test.each([
    ["4-4-5", [28, 28, 35]],
    ["4-5-4", [28, 35, 28]],
    ["5-4-4", [35, 28, 28]],
  ] as const)("%s has months of %j days", (pattern, days) => {
    const lengths = listPeriods({ ...retail, pattern } as PeriodRule, { start: "2022-01-30", end: "2022-05-01" });
    expect(lengths.map(({ start, end }) => (Date.parse(end) - Date.parse(start)) / 86_400_000)).toStrictEqual(days);
  });

  test("years that are not listed have none", () => {
    expect(findPeriods(retail, "2022-01-29")).toStrictEqual([]);
    expect(findPeriods(retail, "2025-02-01").map(({ id }) => id)).toStrictEqual(["FY2024-M12"]);
    expect(findPeriods(retail, "2025-02-02")).toStrictEqual([]);
  });
});

test("periods of some weeks run both ways from the anchor", () => {
  const rule: PeriodRule = { kind: "every_weeks", weeks: 2, anchor: "2024-01-01" };
  expect(brief(listPeriods(rule, { start: "2023-12-31", end: "2024-01-16" }))).toStrictEqual([
    "2023-12-18-P2W 2023-12-18 2024-01-01",
    "2024-01-01-P2W 2024-01-01 2024-01-15",
    "2024-01-15-P2W 2024-01-15 2024-01-29",
  ]);
  expect(findOne(rule, "2024-01-01").titles).toStrictEqual({ en: "2 weeks from 2024-01-01", zh: "2024-01-01起2周" });
  expect(findOne({ ...rule, weeks: 1 }, "2024-01-01").titles.en).toBe("1 week from 2024-01-01");
});

test("periods of some months run both ways from the anchor, each counted from it", () => {
  const rule: PeriodRule = { kind: "every_months", months: 1, anchor: "2024-01-31" };
  expect(brief(listPeriods(rule, { start: "2023-12-30", end: "2024-04-01" }))).toStrictEqual([
    "2023-11-30-P1M 2023-11-30 2023-12-31",
    "2023-12-31-P1M 2023-12-31 2024-01-31",
    "2024-01-31-P1M 2024-01-31 2024-02-29",
    "2024-02-29-P1M 2024-02-29 2024-03-31",
    "2024-03-31-P1M 2024-03-31 2024-04-30",
  ]);
  expect(["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-30", "2024-03-31"].map((date) => findOne(rule, date).start)).toStrictEqual([
    "2024-01-31",
    "2024-02-29",
    "2024-02-29",
    "2024-02-29",
    "2024-03-31",
  ]);
  expect(findOne(rule, "2024-03-31").titles).toStrictEqual({ en: "1 month from 2024-03-31", zh: "2024-03-31起1个月" });
  expect(findOne({ ...rule, months: 18 }, "2022-08-01").titles.en).toBe("18 months from 2022-07-31");
});

describe("listed periods", () => {
  test("leave gaps to nobody", () => {
    expect(ids(findPeriods(seasons, "2023-04-30"))).toStrictEqual(["spring-2023"]);
    expect(ids(findPeriods(seasons, "2023-05-01"))).toStrictEqual(["summer-2023"]);
    expect(findPeriods(seasons, "2023-09-01")).toStrictEqual([]);
    expect(findPeriods(seasons, "2024-05-01")).toStrictEqual([]);
    expect(ids(listPeriods(seasons, { start: "2023-08-31", end: "2024-02-02" }))).toStrictEqual(["summer-2023", "spring-2024"]);
  });

  test("are called by their id where no title is given", () => {
    expect(findOne(seasons, "2023-02-01").titles).toStrictEqual({ en: "spring-2023", zh: "spring-2023" });
    expect(findOne(seasons, "2024-02-01").titles).toStrictEqual({ en: "Spring 2024", zh: "2024年春季" });
  });

  test("names of prototypes are names like others", () => {
    const rule: PeriodRule = {
      kind: "custom",
      periods: [
        { id: "__proto__", start: "2024-01-01", end: "2024-02-01" },
        { id: "constructor", start: "2024-02-01", end: "2024-03-01", priorId: "__proto__" },
      ],
    };
    expect(samePeriodYearBefore(rule, findOne(rule, "2024-02-01"))?.id).toBe("__proto__");
  });
});

describe("rolling windows", () => {
  const rule: PeriodRule = { kind: "rolling", length: { months: 3 }, step: "month" };

  test("overlap: a day is in as many as the length has steps", () => {
    expect(brief(findPeriods(rule, "2024-03-31"))).toStrictEqual([
      "2024-03-P3M 2024-01-01 2024-04-01",
      "2024-04-P3M 2024-02-01 2024-05-01",
      "2024-05-P3M 2024-03-01 2024-06-01",
    ]);
    expect(ids(findPeriods(rule, "2024-04-01"))).toStrictEqual(["2024-04-P3M", "2024-05-P3M", "2024-06-P3M"]);
  });

  test("are listed where they share a day with the range", () => {
    expect(ids(listPeriods(rule, { start: "2024-01-31", end: "2024-02-02" }))).toStrictEqual([
      "2024-01-P3M",
      "2024-02-P3M",
      "2024-03-P3M",
      "2024-04-P3M",
    ]);
  });

  test("of days end with each day", () => {
    const week: PeriodRule = { kind: "rolling", length: { days: 7 }, step: "day" };
    const windows = findPeriods(week, "2024-03-01");
    expect(windows).toHaveLength(7);
    expect(windows[0]).toStrictEqual({
      start: "2024-02-24",
      end: "2024-03-02",
      id: "2024-03-01-P7D",
      titles: { en: "7 days to 2024-03-01", zh: "截至2024-03-01的7天" },
    });
  });

  test("shorter than their step leave days out", () => {
    const lastWeek: PeriodRule = { kind: "rolling", length: { days: 7 }, step: "quarter" };
    expect(findPeriods(lastWeek, "2024-03-24")).toStrictEqual([]);
    expect(brief(findPeriods(lastWeek, "2024-03-25"))).toStrictEqual(["2024-Q1-P7D 2024-03-25 2024-04-01"]);
  });

  test("are named by length and last step", () => {
    expect(findPeriods({ ...rule, length: { months: 1 }, step: "quarter" }, "2024-03-31")[0]?.titles).toStrictEqual({
      en: "1 month to 2024 Q1",
      zh: "截至2024年第1季度的1个月",
    });
  });
});

test("the whole range is one period", () => {
  const whole: PeriodRule = { kind: "whole" };
  const named = { ...year2024, id: "whole", titles: { en: "whole range", zh: "全程" } };
  expect(listPeriods(whole, year2024)).toStrictEqual([named]);
  expect(findPeriods(whole, "2024-12-31", year2024)).toStrictEqual([named]);
  expect(findPeriods(whole, "2025-01-01", year2024)).toStrictEqual([]);
  expect(faultOf(() => findPeriods(whole, "2025-01-01"))).toMatchObject({ code: "kernel.missing", path: "range" });
  expect(samePeriodYearBefore(whole, named)).toBeUndefined();
});

describe("samePeriodYearBefore()", () => {
  test.each([
    ["month", "2024-02-29", "2023-02"],
    ["quarter", "2024-02-29", "2023-Q1"],
    ["half_year", "2024-02-29", "2023-H1"],
    ["year", "2024-02-29", "2023"],
    ["week", "2024-01-01", "2023-W01"],
    ["week", "2021-01-04", "2020-W01"],
    ["week", "2020-12-28", undefined], // week 53 after a year of 52
    ["week", "2021-12-27", "2020-W52"],
  ] as const)("the %s of %s is compared with %s", (unit, date, expected) => {
    expect(samePeriodYearBefore(calendar(unit), findOne(calendar(unit), date))?.id).toBe(expected);
  });

  test("goes by number in a retail year", () => {
    expect(samePeriodYearBefore(retail, findOne(retail, "2024-01-01"))?.id).toBe("FY2022-M12");
    expect(samePeriodYearBefore(retail, findOne(retail, "2024-02-04"))?.id).toBe("FY2023-M01");
    expect(samePeriodYearBefore(retail, findOne(retail, "2022-02-01"))).toBeUndefined();
  });

  test("goes back 52 weeks where the weeks divide them", () => {
    const rule = (weeks: number): PeriodRule => ({ kind: "every_weeks", weeks, anchor: "2024-01-01" });
    expect(samePeriodYearBefore(rule(4), findOne(rule(4), "2024-01-01"))?.start).toBe("2023-01-02");
    expect(samePeriodYearBefore(rule(3), findOne(rule(3), "2024-01-01"))).toBeUndefined();
  });

  test("goes back 12 months where the months divide them", () => {
    const rule = (months: number): PeriodRule => ({ kind: "every_months", months, anchor: "2024-01-31" });
    expect(samePeriodYearBefore(rule(1), findOne(rule(1), "2025-02-28"))?.start).toBe("2024-02-29");
    expect(samePeriodYearBefore(rule(12), findOne(rule(12), "2024-01-31"))?.id).toBe("2023-01-31-P12M");
    expect(samePeriodYearBefore(rule(5), findOne(rule(5), "2024-01-31"))).toBeUndefined();
    expect(samePeriodYearBefore(rule(24), findOne(rule(24), "2024-01-31"))).toBeUndefined();
  });

  test("goes by priorId in a list", () => {
    expect(samePeriodYearBefore(seasons, findOne(seasons, "2024-02-01"))?.id).toBe("spring-2023");
    expect(samePeriodYearBefore(seasons, findOne(seasons, "2023-05-01"))).toBeUndefined();
  });

  test("goes by the last step of a window", () => {
    const yearly: PeriodRule = { kind: "rolling", length: { months: 12 }, step: "month" };
    const [window] = findPeriods(yearly, "2024-02-29");
    expect(window && samePeriodYearBefore(yearly, window)?.id).toBe("2023-02-P12M");
    const daily: PeriodRule = { kind: "rolling", length: { days: 1 }, step: "day" };
    expect(samePeriodYearBefore(daily, findOne(daily, "2024-02-29"))?.id).toBe("2023-02-28-P1D");
  });

  test("has no answer before the first year", () => {
    expect(samePeriodYearBefore(calendar("year"), findOne(calendar("year"), "0001-05-05"))).toBeUndefined();
    expect(samePeriodYearBefore(calendar("week"), findOne(calendar("week"), "0001-01-08"))).toBeUndefined();
  });

  test.each([
    [{ id: "2024-Q1", start: "2024-01-01", end: "2024-03-01" }, "other days"],
    [{ id: "2024-Q2", start: "2024-01-01", end: "2024-04-01" }, "another name"],
    [{ id: "Q1", start: "2023-01-01", end: "2024-04-01" }, "another start"],
  ])("refuses %j, which is no period of the rule: %s", (period) => {
    const named = { ...period, titles: { en: "", zh: "" } };
    expect(faultOf(() => samePeriodYearBefore(calendar("quarter"), named))).toMatchObject({
      code: "kernel.unknown_row",
      path: "period.id",
    });
  });

  test("refuses a day beyond the rows of a list", () => {
    expect(faultOf(() => samePeriodYearBefore(seasons, { ...findOne(seasons, "2024-02-01"), end: "2030-01-01" })).code).toBe(
      "kernel.unknown_row",
    );
  });
});

describe("bounds", () => {
  test("10,000 periods are listed, 10,001 are refused", () => {
    const days: PeriodRule = { kind: "rolling", length: { days: 1 }, step: "day" };
    expect(listPeriods(days, { start: "2000-01-01", end: "2027-05-19" })).toHaveLength(10_000);
    expect(faultOf(() => listPeriods(days, { start: "2000-01-01", end: "2027-05-20" }))).toMatchObject({
      code: "kernel.range_too_long",
      params: { range: { start: "2000-01-01", end: "2027-05-20" }, most: 10_000 },
    });
  });

  test("malformed input is named", () => {
    expect(faultOf(() => listPeriods({ kind: "calendar" } as never, year2024))).toMatchObject({
      code: "kernel.not_a_choice",
      path: "rule.unit",
    });
    expect(faultOf(() => listPeriods(calendar("month"), {} as never))).toMatchObject({ code: "kernel.not_a_date", path: "range.start" });
    expect(faultOf(() => findPeriods(calendar("month"), "2024-1-1"))).toMatchObject({ code: "kernel.not_a_date", path: "date" });
  });
});

test("hostile input ends in a fault", () => {
  const boom = (): never => {
    throw new Proxy({}, { get: boom, getPrototypeOf: boom });
  };
  const trap = new Proxy({}, { get: boom }) as never;
  const period = { start: "2024-01-01", end: "2024-04-01", titles: { en: "", zh: "" }, get id() { return boom(); } }; // biome-ignore format: one trap, one line
  for (const call of [
    () => listPeriods(trap, year2024),
    () => listPeriods(calendar("month"), trap),
    () => findPeriods(calendar("month"), "2024-01-01", trap),
    () => findPeriods(calendar("month"), trap),
    () => samePeriodYearBefore(calendar("quarter"), period),
  ]) {
    expect(faultOf(call).code).toMatch(/^kernel\.(unreadable|not_a_date)$/);
  }
});
