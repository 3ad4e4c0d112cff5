import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { PaymentMethod } from "./catalogue.js";

/** Money that changed hands. */
export interface Payment {
  /** The host's identifier, unique among payments. Not empty. */
  readonly id: string;
  /** The participant that paid. */
  readonly payerId: string;
  /** The participant that was paid. */
  readonly payeeId: string;
  /** The day on which the money was the payee's. */
  readonly paidOn: CalendarDate;
  /** How it was paid. */
  readonly method: PaymentMethod;
  /** ISO 4217 code of every amount in it. */
  readonly currency: string;
  /** Money paid, tax included, not negative. */
  readonly amount: DecimalString;
  /** The invoices it settles. What they leave of `amount` is unapplied credit. Empty: nothing is applied yet. */
  readonly allocations: readonly PaymentAllocation[];
}

/** The part of a payment that settles one invoice. */
export interface PaymentAllocation {
  /** The invoice. */
  readonly invoiceId: string;
  /** Money applied to it, tax included, not negative. */
  readonly amount: DecimalString;
}
