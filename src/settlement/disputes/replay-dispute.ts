import type { ReplayPolicy } from "../../engine/replay-events.js";
import { replayHistory } from "../../engine/replay-history.js";
import type { Dispute, DisputeEvent, DisputeFacts, DisputeRefusal, DisputeStep } from "./dispute.js";
import { disputeLifecycle } from "./dispute-lifecycle.js";
import { readDispute, readDisputeEvent, readDisputeFacts } from "./read-dispute.js";

/** The history of a dispute. */
export interface DisputeHistory {
  /** Where it began; `startDispute` makes it. */
  readonly initial: Dispute;
  /** What happened, oldest first, each with what was known then. */
  readonly records: readonly { readonly event: DisputeEvent; readonly facts: DisputeFacts }[];
}

/** Where the history of a dispute leads. */
export interface DisputeReplay {
  /** The state after it. */
  readonly state: Dispute;
  /** The steps, with the place of each event in the history. */
  readonly steps: readonly { readonly index: number; readonly step: DisputeStep }[];
  /** The refusals, with the place of each event in the history. Empty: the whole history is sound. */
  readonly refused: readonly { readonly index: number; readonly refusal: DisputeRefusal }[];
}

/**
 * Rebuilds where a dispute stands from what happened to it.
 *
 * @param facts - The beginning and the recorded events, each with what was known then.
 * @param policy - Whether a refused event ends the replay.
 * @returns The state, every step and every refusal: exactly what `stepDispute` gives event by event.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @example A dispute that was withdrawn
 * ```ts
 * import { replayDispute, startDispute } from "qudao/settlement";
 *
 * const initial = startDispute(
 *   {
 *     disputeId: "D1", memberId: "A", entryId: "E1", raisedBy: "member", reason: "wrong_rate",
 *     amount: { amount: "50", currency: "CNY" }, asOf: "2024-03-01",
 *   },
 *   { responseDays: 10 },
 * );
 * const records = [{ event: { type: "withdrawn" as const, asOf: "2024-03-04", by: "A", side: "member" as const }, facts: {} }];
 * replayDispute({ initial, records }, { onRefusal: "stop" }).state.at; // => "withdrawn"
 * ```
 *
 * @since 0.1.0
 */
export function replayDispute(facts: DisputeHistory, policy: ReplayPolicy): DisputeReplay {
  return replayHistory(disputeLifecycle, { facts, policy }, { state: readDispute, event: readDisputeEvent, facts: readDisputeFacts });
}
