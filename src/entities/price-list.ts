import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { TaxTreatment } from "./catalogue.js";

/** Prices for a class of members from a day on. */
export interface PriceList {
  /** The host's identifier, unique among price lists. Not empty. */
  readonly id: string;
  /** The name that readers see. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** ISO 4217 code of every price in it. */
  readonly currency: string;
  /** Whether tax is in every price. */
  readonly tax: TaxTreatment;
  /** The class of members it is for. Absent: for all. */
  readonly memberClass?: string | undefined;
  /** The territory it is for. Absent: for all. */
  readonly territoryId?: string | undefined;
  /** First day in force. */
  readonly start: CalendarDate;
  /** First day no longer in force. Absent: in force until another replaces it. */
  readonly end?: CalendarDate | undefined;
  /** The prices, in any order. */
  readonly prices: readonly ListPrice[];
}

/** The price of a product from a quantity up. */
export interface ListPrice {
  /** The product. */
  readonly productId: string;
  /** The quantity from which the price holds, in the product's unit, not negative. Absent: from the first. */
  readonly from?: DecimalString | undefined;
  /** Money per unit, not negative; tax and currency as the list says. */
  readonly unitPrice: DecimalString;
}
