import { catalogue } from "qudao/i18n";
import { type Period, renderExplanation } from "qudao/kernel";
import { accumulate, buildSettlementCalendar, openAccumulator, type ProgrammeCalendar, settle, settleEarnings } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { expectSound } from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { lineOf, policyOf } from "../../support/settlement.js";

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
  return answer.outcome.map(({ date, kind, programmeId, window, stageId = "" }) =>
    `${date} ${kind} ${programmeId} ${window.id} ${stageId}`.trim(),
  );
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

  describe("a programme that is paid in stages", () => {
    const net = (days: number) => ({ term: { kind: "net", days }, termFrom: "window_end" }) as const;
    const stages = [
      { id: "now", share: "0.6" },
      { id: "with it", share: "0.1" },
      { id: "holdback", share: "0.3", ...net(365) },
    ];
    const due = (changes: Partial<ProgrammeCalendar>, range: Period = { start: "2024-01-01", end: "2026-01-01" }) =>
      days(range, programme(changes)).filter((day) => day.includes(" due ") && day.includes("2024-Q1"));

    test("has a due day for each: one without a term with the one before it, the first on the terms of the programme", () => {
      // 31 March and 30 days, and a year of 365 days
      expect(due({ stages })).toStrictEqual([
        "2024-04-30 due volume 2024-Q1 now",
        "2024-04-30 due volume 2024-Q1 with it",
        "2025-03-31 due volume 2024-Q1 holdback",
      ]);
    });

    test.each([
      [29, "2024-04-30"],
      [30, "2024-04-30"],
      [31, "2024-05-01"],
    ])("no stage is due before the one before it: %d days after 30 are %s", (after, want) => {
      const two = [
        { id: "one", share: "0.5" },
        { id: "two", share: "0.5", ...net(after) },
      ];
      expect(due({ stages: two })[1]).toBe(`${want} due volume 2024-Q1 two`);
    });

    test("a stage that pays nothing has no day, but those after it are due with it", () => {
      const waits = [
        { id: "none", share: "0", ...net(60) },
        { id: "all", share: "1" },
      ];
      expect(due({ stages: waits })).toStrictEqual(["2024-05-30 due volume 2024-Q1 all"]);
    });

    test("the last has a day whatever its share: the odd cents are paid with it", () => {
      const thirds = [
        { id: "one", share: "0.3333" },
        { id: "two", share: "0.6667" },
        { id: "odd", share: "0", ...net(60) },
      ];
      expect(due({ stages: thirds })).toStrictEqual([
        "2024-04-30 due volume 2024-Q1 one",
        "2024-04-30 due volume 2024-Q1 two",
        "2024-05-30 due volume 2024-Q1 odd",
      ]);
    });

    test("settled before its end too, each settlement has its stages, counted from its own day", () => {
      const often = { settleEvery: { kind: "calendar", unit: "month" }, graceDays: 10, termFrom: "posting" } as const;
      const two = [
        { id: "now", share: "0.7" },
        { id: "later", share: "0.3", ...net(60) },
      ];
      // 1 February, 1 March and 11 April; the second stage of the last one from 31 March
      expect(due({ ...often, stages: two })).toStrictEqual([
        "2024-03-02 due volume 2024-Q1 now",
        "2024-03-31 due volume 2024-Q1 now",
        "2024-04-01 due volume 2024-Q1 later",
        "2024-04-30 due volume 2024-Q1 later",
        "2024-05-11 due volume 2024-Q1 now",
        "2024-05-30 due volume 2024-Q1 later",
      ]);
    });

    test("is told stage by stage in both languages; only days in the range", () => {
      const range = { start: "2025-03-31", end: "2025-04-01" };
      expect(due({ stages }, range)).toStrictEqual(["2025-03-31 due volume 2024-Q1 holdback"]);
      const { explanation } = buildSettlementCalendar({ range }, { programmes: [programme({ stages })] });
      const read = (language: "en" | "zh") => renderExplanation(explanation, { language, catalogue });
      expect(read("en")).toContain("2025-03-31: payment due, volume, 2024 Q1, stage holdback");
      expect(read("zh")).toContain("2025-03-31：付款到期，volume，2024年第1季度，分期 holdback");
    });

    test("the days are those of the entries that settleEarnings() writes", () => {
      const accumulator = openAccumulator(policyOf());
      accumulate(accumulator, [lineOf({ amount: "1000.00" })]);
      const asOf = "2024-04-11";
      const settled = settleEarnings(
        { runId: "R", asOf, statements: settle(accumulator, { asOf }).statements, entries: [] },
        {
          interimShare: "0",
          graceDays: 10,
          negative: "carry_forward",
          returnsAfterClose: "adjust_next",
          versions: "rerate",
          term: { kind: "net", days: 30 },
          termFrom: "posting",
          rounding: "half_up",
          programmes: [{ programmeId: "volume", stages }],
        },
      );
      const entries = settled.ok ? settled.value.outcome.entries : [];
      expect(entries.map(({ dueDate, stageId }) => `${dueDate} due volume 2024-Q1 ${stageId}`)).toStrictEqual(
        due({ stages, graceDays: 10, termFrom: "posting" }),
      );
      expect(entries.map(({ dueDate }) => dueDate)).toStrictEqual(["2024-05-11", "2024-05-11", "2025-03-31"]);
    });

    test("stages that are no whole, or stand twice, are refused", () => {
      const refused = (some: ProgrammeCalendar["stages"]) =>
        faultAt(() => buildSettlementCalendar({ range: year }, { programmes: [programme({ stages: some })] }));
      expect(refused(stages.slice(0, 2))).toBe("settlement.stages_not_whole at policy.programmes[0].stages");
      expect(refused([])).toBe("settlement.stages_not_whole at policy.programmes[0].stages");
      expect(
        refused([
          { id: "one", share: "0.5" },
          { id: "one", share: "0.5" },
        ]),
      ).toBe("kernel.named_twice at policy.programmes[0].stages[1].id");
    });
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
