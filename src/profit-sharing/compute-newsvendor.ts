import { readSafely } from "../kernel/check.js";
import { type DecimalString, exact } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { optional, readNotNegative } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import {
  bestOrder,
  channelProfit,
  channelRatio,
  type DemandPrecision,
  type NewsvendorMarket,
  type NewsvendorProblem,
  type NewsvendorRounding,
  orderedOf,
  precisionOf,
  quantityText,
  readMarket,
  readNewsvendorRounding,
  salesText,
  shownBelowZero,
  shownRatio,
} from "./newsvendor-market.js";

/** A market and, where one is asked about, an order. */
export interface NewsvendorFacts extends NewsvendorMarket {
  /** The order to look at, 0 or more. Absent: the best one for the channel. */
  readonly quantity?: DecimalString | undefined;
}

/** What an order is worth to a channel whose parties act as one. */
export interface NewsvendorOutcome {
  /** The critical ratio: the probability with which the best order covers demand; twelve places. */
  readonly criticalRatio: Rate;
  /** The order, in units. */
  readonly quantity: DecimalString;
  /** What of it is sold on average, in units. */
  readonly expectedSales: DecimalString;
  /** What is left over on average, in units. */
  readonly expectedLeftover: DecimalString;
  /** What demand is missed on average, in units. */
  readonly expectedShortage: DecimalString;
  /** What the channel earns on average. Below 0 is a loss. */
  readonly expectedProfit: DecimalString;
  /** How exact order and sales were before they were rounded. */
  readonly precision: DemandPrecision;
  /**
   * What the model of demand gives to demand below 0, which cannot be; twelve places. `"0"` but for normal demand: where it is not small,
   * sales and profit are too low, and another model fits better.
   */
  readonly belowZero: Rate;
}

/**
 * Computes the best order of a channel for one season of uncertain demand, and what it earns: the newsvendor.
 *
 * @remarks
 * The best order covers demand with probability `(price − cost + goodwill) ÷ (price − salvage + goodwill)`; for whole units and for
 * demand as seen it is the smallest that does. Where that ratio is 0 or below, nothing is ordered. Expected profit is
 * `(price − salvage + goodwill) × sales − (cost − salvage) × order − goodwill × mean`. Order, expected sales and profit are rounded
 * once each, at the places of the policy; uniform demand and demand as seen are exact until then, the others good to twelve digits.
 *
 * @param facts - The market, and an order where one is asked about.
 * @param policy - Where figures are rounded.
 * @returns The ratio, the order, and what it brings.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `kernel.not_above_zero`, `profit-sharing.range_reversed`.
 *
 * @errors
 * - `profit-sharing.nothing_at_stake` - a unit left over is worth no less than a sale.
 * - `profit-sharing.order_unbounded` - a unit left over brings back its cost, so that no order is too large.
 *
 * @source F. Y. Edgeworth (1888); G. P. Cachon, Supply chain coordination with contracts (2003).
 *
 * @example A book of which 1,200 are asked for on average
 * ```ts
 * import { computeNewsvendor, type NewsvendorFacts } from "qudao/profit-sharing";
 *
 * const facts: NewsvendorFacts = {
 *   currency: "USD", demand: { kind: "normal", mean: "1200", deviation: "340" }, price: "20", salvage: "0.65",
 *   makerCost: "3.75", dealerCost: "1.2", makerGoodwill: "4", dealerGoodwill: "9",
 * };
 * const money = { decimals: 2, mode: "half_up" as const };
 * const answer = computeNewsvendor(facts, { quantity: money, salesDecimals: 6, profit: money });
 * answer.ok && [answer.value.outcome.quantity, answer.value.outcome.expectedProfit]; // => ["1578.31", "15697.25"]
 * ```
 *
 * @since 0.1.0
 */
export function computeNewsvendor(
  facts: NewsvendorFacts,
  policy: NewsvendorRounding,
): Result<Explained<NewsvendorOutcome>, NewsvendorProblem> {
  return readSafely({ facts, policy }, () => {
    const market = readMarket(facts, "facts");
    const given = optional(readNotNegative)(facts.quantity, "facts.quantity");
    const rounding = readNewsvendorRounding(policy, "policy");
    const ratio = channelRatio(market);
    if ("code" in ratio) return err(ratio);
    const quantity = given === undefined ? bestOrder(market, ratio, rounding) : exact(given);
    const ordered = orderedOf(market, quantity, rounding);
    const outcome: NewsvendorOutcome = {
      criticalRatio: shownRatio(ratio),
      quantity: quantityText(quantity, rounding),
      expectedSales: salesText(ordered.sales, rounding),
      expectedLeftover: salesText(quantity.minus(ordered.sales), rounding),
      expectedShortage: salesText(ordered.mean.minus(ordered.sales), rounding),
      expectedProfit: payable(channelProfit(market, ordered), rounding.profit),
      precision: precisionOf(market),
      belowZero: shownBelowZero(market),
    };
    const { belowZero, ...figures } = outcome;
    const params = { ...figures, currency: market.currency, demand: market.demand.model.kind };
    const explanation = { code: "profit-sharing.newsvendor", params };
    if (belowZero === "0") return ok({ outcome, explanation });
    return ok({ outcome, explanation: { ...explanation, from: [{ code: "profit-sharing.demand_below_zero", params: { belowZero } }] } });
  });
}
