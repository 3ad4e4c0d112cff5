import fc from "fast-check";
import { addMonths, findPeriods, listPeriods, type PeriodRule, periodContains, periodsOverlap, samePeriodYearBefore } from "qudao/kernel";
import { expect, test } from "vitest";
import { frozen, recentDate, seeded, somePeriod } from "./support.js";

const twoDigits = (n: number) => String(n).padStart(2, "0");

const tiling: fc.Arbitrary<PeriodRule> = fc.oneof(
  fc.record({ kind: fc.constant("calendar" as const), unit: fc.constantFrom("week", "month", "quarter", "half_year", "year") }),
  fc.record({
    kind: fc.constant("fiscal" as const),
    unit: fc.constantFrom("month", "quarter", "half_year", "year"),
    yearStarts: fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([m, d]) => `${twoDigits(m)}-${twoDigits(d)}`),
    label: fc.constantFrom("start_year", "end_year"),
  }),
  fc.record({ kind: fc.constant("every_weeks" as const), weeks: fc.integer({ min: 1, max: 60 }), anchor: recentDate }),
  fc.record({ kind: fc.constant("every_months" as const), months: fc.integer({ min: 1, max: 60 }), anchor: recentDate }),
  fc.record({
    kind: fc.constant("four_four_five" as const),
    unit: fc.constantFrom("month", "quarter", "year"),
    pattern: fc.constantFrom("4-4-5", "4-5-4", "5-4-4"),
    starts: fc.constant("1990-01-28"),
    years: fc
      .array(fc.constantFrom(52 as const, 53 as const), { minLength: 60, maxLength: 60 })
      .map((weeks) => weeks.map((n, i) => ({ id: `Y${i}`, weeks: n }))),
  }),
);

const rolling: fc.Arbitrary<PeriodRule> = fc.record({
  kind: fc.constant("rolling" as const),
  length: fc.oneof(fc.record({ months: fc.integer({ min: 1, max: 24 }) }), fc.record({ days: fc.integer({ min: 1, max: 400 }) })),
  step: fc.constantFrom("week", "month", "quarter", "half_year", "year"),
});

test("periods that tile the calendar cover a range without gap or overlap", () => {
  fc.assert(
    fc.property(tiling.map(frozen), somePeriod.map(frozen), (rule, range) => {
      const periods = listPeriods(rule, range);
      const [first, last] = [periods[0], periods.at(-1)];
      expect(first !== undefined && first.start <= range.start && first.end > range.start).toBe(true);
      expect(last !== undefined && last.start < range.end && last.end >= range.end).toBe(true);
      for (const [i, period] of periods.entries()) if (i > 0) expect(period.start).toBe(periods[i - 1]?.end);
      expect(new Set(periods.map(({ id }) => id)).size).toBe(periods.length);
      expect(JSON.parse(JSON.stringify(periods))).toStrictEqual(periods);
    }),
    { ...seeded, numRuns: 60 },
  );
});

test("a listed period is found by each of its days, and by no other", () => {
  fc.assert(
    fc.property(fc.oneof(tiling, rolling), recentDate, (rule, date) => {
      const found = findPeriods(rule, date);
      const around = listPeriods(rule, { start: addMonths(date, -30), end: addMonths(date, 30) });
      expect(found).toStrictEqual(around.filter((period) => periodContains(period, date)));
    }),
    { ...seeded, numRuns: 60 },
  );
});

test("rolling windows are in order, share a day with the range and end with their step", () => {
  fc.assert(
    fc.property(rolling, somePeriod, (rule, range) => {
      const windows = listPeriods(rule, range);
      for (const [i, window] of windows.entries()) {
        expect(periodsOverlap(window, range)).toBe(true);
        if (i > 0) expect(window.end > (windows[i - 1]?.end ?? "")).toBe(true);
      }
    }),
    { ...seeded, numRuns: 60 },
  );
});

test("the year before is one year before, whatever the rule", () => {
  fc.assert(
    fc.property(fc.oneof(tiling, rolling), recentDate, (rule, date) => {
      const [period] = findPeriods(rule, date);
      const before = period && samePeriodYearBefore(rule, period);
      if (period === undefined || before === undefined) return;
      const days = (Date.parse(period.end) - Date.parse(before.end)) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(357);
      expect(days).toBeLessThanOrEqual(378);
      expect(findPeriods(rule, before.start)).toContainEqual(before);
    }),
    { ...seeded, numRuns: 60 },
  );
});
