import { parseSchedule, type Recurrence, type Schedule } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultOf } from "./support.js";

const recurrences: readonly Recurrence[] = [
  { kind: "days", every: 10 },
  { kind: "weeks", every: 2, weekdays: [5, 1] },
  { kind: "months", every: 1, on: { day: 31 } },
  { kind: "months", every: 3, on: { day: "last" } },
  { kind: "quarters", month: 3, on: { weekday: 5, nth: "last" } },
  { kind: "years", month: 12, on: { weekday: 1, nth: 5 } },
];

const schedule = (recurrence: unknown, more: object = {}): unknown => ({ recurrence, from: "2024-01-01", adjust: "none", ...more });
const daily = { kind: "days", every: 1 };

describe("parseSchedule()", () => {
  test.each(recurrences)("reads back what JSON kept: %j", (recurrence) => {
    const asked: Schedule = { recurrence, from: "2024-01-01", until: "2025-01-01", adjust: "next_workday" };
    expect(parseSchedule(JSON.parse(JSON.stringify(asked)))).toStrictEqual(asked);
  });

  test("leaves out what is absent", () => {
    expect(parseSchedule(schedule(daily, { until: undefined, note: "x" }))).toStrictEqual(schedule(daily));
  });

  test.each([
    [null, "kernel.not_a_record", "s"],
    [{ from: "2024-01-01" }, "kernel.not_a_record", "s.recurrence"],
    [schedule({ kind: "hours", every: 1 }), "kernel.not_a_choice", "s.recurrence.kind"],
    [schedule({ kind: "constructor" }), "kernel.not_a_choice", "s.recurrence.kind"],
    [schedule({ kind: "days", every: 0 }), "kernel.not_a_count", "s.recurrence.every"],
    [schedule({ kind: "days", every: 3661 }), "kernel.not_a_count", "s.recurrence.every"],
    [schedule({ kind: "weeks", every: 1, weekdays: [] }), "kernel.not_a_count", "s.recurrence.weekdays.length"],
    [schedule({ kind: "weeks", every: 1, weekdays: [0] }), "kernel.not_a_choice", "s.recurrence.weekdays[0]"],
    [schedule({ kind: "weeks", every: 1, weekdays: [1, 8] }), "kernel.not_a_choice", "s.recurrence.weekdays[1]"],
    [schedule({ kind: "weeks", every: 1, weekdays: [1, 2, 1] }), "kernel.named_twice", "s.recurrence.weekdays[2]"],
    [schedule({ kind: "weeks", every: 1 }), "kernel.not_a_list", "s.recurrence.weekdays"],
    [schedule({ kind: "months", every: 1 }), "kernel.not_a_record", "s.recurrence.on"],
    [schedule({ kind: "months", every: 1, on: { day: 0 } }), "kernel.not_a_count", "s.recurrence.on.day"],
    [schedule({ kind: "months", every: 1, on: { day: 32 } }), "kernel.not_a_count", "s.recurrence.on.day"],
    [schedule({ kind: "months", every: 1, on: { day: 1, weekday: 1, nth: 1 } }), "kernel.not_a_choice", "s.recurrence.on"],
    [schedule({ kind: "months", every: 1, on: {} }), "kernel.not_a_choice", "s.recurrence.on.weekday"],
    [schedule({ kind: "months", every: 1, on: { weekday: 1, nth: 6 } }), "kernel.not_a_choice", "s.recurrence.on.nth"],
    [schedule({ kind: "quarters", month: 4, on: { day: 1 } }), "kernel.not_a_choice", "s.recurrence.month"],
    [schedule({ kind: "years", month: 13, on: { day: 1 } }), "kernel.not_a_count", "s.recurrence.month"],
    [schedule(daily, { from: "2024" }), "kernel.not_a_date", "s.from"],
    [schedule(daily, { until: "2024" }), "kernel.not_a_date", "s.until"],
    [schedule(daily, { until: "2024-01-01" }), "kernel.not_a_period", "s"],
    [schedule(daily, { adjust: "skip" }), "kernel.not_a_choice", "s.adjust"],
  ])("refuses %j with %s at %s", (value, code, path) => {
    expect(faultOf(() => parseSchedule(value, "s"))).toMatchObject({ code, path });
  });
});
