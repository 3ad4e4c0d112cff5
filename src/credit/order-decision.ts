import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import type { CreditLimitPolicy } from "./credit-account.js";
import type { CreditLedger, CreditOrder, ExposureComponent, ExposurePolicy } from "./credit-ledger.js";
import type { EffectiveLimit } from "./find-credit-limit.js";

/** Where an order is looked at, in the order of its way. */
export const creditCheckpoints = ["quote", "order", "pick", "ship", "invoice"] as const;

/** One of `creditCheckpoints`. */
export type CreditCheckpoint = (typeof creditCheckpoints)[number];

/** What an order can be held for. Their words: `credit.metric`. */
export const holdMetrics = [
  "limit_exceeded",
  "part_exceeded",
  "days_overdue",
  "account_status",
  "terms_of_payment",
  "limit_expired",
  "overdue_amount",
  "order_amount",
  "limit_used",
  "term_rank_raised",
  "discount_rank_raised",
] as const;

/** One of `holdMetrics`. */
export type HoldMetric = (typeof holdMetrics)[number];

/**
 * What a rule measures. A block holds above its figure; an exclusion holds up to and including it. Statuses and terms are lists, for both.
 */
export type HoldTest =
  /**
   * Exposure above the limit; `by`: the excess that is let pass, and `shareOfLimit` of the limit beside it (absent: none). Every policy blocks
   * above `"0"`, whatever its rules.
   */
  | { readonly metric: "limit_exceeded"; readonly by: DecimalString; readonly shareOfLimit?: Rate | undefined }
  /** One part of the exposure with the order, weighted, above a limit of its own. */
  | { readonly metric: "part_exceeded"; readonly component: ExposureComponent; readonly amount: DecimalString }
  /** The oldest claim is more days past due. */
  | { readonly metric: "days_overdue"; readonly days: number }
  | { readonly metric: "account_status"; readonly statuses: readonly string[] }
  | { readonly metric: "terms_of_payment"; readonly terms: readonly string[] }
  | { readonly metric: "limit_expired" }
  /**
   * Past due money and its share of the limit; both must be above. No share of an unlimited credit ever is: `"0"` leaves the amount alone to
   * decide, also for those without a limit.
   */
  | { readonly metric: "overdue_amount"; readonly amount: DecimalString; readonly shareOfLimit: Rate }
  | { readonly metric: "order_amount"; readonly amount: DecimalString }
  /** Exposure with the order, as a share of the limit. */
  | { readonly metric: "limit_used"; readonly share: Rate }
  /** The order asks for a payment term of a higher rank than was granted. */
  | { readonly metric: "term_rank_raised" }
  | { readonly metric: "discount_rank_raised" };

/** For whom a rule is. Narrower beats wider: a member, a group, all. */
export type HoldScope =
  | { readonly kind: "all" }
  | { readonly kind: "group"; readonly id: string }
  | { readonly kind: "member"; readonly id: string };

/** One rule. */
export interface HoldRule {
  /** Its name in the host's data. Not empty; each rule has its own. */
  readonly id: string;
  /** `block` holds an order. `exclusion` sets blocks of the same metric and a wider scope aside; of the same scope never. */
  readonly kind: "block" | "exclusion";
  /** For whom. */
  readonly scope: HoldScope;
  /** What it measures. */
  readonly test: HoldTest;
  /** An exclusion that releases: where it holds, every block is set aside. Absent: it does not. A block may not have it. */
  readonly releases?: true | undefined;
}

/** How orders are decided on. Storable as JSON. */
export interface CreditPolicy {
  /** Its name, carried into every decision. */
  readonly version: string;
  /** What counts as exposure. */
  readonly exposure: ExposurePolicy;
  /** Limits and securities, in the currency of the exposure. */
  readonly limits: Omit<CreditLimitPolicy, "currency">;
  /** Open parts up to this are not overdue. */
  readonly tolerance: DecimalString;
  /** Where orders are looked at. Elsewhere they pass. */
  readonly checkpoints: readonly CreditCheckpoint[];
  /** Days after a release on which the order is not looked at again, if nothing changed. 0: again from the next day on. */
  readonly graceDays: number;
  /** The rules, beside the limit itself. */
  readonly rules: readonly HoldRule[];
}

/** An order to be decided on. */
export interface CheckedOrder extends CreditOrder {
  /** A credit note is never held. Absent: an order. */
  readonly kind?: "order" | "credit_note" | undefined;
  /** Whether the goods left already; what left is invoiced, whatever the credit. Absent: they did not. */
  readonly goods?: "delivered" | "not_delivered" | undefined;
  /** Name of its payment term. Absent: not known. */
  readonly termId?: string | undefined;
  /** Rank of its payment term. Absent: not known. */
  readonly termRank?: number | undefined;
  /** Rank of its discount. Absent: not known. */
  readonly discountRank?: number | undefined;
  /** The last decision that released it. Absent: it was never released, or was closed and opened again since. */
  readonly released?:
    | {
        /** The day. */
        readonly on: CalendarDate;
        /** Its amount then. */
        readonly amount: DecimalString;
        /** Rank of its payment term then. Absent: not known, and a rank now is a rise. */
        readonly termRank?: number | undefined;
        /** Rank of its discount then. Absent: not known, and a rank now is a rise. */
        readonly discountRank?: number | undefined;
      }
    | undefined;
}

/** One order, and the ledger it is held against. */
export interface OrderDecisionFacts {
  /** The day. */
  readonly asOf: CalendarDate;
  /** Where it is looked at. */
  readonly checkpoint: CreditCheckpoint;
  /** The order as it is now. The ledger may hold an earlier version of it: this one replaces it. */
  readonly order: CheckedOrder;
  /** Accounts and documents of its member, and of its group if it has one. */
  readonly ledger: CreditLedger;
}

/** Why an order is not held, although nothing was measured. */
export const holdExemptions = ["prepaid", "credit_note", "delivered_goods", "not_a_checkpoint", "within_grace"] as const;

/** One of `holdExemptions`. */
export type HoldExemption = (typeof holdExemptions)[number];

/** One reason for which an order is held. */
export interface HoldReason extends Message {
  /** `no_credit` and `cash_only` come from the limit itself, `exposure_unknown` from documents that cannot be told; the rest from rules. */
  readonly metric: HoldMetric | "no_credit" | "cash_only" | "group_limit_exceeded" | "exposure_unknown";
  /** `unknown`: it could not be told, which never releases. */
  readonly status: "met" | "unknown";
  /** The rule. `null`: it follows from the policy itself. */
  readonly rule: string | null;
}

/** What became of an order. */
export interface OrderDecision {
  /** The order. */
  readonly orderId: string;
  /** `prepayment_only`: there is no credit to hold it against, and nothing else stands in the way. */
  readonly decision: "release" | "hold" | "prepayment_only";
  /** Why nothing was measured. `null`: it was. */
  readonly exempt: HoldExemption | null;
  /** Every reason, not the first. Empty: none. */
  readonly reasons: readonly HoldReason[];
  /** Rules that were set aside, and by which. */
  readonly setAside: readonly { readonly rule: string; readonly by: string }[];
  /** Exposure of the member without the order, after weights, less what securities take off it. `null`: it cannot be told, or was not measured. */
  readonly exposureBefore: DecimalString | null;
  /** Exposure with it. `null`: as above. */
  readonly exposureAfter: DecimalString | null;
  /** The limit in force. `null`: not measured. */
  readonly limit: EffectiveLimit | null;
  /**
   * What the limit leaves beside the exposure with the order; below 0: that much too little. `null`: no limit of an amount binds the member
   * alone, it cannot be told, or it was not measured.
   */
  readonly remaining: DecimalString | null;
  /** What of the exposure is above the limit, its own or its group's, whichever is more: what an approver answers for. `"0"`: nothing. */
  readonly excess: DecimalString;
  /** First day on which it is looked at again if nothing changes. */
  readonly nextCheckOn: CalendarDate;
  /** Days of grace of the policy: a release is good for them, by whom it may be. */
  readonly graceDays: number;
}
