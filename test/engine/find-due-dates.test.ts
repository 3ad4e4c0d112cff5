import { findDueDates } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { dealerMachine, type Member, memberMachine, memberMachineOf, onTrial } from "../support/member-machine.js";

describe("findDueDates()", () => {
  test("lists the day on which time may move the state", () => {
    expect(findDueDates(memberMachine, onTrial)).toStrictEqual([
      { date: "2024-07-01", dueOn: "trialEnd", arrow: "trial.dayPassed@trialEnd", to: "expired" },
    ]);
  });

  test("lists earliest first, and equal days in table order", () => {
    const machine = memberMachineOf([
      { from: "trial", on: "dayPassed", dueOn: "trialEnd", to: "expired" },
      { from: "trial", on: "dayPassed", dueOn: "deadline", to: "eliminated" },
    ]);
    const tos = (trialEnd: string, deadline: string) =>
      findDueDates(machine, { at: "trial", data: { trialEnd, deadline, attempts: 0 } }).map(({ to }) => to);
    expect(tos("2024-07-02", "2024-07-01")).toStrictEqual(["eliminated", "expired"]);
    expect(tos("2024-07-01", "2024-07-01")).toStrictEqual(["expired", "eliminated"]);
  });

  test.each([
    { state: { at: "distributor", data: { attempts: 0 } }, why: "no arrow waits for a day" },
    { state: { at: "trial", data: { trialEnd: null, attempts: 0 } }, why: "no date is set" },
    { state: { at: "trial", data: { attempts: 0 } }, why: "the date is missing" },
    { state: { at: "expired", data: { trialEnd: "2024-07-01", attempts: 0 } }, why: "the state is final" },
  ] as const)("lists nothing where $why", ({ state }) => expect(findDueDates(memberMachine, state as Member)).toStrictEqual([]));

  test("looks into every region", () => {
    const state = { at: { relationship: "active", standing: "suspended" }, data: { suspendedUntil: "2024-05-01" } } as const;
    expect(findDueDates(dealerMachine, state).map(({ arrow }) => arrow)).toStrictEqual([
      "relationship:active.dayPassed@suspendedUntil",
      "standing:suspended.dayPassed@suspendedUntil",
    ]);
  });

  test("refuses a state it does not know and a date that is none", () => {
    expect(faultAt(() => findDueDates(memberMachine, { at: "retired", data: {} } as unknown as Member))).toBe(
      "kernel.not_a_choice at state.at",
    );
    expect(faultAt(() => findDueDates(memberMachine, null as unknown as Member))).toBe("kernel.not_a_record at state");
    expect(faultAt(() => findDueDates(null as unknown as typeof memberMachine, onTrial))).toBe("kernel.not_a_record at machine");
    const undated: Member = { at: "trial", data: { trialEnd: "2024-13-01", attempts: 0 } };
    expect(faultAt(() => findDueDates(memberMachine, undated))).toBe("kernel.not_a_date at state.data.trialEnd");
  });
});
