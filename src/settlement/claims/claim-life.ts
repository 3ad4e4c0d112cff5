/** What is spoken of in the life of a claim: where it stands, what happens to it, and what the host knows then. */
import type { AvailableEvent } from "../../engine/available-events.js";
import type { DayPassed, Refusal, State, Step } from "../../engine/state-table.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { ClaimKind } from "./claim.js";

/** Where a claim can stand, in the order of its life; the last four are its ends. Their words: `settlement.claim_state`. */
export const claimStates = [
  "draft",
  "submitted",
  "validating",
  "info_requested",
  "approved",
  "partly_approved",
  "rejected",
  "disputed",
  "payable",
  "paid",
  "closed",
  "reversed",
  "withdrawn",
  "lapsed",
] as const;

/** The sides of a claim. */
export const claimSides = ["member", "manufacturer"] as const;

/** See `claimSides`. */
export type ClaimSide = (typeof claimSides)[number];

/** See `claimStates`. */
export type ClaimState = (typeof claimStates)[number];

/** What a claim carries beside its state. */
export interface ClaimData {
  /** The claim. */
  readonly claimId: string;
  /** What is claimed. */
  readonly kind: ClaimKind;
  /** The member. */
  readonly memberId: string;
  /** Currency of every figure. ISO 4217. */
  readonly currency: string;
  /** What is asked. */
  readonly claimed: DecimalString;
  /** What was granted. `null`: nothing was decided yet; `"0"`: rejected. */
  readonly approved: DecimalString | null;
  /** The entry of the account that it is owed by. `null`: it is not booked. */
  readonly entryId: string | null;
  /** What it was paid by: a payment, a credit note, a set-off. `null`: it is not paid. */
  readonly paymentId: string | null;
  /** How often it was handed in. */
  readonly submissions: number;
  /** Why it was cut, rejected, disputed, withdrawn or reversed last. `null`: none of them. */
  readonly ground: string | null;
  /** The day of the last event. No event may be dated before it. */
  readonly since: CalendarDate;
  /** First day on which the manufacturer is late with the decision or the payment. `null`: no day was agreed, or it was told. */
  readonly overdueOn: CalendarDate | null;
  /**
   * First day on which a draft can no longer be handed in, what was asked for no longer given, or a rejected claim no longer handed in again.
   * `null`: no day was agreed.
   */
  readonly lapsesOn: CalendarDate | null;
}

/** Where a claim stands. Plain JSON: the host stores it. */
export type ClaimLife = State<ClaimState, ClaimData>;

/** What every event but the passing of a day says. */
export interface ClaimEventBase<T extends string> {
  /** What happened. */
  readonly type: T;
  /** The day it happened. */
  readonly asOf: CalendarDate;
  /** Who did it. */
  readonly by: string;
  /**
   * The side it was done for. The side that claims hands in, answers and withdraws: the member, of a violation the manufacturer. The
   * manufacturer validates, decides, books, pays and reverses. The member disputes.
   */
  readonly side: ClaimSide;
}

/** Something that needs a ground. */
export interface ClaimGrounded<T extends string> extends ClaimEventBase<T> {
  /** Why. */
  readonly ground: string;
}

/** It was granted, wholly or in part. */
export interface ClaimApproval extends ClaimEventBase<"approved"> {
  /** What is granted, above 0 and at most what is asked. Less than asked: in part, and then with a ground. */
  readonly amount: DecimalString;
  /** Why it is less. Absent: all is granted. */
  readonly ground?: string | undefined;
}

/** It was handed in again after a rejection. */
export interface ClaimResubmission extends ClaimEventBase<"resubmitted"> {
  /** What is asked now. */
  readonly amount: DecimalString;
}

/** Its entry is in the account: it is payable. */
export interface ClaimBooking extends ClaimEventBase<"booked"> {
  /** The entry. */
  readonly entryId: string;
  /** What it says, without sign: all that was granted. */
  readonly amount: DecimalString;
}

/** It was paid. */
export interface ClaimPayment extends ClaimEventBase<"paid"> {
  /** What it was paid by: a payment, a credit note, a set-off. */
  readonly paymentId: string;
}

/** What can happen to a claim. */
export type ClaimEvent =
  | DayPassed
  | ClaimEventBase<"submitted">
  | ClaimEventBase<"validationBegan">
  | ClaimGrounded<"informationRequested">
  | ClaimEventBase<"informationGiven">
  | ClaimApproval
  | ClaimGrounded<"rejected">
  | ClaimResubmission
  | ClaimGrounded<"disputed">
  | ClaimEventBase<"disputeUpheld">
  | ClaimGrounded<"disputeDismissed">
  | ClaimBooking
  | ClaimPayment
  | ClaimEventBase<"closed">
  | ClaimGrounded<"reversed">
  | ClaimGrounded<"withdrawn">;

/** The name of something that can happen to a claim. */
export type ClaimEventName = ClaimEvent["type"];

/** The names, in the order of the table. Their words: `settlement.claim_event`. */
export const claimEvents = [
  "dayPassed",
  "submitted",
  "validationBegan",
  "informationRequested",
  "informationGiven",
  "approved",
  "rejected",
  "resubmitted",
  "disputed",
  "disputeUpheld",
  "disputeDismissed",
  "booked",
  "paid",
  "closed",
  "reversed",
  "withdrawn",
] as const satisfies readonly ClaimEventName[];

/** What the host knows when it offers an event. What is absent is not known: a condition that needs it cannot be told. */
export interface ClaimLifeFacts {
  /** The verdict of `validateClaim`. `undetermined` grants nothing. */
  readonly validation?: "valid" | "invalid" | "undetermined" | undefined;
  /**
   * What the allocation can bear for this claim, what it holds for it already included. In the claim's currency. Absent: not known, and a
   * claim that a fund pays (co-op, market development fund) is not granted; for the others no allocation was made.
   */
  readonly allocationLeft?: DecimalString | undefined;
  /** Days the manufacturer has for a decision. Never a condition. */
  readonly decisionDays?: number | undefined;
  /** Days the member has to give what was asked for. Never a condition. */
  readonly informationDays?: number | undefined;
  /** Days it has for the payment after the decision. Never a condition. */
  readonly paymentDays?: number | undefined;
  /** Days within which a rejected claim can be handed in again. Never a condition. */
  readonly resubmissionDays?: number | undefined;
}

/** What can follow a step. Their words: `settlement.claim_effect`. */
export const claimEffects = [
  "validate_claim",
  "tell_member",
  "post_entry",
  "pay_claim",
  "hold_entry",
  "post_reversal",
  "remind_decision",
  "remind_payment",
  "release_reservation",
] as const;

/** See `claimEffects`. */
export type ClaimEffect = (typeof claimEffects)[number];

/** What an accepted event leads to. */
export type ClaimStep = Step<ClaimState, ClaimData, ClaimEffect>;

/** Why an event cannot be accepted now. */
export type ClaimRefusal = Refusal<ClaimEventName>;

/** Whether an event would be accepted now. */
export type AvailableClaimEvent = AvailableEvent<ClaimEventName>;
