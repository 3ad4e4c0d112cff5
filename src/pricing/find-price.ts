import type { TaxTreatment } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import type { Result } from "../kernel/result.js";
import { choosePrice } from "./choose-price.js";
import type { PricePolicy } from "./price-policy.js";
import { listOf, optional, readCurrency, readDate, readNotNegative, readText, recordOf } from "./read-price-fields.js";
import { readPricePolicy } from "./read-price-policy.js";

/** Who asks for the price of what, and when. */
export interface PriceFacts {
  /** The day of the price. */
  readonly asOf: CalendarDate;
  /** The member that buys. */
  readonly memberId: string;
  /** Its class, such as `"agent"`. Absent: in none, so that only what is for all fits. */
  readonly memberClass?: string | undefined;
  /** Its territories from the nearest outward: city, province, country. Empty: in none. */
  readonly territoryIds: readonly string[];
  /** What is bought. */
  readonly productId: string;
  /** The category of the product. Absent: in none. */
  readonly categoryId?: string | undefined;
  /** How much is bought, in the product's unit, not negative; at 0, the price of the first unit's table. */
  readonly quantity: DecimalString;
  /** ISO 4217 code of the price asked for. */
  readonly currency: string;
}

/** A price that was looked at. */
export interface PriceCandidate {
  /** Where it stands: in a list or among the special prices. */
  readonly kind: "list" | "special";
  /** Identifier of the list or the special price. */
  readonly id: string;
  /** `applies`: it is the price, or the list price that a discount is taken from. */
  readonly status: "applies" | "lost";
  /** Why it applies or lost, a code of `pricingMessages`. */
  readonly because: string;
}

/** The price that applies. */
export interface FoundPrice {
  /** Money per unit, rounded once, with exactly the places of the policy. */
  readonly unitPrice: Money;
  /** Whether tax is in it. */
  readonly tax: TaxTreatment;
  /** Whether it is the list's price or a special one. */
  readonly by: "list" | "special";
  /** The list whose price it is, or from which the discount is taken. `null`: the special price stands alone. */
  readonly listId: string | null;
  /** The quantity from which the price of the list or of the special holds: the break that was reached. */
  readonly from: DecimalString;
  /** The special price. `null`: none applies. */
  readonly specialId: string | null;
  /** Identifiers of the services that the member may claim with it, in the order of the policy. */
  readonly privileges: readonly string[];
  /** What to look at before selling: a price below a floor, or a floor that cannot be compared. Empty: nothing. */
  readonly warnings: readonly Message<"pricing.below_floor" | "pricing.floor_not_comparable">[];
  /** Every list and special price of the policy, in its order, lists first. */
  readonly considered: readonly PriceCandidate[];
}

/** Why there is no price. */
export type FindPriceProblem = Message<"pricing.no_price" | "pricing.two_prices" | "pricing.tax_rate_missing">;

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
 * What fits is ranked, each point deciding only what those before it leave equal. Lists: for the member's class before for all; for its
 * nearest territory before a wider one before all; a price of the product before one of its category; the later start. Special prices:
 * for the member before for its class before for all, then as lists. Two that are equal in all of these are a problem, never a silent
 * choice. Validity is half-open: a list holds on its `start` and no longer on its `end`. Exactly on a quantity break the new price
 * holds. Tax is put in or taken out by the policy's rate; the price is exact until its one rounding.
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
  return readSafely("facts", () => choosePrice(readFacts(facts, "facts"), readPricePolicy(policy, "policy")));
}
