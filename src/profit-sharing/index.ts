/**
 * Who earns what on a sale: gross profit, expected profit, profit risk, shares, exclusivity, channel contracts.
 *
 * @module
 */

export { type ProfitSharingCode, profitSharingMessages } from "./messages.js";

// short-term profit, expected profit and risk

export {
  compareHorizons,
  type HorizonComparison,
  type HorizonFacts,
  type HorizonPolicy,
  type HorizonValue,
  type ProfitFlow,
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
  type PremiumStep,
  type RequiredProfitFacts,
  type RequiredProfitPolicy,
  type RiskPremium,
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
export { profitMessages } from "./profit-messages.js";
export {
  type ManufacturerFacts,
  type ManufacturerPolicy,
  type ManufacturerScore,
  type OutlookRating,
  type OutlookWeight,
  scoreManufacturer,
} from "./score-manufacturer.js";
