import { readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact, quotient, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { choiceOf, readShare, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { shareProfit } from "./evaluate-newsvendor-contract.js";
import { type NewsvendorContract, transferOf } from "./newsvendor-contract.js";
import {
  bestOrder,
  channelProfit,
  channelRatio,
  type DemandPrecision,
  type NewsvendorMarket,
  type NewsvendorProblem,
  type NewsvendorRounding,
  type OpenMarket,
  orderedOf,
  precisionOf,
  quantityText,
  readMarket,
  readNewsvendorRounding,
} from "./newsvendor-market.js";
import { sharingFault } from "./sharing-fault.js";

/** Contracts that can coordinate; `wholesale` can too, and leaves the maker nothing. */
export const coordinatingKinds = ["wholesale", "two_part", "buy_back", "revenue_share", "quantity_discount"] as const;

/** One of `coordinatingKinds`. */
export type CoordinatingKind = (typeof coordinatingKinds)[number];

/** Which contract, and how profit is to be split. */
export interface CoordinatingContractPolicy extends NewsvendorRounding {
  /** The kind of contract. */
  readonly kind: CoordinatingKind;
  /**
   * The share `λ` of the channel's profit that the dealer is to have, above 0. Where sales missed cost goodwill, its profit is
   * `λ × profit + mean × (λ × goodwill − dealerGoodwill)` under all but the two-part tariff. Not read for `wholesale`, which leaves no
   * choice.
   */
  readonly dealerShare: Rate;
}

/** A contract under which the dealer's own best order is the channel's. */
export interface CoordinatingContract {
  /** The contract. */
  readonly contract: NewsvendorContract;
  /** The order that it brings about, in units. */
  readonly quantity: DecimalString;
  /** What the dealer pays for a unit at that order under a quantity discount, 40 significant digits. `null` under the others. */
  readonly discountedPrice: DecimalString | null;
  /** Expected profit of the dealer. Below 0: a loss. */
  readonly dealerProfit: DecimalString;
  /** Expected profit of the maker. Below 0: a loss. */
  readonly makerProfit: DecimalString;
  /** Both together: the most that the channel can earn. */
  readonly channelProfit: DecimalString;
  /** How exact order and sales were before they were rounded. */
  readonly precision: DemandPrecision;
}

/** Why there is no such contract. */
export type CoordinatingContractProblem = NewsvendorProblem | Message<"profit-sharing.contract_infeasible">;

/**
 * Builds the contract of a kind under which the dealer orders what is best for the channel, and profit is split as wished.
 *
 * @remarks
 * With `G = price − salvage + goodwill` and `λ` the dealer's share: buy-back `credit = price − salvage + dealerGoodwill − λG`,
 * `unitPrice = credit − dealerCost + salvage + λ(cost − salvage)`; revenue share `keeps = (λG − dealerGoodwill) ÷ (price − salvage)`,
 * `unitPrice = keeps × salvage − dealerCost + λ(cost − salvage)`; quantity discount
 * `unitPrice(q) = ((1 − λ)G − makerGoodwill) × sales(q) ÷ q + λ(cost − salvage) − dealerCost + salvage`; two-part tariff
 * `unitPrice = makerCost − makerGoodwill × (1 − critical ratio)` with the fee that splits; wholesale the same price without a fee.
 * Quotients without end are cut at 40 significant digits. Coordination says nothing about effort: where the dealer's effort moves
 * demand, a revenue share weakens it.
 *
 * @param facts - The market.
 * @param policy - The kind, the dealer's share, and where figures are rounded.
 * @returns The contract and the profits under it.
 * @throws LibraryFault `kernel.outside_bounds` for a share of 0; as `computeNewsvendor`.
 *
 * @errors
 * - `profit-sharing.nothing_at_stake`, `profit-sharing.order_unbounded` - as `computeNewsvendor`.
 * - `profit-sharing.contract_infeasible` - a credit would be below 0, or the share of revenue not above 0 and at most 1.
 *
 * @source G. P. Cachon (2003), G. P. Cachon and M. A. Lariviere (2005).
 *
 * @example Half of the profit each, by a buy-back
 * ```ts
 * import { buildCoordinatingContract, type NewsvendorMarket } from "qudao/profit-sharing";
 *
 * const market: NewsvendorMarket = {
 *   currency: "CNY", demand: { kind: "uniform", from: "0", to: "1000" }, price: "10", salvage: "0",
 *   makerCost: "2", dealerCost: "0", makerGoodwill: "0", dealerGoodwill: "0",
 * };
 * const money = { decimals: 2, mode: "half_up" as const };
 * const rounding = { quantity: { decimals: 0, mode: "half_up" as const }, salesDecimals: 6, profit: money };
 * const answer = buildCoordinatingContract(market, { ...rounding, kind: "buy_back", dealerShare: "0.5" });
 * answer.ok && answer.value.outcome.contract; // => { kind: "buy_back", unitPrice: "6", credit: "5", salvage: "kept" }
 * answer.ok && [answer.value.outcome.dealerProfit, answer.value.outcome.makerProfit]; // => ["1600.00", "1600.00"]
 * ```
 *
 * @since 0.1.0
 */
export function buildCoordinatingContract(
  facts: NewsvendorMarket,
  policy: CoordinatingContractPolicy,
): Result<Explained<CoordinatingContract>, CoordinatingContractProblem> {
  return readSafely({ facts, policy }, () => {
    const market = readMarket(facts, "facts");
    const rounding = readNewsvendorRounding(policy, "policy");
    const { kind, dealerShare } = recordOf<Pick<CoordinatingContractPolicy, "kind" | "dealerShare">>({
      kind: choiceOf(coordinatingKinds),
      dealerShare: readShare,
    })(policy, "policy");
    if (dealerShare === "0")
      throw sharingFault("kernel.outside_bounds", "policy.dealerShare", { got: dealerShare, least: "0.00…1", most: "1" });
    const whole = channelRatio(market);
    if ("code" in whole) return err(whole);
    const ordered = orderedOf(market, bestOrder(market, whole, rounding), rounding);
    const wanted = exact(dealerShare).times(channelProfit(market, ordered));
    const contract = contractOf(kind, exact(dealerShare), market, (unitPrice) => {
      const open = { kind: "wholesale" as const, unitPrice };
      const { perUnit } = transferOf(open, market);
      const missed = market.makerGoodwill.times(ordered.mean.minus(ordered.sales));
      const withoutFee = perUnit.minus(market.makerCost).times(ordered.quantity).minus(missed);
      return payable(channelProfit(market, ordered).minus(wanted).minus(withoutFee), rounding.profit);
    });
    if ("code" in contract) return err(contract);
    const profits = shareProfit(market, transferOf(contract, market), ordered, rounding);
    const discountedPrice =
      kind !== "quantity_discount" || ordered.quantity.isZero() ? null : text(quotient(profits.paid, ordered.quantity));
    const outcome: CoordinatingContract = {
      contract,
      quantity: quantityText(ordered.quantity, rounding),
      discountedPrice,
      dealerProfit: profits.dealer,
      makerProfit: profits.maker,
      channelProfit: profits.channel,
      precision: precisionOf(market),
    };
    const { kind: _, ...terms } = contract;
    const party = (code: string, amount: string) => ({ code, params: { amount, currency: market.currency } });
    return ok({
      outcome,
      explanation: {
        code: "profit-sharing.coordinating_contract",
        params: { kind, quantity: outcome.quantity, amount: profits.channel, currency: market.currency, precision: outcome.precision },
        adds: "amount",
        from: [
          {
            ...party("profit-sharing.dealer_profit", profits.dealer),
            from: Object.entries(terms).map(([term, value]) => ({ code: "profit-sharing.contract_term", params: { term, value } })),
          },
          party("profit-sharing.maker_profit", profits.maker),
        ],
      },
    });
  });
}

function contractOf(
  kind: CoordinatingKind,
  share: Exact,
  market: OpenMarket,
  feeAt: (unitPrice: string) => string,
): NewsvendorContract | Message<"profit-sharing.contract_infeasible"> {
  const { price, salvage, cost, makerCost, dealerCost, makerGoodwill, dealerGoodwill, stake } = market;
  const infeasible = (term: string, value: Exact): Message<"profit-sharing.contract_infeasible"> => ({
    code: "profit-sharing.contract_infeasible",
    params: { kind, term, value: text(value) },
  });
  const borne = share.times(cost.minus(salvage));
  switch (kind) {
    case "wholesale":
    case "two_part": {
      const unitPrice = text(makerCost.minus(quotient(makerGoodwill.times(cost.minus(salvage)), stake)));
      return kind === "wholesale" ? { kind, unitPrice } : { kind, unitPrice, fee: feeAt(unitPrice) };
    }
    case "buy_back": {
      const credit = price.minus(salvage).plus(dealerGoodwill).minus(share.times(stake));
      if (credit.isNegative()) return infeasible("credit", credit);
      return { kind, unitPrice: text(credit.minus(dealerCost).plus(salvage).plus(borne)), credit: text(credit), salvage: "kept" };
    }
    case "revenue_share": {
      const margin = price.minus(salvage);
      if (!margin.greaterThan(0)) return infeasible("keeps", margin);
      const keeps = quotient(share.times(stake).minus(dealerGoodwill), margin);
      if (!keeps.greaterThan(0) || keeps.greaterThan(1)) return infeasible("keeps", keeps);
      return { kind, unitPrice: text(keeps.times(salvage).minus(dealerCost).plus(borne)), keeps: text(keeps) };
    }
    case "quantity_discount":
      return { kind, dealerShare: text(share) };
  }
}
