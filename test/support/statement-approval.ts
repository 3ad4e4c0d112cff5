/** Events of the approval of statements, and the state they lead to. */
import { type StatementApproval, type StatementApprovalEvent, startStatementApproval, stepStatementApproval } from "qudao/settlement";

export function draftedStatement(silence: "confirms" | "reminds" = "reminds", changes: object = {}): StatementApproval {
  const statement = { accountId: "A", period: { start: "2024-03-01", end: "2024-04-01" } };
  return startStatementApproval(
    { statementId: "ST-3", statement, preparedBy: "Li", approver: "Wang", asOf: "2024-04-02", ...changes },
    { silence },
  );
}

export const approving = (by = "Wang", asOf = "2024-04-03"): StatementApprovalEvent => ({ type: "approved", asOf, by });
export const sending: StatementApprovalEvent = { type: "sent", asOf: "2024-04-04", by: "Li" };
export const confirming: StatementApprovalEvent = { type: "confirmed", asOf: "2024-04-08", by: "A" };
export const objecting: StatementApprovalEvent = { type: "objected", asOf: "2024-04-08", by: "A", ground: "INV-9 is missing" };
export const replacing: StatementApprovalEvent = { type: "replaced", asOf: "2024-04-09", by: "Li", successorId: "ST-3b" };
export const statementDay = (asOf: string): StatementApprovalEvent => ({ type: "dayPassed", asOf });

export function approvalAfter(events: readonly StatementApprovalEvent[], from = draftedStatement()): StatementApproval {
  return events.reduce((state, event) => {
    const answer = stepStatementApproval(state, event, { answerDays: 10 });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    return answer.value.next;
  }, from);
}
