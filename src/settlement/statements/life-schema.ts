/** Schemas of what both sides step through about a statement: its approval, and disputes about it. */
import type * as z from "zod";
import {
  checkedBy,
  choice,
  date,
  decimal,
  exactly,
  firstFault,
  list,
  money,
  orNull,
  period,
  record,
  someOf,
  text,
} from "../../kernel/schema.js";
import { type Dispute, disputeStates } from "../disputes/dispute.js";
import { readDispute } from "../disputes/read-dispute.js";
import { readStatementApproval } from "./read-statement-approval.js";
import { type StatementApproval, statementApprovalStates } from "./statement-approval.js";

/** {@link Dispute} as a schema. */
export const DisputeSchema: z.ZodType<Dispute> = checkedBy(
  exactly<Dispute>()(
    record({
      at: choice(disputeStates),
      data: record({
        disputeId: text,
        memberId: text,
        entryId: text,
        raisedBy: choice(["member", "manufacturer"]),
        reason: text,
        amount: money,
        contested: decimal,
        correction: orNull(decimal),
        corrected: decimal,
        correctionIds: list(text),
        since: date,
        respondBy: orNull(date),
        lateOn: orNull(date),
        appealBy: orNull(date),
        finalOn: orNull(date),
        ground: orNull(text),
      }),
    }),
  ),
  firstFault(readDispute),
).meta({ title: "Dispute 争议", description: "Where a dispute about an entry stands." });

/** {@link StatementApproval} as a schema. */
export const StatementApprovalSchema: z.ZodType<StatementApproval> = checkedBy(
  exactly<StatementApproval>()(
    record({
      at: choice(statementApprovalStates),
      data: record({
        statementId: text,
        accountId: text,
        period,
        preparedBy: text,
        approvals: someOf(record({ level: text, by: text, on: orNull(date) })),
        silence: choice(["confirms", "reminds"]),
        since: date,
        approvedOn: orNull(date),
        answerBy: orNull(date),
        silentOn: orNull(date),
        confirmedOn: orNull(date),
        ground: orNull(text),
        successorId: orNull(text),
      }),
    }),
  ),
  firstFault(readStatementApproval),
).meta({ title: "Statement approval 对账单审批", description: "Where the approval of a statement stands." });
