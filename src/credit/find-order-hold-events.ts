import { availableEvents } from "../engine/available-events.js";
import { readSafely } from "../kernel/check.js";
import type { AvailableOrderHoldEvent, OrderHold, OrderHoldFacts } from "./order-hold.js";
import { orderHoldLifecycle } from "./order-hold-lifecycle.js";
import { readOrderHold, readOrderHoldFacts } from "./read-order-hold.js";

/**
 * Finds what can be done with an order as it stands.
 *
 * @param state - Where the order stands.
 * @param facts - What the host knows.
 * @returns Every event, and whether it would pass; `unknown` where it must bring something.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @source Practice of credit holds.
 *
 * @example An order that nobody looked at
 * ```ts
 * import { findOrderHoldEvents, startOrderHold } from "qudao/credit";
 *
 * const order = startOrderHold({ orderId: "O-1", amount: "30", asOf: "2024-03-15" });
 * findOrderHoldEvents(order, {}).filter(({ status }) => status !== "refused").map(({ event }) => event); // => ["checked", "holdForced", "valueChanged"]
 * ```
 *
 * @since 0.1.0
 */
export function findOrderHoldEvents(state: OrderHold, facts: OrderHoldFacts): readonly AvailableOrderHoldEvent[] {
  return readSafely({ state, facts }, () =>
    availableEvents(orderHoldLifecycle, readOrderHold(state, "state"), readOrderHoldFacts(facts, "facts")),
  );
}
