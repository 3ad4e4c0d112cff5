import { availableEvents } from "../../engine/available-events.js";
import { readSafely } from "../../kernel/check.js";
import type { AvailableClaimEvent, ClaimLife, ClaimLifeFacts } from "./claim-life.js";
import { claimLifecycle } from "./claim-lifecycle.js";
import { readClaimFacts, readClaimLife } from "./read-claim-life.js";

/**
 * Tells of every event whether a claim would accept it now, and why.
 *
 * @remarks
 * The events are asked bare, without day and person: one that has its place in the state and lacks only what it must carry is `unknown`.
 *
 * @param state - Where the claim stands.
 * @param facts - What the host knows.
 * @returns One entry per event, in the order of the table.
 * @throws LibraryFault `kernel.*` with the place in `state` or `facts` that cannot be read.
 *
 * @example A draft can be handed in or withdrawn
 * ```ts
 * import { availableClaimEvents, startClaim } from "qudao/settlement";
 *
 * const draft = startClaim({
 *   claim: {
 *     id: "C-1", kind: "stock_rotation", memberId: "D1", agreementId: "A-1", eventDate: "2024-05-06", submittedOn: "2024-05-20",
 *     amount: { amount: "80", currency: "CNY" }, lines: [], evidence: [],
 *   },
 *   asOf: "2024-05-20",
 *   submitBy: "2024-06-30",
 * });
 * availableClaimEvents(draft, {}).filter(({ status }) => status === "unknown").map(({ event }) => event);
 * // => ["dayPassed", "submitted", "withdrawn"]
 * ```
 *
 * @since 0.1.0
 */
export function availableClaimEvents(state: ClaimLife, facts: ClaimLifeFacts): readonly AvailableClaimEvent[] {
  return readSafely({ state, facts }, () => availableEvents(claimLifecycle, readClaimLife(state, "state"), readClaimFacts(facts, "facts")));
}
