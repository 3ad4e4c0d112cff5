import { payableFraction } from "../engine/fraction.js";
import { addMonths, parseDate } from "../kernel/calendar-date.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import { type Period, parsePeriod } from "../kernel/period.js";
import type { Rate } from "../kernel/rate.js";
import {
  choiceOf,
  countOf,
  listOf,
  optional,
  readCurrency,
  readDiscountRate,
  readNotNegative,
  readRounding,
  readText,
  recordOf,
  someOf,
  uniqueBy,
} from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { type ProfitVariance, premiumOf, type RiskPremium, readPremium, readVariance } from "./risk-premium.js";
import { LAST_PERIOD, presentValue } from "./sharing-fault.js";

/** What a dealer loses by an exclusivity that was agreed on. */
export interface ExclusivityCompensationFacts {
  /** The day on which the compensation is worked out. */
  readonly asOf: string;
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** The term of the exclusivity, half-open. */
  readonly term: Period;
  /** Profit lost and gained, each period once. At least one. */
  readonly periods: readonly CompensatedPeriod[];
  /** How widely the dealer's profit scatters. Absent: not known, which a premium by variance reports. */
  readonly variance?: ProfitVariance | undefined;
  /** Investments for this maker alone that have not been earned back, 0 or more each. Empty: none. */
  readonly investments: readonly DecimalString[];
}

/** Profit lost and gained in one period. */
export interface CompensatedPeriod {
  /** 0: now, not discounted; 1: a period later; up to 600. */
  readonly period: number;
  /** Profit lost on lines dropped, 0 or more. */
  readonly lost: DecimalString;
  /** Profit gained on the maker's line because of the exclusivity, 0 or more. */
  readonly gained: DecimalString;
  /** Papers that prove the loss, by their identifiers. Empty: it is not proven. */
  readonly evidenceIds: readonly string[];
}

/** What the exclusivity clause says about its compensation (贴补). */
export interface ExclusivityCompensationPolicy {
  /** Discount rate per period. `"0"`: none. */
  readonly discountRate: Rate;
  /** How the risk is paid. */
  readonly risk: RiskPremium;
  /** Whether a loss counts only where evidence is named. */
  readonly evidence: "required" | "not_required";
  /** The most that is paid. Absent: no cap was agreed on. */
  readonly cap?: DecimalString | undefined;
  /** Months from one review to the next, counted from the first day of the term. Absent: no review was agreed on. */
  readonly reviewMonths?: number | undefined;
  /** How each component is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** What an exclusivity must pay. */
export interface ExclusivityCompensation {
  /** Present value of `max(0, lost − gained)` over the periods that count, money, 0 or more. */
  readonly lostProfit: DecimalString;
  /** What the risk is paid with, 0 or more. */
  readonly riskPremium: DecimalString;
  /** Investments not earned back, 0 or more. */
  readonly investments: DecimalString;
  /** What the cap takes away, 0 or more. */
  readonly aboveCap: DecimalString;
  /** What is paid, 0 or more, at most the cap. */
  readonly compensation: DecimalString;
  /** Periods whose loss was left out for want of evidence. */
  readonly unprovenPeriods: readonly number[];
  /** Days of review that fall after `asOf` and within the term. */
  readonly reviewDates: readonly string[];
}

/** Why there is no compensation to tell. */
export type ExclusivityCompensationProblem = Message<"profit-sharing.exclusivity_over" | "profit-sharing.variance_missing">;

const readFacts = recordOf<ExclusivityCompensationFacts>({
  asOf: parseDate,
  currency: readCurrency,
  term: parsePeriod,
  periods: uniqueBy(
    "period",
    someOf(
      recordOf<CompensatedPeriod>({
        period: countOf(0, LAST_PERIOD),
        lost: readNotNegative,
        gained: readNotNegative,
        evidenceIds: listOf(readText),
      }),
    ),
  ),
  variance: optional(readVariance),
  investments: listOf(readNotNegative),
});

const readPolicy = recordOf<ExclusivityCompensationPolicy>({
  discountRate: readDiscountRate,
  risk: readPremium,
  evidence: choiceOf(["required", "not_required"]),
  cap: optional(readNotNegative),
  reviewMonths: optional(countOf(1, 600)),
  rounding: readRounding,
});

/**
 * Computes what a maker must pay a dealer for exclusivity: the profit lost, the risk, and investments not earned back.
 *
 * @remarks
 * `Σ max(0, lost(t) − gained(t)) ÷ (1 + rate)^t + risk premium + investments`, at most the cap. A period in which more is gained than
 * lost counts as 0: it does not pay for another. Where evidence is required, a loss without it is left out and named; none is needed where
 * nothing is lost. Each component
 * is rounded once.
 *
 * @param facts - The day, the term, losses and gains, investments.
 * @param policy - Discount rate, price of risk, evidence, cap and reviews.
 * @returns The components, what is paid, and the days of review; the working adds up to what is paid.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `kernel.named_twice`, `kernel.list_empty`.
 *
 * @errors
 * - `profit-sharing.exclusivity_over` - the term has ended by `asOf`.
 * - `profit-sharing.variance_missing` - the premium needs a variance that is not known.
 *
 * @source S19-114; G-17.
 *
 * @example A loss of 30,000 at a risk of ten per cent
 * ```ts
 * import { computeExclusivityCompensation } from "qudao/profit-sharing";
 *
 * const answer = computeExclusivityCompensation(
 *   {
 *     asOf: "2024-01-01", currency: "CNY", term: { start: "2024-01-01", end: "2025-01-01" }, investments: [],
 *     periods: [{ period: 0, lost: "30000", gained: "0", evidenceIds: ["ledger-2023"] }],
 *   },
 *   {
 *     discountRate: "0", risk: { kind: "rate", rate: "0.1" }, evidence: "required", reviewMonths: 6,
 *     rounding: { decimals: 2, mode: "half_up" },
 *   },
 * );
 * answer.ok && answer.value.outcome.compensation; // => "33000.00"
 * answer.ok && answer.value.outcome.reviewDates; // => ["2024-07-01"]
 * ```
 *
 * @since 0.1.0
 */
export function computeExclusivityCompensation(
  facts: ExclusivityCompensationFacts,
  policy: ExclusivityCompensationPolicy,
): Result<Explained<ExclusivityCompensation>, ExclusivityCompensationProblem> {
  return readSafely({ facts, policy }, () => {
    const { asOf, currency, term, periods, variance, investments } = readFacts(facts, "facts");
    const { discountRate, risk, evidence, cap, reviewMonths, rounding } = readPolicy(policy, "policy");
    if (asOf >= term.end) return err({ code: "profit-sharing.exclusivity_over", params: { asOf, end: term.end } });
    // where nothing is lost there is nothing to prove
    const isProven = ({ lost, evidenceIds }: CompensatedPeriod) => evidence === "not_required" || evidenceIds.length > 0 || lost === "0";
    const nets: Exact[] = [];
    const lines = periods.map((one): Explanation => {
      const { period, lost, gained } = one;
      if (!isProven(one)) return { code: "profit-sharing.lost_unproven", params: { period, lost } };
      const counted = Exact.max(exact(lost).minus(gained), 0);
      nets[period] = counted;
      return { code: "profit-sharing.lost_in_period", params: { period, lost, gained, counted: text(counted) } };
    });
    const lostProfit = payableFraction(presentValue(Array.from(nets), discountRate), rounding);
    const premium = premiumOf(risk, exact(lostProfit), variance);
    if (premium === undefined) return err({ code: "profit-sharing.variance_missing", params: {} });
    const riskPremium = payable(premium.amount, rounding);
    const invested = payable(sumOf(investments), rounding);
    const whole = sumOf([lostProfit, riskPremium, invested]);
    const paid = cap === undefined ? whole : Exact.min(whole, cap);
    const compensation = payable(paid, { decimals: rounding.decimals, mode: "down" });
    const aboveCap = payable(whole.minus(compensation), rounding);
    const cut: readonly Explanation[] =
      cap === undefined || exact(aboveCap).isZero()
        ? []
        : [{ code: "profit-sharing.above_cap", params: { cap, amount: text(exact(aboveCap).negated()) } }];
    return ok({
      outcome: {
        lostProfit,
        riskPremium,
        investments: invested,
        aboveCap,
        compensation,
        unprovenPeriods: periods.filter((one) => !isProven(one)).map(({ period }) => period),
        reviewDates: reviewDatesOf(term, asOf, reviewMonths),
      },
      explanation: {
        code: "profit-sharing.exclusivity_compensation",
        params: { term: { ...term }, amount: compensation, currency },
        adds: "amount",
        from: [
          { code: "profit-sharing.lost_profit_now", params: { amount: lostProfit }, from: lines },
          premium.line(riskPremium),
          { code: "profit-sharing.investment", params: { amount: invested } },
          ...cut,
        ],
      },
    });
  });
}

function reviewDatesOf({ start, end }: Period, asOf: string, months: number | undefined): readonly string[] {
  const dates: string[] = [];
  if (months === undefined) return dates;
  for (let n = 1; n <= LAST_PERIOD; n++) {
    const date = addMonths(start, n * months);
    if (date >= end) break;
    if (date > asOf) dates.push(date);
  }
  return dates;
}
