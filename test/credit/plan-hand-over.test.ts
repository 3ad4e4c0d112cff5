import { handOverProcedure, planHandOver } from "qudao/credit";
import { checkProcedure } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const full = {
  monday: "full",
  tuesday: "full",
  wednesday: "full",
  thursday: "full",
  friday: "full",
  saturday: "full",
  sunday: "full",
} as const;
const plan = () => shown(planHandOver({ asOf: "2024-05-06", memberId: "D1", successorId: "D9" }, { calendar: { week: full, days: [] } }));

describe("planHandOver()", () => {
  test("G-22: the procedure is sound", () => {
    expect(checkProcedure(handOverProcedure)).toStrictEqual([]);
  });

  test("G-22: every step has its dates, and the way that sets the end is told", () => {
    const outcome = plan();
    // 15 to sign, 2 to give notice, 20 to settle, 3 to link anew
    expect(outcome.criticalPath).toStrictEqual(["sign_successor", "give_notice", "settle", "link_anew"]);
    expect(outcome).toMatchObject({ memberId: "D1", successorId: "D9", procedure: "credit.hand_over_procedure", end: "2024-06-15" });
    expect(outcome.steps.find(({ step }) => step === "give_notice")).toMatchObject({ beginsOn: "2024-05-21", dueOn: "2024-05-23" });
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => planHandOver({ asOf: "x", memberId: "D1", successorId: "D9" }, { calendar: { week: full, days: [] } }))).toBe(
      "kernel.not_a_date at facts.asOf",
    );
  });
});
