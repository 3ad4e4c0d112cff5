import { payableFraction, ratioOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, exact, sumOf, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import {
  countOf,
  readCurrency,
  readDiscountRate,
  readNotNegative,
  readRounding,
  readText,
  readWithin,
  recordOf,
  someOf,
} from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { presentValue } from "./sharing-fault.js";

/** What a dealer or agent earned before its contract ended. */
export interface GoodwillFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Commission of the last year on customers it won or with whom it enlarged the business, 0 or more. */
  readonly lastYearCommission: DecimalString;
  /** Commission of each full year of the contract, the latest first, 0 or more each. */
  readonly yearlyCommissions: readonly DecimalString[];
}

/** The figures that a jurisdiction uses. They are the host's: this library knows no law. */
export interface GoodwillPolicy {
  /** Whose rules the figures follow, as the host names it. */
  readonly jurisdiction: string;
  /** Where the figures stand. */
  readonly source: string;
  /** Share of customers lost in a year, from 0 to 1. */
  readonly attritionRate: Rate;
  /** Years over which commission would have gone on, 1 to 50; usually 2 to 5. */
  readonly years: number;
  /** Discount rate per year. `"0"`: none. */
  readonly discountRate: Rate;
  /** Years of which the average is the cap, 1 to 50; fewer where the contract was shorter. */
  readonly capYears: number;
  /** How each year, and the cap, are rounded, once. */
  readonly rounding: MoneyRounding;
}

/** Figures of an indemnity for goodwill. They say nothing about whether a claim exists. */
export interface GoodwillIndemnity {
  /** Commission that would have gone on. */
  readonly raw: DecimalString;
  /** The cap. */
  readonly cap: DecimalString;
  /** The lower of both. */
  readonly amount: DecimalString;
}

/** Why there are no figures. */
export type GoodwillProblem = Message<"profit-sharing.no_annual_commission">;

/**
 * Computes the figures of a goodwill indemnity at the end of a contract, with the host's figures of the jurisdiction.
 *
 * @remarks
 * `raw = Σ(t = 1 … years) commission × (1 − attrition)^t ÷ (1 + rate)^t`, at most the average commission of the last `capYears` years,
 * or of all where the contract was shorter. Each year is rounded once, and so is the cap. Whether a claim exists, and whether a trial
 * period raises one, is a question of law and is not answered.
 *
 * @param facts - Commissions.
 * @param policy - The figures of the jurisdiction.
 * @returns Raw figure, cap and amount.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `kernel.outside_bounds`.
 *
 * @errors
 * - `profit-sharing.no_annual_commission` - no year is given: there is no cap.
 *
 * @source Method of EU directive 86/653, art. 17, as commonly worked out.
 *
 * @example A fifth of the customers lost every year, three years
 * ```ts
 * import { computeGoodwillIndemnity } from "qudao/profit-sharing";
 *
 * const answer = computeGoodwillIndemnity(
 *   { currency: "EUR", lastYearCommission: "10000", yearlyCommissions: ["18000", "16000", "14000"] },
 *   {
 *     jurisdiction: "example", source: "the host's table", attritionRate: "0.2", years: 3, discountRate: "0", capYears: 5,
 *     rounding: { decimals: 2, mode: "half_up" },
 *   },
 * );
 * answer.ok && answer.value.outcome; // => { raw: "19520.00", cap: "16000.00", amount: "16000.00" }
 * ```
 *
 * @since 0.1.0
 */
export function computeGoodwillIndemnity(
  facts: GoodwillFacts,
  policy: GoodwillPolicy,
): Result<Explained<GoodwillIndemnity>, GoodwillProblem> {
  return readSafely({ facts, policy }, () => {
    const given = recordOf<GoodwillFacts>({
      currency: readCurrency,
      lastYearCommission: readNotNegative,
      yearlyCommissions: (value, path) => (Array.isArray(value) && value.length === 0 ? [] : someOf(readNotNegative)(value, path)),
    })(facts, "facts");
    const {
      jurisdiction,
      source,
      attritionRate,
      years,
      discountRate: rate,
      capYears,
      rounding,
    } = recordOf<GoodwillPolicy>({
      jurisdiction: readText,
      source: readText,
      attritionRate: (value, path) => readWithin("0", "1")(readDiscountRate(value, path), path),
      years: countOf(1, 50),
      discountRate: readDiscountRate,
      capYears: countOf(1, 50),
      rounding: readRounding,
    })(policy, "policy");
    const counted = given.yearlyCommissions.slice(0, capYears);
    if (counted.length === 0) return err({ code: "profit-sharing.no_annual_commission", params: {} });
    const kept = exact("1").minus(attritionRate);
    let left = exact(given.lastYearCommission);
    const parts = Array.from({ length: years }, (_, i) => {
      left = left.times(kept);
      const stream = Array.from({ length: i + 2 }, (_, t) => (t === i + 1 ? left : ZERO));
      return payableFraction(presentValue(stream, rate), rounding);
    });
    const raw = payable(sumOf(parts), rounding);
    const cap = payableFraction(ratioOf(sumOf(counted), exact(String(counted.length))), rounding);
    const amount = exact(raw).greaterThan(cap) ? cap : raw;
    return ok({
      outcome: { raw, cap, amount },
      explanation: {
        code: "profit-sharing.goodwill",
        params: { jurisdiction, source, amount, currency: given.currency },
        from: [
          {
            code: "profit-sharing.goodwill_raw",
            params: { years, amount: raw },
            adds: "amount",
            from: parts.map((part, i) => ({ code: "profit-sharing.goodwill_year", params: { year: i + 1, amount: part } })),
          },
          { code: "profit-sharing.goodwill_cap", params: { years: counted.length, amount: cap } },
        ],
      },
    });
  });
}
