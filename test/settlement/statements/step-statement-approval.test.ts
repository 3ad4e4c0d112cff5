import { type StatementApproval, type StatementApprovalEvent, stepStatementApproval } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { expectOnlyFaults } from "../../support/hostile-json.js";
import {
  approvalAfter,
  approving,
  confirming,
  draftedStatement,
  drawnStatement,
  objecting,
  replacing,
  sending,
  statementDay,
} from "../../support/statement-approval.js";

/** The state after it and its effects, or the guards that failed. */
function step(state: StatementApproval, event: StatementApprovalEvent, facts: object = { answerDays: 10 }) {
  const answer = stepStatementApproval(frozen(state), frozen(event), facts);
  if (!answer.ok) return answer.problem.failed.map(({ params, status }) => `${params["guard"]} ${status}`);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return [answer.value.next.at, ...answer.value.effects.map(({ effect }) => effect)];
}

const sent = approvalAfter([approving(), sending]);

describe("stepStatementApproval()", () => {
  // G-15
  test("G-15: both sides sign off: approved by another person, sent, confirmed by the member, and only then paid", () => {
    const drafted = draftedStatement();
    // of either arrow: the one to the next level and the one to the end
    const unapproved = ["by_the_approver unmet", "another_level unmet", "by_the_approver unmet"];
    expect(step(drafted, confirming)).toStrictEqual([]);
    expect(step(drafted, approving("Li"))).toStrictEqual(unapproved);
    expect(step(drafted, approving("Zhao"))).toStrictEqual(unapproved);
    expect(step(drafted, approving())).toStrictEqual(["approved", "send_statement"]);
    expect(step(approvalAfter([approving()]), sending)).toStrictEqual(["sent", "ask_member"]);
    expect(step(sent, confirming)).toStrictEqual(["confirmed", "release_payment"]);
    expect(approvalAfter([confirming], sent).data).toMatchObject({ approvedOn: "2024-04-03", confirmedOn: "2024-04-08", answerBy: null });
  });

  test("G-15: the manufacturer's people approve level by level, nobody twice and nobody out of turn", () => {
    const large = draftedStatement("reminds", { statement: { ...drawnStatement, closing: "-100000" } });
    expect(step(large, approving("Zhao"))).toStrictEqual(["by_the_approver unmet", "by_the_approver unmet"]);
    expect(step(large, approving("Wang"))).toStrictEqual(["drafted", "ask_next_level"]);
    const half = approvalAfter([approving("Wang")], large);
    expect(half.data).toMatchObject({
      approvals: [
        { level: "clerk", by: "Wang", on: "2024-04-03" },
        { level: "manager", by: "Zhao", on: null },
      ],
      approvedOn: null,
    });
    expect(step(half, approving("Wang"))).toContain("by_the_approver unmet");
    expect(step(half, sending)).toStrictEqual([]);
    expect(step(half, approving("Zhao", "2024-04-04"))).toStrictEqual(["approved", "send_statement"]);
    expect(approvalAfter([approving("Zhao", "2024-04-04")], half).data).toMatchObject({ approvedOn: "2024-04-04" });
    // a state that was tampered with does not let the preparer approve
    const own = { ...half, data: { ...half.data, preparedBy: "Zhao" } };
    expect(step(own, approving("Zhao", "2024-04-04"))).toContain("by_the_approver unmet");
  });

  test("G-15: whoever acts for the wrong side is refused: the manufacturer never confirms its own statement, the member never approves one", () => {
    const as = (side: "member" | "manufacturer", event: StatementApprovalEvent) => ({ ...event, side }) as StatementApprovalEvent;
    const objected = approvalAfter([objecting], sent);
    expect(step(draftedStatement(), as("member", approving()))).toContain("by_the_manufacturer unmet");
    expect(step(approvalAfter([approving()]), as("member", sending))).toStrictEqual(["by_the_manufacturer unmet"]);
    expect(step(sent, as("manufacturer", confirming))).toStrictEqual(["by_the_member unmet"]);
    expect(step(sent, as("manufacturer", objecting))).toStrictEqual(["by_the_member unmet"]);
    expect(step(objected, as("manufacturer", { ...confirming, asOf: "2024-04-09" }))).toStrictEqual(["by_the_member unmet"]);
    for (const state of [draftedStatement(), approvalAfter([approving()]), sent, objected])
      expect(step(state, as("member", replacing))).toStrictEqual(["by_the_manufacturer unmet"]);
    const sideless = { type: "confirmed", asOf: "2024-04-08", by: "A" } as never;
    expect(faultAt(() => stepStatementApproval(sent, sideless, {}))).toBe("kernel.not_a_choice at event.side");
  });

  test.each([
    ["confirms", "2024-04-14", ["due unmet"]],
    ["confirms", "2024-04-15", ["taken_as_confirmed", "release_payment"]],
    ["confirms", "2024-04-16", ["taken_as_confirmed", "release_payment"]],
    ["reminds", "2024-04-15", ["sent", "remind_member"]],
  ] as const)("sent on 4 April with 10 days, silence %s on %s as agreed", (silence, asOf, want) => {
    const state = approvalAfter([approving(), sending], draftedStatement(silence));
    expect(state.data.answerBy).toBe("2024-04-14");
    const got = step(state, statementDay(asOf));
    if (asOf === "2024-04-14") expect(got).toContain("due unmet");
    else expect(got).toStrictEqual(want);
  });

  test("an objection stops the payment, until it is settled or another statement is drawn", () => {
    expect(step(sent, objecting)).toStrictEqual(["objected", "settle_objection"]);
    const objected = approvalAfter([objecting], sent);
    expect(objected.data.ground).toBe("INV-9 is missing");
    expect(step(objected, statementDay("2030-01-01"))).toStrictEqual([]);
    expect(step(objected, { ...confirming, asOf: "2024-04-09" } as StatementApprovalEvent)).toStrictEqual(["confirmed", "release_payment"]);
    expect(step(objected, replacing)).toStrictEqual(["replaced"]);
    expect(approvalAfter([replacing], objected).data.successorId).toBe("ST-3b");
  });

  test("what is not known moves nothing, and nothing is dated before what was recorded", () => {
    expect(step(approvalAfter([approving()]), sending, {})).toStrictEqual(["await_answer unknown"]);
    expect(step(sent, { ...confirming, asOf: "2024-04-03" } as StatementApprovalEvent)).toStrictEqual(["in_order unmet"]);
  });

  test("what cannot be read names its place, and 10,000 arbitrary values end in an answer or a fault", () => {
    const event = statementDay("2024-04-05");
    expect(faultAt(() => stepStatementApproval({ ...sent, data: { ...sent.data, answerBy: null } }, event, {}))).toBe(
      "kernel.not_a_date at state.data.answerBy",
    );
    const signed = approvalAfter([approving()]);
    expect(faultAt(() => stepStatementApproval({ at: "drafted", data: signed.data }, approving(), {}))).toBe(
      "kernel.missing at state.data.approvals",
    );
    expect(faultAt(() => stepStatementApproval({ ...sent, data: { ...sent.data, approvals: [] } }, event, {}))).toBe(
      "kernel.list_empty at state.data.approvals",
    );
    expect(faultAt(() => stepStatementApproval(sent, { ...objecting, ground: "" } as StatementApprovalEvent, {}))).toBe(
      "kernel.not_text at event.ground",
    );
    expect(expectOnlyFaults(stepStatementApproval as never, [sent, objecting, { answerDays: 10 }]).faults).toBeGreaterThan(1000);
  });
});
