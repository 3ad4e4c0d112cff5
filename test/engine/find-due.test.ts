import { findDue } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { dealerMachine, type Member, memberMachine, memberMachineOf, onTrial } from "../support/member-machine.js";

const members = (...states: readonly Member[]) => states.map((state, i) => ({ id: `M-${i + 1}`, state, facts: {} }));

describe("findDue()", () => {
  test.each([
    { from: "2024-06-01", asOf: "2024-06-30", days: [], why: "the day before" },
    { from: "2024-06-01", asOf: "2024-07-01", days: ["2024-07-01"], why: "on the day" },
    { from: "2024-06-01", asOf: "2024-07-05", days: ["2024-07-01"], why: "days later, at the day it was due" },
    { from: "2024-07-03", asOf: "2024-07-05", days: ["2024-07-03"], why: "due before the first day: on the first day" },
    { from: "2024-07-05", asOf: "2024-07-04", days: [], why: "no day has passed" },
  ])("a trial ending on 2024-07-01, from $from to $asOf: $why", ({ from, asOf, days }) => {
    const report = findDue(memberMachine, { members: members(onTrial), from, asOf });
    expect(report.due.flatMap(({ steps }) => steps.map((step) => step.asOf))).toStrictEqual(days);
    expect(report.undecided).toStrictEqual([]);
  });

  test("keeps the order of the members and leaves out those that stay", () => {
    const late: Member = { at: "trial", data: { trialEnd: "2024-08-01", attempts: 0 } };
    const stuck: Member = { at: "remediation", data: { attempts: 1, deadline: "2024-06-15" } };
    const report = findDue(memberMachine, { members: members(onTrial, late, stuck), from: "2024-06-01", asOf: "2024-07-01" });
    expect(report.due.map(({ id, steps }) => [id, steps[0]?.step.next.at])).toStrictEqual([
      ["M-1", "expired"],
      ["M-3", "eliminated"],
    ]);
  });

  test("makes several steps, one a day at most", () => {
    const machine = memberMachineOf([
      { from: "trial", on: "dayPassed", dueOn: "trialEnd", to: "watch" },
      { from: "watch", on: "dayPassed", dueOn: "trialEnd", to: "remediation" },
      { from: "remediation", on: "dayPassed", dueOn: "trialEnd", to: "eliminated" },
    ]);
    const [due] = findDue(machine, { members: members(onTrial), from: "2024-01-01", asOf: "2024-07-02" }).due;
    expect(due?.steps.map(({ asOf, step }) => [asOf, step.next.at])).toStrictEqual([
      ["2024-07-01", "watch"],
      ["2024-07-02", "remediation"],
    ]);
  });

  test("goes on to a later date where the guard of the earlier one does not hold", () => {
    const machine = memberMachineOf([
      { from: "trial", on: "dayPassed", dueOn: "deadline", when: "promotable", to: "distributor" },
      { from: "trial", on: "dayPassed", dueOn: "trialEnd", to: "expired" },
    ]);
    const state: Member = { at: "trial", data: { deadline: null, trialEnd: "2024-07-01", attempts: 0 } };
    const [due] = findDue(machine, { members: members(state), from: "2024-06-01", asOf: "2024-07-09" }).due;
    expect(due?.steps.map(({ asOf, step }) => [asOf, step.next.at])).toStrictEqual([["2024-07-01", "expired"]]);
  });

  test("names the members for which a missing date leaves it open", () => {
    const undated: Member = { at: "trial", data: { attempts: 0 } };
    const report = findDue(memberMachine, { members: members(undated, onTrial), from: "2024-06-01", asOf: "2024-07-01" });
    expect(report.undecided.map(({ id, refusal }) => [id, refusal.failed[0]?.params["missing"]])).toStrictEqual([
      ["M-1", ["data.trialEnd"]],
    ]);
    expect(report.due.map(({ id }) => id)).toStrictEqual(["M-2"]);
  });

  test("moves all regions of a member on the same day", () => {
    const state = { at: { relationship: "active", standing: "suspended" }, data: { suspendedUntil: "2024-05-01" } } as const;
    const report = findDue(dealerMachine, { members: [{ id: "D-1", state, facts: {} }], from: "2024-04-01", asOf: "2024-06-01" });
    expect(report.due[0]?.steps.map(({ asOf, step }) => [asOf, step.next.at])).toStrictEqual([
      ["2024-05-01", { relationship: "exiting", standing: "good" }],
    ]);
  });

  test("reads frozen input and survives JSON", () => {
    const report = findDue(memberMachine, frozen({ members: members(onTrial), from: "2024-06-01", asOf: "2024-07-01" }));
    expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
  });

  test("stops at the last day there is", () => {
    const last: Member = { at: "trial", data: { trialEnd: "9999-12-31", attempts: 0 } };
    const report = findDue(memberMachine, { members: members(last), from: "9999-12-30", asOf: "9999-12-31" });
    expect(report.due[0]?.steps.length).toBe(1);
  });

  test("refuses days that are none", () => {
    expect(faultAt(() => findDue(memberMachine, { members: [], from: "2024-02-30", asOf: "2024-03-01" }))).toBe(
      "kernel.not_a_date at facts.from",
    );
    expect(faultAt(() => findDue(memberMachine, { members: [], from: "2024-03-01", asOf: "" }))).toBe("kernel.not_a_date at facts.asOf");
    const of = (facts: unknown, machine: unknown = memberMachine) =>
      faultAt(() => findDue(machine as typeof memberMachine, facts as never));
    expect(of(null)).toBe("kernel.not_a_record at facts");
    expect(of({ members: [null], from: "2024-03-01", asOf: "2024-03-01" })).toBe("kernel.not_a_record at facts.members[0]");
    expect(of({ members: members(onTrial), from: "2024-03-01", asOf: "2024-03-01" }, null)).toBe("kernel.not_a_record at machine");
    expect(faultAt(() => findDue(memberMachine, { members: null as never, from: "2024-03-01", asOf: "2024-03-01" }))).toBe(
      "kernel.not_a_list at facts.members",
    );
  });
});
