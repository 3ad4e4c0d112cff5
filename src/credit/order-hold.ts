import type { AvailableEvent } from "../engine/available-events.js";
import type { Refusal, State, Step } from "../engine/state-table.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { OrderDecision } from "./order-decision.js";

/** Where an order stands with its credit. Their words are in the table. */
export const orderHoldStates = ["unchecked", "clear", "held", "ready_to_release", "released", "forced_held", "rejected"] as const;

/** One of `orderHoldStates`. An order may go on only while it is `clear` or `released`. */
export type OrderHoldState = (typeof orderHoldStates)[number];

/** What an order carries beside its state. */
export interface OrderHoldData {
  /** The order. */
  readonly orderId: string;
  /** Its amount when it was last looked at or changed. */
  readonly amount: DecimalString;
  /** What the last check held it for. Empty: nothing. */
  readonly reasons: readonly string[];
  /**
   * What an approver answers for, not negative. `null`: not known, since it was not checked, changed after the check, or a reason cannot
   * be told; only an approver without a limit may release then.
   */
  readonly excess: DecimalString | null;
  /** The last check found it paid ahead, delivered or a credit note: no hold stands. `false` also where nobody checked. */
  readonly exempt: boolean;
  /** First day on which another checkpoint looks at it again: the day after the grace of the last check. `null`: it was never checked. */
  readonly nextCheckOn: CalendarDate | null;
  /** Who released, rejected or forced it last. `null`: nobody did. */
  readonly by: string | null;
  /** Why. `null`: nobody said. */
  readonly ground: string | null;
  /** The day of the last event. No event may be dated before it. */
  readonly since: CalendarDate;
}

/** An order and its credit. Plain JSON: the host stores it. */
export type OrderHold = State<OrderHoldState, OrderHoldData>;

/** It was checked. */
export interface OrderChecked {
  /** Tells events apart. */
  readonly type: "checked";
  /** The day. */
  readonly asOf: CalendarDate;
  /** What `decideOrder` said. */
  readonly decision: OrderDecision;
}

/** A person did something about it, and says why. */
export interface OrderHoldAct<T extends string> {
  /** Tells events apart. */
  readonly type: T;
  /** The day. */
  readonly asOf: CalendarDate;
  /** Who. */
  readonly by: string;
  /** Why. */
  readonly ground: string;
}

/** Its amount changed. */
export interface OrderValueChanged {
  /** Tells events apart. */
  readonly type: "valueChanged";
  /** The day. */
  readonly asOf: CalendarDate;
  /** The amount now. */
  readonly amount: DecimalString;
}

/** Something that calls for a new look. */
export interface OrderHoldTurn<T extends string> {
  /** Tells events apart. */
  readonly type: T;
  /** The day. */
  readonly asOf: CalendarDate;
}

/** What can happen to an order and its credit. */
export type OrderHoldEvent =
  | OrderChecked
  | OrderValueChanged
  /** Released, rejected or held by a person. */
  | OrderHoldAct<"released" | "rejected" | "holdForced">
  /** Better terms were asked for; closed and opened again; the next checkpoint. */
  | OrderHoldTurn<"termsRaised" | "reopened" | "checkpointReached">;

/** What the host knows. What is absent leaves the conditions that need it unknown, and then nothing moves. */
export interface OrderHoldFacts {
  /** Whether an order is released by itself once its reasons are gone. */
  readonly autoRelease?: boolean | undefined;
  /** The excess that the person may answer for; `"unlimited"`: any. */
  readonly approverLimit?: DecimalString | "unlimited" | undefined;
}

/** What should follow. Returned, never run. */
export const orderHoldEffects = [
  "hold_order",
  "let_order_go",
  "ask_for_check",
  "ask_for_approval",
  "ask_for_prepayment",
  "cancel_order",
] as const;

/** One of `orderHoldEffects`. */
export type OrderHoldEffect = (typeof orderHoldEffects)[number];

/** What an accepted event leads to. */
export type OrderHoldStep = Step<OrderHoldState, OrderHoldData, OrderHoldEffect>;

/** Why an event cannot be accepted now. */
export type OrderHoldRefusal = Refusal<OrderHoldEvent["type"]>;

/** An event that has an arrow from where an order stands. */
export type AvailableOrderHoldEvent = AvailableEvent<OrderHoldEvent["type"]>;
