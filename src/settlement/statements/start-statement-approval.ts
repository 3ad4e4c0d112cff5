import type { CalendarDate } from "../../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../../kernel/check.js";
import { type DecimalString, Exact } from "../../kernel/decimal.js";
import { faultsOf } from "../../kernel/fault.js";
import type { Words } from "../../kernel/message.js";
import { type Period, parsePeriod } from "../../kernel/period.js";
import {
  listOf,
  type Read,
  readCurrency,
  readDate,
  readDecimal,
  readNotNegative,
  readText,
  readWords,
  recordOf,
  someOf,
  uniqueBy,
} from "../../kernel/read.js";
import { statementApprovalFaultMessages } from "../statement-approval-messages.js";
import { readSilence } from "./read-statement-approval.js";
import type { StatementApproval } from "./statement-approval.js";

/** A statement that was drawn. */
export interface StatementApprovalStart {
  /** The host's identifier of it. Not empty. */
  readonly statementId: string;
  /** The statement; the outcome of `buildAccountStatement` will do. */
  readonly statement: ApprovedStatement;
  /** Who drew it. */
  readonly preparedBy: string;
  /** Who approves at each level. Every level that the statement needs has to be named; nobody twice, and not who drew it. */
  readonly approvers: readonly StatementApprover[];
  /** The day it was drawn. */
  readonly asOf: CalendarDate;
}

/** What is read of a statement that has to be approved. */
export interface ApprovedStatement {
  /** The member, or the payer, that it is for. */
  readonly accountId: string;
  /** The days it is about. */
  readonly period: Period;
  /** Currency of the balance. ISO 4217. */
  readonly currency: string;
  /** The balance at the end. Below 0: the member owes. */
  readonly closing: DecimalString;
}

/** Who approves at one level. */
export interface StatementApprover {
  /** The level; one of the policy's. Each once. */
  readonly level: string;
  /** Who. */
  readonly by: string;
}

/** What was agreed on the confirmation of statements. */
export interface StatementApprovalPolicy {
  /** What silence of the member means: it agrees, or it is reminded. */
  readonly silence: "confirms" | "reminds";
  /** Currency of the levels. ISO 4217. */
  readonly currency: string;
  /** The manufacturer's levels, lowest first; the first approves every statement. At least one. */
  readonly levels: readonly StatementApprovalLevel[];
}

/** A level of the manufacturer that has to approve statements. */
export interface StatementApprovalLevel {
  /** Its name in the host's data. Each once. */
  readonly level: string;
  /** Its name for readers. */
  readonly titles: Words;
  /** It approves statements whose closing balance, whichever side owes it, reaches this. `"0"`: every statement. */
  readonly from: DecimalString;
}

const approvalFault = faultsOf(statementApprovalFaultMessages);

/** @internal */
export const readApprovalPolicy: Read<StatementApprovalPolicy> = (value, path) => {
  const policy = recordOf<StatementApprovalPolicy>({
    silence: readSilence,
    currency: readCurrency,
    levels: uniqueBy("level", someOf(recordOf<StatementApprovalLevel>({ level: readText, titles: readWords, from: readNotNegative }))),
  })(value, path);
  const [first] = policy.levels as [StatementApprovalLevel];
  if (!new Exact(first.from).isZero()) {
    throw approvalFault("settlement.first_level_not_for_all", `${path}.levels[0].from`, { got: first.from });
  }
  return policy;
};

const readApprovers = uniqueBy("level", listOf(recordOf<StatementApprover>({ level: readText, by: readText })));

/**
 * Begins the approval of a statement: it is drafted, and waits for the people who have to approve it, level by level.
 *
 * @remarks
 * The closing balance says which levels: each whose `from` it reaches, whichever side owes it. Approvers of other levels are not asked.
 *
 * @param facts - The statement, who drew it and who approves at each level.
 * @param policy - The levels, and what silence of the member means.
 * @returns Where the approval stands: plain JSON, for `stepStatementApproval`.
 * @throws LibraryFault `settlement.no_approver`, `settlement.approves_own`, `settlement.first_level_not_for_all`,
 * `settlement.approval_currency`; `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @example The statement of March
 * ```ts
 * import { startStatementApproval } from "qudao/settlement";
 *
 * const levels = [
 *   { level: "clerk", titles: { en: "Channel clerk", zh: "渠道专员" }, from: "0" },
 *   { level: "manager", titles: { en: "Channel manager", zh: "渠道经理" }, from: "100000" },
 * ];
 * const statement = { accountId: "A", period: { start: "2024-03-01", end: "2024-04-01" }, currency: "CNY", closing: "100000.00" };
 * const approvers = [{ level: "clerk", by: "Wang" }, { level: "manager", by: "Zhao" }];
 * const approval = startStatementApproval(
 *   { statementId: "ST-3", statement, preparedBy: "Li", approvers, asOf: "2024-04-02" }, { silence: "reminds", currency: "CNY", levels },
 * );
 * [approval.at, approval.data.approvals.map(({ by }) => by)]; // => ["drafted", ["Wang", "Zhao"]]
 * ```
 *
 * @since 0.1.0
 */
export function startStatementApproval(facts: StatementApprovalStart, policy: StatementApprovalPolicy): StatementApproval {
  return readSafely({ facts, policy }, () => {
    const agreed = readApprovalPolicy(policy, "policy");
    const given = checkRecord(facts, "facts");
    const { accountId, period, currency, closing } = recordOf<ApprovedStatement>({
      accountId: readText,
      period: parsePeriod,
      currency: readCurrency,
      closing: readDecimal,
    })(given["statement"], "facts.statement");
    if (currency !== agreed.currency) {
      throw approvalFault("settlement.approval_currency", "facts.statement.currency", { got: currency, want: agreed.currency });
    }
    const preparedBy = checkText(given["preparedBy"], "facts.preparedBy");
    const approvers = readApprovers(given["approvers"], "facts.approvers");
    const people = new Set([preparedBy]);
    const balance = new Exact(closing).abs();
    const needed = agreed.levels.filter(({ from }) => balance.greaterThanOrEqualTo(from));
    const approvals = needed.map(({ level }) => {
      const place = approvers.findIndex((one) => one.level === level);
      const approver = approvers[place];
      if (approver === undefined) throw approvalFault("settlement.no_approver", "facts.approvers", { level });
      const { by } = approver;
      if (people.has(by)) throw approvalFault("settlement.approves_own", `facts.approvers[${place}].by`, { got: by });
      people.add(by);
      return { level, by, on: null };
    });
    return {
      at: "drafted",
      data: {
        statementId: checkText(given["statementId"], "facts.statementId"),
        accountId,
        period,
        preparedBy,
        approvals,
        silence: agreed.silence,
        since: readDate(given["asOf"], "facts.asOf"),
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
