import { type Fraction, ratioOf, roundFraction } from "../engine/fraction.js";
import { type DecimalString, Exact, exact, fixed, rounded, text, ZERO } from "../kernel/decimal.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import { type Read, readAboveZero, readCurrency, readNotNegative, readPlaces, readRounding, recordOf } from "../kernel/read.js";
import type { DemandModel } from "./demand-model.js";
import { type Demand, demandOf, readDemandModel } from "./read-demand.js";

/** One product, one season, one order before it, one dealer who sells at a given price (报童模型). */
export interface NewsvendorMarket {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Demand of the season. */
  readonly demand: DemandModel;
  /** What end customers pay for a unit, net of tax, above 0. */
  readonly price: DecimalString;
  /** What a unit left over is worth, 0 or more. */
  readonly salvage: DecimalString;
  /** What a unit costs the maker, 0 or more. */
  readonly makerCost: DecimalString;
  /** What a unit costs the dealer beside what it pays the maker, 0 or more. */
  readonly dealerCost: DecimalString;
  /** What a sale missed costs the maker in goodwill, 0 or more. */
  readonly makerGoodwill: DecimalString;
  /** What a sale missed costs the dealer in goodwill, 0 or more. */
  readonly dealerGoodwill: DecimalString;
}

/** Where figures of a newsvendor are rounded. */
export interface NewsvendorRounding {
  /** How an order is rounded, once, from the exact quantile: no places for whole units. */
  readonly quantity: MoneyRounding;
  /**
   * Places of expected sales, rounded half up, once; profits follow from them exactly. 0 to 60; digits beyond the twelfth significant
   * one say nothing where demand is normal, lognormal or Poisson.
   */
  readonly salesDecimals: number;
  /** How each profit is rounded, once. The dealer's profit is what is left of the channel's. */
  readonly profit: MoneyRounding;
}

/** Why there is no best order. */
export type NewsvendorProblem = Message<"profit-sharing.order_unbounded" | "profit-sharing.nothing_at_stake">;

/** @internal */
export interface OpenMarket {
  readonly currency: string;
  readonly demand: Demand;
  readonly price: Exact;
  readonly salvage: Exact;
  readonly makerCost: Exact;
  readonly dealerCost: Exact;
  readonly makerGoodwill: Exact;
  readonly dealerGoodwill: Exact;
  /** Costs of maker and dealer together. */
  readonly cost: Exact;
  /** Goodwill of both. */
  readonly goodwill: Exact;
  /** What a sale is worth more than a unit left over: `price − salvage + goodwill`. */
  readonly stake: Exact;
}

const readFields = recordOf<NewsvendorMarket>({
  currency: readCurrency,
  demand: readDemandModel,
  price: readAboveZero,
  salvage: readNotNegative,
  makerCost: readNotNegative,
  dealerCost: readNotNegative,
  makerGoodwill: readNotNegative,
  dealerGoodwill: readNotNegative,
});

/** @internal */
export const readMarket: Read<OpenMarket> = (value, path) => {
  const { currency, demand, ...rest } = readFields(value, path);
  const [price, salvage, makerCost, dealerCost] = [exact(rest.price), exact(rest.salvage), exact(rest.makerCost), exact(rest.dealerCost)];
  const [makerGoodwill, dealerGoodwill] = [exact(rest.makerGoodwill), exact(rest.dealerGoodwill)];
  const goodwill = makerGoodwill.plus(dealerGoodwill);
  return {
    currency,
    demand: demandOf(demand),
    price,
    salvage,
    makerCost,
    dealerCost,
    makerGoodwill,
    dealerGoodwill,
    cost: makerCost.plus(dealerCost),
    goodwill,
    stake: price.minus(salvage).plus(goodwill),
  };
};

/** @internal */
export const readNewsvendorRounding: Read<NewsvendorRounding> = recordOf<NewsvendorRounding>({
  quantity: readRounding,
  salesDecimals: readPlaces,
  profit: readRounding,
});

/** An order and what is sold of it, both rounded. @internal */
export interface Ordered {
  readonly quantity: Exact;
  readonly sales: Exact;
  /** Mean demand, rounded as sales are. */
  readonly mean: Exact;
}

/** The critical ratio of the channel, or why there is none. @internal */
export function channelRatio({ stake, salvage, cost }: OpenMarket): Fraction | NewsvendorProblem {
  return criticalRatio(stake, cost.minus(salvage));
}

/** `1 − over ÷ stake`, where `over` is what a unit left over costs. @internal */
export function criticalRatio(stake: Exact, over: Exact): Fraction | NewsvendorProblem {
  if (!stake.greaterThan(0)) return { code: "profit-sharing.nothing_at_stake", params: { stake: text(stake) } };
  if (!over.greaterThan(0)) return { code: "profit-sharing.order_unbounded", params: { over: text(over) } };
  return ratioOf(stake.minus(over), stake);
}

/** The best order for a critical ratio below 1; 0 or less: nothing. @internal */
export function bestOrder({ demand }: OpenMarket, ratio: Fraction, { quantity }: NewsvendorRounding): Exact {
  if (!ratio.over.greaterThan(0)) return ZERO;
  return Exact.max(roundFraction(demand.quantile(ratio), quantity.decimals, quantity.mode), 0);
}

/** What an order sells on average, rounded once. Of nothing, nothing is sold. @internal */
export function orderedOf({ demand }: OpenMarket, quantity: Exact, { salesDecimals }: NewsvendorRounding): Ordered {
  const round = (value: Fraction) => roundFraction(value, salesDecimals, "half_up");
  const sales = quantity.isZero() ? ZERO : round(demand.sales(quantity));
  return { quantity, sales, mean: round(demand.mean) };
}

/** `(price − salvage + goodwill) × sales − (cost − salvage) × quantity − goodwill × mean`. @internal */
export function channelProfit({ stake, salvage, cost, goodwill }: OpenMarket, { quantity, sales, mean }: Ordered): Exact {
  return stake.times(sales).minus(cost.minus(salvage).times(quantity)).minus(goodwill.times(mean));
}

/** A ratio as it is shown: twelve places. @internal */
export function shownRatio(ratio: Fraction): string {
  return text(roundFraction(ratio, RATIO_PLACES, "half_up"));
}

/** What the model gives to demand that cannot be, as it is shown: twelve places. @internal */
export function shownBelowZero({ demand }: OpenMarket): string {
  return text(rounded(demand.belowZero, RATIO_PLACES, "half_up"));
}

const RATIO_PLACES = 12;

/** @internal */
export function quantityText(quantity: Exact, { quantity: { decimals } }: NewsvendorRounding): string {
  return quantity.decimalPlaces() > decimals ? text(quantity) : fixed(quantity, decimals);
}

/** @internal */
export function salesText(sales: Exact, { salesDecimals }: NewsvendorRounding): string {
  return sales.decimalPlaces() > salesDecimals ? text(sales) : fixed(rounded(sales, salesDecimals, "half_up"), salesDecimals);
}

/** How exact figures of demand are before they are rounded: `exact`, or good to twelve significant digits. */
export type DemandPrecision = "exact" | "twelve_digits";

/** @internal */
export function precisionOf({ demand }: OpenMarket): DemandPrecision {
  return demand.model.kind === "uniform" || demand.model.kind === "empirical" ? "exact" : "twelve_digits";
}
