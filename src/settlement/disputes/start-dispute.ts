import { addDays, type CalendarDate, parseDate } from "../../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../../kernel/check.js";
import { faultsOf } from "../../kernel/fault.js";
import { type Money, parseMoney } from "../../kernel/money.js";
import { countOf, type Read, recordOf } from "../../kernel/read.js";
import { disputeFaultMessages } from "../dispute-messages.js";
import type { Dispute, DisputeSide } from "./dispute.js";
import { readSide } from "./read-dispute.js";

/** A dispute that is raised. */
export interface DisputeStart {
  /** The host's identifier. Not empty. */
  readonly disputeId: string;
  /** The member whose account it is about. */
  readonly memberId: string;
  /** The entry that is disputed. */
  readonly entryId: string;
  /** Who raises it. */
  readonly raisedBy: DisputeSide;
  /** Why: one of `disputeReasons`, or the host's own. */
  readonly reason: string;
  /** The change of the account that is asked for. Positive: more for the member. Not 0. */
  readonly amount: Money;
  /** The day it is raised. */
  readonly asOf: CalendarDate;
}

/** What was agreed on disputes. */
export interface DisputePolicy {
  /** Days for the first answer: raised on 1 March with 10 days, 11 March is in time. */
  readonly responseDays: number;
}

/** @internal */
export const readDisputePolicy: Read<DisputePolicy> = recordOf<DisputePolicy>({ responseDays: countOf(0, 3_660) });

const disputeFault = faultsOf(disputeFaultMessages);

/**
 * Begins a dispute about one entry of a member's account.
 *
 * @remarks
 * The amount is the change that is asked for: to earn 50 more is `"50"`, to be charged 50 less is `"50"` as well, and `"-50"` says that the
 * member got 50 too much. A change against an entry holds the contested part of it from payment, in a statement of account.
 *
 * @param facts - Who disputes which entry, why, and what is asked for.
 * @param policy - Days for an answer.
 * @returns Where the dispute stands: plain JSON, for `stepDispute`.
 * @throws LibraryFault `settlement.dispute_of_nothing`; `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @example Raised on 1 March, to be answered by 11 March
 * ```ts
 * import { startDispute } from "qudao/settlement";
 *
 * const dispute = startDispute(
 *   {
 *     disputeId: "D1", memberId: "A", entryId: "E1", raisedBy: "member", reason: "wrong_rate",
 *     amount: { amount: "50", currency: "CNY" }, asOf: "2024-03-01",
 *   },
 *   { responseDays: 10 },
 * );
 * [dispute.at, dispute.data.respondBy]; // => ["raised", "2024-03-11"]
 * ```
 *
 * @since 0.1.0
 */
export function startDispute(facts: DisputeStart, policy: DisputePolicy): Dispute {
  return readSafely({ facts, policy }, () => {
    const { responseDays: days } = readDisputePolicy(policy, "policy");
    const given = checkRecord(facts, "facts");
    const amount = parseMoney(given["amount"], "facts.amount");
    if (amount.amount === "0") throw disputeFault("settlement.dispute_of_nothing", "facts.amount.amount", {});
    const since = parseDate(given["asOf"], "facts.asOf");
    return {
      at: "raised",
      data: {
        disputeId: checkText(given["disputeId"], "facts.disputeId"),
        memberId: checkText(given["memberId"], "facts.memberId"),
        entryId: checkText(given["entryId"], "facts.entryId"),
        raisedBy: readSide(given["raisedBy"], "facts.raisedBy"),
        reason: checkText(given["reason"], "facts.reason"),
        amount,
        contested: amount.amount,
        correction: null,
        corrected: "0",
        correctionIds: [],
        since,
        respondBy: addDays(since, days),
        lateOn: addDays(since, days + 1),
        appealBy: null,
        finalOn: null,
        ground: null,
      },
    };
  });
}
