import { type MemberHistory, replayMember } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { applied, known, prospect, refuse, step, trial } from "../support/channel-member.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const records: MemberHistory["records"] = [
  { event: { type: "applied", asOf: "2024-01-08" }, facts: { missingDocuments: [] } },
  { event: { type: "evaluated", asOf: "2024-01-09", passed: true }, facts: {} },
  { event: { type: "decided", asOf: "2024-01-20", verdict: "admitted" }, facts: {} },
];

describe("replayMember()", () => {
  test("is the events one by one, and names the place of one that is refused", () => {
    const { state, steps, refused } = replayMember(frozen({ initial: prospect, records }), { onRefusal: "collect" });
    expect(state.at.relationship).toBe("approved");
    expect(steps.map(({ index }) => index)).toStrictEqual([0, 2]);
    expect(steps[0]?.step).toStrictEqual(step(prospect, { type: "applied", asOf: "2024-01-08" }, { missingDocuments: [] }));
    expect(refused).toStrictEqual([{ index: 1, refusal: refuse(applied, { type: "evaluated", asOf: "2024-01-09", passed: true }, {}) }]);
  });

  test("stops at the first refusal where it should", () => {
    const { state, steps, refused } = replayMember({ initial: prospect, records }, { onRefusal: "stop" });
    expect([state.at.relationship, steps.length, refused.map(({ index }) => index)]).toStrictEqual(["applied", 1, [1]]);
  });

  test("refuses an event that time comes before, as a step does", () => {
    const late: MemberHistory = {
      initial: trial,
      records: [{ event: { type: "evaluated", asOf: "2024-08-01", passed: true }, facts: known }],
    };
    expect(replayMember(late, { onRefusal: "stop" }).refused[0]?.refusal.allowed).toStrictEqual(["dayPassed"]);
  });

  test("an empty history leaves the member where it was", () => {
    expect(replayMember({ initial: trial, records: [] }, { onRefusal: "stop" })).toStrictEqual({ state: trial, steps: [], refused: [] });
  });

  test.each([
    [{ initial: prospect, records: "none" }, { onRefusal: "stop" }, "kernel.not_a_list at facts.records"],
    [{ initial: prospect, records: [7] }, { onRefusal: "stop" }, "kernel.not_a_record at facts.records[0]"],
    [{ initial: null, records }, { onRefusal: "stop" }, "kernel.not_a_record at state"],
    [{ initial: prospect, records }, { onRefusal: "skip" }, "kernel.not_a_choice at policy.onRefusal"],
    [null, { onRefusal: "stop" }, "kernel.not_a_record at facts"],
  ])("what is malformed is a fault: %j", (facts, policy, fault) => {
    expect(faultAt(() => replayMember(facts as never, policy as never))).toBe(fault);
  });
});
