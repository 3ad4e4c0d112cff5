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
 * @zh
 * 做得如何：指标、评分、考核、级别。
 *
 * `performanceIndicators` 是指标目录；`computeIndicators` 把读数变成指标值，缺少的读数得到的是“未知”；`measureCustomers`、`measureDeliveries` 与 `measureActivities` 由宿主的记录得出读数。`scoreMembers` 按引擎的评分卡为一个期间评分并排名，新成员按时间折算；`scoreMembersOverPeriods` 评多个期间，越近权重越大；`evaluateChannels` 把成员汇总为渠道。`findDueReviews` 说明该考核谁，`evaluateReview` 以数据说明对成员的后续影响；`buildEvaluationForm` 是考核表。`evaluateProgrammeTier` 调整伙伴级别，并与 `findNextGrade` 一起说明升一级还需什么。`performanceProcedure` 是周而复始的一轮，人人考核完毕才能结束。没有数据就没有分数：既不是 0，也不是 100。
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
