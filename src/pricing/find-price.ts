import { readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { listOf, optional, readCurrency, readDate, readNotNegative, readText, recordOf } from "../kernel/read.js";
import type { Result } from "../kernel/result.js";
import { choosePrice } from "./choose-price.js";
import type { FindPriceProblem, FoundPrice, PriceFacts } from "./found-price.js";
import type { PricePolicy } from "./price-policy.js";
import { readPricePolicy } from "./read-price-policy.js";

const readFacts = recordOf<PriceFacts>({
  asOf: readDate,
  memberId: readText,
  memberClass: optional(readText),
  territoryIds: listOf(readText),
  productId: readText,
  categoryId: optional(readText),
  quantity: readNotNegative,
  currency: readCurrency,
});

/**
 * Finds the price that applies to a member for a product and a quantity on a day, and says why.
 *
 * @remarks
 * What fits is ranked, each point deciding only what those before it leave equal. Lists: for the member's class before for all; for its nearest
 * territory before a wider one before all; a price of the product before one of its category; the later start. Special prices: for the member
 * before for its class before for all, then as lists, and last the larger quantity from which they hold, so that several make a ladder. Two that
 * are equal in all of these are a problem, never a silent choice. Validity is half-open: a list holds on its `start` and no longer on its `end`.
 * Exactly on a quantity break the new price holds. A discount is `list price × (1 − rate)`. Tax is put in, `price × (1 + rate)`, or taken out,
 * `price ÷ (1 + rate)`, by the rate of the product, else of its category, else of all; the price is exact until its one rounding. A price below a
 * floor, compared with the floor's own tax treatment, is given with a warning, never refused.
 *
 * @param facts - Member, product, quantity and day.
 * @param policy - Lists, special prices, privileges and floors, and how to choose.
 * @returns The price with the list, break and special price it comes from; every other candidate with the reason why it lost.
 * @throws LibraryFault `kernel.*` or `pricing.*`, with the place of what cannot be read.
 *
 * @errors
 * - `pricing.two_prices` - two lists, or two special prices, fit equally well.
 * - `pricing.no_price` - nothing fits.
 * - `pricing.tax_rate_missing` - the price is written with the other tax treatment and no rate is known.
 *
 * @source S03-12: agents enjoy special prices and services of the manufacturer.
 *
 * @example An agent buys past the break, and has a discount of its own
 * ```ts
 * import { findPrice, type PricePolicy } from "qudao/pricing";
 *
 * const policy: PricePolicy = {
 *   lists: [{
 *     id: "L-2024", currency: "CNY", tax: "tax_excluded", start: "2024-01-01", end: "2025-01-01",
 *     prices: [{ productId: "camera", unitPrice: "100" }, { productId: "camera", from: "50", unitPrice: "95" }],
 *   }],
 *   specials: [{ id: "S-1", memberClass: "agent", productId: "camera", start: "2024-01-01", gives: { kind: "discount", rate: "0.1" } }],
 *   privileges: [], floors: [], choose: "special_first", tax: "tax_excluded", rounding: { decimals: 2, mode: "half_up" },
 * };
 * const facts = {
 *   asOf: "2024-06-01", memberId: "east", memberClass: "agent", territoryIds: [], productId: "camera", quantity: "50", currency: "CNY",
 * };
 * const found = findPrice(facts, policy);
 * found.ok && [found.value.outcome.unitPrice.amount, found.value.outcome.from, found.value.outcome.specialId]; // => ["85.50", "50", "S-1"]
 * ```
 *
 * @since 0.1.0
 */
export function findPrice(facts: PriceFacts, policy: PricePolicy): Result<Explained<FoundPrice>, FindPriceProblem> {
  return readSafely({ facts, policy }, () => choosePrice(readFacts(facts, "facts"), readPricePolicy(policy, "policy")));
}
