import type { TaxTreatment } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Message } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";

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
  /** The quantity from which it is this price: the break that was reached, of a discount that of the list or of the special price, whichever is larger. */
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
