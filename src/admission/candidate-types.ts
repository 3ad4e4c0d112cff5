import type { DayPassed, Refusal, State, Step } from "../engine/state-table.js";
import type { ParticipantKind, TrainingTopic } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import { admissionStatuses } from "./admission-decision.js";
import type { CandidateStage } from "./candidate-stages.js";
import type { CandidateDecision } from "./evaluate-candidate.js";
import type { ScreeningVerdict } from "./screen-prospects.js";

interface Dated {
  /** The day. */
  readonly asOf: CalendarDate;
}

interface ByPerson extends Dated {
  /** The staff member who did it. */
  readonly by: string;
}

/** It was screened. */
export interface CandidateScreened extends ByPerson {
  readonly type: "screened";
  /** What `screenProspects` said. */
  readonly verdict: ScreeningVerdict;
  /** The day to screen it again, where it is put off. Absent: none is set, and it cannot be put off. */
  readonly reviewOn?: CalendarDate | undefined;
}

/** It was interviewed. */
export interface CandidateInterviewed extends ByPerson {
  readonly type: "interviewed";
  /** How it went; `again`: another interview is needed. */
  readonly result: "passed" | "failed" | "again";
}

/** It finished the training for candidates. The training that follows signing is another one. */
export interface CandidateTrained extends Dated {
  readonly type: "trained";
  /** What it was trained in. */
  readonly topics: readonly TrainingTopic[];
}

/** Its competence was tested. */
export interface CandidateTested extends Dated {
  readonly type: "tested";
  /** The result, from `"0"` to `"1"`. */
  readonly score: DecimalString;
}

/** It was decided whether to take it on. */
export interface CandidateEvaluated extends ByPerson {
  readonly type: "evaluated";
  /** What `evaluateCandidate` said. */
  readonly verdict: CandidateDecision;
  /** What was decided. */
  readonly decision: Exclude<CandidateDecision, "undetermined">;
  /** Version of the policy that it was evaluated by. */
  readonly version: string;
  /** Why the decision is not the verdict. Absent: it is. */
  readonly ground?: string | undefined;
  /** Who approved the deviation; not who decided. Absent: nobody did. */
  readonly approver?: string | undefined;
}

/** Talks began. */
export interface NegotiationOpened extends ByPerson {
  readonly type: "negotiationOpened";
  /** First day on which the talks have lapsed. */
  readonly until: CalendarDate;
}

/** The agreement was signed. */
export interface CandidateSigned extends ByPerson {
  readonly type: "signed";
}

/** It was turned down. */
export interface CandidateRejected extends ByPerson {
  readonly type: "rejected";
  /** Why. */
  readonly ground: string;
}

/** It gave up of itself. */
export interface CandidateWithdrew extends Dated {
  readonly type: "withdrew";
}

/** What can happen to a candidate. */
export type CandidateEvent =
  | CandidateScreened
  | CandidateInterviewed
  | CandidateTrained
  | CandidateTested
  | CandidateEvaluated
  | NegotiationOpened
  | CandidateSigned
  | CandidateRejected
  | CandidateWithdrew
  | DayPassed;

/** What a candidate carries. */
export interface CandidateData {
  /** What it would be in the channel. */
  readonly kind: ParticipantKind;
  /** The day it was found. */
  readonly foundOn: CalendarDate;
  /** The day of the last event, and before the first the day it was found. No event may be dated before it. Absent: it was not noted, and an event may have any day. */
  readonly since?: CalendarDate | undefined;
  /** The day to screen it again. `null`: none is set. */
  readonly reviewOn: CalendarDate | null;
  /** How its competence was found last. */
  readonly competence: "untested" | "passed" | "failed";
  /** Tests it failed. */
  readonly testsFailed: number;
  /** First day on which its evaluation no longer holds. `null`: it has none. */
  readonly validUntil: CalendarDate | null;
  /** First day on which the talks have lapsed. `null`: there are none. */
  readonly talksUntil: CalendarDate | null;
  /** What was decided. Absent: nothing yet. */
  readonly decision?: CandidateEvaluated["decision"] | undefined;
  /** Version of the policy it was evaluated by. Absent: it was not. */
  readonly evaluatedBy?: string | undefined;
  /** Why and with whose approval the decision is not the verdict. Absent: it is. */
  readonly deviation?: { readonly ground: string; readonly approver: string } | undefined;
  /** Why it was turned down. Absent: it was not, or screening or a test said so. */
  readonly ground?: string | undefined;
  /** The day it signed, was turned down or gave up. Absent: it is on its way. */
  readonly endedOn?: CalendarDate | undefined;
}

/** What the host knows when something happens to a candidate. What is absent or null is not known, and never lets a candidate pass. */
export interface CandidateStepFacts {
  /** Whether the channel design is approved. Members are selected only after it is. */
  readonly designApproved?: boolean | null | undefined;
  /** What members may be by the strategy. */
  readonly allowedKinds?: readonly ParticipantKind[] | null | undefined;
  /** What every candidate must be trained in. Empty: nothing. */
  readonly mandatoryTopics?: readonly TrainingTopic[] | null | undefined;
  /** Least result of the competence test, from `"0"` to `"1"`; exactly this is enough. */
  readonly minimumCompetence?: DecimalString | null | undefined;
  /** Failed tests that end a candidacy, 1 or more. */
  readonly maximumTests?: number | null | undefined;
  /** Days that an evaluation holds, 1 or more. */
  readonly evaluationDays?: number | null | undefined;
  /** Where the recruitment or expansion plan stands. Talks need an approved one. */
  readonly plan?: "drafted" | "submitted" | "approved" | "rejected" | null | undefined;
  /** Outcome of the formal admission; `not_required`: none is asked of its kind. */
  readonly admission?: CandidateAdmission | null | undefined;
  /** Whether what it had to make good on is made good. */
  readonly conditionsMet?: boolean | null | undefined;
  /** Who may sign. */
  readonly signatories?: readonly string[] | null | undefined;
}

/** What formal admission can come to, as signing looks at it. */
export const candidateAdmissions = [...admissionStatuses, "not_required"] as const;

/** See `candidateAdmissions`. */
export type CandidateAdmission = (typeof candidateAdmissions)[number];

/** What should follow an event of a candidate. */
export type CandidateEffect =
  | "arrange_interview"
  | "request_information"
  | "screen_again"
  | "arrange_training"
  | "arrange_test"
  | "repeat_training"
  | "evaluate"
  | "evaluate_again"
  | "invite_application"
  | "negotiate"
  | "end_talks"
  | "file_dossier"
  | "begin_onboarding"
  | "notify_candidate";

/** The types of the candidate's state table. */
export interface CandidateTypes {
  /** What can happen. */
  readonly event: CandidateEvent;
  /** What it carries. */
  readonly data: CandidateData;
  /** What the host knows. */
  readonly facts: CandidateStepFacts;
  /** What should follow. */
  readonly effect: CandidateEffect;
}

/** Where a candidate stands, with what it carries. */
export type CandidateState = State<CandidateStage, CandidateData>;

/** What an accepted event leads to. */
export type CandidateStep = Step<CandidateStage, CandidateData, CandidateEffect>;

/** Why an event cannot be accepted now. */
export type CandidateRefusal = Refusal<CandidateEvent["type"]>;
