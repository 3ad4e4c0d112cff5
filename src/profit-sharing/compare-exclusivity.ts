import { compare, payableFraction } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import {
  countOf,
  type Read,
  readCurrency,
  readDecimal,
  readDiscountRate,
  readRounding,
  recordOf,
  someOf,
  uniqueBy,
} from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { LAST_PERIOD, presentValue, sharingFault } from "./sharing-fault.js";

/** The profit of one party, period by period, under two plans. */
export interface ExclusivityComparisonFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Its profit where the dealer carries one brand, compensation included, each period once. */
  readonly exclusive: readonly PeriodProfit[];
  /** Its profit where the dealer carries several. */
  readonly multiBrand: readonly PeriodProfit[];
}

/** The profit of one period. */
export interface PeriodProfit {
  /** 0: now, not discounted; up to 600. */
  readonly period: number;
  /** The profit; below 0 is a loss. */
  readonly profit: DecimalString;
}

/** Over which horizons to compare. */
export interface ExclusivityComparisonPolicy {
  /** Discount rate per period. `"0"`: none. */
  readonly discountRate: Rate;
  /** Periods of the short horizon, from period 0 on, at least 1. */
  readonly shortPeriods: number;
  /** Periods of the long horizon, more than the short one, at most 600: a horizon without end has no figure here. */
  readonly longPeriods: number;
  /** How present values are rounded for showing. What is better is decided on exact values. */
  readonly rounding: MoneyRounding;
}

/** One horizon. */
export interface ExclusivityHorizon {
  /** Its periods. */
  readonly periods: number;
  /** Present value of the exclusive plan. */
  readonly exclusive: DecimalString;
  /** Present value of the multi-brand plan. */
  readonly multiBrand: DecimalString;
  /** Which is worth more. */
  readonly better: "exclusive" | "multi_brand" | "equal";
}

/** Both horizons. */
export interface ExclusivityComparison {
  /** The short one. */
  readonly short: ExclusivityHorizon;
  /** The long one. */
  readonly long: ExclusivityHorizon;
  /** Whether the two horizons prefer opposite plans. */
  readonly opposite: boolean;
}

/** Why plans cannot be compared. */
export type ExclusivityComparisonProblem = Message<"profit-sharing.period_missing">;

const readStream: Read<readonly PeriodProfit[]> = uniqueBy(
  "period",
  someOf(recordOf<PeriodProfit>({ period: countOf(0, LAST_PERIOD), profit: readDecimal })),
);

/**
 * Compares exclusive with multi-brand selling over a short and a long horizon, which may prefer opposite plans.
 *
 * @remarks
 * Present value `Σ profit(t) ÷ (1 + rate)^t` over periods 0 to n − 1. Every period of the long horizon must be given for both plans: an
 * unknown profit is never 0. The text leaves open whom exclusivity harms in the long run; ask once with the maker's profits and once
 * with the dealer's.
 *
 * @param facts - Profits of one party under both plans.
 * @param policy - Discount rate, horizons and rounding.
 * @returns Both horizons, what is better in each, and whether they disagree.
 * @throws LibraryFault `profit-sharing.horizon_short`, `kernel.named_twice`, `kernel.*`; `kernel.not_a_count` for an endless horizon.
 *
 * @errors
 * - `profit-sharing.period_missing` - a period of the long horizon has no profit in a plan.
 *
 * @source S19-111, S19-112.
 *
 * @example Cheap today, dear in the long run
 * ```ts
 * import { compareExclusivity } from "qudao/profit-sharing";
 *
 * const stream = (...profits: string[]) => profits.map((profit, period) => ({ period, profit }));
 * const answer = compareExclusivity(
 *   { currency: "CNY", exclusive: stream("120", "90", "80"), multiBrand: stream("100", "110", "120") },
 *   { discountRate: "0", shortPeriods: 1, longPeriods: 3, rounding: { decimals: 2, mode: "half_up" } },
 * );
 * answer.ok && [answer.value.outcome.short.better, answer.value.outcome.long.better]; // => ["exclusive", "multi_brand"]
 * ```
 *
 * @since 0.1.0
 */
export function compareExclusivity(
  facts: ExclusivityComparisonFacts,
  policy: ExclusivityComparisonPolicy,
): Result<Explained<ExclusivityComparison>, ExclusivityComparisonProblem> {
  return readSafely("facts", () => {
    const { currency, exclusive, multiBrand } = recordOf<ExclusivityComparisonFacts>({
      currency: readCurrency,
      exclusive: readStream,
      multiBrand: readStream,
    })(facts, "facts");
    const {
      discountRate: rate,
      shortPeriods,
      longPeriods,
      rounding,
    } = recordOf<ExclusivityComparisonPolicy>({
      discountRate: readDiscountRate,
      shortPeriods: countOf(1, LAST_PERIOD),
      longPeriods: countOf(1, LAST_PERIOD),
      rounding: readRounding,
    })(policy, "policy");
    if (longPeriods <= shortPeriods) {
      throw sharingFault("profit-sharing.horizon_short", "policy.longPeriods", { got: longPeriods, short: shortPeriods });
    }
    const one = byPeriod(exclusive, longPeriods);
    const other = byPeriod(multiBrand, longPeriods);
    for (let period = 0; period < longPeriods; period++) {
      const plan = one[period] === undefined ? "exclusive" : other[period] === undefined ? "multi_brand" : undefined;
      if (plan !== undefined) return err({ code: "profit-sharing.period_missing", params: { plan, period } });
    }
    const horizon = (periods: number): ExclusivityHorizon => {
      const left = presentValue(one.slice(0, periods), rate);
      const right = presentValue(other.slice(0, periods), rate);
      const order = compare(left, right);
      const better = order > 0 ? "exclusive" : order < 0 ? "multi_brand" : "equal";
      return { periods, exclusive: payableFraction(left, rounding), multiBrand: payableFraction(right, rounding), better };
    };
    const short = horizon(shortPeriods);
    const long = horizon(longPeriods);
    const opposite = short.better !== long.better && short.better !== "equal" && long.better !== "equal";
    const line = (one: ExclusivityHorizon): Explanation => ({ code: "profit-sharing.horizon", params: { ...one } });
    return ok({
      outcome: { short, long, opposite },
      explanation: { code: "profit-sharing.exclusivity_compared", params: { currency }, from: [line(short), line(long)] },
    });
  });
}

function byPeriod(stream: readonly PeriodProfit[], periods: number): readonly (Exact | undefined)[] {
  const profits: (Exact | undefined)[] = Array.from({ length: periods }, () => undefined);
  for (const { period, profit } of stream) if (period < periods) profits[period] = exact(profit);
  return profits;
}
