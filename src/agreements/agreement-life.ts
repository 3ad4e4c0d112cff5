/** What is spoken of in the life of an agreement: where it stands, what happens to it, and what the host knows then. */
import type { AvailableEvent } from "../engine/available-events.js";
import type { RuleVerdict } from "../engine/combine-findings.js";
import type { DayPassed, Refusal, State, Step } from "../engine/state-table.js";
import type { Agreement, NoticePeriod } from "../entities/agreement.js";
import type { AgreementKind, ClauseKind, StaffRole } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";

/** Where an agreement can stand, in the order of its life; the last four are its ends. Their words: `agreements.state`. */
export const agreementStates = [
  "draft",
  "in_review",
  "negotiation",
  "out_for_signature",
  "signed",
  "active",
  "expiring",
  "suspended",
  "renewed",
  "expired",
  "terminated",
  "cancelled",
] as const;

/** See `agreementStates`. */
export type AgreementState = (typeof agreementStates)[number];

/** What people do with an agreement that needs authority. */
export const agreementActs = ["approve", "negotiate", "sign", "suspend", "terminate"] as const;

/** See `agreementActs`. */
export type AgreementAct = (typeof agreementActs)[number];

/** Who may do what with which agreements. A role that stands in no row may do nothing of this. */
export interface SigningAuthority {
  /** The role. */
  readonly role: StaffRole;
  /** What it may do. */
  readonly acts: readonly AgreementAct[];
  /** The kinds of agreement it may do it with. Absent: every kind. */
  readonly kinds?: readonly AgreementKind[] | undefined;
}

/** What an agreement carries beside its state. `startAgreement` makes it from the agreement, events change it. */
export interface AgreementLifeData {
  /** The agreement. */
  readonly agreementId: string;
  /** Its kind. It never changes: another kind is another agreement. */
  readonly kind: AgreementKind;
  /** First day of its term. */
  readonly start: CalendarDate;
  /** First day after its term. `null`: it runs until it is ended; never so for a trial. */
  readonly end: CalendarDate | null;
  /** First day on which its end is near. `null`: no such day was agreed on. */
  readonly expiringFrom: CalendarDate | null;
  /** The notice period. `null`: none was agreed on. */
  readonly notice: NoticePeriod | null;
  /** Days before the end on which renewal can be agreed on. `null`: it cannot be renewed. */
  readonly windowDays: number | null;
  /** Months by which it goes on by itself. `null`: it does not. */
  readonly automaticMonths: number | null;
  /** What its end leads to: the end, another term by itself, or the agreement that follows it; `refused`: notice was given. */
  readonly renewal: "none" | "automatic" | "agreed" | "refused";
  /** Whether goods are sold on credit, and if so whether limit and days are agreed on. */
  readonly credit: "not_granted" | "agreed" | "terms_missing";
  /** The law it is under. `null`: not recorded. */
  readonly jurisdiction: string | null;
  /** Its clauses that outlive it. */
  readonly survivingClauses: readonly ClauseKind[];
  /** The day of the last event. No event may be dated before it. */
  readonly since: CalendarDate;
  /** Everybody who wrote on the text. */
  readonly drafters: readonly string[];
  /** Who approved the text as it stands. `null`: nobody. */
  readonly approvedBy: string | null;
  /** Who signed it. `null`: nobody yet. */
  readonly signedBy: string | null;
  /** The signed document. `null`: none yet. */
  readonly evidenceId: string | null;
  /** First day after it by the notice that was given. `null`: no notice is running. */
  readonly terminatesOn: CalendarDate | null;
  /** The agreement that follows it. `null`: none was agreed on. */
  readonly successorId: string | null;
  /** The ground of the last event that had one. `null`: none had. */
  readonly ground: string | null;
}

/** Where an agreement stands, with its dates and its history in short. Plain JSON: the host stores it. */
export type AgreementLife = State<AgreementState, AgreementLifeData>;

/** What every event but the passing of a day says. */
export interface AgreementEventBase<T extends string> {
  /** What happened. */
  readonly type: T;
  /** The day it happened. */
  readonly asOf: CalendarDate;
  /** Who did it. */
  readonly by: string;
}

/** What an event says that needs authority. */
export interface AuthorizedAgreementEvent<T extends string> extends AgreementEventBase<T> {
  /** The role in which the person acts; the host vouches for it. */
  readonly role: StaffRole;
}

/** The text was written on. */
export interface AgreementRedrafted extends AgreementEventBase<"redrafted"> {
  /** The agreement as it reads now. */
  readonly agreement: Agreement;
}

/** The text came back: from the review to its drafters, or unsigned to the negotiation. */
export interface AgreementReturned extends AgreementEventBase<"returned"> {
  /** Why. */
  readonly ground: string;
}

/** It was signed. */
export interface AgreementSigned extends AuthorizedAgreementEvent<"signed"> {
  /** The signed document. Absent: it was agreed on by word of mouth, which does not do. */
  readonly evidenceId?: string | undefined;
}

/** Its terms were changed in writing. `recordAmendment` keeps the versions. */
export interface AgreementAmended extends AuthorizedAgreementEvent<"amended"> {
  /** The document of the amendment. Absent: there is none, which does not do. */
  readonly evidenceId?: string | undefined;
  /** The agreement as amended. */
  readonly agreement: Agreement;
}

/** It rests for a reason. */
export interface AgreementSuspended extends AuthorizedAgreementEvent<"suspended"> {
  /** Why. */
  readonly ground: string;
}

/** A party gave notice, with the period that was agreed on. */
export interface AgreementNoticeGiven extends AgreementEventBase<"noticeGiven"> {
  /** Why. */
  readonly ground: string;
}

/** Both parties took the notice back. */
export interface AgreementNoticeWithdrawn extends AgreementEventBase<"noticeWithdrawn"> {
  /** What both parties wrote. Absent: nothing, which does not do. */
  readonly evidenceId?: string | undefined;
}

/** The parties agreed to go on with another agreement. */
export interface AgreementRenewalAgreed extends AuthorizedAgreementEvent<"renewalAgreed"> {
  /** The agreement that follows. */
  readonly successorId: string;
}

/** It was ended without a notice period: for an established cause, or because both parties wish it. */
export interface AgreementTerminated extends AuthorizedAgreementEvent<"terminated"> {
  /** On what basis. */
  readonly basis: "cause" | "consent";
  /** Why. */
  readonly ground: string;
  /** What both parties wrote; a consent needs it. Absent: nothing. */
  readonly evidenceId?: string | undefined;
}

/** It was given up before it came into force. */
export interface AgreementCancelled extends AgreementEventBase<"cancelled"> {
  /** Why. */
  readonly ground: string;
  /** What both parties wrote; after the signature it is needed. Absent: nothing. */
  readonly evidenceId?: string | undefined;
}

/** What can happen to an agreement. */
export type AgreementEvent =
  | DayPassed
  | AgreementRedrafted
  | AgreementEventBase<"submitted">
  | AuthorizedAgreementEvent<"approved">
  | AgreementReturned
  | AuthorizedAgreementEvent<"negotiationOpened">
  | AgreementEventBase<"sentForSignature">
  | AgreementSigned
  | AgreementAmended
  | AgreementSuspended
  | AuthorizedAgreementEvent<"resumed">
  | AgreementNoticeGiven
  | AgreementNoticeWithdrawn
  | AgreementRenewalAgreed
  | AgreementTerminated
  | AgreementCancelled;

/** The name of something that can happen to an agreement. */
export type AgreementEventName = AgreementEvent["type"];

/** The names, in the order of the table. Their words are in `agreementMessages`, under `agreements.event`. */
export const agreementEvents = [
  "dayPassed",
  "redrafted",
  "submitted",
  "approved",
  "returned",
  "negotiationOpened",
  "sentForSignature",
  "signed",
  "amended",
  "suspended",
  "resumed",
  "noticeGiven",
  "noticeWithdrawn",
  "renewalAgreed",
  "terminated",
  "cancelled",
] as const satisfies readonly AgreementEventName[];

/** What the host knows when it offers an event. What is absent is not known: a condition that needs it cannot be told, and nothing moves. */
export interface AgreementLifeFacts {
  /** Who may approve, negotiate, sign, suspend and terminate. */
  readonly authorities?: readonly SigningAuthority[] | undefined;
  /** Whether the plan that the agreement carries out was approved. */
  readonly planApproved?: boolean | undefined;
  /** What `checkAgreement` found about the text: its verdict. */
  readonly clauses?: RuleVerdict | undefined;
  /** What `detectAgreementConflicts` found about its places and products. */
  readonly conflicts?: "none" | "found" | "unknown" | undefined;
  /** What `evaluateAuthorization` found about the authorization on the first day: its verdict. Only dealers need one. */
  readonly authorization?: RuleVerdict | undefined;
  /** Whether the parties were found qualified for the first day: the verdict of the host's admission. */
  readonly parties?: RuleVerdict | undefined;
  /** Whether the cause of a termination is established, contested, or not there. */
  readonly cause?: "established" | "disputed" | "none" | undefined;
  /** Whether what it was suspended for is over. */
  readonly causeCleared?: boolean | undefined;
  /** Where the agreement that is to follow stands in its own life. */
  readonly successor?: AgreementState | undefined;
  /** What becomes of orders that were accepted before the end. Never a condition. Absent: the effect leaves it open. */
  readonly acceptedOrders?: "deliver" | "cancel" | undefined;
}

/** What can follow a step. Their words are in `agreementMessages`, under `agreements.effect`. */
export const agreementEffects = [
  "request_approval",
  "return_to_drafters",
  "send_for_signature",
  "file_signed_document",
  "record_version",
  "tell_member_life",
  "open_orders",
  "stop_new_orders",
  "decide_before_end",
  "supersede",
  "keep_surviving_clauses",
  "review_compensation",
] as const;

/** See `agreementEffects`. */
export type AgreementEffect = (typeof agreementEffects)[number];

/** What an accepted event leads to. */
export type AgreementStep = Step<AgreementState, AgreementLifeData, AgreementEffect>;

/** Why an event cannot be accepted now. */
export type AgreementRefusal = Refusal<AgreementEventName>;

/** Whether an event would be accepted now. */
export type AvailableAgreementEvent = AvailableEvent<AgreementEventName>;
