/**
 * What a member pays and why: price lists, special prices, the margin of every tier, price protection.
 *
 * `findPrice` answers which price applies, from which list, break and special price, and why every other one lost;
 * `compareClassPrices` proves that agents pay no more than distributors. `buildMarginChain` follows a unit from the maker to the end
 * customer and `computeConcession` moves margin from one side to the other. `computePriceProtection` credits stock on a price cut.
 * `computePriceElasticity` and `computePassThrough` look at what a lower price brings.
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
