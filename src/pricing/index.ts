/**
 * What a member pays and why: price lists, special prices, the margin of every tier, price protection.
 *
 * `findPrice` answers which price applies, from which list, break and special price, and why every other one lost;
 * `compareClassPrices` proves that agents pay no more than distributors. `buildMarginChain` follows a unit from the maker to the end
 * customer and `computeConcession` moves margin from one side to the other. `computePriceProtection` credits stock on a price cut.
 * `computePriceElasticity` and `computePassThrough` look at what a lower price brings.
 *
 * @zh
 * 成员付多少钱、为什么：价目表、特价、各级毛利、价格保护。
 *
 * `findPrice` 回答适用哪个价格，出自哪张价目表、哪个数量档与哪项特价，其余为何落选；`compareClassPrices` 证明代理商的价格不高于分销商。`buildMarginChain` 跟随一件商品从厂家到最终客户，`computeConcession` 把毛利从一方移到另一方。`computePriceProtection` 在降价时补偿库存。`computePriceElasticity` 与 `computePassThrough` 考察降价带来什么。
 *
 * @module
 */

export {
  buildMarginChain,
  type ChainTier,
  type MarginChain,
  type MarginChainFacts,
  type MarginChainPolicy,
  type TierMargin,
} from "./build-margin-chain.js";
export {
  type ClassPriceFacts,
  type ClassPriceLine,
  type ClassPrices,
  type ComparedProduct,
  compareClassPrices,
} from "./compare-class-prices.js";
export {
  type Concession,
  type ConcessionEffect,
  type ConcessionFacts,
  type ConcessionPolicy,
  computeConcession,
  type MarginChange,
} from "./compute-concession.js";
export { computePassThrough, type PassThrough, type PassThroughFacts, type PassThroughPolicy } from "./compute-pass-through.js";
export {
  computePriceElasticity,
  type PriceElasticity,
  type PriceElasticityFacts,
  type PriceElasticityPolicy,
  type PricePoint,
} from "./compute-price-elasticity.js";
export {
  computePriceProtection,
  type PriceProtection,
  type PriceProtectionFacts,
  type PriceProtectionPolicy,
  type ProtectedLot,
  type ProtectionLine,
} from "./compute-price-protection.js";
export { findPrice } from "./find-price.js";
export type { FindPriceProblem, FoundPrice, PriceCandidate, PriceFacts } from "./found-price.js";
export { type PricingCode, pricingMessages } from "./messages.js";
export type {
  CategoryPrice,
  PriceAudience,
  PriceFloor,
  PricePolicy,
  PriceTaxRate,
  PricingList,
  ServicePrivilege,
  SpecialPrice,
  SpecialTerms,
} from "./price-policy.js";
