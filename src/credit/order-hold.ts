import type { AvailableEvent } from "../engine/available-events.js";
import type { Refusal, State, Step } from "../engine/state-table.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { OrderDecision } from "./order-decision.js";

/** Where an order stands with its credit. Their words are in the table. */
export const orderHoldStates = ["unchecked", "clear", "held", "ready_to_release", "released", "forced_held", "exempt", "rejected"] as const;

/** One of `orderHoldStates`. An order may go on only while it is `clear`, `released` or `exempt`. */
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
  /**
   * First day on which another checkpoint looks at it again: the day after the grace of the last check, or of the release by a person.
   * `null`: no grace is known, since it was never checked.
   */
  readonly nextCheckOn: CalendarDate | null;
  /** Days of grace that the last check spoke of; a release by a person is good for them. `null`: it was never checked. */
  readonly graceDays: number | null;
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

/** Which changes of an amount call for a new check. */
export const orderRechecks = ["any_change", "rise"] as const;

/** One of `orderRechecks`. */
export type OrderRecheck = (typeof orderRechecks)[number];

/** What ends a hold by a person. */
export const forcedHoldEnds = ["person_releases", "person_or_exemption_releases"] as const;

/** One of `forcedHoldEnds`. */
export type ForcedHoldEnd = (typeof forcedHoldEnds)[number];

/** What the host knows, and how it wants the table read. Unless a field says otherwise, what is absent leaves the conditions
 * that need it unknown, and then nothing moves. */
export interface OrderHoldFacts {
  /** Whether an order is released by itself once its reasons are gone. */
  readonly autoRelease?: boolean | undefined;
  /** The excess that the person may answer for; `"unlimited"`: any. */
  readonly approverLimit?: DecimalString | "unlimited" | undefined;
  /** Which changes of the amount call for a new check of an order that was let go. Absent: any change. `rise`: only a higher amount. */
  readonly recheckOn?: OrderRecheck | undefined;
  /**
   * What ends a hold by a person. Absent: only a person does. `person_or_exemption_releases`: so does a check that finds the order paid ahead,
   * delivered or credited.
   */
  readonly forcedHold?: ForcedHoldEnd | undefined;
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
