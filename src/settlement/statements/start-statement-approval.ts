import { type CalendarDate, parseDate } from "../../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../../kernel/check.js";
import { type Period, parsePeriod } from "../../kernel/period.js";
import { readSilence } from "./read-statement-approval.js";
import type { StatementApproval } from "./statement-approval.js";

/** A statement that was drawn. */
export interface StatementApprovalStart {
  /** The host's identifier of it. Not empty. */
  readonly statementId: string;
  /** The statement; the outcome of `buildAccountStatement` will do. */
  readonly statement: { readonly accountId: string; readonly period: Period };
  /** Who drew it. */
  readonly preparedBy: string;
  /** Who has to approve it. */
  readonly approver: string;
  /** The day it was drawn. */
  readonly asOf: CalendarDate;
}

/** What was agreed on the confirmation of statements. */
export interface StatementApprovalPolicy {
  /** What silence of the member means: it agrees, or it is reminded. */
  readonly silence: "confirms" | "reminds";
}

/**
 * Begins the approval of a statement: it is drafted, and waits for its approver.
 *
 * @param facts - The statement, who drew it and who has to approve it.
 * @param policy - What silence of the member means.
 * @returns Where the approval stands: plain JSON, for `stepStatementApproval`.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @example The statement of March
 * ```ts
 * import { startStatementApproval } from "qudao/settlement";
 *
 * const statement = { accountId: "A", period: { start: "2024-03-01", end: "2024-04-01" } };
 * const approval = startStatementApproval(
 *   { statementId: "ST-3", statement, preparedBy: "Li", approver: "Wang", asOf: "2024-04-02" }, { silence: "reminds" },
 * );
 * [approval.at, approval.data.approver]; // => ["drafted", "Wang"]
 * ```
 *
 * @since 0.1.0
 */
export function startStatementApproval(facts: StatementApprovalStart, policy: StatementApprovalPolicy): StatementApproval {
  return readSafely({ facts, policy }, () => {
    const silence = readSilence(checkRecord(policy, "policy")["silence"], "policy.silence");
    const given = checkRecord(facts, "facts");
    const { accountId, period } = checkRecord(given["statement"], "facts.statement");
    return {
      at: "drafted",
      data: {
        statementId: checkText(given["statementId"], "facts.statementId"),
        accountId: checkText(accountId, "facts.statement.accountId"),
        period: parsePeriod(period, "facts.statement.period"),
        preparedBy: checkText(given["preparedBy"], "facts.preparedBy"),
        approver: checkText(given["approver"], "facts.approver"),
        silence,
        since: parseDate(given["asOf"], "facts.asOf"),
        approvedOn: null,
        answerBy: null,
        silentOn: null,
        confirmedOn: null,
        ground: null,
        successorId: null,
      },
    };
  });
}
