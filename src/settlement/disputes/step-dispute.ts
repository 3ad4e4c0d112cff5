import { stepState } from "../../engine/step-state.js";
import { readSafely } from "../../kernel/check.js";
import type { Result } from "../../kernel/result.js";
import type { Dispute, DisputeEvent, DisputeFacts, DisputeRefusal, DisputeStep } from "./dispute.js";
import { disputeLifecycle } from "./dispute-lifecycle.js";
import { readDispute, readDisputeEvent, readDisputeFacts } from "./read-dispute.js";

/**
 * Offers one event to a dispute and tells what follows. Nothing is changed and nothing is run.
 *
 * @remarks
 * The life: raised → acknowledged → accepted, accepted in part, or refused → closed; withdrawn by the side that raised it. The other side gives
 * the first answer. What is not answered in time goes to the higher level by itself. An answer can be taken higher by who raised the dispute,
 * within its days, once; the answer of the higher level stands.
 * What is conceded stays held until its correction is booked (`corrected`), so that nothing is paid in between. Time enters only as `dayPassed`.
 *
 * @param state - Where the dispute stands.
 * @param event - What happened.
 * @param facts - Days for answers and appeals. What is absent or null leaves the steps that need it undecided, and then nothing moves.
 * @returns The next state with its effects; or the refusal with every condition that failed and the events that have an arrow instead.
 * @throws LibraryFault `kernel.*` with the place in `state`, `event` or `facts` that cannot be read.
 *
 * @example 30 of 50 are conceded, and have to be booked
 * ```ts
 * import { startDispute, stepDispute } from "qudao/settlement";
 *
 * const raised = startDispute(
 *   {
 *     disputeId: "D1", memberId: "A", entryId: "E1", raisedBy: "member", reason: "wrong_rate",
 *     amount: { amount: "50", currency: "CNY" }, asOf: "2024-03-01",
 *   },
 *   { responseDays: 10 },
 * );
 * const answer = stepDispute(
 *   raised,
 *   { type: "partlyAccepted", asOf: "2024-03-05", by: "Wang", side: "manufacturer", amount: "30", ground: "Two lines were late" },
 *   { appealDays: 14 },
 * );
 * answer.ok && [answer.value.next.at, answer.value.next.data.correction, answer.value.next.data.appealBy];
 * // => ["partly_accepted", "30", "2024-03-19"]
 * const withdrawn = stepDispute(raised, { type: "withdrawn", asOf: "2024-03-05", by: "Wang", side: "manufacturer" }, {});
 * withdrawn.ok ? [] : withdrawn.problem.failed.map(({ params }) => params.guard); // => ["by_the_raiser"]
 * ```
 *
 * @since 0.1.0
 */
export function stepDispute(state: Dispute, event: DisputeEvent, facts: DisputeFacts): Result<DisputeStep, DisputeRefusal> {
  return readSafely({ state, event, facts }, () =>
    stepState(disputeLifecycle, readDispute(state, "state"), readDisputeEvent(event, "event"), readDisputeFacts(facts, "facts")),
  );
}
