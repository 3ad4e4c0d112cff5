import type { CalendarDate } from "../kernel/calendar-date.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { listOf, optional, readCurrency, readDate, readText, recordOf } from "../kernel/read.js";
import { choosePrice } from "./choose-price.js";
import type { PricePolicy } from "./price-policy.js";
import { readPricePolicy } from "./read-price-policy.js";

/** A product whose prices are compared. */
export interface ComparedProduct {
  /** The product. */
  readonly productId: string;
  /** Its category. Absent: in none. */
  readonly categoryId?: string | undefined;
}

/** Which classes are compared, on which day. */
export interface ClassPriceFacts {
  /** The day of the prices. */
  readonly asOf: CalendarDate;
  /** ISO 4217 code of the prices. */
  readonly currency: string;
  /** The class that should pay no more, such as `"agent"`. */
  readonly favouredClass: string;
  /** The class that it is compared with, such as `"distributor"`. */
  readonly otherClass: string;
  /** Territories from the nearest outward, the same for both. Empty: in none. */
  readonly territoryIds: readonly string[];
  /** The products. */
  readonly products: readonly ComparedProduct[];
}

/** One comparison: a product from a quantity on. */
export interface ClassPriceLine {
  /** The product. */
  readonly productId: string;
  /** The quantity: 0 and every break of the policy. */
  readonly quantity: DecimalString;
  /** Money per unit for the favoured class. `null`: it has no price. */
  readonly favoured: DecimalString | null;
  /** Money per unit for the other class. `null`: it has no price. */
  readonly other: DecimalString | null;
  /** `met`: no dearer; `unmet`: dearer; `unknown`: one of them has no price. */
  readonly status: "met" | "unmet" | "unknown";
}

/** Whether a class pays no more than another. */
export interface ClassPrices {
  /** The worst of the lines: `unmet` before `unknown` before `met`; `unknown` where nothing was compared. */
  readonly status: "met" | "unmet" | "unknown";
  /** Every product at every break. */
  readonly lines: readonly ClassPriceLine[];
}

const readProduct = recordOf<ComparedProduct>({ productId: readText, categoryId: optional(readText) });
const readFacts = recordOf<ClassPriceFacts>({
  asOf: readDate,
  currency: readCurrency,
  favouredClass: readText,
  otherClass: readText,
  territoryIds: listOf(readText),
  products: listOf(readProduct),
});

/**
 * Compares what two classes of members pay, product by product and break by break: whether an agent pays no more than a distributor.
 *
 * @remarks
 * Prices change only at the breaks of the policy, so that these and 0 are all the quantities there are to look at. Special prices for one
 * member alone are left out; equal prices are fine.
 *
 * @param facts - The classes, the products, the day.
 * @param policy - The prices.
 * @returns Every comparison, and the worst of them.
 * @throws LibraryFault `kernel.*` or `pricing.*`, with the place of what cannot be read.
 *
 * @source S03-12: agents enjoy special prices of the manufacturer.
 *
 * @example The agents' list is no dearer, except for the first fifty
 * ```ts
 * import { compareClassPrices, type PricePolicy } from "qudao/pricing";
 *
 * const list = { currency: "CNY", tax: "tax_excluded" as const, start: "2024-01-01" };
 * const policy: PricePolicy = {
 *   lists: [
 *     { ...list, id: "A", memberClass: "agent", prices: [{ productId: "camera", unitPrice: "101" }, { productId: "camera", from: "50", unitPrice: "90" }] },
 *     { ...list, id: "D", memberClass: "distributor", prices: [{ productId: "camera", unitPrice: "100" }] },
 *   ],
 *   specials: [], privileges: [], floors: [], choose: "special_first", tax: "tax_excluded", rounding: { decimals: 2, mode: "half_up" },
 * };
 * const facts = {
 *   asOf: "2024-06-01", currency: "CNY", favouredClass: "agent", otherClass: "distributor", territoryIds: [], products: [{ productId: "camera" }],
 * };
 * compareClassPrices(facts, policy).outcome.lines.map((line) => [line.quantity, line.status]); // => [["0", "unmet"], ["50", "met"]]
 * ```
 *
 * @since 0.1.0
 */
export function compareClassPrices(facts: ClassPriceFacts, policy: PricePolicy): Explained<ClassPrices> {
  return readSafely({ facts, policy }, () => {
    const { asOf, currency, favouredClass, otherClass, territoryIds, products } = readFacts(facts, "facts");
    const whole = readPricePolicy(policy, "policy");
    const forAll: PricePolicy = { ...whole, specials: whole.specials.filter((one) => one.memberId === undefined) };
    const quantities = breaksOf(forAll);
    const lines = products.flatMap((product) =>
      quantities.map((quantity): ClassPriceLine => {
        const priceOf = (memberClass: string): DecimalString | null => {
          const found = choosePrice({ ...product, asOf, memberId: memberClass, memberClass, territoryIds, quantity, currency }, forAll);
          return found.ok ? found.value.outcome.unitPrice.amount : null;
        };
        const [favoured, other] = [priceOf(favouredClass), priceOf(otherClass)];
        const status = favoured === null || other === null ? "unknown" : new Exact(favoured).greaterThan(other) ? "unmet" : "met";
        return { productId: product.productId, quantity, favoured, other, status };
      }),
    );
    const worst = (["unmet", "unknown", "met"] as const).find((status) => lines.some((line) => line.status === status)) ?? "unknown";
    return {
      outcome: { status: worst, lines },
      explanation: {
        code: "pricing.class_prices",
        params: { favouredClass, otherClass, asOf, status: worst },
        from: lines.map((line) => ({ code: "pricing.class_price_line", params: { ...line, currency } })),
      },
    };
  });
}

/** Every quantity from which something changes, lowest first. */
function breaksOf({ lists, specials }: PricePolicy): readonly DecimalString[] {
  const rows = [...lists.flatMap((list) => [...list.prices, ...(list.categoryPrices ?? [])]), ...specials];
  const all = new Set(["0", ...rows.map(({ from = "0" }) => from)]);
  return [...all].sort((a, b) => new Exact(a).comparedTo(b));
}
