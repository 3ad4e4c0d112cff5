/** Rewards and penalties as rows: on what condition, what follows, and for how long. A host adds rows of its own, and no code. */
import type { CriterionData } from "../engine/criterion-data.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";

/** Whom rewards and penalties concern. */
export const rewardSubjects = ["member", "staff", "supplier", "product", "channel"] as const;

/** See `rewardSubjects`. */
export type RewardSubject = (typeof rewardSubjects)[number];

/** What a row leads to. */
export type RewardConsequence =
  /** A means of `incentiveMeans`, or of the host; with an amount only where it is paid in money. */
  | { readonly kind: "means"; readonly means: string; readonly amount?: Money | undefined }
  /** A warning in writing. */
  | { readonly kind: "warning" }
  /** Concessions are cut by a ratio for some months. `null`: not agreed yet. */
  | { readonly kind: "concession_cut"; readonly rate: DecimalString | null; readonly months: number | null }
  /** Nothing is supplied for some days. `null`: not agreed yet. */
  | { readonly kind: "supply_hold"; readonly days: number | null }
  /** An amount is deducted from the deposit, as far as it goes. `null`: not agreed yet. */
  | { readonly kind: "deposit_deduction"; readonly amount: Money | null }
  /** Somebody decides: improve or be eliminated, downgrade, replacement, termination, delisting. */
  | { readonly kind: "review"; readonly about: string };

/** One row: a reward or a penalty. */
export interface RewardRule {
  /** Its name. */
  readonly id: string;
  /** Its name in words. */
  readonly titles: Words;
  /** Whom it concerns. */
  readonly subject: RewardSubject;
  /** The sign. */
  readonly effect: "reward" | "penalty";
  /** The condition, on the facts of the subject. What is missing leaves it open. */
  readonly when: CriterionData;
  /** What follows. */
  readonly consequence: RewardConsequence;
  /** How often, or for how long, in words. */
  readonly period: Words;
}

/** The rows that are in force. */
export interface RewardDecisionPolicy {
  /** Whom the question concerns: rows of other subjects are not asked. */
  readonly subject: RewardSubject;
  /** The rows; `rewardCatalogue` has those of the texts. Each name once; of several deductions the earlier row comes first. */
  readonly rules: readonly RewardRule[];
}
