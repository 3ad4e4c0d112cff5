import { type DecimalString, Exact, exact, ZERO } from "../kernel/decimal.js";
import type { Rate } from "../kernel/rate.js";
import { byKind, choiceOf, type Read, readDecimal, readNotNegative, readShare, recordOf } from "../kernel/read.js";
import type { OpenMarket } from "./newsvendor-market.js";

/** A price for every unit, and nothing else. */
export interface WholesaleContract {
  /** The kind. */
  readonly kind: "wholesale";
  /** What the dealer pays for a unit. Below 0: the maker pays for it. */
  readonly unitPrice: DecimalString;
}

/** A price for every unit, and a fee. */
export interface TwoPartContract {
  /** The kind. */
  readonly kind: "two_part";
  /** What the dealer pays for a unit. */
  readonly unitPrice: DecimalString;
  /** What it pays once. Below 0: the maker pays. */
  readonly fee: DecimalString;
}

/** A price for every unit, and a credit for what is left over (回购). */
export interface BuyBackContract {
  /** The kind. */
  readonly kind: "buy_back";
  /** What the dealer pays for a unit. */
  readonly unitPrice: DecimalString;
  /** What it gets for a unit left over, 0 or more. */
  readonly credit: DecimalString;
  /** The dealer keeps the salvage beside the credit, or the full credit takes its place and the maker has the salvage. */
  readonly salvage: "kept" | "replaced";
}

/** A price for every unit, and a share of what the dealer takes in, salvage included (收入分成). */
export interface RevenueShareContract {
  /** The kind. */
  readonly kind: "revenue_share";
  /** What the dealer pays for a unit; often below its cost. */
  readonly unitPrice: DecimalString;
  /** The share of revenue that the dealer keeps. */
  readonly keeps: Rate;
}

/** A price per unit that falls with the order in such a way that the dealer is left a share of the channel's profit (数量折扣). */
export interface QuantityDiscountContract {
  /** The kind. */
  readonly kind: "quantity_discount";
  /** The share `λ` of the stake that is left to the dealer. */
  readonly dealerShare: Rate;
}

/** A contract between a maker and a dealer for a season of uncertain demand. */
export type NewsvendorContract = WholesaleContract | TwoPartContract | BuyBackContract | RevenueShareContract | QuantityDiscountContract;

/** @internal */
export const readBuyBack = recordOf<Omit<BuyBackContract, "kind">>({
  unitPrice: readDecimal,
  credit: readNotNegative,
  salvage: choiceOf(["kept", "replaced"]),
});
/** @internal */
export const readRevenueShare = recordOf<Omit<RevenueShareContract, "kind">>({ unitPrice: readDecimal, keeps: readShare });

/** @internal */
export const readContract: Read<NewsvendorContract> = byKind<NewsvendorContract>({
  wholesale: recordOf<Omit<WholesaleContract, "kind">>({ unitPrice: readDecimal }),
  two_part: recordOf<Omit<TwoPartContract, "kind">>({ unitPrice: readDecimal, fee: readDecimal }),
  buy_back: readBuyBack,
  revenue_share: readRevenueShare,
  quantity_discount: recordOf<Omit<QuantityDiscountContract, "kind">>({ dealerShare: readShare }),
});

/** Every contract pays `fixed + perUnit × order + perSale × expected sales` from dealer to maker. @internal */
export interface Transfer {
  readonly fixed: Exact;
  readonly perUnit: Exact;
  readonly perSale: Exact;
}

/** @internal */
export function transferOf(contract: NewsvendorContract, market: OpenMarket): Transfer {
  switch (contract.kind) {
    case "wholesale":
      return { fixed: ZERO, perUnit: exact(contract.unitPrice), perSale: ZERO };
    case "two_part":
      return { fixed: exact(contract.fee), perUnit: exact(contract.unitPrice), perSale: ZERO };
    case "buy_back": {
      const credit = exact(contract.credit).minus(contract.salvage === "replaced" ? market.salvage : 0);
      return { fixed: ZERO, perUnit: exact(contract.unitPrice).minus(credit), perSale: credit };
    }
    case "revenue_share": {
      const given = new Exact(1).minus(contract.keeps);
      const perUnit = exact(contract.unitPrice).plus(given.times(market.salvage));
      return { fixed: ZERO, perUnit, perSale: given.times(market.price.minus(market.salvage)) };
    }
    case "quantity_discount": {
      const share = exact(contract.dealerShare);
      const perUnit = share.times(market.cost.minus(market.salvage)).minus(market.dealerCost).plus(market.salvage);
      return { fixed: ZERO, perUnit, perSale: new Exact(1).minus(share).times(market.stake).minus(market.makerGoodwill) };
    }
  }
}

/** What a sale is worth to the dealer more than a unit left over. @internal */
export function dealerStake({ price, salvage, dealerGoodwill }: OpenMarket, { perSale }: Transfer): Exact {
  return price.minus(salvage).plus(dealerGoodwill).minus(perSale);
}

/** What a unit left over costs the dealer. @internal */
export function dealerOver({ dealerCost, salvage }: OpenMarket, { perUnit }: Transfer): Exact {
  return dealerCost.minus(salvage).plus(perUnit);
}
