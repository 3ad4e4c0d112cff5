/**
 * What overrides, contests, SPIFFs, draws and referral fees come to, on its way into the accounts of members.
 */
import type { DrawOutcome } from "../../incentives/apply-draw.js";
import type { OverrideOutcome } from "../../incentives/compute-overrides.js";
import type { ReferralFeeOutcome } from "../../incentives/compute-referral-fee.js";
import type { SpiffShare } from "../../incentives/compute-spiff.js";
import type { ContestPlace } from "../../incentives/rank-contest.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Message, Words } from "../../kernel/message.js";
import type { PayableTerm } from "./payable-term.js";
import type { EarningReference, SettlementEntry } from "./settlement-entry.js";

/** Which verb a result is of, in the order of the documentation. Their words: `settlement.incentive_result`. */
export const incentiveResultKinds = ["override", "contest", "spiff", "draw", "referral_fee"] as const;

/** See `incentiveResultKinds`. */
export type IncentiveResultKind = (typeof incentiveResultKinds)[number];

/** What one verb answered, as it answered it. */
export type IncentiveResult =
  /** The outcome of `computeOverrides`; the source is the sale. */
  | (IncentiveResultBase & { readonly kind: "override"; readonly outcome: Pick<OverrideOutcome, "overrides"> })
  /** The outcome of `rankContest`; the source is the contest. */
  | (IncentiveResultBase & { readonly kind: "contest"; readonly outcome: readonly ContestPlace[] })
  /** The outcome of `computeSpiff`; the source is the SPIFF. */
  | (IncentiveResultBase & { readonly kind: "spiff"; readonly outcome: readonly SpiffShare[] })
  /** The outcome of `applyDraw`; the source is the draw with its period. */
  | (IncentiveResultBase & {
      readonly kind: "draw";
      /** The member. */
      readonly memberId: string;
      /**
       * What the account holds of the period's earnings already, without what was posted of the draw itself, in its currency; only the rest of what the draw
       * pays is posted, below 0 where it repays. `"0"`: nothing.
       */
      readonly booked: DecimalString;
      readonly outcome: Pick<DrawOutcome, "paid">;
    })
  /** The outcome of `computeReferralFee`; the source is the customer. */
  | (IncentiveResultBase & {
      readonly kind: "referral_fee";
      /** Who referred it. */
      readonly memberId: string;
      readonly outcome: Pick<ReferralFeeOutcome, "fee">;
    });

/** What every result says. */
export interface IncentiveResultBase {
  /** What was computed, by the host's identifier; once for each kind, of draws and referral fees for each member. Not empty. */
  readonly sourceId: string;
  /** The day that what is posted belongs to: of the first entries, or of their correction. */
  readonly date: CalendarDate;
  /** What charts and tax rules are to read as its programme. `settleEarnings` lists an `earning` with it as one without a statement. Absent: nothing. */
  readonly earning?: EarningReference | undefined;
  /** The host's documents behind it. Absent: the sale of an override, the lines of a SPIFF, otherwise none. */
  readonly sourceIds?: readonly string[] | undefined;
}

/** Results, and the accounts as they stand. */
export interface IncentiveEntryFacts {
  /** The results, each once. */
  readonly results: readonly IncentiveResult[];
  /** The accounts of the members so far: what they hold of a result is not posted again. */
  readonly entries: readonly SettlementEntry[];
  /** The last day that is closed: nothing can be posted on it or before. Absent: none is. */
  readonly closedThrough?: CalendarDate | undefined;
}

/** How results become entries. */
export interface IncentiveEntryPolicy {
  /** One row for each kind that occurs, each once. */
  readonly rules: readonly IncentiveEntryRule[];
}

/** How results of one kind become entries. */
export interface IncentiveEntryRule {
  /** The kind. */
  readonly of: IncentiveResultKind;
  /** What the entries are; papers and posting purposes go by it. Corrections are `correction`. */
  readonly entryKind: "earning" | "fee";
  /** By when an amount above 0 is paid, counted from its day. */
  readonly term: PayableTerm;
  /** What the member reads. Absent: the words of the entry. */
  readonly titles?: Words | undefined;
}

/** What is added to the accounts, and what cannot be. */
export interface IncentiveEntries {
  /** The entries to add, results in their order, members by name. */
  readonly entries: readonly SettlementEntry[];
  /** Prizes that are no money, to be handed over: listed at every call, never posted. */
  readonly prizes: readonly ListedPrize[];
}

/** A prize that is no money. */
export interface ListedPrize {
  /** Who won it. */
  readonly memberId: string;
  /** The contest. */
  readonly sourceId: string;
  /** The place. */
  readonly place: number;
  /** The means, as in `incentiveMeans`, or of the host. */
  readonly means: string;
}

/** Why results cannot become entries. */
export type IncentiveEntryProblem = Message<"settlement.result_without_rule" | "settlement.result_differs" | "settlement.period_closed">;
