import type { Waiver } from "../engine/rule.js";
import type { DayPassed } from "../engine/state-table.js";
import type { AgreementKind } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { ExitGround } from "./exit-ground.js";
import type { MemberExposure, SuspensionScope } from "./suspension-scope.js";

/** What every event of a member carries. */
export interface MemberEventBase {
  /** The day it happened. */
  readonly asOf: CalendarDate;
}

/** What an admission decided. */
export type MemberDecision =
  | "admitted"
  | "admitted_with_exceptions"
  | "information_requested"
  | "qualified_no_vacancy"
  | "special_evaluation"
  | "rejected";

/** An agreement that a promotion stands on. */
export interface PromotionAgreement {
  /** The new agreement. The one in force does not count. */
  readonly agreementId: string;
  /** The day it was signed. */
  readonly signedOn: CalendarDate;
  /** First day of its term. */
  readonly start: CalendarDate;
  /** First day after its term. Absent: it runs until it is ended. */
  readonly end?: CalendarDate | undefined;
}

/** A breach of contract (违约), as the member's record keeps it. */
export interface MemberBreach {
  /** The host's identifier, unique among the breaches of the member. Not empty. */
  readonly id: string;
  /** What it is, in the host's own words; `safety_event` for a safety event. */
  readonly kind: string;
  /** The day it happened. */
  readonly date: CalendarDate;
  /** It is contested and not settled. Absent: it is established. */
  readonly disputed?: true | undefined;
}

/** From the application to the decision. */
export type MemberApplicationEvent = MemberEventBase &
  (
    | { readonly type: "applied" | "informationSupplied" | "withdrawn" }
    | {
        readonly type: "informationRequested";
        /** What is missing. */
        readonly missing: readonly string[];
      }
    | {
        readonly type: "decided";
        /** What was decided. */
        readonly verdict: MemberDecision;
        /** Why. A rejection needs it. */
        readonly ground?: string | undefined;
        /** The exceptions it rests on. An admission with exceptions needs them. */
        readonly exceptions?: readonly Waiver[] | undefined;
      }
    | {
        readonly type: "exceptionRecorded";
        /** The exception. */
        readonly exception: Waiver;
      }
  );

/** Agreements: what begins and prolongs a trial or a membership. */
export type MemberSigningEvent = MemberEventBase &
  (
    | {
        readonly type: "agreementSigned";
        /** The agreement. */
        readonly agreementId: string;
        /** What it is about. */
        readonly kind: AgreementKind;
        /** First day of its term. */
        readonly start: CalendarDate;
        /** First day after its term. `open`: it runs until it is ended, or goes on by itself; a trial can do neither. */
        readonly end: CalendarDate | "open";
      }
    | { readonly type: "activated" }
    | {
        readonly type: "agreementRenewed";
        /** The agreement that now runs: the old one, or one that takes its place. */
        readonly agreementId: string;
        /** First day after its term. `open`: it runs until it is ended, or goes on by itself. */
        readonly end: CalendarDate | "open";
      }
    | {
        readonly type: "agreementExpired" | "agreementTerminated";
        /** The agreement that has ended, as its own life tells. Only that of the member counts. */
        readonly agreementId: string;
      }
    | {
        readonly type: "extended";
        /** The trial agreement that carries it, from the end of the old one on: a trial agreement is never prolonged itself. */
        readonly agreementId: string;
        /** The new end: first day after the trial. */
        readonly until: CalendarDate;
        /** Why. */
        readonly ground: string;
        /** Who approved it. */
        readonly approver: string;
      }
  );

/** How the member does. */
export type MemberReviewEvent = MemberEventBase &
  (
    | {
        readonly type: "reviewed";
        /** The review, so that its consequences can be traced to it. */
        readonly reviewId: string;
        /** Its score, 0 to 100. */
        readonly score: DecimalString;
        /** Its grade, in the words of the scorecard. */
        readonly grade: string;
        /** Net sales of the period, in the currency of the policy. Only a trial is measured by it. Absent: not known. */
        readonly sales?: DecimalString | undefined;
      }
    | {
        readonly type: "evaluated";
        /** Whether the maker's evaluation was passed. */
        readonly passed: boolean;
      }
    | {
        readonly type: "breachRecorded";
        /** The breach. */
        readonly breach: MemberBreach;
      }
    | {
        readonly type: "breachResolved";
        /** A breach that was in dispute. */
        readonly breachId: string;
        /** It stands; otherwise it is struck from the record. */
        readonly upheld: boolean;
      }
  );

/** Up and down the levels. */
export type MemberLevelEvent = MemberEventBase &
  (
    | {
        readonly type: "promotedToDistributor" | "promotedToAgent";
        /** The agreement it stands on. */
        readonly agreement: PromotionAgreement;
      }
    | { readonly type: "madeStrategic" }
    | {
        readonly type: "demoted";
        /** Why. */
        readonly ground: string;
      }
  );

/** Warning and remediation. */
export type MemberRemedyEvent = MemberEventBase &
  (
    | {
        readonly type: "warned";
        /** Why. */
        readonly ground: string;
      }
    | {
        readonly type: "remediationOpened";
        /** What is to be remedied: one of the policy's `remediationCauses`. */
        readonly cause: string;
        /** The plan of remediation. */
        readonly planId: string;
        /** Who will verify it; after a safety event the policy's safety owner. */
        readonly verifier: string;
      }
    | {
        readonly type: "remediationAccepted" | "remediationRejected";
        /** Who verified it. */
        readonly by: string;
      }
  );

/** Suspension, and what it stops. */
export type MemberSuspensionEvent = MemberEventBase &
  (
    | {
        readonly type: "suspended";
        /** Why: one of the policy's `suspensionCauses`. */
        readonly cause: string;
        /** What it stops. */
        readonly scope: SuspensionScope;
      }
    | {
        readonly type: "safetyEventReported";
        /** The report, which becomes a breach of the record. */
        readonly reportId: string;
        /** What it stops. */
        readonly scope: SuspensionScope;
      }
    | {
        readonly type: "resumed";
        /** Who confirms it; after a safety event only the policy's safety owner can. */
        readonly by: string;
        /** The standing it resumes with. */
        readonly to: "good" | "watch";
      }
    | {
        readonly type: "exposureRequested";
        /** What the member wants to enter into. */
        readonly exposure: MemberExposure;
      }
  );

/** Leaving. */
export type MemberExitEvent = MemberEventBase &
  (
    | {
        readonly type: "noticeGiven";
        /** Who gives it. */
        readonly by: "maker" | "member";
        /** Why. The maker needs a ground that stands. */
        readonly ground: ExitGround;
        /** First day on which the contract no longer runs. */
        readonly exitOn: CalendarDate;
      }
    | {
        readonly type: "noticeRevoked";
        /** Who agrees. Both sides are needed. */
        readonly agreedBy: readonly ("maker" | "member")[];
      }
    | {
        readonly type: "eliminated" | "terminatedForCause";
        /** Why. */
        readonly ground: ExitGround;
      }
    | {
        readonly type: "exitItemClosed";
        /** The item of the checklist: one of `exitItems`, or of the policy's own. */
        readonly item: string;
        /** How it was closed: settled, a written plan, not applicable. */
        readonly result: string;
      }
    | {
        readonly type: "exitItemReopened";
        /** The item of the checklist: one of `exitItems`, or of the policy's own. */
        readonly item: string;
        /** Why. */
        readonly ground: string;
      }
    | { readonly type: "exitCompleted" }
  );

/** What can happen to a channel member, told apart by `type`. Each carries its day as `asOf`. */
export type MemberEvent =
  | DayPassed
  | MemberApplicationEvent
  | MemberSigningEvent
  | MemberReviewEvent
  | MemberLevelEvent
  | MemberRemedyEvent
  | MemberSuspensionEvent
  | MemberExitEvent;
