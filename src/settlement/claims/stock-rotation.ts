/**
 * Stock rotation (库存轮换): after each window a member may give back slow stock for a part of what it bought, against an order of other goods.
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Money, MoneyRounding } from "../../kernel/money.js";
import type { Period } from "../../kernel/period.js";

/** What was agreed on stock rotation. */
export interface StockRotationPolicy {
  /** Currency of every figure. ISO 4217. */
  readonly currency: string;
  /** The part of the purchases of a window that may be given back; a ratio from 0 to 1. */
  readonly shareOfPurchases: DecimalString;
  /** Days after the window in which it may be asked for; 1 or more. 1: on the first day after it. */
  readonly requestWithinDays: number;
  /** The most days that the goods may have been with the member. Absent: any age. */
  readonly mostAgeDays?: number | undefined;
  /** Which products may be given back. */
  readonly productIds: readonly string[] | "all";
  /** `sealed`: only goods in their unopened package. `any`: whatever their condition. */
  readonly condition: "sealed" | "any";
  /**
   * The order of other goods that has to stand against it, as a ratio of what is given back: `"1"` is one of the same value. An order counts from the
   * first day after the window to the day of the request. Absent: none is needed.
   */
  readonly offsettingOrder?: DecimalString | undefined;
  /** What becomes of a line that is more than what is left: whole units as far as they fit, or nothing of it. */
  readonly atLimit: "cut" | "refuse";
  /** What is kept for taking the goods back, a ratio from 0 to 1 of their value. `"0"`: nothing. */
  readonly restockingRate: DecimalString;
  /** The one rounding, of the credit. */
  readonly rounding: MoneyRounding;
}

/** Goods that a member would give back. */
export interface RotationLine {
  /** The host's identifier, once per list. */
  readonly id: string;
  /** What. */
  readonly productId: string;
  /** Units, above 0. */
  readonly quantity: DecimalString;
  /** What a unit was bought at, net of tax and less what was credited for it since, as by price protection; above 0. Absent: not known. */
  readonly unitPrice?: DecimalString | undefined;
  /** The day it was bought. */
  readonly purchasedOn: CalendarDate;
  /** Whether the package was opened. */
  readonly condition: "sealed" | "opened";
}

/** What a member asks to give back. */
export interface StockRotationFacts {
  /** The day of the request. */
  readonly asOf: CalendarDate;
  /** The window whose purchases count. */
  readonly window: Period;
  /** What was bought in it, net of tax and of returns. Below 0 counts as 0. */
  readonly purchases: DecimalString;
  /** Value of what was given back for this window before; 0 or more. */
  readonly rotatedBefore: DecimalString;
  /** The goods. */
  readonly lines: readonly RotationLine[];
  /** Orders that stand against it and against no other rotation. `[]`: none. */
  readonly orders: readonly { readonly id: string; readonly date: CalendarDate; readonly amount: DecimalString }[];
}

/** Why goods are not taken back. Their words: `settlement.rotation_reason`. */
export const rotationReasons = [
  "window_open",
  "requested_late",
  "product_not_covered",
  "not_bought_yet",
  "too_old",
  "opened",
  "price_unknown",
  "share_used_up",
  "order_too_small",
] as const;

/** See `rotationReasons`. */
export type RotationReason = (typeof rotationReasons)[number];

/** What is credited for one line. */
export interface RotatedLine {
  /** The line. */
  readonly id: string;
  /** `cut`: only a part of its units fits. */
  readonly status: "accepted" | "cut" | "refused";
  /** Units taken back. */
  readonly quantity: DecimalString;
  /** Their value. */
  readonly value: DecimalString;
  /** Why not all of it. Empty: all of it is. */
  readonly reasons: readonly RotationReason[];
}

/** What a rotation comes to. */
export interface StockRotation {
  /** What is credited: value less restocking fee, rounded. */
  readonly credit: Money;
  /** Value of what is taken back. */
  readonly value: DecimalString;
  /** What is kept for taking it back. */
  readonly fee: DecimalString;
  /** One for each line, in their order. */
  readonly lines: readonly RotatedLine[];
  /** What of the purchases may still be given back for this window. */
  readonly left: DecimalString;
  /** The order that what is taken back needs. `"0"`: none. */
  readonly orderNeeded: DecimalString;
}
