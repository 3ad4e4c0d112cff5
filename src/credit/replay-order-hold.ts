import type { ReplayPolicy } from "../engine/replay-events.js";
import { replayHistory } from "../engine/replay-history.js";
import type { OrderHold, OrderHoldEvent, OrderHoldFacts, OrderHoldRefusal, OrderHoldStep } from "./order-hold.js";
import { orderHoldLifecycle } from "./order-hold-lifecycle.js";
import { readOrderHold, readOrderHoldEvent, readOrderHoldFacts } from "./read-order-hold.js";

/** The history of an order's credit. */
export interface OrderHoldHistory {
  /** Where it began; `startOrderHold` makes it. */
  readonly initial: OrderHold;
  /** What happened, oldest first, each with what was known then. */
  readonly records: readonly { readonly event: OrderHoldEvent; readonly facts: OrderHoldFacts }[];
}

/** Where the history of an order's credit leads. */
export interface OrderHoldReplay {
  /** The state after it. */
  readonly state: OrderHold;
  /** The steps, with the place of each event in the history. Their effects are listed again, not run. */
  readonly steps: readonly { readonly index: number; readonly step: OrderHoldStep }[];
  /** The refusals, with the place of each event in the history. Empty: the whole history is sound. */
  readonly refused: readonly { readonly index: number; readonly refusal: OrderHoldRefusal }[];
}

/**
 * Rebuilds where the credit of an order stands from what happened to it: who held it for what, who let it go.
 *
 * @param facts - The beginning and the recorded events, each with what was known then.
 * @param policy - Whether a refused event ends the replay.
 * @returns The state, every step and every refusal: exactly what `stepOrderHold` gives event by event.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @source Practice of credit holds.
 *
 * @example Held by a person, and let go by one whose authority reaches it
 * ```ts
 * import { replayOrderHold, startOrderHold } from "qudao/credit";
 *
 * const initial = startOrderHold({ orderId: "O-1", amount: "30", asOf: "2024-03-15" });
 * const records = [
 *   { event: { type: "holdForced", asOf: "2024-03-15", by: "Li", ground: "Cheque returned" }, facts: {} },
 *   { event: { type: "released", asOf: "2024-03-18", by: "Wang", ground: "Paid" }, facts: { approverLimit: "unlimited" } },
 * ] as const;
 * const { state } = replayOrderHold({ initial, records }, { onRefusal: "stop" });
 * [state.at, state.data.by]; // => ["released", "Wang"]
 * ```
 *
 * @since 0.1.0
 */
export function replayOrderHold(facts: OrderHoldHistory, policy: ReplayPolicy): OrderHoldReplay {
  return replayHistory(
    orderHoldLifecycle,
    { facts, policy },
    { state: readOrderHold, event: readOrderHoldEvent, facts: readOrderHoldFacts },
  );
}
