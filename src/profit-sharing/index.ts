/**
 * Who earns what on a sale (利润分配).
 *
 * Profit: `computeGrossProfit`, `computeExpectedProfit` scaled by factors of both sides, `computeProfitRisk` with its components,
 * `computeRequiredProfit`, `evaluateParticipation`, `evaluateWinWin`. Shares: `computeProfitQuotas` by five factors, `splitByRatio` and
 * `splitWaterfall` to the last unit, `computeShapleyValue`, `computeNashBargain`. Exclusivity: what it costs a dealer and what it must
 * pay. Contracts: `computeLinearChannel`, `computeNewsvendor`, and which contract makes both sides order what the channel needs.
 * Switching: `computeSwitchingCost`, `evaluateSwitch`. Economics: `computeNormativeShares` by work done, `computeChannelProfit`,
 * `computeForceCrossover`, `computeScenarioProfit`.
 *
 * @zh
 * 一笔销售谁得多少。
 *
 * 利润：`computeGrossProfit`，按双方因素折算的 `computeExpectedProfit`，`computeProfitRisk` 及其组成，`computeRequiredProfit`、`evaluateParticipation`、`evaluateWinWin`。份额：按五项因素的 `computeProfitQuotas`，分毫不差的 `splitByRatio` 与 `splitWaterfall`，`computeShapleyValue`、`computeNashBargain`。排他：经销商为此付出什么，厂家须补偿多少。合同：`computeLinearChannel`、`computeNewsvendor`，以及哪种合同能让双方都订购渠道所需的数量。更换：`computeSwitchingCost`、`evaluateSwitch`。经济分析：按工作量的 `computeNormativeShares`，`computeChannelProfit`、`computeForceCrossover`、`computeScenarioProfit`。
 *
 * @module
 */

// shares, exclusivity, contracts, replacement
export {
  buildCoordinatingContract,
  type CoordinatingContract,
  type CoordinatingContractPolicy,
  type CoordinatingContractProblem,
  type CoordinatingKind,
  coordinatingKinds,
} from "./build-coordinating-contract.js";
export { checkQuotaPolicy, type QuotaWarning } from "./check-quota-policy.js";
export {
  compareExclusivity,
  type ExclusivityComparison,
  type ExclusivityComparisonFacts,
  type ExclusivityComparisonProblem,
  type ExclusivityHorizon,
} from "./compare-exclusivity.js";
export {
  type ChannelProfit,
  type ChannelProfitFacts,
  type ChannelProfitPolicy,
  computeChannelProfit,
} from "./compute-channel-profit.js";
export {
  computeEntryConcession,
  type EntryConcession,
  type EntryConcessionFacts,
  type EntryConcessionPolicy,
  type EntryConcessionProblem,
} from "./compute-entry-concession.js";
export {
  computeExclusivityBreakEven,
  type ExclusivityBreakEven,
  type ExclusivityBreakEvenFacts,
  type ExclusivityBreakEvenPolicy,
  type ExclusivityBreakEvenProblem,
  type ExclusivityPeriod,
} from "./compute-exclusivity-break-even.js";
export {
  type CompensatedPeriod,
  computeExclusivityCompensation,
  type ExclusivityCompensation,
  type ExclusivityCompensationFacts,
  type ExclusivityCompensationPolicy,
  type ExclusivityCompensationProblem,
} from "./compute-exclusivity-compensation.js";
export {
  computeExclusivityCost,
  type DroppedLine,
  type ExclusivityCost,
  type ExclusivityCostFacts,
  type ExclusivityCostPolicy,
  type ExclusivityCostProblem,
} from "./compute-exclusivity-cost.js";
export {
  type CheaperForce,
  computeForceCrossover,
  type ForceCrossover,
  type ForceCrossoverFacts,
  type ForceCrossoverPolicy,
  type SalesForceCost,
} from "./compute-force-crossover.js";
export {
  computeGoodwillIndemnity,
  type GoodwillFacts,
  type GoodwillIndemnity,
  type GoodwillPolicy,
  type GoodwillProblem,
} from "./compute-goodwill-indemnity.js";
export {
  computeLinearChannel,
  type LinearChannel,
  type LinearChannelFacts,
  type LinearChannelPolicy,
  type LinearChannelProblem,
} from "./compute-linear-channel.js";
export {
  computeMaturityMargin,
  type MarginSchedule,
  type MaturityMargin,
  type MaturityMarginFacts,
  type MaturityStage,
} from "./compute-maturity-margin.js";
export {
  type BargainingParty,
  computeNashBargain,
  type NashBargain,
  type NashBargainFacts,
  type NashBargainPolicy,
  type NashBargainProblem,
} from "./compute-nash-bargain.js";
export { computeNewsvendor, type NewsvendorFacts, type NewsvendorOutcome } from "./compute-newsvendor.js";
export {
  type BenefitPotential,
  benefitPotentials,
  type ChannelTask,
  channelTasks,
  computeNormativeShares,
  type EfficiencyTemplate,
  type NormativeShare,
  type NormativeSharePolicy,
  type NormativeShareProblem,
  type NormativeShares,
  type TaskShare,
  type TemplateRow,
} from "./compute-normative-shares.js";
export {
  computeOfficeBenefit,
  type OfficeBenefit,
  type OfficeBenefitFacts,
  type OfficeBenefitPolicy,
  type OfficeCost,
  type OfficeCostKind,
  type OfficeGain,
  type OfficeGainKind,
  officeCostKinds,
  officeGainKinds,
} from "./compute-office-benefit.js";
export {
  computeProfitQuotas,
  type MemberQuota,
  type ProfitQuotaProblem,
  type ProfitQuotas,
  type QuotaFacts,
  type QuotaMember,
} from "./compute-profit-quotas.js";
export {
  computeProfitShare,
  type DeficitCarry,
  type ProfitDeficit,
  type ProfitShareFacts,
  type ProfitShareOutcome,
  type ProfitSharePolicy,
} from "./compute-profit-share.js";
export {
  computePurchaseShortfall,
  type PurchaseShortfall,
  type PurchaseShortfallFacts,
  type PurchaseShortfallPolicy,
} from "./compute-purchase-shortfall.js";
export {
  type AlternativeProfit,
  type CreditAtRisk,
  computeScenarioProfit,
  type ProfitScenario,
  type ScenarioAlternative,
  type ScenarioFacts,
  type ScenarioPolicy,
  type ScenarioProblem,
  type ScenarioProfit,
} from "./compute-scenario-profit.js";
export {
  type CoalitionValue,
  computeShapleyValue,
  type ShapleyFacts,
  type ShapleyOutcome,
  type ShapleyPolicy,
  type ShapleyProblem,
} from "./compute-shapley-value.js";
export { computeSwitchingCost, type SwitchingCost, type SwitchingCostFacts, type SwitchingCostPolicy } from "./compute-switching-cost.js";
export {
  type ContractConversionFacts,
  type ContractConversionPolicy,
  type ContractConversionProblem,
  convertContract,
} from "./convert-contract.js";
export type { DemandModel, EmpiricalDemand, LognormalDemand, NormalDemand, PoissonDemand, UniformDemand } from "./demand-model.js";
export {
  detectExclusivityGaps,
  type ExclusivityClause,
  type ExclusivityGaps,
  type ExclusivityTerm,
  exclusivityTerms,
} from "./detect-exclusivity-gaps.js";
export {
  evaluateLinearContract,
  type LinearContract,
  type LinearContractOutcome,
  type LinearContractPolicy,
  type LinearContractProblem,
  type LinearProfitShare,
  type LinearRevenueShare,
} from "./evaluate-linear-contract.js";
export {
  evaluateNewsvendorContract,
  type NewsvendorContractFacts,
  type NewsvendorContractOutcome,
  type NewsvendorContractPolicy,
} from "./evaluate-newsvendor-contract.js";
export {
  evaluateRiskSharing,
  type ProfitChance,
  type RiskParty,
  type RiskPartyOutcome,
  type RiskShare,
  type RiskSharing,
  type RiskSharingFacts,
  type RiskSharingPolicy,
  type RiskSharingProblem,
} from "./evaluate-risk-sharing.js";
export { evaluateSwitch, type SwitchCandidate, type SwitchDecision, type SwitchFacts, type SwitchPolicy } from "./evaluate-switch.js";
export { exampleQuotaPolicy } from "./example-quota-policy.js";
export {
  type BrandPosition,
  inferSwitchingCosts,
  type RevealedSwitchingCosts,
  type RevealedSwitchingFacts,
  type RevealedSwitchingPolicy,
  type RevealedSwitchingProblem,
} from "./infer-switching-costs.js";
export type { LinearMarket } from "./linear-market.js";
export { type ProfitSharingCode, profitSharingMessages } from "./messages.js";

// short-term profit, expected profit and risk

export {
  compareHorizons,
  type HorizonComparison,
  type HorizonFacts,
  type HorizonValue,
  type ProfitOption,
} from "./compare-horizons.js";
export { computeDealerValue, type DealerValueFacts, type DealerValuePolicy, type DealerValueProblem } from "./compute-dealer-value.js";
export {
  computeExpectedProfit,
  type ExpectedProfitFacts,
  type ExpectedProfitPolicy,
  type ExpectedProfitProblem,
  type ProfitFactor,
  type ProfitPeriod,
  profitFactors,
} from "./compute-expected-profit.js";
export { computeGrossProfit, type GrossProfitFacts, type GrossProfitPolicy } from "./compute-gross-profit.js";
export { computeMovementRisk, type Movement, type MovementFacts, type MovementPolicy } from "./compute-movement-risk.js";
export {
  computeProfitRisk,
  exampleProfitRiskPolicy,
  type ProfitRisk,
  type ProfitRiskFacts,
  type ProfitRiskPolicy,
  type RiskComponent,
  type RiskSource,
  riskSources,
} from "./compute-profit-risk.js";
export { computePurchaserBenefit, type PurchaserBenefitFacts } from "./compute-purchaser-benefit.js";
export {
  computeRequiredProfit,
  exampleRequiredProfitPolicy,
  type PremiumStep,
  type RequiredPremium,
  type RequiredProfitFacts,
  type RequiredProfitPolicy,
} from "./compute-required-profit.js";
export {
  computeSeasonalIndex,
  type SeasonalIndex,
  type SeasonalIndexFacts,
  type SeasonalIndexPolicy,
  type SeasonIndex,
  type SeasonVolume,
} from "./compute-seasonal-index.js";
export { computeShortTermProfit, type ProfitItem, type ShortTermProfitFacts } from "./compute-short-term-profit.js";
export { computeUnitProfit, type LineProduct, type UnitProfit, type UnitProfitFacts, type UnitProfitLine } from "./compute-unit-profit.js";
export { evaluateParticipation, type Participation, type ParticipationFacts } from "./evaluate-participation.js";
export { type DealParty, evaluateWinWin, type PartySurplus, type WinWin, type WinWinFacts } from "./evaluate-win-win.js";
export type { HorizonPolicy, PeriodProfit } from "./horizons.js";
export type {
  BuyBackContract,
  NewsvendorContract,
  QuantityDiscountContract,
  RevenueShareContract,
  TwoPartContract,
  WholesaleContract,
} from "./newsvendor-contract.js";
export type { DemandPrecision, NewsvendorMarket, NewsvendorProblem, NewsvendorRounding } from "./newsvendor-market.js";
export { profitMessages } from "./profit-messages.js";
export { type QuotaClass, type QuotaFactor, type QuotaPolicy, quotaFactors } from "./quota-policy.js";
export type { ProfitVariance, RateRiskPremium, RiskPremium, VarianceRiskPremium } from "./risk-premium.js";
export {
  type ManufacturerFacts,
  type ManufacturerPolicy,
  type ManufacturerScore,
  scoreManufacturer,
} from "./score-manufacturer.js";
export {
  type PartyShare,
  type RatioSplitFacts,
  type RatioSplitPolicy,
  type RatioSplitProblem,
  type ShareBasis,
  type SplitPart,
  shareBases,
  splitByRatio,
} from "./split-by-ratio.js";
export {
  splitWaterfall,
  type WaterfallFacts,
  type WaterfallPart,
  type WaterfallPolicy,
  type WaterfallProblem,
  type WaterfallSplit,
} from "./split-waterfall.js";
export type { CatchUpStep, ClaimsStep, PreferredReturnStep, ShareStep, WaterfallStep } from "./waterfall-step.js";
