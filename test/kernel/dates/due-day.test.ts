import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, lastDayOfMonth } from "../../../src/kernel/calendar-date.js";
import { type DueDayRule, dueDayOf } from "../../../src/kernel/due-day.js";

describe("the day a payment is due", () => {
  const rows: readonly (readonly [string, DueDayRule, string])[] = [
    // from, rule, due
    ["2024-01-31", { kind: "net", days: 0 }, "2024-01-31"],
    ["2024-01-31", { kind: "net", days: 30 }, "2024-03-01"],
    ["2024-01-31", { kind: "end_of_month", months: 0, days: 0 }, "2024-01-31"],
    ["2024-01-31", { kind: "end_of_month", months: 1, days: 0 }, "2024-02-29"],
    ["2024-01-01", { kind: "end_of_month", months: 1, days: 15 }, "2024-03-15"],
    ["2024-01-14", { kind: "day_of_month", afterDays: 0, day: 15 }, "2024-01-15"],
    ["2024-01-15", { kind: "day_of_month", afterDays: 0, day: 15 }, "2024-01-15"],
    ["2024-01-16", { kind: "day_of_month", afterDays: 0, day: 15 }, "2024-02-15"],
    ["2024-01-01", { kind: "day_of_month", afterDays: 30, day: 30 }, "2024-02-29"],
    ["2024-01-31", { kind: "following_month", months: 1, day: 31 }, "2024-02-29"],
    ["2024-11-30", { kind: "following_month", months: 2, day: 5 }, "2025-01-05"],
  ];

  it.each(rows)("from %s by %j is %s", (from, rule, due) => {
    expect(dueDayOf(rule, from)).toBe(due);
  });

  it("at the end of a month is the same for every day of that month", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.nat(30), fc.nat(36), (start, later, months) => {
        const day = addDays("1990-01-01", start);
        const last = lastDayOfMonth(day);
        const other = addDays(day, later) < last ? addDays(day, later) : last;
        const rule: DueDayRule = { kind: "end_of_month", months, days: 0 };
        expect(dueDayOf(rule, day)).toBe(dueDayOf(rule, other));
        expect(dueDayOf(rule, day)).toBe(lastDayOfMonth(dueDayOf(rule, day)));
      }),
      { numRuns: 200 },
    );
  });
});
