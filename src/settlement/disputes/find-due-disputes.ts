import { findDue } from "../../engine/find-due.js";
import { type CalendarDate, parseDate } from "../../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../../kernel/check.js";
import { checkDistinct, listOf } from "../../kernel/read.js";
import type { Dispute, DisputeFacts, DisputeRefusal, DisputeStep } from "./dispute.js";
import { disputeLifecycle } from "./dispute-lifecycle.js";
import { readDispute, readDisputeFacts } from "./read-dispute.js";

/** Which disputes to look at, and which days have passed. */
export interface DueDisputesFacts {
  /** The disputes, of any members, each once. */
  readonly disputes: readonly Dispute[];
  /** First day that has not yet been offered to them. */
  readonly from: CalendarDate;
  /** Last day that has come, included. */
  readonly asOf: CalendarDate;
}

/** What time alone does to disputes. */
export interface DueDisputes {
  /** Those that move, in the order given, each with its steps and the day of each. */
  readonly due: readonly {
    readonly disputeId: string;
    readonly steps: readonly { readonly asOf: CalendarDate; readonly step: DisputeStep }[];
  }[];
  /** Those for which missing days leave open whether they move, with the refusal that says so. */
  readonly undecided: readonly { readonly disputeId: string; readonly refusal: DisputeRefusal }[];
}

/**
 * Tells what time alone does to disputes from one day to another: answers that are late go higher, answers that stand close.
 *
 * @param facts - The disputes and the days.
 * @param policy - Days for answers and appeals.
 * @returns Who moves, when and how, and who cannot be decided.
 * @throws LibraryFault `kernel.named_twice` for a dispute that comes twice, `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @example Not answered by 11 March
 * ```ts
 * import { findDueDisputes, startDispute } from "qudao/settlement";
 *
 * const raised = startDispute(
 *   {
 *     disputeId: "D1", memberId: "A", entryId: "E1", raisedBy: "member", reason: "wrong_rate",
 *     amount: { amount: "50", currency: "CNY" }, asOf: "2024-03-01",
 *   },
 *   { responseDays: 10 },
 * );
 * const { due } = findDueDisputes({ disputes: [raised], from: "2024-03-02", asOf: "2024-03-15" }, { responseDays: 10, appealDays: 14 });
 * due[0]?.steps.map(({ asOf, step }) => [asOf, step.next.at]); // => [["2024-03-12", "escalated"]]
 * ```
 *
 * @since 0.1.0
 */
export function findDueDisputes(facts: DueDisputesFacts, policy: DisputeFacts): DueDisputes {
  return readSafely({ facts, policy }, () => {
    const days = readDisputeFacts(policy, "policy");
    const given = checkRecord(facts, "facts");
    const disputes = listOf(readDispute)(given["disputes"], "facts.disputes");
    const from = parseDate(given["from"], "facts.from");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    checkDistinct(
      disputes.map(({ data }) => data.disputeId),
      "facts.disputes",
      "data.disputeId",
    );
    const members = disputes.map((state) => ({ id: state.data.disputeId, state, facts: days }));
    const { due, undecided } = findDue(disputeLifecycle, { members, from, asOf });
    return {
      due: due.map(({ id, steps }) => ({ disputeId: id, steps })),
      undecided: undecided.map(({ id, refusal }) => ({ disputeId: id, refusal })),
    };
  });
}
