import { checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Rate } from "../kernel/rate.js";
import { exactNotNegative, exactShare } from "../kernel/read.js";
import type { PaymentPayoffs } from "./payment-payoffs.js";

/** One cycle of business with a dealer, in one currency. */
export interface PaymentPayoffFacts {
  /** Sales to the dealer in a cycle when it is supplied on credit (V). */
  readonly creditSales: DecimalString;
  /** Part of these sales that is left when it must pay cash (s), from 0 to 1. */
  readonly cashShare: Rate;
  /** Margin of the dealer on them (g). */
  readonly dealerMargin: Rate;
  /** Margin of the manufacturer on them (m). */
  readonly makerMargin: Rate;
  /** What financing the credit of a cycle costs the manufacturer, of the sales (f). */
  readonly financingRate: Rate;
  /** Concessions to a dealer that is supplied on credit, in money (c). */
  readonly concession: DecimalString;
  /** What the dealer owes from before, and can pay or keep (D). */
  readonly openBalance: DecimalString;
  /** Part of an unpaid debt that is recovered in the end (ρ), from 0 to 1. */
  readonly recoveryShare: Rate;
}

/** The game that follows from it. */
export interface PaymentPayoffOutcome {
  /** For `evaluatePaymentGame`. */
  readonly payoffs: PaymentPayoffs;
  /** For `evaluateRepeatedPayment`: paying and supplied. */
  readonly reward: DecimalString;
  /** Delaying while still supplied. */
  readonly temptation: DecimalString;
  /** Paying and cash only. */
  readonly punishment: DecimalString;
}

/**
 * Computes the payoffs of the payment game from margins, financing cost, concessions and lost sales.
 *
 * @remarks
 * The dealer gains `gV + c` when supplied on credit and `gsV` when not; keeping what it owes adds `(1 − ρ)D`, which the manufacturer loses.
 * The manufacturer gains `(m − f)V − c` when it supplies and `msV` when it withholds; supplying a dealer that delays also risks `(1 − ρ)V`.
 *
 * @param facts - The business of a cycle.
 * @returns The four outcomes, and reward, temptation and punishment of the dealer.
 * @throws LibraryFault `kernel.*`, `credit.*` with the place.
 *
 * @source G-20; S19-133, S19-134.
 *
 * @example A dealer with 100 open
 * ```ts
 * import { computePaymentPayoffs } from "qudao/credit";
 *
 * const { outcome } = computePaymentPayoffs({
 *   creditSales: "100", cashShare: "0.5", dealerMargin: "0.2", makerMargin: "0.3", financingRate: "0.01", concession: "2", openBalance: "100", recoveryShare: "0.7",
 * });
 * outcome.payoffs.delay.cooperate; // => { dealer: "52", maker: "-33" }
 * [outcome.temptation, outcome.reward, outcome.punishment]; // => ["52", "22", "10"]
 * ```
 *
 * @since 0.1.0
 */
export function computePaymentPayoffs(facts: PaymentPayoffFacts): Explained<PaymentPayoffOutcome> {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const amount = (field: keyof PaymentPayoffFacts) => exactNotNegative(given[field], `facts.${field}`);
    const share = (field: keyof PaymentPayoffFacts) => exactShare(given[field], `facts.${field}`);
    const sales = amount("creditSales");
    const left = sales.times(share("cashShare"));
    const [dealerMargin, makerMargin] = [share("dealerMargin"), share("makerMargin")];
    const concession = amount("concession");
    const lost = new Exact(1).minus(share("recoveryShare"));
    const kept = amount("openBalance").times(lost);
    const atRisk = sales.times(lost);

    const reward = dealerMargin.times(sales).plus(concession);
    const punishment = dealerMargin.times(left);
    const supplied = makerMargin.minus(share("financingRate")).times(sales).minus(concession);
    const withheld = makerMargin.times(left);
    const cell = (dealer: Exact, maker: Exact) => ({ dealer: text(dealer), maker: text(maker) });
    const payoffs: PaymentPayoffs = {
      pay: { cooperate: cell(reward, supplied), withhold: cell(punishment, withheld) },
      delay: {
        cooperate: cell(reward.plus(kept), supplied.minus(kept).minus(atRisk)),
        withhold: cell(punishment.plus(kept), withheld.minus(kept)),
      },
    };
    const outcome = { payoffs, reward: text(reward), temptation: text(reward.plus(kept)), punishment: text(punishment) };
    const params = {
      reward: outcome.reward,
      temptation: outcome.temptation,
      punishment: outcome.punishment,
      supplied: text(supplied),
      withheld: text(withheld),
      kept: text(kept),
      atRisk: text(atRisk),
    };
    return { outcome, explanation: { code: "credit.payoffs", params } };
  });
}
