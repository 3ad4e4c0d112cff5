/**
 * Ship and debit (特价差额索赔): a distributor resells below what it paid, by an agreement with the manufacturer, and claims the difference.
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Money, MoneyRounding } from "../../kernel/money.js";
import type { Period } from "../../kernel/period.js";

/** What was agreed for a product. Prices are per unit, in the currency of the agreement. */
export type ShipAndDebitForm =
  /** The cost is brought down to a price: cost less price, never below 0. */
  | { readonly kind: "down_to"; readonly price: DecimalString }
  /** The cost is brought down by an amount. */
  | { readonly kind: "down_by_amount"; readonly amount: DecimalString }
  /** The cost is brought down by a ratio of it. */
  | { readonly kind: "down_by_percent"; readonly rate: DecimalString };

/** Which cost is meant: of the stock that was consumed, of the contract, or of the price book on the day of the resale. */
export const shipAndDebitCostBases = ["consumed_stock", "contract_book", "book_on_resale"] as const;

/** See `shipAndDebitCostBases`. */
export type ShipAndDebitCostBasis = (typeof shipAndDebitCostBases)[number];

/** One product of an agreement. */
export interface ShipAndDebitProduct {
  /** The product. Each once. */
  readonly productId: string;
  /** What is debited for a unit. */
  readonly form: ShipAndDebitForm;
  /** Its price in the contract, per unit; `contract_book` reads it. Absent: not known. */
  readonly contractPrice?: DecimalString | undefined;
  /** Most units over the whole agreement. Absent: no limit. */
  readonly quantityLimit?: DecimalString | undefined;
}

/** A special price agreement (特价协议). Every scope is written out: what nobody wrote would cover too much. */
export interface ShipAndDebitAgreement {
  /** The host's identifier. */
  readonly id: string;
  /** Currency of every figure. ISO 4217. */
  readonly currency: string;
  /** The days of resale it holds for. */
  readonly period: Period;
  /** Who may claim. */
  readonly memberIds: readonly string[] | "all";
  /** To whom the goods must have been resold. */
  readonly endCustomerIds: readonly string[] | "all";
  /** The products. */
  readonly products: readonly ShipAndDebitProduct[];
  /** Which cost is brought down. */
  readonly costBasis: ShipAndDebitCostBasis;
  /** Most units of all products together. Absent: no limit. */
  readonly quantityLimit?: DecimalString | undefined;
  /** The line that passes a limit is `cut` to what is left, or refused whole. */
  readonly atLimit: "cut" | "refuse";
  /** Days after the resale within which it must be claimed, the last one included. Absent: no such limit. */
  readonly claimWithinDays?: number | undefined;
  /** Whether each resale must be proven. */
  readonly proofOfSale: "required" | "not_required";
  /** The one rounding, of the whole claim. */
  readonly rounding: MoneyRounding;
}

/** Stock of one cost that a resale consumed. */
export interface ConsumedStock {
  /** Units taken from it, above 0. */
  readonly quantity: DecimalString;
  /** What a unit cost. */
  readonly cost: DecimalString;
}

/** One resale. */
export interface ResaleLine {
  /** The host's identifier, once per list. */
  readonly id: string;
  /** What was sold. */
  readonly productId: string;
  /** To whom. */
  readonly endCustomerId: string;
  /** The day of the resale. */
  readonly date: CalendarDate;
  /** Units, above 0, in the unit of the agreement. Goods that come back are no resale: reverse the entry of their claim. */
  readonly quantity: DecimalString;
  /** The stock it consumed, in that order; `consumed_stock` reads it, and its units must be those of the line. Absent: not known. */
  readonly consumed?: readonly ConsumedStock[] | undefined;
  /** The document that proves it. Absent: there is none. */
  readonly proofId?: string | undefined;
}

/** A price of the book: it holds from its day to the next one of the product. */
export interface BookPrice {
  /** The product. */
  readonly productId: string;
  /** First day. */
  readonly from: CalendarDate;
  /** Per unit. */
  readonly price: DecimalString;
}

/** What a distributor claims. */
export interface ShipAndDebitFacts {
  /** Who claims. */
  readonly memberId: string;
  /** The day of the claim. */
  readonly asOf: CalendarDate;
  /** The resales. */
  readonly lines: readonly ResaleLine[];
  /** Resales of earlier claims, by identifier: nothing is debited twice. */
  readonly claimedLineIds: readonly string[];
  /** Units of earlier claims by product, each once: they use up the limits. */
  readonly claimedBefore: readonly { readonly productId: string; readonly quantity: DecimalString }[];
  /** The price book; `book_on_resale` reads it. Absent: not known. */
  readonly bookPrices?: readonly BookPrice[] | undefined;
}

/** Why a resale is not debited. Their words: `settlement.resale_reason`. */
export const resaleReasons = [
  "member_not_covered",
  "product_not_covered",
  "customer_not_covered",
  "outside_period",
  "not_resold_yet",
  "claimed_before",
  "claimed_late",
  "proof_missing",
  "cost_unknown",
  "stock_differs",
  "cost_not_above_price",
  "limit_reached",
] as const;

/** See `resaleReasons`. */
export type ResaleReason = (typeof resaleReasons)[number];

/** What is debited for one resale. */
export interface DebitedResale {
  /** The resale. */
  readonly id: string;
  /** `cut`: a limit left only a part. */
  readonly status: "accepted" | "cut" | "refused";
  /** Units that count. `"0"`: refused. */
  readonly quantity: DecimalString;
  /** What they are debited with, exact. */
  readonly amount: DecimalString;
  /** Every reason that was found; of a cut line `limit_reached`. */
  readonly reasons: readonly ResaleReason[];
}

/** What is left of a limit. */
export interface ShipAndDebitRemaining {
  /** The product. `null`: all of them together. */
  readonly productId: string | null;
  /** Units claimed, earlier ones included. */
  readonly used: DecimalString;
  /** Units left; never below 0. `null`: there is no limit. */
  readonly remaining: DecimalString | null;
}

/** What a claim amounts to. */
export interface ShipAndDebitClaim {
  /** The agreement. */
  readonly agreementId: string;
  /** What is debited, rounded once. */
  readonly amount: Money;
  /** Every resale, in the order of the facts. */
  readonly lines: readonly DebitedResale[];
  /** All products together first, then each product of the agreement. */
  readonly remaining: readonly ShipAndDebitRemaining[];
}
