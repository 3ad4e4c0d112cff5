import { availableStatementApprovalEvents, statementApprovalEvents } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../../support/fault-of.js";
import { approvalAfter, approving, confirming, draftedStatement, sending } from "../../support/statement-approval.js";

const open = (state: ReturnType<typeof draftedStatement>) =>
  availableStatementApprovalEvents(state, { answerDays: 10 })
    .filter(({ status }) => status !== "refused")
    .map(({ event }) => event);

describe("availableStatementApprovalEvents()", () => {
  test("names every event once, and those that have their place", () => {
    expect(availableStatementApprovalEvents(draftedStatement(), {}).map(({ event }) => event)).toStrictEqual([...statementApprovalEvents]);
    expect(open(draftedStatement())).toStrictEqual(["approved", "replaced"]);
    expect(open(approvalAfter([approving(), sending]))).toStrictEqual(["dayPassed", "confirmed", "objected", "replaced"]);
    expect(open(approvalAfter([approving(), sending, confirming]))).toStrictEqual([]);
  });

  test("a state that cannot be read is a fault", () => {
    expect(faultAt(() => availableStatementApprovalEvents({} as never, {}))).toBe("kernel.not_a_choice at state.at");
  });
});
