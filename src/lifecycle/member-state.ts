import type { Waiver } from "../engine/rule.js";
import type { State } from "../engine/state-table.js";
import type { AgreementKind } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { MemberBreach } from "./member-event.js";
import type { SuspensionScope } from "./suspension-scope.js";

/** Where in the relationship a member is. */
export type MemberRelationship =
  | "prospect"
  | "applied"
  | "information_requested"
  | "approved"
  | "onboarding"
  | "trial"
  | "active"
  | "exiting"
  | "exited"
  | "rejected"
  | "withdrawn"
  | "expired";

/** What the member is in the channel, lowest first. */
export type MemberLevel = "none" | "trial_distributor" | "distributor" | "agent" | "strategic_partner";

/** How the member stands with the manufacturer. */
export type MemberStanding = "good" | "watch" | "remediation" | "suspended";

/** Where a member stands in the three regions of its life. */
export interface MemberPlace {
  /** Where in the relationship it is. */
  readonly relationship: MemberRelationship;
  /** What it is in the channel. */
  readonly level: MemberLevel;
  /** How it stands. */
  readonly standing: MemberStanding;
}

/** How a member came to apply; all but `direct` satisfy the rule that a trial comes first. */
export type MemberOrigin = "direct" | "nominated" | "special_evaluation" | "former_trial" | "former_member";

/** Why something was done to a member, kept with it. */
export interface MemberReason {
  /** The day it was done. */
  readonly on: CalendarDate;
  /** Why: the cause or ground that the event named; of an exit, one of `exitGrounds`. */
  readonly ground: string;
  /** What it rests on: reviews, breaches, reports. Empty: only the ground was recorded. */
  readonly evidence: readonly string[];
}

/** One closed item of the exit checklist. */
export interface ClosedExitItem {
  /** The item. */
  readonly item: string;
  /** The day it was closed. */
  readonly closedOn: CalendarDate;
  /** How it was closed. */
  readonly result: string;
}

/** What a member's state carries. Plain JSON, to be stored as it is. */
export interface MemberData {
  /** The host's identifier of the relationship. */
  readonly id: string;
  /** The relationship before this one with the same member. `null`: this is the first. */
  readonly previousId: string | null;
  /** The law it is under, in the host's own words; it goes with every review of compensation. */
  readonly jurisdiction: string;
  /** How it came to apply. */
  readonly origin: MemberOrigin;
  /** The day of its last event. No event may be dated before it. Absent: none was noted, and an event may have any day. */
  readonly since?: CalendarDate | undefined;
  /** The relationship of the member that nominated it. `null`: nobody did. */
  readonly nominatorId: string | null;
  /** Recorded exceptions from rules that bind in principle. */
  readonly exceptions: readonly Waiver[];
  /** Breaches, also of earlier relationships. */
  readonly breaches: readonly MemberBreach[];
  /** The agreement in force or signed. `null`: none yet. */
  readonly agreementId: string | null;
  /** What it is about. `null`: none yet. */
  readonly agreementKind: AgreementKind | null;
  /** First day of its term. `null`: none yet. */
  readonly agreementStart: CalendarDate | null;
  /** First day after its term. `null`: none is signed, or it runs until it is ended. */
  readonly agreementEnd: CalendarDate | null;
  /** The day it was first activated. `null`: not yet. */
  readonly memberSince: CalendarDate | null;
  /** First day after the trial. `null`: there is no trial. */
  readonly trialEnd: CalendarDate | null;
  /** How often the trial was extended. */
  readonly extensions: number;
  /** How the trial went in its last review. */
  readonly performance: "none" | "good" | "poor";
  /** What the manufacturer's own evaluation said. */
  readonly makerEvaluation: "none" | "passed" | "failed";
  /** The day the next review is due. `null`: none is planned. */
  readonly nextReviewOn: CalendarDate | null;
  /** How the last review went. */
  readonly lastReview: "none" | "fair" | "bad";
  /** The bad reviews in a row, oldest first. A fair one empties it, and so does the consequence they have. */
  readonly badReviews: readonly string[];
  /** Reviews below the floor of the level, not yet made good. */
  readonly reviewsBelow: number;
  /** The level below strategic partner. `null`: it is none. */
  readonly baseLevel: "distributor" | "agent" | null;
  /** Why the standing last worsened. `null`: it never did. */
  readonly standingReason: MemberReason | null;
  /** Where its remediation stands; it may run beside a suspension. */
  readonly remediation: "none" | "open" | "accepted";
  /** Checks it failed since the remediation was opened. */
  readonly failedChecks: number;
  /** First day on which the remediation is overdue. `null`: none is open. */
  readonly remediationDue: CalendarDate | null;
  /** Who verifies it. `null`: none is open. */
  readonly verifier: string | null;
  /** What is suspended. Empty: nothing. */
  readonly suspendedScopes: readonly SuspensionScope[];
  /** Why it is suspended. Empty: it is not. */
  readonly suspensionCauses: readonly string[];
  /** First day on which it may be resumed. `null`: it is not suspended. */
  readonly suspensionMinimum: CalendarDate | null;
  /** First day on which the suspension has lasted too long. `null`: it is not suspended. */
  readonly suspensionLimit: CalendarDate | null;
  /** How it leaves. `null`: it does not. */
  readonly exitKind: "notice" | "elimination" | "cause" | "expiry" | null;
  /** Why it leaves. `null`: it does not. */
  readonly exitReason: MemberReason | null;
  /** First day on which the contract no longer runs. `null`: it does not leave. */
  readonly exitOn: CalendarDate | null;
  /** The same day while it is awaited. `null`: it has come, or the member does not leave. */
  readonly noticeEnds: CalendarDate | null;
  /** Items of the exit checklist that are open. */
  readonly openItems: readonly string[];
  /** Items of the exit checklist that are closed. */
  readonly closedItems: readonly ClosedExitItem[];
}

/** A channel member and where it stands: what the host stores, and what every verb of this folder takes. */
export type MemberState = State<MemberPlace, MemberData>;
