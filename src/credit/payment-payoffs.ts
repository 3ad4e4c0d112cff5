import type { DecimalString } from "../kernel/decimal.js";
import type { Rate } from "../kernel/rate.js";

/** What a dealer can do with what it owes. */
export const dealerMoves = ["pay", "delay"] as const;

/** One of `dealerMoves`. */
export type DealerMove = (typeof dealerMoves)[number];

/** What a manufacturer can do meanwhile. */
export const makerMoves = ["cooperate", "withhold"] as const;

/** `cooperate`: supply on credit, with concessions. `withhold`: neither. */
export type MakerMove = (typeof makerMoves)[number];

/** What each gains. */
export interface GamePayoff {
  /** The dealer. */
  readonly dealer: DecimalString;
  /** The manufacturer. */
  readonly maker: DecimalString;
}

/** The four outcomes of one cycle: by the move of the dealer, then of the manufacturer. */
export interface PaymentPayoffs {
  /** The dealer pays. */
  readonly pay: { readonly [M in MakerMove]: GamePayoff };
  /** The dealer delays. */
  readonly delay: { readonly [M in MakerMove]: GamePayoff };
}

/** A pair of moves. */
export interface GameCell {
  /** Of the dealer. */
  readonly dealer: DealerMove;
  /** Of the manufacturer. */
  readonly maker: MakerMove;
}

/**
 * How much the next cycle is worth today: a factor from 0 to 1, or the chance that there is a next cycle over one plus the rate of a
 * cycle.
 */
export type CycleDiscount = { readonly factor: Rate } | { readonly survival: Rate; readonly ratePerCycle: Rate };
