import { type CalendarDate, parseDate } from "../../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../../kernel/check.js";
import type { Message } from "../../kernel/message.js";
import { optional, readDate } from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { closedOn } from "../account-kit.js";
import type { SettlementEntry } from "../accounts/settlement-entry.js";
import type { Dispute } from "./dispute.js";
import { readDispute } from "./read-dispute.js";

/** A dispute in which something was conceded, and the entry to book it with. */
export interface DisputeCorrectionFacts {
  /** The dispute. */
  readonly dispute: Dispute;
  /** The host's identifier of the new entry. */
  readonly entryId: string;
  /** The day it is booked: it belongs to the period of this day, never to the one of the disputed entry. */
  readonly date: CalendarDate;
  /** The day by which it is to be paid. Absent: nothing was agreed, and no payment run pays it. */
  readonly dueDate?: CalendarDate | undefined;
  /** The last day that is closed: nothing can be posted on it or before. Absent: none is. */
  readonly closedThrough?: CalendarDate | undefined;
}

/** Why there is no correction. */
export type DisputeCorrectionProblem = Message<"settlement.nothing_conceded" | "settlement.period_closed">;

/**
 * Builds the entry that books what was conceded in a dispute. The disputed entry stays as it is.
 *
 * @param facts - The dispute, and the new entry's identifier and days.
 * @returns The correction, referring to the disputed entry; give its identifier to `stepDispute` with the event `corrected`.
 * @throws LibraryFault `kernel.*` with the place in `facts` that cannot be read.
 *
 * @errors
 * - `settlement.nothing_conceded` - nothing was conceded that is not booked yet.
 * - `settlement.period_closed` - the day is closed.
 *
 * @example All 50 were conceded
 * ```ts
 * import { buildDisputeCorrection, startDispute, stepDispute } from "qudao/settlement";
 *
 * const raised = startDispute(
 *   {
 *     disputeId: "D1", memberId: "A", entryId: "E1", raisedBy: "member", reason: "wrong_rate",
 *     amount: { amount: "50", currency: "CNY" }, asOf: "2024-03-01",
 *   },
 *   { responseDays: 10 },
 * );
 * const accepted = stepDispute(raised, { type: "accepted", asOf: "2024-03-05", by: "Wang", side: "manufacturer" }, {});
 * if (!accepted.ok) throw new Error();
 * const entry = buildDisputeCorrection({ dispute: accepted.value.next, entryId: "E9", date: "2024-03-06" });
 * entry.ok && [entry.value.kind, entry.value.amount.amount, entry.value.refersTo]; // => ["correction", "50", "E1"]
 * ```
 *
 * @since 0.1.0
 */
export function buildDisputeCorrection(facts: DisputeCorrectionFacts): Result<SettlementEntry, DisputeCorrectionProblem> {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const { disputeId, memberId, entryId, amount, correction } = readDispute(given["dispute"], "facts.dispute").data;
    const id = checkText(given["entryId"], "facts.entryId");
    const date = parseDate(given["date"], "facts.date");
    const dueDate = optional(readDate)(given["dueDate"], "facts.dueDate");
    const closed = closedOn(date, optional(readDate)(given["closedThrough"], "facts.closedThrough"));
    if (closed !== undefined) return err(closed);
    if (correction === null) return err({ code: "settlement.nothing_conceded", params: { disputeId } });
    return ok({
      id,
      memberId,
      kind: "correction",
      date,
      amount: { amount: correction, currency: amount.currency },
      ...(dueDate !== undefined && { dueDate }),
      refersTo: entryId,
      sourceIds: [disputeId],
    });
  });
}
