/** What is spoken of when a statement is signed off by both sides: where it stands, what happens to it, and what the host knows then. */
import type { AvailableEvent } from "../../engine/available-events.js";
import type { DayPassed, Refusal, State, Step } from "../../engine/state-table.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { Period } from "../../kernel/period.js";

/** Where a statement can stand, in the order of its life; the last three are its ends. Their words: `settlement.approval_state`. */
export const statementApprovalStates = ["drafted", "approved", "sent", "objected", "confirmed", "taken_as_confirmed", "replaced"] as const;

/** See `statementApprovalStates`. */
export type StatementApprovalState = (typeof statementApprovalStates)[number];

/** The two sides of a statement. */
export type StatementSide = "member" | "manufacturer";

/** What one level of the manufacturer has to sign, and has signed. */
export interface StatementApprovalSignature {
  /** The level; one of the policy's. */
  readonly level: string;
  /** Who has to approve at this level. */
  readonly by: string;
  /** The day it was approved. `null`: it is not. */
  readonly on: CalendarDate | null;
}

/** What the approval of a statement carries beside its state. */
export interface StatementApprovalData {
  /** The host's identifier of the statement. */
  readonly statementId: string;
  /** The member, or the payer, that it is for. */
  readonly accountId: string;
  /** The days it is about. */
  readonly period: Period;
  /** Who drew it. */
  readonly preparedBy: string;
  /** Who has to approve it, lowest level first. Nobody twice, and never who drew it. */
  readonly approvals: readonly StatementApprovalSignature[];
  /** What silence of the member means: it agrees, or it is reminded. As agreed with it. */
  readonly silence: "confirms" | "reminds";
  /** The day of the last event. No event may be dated before it. */
  readonly since: CalendarDate;
  /** The day the last level approved it. `null`: it has not. */
  readonly approvedOn: CalendarDate | null;
  /** Last day for the member's answer. `null`: none is awaited. */
  readonly answerBy: CalendarDate | null;
  /** First day on which the member has been silent too long. `null`: none is awaited. */
  readonly silentOn: CalendarDate | null;
  /** The day the member agreed, or was taken to. `null`: it has not. */
  readonly confirmedOn: CalendarDate | null;
  /** Why the member objects. `null`: it does not. */
  readonly ground: string | null;
  /** The statement that took its place. `null`: none. */
  readonly successorId: string | null;
}

/** Where the approval of a statement stands. Plain JSON: the host stores it. */
export type StatementApproval = State<StatementApprovalState, StatementApprovalData>;

/** What every event but the passing of a day says. */
export interface StatementApprovalEventBase<T extends string> {
  /** What happened. */
  readonly type: T;
  /** The day it happened. */
  readonly asOf: CalendarDate;
  /** Who did it. */
  readonly by: string;
  /** The side it was done for. The manufacturer approves, sends and replaces; only the member confirms and objects. */
  readonly side: StatementSide;
}

/** The member objected. */
export interface StatementObjected extends StatementApprovalEventBase<"objected"> {
  /** Why; usually a dispute is raised with it. */
  readonly ground: string;
}

/** Another statement took its place. */
export interface StatementReplaced extends StatementApprovalEventBase<"replaced"> {
  /** That statement. */
  readonly successorId: string;
}

/** What can happen to a statement. */
export type StatementApprovalEvent =
  | DayPassed
  | StatementApprovalEventBase<"approved">
  | StatementApprovalEventBase<"sent">
  | StatementApprovalEventBase<"confirmed">
  | StatementObjected
  | StatementReplaced;

/** The name of something that can happen to a statement. */
export type StatementApprovalEventName = StatementApprovalEvent["type"];

/** The names, in the order of the table. Their words: `settlement.approval_event`. */
export const statementApprovalEvents = [
  "dayPassed",
  "approved",
  "sent",
  "confirmed",
  "objected",
  "replaced",
] as const satisfies readonly StatementApprovalEventName[];

/** What the host knows when it offers an event. What is absent is not known: a step that needs it is not made. */
export interface StatementApprovalFacts {
  /** Days for the member's answer. */
  readonly answerDays?: number | undefined;
}

/** What can follow a step. Their words: `settlement.approval_effect`. */
export const statementApprovalEffects = [
  "ask_next_level",
  "send_statement",
  "ask_member",
  "remind_member",
  "release_payment",
  "settle_objection",
] as const;

/** See `statementApprovalEffects`. */
export type StatementApprovalEffect = (typeof statementApprovalEffects)[number];

/** What an accepted event leads to. */
export type StatementApprovalStep = Step<StatementApprovalState, StatementApprovalData, StatementApprovalEffect>;

/** Why an event cannot be accepted now. */
export type StatementApprovalRefusal = Refusal<StatementApprovalEventName>;

/** Whether an event would be accepted now. */
export type AvailableStatementApprovalEvent = AvailableEvent<StatementApprovalEventName>;
