import type { Finding, Waiver } from "../engine/rule.js";
import type { ScoreOutcome } from "../engine/scorecard.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Message } from "../kernel/message.js";
import type { AdmissionScope } from "./admission-application.js";
import type { AdmissionActor } from "./admission-policy.js";

/** How an application may come out. */
export const admissionStatuses = [
  "admitted",
  "admitted_with_exceptions",
  "qualified_no_vacancy",
  "special_evaluation",
  "information_requested",
  "rejected",
] as const;
/** See `admissionStatuses`. */
export type AdmissionStatus = (typeof admissionStatuses)[number];

/** By which rules an application is judged: the ordinary ones, those of the special evaluation, or that is not known yet. */
export const evaluationRoutes = ["ordinary", "special", "undecided"] as const;
/** See `evaluationRoutes`. */
export type EvaluationRoute = (typeof evaluationRoutes)[number];

/** What would have to change for one rule, and who can change it. */
export interface NeededChange {
  /** Code of the rule. */
  readonly rule: string;
  /** Whether the rule is unmet, or cannot be told. */
  readonly status: "unmet" | "unknown";
  /** Who has to act. */
  readonly from: AdmissionActor;
  /** What has to happen: the amount missing to the threshold, the document to bring, the fact to supply. */
  readonly change: Message;
  /** The rule binds in principle: an exception with ground, approver and date would do too. */
  readonly waivable: boolean;
}

/** What a day may bring after a decision, in the words of events. */
export const admissionEvents = [
  "evidenceExpired",
  "waiverExpired",
  "validityEnded",
  "requalificationDue",
  "reapplicationOpened",
  "responseOverdue",
] as const;
/** See `admissionEvents`. */
export type AdmissionEvent = (typeof admissionEvents)[number];

/** A day on which something about a decision changes by itself. The decision stays what it was. */
export interface AdmissionDueDate {
  /** First day on which it has changed. */
  readonly date: CalendarDate;
  /** What happens. */
  readonly event: AdmissionEvent;
  /** What it happens to: a document's identifier, a rule's code, the application's identifier. */
  readonly subject: string;
}

/** A decision, whole: what was decided, for what, on which rules and papers, by whom, and until when. */
export interface AdmissionDecision {
  /** How it came out. */
  readonly status: AdmissionStatus;
  /** `false`: someone with a declared interest takes part, and until that is put right nothing is decided. */
  readonly valid: boolean;
  /** The application. */
  readonly applicationId: string;
  /** The party that applied. */
  readonly partyId: string;
  /** For what the decision holds. */
  readonly scope: AdmissionScope;
  /** The policy, and its version. */
  readonly policy: { readonly id: string; readonly version: string };
  /** By which rules it was judged. */
  readonly route: EvaluationRoute;
  /** The day it was decided. */
  readonly decidedOn: CalendarDate;
  /** Who approves it. `null`: nobody has yet, and it is a recommendation. */
  readonly approver: string | null;
  /** Who took part, those who stepped back left out. */
  readonly reviewers: readonly string[];
  /** What was found about every rule, in the order of the rules. */
  readonly findings: readonly Finding[];
  /** The score of the special evaluation. `null`: none was asked for. */
  readonly score: ScoreOutcome | null;
  /** What would have to change. Empty: nothing. */
  readonly needed: readonly NeededChange[];
  /** Identifiers of the documents that the findings rest on, sorted. */
  readonly evidence: readonly string[];
  /** The exceptions that the decision rests on, with ground, approver and date. Empty: none. */
  readonly exceptions: readonly Waiver[];
  /** First day on which an admission no longer holds without an agreement. `null`: not admitted, or not agreed. */
  readonly validUntil: CalendarDate | null;
  /** The day of the next examination. `null`: not admitted, or not agreed. */
  readonly requalifyOn: CalendarDate | null;
  /** First day on which a rejected applicant may apply again. `null`: not rejected, or not agreed. */
  readonly reapplyFrom: CalendarDate | null;
  /** First day on which an answer comes too late. `null`: nothing is asked, or not agreed. */
  readonly respondBy: CalendarDate | null;
  /** What the days after it will bring, earliest first. */
  readonly due: readonly AdmissionDueDate[];
}
