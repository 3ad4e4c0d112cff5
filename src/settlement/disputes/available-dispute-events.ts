import { availableEvents } from "../../engine/available-events.js";
import { readSafely } from "../../kernel/check.js";
import type { AvailableDisputeEvent, Dispute, DisputeFacts } from "./dispute.js";
import { disputeLifecycle } from "./dispute-lifecycle.js";
import { readDispute, readDisputeFacts } from "./read-dispute.js";

/**
 * Tells of every event whether a dispute would accept it now, and why.
 *
 * @remarks
 * The events are asked bare, without day and person: one that has its place in the state and lacks only what it must carry is `unknown`.
 *
 * @param state - Where the dispute stands.
 * @param facts - Days for answers and appeals.
 * @returns One entry per event, in the order of the table.
 * @throws LibraryFault `kernel.*` with the place in `state` or `facts` that cannot be read.
 *
 * @example What can be done with a dispute that was just raised
 * ```ts
 * import { availableDisputeEvents, startDispute } from "qudao/settlement";
 *
 * const raised = startDispute(
 *   {
 *     disputeId: "D1", memberId: "A", entryId: "E1", raisedBy: "member", reason: "wrong_rate",
 *     amount: { amount: "50", currency: "CNY" }, asOf: "2024-03-01",
 *   },
 *   { responseDays: 10 },
 * );
 * const open = availableDisputeEvents(raised, { responseDays: 10, appealDays: 14 }).filter(({ status }) => status !== "refused");
 * open.map(({ event }) => event); // => ["dayPassed", "acknowledged", "accepted", "partlyAccepted", "refused", "withdrawn"]
 * ```
 *
 * @since 0.1.0
 */
export function availableDisputeEvents(state: Dispute, facts: DisputeFacts): readonly AvailableDisputeEvent[] {
  return readSafely({ state, facts }, () =>
    availableEvents(disputeLifecycle, readDispute(state, "state"), readDisputeFacts(facts, "facts")),
  );
}
