import { checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalLike, type DecimalString, exact, exactQuotient, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { exactNotNegative } from "../kernel/read.js";

/** What a programme brought and what it cost. */
export interface IncentiveReturnFacts {
  /** Profit that would not have been made without it, before its cost. Below 0: it lost profit. */
  readonly upliftProfit: DecimalString;
  /** What it cost: payouts, goods and handling; 0 or more. */
  readonly cost: DecimalString;
}

/** What a programme was worth. */
export interface IncentiveReturn {
  /** Uplift less cost. */
  readonly net: DecimalString;
  /** Net over cost, a ratio at 40 digits: `"0.5"` is 50 %. `null`: there was no cost. */
  readonly returnOnCost: DecimalString | null;
}

/**
 * Computes the return of an incentive: what it brought beyond its cost, over its cost.
 *
 * @remarks
 * `(uplift − cost) ÷ cost`. Where there was no cost there is no ratio, and none is made up. Budget and its consumption are `limitToBudget`'s.
 *
 * @param facts - Uplift and cost, in one currency.
 * @returns Net and ratio.
 * @throws LibraryFault `kernel.below_zero`, `kernel.*` with the place in `facts`.
 *
 * @example 150 for 100
 * ```ts
 * import { computeIncentiveReturn } from "qudao/incentives";
 *
 * computeIncentiveReturn({ upliftProfit: "150", cost: "100" }).outcome; // => { net: "50", returnOnCost: "0.5" }
 * ```
 *
 * @since 0.1.0
 */
export function computeIncentiveReturn(facts: IncentiveReturnFacts): Explained<IncentiveReturn> {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const uplift = exact(given["upliftProfit"] as DecimalLike, "facts.upliftProfit");
    const cost = exactNotNegative(given["cost"], "facts.cost");
    const net = uplift.minus(cost);
    const returnOnCost = cost.isZero() ? null : text(exactQuotient(net, cost));
    const params = { uplift: text(uplift), cost: text(cost), net: text(net) };
    return {
      outcome: { net: text(net), returnOnCost },
      explanation:
        returnOnCost === null
          ? { code: "incentives.return_undefined", params }
          : { code: "incentives.return", params: { ...params, return: returnOnCost } },
    };
  });
}
