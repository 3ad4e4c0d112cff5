import type { Period } from "qudao/kernel";
import { buildSettlementCalendar, type ProgrammeCalendar } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { expectSound } from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";

const year: Period = { start: "2024-01-01", end: "2025-01-01" };

function programme(changes: Partial<ProgrammeCalendar> = {}): ProgrammeCalendar {
  return {
    programmeId: "volume",
    effective: year,
    window: { kind: "calendar", unit: "quarter" },
    accrueEvery: { kind: "calendar", unit: "month" },
    graceDays: 0,
    term: { kind: "net", days: 30 },
    termFrom: "window_end",
    ...changes,
  };
}

function days(range: Period, ...programmes: readonly ProgrammeCalendar[]) {
  const answer = buildSettlementCalendar(frozen({ range }), frozen({ programmes }));
  expectSound(answer);
  return answer.outcome.map(({ date, kind, programmeId, window }) => `${date} ${kind} ${programmeId} ${window.id}`);
}

describe("buildSettlementCalendar()", () => {
  test("complaint 24: the days of many programmes follow from their rules, in one call", () => {
    const many = Array.from({ length: 40 }, (_, i) => programme({ programmeId: `P${i}`, graceDays: i }));
    const found = days({ start: "2024-01-01", end: "2026-01-01" }, ...many);
    // each: 12 accruals, 4 final settlements, 4 due days
    expect(found).toHaveLength(40 * 20);
    expect(found.filter((day) => day.endsWith("final P39 2024-Q1"))).toStrictEqual(["2024-05-10 final P39 2024-Q1"]);
  });

  test("accrued monthly, settled monthly, final after the grace: the frequencies are apart", () => {
    const one = programme({
      settleEvery: { kind: "calendar", unit: "month" },
      graceDays: 10,
      term: { kind: "net", days: 5 },
      termFrom: "posting",
    });
    expect(days({ start: "2024-01-01", end: "2024-05-01" }, one)).toStrictEqual([
      "2024-01-31 accrual volume 2024-Q1",
      "2024-02-01 interim volume 2024-Q1",
      "2024-02-06 due volume 2024-Q1",
      "2024-02-29 accrual volume 2024-Q1",
      "2024-03-01 interim volume 2024-Q1",
      "2024-03-06 due volume 2024-Q1",
      "2024-03-31 accrual volume 2024-Q1",
      "2024-04-11 final volume 2024-Q1",
      "2024-04-16 due volume 2024-Q1",
      "2024-04-30 accrual volume 2024-Q2",
    ]);
  });

  test.each([
    ["2024-04-10", 0],
    ["2024-04-11", 1],
    ["2024-04-12", 0],
  ])("ten days of grace after 31 March make a day of %s: %i", (start, count) => {
    const next = start === "2024-04-10" ? "2024-04-11" : start === "2024-04-11" ? "2024-04-12" : "2024-04-13";
    expect(days({ start, end: next }, programme({ graceDays: 10 })).filter((day) => day.includes("final"))).toHaveLength(count);
  });

  test("fiscal windows: a year from July, settled by fiscal half-years", () => {
    const fiscal = { kind: "fiscal", yearStarts: "07-01", label: "end_year" } as const;
    const one = programme({
      effective: { start: "2023-07-01", end: "2024-07-01" },
      window: { ...fiscal, unit: "year" },
      accrueEvery: { ...fiscal, unit: "quarter" },
      settleEvery: { ...fiscal, unit: "half_year" },
    });
    expect(days({ start: "2023-07-01", end: "2025-01-01" }, one)).toStrictEqual([
      "2023-09-30 accrual volume FY2024",
      "2023-12-31 accrual volume FY2024",
      "2024-01-01 interim volume FY2024",
      "2024-01-31 due volume FY2024",
      "2024-03-31 accrual volume FY2024",
      "2024-06-30 accrual volume FY2024",
      "2024-07-01 final volume FY2024",
      "2024-07-30 due volume FY2024",
    ]);
  });

  test("rolling windows overlap, and each has days of its own", () => {
    const one = programme({
      effective: { start: "2024-01-01", end: "2024-05-01" },
      window: { kind: "rolling", length: { months: 3 }, step: "month" },
      term: { kind: "net", days: 0 },
      termFrom: "posting",
    });
    const final = days({ start: "2024-04-01", end: "2024-06-01" }, one).filter((day) => day.includes("final"));
    expect(final.map((day) => day.slice(0, 10))).toStrictEqual(["2024-04-01", "2024-05-01"]);
    const accrued = days({ start: "2024-02-01", end: "2024-03-01" }, one).filter((day) => day.includes("accrual"));
    expect(accrued.map((day) => day.slice(0, 10))).toStrictEqual(["2024-02-29", "2024-02-29", "2024-02-29"]);
  });

  test("an accrual period that reaches beyond a window is cut at its last day", () => {
    const one = programme({ window: { kind: "calendar", unit: "month" }, accrueEvery: { kind: "calendar", unit: "quarter" } });
    expect(days({ start: "2024-02-01", end: "2024-03-01" }, one).filter((day) => day.includes("accrual"))).toStrictEqual([
      "2024-02-29 accrual volume 2024-02",
    ]);
  });

  test("refuses what cannot be read, and calendars without end", () => {
    const at = (changes: object, range: unknown = year) =>
      faultAt(() => buildSettlementCalendar({ range: range as Period }, { programmes: [programme(changes)] }));
    expect(at({}, { start: "2024-01-01", end: "2024-01-01" })).toBe("kernel.not_a_period at facts.range");
    expect(at({ graceDays: -1 })).toBe("kernel.not_a_count at policy.programmes[0].graceDays");
    expect(at({ window: { kind: "calendar", unit: "decade" } })).toBe("kernel.not_a_choice at policy.programmes[0].window.unit");
    expect(faultAt(() => buildSettlementCalendar({ range: year }, { programmes: [programme(), programme()] }))).toBe(
      "kernel.named_twice at policy.programmes[1].programmeId",
    );
    const dense = {
      window: { kind: "rolling", length: { days: 400 }, step: "day" },
      accrueEvery: { kind: "every_weeks", weeks: 1, anchor: "2024-01-01" },
    };
    const wide = { start: "2010-01-01", end: "2030-01-01" };
    expect(at({ ...dense, effective: wide }, wide)).toBe("kernel.range_too_long at facts.range");
  });
});
