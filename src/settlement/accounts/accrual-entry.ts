/**
 * One line of the ledger of accruals: what is provided for earnings that have not been settled yet. Entries are only ever added.
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Words } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";
import type { EarningReference } from "./settlement-entry.js";

/**
 * What an accrual entry is. Their words: `settlement.accrual_part`.
 *
 * `base`, `tier_adjustment`, `prior_adjustment` and `reversal` measure what is expected; `release` follows what was settled, `write_off`
 * what was not claimed in time; `manual` is written by the host and has a life of its own.
 */
export const accrualParts = ["base", "tier_adjustment", "prior_adjustment", "reversal", "manual", "release", "write_off"] as const;

/** See `accrualParts`. */
export type AccrualPart = (typeof accrualParts)[number];

/** One line of the ledger of accruals. */
export interface AccrualEntry {
  /** The host's identifier, once per ledger. Not empty. */
  readonly id: string;
  /** The member. */
  readonly memberId: string;
  /** What is expected to be earned. */
  readonly earning: EarningReference;
  /** The day it belongs to. */
  readonly date: CalendarDate;
  /** What it is. */
  readonly part: AccrualPart;
  /** Positive: the provision grows. Below 0: it shrinks. */
  readonly amount: Money;
  /** Net sales that this entry is the first to count. Absent: none. */
  readonly measure?: DecimalString | undefined;
  /** The manual entry that this one ends. Absent: none. */
  readonly refersTo?: string | undefined;
  /** `manual`: the day from which it is no longer provided. Absent: until its window is settled for good, which ends it in any case. */
  readonly until?: CalendarDate | undefined;
  /** Why it was written, for readers. Absent: the words of its part. */
  readonly titles?: Words | undefined;
}
