import { ratioOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { listOf, readNotNegative, readRounding, readShare, readText, recordOf, uniqueBy } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { shownRatio } from "./rounding.js";

/** What business is divided among: channels, dealers, customers or territories. */
export interface ConcentrationFacts {
  /** Everything that the whole is made of, each once. */
  readonly parts: readonly BusinessPart[];
}

/** The business that runs through one part. */
export interface BusinessPart {
  /** The channel, dealer, customer or territory. */
  readonly id: string;
  /** Its business in the period looked at, not negative, all in one unit or currency. */
  readonly amount: DecimalString;
}

/** How much concentration is too much. */
export interface ConcentrationPolicy {
  /** The highest index that is still no reason for a warning, from `"0"` to `"1"`. */
  readonly indexMost: Rate;
  /** The highest share of one part that is still no reason for a warning, from `"0"` to `"1"`. */
  readonly topShareMost: Rate;
  /** How index and shares are rounded, once each, for showing; limits are compared before. */
  readonly rounding: MoneyRounding;
}

/** How concentrated a business is. */
export interface Concentration {
  /** The Herfindahl–Hirschman index, the sum of the squares of the shares: `"1"` for one part, 1 ÷ n for n equal ones. */
  readonly index: Rate;
  /** As many equal parts as would give this index: 1 ÷ index. */
  readonly effectiveParts: DecimalString;
  /** The largest share. */
  readonly topShare: Rate;
  /** Who holds it. Several, where they are equal. */
  readonly topIds: readonly string[];
  /** Every share, in the order given. */
  readonly shares: readonly BusinessShare[];
  /** What is above its limit. Empty: nothing. */
  readonly warnings: readonly Message<"network.index_high" | "network.top_share_high">[];
}

/** The share of one part. */
export interface BusinessShare {
  /** The part. */
  readonly id: string;
  /** Its share of the whole, a ratio. */
  readonly share: Rate;
}

/** Why there is no index. */
export type ConcentrationProblem = Message<"network.no_business">;

const readFacts = recordOf<ConcentrationFacts>({
  parts: uniqueBy("id", listOf(recordOf<BusinessPart>({ id: readText, amount: readNotNegative }))),
});

const readPolicy = recordOf<ConcentrationPolicy>({ indexMost: readShare, topShareMost: readShare, rounding: readRounding });

/**
 * Computes how concentrated a business is: the Herfindahl–Hirschman index and the largest share.
 *
 * @remarks
 * `index = Σ amount² ÷ (Σ amount)²`, exact until the one rounding. An index or share exactly on its limit is still allowed.
 *
 * @param facts - Business by channel, dealer, customer or territory.
 * @param policy - Limits for warnings, and rounding.
 * @returns Index, largest share, all shares and warnings; amounts and squares of the working add up.
 * @throws LibraryFault `kernel.*`, with the place of what cannot be read.
 *
 * @errors
 * - `network.no_business` - there is no part, or no business in any.
 *
 * @source S19-109; Herfindahl–Hirschman index.
 *
 * @example One channel is as concentrated as can be, four equal ones are not
 * ```ts
 * import { computeConcentration } from "qudao/network";
 *
 * const policy = { indexMost: "0.25", topShareMost: "0.5", rounding: { decimals: 4, mode: "half_up" as const } };
 * const concentration = (...amounts: readonly string[]) => {
 *   const answer = computeConcentration({ parts: amounts.map((amount, i) => ({ id: `channel ${i + 1}`, amount })) }, policy);
 *   return answer.ok && [answer.value.outcome.index, answer.value.outcome.warnings.length];
 * };
 * concentration("80"); // => ["1", 2]
 * concentration("20", "20", "20", "20"); // => ["0.25", 0]
 * ```
 *
 * @since 0.1.0
 */
export function computeConcentration(
  facts: ConcentrationFacts,
  policy: ConcentrationPolicy,
): Result<Explained<Concentration>, ConcentrationProblem> {
  return readSafely({ facts, policy }, () => {
    const { parts } = readFacts(facts, "facts");
    const { indexMost, topShareMost, rounding } = readPolicy(policy, "policy");
    const amounts = parts.map(({ amount }) => exact(amount));
    const total = sumOf(amounts);
    if (total.isZero()) return err({ code: "network.no_business", params: {} });
    const squares = amounts.map((amount) => amount.times(amount));
    const [squareSum, whole] = [sumOf(squares), total.times(total)];
    const largest = amounts.reduce((most, amount) => Exact.max(most, amount));
    const topShare = shownRatio(ratioOf(largest, total), rounding);
    const topIds = parts.filter((_, i) => amounts[i]?.equals(largest)).map(({ id }) => id);
    const index = shownRatio(ratioOf(squareSum, whole), rounding);
    const warnings: Concentration["warnings"][number][] = [];
    if (squareSum.greaterThan(whole.times(indexMost))) {
      warnings.push({ code: "network.index_high", params: { index, most: indexMost } });
    }
    if (largest.greaterThan(total.times(topShareMost))) {
      warnings.push({ code: "network.top_share_high", params: { ids: topIds, share: topShare, most: topShareMost } });
    }
    const shares = parts.map(({ id }, i) => ({ id, share: shownRatio(ratioOf(amounts[i] as Exact, total), rounding) }));
    const effectiveParts = shownRatio(ratioOf(whole, squareSum), rounding);
    return ok({
      outcome: { index, effectiveParts, topShare, topIds, shares, warnings },
      explanation: {
        code: "network.concentration",
        params: { index, effectiveParts, topShare, ids: topIds },
        from: [
          {
            code: "network.business_total",
            params: { amount: text(total) },
            adds: "amount",
            from: parts.map(({ id, amount }, i) => ({
              code: "network.business_share",
              params: { id, amount, share: (shares[i] as BusinessShare).share },
            })),
          },
          {
            code: "network.square_total",
            params: { square: text(squareSum), whole: text(whole) },
            adds: "square",
            from: parts.map(({ id }, i) => ({ code: "network.business_square", params: { id, square: text(squares[i] as Exact) } })),
          },
          ...warnings,
        ],
      },
    });
  });
}
