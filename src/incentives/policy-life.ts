/** What is spoken of in the life of an incentive policy: where it stands, what happens to it, and what the host knows then. */
import type { AvailableEvent } from "../engine/available-events.js";
import type { DayPassed, Refusal, State, Step } from "../engine/state-table.js";
import type { CalendarDate } from "../kernel/calendar-date.js";

/** Where a policy can stand, in the order of its life; the last three are its ends. Their words: `incentives.policy_state`. */
export const incentivePolicyStates = ["draft", "consulting", "published", "in_force", "superseded", "expired", "withdrawn"] as const;

/** See `incentivePolicyStates`. */
export type IncentivePolicyState = (typeof incentivePolicyStates)[number];

/** A review of a policy in force. */
export interface IncentiveReview {
  /** The day it was held. */
  readonly date: CalendarDate;
  /** What partners said. */
  readonly feedback: readonly { readonly memberId: string; readonly text: string }[];
}

/** What a policy carries beside its state. */
export interface IncentivePolicyData {
  /** The programme. */
  readonly policyId: string;
  /** Its version. Another version is another life. */
  readonly version: string;
  /** First day on which it is in force. */
  readonly start: CalendarDate;
  /** First day on which it no longer is. */
  readonly end: CalendarDate;
  /** The day of the last event. No event may be dated before it. */
  readonly since: CalendarDate;
  /** Departments that have not answered yet. */
  readonly pending: readonly string[];
  /** Departments that object to the draft as it stands. */
  readonly objections: readonly string[];
  /** Departments that agree to it. */
  readonly agreed: readonly string[];
  /** The day it was published. `null`: it is not. */
  readonly publishedOn: CalendarDate | null;
  /** The version that takes its place. `null`: none. */
  readonly successor: string | null;
  /** First day of that version. `null`: none. */
  readonly supersededOn: CalendarDate | null;
  /** The reviews, oldest first. */
  readonly reviews: readonly IncentiveReview[];
  /** The day of the next review. `null`: none is planned. */
  readonly nextReviewOn: CalendarDate | null;
  /** Why it was withdrawn or revised. `null`: neither. */
  readonly ground: string | null;
}

/** Where a policy stands. Plain JSON: the host stores it. */
export type IncentivePolicyLife = State<IncentivePolicyState, IncentivePolicyData>;

/** What every event but the passing of a day says. */
export interface IncentivePolicyEventBase<T extends string> {
  /** What happened. */
  readonly type: T;
  /** The day it happened. */
  readonly asOf: CalendarDate;
  /** Who did it. */
  readonly by: string;
}

/** The draft was changed: what departments said before is void. */
export interface IncentivePolicyRedrafted extends IncentivePolicyEventBase<"redrafted"> {
  /** First day on which it is to be in force. */
  readonly start: CalendarDate;
  /** First day on which it no longer is. */
  readonly end: CalendarDate;
}

/** The draft went to the departments concerned. */
export interface IncentiveConsultationOpened extends IncentivePolicyEventBase<"consultationOpened"> {
  /** Who is asked; at least one. */
  readonly departments: readonly string[];
}

/** A department answered. */
export interface IncentiveOpinionGiven extends IncentivePolicyEventBase<"opinionGiven"> {
  /** Which one. */
  readonly department: string;
  /** What it thinks of the draft. A later opinion replaces an earlier one. */
  readonly opinion: "agrees" | "objects";
}

/** A new version was decided on. */
export interface IncentivePolicyRevised extends IncentivePolicyEventBase<"revised"> {
  /** Its name. */
  readonly successor: string;
  /** Its first day; this version keeps every period before it. */
  readonly successorStart: CalendarDate;
  /** Why. */
  readonly ground: string;
}

/** The policy was reviewed with the partners. */
export interface IncentivePolicyReviewed extends IncentivePolicyEventBase<"reviewed"> {
  /** What partners said. `[]`: nobody said anything. */
  readonly feedback: IncentiveReview["feedback"];
}

/** It was given up before it was in force. */
export interface IncentivePolicyWithdrawn extends IncentivePolicyEventBase<"withdrawn"> {
  /** Why. */
  readonly ground: string;
}

/** What can happen to a policy. */
export type IncentivePolicyEvent =
  | DayPassed
  | IncentivePolicyRedrafted
  | IncentiveConsultationOpened
  | IncentiveOpinionGiven
  | IncentivePolicyEventBase<"published">
  | IncentivePolicyRevised
  | IncentivePolicyReviewed
  | IncentivePolicyWithdrawn;

/** The name of something that can happen to a policy. */
export type IncentivePolicyEventName = IncentivePolicyEvent["type"];

/** The names, in the order of the table. Their words: `incentives.policy_event`. */
export const incentivePolicyEvents = [
  "dayPassed",
  "redrafted",
  "consultationOpened",
  "opinionGiven",
  "published",
  "revised",
  "reviewed",
  "withdrawn",
] as const satisfies readonly IncentivePolicyEventName[];

/** What the host knows when it offers an event. What is absent is not known: a condition that needs it cannot be told. */
export interface IncentivePolicyFacts {
  /** Days between publication and the first day that were agreed on. */
  readonly noticeDays?: number | undefined;
  /** Whether nobody is worse off by it: only then may it begin before its publication, and even then it pays from the publication on. */
  readonly favourable?: boolean | undefined;
  /** Whether another policy in force pays for the same sales without a declared priority; `combineIncentives` needs one. */
  readonly conflicts?: "none" | "found" | undefined;
  /** Months between two reviews. Never a condition of anything but a review. */
  readonly reviewMonths?: number | undefined;
}

/** What can follow a step. Their words: `incentives.policy_effect`. */
export const incentivePolicyEffects = [
  "ask_departments",
  "announce",
  "keep_version",
  "start_accruals",
  "stop_accruals",
  "hold_review",
] as const;

/** See `incentivePolicyEffects`. */
export type IncentivePolicyEffect = (typeof incentivePolicyEffects)[number];

/** What an accepted event leads to. */
export type IncentivePolicyStep = Step<IncentivePolicyState, IncentivePolicyData, IncentivePolicyEffect>;

/** Why an event cannot be accepted now. */
export type IncentivePolicyRefusal = Refusal<IncentivePolicyEventName>;

/** Whether an event would be accepted now. */
export type AvailableIncentivePolicyEvent = AvailableEvent<IncentivePolicyEventName>;
