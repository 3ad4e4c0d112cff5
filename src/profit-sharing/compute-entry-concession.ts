import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, quotient, rounded, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import { squareRootOfDecimal } from "../kernel/power.js";
import { readCurrency, readDecimal, readNotNegative, readRounding, recordOf, someOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { digitsLine } from "./profit-fault.js";

/** A market that a maker is about to enter through dealers. */
export interface EntryConcessionFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Volumes expected, or seen in like markets, one per period, in units, 0 or more each. */
  readonly volumes: readonly DecimalString[];
  /** The maker's own margin per unit, before any concession. Below 0: it sells at a loss and has nothing to cede. */
  readonly makerUnitMargin: DecimalString;
}

/** What a maker cedes to dealers on entering a market (让利). */
export interface EntryConcessionPolicy {
  /** Ceded per unit where volume does not vary, 0 or more. */
  readonly base: DecimalString;
  /** Ceded per unit beside, for a coefficient of variation of 1, 0 or more. */
  readonly perVariation: DecimalString;
  /** How the concession is rounded, once. It never rounds above the maker's margin. */
  readonly rounding: MoneyRounding;
}

/** What is ceded. */
export interface EntryConcession {
  /** The coefficient of variation of the volumes: standard deviation ÷ mean, 40 significant digits. */
  readonly variation: DecimalString;
  /** Ceded per unit. */
  readonly concession: DecimalString;
  /** Whether the maker's margin was the limit. */
  readonly capped: boolean;
}

/** Why there is no concession. */
export type EntryConcessionProblem = Message<"profit-sharing.volume_all_zero">;

/**
 * Computes what a maker cedes per unit on entering a market: the more the volume varies, the more of its margin goes to the dealers.
 *
 * @remarks
 * `concession = min(makerUnitMargin, base + perVariation × CV)`, `CV = √(n Σx² − (Σx)²) ÷ Σx`, the standard deviation of all given
 * periods over their mean. Equal volumes give a CV of 0 and the base. The root is good to 40 digits; the concession is rounded once,
 * and cut where rounding would lift it above the margin. Where the margin is 0 or below, nothing is ceded.
 *
 * @param facts - Volumes and the maker's margin.
 * @param policy - Base, slope and rounding.
 * @returns The coefficient of variation and the concession.
 * @throws LibraryFault `kernel.below_zero`, `kernel.*`.
 *
 * @errors
 * - `profit-sharing.volume_all_zero` - the volumes are all 0: nothing can vary around nothing.
 *
 * @source S19-145.
 *
 * @example Volumes of 60 and 140 vary by 0.4
 * ```ts
 * import { computeEntryConcession } from "qudao/profit-sharing";
 *
 * const facts = { currency: "CNY", volumes: ["60", "140"], makerUnitMargin: "20" };
 * const answer = computeEntryConcession(facts, { base: "2", perVariation: "5", rounding: { decimals: 2, mode: "half_up" } });
 * answer.ok && answer.value.outcome; // => { variation: "0.4", concession: "4.00", capped: false }
 * ```
 *
 * @since 0.1.0
 */
export function computeEntryConcession(
  facts: EntryConcessionFacts,
  policy: EntryConcessionPolicy,
): Result<Explained<EntryConcession>, EntryConcessionProblem> {
  return readSafely({ facts, policy }, () => {
    const { currency, volumes, makerUnitMargin } = recordOf<EntryConcessionFacts>({
      currency: readCurrency,
      volumes: someOf(readNotNegative),
      makerUnitMargin: readDecimal,
    })(facts, "facts");
    const { base, perVariation, rounding } = recordOf<EntryConcessionPolicy>({
      base: readNotNegative,
      perVariation: readNotNegative,
      rounding: readRounding,
    })(policy, "policy");
    const sum = sumOf(volumes);
    if (sum.isZero()) return err({ code: "profit-sharing.volume_all_zero", params: {} });
    const squares = sumOf(volumes.map((volume) => exact(volume).times(volume)));
    const spread = squares.times(volumes.length).minus(sum.times(sum));
    const variation = quotient(exact(squareRootOfDecimal(text(spread))), sum);
    const wanted = exact(base).plus(variation.times(perVariation));
    const margin = Exact.max(makerUnitMargin, 0);
    const capped = wanted.greaterThan(margin);
    const near = rounded(Exact.min(wanted, margin), rounding.decimals, rounding.mode);
    const concession = payable(near.greaterThan(margin) ? rounded(margin, rounding.decimals, "down") : near, rounding);
    const params = { concession, currency, base, perVariation, variation: text(variation), margin: text(margin), periods: volumes.length };
    return ok({
      outcome: { variation: text(variation), concession, capped },
      explanation: {
        code: capped ? "profit-sharing.entry_concession_capped" : "profit-sharing.entry_concession",
        params,
        from: [digitsLine()],
      },
    });
  });
}
