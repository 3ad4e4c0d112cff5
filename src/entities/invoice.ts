import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { InvoiceKind } from "./catalogue.js";

/** A claim for money, or its reversal. A credit note is written with positive figures: the direction is in `kind`. */
export interface Invoice {
  /** The host's identifier, unique among invoices. Not empty. */
  readonly id: string;
  /** Whether it asks for money or gives it back. */
  readonly kind: InvoiceKind;
  /** The participant that issued it. */
  readonly sellerId: string;
  /** The participant that owes, or is credited. */
  readonly buyerId: string;
  /** The order it is for. Absent: for none, or for several. */
  readonly orderId?: string | undefined;
  /** The day it was issued. */
  readonly issuedOn: CalendarDate;
  /** The last day on which payment is in time. Absent: due at once. */
  readonly dueOn?: CalendarDate | undefined;
  /** ISO 4217 code of both amounts. */
  readonly currency: string;
  /** Money without tax, not negative. */
  readonly net: DecimalString;
  /** Tax on `net`, not negative; `"0"` where none is charged. What is owed is the sum of both. */
  readonly tax: DecimalString;
}
