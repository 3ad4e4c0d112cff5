import type { TaxTreatment } from "../entities/catalogue.js";
import type { ListPrice, PriceList } from "../entities/price-list.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";

/** The price of every product of a category from a quantity up; a price of the product itself goes before it. */
export interface CategoryPrice {
  /** The category. */
  readonly categoryId: string;
  /** The quantity from which the price holds, not negative. Absent: from the first. */
  readonly from?: DecimalString | undefined;
  /** Money per unit, not negative; tax and currency as the list says. */
  readonly unitPrice: DecimalString;
}

/** A price list that may also price whole categories. */
export interface PricingList extends PriceList {
  /** Prices of products of the list itself. */
  readonly prices: readonly ListPrice[];
  /** Prices of categories. Absent: none. */
  readonly categoryPrices?: readonly CategoryPrice[] | undefined;
}

/** Whom something special is for: every field that is given must fit. */
export interface PriceAudience {
  /** The one member it is for. Absent: not for one alone. */
  readonly memberId?: string | undefined;
  /** The class of members it is for. Absent: for all. */
  readonly memberClass?: string | undefined;
  /** The territory it is for. Absent: for all. */
  readonly territoryId?: string | undefined;
  /** The product. Exactly one of product and category is given. */
  readonly productId?: string | undefined;
  /** The category. Exactly one of product and category is given. */
  readonly categoryId?: string | undefined;
  /** First day in force. */
  readonly start: CalendarDate;
  /** First day no longer in force. Absent: until further notice. */
  readonly end?: CalendarDate | undefined;
}

/** A special price (特价): a price of its own, or a discount from the list price. */
export interface SpecialPrice extends PriceAudience {
  /** The host's identifier, unique among special prices. */
  readonly id: string;
  /** The quantity from which it holds, not negative; of several that are alike otherwise, the largest that is reached applies. Absent: from the first. */
  readonly from?: DecimalString | undefined;
  /** What is given. */
  readonly gives: SpecialTerms;
}

/** What a special price gives. */
export type SpecialTerms =
  | {
      readonly kind: "unit_price";
      /** Money per unit, not negative. */
      readonly unitPrice: DecimalString;
      /** ISO 4217 code. */
      readonly currency: string;
      /** Whether tax is in it. */
      readonly tax: TaxTreatment;
    }
  | {
      readonly kind: "discount";
      /** What is taken off the list price, a ratio from `"0"` to `"1"`. */
      readonly rate: Rate;
    };

/** A service that a class or a member is entitled to (服务优惠). */
export interface ServicePrivilege extends PriceAudience {
  /** The host's identifier, unique among privileges. */
  readonly id: string;
  /** What the service is, in words. */
  readonly title: Words;
}

/** The price below which nobody should sell to a member without being warned (底价). */
export interface PriceFloor {
  /** The host's identifier, unique among floors. */
  readonly id: string;
  /** The product. Exactly one of product and category is given. */
  readonly productId?: string | undefined;
  /** The category. Exactly one of product and category is given. */
  readonly categoryId?: string | undefined;
  /** Money per unit, not negative. */
  readonly unitPrice: DecimalString;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Whether tax is in it. */
  readonly tax: TaxTreatment;
}

/** The tax rate of a product or a category that is taxed otherwise than the rest. */
export interface PriceTaxRate {
  /** The product. Exactly one of product and category is given. */
  readonly productId?: string | undefined;
  /** The category. Exactly one of product and category is given. */
  readonly categoryId?: string | undefined;
  /** The rate, a ratio, not negative. */
  readonly rate: Rate;
}

/** Every price in force, and how to choose among them. */
export interface PricePolicy {
  /** The lists, in any order. */
  readonly lists: readonly PricingList[];
  /** The special prices, in any order. Empty: none. */
  readonly specials: readonly SpecialPrice[];
  /** The service privileges, in any order. Empty: none. */
  readonly privileges: readonly ServicePrivilege[];
  /** The floor prices, in any order. Empty: none. */
  readonly floors: readonly PriceFloor[];
  /** `special_first`: a special price replaces the list price; `lowest`: the lower of the two applies, the list's where they are equal. */
  readonly choose: "special_first" | "lowest";
  /** Whether the answer has tax in it. */
  readonly tax: TaxTreatment;
  /** The tax rate of what `taxRates` does not name, a ratio, not negative. Absent: not known; a price that is written the other way cannot be used. */
  readonly taxRate?: Rate | undefined;
  /** Rates of products and categories that are taxed otherwise, each once; a product's goes before its category's. Absent: none. */
  readonly taxRates?: readonly PriceTaxRate[] | undefined;
  /** How the unit price is rounded, once. */
  readonly rounding: MoneyRounding;
}
