import { stepState } from "../engine/step-state.js";
import { readSafely } from "../kernel/check.js";
import type { Result } from "../kernel/result.js";
import type { OrderHold, OrderHoldEvent, OrderHoldFacts, OrderHoldRefusal, OrderHoldStep } from "./order-hold.js";
import { orderHoldLifecycle } from "./order-hold-lifecycle.js";
import { readOrderHold, readOrderHoldEvent, readOrderHoldFacts } from "./read-order-hold.js";

/**
 * Offers one event to the credit of an order and tells what follows. Nothing is changed and nothing is run.
 *
 * @remarks
 * The table, by the words in which it is commonly written, and the names here:
 *
 * - `check` and `recheck` are `checked`: `unchecked` → `clear`, or `held` with its reasons. `held` → `held`, or `ready_to_release` once all
 *   reasons are gone (`passes`), and from there `released`, at once where orders release themselves (`autoRelease`).
 * - `releaseByApprover` is `released`, with its ground: the excess may be at most the approver's limit (`within_authority`). `reject` is
 *   `rejected`: the end.
 * - `forceHold` is `holdForced`: from any state but the end → `forced_held`, which only a person lets go. An exempt order cannot be held.
 * - `valueChanged`, `termsRankRaised` (`termsRaised`), `newCheckpoint` after the grace (`checkpointReached`, `grace_over`) and `reopened`: what
 *   was let go → `unchecked`. The grace begins with the check, or with the release by a person.
 * - What a check finds paid ahead, delivered or credited → `exempt`. What is paid ahead in part is measured by the rest alone.
 *
 * A decision at a place that is no checkpoint measured nothing: it neither clears nor releases, and no grace begins with it.
 * What was measured before a rise is forgotten, so that nobody answers for an old excess. A host relaxes the table by its facts: `recheckOn`
 * lets lower amounts pass, `forcedHold` lets an exemption end a hold by a person.
 *
 * @param state - Where the order stands.
 * @param event - What happened; a check carries the decision of `decideOrder`.
 * @param facts - The limit of the person who acts, whether orders release themselves, and how the table is read.
 * @returns The next state with its effects, or the refusal with every condition that failed.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @source Practice of credit holds.
 *
 * @example An approver may answer for 10, and not for 11
 * ```ts
 * import { type OrderHold, startOrderHold, stepOrderHold } from "qudao/credit";
 *
 * const { data } = startOrderHold({ orderId: "O-1", amount: "30", asOf: "2024-03-15" });
 * const held = (excess: string): OrderHold => ({ at: "held", data: { ...data, reasons: ["limit_exceeded"], excess } });
 * const event = { type: "released" as const, asOf: "2024-03-16", by: "Li", ground: "paid by Friday" };
 * stepOrderHold(held("10"), event, { approverLimit: "10" }).ok; // => true
 * stepOrderHold(held("11"), event, { approverLimit: "10" }).ok; // => false
 * ```
 *
 * @since 0.1.0
 */
export function stepOrderHold(state: OrderHold, event: OrderHoldEvent, facts: OrderHoldFacts): Result<OrderHoldStep, OrderHoldRefusal> {
  return readSafely({ state, event, facts }, () =>
    stepState(orderHoldLifecycle, readOrderHold(state, "state"), readOrderHoldEvent(event, "event"), readOrderHoldFacts(facts, "facts")),
  );
}
