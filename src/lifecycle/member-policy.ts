import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { NoticePolicy } from "./compute-notice.js";
import type { ExitGround } from "./exit-ground.js";
import type { MemberDecision } from "./member-event.js";

/** What the last of several bad reviews in a row leads to. */
export type BadReviewAction = "warning" | "remediation" | "demotion" | "elimination";

/** The scores that hold a level. Between them a count of poor reviews neither grows nor ends. */
export interface LevelFloor {
  /** A review below it counts against the level. Exactly the floor does not. */
  readonly floor: DecimalString;
  /** A review that reaches it ends the count. Below `floor` it is refused. */
  readonly recovery: DecimalString;
}

/** What was agreed or laid down for the lives of members. JSON; no number has a default. */
export interface MemberPolicy extends NoticePolicy {
  /** Least score of a good trial; exactly it is enough. */
  readonly promotionScore: DecimalString;
  /** Least net sales of a good trial, in the policy's currency; exactly it is enough. */
  readonly trialSalesMinimum: DecimalString;
  /** How often a trial may be extended, each time by another trial agreement. 0: never. */
  readonly trialExtensions: number;
  /** Most established breaches with which a member may rise. 0: none. */
  readonly breachTolerance: number;
  /** Months from one review to the next, from 1. */
  readonly reviewMonths: number;
  /** The grades that are bad. */
  readonly badGrades: readonly string[];
  /** Bad reviews in a row that have the consequence, from 2. */
  readonly badReviewsInRow: number;
  /** The consequence. */
  readonly badReviewAction: BadReviewAction;
  /** The floors of the levels that can be lost. */
  readonly levelFloors: { readonly agent: LevelFloor; readonly strategic_partner: LevelFloor };
  /** Reviews below the floor after which a member may be demoted, from 1. */
  readonly demotionReviews: number;
  /** What a remediation may be opened for. */
  readonly remediationCauses: readonly string[];
  /** Days from the opening of a remediation, or from a failed check, to its deadline. */
  readonly remediationDays: number;
  /** Failed checks at which the member is eliminated, from 1. */
  readonly remediationAttempts: number;
  /** Who verifies a remediation that a review opened. */
  readonly remediationOwner: string;
  /** What a member may be suspended for, beside a safety event, which always suspends. */
  readonly suspensionCauses: readonly string[];
  /** Days a suspension lasts at least; less than `suspensionMostDays`, or none could ever be resumed. */
  readonly suspensionMinimumDays: number;
  /** Days after which a suspension ends the relationship. */
  readonly suspensionMostDays: number;
  /** Who alone confirms that a safety event is over. */
  readonly safetyOwner: string;
  /** Months without a safety event that a strategic partner needs behind it. */
  readonly strategicSafetyMonths: number;
  /** The grounds that end a relationship without notice. */
  readonly immediateGrounds: readonly ExitGround[];
  /** Whether a member under notice is still supplied until it runs out. */
  readonly supplyDuringNotice: boolean;
  /** Items of the exit checklist beside the nine that always belong to it. Empty: none. */
  readonly ownExitItems: readonly string[];
}

/**
 * What the host knows when it offers an event: the policy in force, and what other folders and its own records say. A fact that is
 * absent leaves the guards that need it unknown; they never pass.
 */
export interface MemberFacts extends Partial<MemberPolicy> {
  /** Documents that the application still lacks. Empty: none. */
  readonly missingDocuments?: readonly string[] | undefined;
  /** Clauses that the agreement still lacks. Empty: none. */
  readonly missingClauses?: readonly string[] | undefined;
  /** Mandatory trainings that are not done. Empty: none. */
  readonly trainingOpen?: readonly string[] | undefined;
  /** Whether a written authorization is in force for the member. */
  readonly authorizationInForce?: boolean | undefined;
  /** What the admission as an agent decided. */
  readonly agentAdmission?: MemberDecision | undefined;
  /** Other exclusive agents for the same area and product. Empty: none. */
  readonly rivalAgents?: readonly string[] | undefined;
  /** Whether quality has been stable, as the performance reviews say. */
  readonly qualityStable?: boolean | undefined;
  /** Whether service has been stable, as the performance reviews say. */
  readonly serviceStable?: boolean | undefined;
  /** Whether the risk analysis of a strategic partnership is approved. */
  readonly riskAnalysisApproved?: boolean | undefined;
  /** Whether the product analysis of a strategic partnership is approved. */
  readonly productAnalysisApproved?: boolean | undefined;
  /** Causes of suspension that are not cleared. Empty: none. */
  readonly openCauses?: readonly string[] | undefined;
  /** Grounds of exit that reviews of the field and of the market have established: last place, demand, competition, replacement. Empty: none. */
  readonly establishedGrounds?: readonly ExitGround[] | undefined;
  /** The day the impact of the member's exit was assessed. */
  readonly exitImpactOn?: CalendarDate | undefined;
}
