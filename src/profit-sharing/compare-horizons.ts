import { readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { listOf, readCurrency, readText, recordOf, uniqueBy } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { type HorizonPolicy, type PeriodProfit, readHorizons, readProfits, valuePlans } from "./horizons.js";

/** One way of doing it, such as one brand or many, an own office or an agent. */
export interface ProfitOption {
  /** What it is, unique among the options. */
  readonly id: string;
  /** What it brings, each period once. */
  readonly profits: readonly PeriodProfit[];
}

/** The ways that are compared. */
export interface HorizonFacts {
  /** ISO 4217 code of every figure. */
  readonly currency: string;
  /** The ways. Empty: nothing is preferred. */
  readonly options: readonly ProfitOption[];
}

/** What one way is worth over both horizons. */
export interface HorizonValue {
  /** The option. */
  readonly id: string;
  /** Present value of what lies within the short horizon, money, rounded. Below 0: a loss. */
  readonly short: DecimalString;
  /** Present value of what lies within the long horizon, money, rounded. Below 0: a loss. */
  readonly long: DecimalString;
}

/** Which way is better, now and in the long run. */
export interface HorizonComparison {
  /** The options in the order of the facts. */
  readonly values: readonly HorizonValue[];
  /** The best over the short horizon. `null`: several are equal, or there is none. */
  readonly shortPreferred: string | null;
  /** The best over the long horizon. `null`: several are equal, or there is none. */
  readonly longPreferred: string | null;
  /** Whether the two horizons prefer different options. */
  readonly opposite: boolean;
}

const readFacts = recordOf<HorizonFacts>({
  currency: readCurrency,
  options: uniqueBy("id", listOf(recordOf<ProfitOption>({ id: readText, profits: readProfits }))),
});

/**
 * Compares ways of doing business over a short and a long horizon: what pays now may not pay in the long run.
 *
 * @remarks
 * Present value `Σ profit(t) ÷ (1 + rate)^t` over periods 0 to n − 1, exact; rounded once, for showing. Every period of the long horizon
 * must be given for every option: an unknown profit is never 0. `compareExclusivity` is this for two options that have names.
 *
 * @param facts - The options and what they bring.
 * @param policy - Discount rate, horizons, rounding.
 * @returns Both values of every option, both preferences, and whether they are opposite.
 * @throws LibraryFault `profit-sharing.horizon_short`, `kernel.named_twice`, `kernel.*`; `kernel.not_a_count` for an endless horizon.
 *
 * @errors
 * - `profit-sharing.profit_missing` - a period of the long horizon has no profit in an option.
 *
 * @source S19-111: 短期内可能会降低…销售成本,从企业的长远发展战略来审度,不利因素较多.
 *
 * @example Many brands pay now, one brand later
 * ```ts
 * import { compareHorizons } from "qudao/profit-sharing";
 *
 * const profits = (...amounts: string[]) => amounts.map((profit, period) => ({ period, profit }));
 * const facts = {
 *   currency: "CNY",
 *   options: [
 *     { id: "many brands", profits: profits("100", "60", "20") },
 *     { id: "one brand", profits: profits("60", "100", "140") },
 *     { id: "own shop", profits: profits("-50", "120", "150") },
 *   ],
 * };
 * const answer = compareHorizons(
 *   facts, { discountRate: "0", shortPeriods: 1, longPeriods: 3, rounding: { decimals: 2, mode: "half_up" } },
 * );
 * answer.ok && [answer.value.outcome.shortPreferred, answer.value.outcome.longPreferred]; // => ["many brands", "one brand"]
 * ```
 *
 * @since 0.1.0
 */
export function compareHorizons(
  facts: HorizonFacts,
  policy: HorizonPolicy,
): Result<Explained<HorizonComparison>, Message<"profit-sharing.profit_missing">> {
  return readSafely({ facts, policy }, () => {
    const { currency, options } = readFacts(facts, "facts");
    const horizons = readHorizons(policy);
    const valued = valuePlans(options, horizons);
    if (!valued.ok) return err({ code: "profit-sharing.profit_missing", params: { ...valued.problem } });
    const { short, long, opposite } = valued.value;
    const values = options.map(
      ({ id }, i): HorizonValue => ({ id, short: short.values[i] as DecimalString, long: long.values[i] as DecimalString }),
    );
    const { discountRate, shortPeriods, longPeriods } = horizons;
    const preferred = { shortPreferred: short.best, longPreferred: long.best, opposite };
    return ok({
      outcome: { values, ...preferred },
      explanation: {
        code: "profit-sharing.horizons",
        params: { ...preferred, shortPeriods, longPeriods, discountRate },
        from: values.map((value) => ({ code: "profit-sharing.horizon_value", params: { ...value, currency } })),
      },
    });
  });
}
