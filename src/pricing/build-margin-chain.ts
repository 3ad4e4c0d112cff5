import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { listOf, type Read, readCurrency, readNotNegative, readPlaces, readText, recordOf, uniqueBy } from "../kernel/read.js";
import { largestRemainders } from "./largest-remainders.js";
import { pricingFault } from "./pricing-fault.js";

/** What one party of the chain sells a unit for. */
export interface ChainTier {
  /** The participant, unique in the chain. */
  readonly id: string;
  /** What it sells a unit for to the next, and the last one to the end customer; net of tax, not negative. */
  readonly unitPrice: DecimalString;
}

/** The way of one product from its maker to the end customer. */
export interface MarginChainFacts {
  /** ISO 4217 code of every price. */
  readonly currency: string;
  /** What a unit costs the first tier to make or buy, net of tax, not negative. */
  readonly unitCost: DecimalString;
  /** Who sells it on, from the maker to the one that serves the end customer. At least one. */
  readonly tiers: readonly ChainTier[];
  /** Units sold through the chain, not negative. */
  readonly quantity: DecimalString;
}

/** How shares are written. */
export interface MarginChainPolicy {
  /** Decimal places of every share, 0 to 60. */
  readonly shareDecimals: number;
}

/** What one tier earns on a unit. */
export interface TierMargin {
  /** The participant. */
  readonly id: string;
  /** What it pays for a unit. */
  readonly buysAt: DecimalString;
  /** What it sells a unit for. */
  readonly sellsAt: DecimalString;
  /** `sellsAt − buysAt`, exact. Below 0: it loses on every unit. */
  readonly unitMargin: DecimalString;
  /** Its margin on the whole quantity, exact. */
  readonly totalMargin: DecimalString;
  /** Its part of the margin of the whole chain, a ratio. `null`: the chain earns exactly nothing, so there is nothing to share. */
  readonly share: DecimalString | null;
}

/** Who earns what along a chain. */
export interface MarginChain {
  /** ISO 4217 code of every figure. */
  readonly currency: string;
  /** What the end customer pays for a unit. */
  readonly endPrice: DecimalString;
  /** End price less the cost of the first tier: what all tiers earn together, exact. */
  readonly unitMargin: DecimalString;
  /** The same on the whole quantity. */
  readonly totalMargin: DecimalString;
  /** The tiers in the order of the chain; their margins add up to the whole, and their shares to exactly 1. */
  readonly tiers: readonly TierMargin[];
}

/** @internal */
export const readChain: Read<MarginChainFacts> = (value, path) => {
  const facts = recordOf<MarginChainFacts>({
    currency: readCurrency,
    unitCost: readNotNegative,
    tiers: uniqueBy("id", listOf(recordOf<ChainTier>({ id: readText, unitPrice: readNotNegative }))),
    quantity: readNotNegative,
  })(value, path);
  if (facts.tiers.length === 0) throw pricingFault("kernel.missing", `${path}.tiers[0]`, {});
  return facts;
};

const readPolicy = recordOf<MarginChainPolicy>({ shareDecimals: readPlaces });

/**
 * Builds the margin chain of a product: what every tier from the maker to the end customer pays, sells for and earns.
 *
 * @remarks
 * A tier's margin is its selling price less that of the tier before it, for the first less the unit cost. Margins are exact and add up to
 * `end price − unit cost`. Shares are rounded down and the units that leaves over go to the largest remainders, equal ones in the order
 * of the chain, so that they add up to exactly 1; one may be below 0 or above 1 where a tier sells at a loss.
 *
 * @param facts - Cost, tiers and quantity.
 * @param policy - The places of a share.
 * @returns The chain, with a working that adds up.
 * @throws LibraryFault `kernel.*` or `pricing.*`, with the place of what cannot be read.
 *
 * @source S19-144; the chain from manufacturer over agent and distributor to the customer.
 *
 * @example Maker, agent and distributor
 * ```ts
 * import { buildMarginChain } from "qudao/pricing";
 *
 * const chain = buildMarginChain(
 *   {
 *     currency: "CNY", unitCost: "60", quantity: "10",
 *     tiers: [{ id: "maker", unitPrice: "80" }, { id: "agent", unitPrice: "90" }, { id: "distributor", unitPrice: "100" }],
 *   },
 *   { shareDecimals: 4 },
 * ).outcome;
 * chain.tiers.map((tier) => [tier.id, tier.unitMargin, tier.share]); // => [["maker", "20", "0.5"], ["agent", "10", "0.25"], ["distributor", "10", "0.25"]]
 * chain.totalMargin; // => "400"
 * ```
 *
 * @since 0.1.0
 */
export function buildMarginChain(facts: MarginChainFacts, policy: MarginChainPolicy): Explained<MarginChain> {
  return readSafely({ facts, policy }, () => {
    const { currency, unitCost, tiers, quantity } = readChain(facts, "facts");
    const { shareDecimals } = readPolicy(policy, "policy");
    const prices = [unitCost, ...tiers.map((tier) => tier.unitPrice)];
    const margins = tiers.map((tier, i) => new Exact(tier.unitPrice).minus(prices[i] as string));
    const whole = sumOf(margins);
    const shares = whole.isZero() ? undefined : largestRemainders(margins, whole, shareDecimals);
    const rows = tiers.map(({ id, unitPrice }, i): TierMargin => {
      const margin = margins[i] as Exact;
      const share = shares?.[i];
      return {
        id,
        buysAt: prices[i] as string,
        sellsAt: unitPrice,
        unitMargin: text(margin),
        totalMargin: text(margin.times(quantity)),
        share: share === undefined ? null : text(share),
      };
    });
    const endPrice = prices.at(-1) as string;
    const outcome = { currency, endPrice, unitMargin: text(whole), totalMargin: text(whole.times(quantity)), tiers: rows };
    return {
      outcome,
      explanation: {
        code: "pricing.chain",
        params: { unitMargin: outcome.unitMargin, endPrice, unitCost, quantity, totalMargin: outcome.totalMargin, currency },
        adds: "unitMargin",
        from: rows.map(({ id, buysAt, sellsAt, unitMargin, share }) => ({
          code: "pricing.chain_tier",
          params: { id, buysAt, sellsAt, unitMargin, share, currency },
        })),
      },
    };
  });
}
