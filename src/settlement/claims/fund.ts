/**
 * Co-op and market development funds (合作广告基金与市场发展基金): money set aside for a member's marketing, from the budget to the payment.
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Message } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";

/** How deep budgets may nest. @internal */
export const FUND_DEPTH = 5;

/** Where a proof of performance stands. Their words: `settlement.proof_status`. */
export const fundProofStatuses = ["missing", "submitted", "accepted", "rejected"] as const;

/** See `fundProofStatuses`. */
export type FundProofStatus = (typeof fundProofStatuses)[number];

/** What every entry of a fund says. */
export interface FundEntryBase {
  /** The host's identifier, once per ledger. */
  readonly id: string;
  /** The day. */
  readonly date: CalendarDate;
}

/** Money that is planned. */
export interface FundBudget extends FundEntryBase {
  /** The kind. */
  readonly kind: "budget";
  /** The budget it is taken from. `null`: it is the whole. Budgets nest up to five deep. */
  readonly parentId: string | null;
  /** What it holds, above 0. */
  readonly amount: Money;
}

/** Money of a budget that a member may use. */
export interface FundAllocation extends FundEntryBase {
  /** The kind. */
  readonly kind: "allocation";
  /** The budget. */
  readonly parentId: string;
  /** Whose it is. */
  readonly memberId: string;
  /** How much, above 0. */
  readonly amount: Money;
  /** First day on which nothing more can be asked of it. `null`: it does not expire. */
  readonly expiresOn: CalendarDate | null;
}

/** An activity that a member wants paid. */
export interface FundRequest extends FundEntryBase {
  /** The kind. */
  readonly kind: "request";
  /** The allocation. */
  readonly parentId: string;
  /** What is planned. */
  readonly activity: string;
  /** How much, above 0. */
  readonly amount: Money;
  /** Last day for its claims. `null`: no day was agreed. */
  readonly claimDueOn: CalendarDate | null;
}

/** What a member spent and wants back. */
export interface FundClaim extends FundEntryBase {
  /** The kind. */
  readonly kind: "claim";
  /** The request. */
  readonly parentId: string;
  /** How much, above 0. */
  readonly amount: Money;
  /** The claim whose life it follows, as `buildFundEntries` writes it. Absent: it follows none. */
  readonly claimId?: string | undefined;
}

/** What became known of one proof of performance. */
export interface FundProof extends FundEntryBase {
  /** The kind. */
  readonly kind: "proof";
  /** The claim. */
  readonly parentId: string;
  /** What it proves, such as `invoice` or `photo`: a kind that the policy names. */
  readonly proof: string;
  /** Where it stands from this day on; the last one counts. */
  readonly status: FundProofStatus;
}

/** What was paid back. */
export interface FundReimbursement extends FundEntryBase {
  /** The kind. */
  readonly kind: "reimbursement";
  /** The claim. */
  readonly parentId: string;
  /** How much, above 0. */
  readonly amount: Money;
}

/** What an entry no longer takes: a claim that was cut, a payment that came back, a request that was given up. Its money is free again. */
export interface FundRelease extends FundEntryBase {
  /** The kind. */
  readonly kind: "release";
  /** The allocation, request, claim or reimbursement. */
  readonly parentId: string;
  /** How much, above 0; at most what nothing below the entry has taken. */
  readonly amount: Money;
}

/** The check of a budget against its total was switched off: once, and never on again. */
export interface FundCheckOff extends FundEntryBase {
  /** The kind. */
  readonly kind: "check_off";
  /** The budget; everything below it is no longer held to totals. */
  readonly parentId: string;
  /** Who did it. */
  readonly by: string;
  /** Why. */
  readonly ground: string;
}

/** One entry of a fund's ledger. Entries are only ever added. */
export type FundEntry = FundBudget | FundAllocation | FundRequest | FundClaim | FundProof | FundReimbursement | FundRelease | FundCheckOff;

/** What was agreed on funds. */
export interface FundPolicy {
  /** Kinds of proof that must be accepted before a claim is paid. Empty: none. */
  readonly requiredProofs: readonly string[];
  /** What was not used in time: it `returns` to where it was taken from, or it `lapses` and stays used up. */
  readonly unused: "returns" | "lapses";
  /** So many days before it expires, unused money is reported; 0 or more. */
  readonly warnDays: number;
}

/** An entry that fits. */
export interface FundFit {
  /** The entry. */
  readonly entryId: string;
  /**
   * What is left where it was taken from, after it; below 0 only where the check is off. Of a release: what is left of the entry that it
   * releases. `null`: it takes no money.
   */
  readonly left: Money | null;
  /** By how much it passes the total although the check is off. `"0"`: it does not. */
  readonly exceededBy: DecimalString;
}

/** Why an entry does not fit. */
export type FundProblem = Message<
  | "settlement.fund_currency"
  | "settlement.fund_exceeds"
  | "settlement.fund_too_deep"
  | "settlement.fund_expired"
  | "settlement.fund_claim_late"
  | "settlement.fund_proof_open"
  | "settlement.fund_check_off_before"
>;
