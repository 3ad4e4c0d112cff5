/** What an override is computed from: a sale with its sellers, the members above them, and what was agreed. */
import type { DecimalString } from "../kernel/decimal.js";
import type { Message } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import type { IncentiveRounding } from "./programme.js";

/** A sale whose overrides are to be paid. */
export interface OverrideFacts {
  /** The host's identifier of the sale. Overrides are kept by sale and recipient. Not empty. */
  readonly saleId: string;
  /** What was sold, net of tax and discounts, in the policy's currency. Below 0: a return. */
  readonly amount: Money;
  /** Who sold it: the revenue credits, whose shares add up to 1. Each seller once. */
  readonly sellers: readonly OverrideSeller[];
  /** The sellers and everybody above them; others may stand there, too. Each once. */
  readonly members: readonly OverrideMember[];
}

/** One seller of a sale. */
export interface OverrideSeller {
  /** Who it is. */
  readonly memberId: string;
  /** Its part of the sale, a ratio above 0; all of them add up to 1. */
  readonly share: DecimalString;
  /** What the seller itself earned on its part, with the sign of the sale; `"0"`: nothing. */
  readonly commission: DecimalString;
}

/** Somebody in the channel, as overrides see it. */
export interface OverrideMember {
  /** The host's identifier. */
  readonly id: string;
  /** Whom it reports to. Absent: nobody is above it. */
  readonly uplineId?: string | undefined;
  /** Its rank; only `differential` reads it. Absent: it has none, and no rate by it. */
  readonly rank?: string | undefined;
  /** Its plan; only `lower_of_plans` reads it. Absent: it has none, and no rate by it. */
  readonly plan?: string | undefined;
  /** Whether it fulfils what an override asks for, in the window of the sale. Absent: not known, which is a problem where it is asked. */
  readonly qualified?: boolean | undefined;
}

/** How overrides are paid. */
export interface OverridePolicy {
  /** Currency of the sale and of everything that is paid. ISO 4217. */
  readonly currency: string;
  /** Who gets how much. */
  readonly method: OverrideMethod;
  /** Whether the part of who is not qualified goes to the next one above (`passes_up`) or is not paid (`lapses`). */
  readonly unqualified: "passes_up" | "lapses";
  /** The most that one sale pays. `null`: no ceiling was agreed on. */
  readonly ceiling: OverrideCeiling | null;
  /** The one rounding of what a recipient gets from a sale. */
  readonly rounding: IncentiveRounding;
}

/** Who gets how much of a sale. */
export type OverrideMethod =
  /** Each level above the seller its own ratio of the sale, the nearest first. Above the last level nothing is paid. */
  | { readonly kind: "fixed_levels"; readonly rates: readonly DecimalString[] }
  /** Everybody above the ratio of its rank, less the highest ratio already reached below it, the seller's own included. */
  | { readonly kind: "differential"; readonly rates: readonly { readonly rank: string; readonly rate: DecimalString }[] }
  /** Each level its own ratio of a commission: that of the seller, or the part of the level right below it, also where that part lapses. */
  | { readonly kind: "on_commission"; readonly of: "seller" | "level_below"; readonly rates: readonly DecimalString[] }
  /** Each level by the lower of two plans, that of the seller and its own: the rate of its level in it, on what it counts of the sale. */
  | { readonly kind: "lower_of_plans"; readonly plans: readonly OverridePlan[] };

/** A plan that members are on. The lower one is the one that stands earlier in the list. */
export interface OverridePlan {
  /** Its name, once in the list. */
  readonly plan: string;
  /** The most of a sale that it pays on, as the fee of the plan; in the policy's currency, 0 or more. `null`: all of it. */
  readonly base: DecimalString | null;
  /** What each level above the seller gets, a ratio, the nearest first. Above the last level nothing is paid. */
  readonly rates: readonly DecimalString[];
}

/** The most that one sale pays in all: the sellers' commissions and the overrides. */
export interface OverrideCeiling {
  /** A ratio of the sale, or an amount in the policy's currency. */
  readonly most: { readonly rate: DecimalString } | { readonly amount: DecimalString };
  /**
   * Whose override is cut: first the farthest from the sale, first the nearest, or all in proportion, where the cents that cutting
   * leaves go to the largest fractions.
   */
  readonly cut: "farthest_first" | "nearest_first" | "pro_rata";
}

/** Why overrides cannot be computed. */
export type OverrideProblem = Message<
  | "incentives.shares_not_whole"
  | "incentives.member_unknown"
  | "incentives.upline_loops"
  | "incentives.rank_missing"
  | "incentives.rank_without_rate"
  | "incentives.plan_missing"
  | "incentives.plan_without_rates"
  | "incentives.qualification_unknown"
>;
