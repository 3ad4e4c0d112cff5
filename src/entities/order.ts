import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";

/** What a participant ordered from another. */
export interface Order {
  /** The host's identifier, unique among orders. Not empty. */
  readonly id: string;
  /** The participant that buys. */
  readonly buyerId: string;
  /** The participant that sells. */
  readonly sellerId: string;
  /** The day it was placed. */
  readonly orderedOn: CalendarDate;
  /** The day on which the goods are wanted. Absent: as soon as possible. */
  readonly wantedOn?: CalendarDate | undefined;
  /** ISO 4217 code of every price and amount in it. */
  readonly currency: string;
  /** What is ordered. At least one line. */
  readonly lines: readonly OrderLine[];
}

/** One line of an order. */
export interface OrderLine {
  /** Unique within the order. Not empty. */
  readonly id: string;
  /** The product. */
  readonly productId: string;
  /** In the product's unit, not negative. A number is whole units; fractions of units are a decimal string. */
  readonly quantity: number | DecimalString;
  /** Money per unit, net of tax, before discounts, not negative. */
  readonly unitPrice: DecimalString;
  /** Money of the line, net of tax and of discounts, not negative. */
  readonly amount: DecimalString;
}
