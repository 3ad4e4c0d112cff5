import { payableFraction, ratioOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import { readCurrency, readNotNegative, readRounding, readText, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";

/** Two brands that compete for the same customers. */
export interface RevealedSwitchingFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** One of them. */
  readonly one: BrandPosition;
  /** The other. */
  readonly other: BrandPosition;
}

/** What a brand costs, and how many buy it. */
export interface BrandPosition {
  /** The brand. */
  readonly brandId: string;
  /** Its price, 0 or more. */
  readonly price: DecimalString;
  /** Its customers, 0 or more. */
  readonly customers: DecimalString;
}

/** How costs are written. */
export interface RevealedSwitchingPolicy {
  /** How each cost is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** What it costs a customer to leave each brand, as prices and shares reveal it. */
export interface RevealedSwitchingCosts {
  /** To leave the first. Below 0: its customers would gain, and the prices are not in balance. */
  readonly one: DecimalString;
  /** To leave the second. */
  readonly other: DecimalString;
}

/** Why no cost can be inferred. */
export type RevealedSwitchingProblem = Message<"profit-sharing.no_customers">;

/**
 * Infers what it costs customers to switch between two brands, from prices and numbers of customers at which nobody gains by undercutting.
 *
 * @remarks
 * `S(i) = p(i) − p(j) × N(j) ÷ (N(i) + N(j))`: the rival does not find it worth to undercut `p(i)` by the switching cost in order to
 * win all customers. An estimate, valid where prices are in that balance; each figure is rounded once. The verb stands outside the
 * usual ones because the figure is inferred from behaviour, not computed from costs.
 *
 * @param facts - Two brands, their prices and customers.
 * @param policy - Rounding.
 * @returns The cost of leaving each.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`.
 *
 * @errors
 * - `profit-sharing.no_customers` - neither brand has customers.
 *
 * @source O. Shy, A quick-and-easy method for estimating switching costs (2002).
 *
 * @example The larger brand is dearer
 * ```ts
 * import { inferSwitchingCosts } from "qudao/profit-sharing";
 *
 * const facts = {
 *   currency: "CNY",
 *   one: { brandId: "A", price: "100", customers: "300" }, other: { brandId: "B", price: "80", customers: "100" },
 * };
 * const answer = inferSwitchingCosts(facts, { rounding: { decimals: 2, mode: "half_up" } });
 * answer.ok && answer.value.outcome; // => { one: "80.00", other: "5.00" }
 * ```
 *
 * @since 0.1.0
 */
export function inferSwitchingCosts(
  facts: RevealedSwitchingFacts,
  policy: RevealedSwitchingPolicy,
): Result<Explained<RevealedSwitchingCosts>, RevealedSwitchingProblem> {
  return readSafely({ facts, policy }, () => {
    const brand = recordOf<BrandPosition>({ brandId: readText, price: readNotNegative, customers: readNotNegative });
    const { currency, one, other } = recordOf<RevealedSwitchingFacts>({ currency: readCurrency, one: brand, other: brand })(facts, "facts");
    const { rounding } = recordOf<RevealedSwitchingPolicy>({ rounding: readRounding })(policy, "policy");
    const all = exact(one.customers).plus(other.customers);
    if (all.isZero()) return err({ code: "profit-sharing.no_customers", params: {} });
    const cost = (own: BrandPosition, rival: BrandPosition) =>
      payableFraction(ratioOf(exact(own.price).times(all).minus(exact(rival.price).times(rival.customers)), all), rounding);
    const outcome = { one: cost(one, other), other: cost(other, one) };
    const line = (own: BrandPosition, rival: BrandPosition, cost: string) => ({
      code: "profit-sharing.price_switching_line",
      params: {
        brandId: own.brandId,
        price: own.price,
        rivalPrice: rival.price,
        rivalCustomers: rival.customers,
        customers: text(all),
        cost,
      },
    });
    return ok({
      outcome,
      explanation: {
        code: "profit-sharing.price_switching_cost",
        params: { currency },
        from: [line(one, other, outcome.one), line(other, one, outcome.other)],
      },
    });
  });
}
