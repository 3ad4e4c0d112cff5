import { findDueReplacementCases, type ReplacementCase, startReplacementCase } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { outcomeOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

// to be decided by 31 May
const opened = outcomeOf(
  startReplacementCase(
    { asOf: "2024-05-01", memberId: "D1", overdueDays: 75, overdueAmount: "20000" },
    { days: 60, amount: "100000", combine: "any", decideWithinDays: 30 },
  ),
);
const one = (id: string, state: ReplacementCase) => ({ id, state, facts: {} });
const due = (from: string, asOf: string, state: ReplacementCase = opened) =>
  findDueReplacementCases(frozen({ cases: [one("C-1", state)], from, asOf })).due.map(({ id, steps }) => [
    id,
    ...steps.map(({ asOf: day, step }) => [day, step.next.at, ...step.effects.map(({ effect }) => effect)]),
  ]);

describe("findDueReplacementCases()", () => {
  test.each([
    ["2024-05-29", "2024-05-30", []],
    ["2024-05-29", "2024-05-31", [["C-1", ["2024-05-31", "opened", "remind_of_decision"]]]],
    ["2024-05-31", "2024-06-03", [["C-1", ["2024-05-31", "opened", "remind_of_decision"]]]],
    ["2024-06-01", "2024-06-03", [["C-1", ["2024-06-01", "opened", "remind_of_decision"]]]],
  ])("S19-138: from %s to %s: %j", (from, asOf, expected) => {
    expect(due(from, asOf)).toStrictEqual(expected);
  });

  test("a case that was decided, planned or reminded of waits for no day", () => {
    expect(due("2024-05-31", "2024-06-03", { ...opened, at: "planning" })).toStrictEqual([]);
    expect(due("2024-05-31", "2024-06-03", { ...opened, data: { ...opened.data, decideBy: null } })).toStrictEqual([]);
    const settled = findDueReplacementCases({ cases: [one("C-1", { ...opened, at: "settled" })], from: "2024-05-31", asOf: "2024-06-03" });
    expect(settled).toStrictEqual({ due: [], undecided: [] });
  });

  test("faults a case that stands there twice, and what is malformed", () => {
    const of = (facts: object) => faultAt(() => findDueReplacementCases({ from: "2024-05-31", asOf: "2024-06-03", ...facts } as never));
    expect(of({ cases: [one("C-1", opened), one("C-1", opened)] })).toBe("kernel.named_twice at facts.cases[1].id");
    expect(of({ cases: [{ id: "C-1", state: { ...opened, at: "lost" }, facts: {} }] })).toBe(
      "kernel.not_a_choice at facts.cases[0].state.at",
    );
    expect(of({ cases: [], asOf: "soon" })).toBe("kernel.not_a_date at facts.asOf");
    expect(of({})).toBe("kernel.not_a_list at facts.cases");
  });
});
