import { payableFraction, ratioOf, roundFraction } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import {
  listOf,
  optional,
  readCurrency,
  readDecimal,
  readNotNegative,
  readRounding,
  readText,
  recordOf,
  uniqueBy,
} from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { type ProfitVariance, premiumOf, type RiskPremium, readPremium, readVariance } from "./risk-premium.js";
import { roundedOff } from "./sharing-fault.js";

/** What a dealer gives up for exclusivity (排他), in one period. */
export interface ExclusivityCostFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** The lines of others that the dealer has to drop. Empty: none. */
  readonly droppedLines: readonly DroppedLine[];
  /** Units that the dealer goes on selling, 0 or more. */
  readonly remainingVolume: DecimalString;
  /** Selling cost that all lines share today and that stays when some are dropped, 0 or more. */
  readonly sharedSellingCost: DecimalString;
  /** How widely its profit scatters. Absent: not known, which a premium by variance reports. */
  readonly variance?: ProfitVariance | undefined;
}

/** A line that has to be dropped. */
export interface DroppedLine {
  /** The line. Each stands once. */
  readonly productLineId: string;
  /** Units sold in the period, 0 or more. */
  readonly volume: DecimalString;
  /** Profit of a unit after its part of the shared selling cost. Below 0: dropping it is a gain, and counts as one. */
  readonly unitProfit: DecimalString;
}

/** How the cost is counted. */
export interface ExclusivityCostPolicy {
  /** How the added risk is priced. */
  readonly risk: RiskPremium;
  /** How each of the three components is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** What exclusivity costs the dealer. The three components add up to the total. */
export interface ExclusivityCost {
  /** Profit lost on the lines dropped, money. Below 0: they lost money, and dropping them is a gain. */
  readonly lostProfit: DecimalString;
  /** Shared selling cost that the remaining units now bear alone, 0 or more. */
  readonly addedSellingCost: DecimalString;
  /** What the added risk costs, 0 or more. */
  readonly addedRiskCost: DecimalString;
  /** All three. Below 0: exclusivity is a gain. */
  readonly total: DecimalString;
}

/** Why the cost cannot be told. */
export type ExclusivityCostProblem = Message<"profit-sharing.no_remaining_volume" | "profit-sharing.variance_missing">;

/**
 * Computes what exclusivity costs a dealer: lost profit, a higher selling cost per unit, and more risk.
 *
 * @remarks
 * Lost profit is `Σ volume × unitProfit` of the lines dropped. The selling cost that all lines shared is then borne by the rest:
 * `remaining × (cost ÷ remaining − cost ÷ (remaining + dropped))`. Unit profits are after their part of that cost, so nothing counts
 * twice. The risk is a rate of the lost profit, or follows from the variance of profit. Each component is rounded once, and reported.
 *
 * @param facts - The lines dropped, what remains, and the shared cost.
 * @param policy - The price of risk, and rounding.
 * @returns The three components, and their sum.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `kernel.named_twice`.
 *
 * @errors
 * - `profit-sharing.no_remaining_volume` - nothing is left to sell, so that there is no cost per unit.
 * - `profit-sharing.variance_missing` - the premium needs a variance that is not known.
 *
 * @source S19-112, S19-113.
 *
 * @example A shared cost of 100 over 50 units instead of 100
 * ```ts
 * import { computeExclusivityCost } from "qudao/profit-sharing";
 *
 * const facts = {
 *   currency: "CNY", droppedLines: [{ productLineId: "rival", volume: "50", unitProfit: "10" }],
 *   remainingVolume: "50", sharedSellingCost: "100",
 * };
 * const answer = computeExclusivityCost(facts, { risk: { kind: "rate", rate: "0.1" }, rounding: { decimals: 2, mode: "half_up" } });
 * answer.ok && answer.value.outcome;
 * // => { lostProfit: "500.00", addedSellingCost: "50.00", addedRiskCost: "50.00", total: "600.00" }
 * ```
 *
 * @since 0.1.0
 */
export function computeExclusivityCost(
  facts: ExclusivityCostFacts,
  policy: ExclusivityCostPolicy,
): Result<Explained<ExclusivityCost>, ExclusivityCostProblem> {
  return readSafely({ facts, policy }, () => {
    const { currency, droppedLines, remainingVolume, sharedSellingCost, variance } = recordOf<ExclusivityCostFacts>({
      currency: readCurrency,
      droppedLines: uniqueBy(
        "productLineId",
        listOf(recordOf<DroppedLine>({ productLineId: readText, volume: readNotNegative, unitProfit: readDecimal })),
      ),
      remainingVolume: readNotNegative,
      sharedSellingCost: readNotNegative,
      variance: optional(readVariance),
    })(facts, "facts");
    const { risk, rounding } = recordOf<ExclusivityCostPolicy>({ risk: readPremium, rounding: readRounding })(policy, "policy");
    const remaining = exact(remainingVolume);
    if (remaining.isZero()) return err({ code: "profit-sharing.no_remaining_volume", params: {} });
    const losses = droppedLines.map(({ volume, unitProfit }) => exact(volume).times(unitProfit));
    const lost = sumOf(losses);
    const premium = premiumOf(risk, lost, variance);
    if (premium === undefined) return err({ code: "profit-sharing.variance_missing", params: {} });

    const all = remaining.plus(sumOf(droppedLines.map(({ volume }) => volume)));
    const cost = exact(sharedSellingCost);
    const { decimals, mode } = rounding;
    const lostProfit = payable(lost, rounding);
    const addedSellingCost = payableFraction(ratioOf(cost.times(all.minus(remaining)), all), rounding);
    const addedRiskCost = payable(premium.amount, rounding);
    const sum = payable(sumOf([lostProfit, addedSellingCost, addedRiskCost]), rounding);
    const perUnit = (volume: typeof all) => text(roundFraction(ratioOf(cost, volume), decimals, mode));
    const from: Explanation[] = [
      {
        code: "profit-sharing.lost_profit",
        params: { amount: lostProfit },
        adds: "amount",
        from: [
          ...droppedLines.map(({ productLineId, volume, unitProfit }, i) => ({
            code: "profit-sharing.lost_line",
            params: { productLineId, volume, unitProfit, amount: text(losses[i] as typeof lost) },
          })),
          ...roundedOff(exact(lostProfit).minus(lost)),
        ],
      },
      {
        code: "profit-sharing.added_selling_cost",
        params: { before: perUnit(all), after: perUnit(remaining), volume: text(remaining), amount: addedSellingCost },
      },
      premium.line(addedRiskCost),
    ];
    return ok({
      outcome: { lostProfit, addedSellingCost, addedRiskCost, total: sum },
      explanation: { code: "profit-sharing.exclusivity_cost", params: { amount: sum, currency }, adds: "amount", from },
    });
  });
}
