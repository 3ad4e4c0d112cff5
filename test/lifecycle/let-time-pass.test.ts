import { addDays } from "qudao/kernel";
import { findDueMembers, indexDueDates, letTimePass, stepMember } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { changed, distributor, exiting, known, remedying, trial } from "../support/channel-member.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

describe("letTimePass()", () => {
  test("catches up with the right days, whoever is due", () => {
    const members = [
      { id: "M-1", state: trial, facts: known },
      { id: "M-2", state: remedying, facts: known },
      { id: "M-3", state: distributor, facts: known },
    ];
    const { due, undecided } = letTimePass(frozen({ members, from: "2024-05-21", asOf: "2024-07-05" }));
    expect(due.map(({ id, steps }) => [id, steps.map(({ asOf, step }) => [asOf, step.next.at.relationship])])).toStrictEqual([
      ["M-1", [["2024-07-01", "expired"]]],
      // eliminated on 1 June with one month of notice: 1 July is in July, whose end is 1 August
      ["M-2", [["2024-06-01", "exiting"]]],
    ]);
    expect(due[1]?.steps[0]?.step.next.data.exitOn).toBe("2024-08-01");
    expect(undecided).toStrictEqual([]);
  });

  test("says of whom it cannot tell, and what is missing", () => {
    const { due, undecided } = letTimePass({
      members: [{ id: "M-2", state: remedying, facts: {} }],
      from: "2024-06-01",
      asOf: "2024-06-02",
    });
    expect(due).toStrictEqual([]);
    expect(undecided.map(({ id, refusal }) => [id, refusal.params["why"]])).toStrictEqual([["M-2", "unknown"]]);
    expect(undecided[0]?.refusal.failed.flatMap(({ params }) => params["missing"] ?? [])).toContain("facts.noticeSteps");
  });

  test("does to those whom the index names the same as every day offered to everyone", () => {
    let members = [
      { id: "M-1", state: changed(trial, {}, { nextReviewOn: "2024-04-01" }) },
      { id: "M-2", state: remedying },
      { id: "M-3", state: exiting },
      { id: "M-4", state: changed(distributor, {}, { agreementEnd: "2024-11-15" }) },
    ];
    let walked = members;
    for (let asOf = "2024-03-30"; asOf < "2025-01-10"; asOf = addDays(asOf, 1)) {
      const named = new Set(findDueMembers({ index: indexDueDates({ members }), asOf }).map(({ memberId }) => memberId));
      const asked = members.filter(({ id }) => named.has(id)).map((member) => ({ ...member, facts: known }));
      const { due } = letTimePass({ members: asked, from: asOf, asOf });
      members = members.map((member) => ({
        ...member,
        state: due.find(({ id }) => id === member.id)?.steps.at(-1)?.step.next ?? member.state,
      }));
      walked = walked.map((member) => {
        const answer = stepMember(member.state, { type: "dayPassed", asOf }, known);
        return answer.ok ? { ...member, state: answer.value.next } : member;
      });
      expect(members).toStrictEqual(walked);
    }
    expect(members.map(({ state }) => state.at.relationship)).toStrictEqual(["expired", "exiting", "exiting", "exiting"]);
  });

  test.each([
    [
      { members: [{ id: "M", state: trial, facts: null }], from: "2024-06-01", asOf: "2024-06-02" },
      "kernel.not_a_record at facts.members[0].facts",
    ],
    [
      { members: [{ id: "M", state: null, facts: {} }], from: "2024-06-01", asOf: "2024-06-02" },
      "kernel.not_a_record at facts.members[0].state",
    ],
    [{ members: [], from: "June", asOf: "2024-06-02" }, "kernel.not_a_date at facts.from"],
    [{ from: "2024-06-01", asOf: "2024-06-02" }, "kernel.not_a_list at facts.members"],
  ])("what is malformed is a fault: %#", (facts, fault) => expect(faultAt(() => letTimePass(facts as never))).toBe(fault));
});
