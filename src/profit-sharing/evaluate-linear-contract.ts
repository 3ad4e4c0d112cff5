import { compare, type Fraction, minus, payableFraction, plus, wholeOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, fixed, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { byKind, type Read, readDecimal, readNotNegative, readRounding, readWithin, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { efficiencyOf } from "./compute-linear-channel.js";
import { integrated, type LinearMarket, readLinearMarket } from "./linear-market.js";
import type { TwoPartContract, WholesaleContract } from "./newsvendor-contract.js";
import { sharingFault } from "./sharing-fault.js";

/** A price for every unit, and a share of what the dealer takes in. */
export interface LinearRevenueShare {
  /** The kind. */
  readonly kind: "revenue_share";
  /** What the dealer pays for a unit, 0 or more. */
  readonly unitPrice: DecimalString;
  /** The share of revenue that the dealer keeps, above 0, at most 1. */
  readonly keeps: Rate;
}

/** A price for every unit, and a share of what the dealer earns on it. */
export interface LinearProfitShare {
  /** The kind. */
  readonly kind: "profit_share";
  /** What the dealer pays for a unit, 0 or more. */
  readonly unitPrice: DecimalString;
  /** The share of its profit that the dealer keeps, above 0, at most 1. */
  readonly keeps: Rate;
}

/** A contract between a maker and one dealer where demand is certain. */
export type LinearContract = WholesaleContract | TwoPartContract | LinearRevenueShare | LinearProfitShare;

/** The contract, and how figures are written. */
export interface LinearContractPolicy {
  /** What maker and dealer agreed on. Unit prices are 0 or more. */
  readonly contract: LinearContract;
  /** How every price, quantity and profit is rounded, once each. The dealer's profit is what is left of the channel's. */
  readonly rounding: MoneyRounding;
}

/** What a contract does. */
export interface LinearContractOutcome {
  /** Units that the dealer orders. */
  readonly quantity: DecimalString;
  /** What end customers pay. */
  readonly price: DecimalString;
  /** What the dealer earns. Below 0: a loss. */
  readonly dealerProfit: DecimalString;
  /** What the maker earns. Below 0: a loss. */
  readonly makerProfit: DecimalString;
  /** Both together. */
  readonly channelProfit: DecimalString;
  /** The channel's profit over the most that it could earn, cut to twelve places. */
  readonly efficiency: Rate;
  /** Whether the dealer orders exactly what is best for the channel. */
  readonly coordinates: boolean;
  /** Whether neither of them loses. */
  readonly acceptable: boolean;
}

/** Why there is no contract to judge. */
export type LinearContractProblem = Message<"profit-sharing.no_trade">;

const kept: Read<string> = (value, path) => {
  const share = readWithin("0", "1")(value, path);
  if (share === "0") throw sharingFault("kernel.outside_bounds", path, { got: share, least: "0.00…1", most: "1" });
  return share;
};

const readPolicy = recordOf<LinearContractPolicy>({
  contract: byKind<LinearContract>({
    wholesale: recordOf<Omit<WholesaleContract, "kind">>({ unitPrice: readNotNegative }),
    two_part: recordOf<Omit<TwoPartContract, "kind">>({ unitPrice: readNotNegative, fee: readDecimal }),
    revenue_share: recordOf<Omit<LinearRevenueShare, "kind">>({ unitPrice: readNotNegative, keeps: kept }),
    profit_share: recordOf<Omit<LinearProfitShare, "kind">>({ unitPrice: readNotNegative, keeps: kept }),
  }),
  rounding: readRounding,
});

/**
 * Evaluates a contract between a maker and one dealer under linear demand: quantity, profits, and whether it coordinates.
 *
 * @remarks
 * The dealer orders `(a − cost) ÷ 2b`, or nothing, where its cost of a unit is the unit price, and under a revenue share the unit price
 * over the share it keeps: its profit is `(P − w)Q` less a fee, `keeps × P Q − w Q`, or `keeps × (P − w)Q`. So a two-part tariff coordinates at a unit price of the maker's cost, a share of profit at the same price,
 * and a share of revenue at `keeps × cost`: at the maker's cost it does not.
 *
 * @param facts - The market.
 * @param policy - The contract and rounding.
 * @returns Quantity, price, profits, efficiency; the two profits add up to the channel's.
 * @throws LibraryFault `kernel.*`, `kernel.not_above_zero`, `kernel.below_zero`, `kernel.outside_bounds`.
 *
 * @errors
 * - `profit-sharing.no_trade` - a unit costs as much as anybody would pay.
 *
 * @source Textbook treatments of double marginalisation; two-part tariffs: W. Y. Oi (1971).
 *
 * @example A fee instead of a margin
 * ```ts
 * import { evaluateLinearContract } from "qudao/profit-sharing";
 *
 * const market = { currency: "CNY", intercept: "100", slope: "1", unitCost: "20" };
 * const rounding = { decimals: 2, mode: "half_up" as const };
 * const tariff = evaluateLinearContract(market, { contract: { kind: "two_part", unitPrice: "20", fee: "1000" }, rounding });
 * tariff.ok && [tariff.value.outcome.dealerProfit, tariff.value.outcome.makerProfit]; // => ["600.00", "1000.00"]
 * tariff.ok && tariff.value.outcome.coordinates; // => true
 * ```
 *
 * @since 0.1.0
 */
export function evaluateLinearContract(
  facts: LinearMarket,
  policy: LinearContractPolicy,
): Result<Explained<LinearContractOutcome>, LinearContractProblem> {
  return readSafely({ facts, policy }, () => {
    const market = readLinearMarket(facts, "facts");
    const { contract, rounding } = readPolicy(policy, "policy");
    const { intercept, unitCost, currency } = market;
    const whole = integrated(market);
    if (!whole.room.greaterThan(0)) return err({ code: "profit-sharing.no_trade", params: { intercept, unitCost, currency } });
    const [a, b, c] = [exact(intercept), exact(market.slope), exact(unitCost)];
    const unitPrice = exact(contract.unitPrice);
    const share = contract.kind === "revenue_share" ? exact(contract.keeps) : new Exact(1);
    const wanted = a.times(share).minus(unitPrice);
    const quantity: Fraction = wanted.greaterThan(0) ? { over: wanted, under: b.times(share).times(2) } : wholeOf(ZERO);
    const price = minus(wholeOf(a), { over: quantity.over.times(b), under: quantity.under });
    const onEach = (margin: Fraction): Fraction => ({ over: margin.over.times(quantity.over), under: margin.under.times(quantity.under) });
    const joint = onEach(minus(price, wholeOf(c)));
    const paid = transferred(contract, onEach(price), onEach(wholeOf(unitPrice)));
    const maker = minus(paid, onEach(wholeOf(c)));
    const show = (value: Fraction) => payableFraction(value, rounding);
    const makerProfit = show(maker);
    const channelProfit = show(joint);
    const coordinates = compare(quantity, whole.quantity) === 0;
    const nothing = wholeOf(ZERO);
    const outcome: LinearContractOutcome = {
      quantity: show(quantity),
      price: show(price),
      dealerProfit: fixed(exact(channelProfit).minus(makerProfit), rounding.decimals),
      makerProfit,
      channelProfit,
      efficiency: efficiencyOf(joint, whole.profit),
      coordinates,
      acceptable: compare(maker, nothing) >= 0 && compare(minus(joint, maker), nothing) >= 0,
    };
    return ok({
      outcome,
      explanation: {
        code: coordinates ? "profit-sharing.linear_coordinates" : "profit-sharing.linear_falls_short",
        params: { kind: contract.kind, ...outcome, amount: channelProfit, currency },
        adds: "amount",
        from: [
          { code: "profit-sharing.dealer_profit", params: { amount: outcome.dealerProfit, currency } },
          { code: "profit-sharing.maker_profit", params: { amount: makerProfit, currency } },
        ],
      },
    });
  });
}

/** What the dealer pays the maker in all. */
function transferred(contract: LinearContract, revenue: Fraction, bought: Fraction): Fraction {
  switch (contract.kind) {
    case "wholesale":
      return bought;
    case "two_part":
      return plus(bought, wholeOf(exact(contract.fee)));
    case "revenue_share":
      return plus(bought, scaled(revenue, contract.keeps));
    case "profit_share":
      return plus(bought, scaled(minus(revenue, bought), contract.keeps));
  }
}

function scaled({ over, under }: Fraction, keeps: string): Fraction {
  return { over: over.times(new Exact(1).minus(keeps)), under };
}
