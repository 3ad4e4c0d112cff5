/**
 * Incentives (激励): what a channel member earns for what it did.
 *
 * A programme is JSON: whom it is for, which lines count, over which windows, what picks the tier and what is paid on.
 * `checkProgramme` says what is wrong with one before anybody relies on it; `computeIncentive` says what one member earns in one
 * window, with the whole working, `attributeIncentive` what each sale adds to it, `computePayouts` what all members earn. `qudao/settlement` runs the same calculator over millions of lines.
 *
 * Around it: those above the seller (`computeOverrides`, under a ceiling per sale) and those who sold together (`splitCredit`); several
 * programmes on one sale, by declared priority (`combineIncentives`); draws, guarantees, clawback, stages, budgets and caps; contests,
 * SPIFFs and referrals; rewards and penalties as rows (`decideRewards`). A policy has a life in one table, from draft to superseded
 * (`stepIncentivePolicy`), pays nothing before its publication, and treats equals alike (`checkFairness`). And a programme is designed
 * before it is published: drawn, linted for cliffs and double grants, and compared with what is in force.
 *
 * @zh
 * 激励：渠道成员凭所做的事应得多少。
 *
 * 方案是 JSON：面向谁，哪些行计入，结算期多长，按什么定档，按什么计酬。`checkProgramme` 在有人依赖它之前指出其中的错误；`computeIncentive` 说明一个成员在一个结算期应得多少，并附全部计算过程；`attributeIncentive` 说明每笔销售增加多少，`computePayouts` 说明全体成员应得多少。`qudao/settlement` 在数百万行上运行同一个计算。
 *
 * 此外：销售方的上级（`computeOverrides`，每笔销售有上限）与共同完成销售的各方（`splitCredit`）；同一笔销售上的多个方案，按写明的先后（`combineIncentives`）；预支、保底、追回、分期、预算与封顶；竞赛、单品即时奖与推荐奖励；写成行的奖惩（`decideRewards`）。激励政策从草案到被取代的一生写在一张表里（`stepIncentivePolicy`），公布之前不付任何款，并对同类成员一视同仁（`checkFairness`）。方案先设计后公布：画出曲线，检查断崖与重复给付，并与现行方案比较。
 *
 * @module
 */

export { checkProgramme, type ProgrammeFault } from "./check-programme.js";
export { computeIncentive, type IncentiveFacts, type IncentiveOutcome, type JointReading } from "./compute-incentive.js";
export { type IncentiveCode, incentiveMessages } from "./messages.js";
export {
  type AttainmentBasis,
  type BaselineYear,
  type ClawbackBasis,
  type EarnedGoods,
  type EarnedRight,
  type EarnerFilter,
  type FixedBaseline,
  type GrowthBasis,
  type IncentiveLimit,
  type IncentiveProgramme,
  type IncentiveRounding,
  type LineFilter,
  type LineMeasure,
  type LineScope,
  type LineTax,
  type MeasureBasis,
  type MeasuredFigure,
  type MixedBaseline,
  measuredFigures,
  type NegativePolicy,
  negativePolicies,
  type PayBasis,
  type ProgrammeGoods,
  type ProgrammeMeasure,
  type ProgrammePayout,
  type ProgrammeRight,
  type ProgrammeStacking,
  type ProgrammeStage,
  type ProgrammeWithholding,
  type Qualifier,
  type ReturnsPolicy,
  type RollingBaseline,
  returnsPolicies,
  type ZeroBaseline,
} from "./programme.js";
export type { IncentiveExplanation, IncentiveProblem } from "./programme-answer.js";
export type { ProgrammeBudget, ProgrammeGuarantee, ProgrammeTimetable } from "./programme-timetable.js";

// sale by sale

export {
  type AttributedLine,
  type AttributedPart,
  attributeIncentive,
  type IncentiveAttribution,
  type IncentiveAttributionFacts,
  type IncentiveAttributionPolicy,
  type SliceValue,
  sliceValues,
} from "./attribute-incentive.js";

// sold on by the member, paid on what it had paid

export {
  type OpenSellThrough,
  type SellThroughBasis,
  type SellThroughFacts,
  type SellThroughGap,
  type SellThroughLayer,
  type SellThroughLine,
  type SellThroughOutcome,
  type SellThroughPart,
  type SellThroughPolicy,
  type SellThroughPurchase,
  type SellThroughShortage,
  type SellThroughSold,
  type SellThroughStock,
  sellThroughBases,
  sellThroughShortages,
} from "./sell-through.js";
export { valueSellThrough } from "./value-sell-through.js";

// a part of a window

export { type ProgrammeProrationPolicy, type ProgrammeProrationProblem, prorateProgramme } from "./prorate-programme.js";

// up the channel, and between those who sold together

export { computeOverrides, type OverrideOutcome, type OverrideShare } from "./compute-overrides.js";
export type {
  OverrideCeiling,
  OverrideFacts,
  OverrideMember,
  OverrideMethod,
  OverridePlan,
  OverridePolicy,
  OverrideProblem,
  OverrideSeller,
} from "./override-policy.js";
export {
  type CreditOverlay,
  type CreditSplit,
  type CreditSplitFacts,
  type CreditSplitPolicy,
  type CreditSplitProblem,
  splitCredit,
} from "./split-credit.js";
export {
  type QuotaPart,
  type QuotaSplit,
  type QuotaSplitFacts,
  type QuotaSplitPolicy,
  type QuotaSplitProblem,
  splitQuota,
} from "./split-quota.js";

// the windows of one member

export type { AgreementDays, AgreementWindow, ProgrammeWindow } from "./agreement-window.js";
export { type CountedWindow, listProgrammeWindows, type ProgrammeWindowFacts } from "./list-programme-windows.js";

// several programmes on the same sales

export {
  type CollectedClawback,
  type CollectedPayout,
  type CollectedPolicy,
  type CollectedTimetable,
  type CollectedWithholding,
  collectProgrammePolicies,
  type ProgrammeCollection,
  type ProgrammePolicies,
  type ProgrammeRegisters,
  type ProgrammeTax,
} from "./collect-programme-policies.js";
export type { CollectedPayment, CollectedSettlement, CollectedStage, CollectedTerm } from "./collected-terms.js";
export { combineIncentives, type StackedIncentive, type StackingOutcome, type StackingProblem } from "./combine-incentives.js";
export {
  type StackingCandidate,
  type StackingFacts,
  type StackingGroup,
  type StackingLine,
  type StackingMember,
  type StackingMode,
  type StackingPolicy,
  stackingModes,
} from "./stacking-policy.js";

// what is paid, held back, guaranteed, capped and taken back

export { applyDraw, type DrawFacts, type DrawOutcome, type DrawPolicy } from "./apply-draw.js";
export { applyGuarantee, type GuaranteeFacts, type GuaranteeOutcome, type GuaranteePolicy } from "./apply-guarantee.js";
export {
  type ClawbackFacts,
  type ClawbackGround,
  type ClawbackOutcome,
  type ClawbackPolicy,
  type ClawbackProblem,
  clawbackGrounds,
  computeClawback,
} from "./compute-clawback.js";
export {
  type IncentiveBudgetFacts,
  type IncentiveBudgetOutcome,
  type IncentiveBudgetPolicy,
  type IncentiveBudgetRequest,
  limitToBudget,
} from "./limit-to-budget.js";
export {
  type CapBalance,
  type CapEntry,
  type CapFacts,
  type CapOutcome,
  type CapPolicy,
  limitToCaps,
} from "./limit-to-caps.js";
export type { PaymentCap } from "./payment-cap.js";
export {
  type PayoutItem,
  type PayoutPlan,
  type PayoutPlanFacts,
  type PayoutPlanPolicy,
  type PayoutPlanProblem,
  type PayoutStageStatus,
  planPayout,
} from "./plan-payout.js";

// with what: means and needs

export {
  type IncentiveForm,
  type IncentiveMeans,
  type IncentiveNeed,
  type IncentivePolicyKind,
  incentiveMeans,
  incentiveNeeds,
  incentiveObjectives,
  incentivePolicyKinds,
} from "./incentive-means.js";

// the policy: its life, what it may pay, and whether it is fair

export { availableIncentivePolicyEvents } from "./available-incentive-policy-events.js";
export { checkFairness, type FairnessFacts, type FairnessFinding, type FairnessReview } from "./check-fairness.js";
export { computePayouts, type MemberPayout, type MemberPayoutFacts, type MemberPayouts } from "./compute-payouts.js";
export { findPayablePeriod, type PayablePeriodFacts, type PayablePeriodProblem } from "./find-payable-period.js";
export {
  type AvailableIncentivePolicyEvent,
  type IncentiveConsultationOpened,
  type IncentiveOpinionGiven,
  type IncentivePolicyData,
  type IncentivePolicyEffect,
  type IncentivePolicyEvent,
  type IncentivePolicyEventBase,
  type IncentivePolicyEventName,
  type IncentivePolicyFacts,
  type IncentivePolicyLife,
  type IncentivePolicyRedrafted,
  type IncentivePolicyRefusal,
  type IncentivePolicyReviewed,
  type IncentivePolicyRevised,
  type IncentivePolicyState,
  type IncentivePolicyStep,
  type IncentivePolicyWithdrawn,
  type IncentiveReview,
  incentivePolicyEffects,
  incentivePolicyEvents,
  incentivePolicyStates,
} from "./policy-life.js";
export { type IncentivePolicyHistory, type IncentivePolicyReplay, replayIncentivePolicy } from "./replay-incentive-policy.js";
export { type IncentivePolicyStart, startIncentivePolicy } from "./start-incentive-policy.js";
export { stepIncentivePolicy } from "./step-incentive-policy.js";

// the design of a programme before it is published, and what it was worth

export {
  type ComparedMember,
  compareProgrammes,
  type ProgrammeComparison,
  type ProgrammeComparisonFacts,
  type ProgrammeComparisonPolicy,
  type ProgrammeComparisonProblem,
} from "./compare-programmes.js";
export { computeIncentiveReturn, type IncentiveReturn, type IncentiveReturnFacts } from "./compute-incentive-return.js";
export { drawPayoutCurve, type PayoutCurveFacts, type PayoutPoint } from "./draw-payout-curve.js";
export type { IncentiveEarning } from "./earned-in-kind.js";
export {
  findNextTier,
  type NextTierFacts,
  type NextTierOutcome,
  type NextTierStep,
  type OrderInMind,
  type OrderStep,
} from "./find-next-tier.js";
export type { LintCoverage } from "./lint-coverage.js";
export type { LintFinding } from "./lint-finding.js";
export { type LintFacts, type LintPolicy, type LintProduct, lintProgramme } from "./lint-programme.js";
export type { CurveReference, ReferenceProblem } from "./payout-shape.js";

// contests, SPIFFs, referrals; rewards and penalties; needs and packages

export { buildRewardPolicy, type RewardPolicyDocument, type RewardPolicyRow } from "./build-reward-policy.js";
export {
  computeReferralFee,
  type ReferralFeeFacts,
  type ReferralFeeOutcome,
  type ReferralFeePolicy,
  type ReferralFeeRefusal,
} from "./compute-referral-fee.js";
export { computeSpiff, type SpiffFacts, type SpiffLine, type SpiffPolicy, type SpiffShare } from "./compute-spiff.js";
export {
  type DecidedReward,
  decideRewards,
  type RewardDecision,
  type RewardDecisionFacts,
} from "./decide-rewards.js";
export {
  evaluateIncentivePackage,
  type IncentivePackage,
  type IncentivePackageFacts,
  type IncentivePackagePolicy,
  type IncentivePackageProblem,
} from "./evaluate-incentive-package.js";
export { type IncentiveNeedFacts, matchIncentiveNeeds, type ProposedMeans } from "./match-incentive-needs.js";
export { type ContestFacts, type ContestPlace, type ContestPolicy, type ContestPrize, rankContest } from "./rank-contest.js";
export { rewardCatalogue } from "./reward-catalogue.js";
export {
  type RewardConsequence,
  type RewardDecisionPolicy,
  type RewardRule,
  type RewardSubject,
  rewardSubjects,
} from "./reward-rules.js";
