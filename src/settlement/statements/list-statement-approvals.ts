import { findDue } from "../../engine/find-due.js";
import { type CalendarDate, daysBetween, parseDate } from "../../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../../kernel/check.js";
import type { Period } from "../../kernel/period.js";
import { checkDistinct, listOf } from "../../kernel/read.js";
import { readStatementApproval } from "./read-statement-approval.js";
import type { StatementApproval, StatementApprovalState, StatementApprovalStep, StatementSide } from "./statement-approval.js";
import { nextSignature, statementApprovalLifecycle } from "./statement-approval-lifecycle.js";

/** The approvals to look at. */
export interface StatementApprovalsFacts {
  /** Approvals of any accounts, each once. */
  readonly approvals: readonly StatementApproval[];
  /** First day that has not yet been offered to them. */
  readonly from: CalendarDate;
  /** The day. */
  readonly asOf: CalendarDate;
}

/** Whose turn it is. */
export interface StatementWait {
  /** The side. */
  readonly side: StatementSide;
  /** Who: a person of the manufacturer's, or the account. */
  readonly id: string;
  /** The level that has to approve. `null`: no approval is waited for. */
  readonly level: string | null;
}

/** Where one statement stands, and who it waits for. */
export interface StatementApprovalLine {
  /** The statement. */
  readonly statementId: string;
  /** The member, or the payer, that it is for. */
  readonly accountId: string;
  /** The days it is about. */
  readonly period: Period;
  /** Where it stands. */
  readonly state: StatementApprovalState;
  /** Whose turn it is: the next approver's or the preparer's name, or the account. `null`: nobody's, it is over. */
  readonly waitingFor: StatementWait | null;
  /** Days since the last event. */
  readonly waitingDays: number;
  /** Last day for the member's answer. `null`: none is awaited. */
  readonly answerBy: CalendarDate | null;
}

/** Where statements stand. */
export interface StatementApprovalReport {
  /** One per statement, by account, then first day of the period. */
  readonly lines: readonly StatementApprovalLine[];
  /** What time alone has done since `from`, for the host to record: each with its steps. */
  readonly due: readonly {
    readonly statementId: string;
    readonly steps: readonly { readonly asOf: CalendarDate; readonly step: StatementApprovalStep }[];
  }[];
}

/**
 * Lists where statements stand, account by account, with whose turn it is and for how long, and what time alone does to them.
 *
 * @remarks
 * The lines show each statement after what time alone has done by `asOf`. To see what waits for one person, filter by `waitingFor`.
 *
 * @param facts - The approvals and the days.
 * @returns The lines, and the steps that time made.
 * @throws LibraryFault `kernel.named_twice` for a statement that comes twice, `kernel.*` with the place in `facts` that cannot be read.
 *
 * @example Three days with Wang
 * ```ts
 * import { listStatementApprovals, startStatementApproval } from "qudao/settlement";
 *
 * const levels = [{ level: "manager", titles: { en: "Channel manager", zh: "渠道经理" }, from: "0" }];
 * const statement = { accountId: "A", period: { start: "2024-03-01", end: "2024-04-01" }, currency: "CNY", closing: "850.00" };
 * const approvers = [{ level: "manager", by: "Wang" }];
 * const drafted = startStatementApproval(
 *   { statementId: "ST-3", statement, preparedBy: "Li", approvers, asOf: "2024-04-02" },
 *   { silence: "confirms", currency: "CNY", levels },
 * );
 * const { lines } = listStatementApprovals({ approvals: [drafted], from: "2024-04-03", asOf: "2024-04-05" });
 * lines.map(({ waitingFor, waitingDays }) => [waitingFor?.id, waitingDays]); // => [["Wang", 3]]
 * ```
 *
 * @since 0.1.0
 */
export function listStatementApprovals(facts: StatementApprovalsFacts): StatementApprovalReport {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const approvals = listOf(readStatementApproval)(given["approvals"], "facts.approvals");
    const from = parseDate(given["from"], "facts.from");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    checkDistinct(
      approvals.map(({ data }) => data.statementId),
      "facts.approvals",
      "data.statementId",
    );
    const members = approvals.map((state, i) => ({ id: String(i), state, facts: {} }));
    const { due } = findDue(statementApprovalLifecycle, { members, from, asOf });
    const after = new Map(due.map(({ id, steps }) => [Number(id), steps.at(-1)?.step.next]));
    const lines = approvals.map((state, i) => lineOf(after.get(i) ?? state, asOf)).sort(byAccount);
    return {
      lines,
      due: due.map(({ id, steps }) => ({ statementId: (approvals[Number(id)] as StatementApproval).data.statementId, steps })),
    };
  });
}

function lineOf({ at: state, data }: StatementApproval, asOf: CalendarDate): StatementApprovalLine {
  const { statementId, accountId, period, answerBy, since } = data;
  const waitingDays = Math.max(0, daysBetween(since, asOf));
  return { statementId, accountId, period: { ...period }, state, waitingFor: waitingOf(state, data), waitingDays, answerBy };
}

function waitingOf(state: StatementApprovalState, data: StatementApproval["data"]): StatementWait | null {
  const turn = nextSignature(data.approvals);
  switch (state) {
    case "drafted":
      return turn === undefined ? null : { side: "manufacturer", id: turn.by, level: turn.level };
    case "approved":
    case "objected":
      return { side: "manufacturer", id: data.preparedBy, level: null };
    case "sent":
      return { side: "member", id: data.accountId, level: null };
    default:
      return null;
  }
}

/** By code units, so that no locale changes an order. */
function byAccount(a: StatementApprovalLine, b: StatementApprovalLine): number {
  const keyOf = ({ accountId, period, statementId }: StatementApprovalLine) => JSON.stringify([accountId, period.start, statementId]);
  const [x, y] = [keyOf(a), keyOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
