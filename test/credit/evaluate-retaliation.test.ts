import { evaluateRetaliation, type RetaliationPolicy } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const steps = [
  { fromMissed: 1, concessionCut: "0.5", supply: "cash_only" },
  { fromMissed: 3, concessionCut: "1", supply: "held" },
] as const;
const answer = (forgiveness: RetaliationPolicy["forgiveness"], missed: number, cyclesSince = 0, repaidShare = "0") => {
  const { supply, concessionCut, cyclesLeft } = shown(evaluateRetaliation({ missed, cyclesSince, repaidShare }, { steps, forgiveness }));
  return [supply, concessionCut, cyclesLeft];
};
const suspension = { kind: "suspension", cycles: 4, length: "shortened" } as const;

describe("evaluateRetaliation()", () => {
  test.each([
    [0, ["normal", "0", 0]],
    [1, ["cash_only", "0.5", 4]],
    [2, ["cash_only", "0.5", 4]],
    [3, ["held", "1", 4]],
    [9, ["held", "1", 4]],
  ])("S19-133: %i cycles missed are answered by %j: concessions cut, supply held", (missed, expected) => {
    expect(answer(suspension, missed)).toStrictEqual(expected);
  });

  test("G-20: never forgiven, tit for tat, and a suspension", () => {
    expect(answer({ kind: "grim" }, 1, 99, "1")).toStrictEqual(["cash_only", "0.5", null]);
    expect(answer({ kind: "grim" }, 0)).toStrictEqual(["normal", "0", 0]);
    expect(answer({ kind: "tit_for_tat" }, 3, 0)).toStrictEqual(["held", "1", 0]);
    expect(answer({ kind: "tit_for_tat" }, 3, 1)).toStrictEqual(["normal", "0", 0]);
    expect(answer(suspension, 3, 3)).toStrictEqual(["held", "1", 1]);
    expect(answer(suspension, 3, 4)).toStrictEqual(["normal", "0", 0]);
  });

  test.each([
    ["0", 4],
    ["0.25", 3],
    ["0.26", 3],
    ["0.5", 2],
    ["1", 0],
  ])("the more is repaid, the shorter: %s repaid leaves %i cycles", (repaid, left) => {
    expect(answer(suspension, 1, 0, repaid)[2]).toBe(left);
    expect(answer({ ...suspension, length: "fixed" }, 1, 0, repaid)[2]).toBe(4);
  });

  test("names the place of what is malformed", () => {
    const twice = [steps[0], steps[0]];
    expect(
      faultAt(() => evaluateRetaliation({ missed: 1, cyclesSince: 0, repaidShare: "0" }, { steps: twice, forgiveness: { kind: "grim" } })),
    ).toBe("credit.not_rising at policy.steps[1].fromMissed");
  });
});
