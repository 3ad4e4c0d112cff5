import type { Rule } from "../engine/rule.js";
import type { ScoreOutcome } from "../engine/scorecard.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Message, MessageParams } from "../kernel/message.js";
import type { AdmissionApplication } from "./admission-application.js";
import type { AdmissionActor, AdmissionPolicy } from "./admission-policy.js";

/** What rules read: the application, and what was worked out from it before they are asked. */
export interface AdmissionFacts extends AdmissionApplication {
  /** Persons who may not take part in the decision and do. */
  readonly conflicts: readonly string[];
  /** The special evaluation, where it applies. Absent: the ordinary rules are asked. */
  readonly special?: SpecialScore | undefined;
}

/** The score of a special evaluation, and what it is compared with. */
export interface SpecialScore {
  /** The score, or why there is none. */
  readonly outcome: ScoreOutcome;
  /** Least score. `null`: not agreed. */
  readonly passScore: DecimalString | null;
}

/** A rule of admission: a `Rule`, who supplies what it lacks, and what would remedy it. */
export interface AdmissionRule<P = AdmissionPolicy, N extends keyof AdmissionFacts = keyof AdmissionFacts, C extends string = string>
  extends Rule<AdmissionFacts, P, N, C> {
  /** Who supplies what it lacks. Absent: the applicant. */
  readonly from?: AdmissionActor | undefined;
  /** What would have to change where it is unmet. Absent: its parameter `short` says how much is missing. */
  remedy?(params: MessageParams): Message;
}
