import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { listOf, readCurrency, readDecimal, readNotNegative, readRounding, readText, recordOf, uniqueBy } from "../kernel/read.js";
import { presentValue, profitFault, readYears } from "./profit-fault.js";

/** What one way of doing it brings in a period. */
export interface ProfitFlow {
  /** Years from now, 0 to 100; parts of a year are allowed. */
  readonly years: DecimalString;
  /** Profit of the period. Below 0: a loss or an outlay. */
  readonly amount: DecimalString;
}

/** One way of doing it, such as exclusive or multi-brand. */
export interface ProfitOption {
  /** What it is, unique among the options. */
  readonly id: string;
  /** What it brings, in any order. */
  readonly flows: readonly ProfitFlow[];
}

/** The ways that are compared. */
export interface HorizonFacts {
  /** ISO 4217 code of every figure. */
  readonly currency: string;
  /** The ways. Empty: nothing is preferred. */
  readonly options: readonly ProfitOption[];
}

/** What is short and what is long. */
export interface HorizonPolicy {
  /** Discount rate per year, a ratio, not negative. */
  readonly annualRate: Rate;
  /** The short horizon in years, 0 to 100; a flow on it counts. */
  readonly shortYears: DecimalString;
  /** The long horizon in years, above the short one, at most 100. */
  readonly longYears: DecimalString;
  /** How present values are rounded, once each. */
  readonly rounding: MoneyRounding;
}

/** What one way is worth over both horizons. */
export interface HorizonValue {
  /** The option. */
  readonly id: string;
  /** Present value of what lies within the short horizon, rounded. */
  readonly short: DecimalString;
  /** Present value of what lies within the long horizon, rounded. */
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
  options: uniqueBy(
    "id",
    listOf(recordOf<ProfitOption>({ id: readText, flows: listOf(recordOf<ProfitFlow>({ years: readYears, amount: readDecimal })) })),
  ),
});
const readPolicy = recordOf<HorizonPolicy>({
  annualRate: readNotNegative,
  shortYears: readYears,
  longYears: readYears,
  rounding: readRounding,
});

/**
 * Compares ways of doing business over a short and a long horizon: what pays now may not pay in the long run.
 *
 * @remarks
 * The present value of each option within each horizon, rounded once; the preference is decided on the rounded values, so that what is
 * shown is what decides. Discounting is exact to 40 significant digits.
 *
 * @param facts - The options and what they bring.
 * @param policy - Discount rate, horizons, rounding.
 * @returns Both values of every option, both preferences, and whether they are opposite.
 * @throws LibraryFault `profit-sharing.horizons_out_of_order`; `kernel.*` or `profit-sharing.*` for what cannot be read.
 *
 * @source S19-111: 短期内可能会降低…销售成本,从企业的长远发展战略来审度,不利因素较多.
 *
 * @example Many brands pay now, one brand later
 * ```ts
 * import { compareHorizons } from "qudao/profit-sharing";
 *
 * const facts = {
 *   currency: "CNY",
 *   options: [
 *     { id: "multi_brand", flows: [{ years: "1", amount: "100" }, { years: "3", amount: "20" }] },
 *     { id: "exclusive", flows: [{ years: "1", amount: "60" }, { years: "3", amount: "200" }] },
 *   ],
 * };
 * const { outcome } = compareHorizons(
 *   facts, { annualRate: "0", shortYears: "1", longYears: "3", rounding: { decimals: 2, mode: "half_up" } },
 * );
 * [outcome.shortPreferred, outcome.longPreferred, outcome.opposite]; // => ["multi_brand", "exclusive", true]
 * ```
 *
 * @since 0.1.0
 */
export function compareHorizons(facts: HorizonFacts, policy: HorizonPolicy): Explained<HorizonComparison> {
  return readSafely("facts", () => {
    const { currency, options } = readFacts(facts, "facts");
    const { annualRate, shortYears, longYears, rounding } = readPolicy(policy, "policy");
    if (!new Exact(shortYears).lessThan(longYears)) {
      throw profitFault("profit-sharing.horizons_out_of_order", "policy.longYears", { short: shortYears, long: longYears });
    }
    const worth = (flows: readonly ProfitFlow[], horizon: DecimalString): DecimalString => {
      const counted = flows.filter(({ years }) => new Exact(years).lessThanOrEqualTo(horizon));
      const sum = counted.reduce((all, { years, amount }) => all.plus(presentValue(new Exact(amount), annualRate, years)), new Exact(0));
      return payable(sum, rounding);
    };
    const values = options.map(({ id, flows }): HorizonValue => ({ id, short: worth(flows, shortYears), long: worth(flows, longYears) }));
    const shortPreferred = bestOf(values, "short");
    const longPreferred = bestOf(values, "long");
    const opposite = shortPreferred !== null && longPreferred !== null && shortPreferred !== longPreferred;
    return {
      outcome: { values, shortPreferred, longPreferred, opposite },
      explanation: {
        code: "profit-sharing.horizons",
        params: { shortPreferred, longPreferred, opposite, shortYears, longYears, annualRate },
        from: values.map((value) => ({ code: "profit-sharing.horizon_value", params: { ...value, currency } })),
      },
    };
  });
}

function bestOf(values: readonly HorizonValue[], horizon: "short" | "long"): string | null {
  const [first, second] = [...values].sort((a, b) => new Exact(b[horizon]).comparedTo(a[horizon]));
  if (first === undefined || (second !== undefined && new Exact(first[horizon]).equals(second[horizon]))) return null;
  return first.id;
}
