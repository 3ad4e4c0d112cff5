import { type PeriodRule, parsePeriodRule } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultOf, frozen } from "./support.js";

const row = { id: "spring", start: "2024-02-01", end: "2024-05-01" };

const rules: readonly PeriodRule[] = frozen([
  { kind: "calendar", unit: "week" },
  { kind: "fiscal", unit: "quarter", yearStarts: "04-01", label: "start_year" },
  { kind: "four_four_five", unit: "month", pattern: "4-5-4", starts: "2023-01-29", years: [{ id: "FY2023", weeks: 53 }] },
  { kind: "every_weeks", weeks: 2, anchor: "2024-01-01" },
  { kind: "every_months", months: 3, anchor: "2024-01-31" },
  {
    kind: "custom",
    periods: [row, { id: "autumn", start: "2024-09-01", end: "2024-11-01", titles: { en: "Autumn", zh: "秋季" }, priorId: "spring" }],
  },
  { kind: "rolling", length: { months: 12 }, step: "month" },
  { kind: "rolling", length: { days: 90 }, step: "day" },
  { kind: "whole" },
]);

describe("parsePeriodRule()", () => {
  test.each(rules)("reads back what JSON kept of $kind", (rule) => {
    expect(parsePeriodRule(JSON.parse(JSON.stringify(rule)))).toStrictEqual(rule);
    expect(parsePeriodRule(rule)).not.toBe(rule);
  });

  test("drops fields of other kinds", () => {
    expect(parsePeriodRule({ kind: "whole", unit: "month" })).toStrictEqual({ kind: "whole" });
  });

  test.each([
    [null, "kernel.not_a_record", "rule"],
    [[], "kernel.not_a_record", "rule"],
    ["calendar", "kernel.not_a_record", "rule"],
    [{}, "kernel.not_a_choice", "rule.kind"],
    [{ kind: "constructor" }, "kernel.not_a_choice", "rule.kind"],
    [{ kind: "__proto__" }, "kernel.not_a_choice", "rule.kind"],
    [{ kind: "calendar", unit: "day" }, "kernel.not_a_choice", "rule.unit"],
    [{ kind: "fiscal", unit: "week", yearStarts: "04-01", label: "start_year" }, "kernel.not_a_choice", "rule.unit"],
    [{ kind: "fiscal", unit: "year", yearStarts: "04-28", label: "year" }, "kernel.not_a_choice", "rule.label"],
    [{ kind: "fiscal", unit: "year", yearStarts: "04-29", label: "start_year" }, "kernel.not_a_month_day", "rule.yearStarts"],
    [{ kind: "fiscal", unit: "year", yearStarts: "04-00", label: "start_year" }, "kernel.not_a_month_day", "rule.yearStarts"],
    [{ kind: "fiscal", unit: "year", yearStarts: "13-01", label: "start_year" }, "kernel.not_a_month_day", "rule.yearStarts"],
    [{ kind: "fiscal", unit: "year", yearStarts: 401, label: "start_year" }, "kernel.not_a_month_day", "rule.yearStarts"],
    [{ kind: "every_weeks", weeks: 0, anchor: "2024-01-01" }, "kernel.not_a_count", "rule.weeks"],
    [{ kind: "every_weeks", weeks: 1.5, anchor: "2024-01-01" }, "kernel.not_a_count", "rule.weeks"],
    [{ kind: "every_weeks", weeks: 521, anchor: "2024-01-01" }, "kernel.not_a_count", "rule.weeks"],
    [{ kind: "every_weeks", weeks: 1, anchor: "2024-1-1" }, "kernel.not_a_date", "rule.anchor"],
    [{ kind: "every_months", months: 0, anchor: "2024-01-01" }, "kernel.not_a_count", "rule.months"],
    [{ kind: "every_months", months: 1201, anchor: "2024-01-01" }, "kernel.not_a_count", "rule.months"],
    [{ kind: "every_months", months: 1, anchor: "2024-02-30" }, "kernel.not_a_date", "rule.anchor"],
    [{ kind: "rolling", length: {}, step: "month" }, "kernel.not_a_choice", "rule.length"],
    [{ kind: "rolling", length: { months: 1, days: 1 }, step: "month" }, "kernel.not_a_choice", "rule.length"],
    [{ kind: "rolling", length: { months: 0 }, step: "month" }, "kernel.not_a_count", "rule.length.months"],
    [{ kind: "rolling", length: { days: 36_601 }, step: "month" }, "kernel.not_a_count", "rule.length.days"],
    [{ kind: "rolling", length: { days: 7 }, step: "fortnight" }, "kernel.not_a_choice", "rule.step"],
    [{ kind: "custom" }, "kernel.not_a_list", "rule.periods"],
    [{ kind: "custom", periods: [null] }, "kernel.not_a_record", "rule.periods[0]"],
    [{ kind: "custom", periods: new Array(3) }, "kernel.not_a_record", "rule.periods[0]"],
    [{ kind: "custom", periods: [{ ...row, id: "" }] }, "kernel.not_text", "rule.periods[0].id"],
    [{ kind: "custom", periods: [{ ...row, end: row.start }] }, "kernel.not_a_period", "rule.periods[0]"],
    [{ kind: "custom", periods: [{ ...row, titles: { en: "Spring" } }] }, "kernel.not_text", "rule.periods[0].titles.zh"],
    [{ kind: "custom", periods: [{ ...row, priorId: "spring" }] }, "kernel.unknown_row", "rule.periods[0].priorId"],
    [{ kind: "custom", periods: [row, { ...row, start: "2024-05-01", end: "2024-06-01" }] }, "kernel.named_twice", "rule.periods[1].id"],
    [{ kind: "custom", periods: [row, { ...row, id: "b", start: "2024-04-30" }] }, "kernel.out_of_order", "rule.periods[1].start"],
    [{ kind: "four_four_five", unit: "month", pattern: "4-4-4", starts: "2023-01-29", years: [] }, "kernel.not_a_choice", "rule.pattern"],
    [
      { kind: "four_four_five", unit: "month", pattern: "4-4-5", starts: "2023-01-29", years: [{ id: "a", weeks: 54 }] },
      "kernel.not_a_choice",
      "rule.years[0].weeks",
    ],
    [
      {
        kind: "four_four_five",
        unit: "month",
        pattern: "4-4-5",
        starts: "2023-01-29",
        years: [
          { id: "a", weeks: 52 },
          { id: "a", weeks: 52 },
        ],
      },
      "kernel.named_twice",
      "rule.years[1].id",
    ],
  ])("refuses %j with %s at %s", (value, code, path) => {
    expect(faultOf(() => parsePeriodRule(value, "rule"))).toMatchObject({ code, path });
  });

  test("rows that touch are in order", () => {
    const rule = { kind: "custom", periods: [row, { id: "summer", start: "2024-05-01", end: "2024-09-01" }] };
    expect(parsePeriodRule(rule)).toStrictEqual(rule);
  });

  test("hostile data ends in a fault", () => {
    const trap = new Proxy({}, { get: () => { throw new RangeError("trap"); } }); // biome-ignore format: one trap, one line
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const value of [trap, { kind: "custom", periods: [trap] }, { kind: "rolling", length: trap, step: "day" }, proxy]) {
      expect(faultOf(() => parsePeriodRule(value)).code).toBe("kernel.unreadable");
    }
  });
});
