import { checkChoice, checkCount, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, quotient, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { powerOfDecimal } from "../kernel/power.js";
import type { Rate } from "../kernel/rate.js";
import { exactNotNegative } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { MOST_DAYS, problem } from "./reading.js";

/** A cash discount as it stands in a term: `2/10 net 30` is rate 0.02, 10 and 30 days. */
export interface DiscountCostFacts {
  /** The discount, from 0 to below 1. */
  readonly rate: Rate;
  /** Days within which it is granted. */
  readonly discountDays: number;
  /** Days after which the whole is due. */
  readonly netDays: number;
}

/** How a year is counted. */
export interface DiscountCostPolicy {
  /** Days of a year. */
  readonly yearDays: 360 | 365;
}

/** What it costs the buyer to let the discount go. */
export interface DiscountCost {
  /** Days that the payment gains. */
  readonly days: number;
  /** For these days: `d ÷ (1 − d)`. */
  readonly perPeriod: DecimalString;
  /** For a year without compounding. */
  readonly simpleAnnual: DecimalString;
  /** For a year with compounding. */
  readonly effectiveAnnual: DecimalString;
}

/**
 * Computes what it costs a buyer to pay late instead of taking a cash discount, as a yearly rate.
 *
 * @remarks
 * Per period `d ÷ (1 − d)`; simple `× Y ÷ (N − n)`; effective `(1 + d ÷ (1 − d))^(Y ÷ (N − n)) − 1`. The year must be named. Quotients
 * and the power are cut at 40 significant digits.
 *
 * @param facts - The discount.
 * @param policy - The days of a year.
 * @returns Three rates; `"0.37"` is 37 % a year.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @errors
 * - `credit.no_days_gained` - the whole is due no later than the discount ends.
 * - `credit.discount_too_large` - the discount is 1 or above.
 *
 * @source Practice of payment terms.
 *
 * @example 2/10 net 30
 * ```ts
 * import { computeDiscountCost } from "qudao/credit";
 * import { roundDecimal } from "qudao/kernel";
 *
 * const answer = computeDiscountCost({ rate: "0.02", discountDays: 10, netDays: 30 }, { yearDays: 365 });
 * answer.ok && roundDecimal(answer.value.outcome.simpleAnnual, 4, "half_up"); // => "0.3724"
 * answer.ok && roundDecimal(answer.value.outcome.effectiveAnnual, 4, "half_up"); // => "0.4459"
 * ```
 *
 * @since 0.1.0
 */
export function computeDiscountCost(
  facts: DiscountCostFacts,
  policy: DiscountCostPolicy,
): Result<Explained<DiscountCost>, Message<"credit.no_days_gained" | "credit.discount_too_large">> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const rate = exactNotNegative(given["rate"], "facts.rate");
    const discountDays = checkCount(given["discountDays"], "facts.discountDays", 0, MOST_DAYS);
    const netDays = checkCount(given["netDays"], "facts.netDays", 0, MOST_DAYS);
    const yearDays = checkChoice(checkRecord(policy, "policy")["yearDays"], "policy.yearDays", [360, 365]);
    if (netDays <= discountDays) return problem("credit.no_days_gained", { discountDays, netDays });
    if (!rate.lessThan(1)) return problem("credit.discount_too_large", { rate: text(rate) });
    const days = netDays - discountDays;
    const kept = new Exact(1).minus(rate);
    const perPeriod = text(quotient(rate, kept));
    const simpleAnnual = text(quotient(rate.times(yearDays), kept.times(days)));
    const periods = text(quotient(new Exact(yearDays), new Exact(days)));
    const effectiveAnnual = text(new Exact(powerOfDecimal(text(new Exact(perPeriod).plus(1)), periods)).minus(1));
    const outcome = { days, perPeriod, simpleAnnual, effectiveAnnual };
    return ok({
      outcome,
      explanation: { code: "credit.discount_cost", params: { ...outcome, rate: text(rate), discountDays, netDays, yearDays } },
    });
  });
}
