import { payableFraction, ratioOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { optional, readNotNegative, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { dealerOver, dealerStake, type NewsvendorContract, readContract, type Transfer, transferOf } from "./newsvendor-contract.js";
import {
  bestOrder,
  channelProfit,
  channelRatio,
  criticalRatio,
  type DemandPrecision,
  type NewsvendorMarket,
  type NewsvendorProblem,
  type NewsvendorRounding,
  type OpenMarket,
  type Ordered,
  orderedOf,
  precisionOf,
  quantityText,
  readMarket,
  readNewsvendorRounding,
  salesText,
  shownRatio,
} from "./newsvendor-market.js";

/** A market and, where one is asked about, an order. */
export interface NewsvendorContractFacts extends NewsvendorMarket {
  /** The order to look at, 0 or more. Absent: the dealer orders what is best for itself. */
  readonly quantity?: DecimalString | undefined;
}

/** The contract, and where figures are rounded. */
export interface NewsvendorContractPolicy extends NewsvendorRounding {
  /** What maker and dealer agreed on. */
  readonly contract: NewsvendorContract;
}

/** What a contract does to an order and to two profits. */
export interface NewsvendorContractOutcome {
  /** The dealer's critical ratio under the contract, twelve places. */
  readonly dealerRatio: Rate;
  /** The channel's. */
  readonly channelRatio: Rate;
  /** The order, in units. */
  readonly quantity: DecimalString;
  /** The order that is best for the channel, in units. */
  readonly channelQuantity: DecimalString;
  /** Expected sales of the order, in units. */
  readonly expectedSales: DecimalString;
  /** What the dealer pays the maker on average, for a unit ordered; fees, credits and shares included. `null`: nothing is ordered. */
  readonly averagePrice: DecimalString | null;
  /** Expected profit of the dealer. Below 0: a loss. */
  readonly dealerProfit: DecimalString;
  /** Expected profit of the maker. Below 0: a loss. */
  readonly makerProfit: DecimalString;
  /** Both together: what the channel earns with this order. */
  readonly channelProfit: DecimalString;
  /** What the channel would earn with its best order. */
  readonly bestProfit: DecimalString;
  /**
   * Whether the dealer's own best order is the channel's: their critical ratios agree in twelve places, or, where demand comes in steps,
   * Poisson or as seen, both lead to the same step.
   */
  readonly coordinates: boolean;
  /** How exact order and sales were before they were rounded. */
  readonly precision: DemandPrecision;
}

/**
 * Evaluates a channel contract for a season of uncertain demand: what the dealer orders, who earns what, and whether it coordinates.
 *
 * @remarks
 * Every contract is a transfer `fee + a × order + b × expected sales`. The dealer orders so that demand is covered with probability
 * `1 − (dealerCost − salvage + a) ÷ (price − salvage + dealerGoodwill − b)`. A transfer moves profit and never makes any: at a given
 * order the channel earns the same under every contract. The maker's and the channel's profit are rounded once each; the dealer's is
 * the difference, so that both add up.
 *
 * @param facts - The market, and an order where one is asked about.
 * @param policy - The contract, and where figures are rounded.
 * @returns Orders, profits, and whether the contract coordinates; the two profits add up to the channel's.
 * @throws LibraryFault As `computeNewsvendor`.
 *
 * @errors
 * - `profit-sharing.nothing_at_stake` - a unit left over is worth no less than a sale, to the channel or, under the contract, to the dealer.
 * - `profit-sharing.order_unbounded` - a unit left over brings back its cost, to the channel or, under the contract, to the dealer.
 *
 * @source G. P. Cachon (2003); G. P. Cachon and M. A. Lariviere, Supply chain coordination with revenue-sharing contracts (2005).
 *
 * @example A wholesale price alone: the dealer orders too little
 * ```ts
 * import { evaluateNewsvendorContract, type NewsvendorContractFacts } from "qudao/profit-sharing";
 *
 * const facts: NewsvendorContractFacts = {
 *   currency: "USD", demand: { kind: "normal", mean: "1200", deviation: "340" }, price: "20", salvage: "0.65",
 *   makerCost: "3.75", dealerCost: "1.2", makerGoodwill: "4", dealerGoodwill: "9",
 * };
 * const money = { decimals: 2, mode: "half_up" as const };
 * const rounding = { quantity: money, salesDecimals: 6, profit: money };
 * const answer = evaluateNewsvendorContract(facts, { ...rounding, contract: { kind: "wholesale", unitPrice: "11" } });
 * answer.ok && [answer.value.outcome.quantity, answer.value.outcome.channelQuantity]; // => ["1279.63", "1578.31"]
 * answer.ok && answer.value.outcome.coordinates; // => false
 * ```
 *
 * @since 0.1.0
 */
export function evaluateNewsvendorContract(
  facts: NewsvendorContractFacts,
  policy: NewsvendorContractPolicy,
): Result<Explained<NewsvendorContractOutcome>, NewsvendorProblem> {
  return readSafely({ facts, policy }, () => {
    const market = readMarket(facts, "facts");
    const given = optional(readNotNegative)(facts.quantity, "facts.quantity");
    const rounding = readNewsvendorRounding(policy, "policy");
    const { contract } = recordOf<Pick<NewsvendorContractPolicy, "contract">>({ contract: readContract })(policy, "policy");
    const whole = channelRatio(market);
    if ("code" in whole) return err(whole);
    const transfer = transferOf(contract, market);
    const own = criticalRatio(dealerStake(market, transfer), dealerOver(market, transfer));
    if ("code" in own) return err(own);
    const preferred = bestOrder(market, own, rounding);
    const quantity = given === undefined ? preferred : exact(given);
    const ordered = orderedOf(market, quantity, rounding);
    const best = orderedOf(market, bestOrder(market, whole, rounding), rounding);
    const [dealerRatio, ratio] = [shownRatio(own), shownRatio(whole)];
    const profits = shareProfit(market, transfer, ordered, rounding);
    const outcome: NewsvendorContractOutcome = {
      dealerRatio,
      channelRatio: ratio,
      quantity: quantityText(quantity, rounding),
      channelQuantity: quantityText(best.quantity, rounding),
      expectedSales: salesText(ordered.sales, rounding),
      averagePrice: quantity.isZero() ? null : payableFraction(ratioOf(profits.paid, quantity), rounding.profit),
      dealerProfit: profits.dealer,
      makerProfit: profits.maker,
      channelProfit: profits.channel,
      bestProfit: payable(channelProfit(market, best), rounding.profit),
      coordinates: dealerRatio === ratio || (steps.has(market.demand.model.kind) && preferred.equals(best.quantity)),
      precision: precisionOf(market),
    };
    const party = (code: string, amount: string): Explanation => ({ code, params: { amount, currency: market.currency } });
    return ok({
      outcome,
      explanation: {
        code: outcome.coordinates ? "profit-sharing.contract_coordinates" : "profit-sharing.contract_falls_short",
        params: { kind: contract.kind, ...outcome, amount: outcome.channelProfit, currency: market.currency },
        adds: "amount",
        from: [party("profit-sharing.dealer_profit", outcome.dealerProfit), party("profit-sharing.maker_profit", outcome.makerProfit)],
      },
    });
  });
}

/** Demand of which nothing lies between two values: a small change of the ratio may change no order. */
const steps: ReadonlySet<string> = new Set(["poisson", "empirical"]);

/** What is paid, and the three profits, of which two add up to the third. @internal */
export function shareProfit(
  market: OpenMarket,
  { fixed, perUnit, perSale }: Transfer,
  ordered: Ordered,
  { profit }: NewsvendorRounding,
): { readonly paid: Exact; readonly dealer: string; readonly maker: string; readonly channel: string } {
  const { quantity, sales, mean } = ordered;
  const paid = fixed.plus(perUnit.times(quantity)).plus(perSale.times(sales));
  const missed = market.makerGoodwill.times(mean.minus(sales));
  const maker = payable(paid.minus(market.makerCost.times(quantity)).minus(missed), profit);
  const channel = payable(channelProfit(market, ordered), profit);
  return { paid, maker, channel, dealer: payable(exact(channel).minus(maker), profit) };
}
