import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";

/** Whether an item is owed by the member, or to it. */
export const openItemKinds = ["claim", "credit"] as const;

/** `claim`: the member owes it. `credit`: a credit note or an unapplied payment, owed to the member. */
export type OpenItemKind = (typeof openItemKinds)[number];

/** A posted claim on a member, or a posted credit of it, with everything that has settled it. A part of an invoice is an item of its own. */
export interface OpenItem {
  /** The host's identifier, unique among items. Not empty. */
  readonly id: string;
  /** The member. */
  readonly memberId: string;
  /** Whose debt it is. */
  readonly kind: OpenItemKind;
  /** ISO 4217 code of every amount in it. */
  readonly currency: string;
  /** What it was for when it was posted, tax included, not negative. The direction is in `kind`. */
  readonly amount: DecimalString;
  /** The day it was posted. Before it, the item does not exist. */
  readonly postedOn: CalendarDate;
  /** The day of the invoice, where it differs from the posting. Absent: the day of posting. */
  readonly invoicedOn?: CalendarDate | undefined;
  /** The last day on which payment is in time. Absent: the day of posting stands in for it. */
  readonly dueOn?: CalendarDate | undefined;
  /** What was paid on a claim, or taken from a credit, each with its day. Empty or absent: nothing yet. */
  readonly settlements?: readonly ItemSettlement[] | undefined;
  /** Orders and deliveries that it bills, so that the same goods do not count twice. Absent: none. */
  readonly covers?: readonly CoveredDocument[] | undefined;
}

/** A part of an item that is no longer open. */
export interface ItemSettlement {
  /** The day it was settled. */
  readonly on: CalendarDate;
  /** How much, not negative. */
  readonly amount: DecimalString;
}

/** A part of an earlier document that a later one takes over. */
export interface CoveredDocument {
  /** What it is. */
  readonly kind: "order" | "delivery";
  /** Its identifier. */
  readonly id: string;
  /** The part taken over, in the currency of the later document, tax included, not negative. */
  readonly amount: DecimalString;
}

/** From which day an item is aged. */
export const ageingBases = ["due", "invoice", "posting"] as const;

/** `due`: the last day in time; `invoice`: the day of the invoice; `posting`: the day it was posted, which also stands in for a day that is absent. */
export type AgeingBasis = (typeof ageingBases)[number];
