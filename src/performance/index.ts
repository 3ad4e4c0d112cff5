/**
 * Are they good (绩效): indicators, scores, reviews, tiers.
 *
 * `performanceIndicators` is the catalogue; `computeIndicators` turns readings into values, and a reading that is missing into a value
 * that is not known; `measureCustomers`, `measureDeliveries` and `measureActivities` make readings from a host's records. `scoreMembers` scores
 * and ranks a period by a scorecard of the engine, new members pro-rated, `scoreMembersOverPeriods` several, newer ones weighing more;
 * `evaluateChannels` adds members up to channels. `findDueReviews` says whose review is due, `evaluateReview` what follows from it, as data for the member's life;
 * `buildEvaluationForm` is the paper. `evaluateProgrammeTier` moves members between tiers, and with `findNextGrade` says what the next
 * step takes. `performanceProcedure` is the round that comes again, and is not closed before everybody was evaluated. Without data there is
 * no score: neither 0 nor 100.
 *
 * @module
 */

export { buildEvaluationForm, type EvaluationForm, type EvaluationFormFacts, type EvaluationFormRow } from "./build-evaluation-form.js";
export { buildMemberView, type MarketFeedback, type MemberFigure, type MemberView, type MemberViewFacts } from "./build-member-view.js";
export { checkObjectives, type ObjectiveMismatch, type ObjectivesFacts } from "./check-objectives.js";
export { checkPeriodEvaluated } from "./check-period-evaluated.js";
export { type Contribution, type ContributionFacts, computeContributions } from "./compute-contributions.js";
export {
  computeIndicators,
  type IndicatorFacts,
  type IndicatorPolicy,
  type IndicatorSpan,
  type IndicatorValue,
  type IndicatorValues,
} from "./compute-indicators.js";
export { countMonthlyWork, type MonthlyWork, type WorkEntry } from "./count-monthly-work.js";
export {
  type ChannelEvaluation,
  type ChannelSuggestion,
  type ChannelsFacts,
  type ChannelsPolicy,
  evaluateChannels,
} from "./evaluate-channels.js";
export {
  evaluateProgrammeTier,
  type ProgrammeTierFacts,
  type ProgrammeTierOutcome,
  type ProgrammeTierPolicy,
} from "./evaluate-programme-tier.js";
export {
  evaluateReview,
  type MemberReview,
  type ReviewAppeal,
  type ReviewConsequence,
  type ReviewEffect,
  type ReviewFactsOfMember,
  type ReviewPolicy,
  type ReviewTrigger,
  reviewConsequences,
} from "./evaluate-review.js";
export { type DueReview, type DueReviewFacts, type DueReviewPolicy, findDueReviews } from "./find-due-reviews.js";
export { findNextGrade, type IndicatorGap, type NextGrade, type NextGradeFacts } from "./find-next-grade.js";
export { type ActivityFacts, type ActivityReadings, measureActivities, type PromotionActivity } from "./measure-activities.js";
export { type CustomerFacts, type CustomerReadings, measureCustomers } from "./measure-customers.js";
export { type DeliveryFacts, type DeliveryLine, type DeliveryReadings, measureDeliveries } from "./measure-deliveries.js";
export { type PerformanceCode, performanceMessages } from "./messages.js";
export {
  type IndicatorFormula,
  type IndicatorPart,
  type PerformanceIndicator,
  type PerformanceUnit,
  performanceUnits,
} from "./performance-indicator.js";
export { performanceIndicators } from "./performance-indicators.js";
export { performanceProcedure } from "./performance-procedure.js";
export type { PointMetric, PointTrack, ProgrammeTier, ProgrammeTierRule, TierNeed, TierThreshold } from "./programme-tier.js";
export { type PeriodEvaluationFacts, periodEvaluated } from "./rules/period-evaluated.js";
export { salesDriverIndicators } from "./sales-driver-indicators.js";
export {
  type MeasuredMember,
  type MemberScore,
  type MembersFacts,
  type MembersPolicy,
  type MembersScores,
  scoreMembers,
} from "./score-members.js";
export {
  type MemberPeriodsFacts,
  type MemberPeriodsPolicy,
  type MemberPeriodsScore,
  type MemberPeriodsScores,
  scoreMembersOverPeriods,
} from "./score-members-over-periods.js";
