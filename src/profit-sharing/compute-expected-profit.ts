import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Money, MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { listOf, optional, readCurrency, readDecimal, readNotNegative, readRounding, readShare, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { digitsLine, presentValue, readYears, roundingLine } from "./profit-fault.js";

/** What expected profit rests on: four factors of the manufacturer, two of the dealer. */
export const profitFactors = ["management", "competitiveness", "support", "reputation", "market_development", "promotion"] as const;

/** One of `profitFactors`. */
export type ProfitFactor = (typeof profitFactors)[number];

/** What one future period should bring at best. */
export interface ProfitPeriod {
  /** Years from now until the profit is earned, 0 to 100; parts of a year are allowed. */
  readonly years: DecimalString;
  /** Units expected, not negative. */
  readonly volume: DecimalString;
  /** Margin per unit, net of tax. Below 0: a loss on each. */
  readonly unitMargin: DecimalString;
}

/** What is expected of a product. */
export interface ExpectedProfitFacts {
  /** ISO 4217 code of every figure. */
  readonly currency: string;
  /** The periods. Empty: nothing is expected. */
  readonly periods: readonly ProfitPeriod[];
  /** Each factor from `"0"` (nothing will come of it) to `"1"` (could not be better). One that is absent is not known, and is a problem. */
  readonly factors: { readonly [F in ProfitFactor]?: Rate | undefined };
}

/** How the future is valued. */
export interface ExpectedProfitPolicy {
  /** Discount rate per year, a ratio, not negative. */
  readonly annualRate: Rate;
  /** Years that are looked at, 0 to 100; a period on it counts, later ones do not. */
  readonly horizonYears: DecimalString;
  /** How the profit is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** Why no profit can be expected. */
export type ExpectedProfitProblem = Message<"profit-sharing.factors_unknown">;

const factor = optional(readShare);
const readFacts = recordOf<ExpectedProfitFacts>({
  currency: readCurrency,
  periods: listOf(recordOf<ProfitPeriod>({ years: readYears, volume: readNotNegative, unitMargin: readDecimal })),
  factors: recordOf<ExpectedProfitFacts["factors"]>({
    management: factor,
    competitiveness: factor,
    support: factor,
    reputation: factor,
    market_development: factor,
    promotion: factor,
  }),
});
const readPolicy = recordOf<ExpectedProfitPolicy>({ annualRate: readNotNegative, horizonYears: readYears, rounding: readRounding });

/**
 * Computes the profit that a product is expected to bring, in today's money, scaled by what it rests on.
 *
 * @remarks
 * `Σ volumeₜ × marginₜ ÷ (1 + r)ᵗ × Π factors` over the periods within the horizon. With all factors 1 it is the present value itself.
 * Factors scale what is gained; a period that loses money loses all of it, so that a better factor never lowers the figure. Years may be
 * parts of a year: discounting is good to 40 significant digits, which the working says; the amount is rounded once, at the end.
 *
 * @param facts - The periods and the six factors.
 * @param policy - Discount rate, horizon and rounding.
 * @returns The expected profit; the periods and the rounding add up to it.
 * @throws LibraryFault `profit-sharing.horizon_too_long`: more than a hundred years; `kernel.*` or `profit-sharing.*` for what cannot be read.
 *
 * @errors
 * - `profit-sharing.factors_unknown` - a factor was not rated.
 *
 * @source S19-152, S19-153: the manufacturer's management, the competitiveness of its products, its support and policies and its
 * reputation; the dealer's development of the market and its promotion.
 *
 * @example 1,100 in a year at ten per cent, with support at a half
 * ```ts
 * import { computeExpectedProfit } from "qudao/profit-sharing";
 *
 * const sure = { management: "1", competitiveness: "1", support: "1", reputation: "1", market_development: "1", promotion: "1" };
 * const policy = { annualRate: "0.1", horizonYears: "3", rounding: { decimals: 2, mode: "half_up" as const } };
 * const facts = { currency: "CNY", periods: [{ years: "1", volume: "110", unitMargin: "10" }], factors: sure };
 * const whole = computeExpectedProfit(facts, policy);
 * whole.ok && whole.value.outcome.amount; // => "1000.00"
 * const half = computeExpectedProfit({ ...facts, factors: { ...sure, support: "0.5" } }, policy);
 * half.ok && half.value.outcome.amount; // => "500.00"
 * ```
 *
 * @since 0.1.0
 */
export function computeExpectedProfit(
  facts: ExpectedProfitFacts,
  policy: ExpectedProfitPolicy,
): Result<Explained<Money>, ExpectedProfitProblem> {
  return readSafely({ facts, policy }, () => {
    const { currency, periods, factors } = readFacts(facts, "facts");
    const { annualRate, horizonYears, rounding } = readPolicy(policy, "policy");
    const missing = profitFactors.filter((name) => factors[name] === undefined);
    if (missing.length > 0) return err({ code: "profit-sharing.factors_unknown", params: { missing } });
    const scale = profitFactors.reduce((product, name) => product.times(factors[name] as string), new Exact(1));
    const lines = periods
      .filter(({ years }) => new Exact(years).lessThanOrEqualTo(horizonYears))
      .map(({ years, volume, unitMargin }) => {
        const gained = presentValue(new Exact(volume).times(unitMargin), annualRate, years);
        return { years, volume, unitMargin, worth: gained.isNegative() ? gained : gained.times(scale) };
      });
    const sum = sumOf(lines.map(({ worth }) => worth));
    const amount = payable(sum, rounding);
    return ok({
      outcome: { amount, currency },
      explanation: {
        code: "profit-sharing.expected",
        params: { amount, currency, scale: text(scale), annualRate, horizonYears },
        adds: "amount",
        from: [
          ...lines.map(({ worth, ...period }) => ({
            code: "profit-sharing.expected_period",
            params: { ...period, amount: text(worth), currency },
          })),
          ...roundingLine(amount, sum, rounding),
          ...profitFactors.map((name) => ({
            code: "profit-sharing.factor",
            params: { factor: name, value: factors[name] as string, amount: "0" },
          })),
          digitsLine({ amount: "0" }),
        ],
      },
    });
  });
}
