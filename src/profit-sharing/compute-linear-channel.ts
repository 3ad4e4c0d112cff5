import { type Fraction, minus, payableFraction, plus } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, fixed, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { countOf, readRounding, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { integrated, type LinearMarket, linearFields } from "./linear-market.js";

/** A market, and how many dealers compete in it. */
export interface LinearChannelFacts extends LinearMarket {
  /** Dealers that buy at one wholesale price and compete in quantity, 1 to 1,000. */
  readonly dealers: number;
}

/** How figures are written. */
export interface LinearChannelPolicy {
  /** How every price, quantity and profit is rounded, once each, from exact fractions. */
  readonly rounding: MoneyRounding;
}

/** What a channel sells and earns as one, and with a wholesale price in between. */
export interface LinearChannel {
  /** Where maker and dealers act as one. */
  readonly integrated: {
    /** Units sold. */
    readonly quantity: DecimalString;
    /** What end customers pay. */
    readonly price: DecimalString;
    /** What the channel earns. */
    readonly profit: DecimalString;
  };
  /** Where the maker sets the wholesale price that is best for itself, and the dealers the quantities that are best for them. */
  readonly decentralised: {
    /** The wholesale price. */
    readonly wholesalePrice: DecimalString;
    /** Units sold by all dealers. */
    readonly quantity: DecimalString;
    /** What end customers pay. */
    readonly price: DecimalString;
    /** What the maker earns. */
    readonly makerProfit: DecimalString;
    /** What all dealers earn. */
    readonly dealersProfit: DecimalString;
    /** Both together. */
    readonly profit: DecimalString;
  };
  /** Profit that the second margin destroys. */
  readonly lostProfit: DecimalString;
  /** Decentralised over integrated profit: 0.75 with one dealer, nearer to 1 with more. Cut to twelve places. */
  readonly efficiency: Rate;
}

/** Why nothing is sold. */
export type LinearChannelProblem = Message<"profit-sharing.no_trade">;

/**
 * Computes what a wholesale price in between costs a channel: double marginalisation under linear demand, with one dealer or several.
 *
 * @remarks
 * `a` intercept, `b` slope, `c` unit cost, `n` dealers. As one: `Q = (a − c) ÷ 2b`, `P = (a + c) ÷ 2`, profit `(a − c)² ÷ 4b`. In
 * between: `w = (a + c) ÷ 2` whatever `n`, `Q = n(a − c) ÷ (2b(n + 1))`; with one dealer the maker earns half of the integrated profit,
 * the dealer a quarter, and a quarter is lost. Everything is an exact fraction until its one rounding; the dealers' profit is what is
 * left of the channel's.
 *
 * @param facts - The market and the number of dealers.
 * @param policy - Rounding.
 * @returns Both channels, and the difference; integrated profit is the maker's, the dealers' and the lost one together.
 * @throws LibraryFault `kernel.*`, `kernel.not_above_zero`, `kernel.below_zero`.
 *
 * @errors
 * - `profit-sharing.no_trade` - a unit costs as much as anybody would pay.
 *
 * @source J. J. Spengler, Vertical integration and antitrust policy (1950); with n dealers, Cournot competition downstream.
 *
 * @example A quarter of the profit is lost
 * ```ts
 * import { computeLinearChannel } from "qudao/profit-sharing";
 *
 * const facts = { currency: "CNY", intercept: "100", slope: "1", unitCost: "20", dealers: 1 };
 * const answer = computeLinearChannel(facts, { rounding: { decimals: 2, mode: "half_up" } });
 * answer.ok && answer.value.outcome.integrated; // => { quantity: "40.00", price: "60.00", profit: "1600.00" }
 * answer.ok && [answer.value.outcome.decentralised.price, answer.value.outcome.lostProfit]; // => ["80.00", "400.00"]
 * ```
 *
 * @since 0.1.0
 */
export function computeLinearChannel(
  facts: LinearChannelFacts,
  policy: LinearChannelPolicy,
): Result<Explained<LinearChannel>, LinearChannelProblem> {
  return readSafely({ facts, policy }, () => {
    const market = recordOf<LinearChannelFacts>({ ...linearFields, dealers: countOf(1, 1000) })(facts, "facts");
    const { rounding } = recordOf<LinearChannelPolicy>({ rounding: readRounding })(policy, "policy");
    const { intercept, slope, unitCost, currency, dealers } = market;
    const whole = integrated(market);
    const { room } = whole;
    if (!room.greaterThan(0)) return err({ code: "profit-sharing.no_trade", params: { intercept, unitCost, currency } });
    const [a, b, c] = [exact(intercept), exact(slope), exact(unitCost)];
    const n = new Exact(dealers);
    const show = (value: Fraction) => payableFraction(value, rounding);
    const priceAt = (quantity: Fraction): Fraction =>
      minus({ over: a, under: new Exact(1) }, { over: quantity.over.times(b), under: quantity.under });
    const quantity: Fraction = { over: n.times(room), under: b.times(2).times(n.plus(1)) };
    // the wholesale price lies half way between cost and intercept, so that the maker's margin is half of the room
    const maker: Fraction = { over: room.times(quantity.over), under: quantity.under.times(2) };
    const margin = minus(priceAt(quantity), { over: a.plus(c), under: new Exact(2) });
    const dealer: Fraction = { over: margin.over.times(quantity.over), under: margin.under.times(quantity.under) };
    const joint = plus(maker, dealer);
    const profit = show(joint);
    const makerProfit = show(maker);
    const dealersProfit = fixed(exact(profit).minus(makerProfit), rounding.decimals);
    const best = show(whole.profit);
    const lostProfit = fixed(exact(best).minus(profit), rounding.decimals);
    const efficiency = efficiencyOf(joint, whole.profit);
    const outcome: LinearChannel = {
      integrated: { quantity: show(whole.quantity), price: show(priceAt(whole.quantity)), profit: best },
      decentralised: {
        wholesalePrice: show({ over: a.plus(c), under: new Exact(2) }),
        quantity: show(quantity),
        price: show(priceAt(quantity)),
        makerProfit,
        dealersProfit,
        profit,
      },
      lostProfit,
      efficiency,
    };
    const { decentralised } = outcome;
    return ok({
      outcome,
      explanation: {
        code: "profit-sharing.linear_channel",
        params: { amount: best, currency, quantity: outcome.integrated.quantity, price: outcome.integrated.price, efficiency },
        adds: "amount",
        from: [
          { code: "profit-sharing.maker_profit", params: { amount: makerProfit, currency } },
          { code: "profit-sharing.dealers_profit", params: { dealers, amount: dealersProfit, currency } },
          {
            code: "profit-sharing.lost_to_margins",
            params: {
              amount: lostProfit,
              currency,
              wholesalePrice: decentralised.wholesalePrice,
              price: decentralised.price,
              quantity: decentralised.quantity,
            },
          },
        ],
      },
    });
  });
}

/** Cut, not rounded: an efficiency of 1 is one. @internal */
export function efficiencyOf(joint: Fraction, best: Fraction): string {
  const scale = new Exact(10n ** 12n);
  const whole = joint.over.times(best.under).times(scale).dividedToIntegerBy(joint.under.times(best.over));
  return text(whole.times(new Exact(1n, 12)));
}
