import { compare, ratioOf, roundFraction, wholeOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, type RoundingMode, roundingModes, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { choiceOf, readNotNegative, readPlaces, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";

/** What was sold at a price. */
export interface PricePoint {
  /** Money per unit, not negative. */
  readonly price: DecimalString;
  /** Units sold in a period of the same length, not negative. */
  readonly quantity: DecimalString;
}

/** Demand before and after a change of price, all else equal. */
export interface PriceElasticityFacts {
  /** Before the change. */
  readonly before: PricePoint;
  /** After the change. */
  readonly after: PricePoint;
}

/** How an elasticity is written. */
export interface PriceElasticityPolicy {
  /** Decimal places, 0 to 60. */
  readonly decimals: number;
  /** What happens to the rest. */
  readonly mode: RoundingMode;
}

/** How strongly demand answers to the price. */
export interface PriceElasticity {
  /** Change of quantity in per cent for one per cent of price, rounded once. Usually below 0: dearer sells less. */
  readonly elasticity: DecimalString;
  /** Decided on the exact figure: above 1 without its sign is `elastic`, exactly 1 `unit`, below it `inelastic`. */
  readonly demand: "elastic" | "unit" | "inelastic";
}

const point = recordOf<PricePoint>({ price: readNotNegative, quantity: readNotNegative });
const readFacts = recordOf<PriceElasticityFacts>({ before: point, after: point });
const readPolicy = recordOf<PriceElasticityPolicy>({ decimals: readPlaces, mode: choiceOf(roundingModes) });

/**
 * Computes the arc elasticity of demand between two prices.
 *
 * @remarks
 * `((Q₂ − Q₁) ÷ (Q₁ + Q₂)) ÷ ((P₂ − P₁) ÷ (P₁ + P₂))`: both changes against the middle, so that the way back has the same elasticity.
 *
 * @param facts - Price and quantity before and after.
 * @param policy - Places and rounding.
 * @returns The elasticity, and whether demand is elastic.
 * @throws LibraryFault `kernel.*` or `pricing.*`, with the place of what cannot be read.
 *
 * @errors
 * - `pricing.price_unchanged` - both prices are the same.
 * - `pricing.nothing_sold` - nothing was sold at either price.
 *
 * @source S05-22: winning the market segments whose demand is elastic; the arc (midpoint) formula of price theory.
 *
 * @example A cut from 10 to 8 sells 140 in place of 100
 * ```ts
 * import { computePriceElasticity } from "qudao/pricing";
 *
 * const facts = { before: { price: "10", quantity: "100" }, after: { price: "8", quantity: "140" } };
 * const found = computePriceElasticity(facts, { decimals: 2, mode: "half_up" });
 * found.ok && found.value.outcome; // => { elasticity: "-1.5", demand: "elastic" }
 * ```
 *
 * @since 0.1.0
 */
export function computePriceElasticity(
  facts: PriceElasticityFacts,
  policy: PriceElasticityPolicy,
): Result<Explained<PriceElasticity>, Message<"pricing.price_unchanged" | "pricing.nothing_sold">> {
  return readSafely({ facts, policy }, () => {
    const { before, after } = readFacts(facts, "facts");
    const { decimals, mode } = readPolicy(policy, "policy");
    const [p1, p2] = [new Exact(before.price), new Exact(after.price)];
    const [q1, q2] = [new Exact(before.quantity), new Exact(after.quantity)];
    if (p1.equals(p2)) return err({ code: "pricing.price_unchanged", params: { price: before.price } });
    if (q1.plus(q2).isZero()) return err({ code: "pricing.nothing_sold", params: {} });
    const exactly = ratioOf(q2.minus(q1).times(p1.plus(p2)), q1.plus(q2).times(p2.minus(p1)));
    const order = compare({ over: exactly.over.abs(), under: exactly.under }, wholeOf(new Exact(1)));
    const demand = order > 0 ? "elastic" : order === 0 ? "unit" : "inelastic";
    const elasticity = text(roundFraction(exactly, decimals, mode));
    const params = { elasticity, demand, p1: before.price, p2: after.price, q1: before.quantity, q2: after.quantity };
    return ok({ outcome: { elasticity, demand }, explanation: { code: "pricing.elasticity", params } });
  });
}
