import { checkCount, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Rate } from "../kernel/rate.js";
import { exactNotNegative, exactShare } from "../kernel/read.js";

/** A market that is supplied less because payment is in trouble. */
export interface LostMarketFacts {
  /** Sales of a cycle before. */
  readonly salesPerCycle: DecimalString;
  /** Part of them that is left, from 0 to 1. */
  readonly retainedShare: Rate;
  /** Cycles that it lasts. */
  readonly cycles: number;
  /** Margin of the dealer on these sales. */
  readonly dealerMargin: Rate;
  /** Margin of the manufacturer on them. */
  readonly makerMargin: Rate;
}

/** What both lose. */
export interface LostMarket {
  /** Sales that are lost. */
  readonly lostSales: DecimalString;
  /** Margin that the dealer loses. */
  readonly dealerLoss: DecimalString;
  /** Margin that the manufacturer loses. */
  readonly makerLoss: DecimalString;
  /** Both. */
  readonly jointLoss: DecimalString;
}

/**
 * Computes the market that is lost while a dealer does not pay and a manufacturer does not supply, and what that costs both.
 *
 * @remarks
 * `lost sales = sales × (1 − retained) × cycles`; each loses its margin on them. Nothing is discounted.
 *
 * @param facts - The market.
 * @returns Lost sales, and the loss of each; the working adds up to the joint loss.
 * @throws LibraryFault `kernel.*`, `credit.*` with the place.
 *
 * @source S19-134.
 *
 * @example 40 % of the market lost for three months
 * ```ts
 * import { computeLostMarket } from "qudao/credit";
 *
 * computeLostMarket({ salesPerCycle: "100000", retainedShare: "0.6", cycles: 3, dealerMargin: "0.15", makerMargin: "0.25" }).outcome;
 * // => { lostSales: "120000", dealerLoss: "18000", makerLoss: "30000", jointLoss: "48000" }
 * ```
 *
 * @since 0.1.0
 */
export function computeLostMarket(facts: LostMarketFacts): Explained<LostMarket> {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const gone = new Exact(1).minus(exactShare(given["retainedShare"], "facts.retainedShare"));
    const cycles = checkCount(given["cycles"], "facts.cycles", 0, 100_000);
    const lost = exactNotNegative(given["salesPerCycle"], "facts.salesPerCycle").times(gone).times(cycles);
    const dealer = lost.times(exactShare(given["dealerMargin"], "facts.dealerMargin"));
    const maker = lost.times(exactShare(given["makerMargin"], "facts.makerMargin"));
    const outcome = { lostSales: text(lost), dealerLoss: text(dealer), makerLoss: text(maker), jointLoss: text(dealer.plus(maker)) };
    return {
      outcome,
      explanation: {
        code: "credit.lost_market",
        params: { lostSales: outcome.lostSales, cycles, amount: outcome.jointLoss },
        adds: "amount",
        from: [
          { code: "credit.lost_by_dealer", params: { amount: outcome.dealerLoss } },
          { code: "credit.lost_by_maker", params: { amount: outcome.makerLoss } },
        ],
      },
    };
  });
}
