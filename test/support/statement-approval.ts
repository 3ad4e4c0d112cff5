/** Events of the approval of statements, and the state they lead to. */
import { type StatementApproval, type StatementApprovalEvent, startStatementApproval, stepStatementApproval } from "qudao/settlement";

const titles = { en: "Level", zh: "级别" };

/** Wang approves every statement, Zhao those from 100 000. */
export const approvalLevels = [
  { level: "clerk", titles, from: "0" },
  { level: "manager", titles, from: "100000" },
];

export const approvers = [
  { level: "clerk", by: "Wang" },
  { level: "manager", by: "Zhao" },
];

export const drawnStatement = {
  accountId: "A",
  period: { start: "2024-03-01", end: "2024-04-01" },
  currency: "CNY",
  closing: "850.00",
};

export function draftedStatement(
  silence: "confirms" | "reminds" = "reminds",
  changes: object = {},
  levels = approvalLevels,
): StatementApproval {
  return startStatementApproval(
    { statementId: "ST-3", statement: drawnStatement, preparedBy: "Li", approvers, asOf: "2024-04-02", ...changes },
    { silence, currency: "CNY", levels },
  );
}

const maker = { side: "manufacturer" } as const;
const member = { by: "A", side: "member" } as const;

export const approving = (by = "Wang", asOf = "2024-04-03"): StatementApprovalEvent => ({ type: "approved", asOf, by, ...maker });
export const sending: StatementApprovalEvent = { type: "sent", asOf: "2024-04-04", by: "Li", ...maker };
export const confirming: StatementApprovalEvent = { type: "confirmed", asOf: "2024-04-08", ...member };
export const objecting: StatementApprovalEvent = { type: "objected", asOf: "2024-04-08", ground: "INV-9 is missing", ...member };
export const replacing: StatementApprovalEvent = { type: "replaced", asOf: "2024-04-09", by: "Li", successorId: "ST-3b", ...maker };
export const statementDay = (asOf: string): StatementApprovalEvent => ({ type: "dayPassed", asOf });

export function approvalAfter(events: readonly StatementApprovalEvent[], from = draftedStatement()): StatementApproval {
  return events.reduce((state, event) => {
    const answer = stepStatementApproval(state, event, { answerDays: 10 });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    return answer.value.next;
  }, from);
}
