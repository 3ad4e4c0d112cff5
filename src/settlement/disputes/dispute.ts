/** What is spoken of in a dispute about an entry: where it stands, what happens to it, and what the host knows then. */
import type { AvailableEvent } from "../../engine/available-events.js";
import type { DayPassed, Refusal, State, Step } from "../../engine/state-table.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Money } from "../../kernel/money.js";

/** Where a dispute can stand, in the order of its life; the last two are its ends. Their words: `settlement.dispute_state`. */
export const disputeStates = [
  "raised",
  "acknowledged",
  "accepted",
  "partly_accepted",
  "refused",
  "escalated",
  "closed",
  "withdrawn",
] as const;

/** See `disputeStates`. */
export type DisputeState = (typeof disputeStates)[number];

/** What a dispute is about. A host may use reasons of its own. Their words: `settlement.dispute_reason`. */
export const disputeReasons = [
  "wrong_amount",
  "line_missing",
  "wrong_rate",
  "wrong_period",
  "return_not_counted",
  "set_off_disputed",
  "not_mine",
] as const;

/** See `disputeReasons`. */
export type DisputeReason = (typeof disputeReasons)[number];

/** Who disputes. */
export type DisputeSide = "member" | "manufacturer";

/** What a dispute carries beside its state. */
export interface DisputeData {
  /** The host's identifier. */
  readonly disputeId: string;
  /** The member whose account it is about. */
  readonly memberId: string;
  /** The entry that is disputed. */
  readonly entryId: string;
  /** Who raised it. */
  readonly raisedBy: DisputeSide;
  /** Why: one of `disputeReasons`, or the host's own. */
  readonly reason: string;
  /** The change of the account that is asked for. Positive: more for the member. Never 0. */
  readonly amount: Money;
  /** The part of it that is still contested; held from payment. Same sign as `amount`, or 0. */
  readonly contested: DecimalString;
  /** The part of it that was conceded and not booked yet. `null`: none. */
  readonly correction: DecimalString | null;
  /** The part of it that was conceded and booked. */
  readonly corrected: DecimalString;
  /** The entries that booked it. */
  readonly correctionIds: readonly string[];
  /** The day of the last event. No event may be dated before it. */
  readonly since: CalendarDate;
  /** Last day for an answer. `null`: none is awaited. */
  readonly respondBy: CalendarDate | null;
  /** First day on which the answer is late. `null`: none is awaited. */
  readonly lateOn: CalendarDate | null;
  /** Last day on which the answer can be taken higher. `null`: it cannot. */
  readonly appealBy: CalendarDate | null;
  /** First day on which the answer stands. `null`: there is none. */
  readonly finalOn: CalendarDate | null;
  /** Why it was refused, or conceded in part only. `null`: neither. */
  readonly ground: string | null;
}

/** Where a dispute stands. Plain JSON: the host stores it. */
export type Dispute = State<DisputeState, DisputeData>;

/** What every event but the passing of a day says. */
export interface DisputeEventBase<T extends string> {
  /** What happened. */
  readonly type: T;
  /** The day it happened. */
  readonly asOf: CalendarDate;
  /** Who did it. */
  readonly by: string;
  /** The side it was done for. Who raised a dispute never answers it, and nobody else withdraws it or takes it higher. */
  readonly side: DisputeSide;
}

/** A part of it was conceded. */
export interface DisputePartlyAccepted extends DisputeEventBase<"partlyAccepted"> {
  /** The part; same sign as what is contested, and less of it. */
  readonly amount: DecimalString;
  /** Why not all of it. */
  readonly ground: string;
}

/** It was refused. */
export interface DisputeRefused extends DisputeEventBase<"refused"> {
  /** Why. */
  readonly ground: string;
}

/** What was conceded is booked. */
export interface DisputeCorrected extends DisputeEventBase<"corrected"> {
  /** The entry that booked it, and nothing else; `buildDisputeCorrection` makes it. */
  readonly entryId: string;
}

/** What can happen to a dispute. */
export type DisputeEvent =
  | DayPassed
  | DisputeEventBase<"acknowledged">
  | DisputeEventBase<"accepted">
  | DisputePartlyAccepted
  | DisputeRefused
  | DisputeCorrected
  | DisputeEventBase<"escalated">
  | DisputeEventBase<"withdrawn">;

/** The name of something that can happen to a dispute. */
export type DisputeEventName = DisputeEvent["type"];

/** The names, in the order of the table. Their words: `settlement.dispute_event`. */
export const disputeEvents = [
  "dayPassed",
  "acknowledged",
  "accepted",
  "partlyAccepted",
  "refused",
  "corrected",
  "escalated",
  "withdrawn",
] as const satisfies readonly DisputeEventName[];

/** What the host knows when it offers an event. What is absent is not known: a step that needs it is not made. */
export interface DisputeFacts {
  /** Days for an answer of the next level. */
  readonly responseDays?: number | undefined;
  /** Days in which an answer can be taken higher. */
  readonly appealDays?: number | undefined;
}

/** What can follow a step. Their words: `settlement.dispute_effect`. */
export const disputeEffects = ["post_correction", "tell_raiser", "tell_superior", "remind_superior", "release_held"] as const;

/** See `disputeEffects`. */
export type DisputeEffect = (typeof disputeEffects)[number];

/** What an accepted event leads to. */
export type DisputeStep = Step<DisputeState, DisputeData, DisputeEffect>;

/** Why an event cannot be accepted now. */
export type DisputeRefusal = Refusal<DisputeEventName>;

/** Whether an event would be accepted now. */
export type AvailableDisputeEvent = AvailableEvent<DisputeEventName>;
