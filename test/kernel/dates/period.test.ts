import fc from "fast-check";
import {
  daysIn,
  intersectPeriods,
  lastDayOfPeriod,
  type Period,
  parsePeriod,
  periodContains,
  periodsOverlap,
  periodThrough,
} from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultOf, frozen, isoOf, recentDate, seeded, somePeriod } from "./support.js";

const quarter: Period = frozen({ start: "2024-01-01", end: "2024-04-01" });

describe("parsePeriod()", () => {
  test("keeps the two days and nothing else", () => {
    expect(parsePeriod({ ...quarter, note: "first quarter" })).toStrictEqual({ start: "2024-01-01", end: "2024-04-01" });
  });

  test.each<[unknown, string, string, string]>([
    [{ start: "2024-01-01", end: "2024-01-01" }, "kernel.not_a_period", "terms.period", "empty"],
    [{ start: "2024-01-02", end: "2024-01-01" }, "kernel.not_a_period", "terms.period", "the wrong way round"],
    [{ start: "2024-01-01" }, "kernel.not_a_date", "terms.period.end", "no end"],
    [{ start: "2024-02-30", end: "2024-03-01" }, "kernel.not_a_date", "terms.period.start", "no such day"],
    [null, "kernel.not_a_period", "terms.period", "null"],
    ["2024", "kernel.not_a_period", "terms.period", "text"],
    [[], "kernel.not_a_date", "terms.period.start", "a list"],
  ])("refuses %j with %s at %s: %s", (value, code, path) => {
    expect(faultOf(() => parsePeriod(value, "terms.period"))).toMatchObject({ code, path });
  });

  test("a day is the shortest period", () => {
    expect(daysIn(parsePeriod({ start: "2024-01-01", end: "2024-01-02" }))).toBe(1);
  });

  test("names both days of a period that is none", () => {
    const fault = faultOf(() => parsePeriod({ start: "2024-01-02", end: "2024-01-01" }));
    expect(fault.message).toContain("2024-01-02 until before 2024-01-01");
  });

  test("a getter that throws is a fault, not a crash", () => {
    const trap = {
      get start(): string {
        throw new Error("boom");
      },
      end: "2024-01-01",
    };
    expect(faultOf(() => parsePeriod(trap, "facts.period"))).toMatchObject({ code: "kernel.unreadable", path: "facts.period" });
    expect(faultOf(() => daysIn(trap)).code).toBe("kernel.unreadable");
  });
});

test("periodThrough() takes the last day in", () => {
  expect(periodThrough("2024-01-01", "2024-12-31")).toStrictEqual({ start: "2024-01-01", end: "2025-01-01" });
  expect(periodThrough("2024-01-01", "2024-01-01")).toStrictEqual({ start: "2024-01-01", end: "2024-01-02" });
  expect(lastDayOfPeriod(periodThrough("2023-03-01", "2024-02-29"))).toBe("2024-02-29");
  expect(faultOf(() => periodThrough("2024-01-02", "2024-01-01"))).toMatchObject({
    code: "kernel.not_a_period",
    path: "lastDay",
    params: { got: { start: "2024-01-02", end: "2024-01-01" } },
  });
  expect(faultOf(() => periodThrough("2024-01-02", "9999-12-31")).code).toBe("kernel.date_out_of_range");
  expect(faultOf(() => periodThrough("x", "2024-01-01"))).toMatchObject({ code: "kernel.not_a_date", path: "firstDay" });
});

test("daysIn() counts leap days", () => {
  expect(daysIn(quarter)).toBe(91);
  expect(daysIn({ start: "2023-01-01", end: "2023-04-01" })).toBe(90);
  expect(daysIn({ start: "0001-01-01", end: "9999-12-31" })).toBe(3_652_058);
});

test.each([
  ["2023-12-31", false, "the day before it starts"],
  ["2024-01-01", true, "its first day"],
  ["2024-01-02", true, "inside"],
  ["2024-03-30", true, "inside"],
  ["2024-03-31", true, "its last day"],
  ["2024-04-01", false, "its end"],
])("the first quarter and %s: %s, %s", (date, expected) => {
  expect(periodContains(quarter, date)).toBe(expected);
});

test.each<[Period, Period | null, string]>([
  [{ start: "2024-02-15", end: "2025-02-15" }, { start: "2024-02-15", end: "2024-04-01" }, "begins inside"],
  [{ start: "2023-02-15", end: "2024-02-15" }, { start: "2024-01-01", end: "2024-02-15" }, "ends inside"],
  [{ start: "2024-02-01", end: "2024-03-01" }, { start: "2024-02-01", end: "2024-03-01" }, "lies inside"],
  [{ start: "2023-01-01", end: "2025-01-01" }, quarter, "lies around"],
  [{ start: "2024-04-01", end: "2024-07-01" }, null, "touches the end"],
  [{ start: "2023-10-01", end: "2024-01-01" }, null, "touches the start"],
  [{ start: "2024-03-31", end: "2024-07-01" }, { start: "2024-03-31", end: "2024-04-01" }, "shares the last day"],
])("the first quarter and %j share %j: %s", (other, expected) => {
  expect(intersectPeriods(quarter, other)).toStrictEqual(expected);
  expect(periodsOverlap(quarter, other)).toBe(expected !== null);
});

test("shared days are the days that lie in both", () => {
  fc.assert(
    fc.property(somePeriod, somePeriod, recentDate, (a, b, date) => {
      const shared = intersectPeriods(a, b);
      expect(shared).toStrictEqual(intersectPeriods(b, a));
      expect(shared !== null && periodContains(shared, date)).toBe(periodContains(a, date) && periodContains(b, date));
      expect(JSON.parse(JSON.stringify(shared))).toStrictEqual(shared);
    }),
    seeded,
  );
});

test("cutting a period in two keeps its days", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9000 }),
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 1, max: 900 }),
      (day, left, right) => {
        const [start, middle, end] = [isoOf(day), isoOf(day + left), isoOf(day + left + right)];
        expect(daysIn({ start, end: middle }) + daysIn({ start: middle, end })).toBe(daysIn({ start, end }));
        expect(periodsOverlap({ start, end: middle }, { start: middle, end })).toBe(false);
      },
    ),
    seeded,
  );
});
