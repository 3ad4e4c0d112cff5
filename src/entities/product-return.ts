import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { ReturnReason } from "./catalogue.js";

/** Goods that came back, and why. What it takes off a programme is a `SaleLine` with `kind: "return"`. */
export interface ProductReturn {
  /** The host's identifier, unique among returns. Not empty. */
  readonly id: string;
  /** The member that sends the goods back. */
  readonly memberId: string;
  /** The product. */
  readonly productId: string;
  /** The sale line that is undone, wholly or in part. Absent: not known. */
  readonly saleLineId?: string | undefined;
  /** In the product's unit, not negative. A number is whole units; fractions of units are a decimal string. */
  readonly quantity: number | DecimalString;
  /** Money credited, net of tax, not negative. */
  readonly amount: DecimalString;
  /** ISO 4217 code of `amount`. */
  readonly currency: string;
  /** The day the goods came back. */
  readonly returnedOn: CalendarDate;
  /** Why they came back. */
  readonly reason: ReturnReason;
}
