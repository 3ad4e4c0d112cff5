import type { RemainderOrder } from "../kernel/allocation.js";
import type { DecimalString, RoundingMode } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";

/** So many days after the invoice. */
export interface NetDue {
  /** Tells due rules apart. */
  readonly kind: "net";
  /** Days after the invoice; 0: on its day. */
  readonly days: number;
}

/** So many days after the last day of a month. */
export interface EndOfMonthDue {
  /** Tells due rules apart. */
  readonly kind: "end_of_month";
  /** Which month: 0 the month of the invoice, 1 the one after it. */
  readonly months: number;
  /** Days after its last day; 0: on it. */
  readonly days: number;
}

/** The first day of that number on or after the invoice and some days: net 30, then forward to the 15th. */
export interface DayOfMonthDue {
  /** Tells due rules apart. */
  readonly kind: "day_of_month";
  /** Days after the invoice from which the day is looked for. */
  readonly afterDays: number;
  /** Day of the month, 1 to 31; in a shorter month its last day. */
  readonly day: number;
}

/** A fixed day of a later month. */
export interface FollowingMonthDue {
  /** Tells due rules apart. */
  readonly kind: "following_month";
  /** Months after that of the invoice, at least 1. */
  readonly months: number;
  /** Day of the month, 1 to 31; in a shorter month its last day. */
  readonly day: number;
}

/** Before the goods leave (先款后货): on the day of the order. */
export interface PrepaymentDue {
  /** Tells due rules apart. */
  readonly kind: "prepayment";
}

/** When the goods arrive (货到付款), or some days later. */
export interface OnDeliveryDue {
  /** Tells due rules apart. */
  readonly kind: "on_delivery";
  /** Days after the delivery; 0: on its day. */
  readonly days: number;
}

/** By a bill that the buyer accepts (承兑汇票): handed over within some days, paid at maturity. */
export interface AcceptanceBillDue {
  /** Tells due rules apart. */
  readonly kind: "acceptance_bill";
  /** Days after the invoice within which the bill is handed over. */
  readonly days: number;
  /** Months from the handing over to maturity, at least 1. */
  readonly tenorMonths: number;
}

/** How the day on which a part is due is found. */
export type PaymentDueRule = NetDue | EndOfMonthDue | DayOfMonthDue | FollowingMonthDue | PrepaymentDue | OnDeliveryDue | AcceptanceBillDue;

/** One part of what is owed, and when it is due. */
export interface TermInstalment {
  /** Part of the total, above 0; the parts of a term add up to 1. */
  readonly share: Rate;
  /** When it is due. */
  readonly due: PaymentDueRule;
}

/** A reduction for paying early (现金折扣). */
export interface CashDiscount {
  /** Part of the total that is left, from 0 to below 1. */
  readonly rate: Rate;
  /** Days after the invoice within which all of it must be paid. The last of them still counts. */
  readonly days: number;
}

/** How goods are paid for (付款条件), storable as JSON. */
export interface PaymentTerm {
  /** Its name in the host's data, such as `"2/10 net 30"`. Not empty. */
  readonly id: string;
  /** The name that readers see. */
  readonly titles: Words;
  /** How generous it is: a higher rank grants the buyer more. Whole, 0 or more. */
  readonly rank: number;
  /** The parts, first due first. At least one. */
  readonly instalments: readonly TermInstalment[];
  /** The reduction for paying early. Absent: none. */
  readonly discount?: CashDiscount | undefined;
  /** Places of every part: 2 for yuan. */
  readonly decimals: number;
  /** Who gets the units that cutting the parts leaves over. */
  readonly remainder: RemainderOrder;
  /** How the discount is rounded, once. */
  readonly rounding: RoundingMode;
}

/** One part of an invoice, as it is owed. */
export interface InstalmentDue {
  /** Its number, from 1. */
  readonly part: number;
  /** Money, tax included, with exactly the places of the term. */
  readonly amount: DecimalString;
  /** The last day on which payment is in time; of a bill, the day it matures. */
  readonly dueOn: string;
  /** The last day to hand over the bill. `null`: it is not paid by one. */
  readonly handOverBy: string | null;
}
