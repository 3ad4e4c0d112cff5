import type { ReplayPolicy } from "../../engine/replay-events.js";
import { replayHistory } from "../../engine/replay-history.js";
import type { ClaimEvent, ClaimLife, ClaimLifeFacts, ClaimRefusal, ClaimStep } from "./claim-life.js";
import { claimLifecycle } from "./claim-lifecycle.js";
import { readClaimEvent, readClaimFacts, readClaimLife } from "./read-claim-life.js";

/** The history of a claim. */
export interface ClaimHistory {
  /** Where it began; `startClaim` makes it. */
  readonly initial: ClaimLife;
  /** What happened, oldest first, each with what was known then. */
  readonly records: readonly { readonly event: ClaimEvent; readonly facts: ClaimLifeFacts }[];
}

/** Where the history of a claim leads. */
export interface ClaimReplay {
  /** The state after it. */
  readonly state: ClaimLife;
  /** The steps, with the place of each event in the history. */
  readonly steps: readonly { readonly index: number; readonly step: ClaimStep }[];
  /** The refusals, with the place of each event in the history. Empty: the whole history is sound. */
  readonly refused: readonly { readonly index: number; readonly refusal: ClaimRefusal }[];
}

/**
 * Rebuilds where a claim stands from what happened to it.
 *
 * @param facts - The beginning and the recorded events, each with what was known then.
 * @param policy - Whether a refused event ends the replay.
 * @returns The state, every step and every refusal: exactly what `stepClaim` gives event by event.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @example A draft that was withdrawn
 * ```ts
 * import { replayClaim, startClaim } from "qudao/settlement";
 *
 * const initial = startClaim({
 *   claim: {
 *     id: "C-1", kind: "stock_rotation", memberId: "D1", agreementId: "A-1", eventDate: "2024-05-06", submittedOn: "2024-05-20",
 *     amount: { amount: "80", currency: "CNY" }, lines: [], evidence: [],
 *   },
 *   asOf: "2024-05-20",
 *   submitBy: "2024-06-30",
 * });
 * const event = { type: "withdrawn" as const, asOf: "2024-05-22", by: "D1", ground: "Sold after all" };
 * replayClaim({ initial, records: [{ event, facts: {} }] }, { onRefusal: "stop" }).state.at; // => "withdrawn"
 * ```
 *
 * @since 0.1.0
 */
export function replayClaim(facts: ClaimHistory, policy: ReplayPolicy): ClaimReplay {
  return replayHistory(claimLifecycle, { facts, policy }, { state: readClaimLife, event: readClaimEvent, facts: readClaimFacts });
}
