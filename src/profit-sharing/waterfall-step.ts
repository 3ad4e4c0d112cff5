import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import type { PartyShare } from "./split-by-ratio.js";

/** Fixed sums that come first, such as capital paid back; in proportion where there is too little. */
export interface ClaimsStep {
  /** The kind. */
  readonly kind: "claims";
  /** What the step is called. */
  readonly title: Words;
  /** Who is owed what, each party once. Claims finer than can be paid are rounded half up. */
  readonly claims: readonly { readonly partyId: string; readonly amount: DecimalString }[];
}

/** A preferred return on capital (优先回报); in proportion where there is too little. */
export interface PreferredReturnStep {
  /** The kind. */
  readonly kind: "preferred_return";
  /** What the step is called. */
  readonly title: Words;
  /** Whose capital earns which rate for the period. Each claim, `capital × rate`, is rounded half up, once. */
  readonly claims: readonly { readonly partyId: string; readonly capital: DecimalString; readonly rate: Rate }[];
}

/** Everything goes to one party until it has its share of the profit paid so far; claims paid back are no profit. */
export interface CatchUpStep {
  /** The kind. */
  readonly kind: "catch_up";
  /** What the step is called. */
  readonly title: Words;
  /** The party that catches up. */
  readonly partyId: string;
  /** The share it catches up to, from 0, below 1. */
  readonly share: Rate;
}

/** What is left, or a slice of it, by ratio. */
export interface ShareStep {
  /** The kind. */
  readonly kind: "share";
  /** What the step is called. */
  readonly title: Words;
  /** Who gets which parts of the slice. */
  readonly parties: readonly PartyShare[];
  /** The most that this step hands out. Absent: everything left, which the last step must say and no other may. Cut to what can be paid. */
  readonly upTo?: DecimalString | undefined;
}

/** One step of a waterfall. */
export type WaterfallStep = ClaimsStep | PreferredReturnStep | CatchUpStep | ShareStep;
