import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { ExchangePolicy } from "../kernel/exchange.js";
import type { Rate } from "../kernel/rate.js";
import type { CreditAccount, CreditGroup } from "./credit-account.js";
import type { CoveredDocument, OpenItem } from "./open-item.js";

/** An order as credit sees it: with tax, since the member will owe the tax as well. */
export interface CreditOrder {
  /** The host's identifier, unique among orders. Not empty. */
  readonly id: string;
  /** The member that buys. */
  readonly memberId: string;
  /** ISO 4217 code of its amounts. */
  readonly currency: string;
  /** The whole order, tax included, not negative. */
  readonly amount: DecimalString;
  /** The day the goods are wanted; a horizon leaves out what is wanted later. Absent: as soon as possible. */
  readonly wantedOn?: CalendarDate | undefined;
  /** What was paid ahead for it, and does not stand among the items as unapplied credit. Absent: nothing. */
  readonly prepaid?: DecimalString | undefined;
  /** `closed`: nothing more will be delivered on it. Absent: open. */
  readonly status?: "open" | "closed" | undefined;
}

/** Goods that left, and what of an order they are. */
export interface CreditDelivery {
  /** The host's identifier, unique among deliveries. Not empty. */
  readonly id: string;
  /** The member that receives. */
  readonly memberId: string;
  /** ISO 4217 code of its amounts. */
  readonly currency: string;
  /** Worth of the goods, tax included, not negative. */
  readonly amount: DecimalString;
  /** The orders it fulfils. Absent: none. */
  readonly covers?: readonly CoveredDocument[] | undefined;
}

/** An invoice that is written and not posted yet. */
export interface CreditBilling {
  /** The host's identifier; once it is posted, the item bears the same. Not empty. */
  readonly id: string;
  /** The member that will owe it. */
  readonly memberId: string;
  /** ISO 4217 code of its amounts. */
  readonly currency: string;
  /** What will be owed, tax included, not negative. */
  readonly amount: DecimalString;
  /** The orders and deliveries it bills. Absent: none. */
  readonly covers?: readonly CoveredDocument[] | undefined;
}

/** Every document by which members can come to owe something. A document that is given twice counts once. */
export interface CreditDocuments {
  /** Orders. */
  readonly orders: readonly CreditOrder[];
  /** Deliveries. */
  readonly deliveries: readonly CreditDelivery[];
  /** Invoices not posted yet. One that is posted by now is the item. */
  readonly billings: readonly CreditBilling[];
  /** Posted claims and credits. */
  readonly items: readonly OpenItem[];
}

/** The documents, with the accounts they are judged by. */
export interface CreditLedger extends CreditDocuments {
  /** Accounts. A member without one has no limit of its own. */
  readonly accounts: readonly CreditAccount[];
  /** The groups that accounts name. Absent: no account names one. */
  readonly groups?: readonly CreditGroup[] | undefined;
}

/** The parts of an exposure, in the order of the way from order to payment. */
export const exposureComponents = ["open_orders", "open_deliveries", "open_billings", "open_items", "unapplied_credits"] as const;

/** One of `exposureComponents`. `unapplied_credits` is what is owed to the member; it lowers the exposure. */
export type ExposureComponent = (typeof exposureComponents)[number];

/** What counts as exposure. */
export interface ExposurePolicy {
  /** ISO 4217 code in which the exposure is told. */
  readonly currency: string;
  /** How other currencies become this one. Absent: a document in another currency cannot be counted. */
  readonly exchange?: ExchangePolicy | undefined;
  /** How much each part counts: `"1"` whole, `"0"` not at all, `"0.5"` half. */
  readonly weights: { readonly [C in ExposureComponent]: Rate };
  /** Days ahead within which open orders count (dynamic exposure). `null`: all of them (static). */
  readonly horizonDays: number | null;
}
