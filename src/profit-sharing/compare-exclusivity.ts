import { readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { readCurrency, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { type HorizonPolicy, type PeriodProfit, readHorizons, readProfits, valuePlans } from "./horizons.js";

/** The profit of one party, period by period, under two plans. */
export interface ExclusivityComparisonFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Its profit where the dealer carries one brand, compensation included, each period once. */
  readonly exclusive: readonly PeriodProfit[];
  /** Its profit where the dealer carries several. */
  readonly multiBrand: readonly PeriodProfit[];
}

/** One horizon. */
export interface ExclusivityHorizon {
  /** How many periods it has, from period 0 on. */
  readonly periods: number;
  /** Present value of the exclusive plan, rounded. Below 0: a loss. */
  readonly exclusive: DecimalString;
  /** Present value of the multi-brand plan, rounded. Below 0: a loss. */
  readonly multiBrand: DecimalString;
  /** Which is worth more, decided on exact values. */
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

const readFacts = recordOf<ExclusivityComparisonFacts>({ currency: readCurrency, exclusive: readProfits, multiBrand: readProfits });

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
  policy: HorizonPolicy,
): Result<Explained<ExclusivityComparison>, ExclusivityComparisonProblem> {
  return readSafely({ facts, policy }, () => {
    const { currency, exclusive, multiBrand } = readFacts(facts, "facts");
    const { shortPeriods, longPeriods, ...rest } = readHorizons(policy);
    const plans = [
      { id: "exclusive", profits: exclusive },
      { id: "multi_brand", profits: multiBrand },
    ];
    const valued = valuePlans(plans, { shortPeriods, longPeriods, ...rest });
    if (!valued.ok) {
      return err({ code: "profit-sharing.period_missing", params: { plan: valued.problem.id, period: valued.problem.period } });
    }
    const horizon = (name: "short" | "long", periods: number): ExclusivityHorizon => {
      const { values, best } = valued.value[name];
      const [one, other] = values as readonly [DecimalString, DecimalString];
      return { periods, exclusive: one, multiBrand: other, better: (best as "exclusive" | "multi_brand" | null) ?? "equal" };
    };
    const short = horizon("short", shortPeriods);
    const long = horizon("long", longPeriods);
    const line = (one: ExclusivityHorizon): Explanation => ({ code: "profit-sharing.horizon", params: { ...one } });
    return ok({
      outcome: { short, long, opposite: valued.value.opposite },
      explanation: { code: "profit-sharing.exclusivity_compared", params: { currency }, from: [line(short), line(long)] },
    });
  });
}
