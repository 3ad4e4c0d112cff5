import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Period } from "../kernel/period.js";
import type { Rate } from "../kernel/rate.js";

/**
 * A credit limit (信用额度): three values and a figure, never a number that means something else. `unlimited`: no limit binds.
 * `zero`: cash only, by decision. `not_set`: nobody decided; a wider limit stands in, and without one there is no credit.
 */
export type CreditLimit =
  | { readonly kind: "unlimited" }
  | { readonly kind: "zero" }
  | { readonly kind: "not_set" }
  /** Money in the currency of the policy, tax included, above 0. */
  | { readonly kind: "amount"; readonly amount: DecimalString };

/** Another limit for a time. Inside its days it replaces the base. */
export interface TemporaryLimit {
  /** Its days. */
  readonly period: Period;
  /** The limit. */
  readonly limit: CreditLimit;
}

/** What a member gave as security. */
export const securityKinds = ["guarantee", "insurance", "deposit", "collateral"] as const;

/** One of `securityKinds`. */
export type SecurityKind = (typeof securityKinds)[number];

/** A guarantee, an insurance, a deposit or a collateral, with the days on which it holds. */
export interface CreditSecurity {
  /** The host's identifier. Not empty. */
  readonly id: string;
  /** What it is. */
  readonly kind: SecurityKind;
  /** What it covers at most, in the currency of the policy, not negative: of a deposit its balance, of a collateral its free value. */
  readonly value: DecimalString;
  /** First day it holds. Absent: it holds already. */
  readonly from?: CalendarDate | undefined;
  /** First day it no longer holds. Absent: until further notice. */
  readonly to?: CalendarDate | undefined;
}

/** How securities of a kind count. */
export interface SecurityRule {
  /** The kind. */
  readonly kind: SecurityKind;
  /** The part of the value that counts. */
  readonly rate: Rate;
  /** Whether it raises the limit or lowers the exposure. Neither makes credit of `zero` or `not_set`. */
  readonly effect: "raises_limit" | "lowers_exposure";
}

/** The credit of one member. */
export interface CreditAccount {
  /** The member. */
  readonly memberId: string;
  /** The group it belongs to. Absent: none. */
  readonly groupId?: string | undefined;
  /** Its own limit. */
  readonly limit: CreditLimit;
  /** First day on which its own limit no longer holds; the days of grace come after it. Absent: the policy says what that means. */
  readonly expiresOn?: CalendarDate | undefined;
  /** Limits for a time. Where several hold, the one that began last. Absent: none. */
  readonly temporary?: readonly TemporaryLimit[] | undefined;
  /** Its securities. Absent: none. */
  readonly securities?: readonly CreditSecurity[] | undefined;
  /** The host's own status, such as `"watch"`. Absent: not known. */
  readonly status?: string | undefined;
  /** Rank of the payment term it was granted. Absent: not known. */
  readonly termRank?: number | undefined;
  /** Rank of the discount it was granted. Absent: not known. */
  readonly discountRank?: number | undefined;
}

/** Members that are judged together. */
export interface CreditGroup {
  /** The host's identifier. Not empty. */
  readonly id: string;
  /** The limit of all of them together. Securities of its members neither raise it nor lower what is held against it. */
  readonly limit: CreditLimit;
  /**
   * `group_only`: only the sum of the members is held against it. `group_then_member`: first that, then each member against its own. Where the
   * limit of the group is `not_set`, there is no sum to check and each member is held against its own, or that of the company.
   */
  readonly check: "group_only" | "group_then_member";
}

/** Limits where the member has none, and when they end. */
export interface CreditLimitPolicy {
  /** ISO 4217 code of every limit and security. */
  readonly currency: string;
  /** The limit for members that have none, nor has their group. */
  readonly companyLimit: CreditLimit;
  /** Days, from the end of a limit on, on which it still holds. 0: none. */
  readonly expiryGraceDays: number;
  /** What an absent end of a limit means. */
  readonly blankExpiry: "never_expires" | "expired";
  /** How securities count. A kind without a row counts nothing. */
  readonly securities: readonly SecurityRule[];
}
