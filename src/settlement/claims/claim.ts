/**
 * A claim (索赔): what a member asks for under an agreement, or what the manufacturer asks of the member for a violation. What a member takes
 * by paying short is no claim but a deduction, with a ledger of its own.
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Money } from "../../kernel/money.js";

/** What is claimed. Their words: `settlement.claim_kind`. */
export const claimKinds = [
  "ship_and_debit",
  "price_protection",
  "stock_rotation",
  "co_op",
  "market_development_fund",
  "profit_share",
  "diversion_damages",
  "violation",
] as const;

/** See `claimKinds`. */
export type ClaimKind = (typeof claimKinds)[number];

/** One line of a claim. */
export interface ClaimLine {
  /** The host's identifier of what is claimed for (a resale, a receipt, an activity), once per claim. */
  readonly id: string;
  /** The product. Absent: it is for none. */
  readonly productId?: string | undefined;
  /** Units, 0 or more. Absent: it is not counted in units. */
  readonly quantity?: DecimalString | undefined;
  /** What is asked for it, 0 or more; another room may have computed it. */
  readonly amount: DecimalString;
}

/** A document that belongs to a claim. */
export interface ClaimEvidence {
  /** The host's identifier. */
  readonly id: string;
  /** What it proves: the policy names the kinds it needs. */
  readonly kind: string;
  /** First day it is valid. Absent: since always. */
  readonly validFrom?: CalendarDate | undefined;
  /** First day it is no longer valid. Absent: it does not lapse. */
  readonly validTo?: CalendarDate | undefined;
}

/** A claim as it is handed in. */
export interface ChannelClaim {
  /** The host's identifier. */
  readonly id: string;
  /** What is claimed. */
  readonly kind: ClaimKind;
  /** The member it is of, or against: see its kind. */
  readonly memberId: string;
  /** The agreement it rests on. */
  readonly agreementId: string;
  /** The member's own reference. Absent: none. */
  readonly reference?: string | undefined;
  /** The day of what is claimed for: the resale, the price change, the activity. */
  readonly eventDate: CalendarDate;
  /** The day it was handed in. */
  readonly submittedOn: CalendarDate;
  /** What is asked in all; the lines add up to it. */
  readonly amount: Money;
  /** The lines. Empty: the amount alone is claimed. */
  readonly lines: readonly ClaimLine[];
  /** The documents. */
  readonly evidence: readonly ClaimEvidence[];
}

/** What a declared key may be made of. */
export const claimKeyFields = ["kind", "memberId", "agreementId", "reference", "eventDate", "amount", "lineId"] as const;

/** See `claimKeyFields`. */
export type ClaimKeyField = (typeof claimKeyFields)[number];
