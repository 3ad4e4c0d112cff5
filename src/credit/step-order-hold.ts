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
 * Not checked → clear or held; held → released by a check that finds nothing, or by a person whose limit reaches the excess; rejected. What
 * a person held, only a person releases. An order that is let go is checked again when its amount rises, when it asks for better terms, when
 * it is closed and opened again, and at the next checkpoint once the days of grace are over; a lower amount calls for nothing. What was
 * measured before a rise is forgotten, so that nobody answers for an old excess. Whatever a check finds paid ahead, delivered or credited is
 * let go at once, also out of a hold by a person, and cannot be held again until it changes.
 *
 * @param state - Where the order stands.
 * @param event - What happened; a check carries the decision of `decideOrder`.
 * @param facts - The limit of the person who acts, and whether orders release themselves.
 * @returns The next state with its effects, or the refusal with every condition that failed.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @source Semantics of state machines, 4.10; complaints 6, 7, 11.
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
