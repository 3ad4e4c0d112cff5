import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { SaleLineEvent, SaleLineKind } from "./catalogue.js";

/**
 * One line of what a member sold or took back, as programmes count it.
 *
 * A return is written with positive figures and `kind: "return"`: the direction is never in a sign.
 */
export interface SaleLine {
  /** The host's identifier, unique among lines. Not empty. */
  readonly id: string;
  /** The member whom the line counts for. */
  readonly memberId: string;
  /** The product sold. */
  readonly productId: string;
  /** The product's category, as it was on the day. Absent: in none; a programme for categories leaves the line out. */
  readonly categoryId?: string | undefined;
  /** The product's brand. Absent: of none; a programme for brands leaves the line out. */
  readonly brandId?: string | undefined;
  /** Where the goods were sold to. Absent: not known; a programme for territories leaves the line out. */
  readonly territoryId?: string | undefined;
  /** Attributes of the host's own, by name: sales channel, project, hierarchy level. Absent: none; a programme for one leaves the line out. */
  readonly attributes?: { readonly [name: string]: string } | undefined;
  /** The day of the event that the programme counts: of `event`, or of the one that the host picked. */
  readonly date: CalendarDate;
  /**
   * What happened on that day. A sale may have one line for each of its events, and each programme counts the lines of its trigger; a payment
   * in parts is one line of `received` for each part. Absent: the host keeps one line a sale, which programmes without a trigger count.
   */
  readonly event?: SaleLineEvent | undefined;
  /** On a return, the day on which the line taken back was counted. Absent: the origin is not known; the return stands alone. */
  readonly originDate?: CalendarDate | undefined;
  /** In the product's unit, not negative. A number is whole units, at most 2^53 − 1; fractions of units are a decimal string. */
  readonly quantity: number | DecimalString;
  /** Money per unit, net of tax, before discounts, not negative. Absent: not known; nothing is derived from `amount`. */
  readonly unitPrice?: DecimalString | undefined;
  /**
   * Money of the whole line, net of tax and of the discounts on the invoice. Not negative, on returns as well. Where a host has lines with tax in
   * them, its programmes take it off (`lineTax` of a measure).
   */
  readonly amount: DecimalString;
  /** What the goods of the whole line cost, net of tax, not negative: margin is `amount − cost`. Absent: not known, and so is the margin. */
  readonly cost?: DecimalString | undefined;
  /** The discount already taken off `amount`, as a ratio from `"0"` to `"1"`. Absent: not known. */
  readonly discountRate?: DecimalString | undefined;
  /** The tax rate of the goods, a ratio of 0 or more; `"0"`: they are free of tax. Absent: not known. */
  readonly taxRate?: DecimalString | undefined;
  /**
   * What was left to the buyer for paying early (a cash or settlement discount), of the whole line: in the terms of `amount`, still in it, and not
   * more than it; `"0"`: none was taken. On a return, what is taken back of it. Absent: not known.
   */
  readonly cashDiscount?: DecimalString | undefined;
  /** ISO 4217 code of all money of the line. Absent: the currency of the accumulator that reads the line. */
  readonly currency?: string | undefined;
  /** Whether the line adds to what was sold or takes away from it. */
  readonly kind: SaleLineKind;
}
