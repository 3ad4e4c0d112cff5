import { compare, type Fraction, minus, payableFraction, ratioOf, roundFraction, wholeOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import {
  countOf,
  readCurrency,
  readDecimal,
  readDiscountRate,
  readNotNegative,
  readPlaces,
  readRounding,
  recordOf,
  someOf,
  uniqueBy,
} from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { LAST_PERIOD, presentValue } from "./sharing-fault.js";

/** What exclusivity brings and costs its maker. */
export interface ExclusivityBreakEvenFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** The maker's margin on a unit, before the compensation. */
  readonly unitMargin: DecimalString;
  /** What it pays for the exclusivity, 0 or more, at once. */
  readonly compensation: DecimalString;
  /** What exclusivity changes, each period once. At least one. */
  readonly periods: readonly ExclusivityPeriod[];
}

/** What exclusivity changes in one period. */
export interface ExclusivityPeriod {
  /** 0: now, not discounted; up to 600. */
  readonly period: number;
  /** Units sold more because the dealer is exclusive. Below 0: fewer. */
  readonly addedVolume: DecimalString;
  /** What the maker spends on the dealer beside, 0 or more. */
  readonly support: DecimalString;
}

/** How the break-even is counted. */
export interface ExclusivityBreakEvenPolicy {
  /** Discount rate per period. `"0"`: none. */
  readonly discountRate: Rate;
  /** Places of the break-even volume, which is rounded up: 0 for whole units. */
  readonly volumeDecimals: number;
  /** How each amount is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** Whether exclusivity pays for its maker. */
export interface ExclusivityBreakEven {
  /** Present value of profit on added sales, less support and compensation. Below 0: it does not pay. */
  readonly net: DecimalString;
  /** Units that would have to be sold more, now, to earn the compensation back; rounded up. */
  readonly breakEvenVolume: DecimalString;
  /** The first period by whose end, and after which for good, the compensation is earned back. `null`: within those given, never. */
  readonly breakEvenPeriod: number | null;
}

/** Why there is no break-even. */
export type ExclusivityBreakEvenProblem = Message<"profit-sharing.margin_not_positive">;

/**
 * Computes when exclusivity pays for its maker: its value, the volume that earns the compensation back, and by when.
 *
 * @remarks
 * `net = Σ (addedVolume × unitMargin − support) ÷ (1 + rate)^t − compensation`; `breakEvenVolume = compensation ÷ unitMargin`, rounded
 * up. A value of exactly 0 is a break-even.
 *
 * @param facts - Margin, compensation, and what changes period by period.
 * @param policy - Discount rate, places and rounding.
 * @returns Net value, break-even volume and period.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `kernel.named_twice`.
 *
 * @errors
 * - `profit-sharing.margin_not_positive` - the maker earns nothing on a unit.
 *
 * @source S19-111, S19-114.
 *
 * @example 33,000 paid, 1,000 units a year at 20
 * ```ts
 * import { computeExclusivityBreakEven } from "qudao/profit-sharing";
 *
 * const periods = [1, 2, 3].map((period) => ({ period, addedVolume: "1000", support: "0" }));
 * const answer = computeExclusivityBreakEven(
 *   { currency: "CNY", unitMargin: "20", compensation: "33000", periods },
 *   { discountRate: "0", volumeDecimals: 0, rounding: { decimals: 2, mode: "half_up" } },
 * );
 * answer.ok && answer.value.outcome; // => { net: "27000.00", breakEvenVolume: "1650", breakEvenPeriod: 2 }
 * ```
 *
 * @since 0.1.0
 */
export function computeExclusivityBreakEven(
  facts: ExclusivityBreakEvenFacts,
  policy: ExclusivityBreakEvenPolicy,
): Result<Explained<ExclusivityBreakEven>, ExclusivityBreakEvenProblem> {
  return readSafely({ facts, policy }, () => {
    const { currency, unitMargin, compensation, periods } = recordOf<ExclusivityBreakEvenFacts>({
      currency: readCurrency,
      unitMargin: readDecimal,
      compensation: readNotNegative,
      periods: uniqueBy(
        "period",
        someOf(recordOf<ExclusivityPeriod>({ period: countOf(0, LAST_PERIOD), addedVolume: readDecimal, support: readNotNegative })),
      ),
    })(facts, "facts");
    const {
      discountRate: rate,
      volumeDecimals,
      rounding,
    } = recordOf<ExclusivityBreakEvenPolicy>({
      discountRate: readDiscountRate,
      volumeDecimals: readPlaces,
      rounding: readRounding,
    })(policy, "policy");
    const margin = exact(unitMargin);
    if (!margin.greaterThan(0)) return err({ code: "profit-sharing.margin_not_positive", params: { margin: unitMargin } });
    const gains: Exact[] = [];
    const costs: Exact[] = [];
    for (const { period, addedVolume, support } of periods) {
      gains[period] = margin.times(addedVolume);
      costs[period] = exact(support);
    }
    const gained = payableFraction(presentValue(Array.from(gains), rate), rounding);
    const spent = payableFraction(presentValue(Array.from(costs), rate), rounding);
    const paid = payable(exact(compensation), rounding);
    const net = payable(exact(gained).minus(spent).minus(paid), rounding);
    const breakEvenVolume = text(roundFraction(ratioOf(exact(compensation), margin), volumeDecimals, "up"));
    const negative = (amount: string) => text(exact(amount).negated());
    return ok({
      outcome: { net, breakEvenVolume, breakEvenPeriod: firstForGood(gains, costs, rate, exact(compensation)) },
      explanation: {
        code: "profit-sharing.break_even",
        params: { amount: net, currency, volume: breakEvenVolume },
        adds: "amount",
        from: [
          { code: "profit-sharing.gain_of_sales", params: { amount: gained } },
          { code: "profit-sharing.support_spent", params: { amount: negative(spent) } },
          { code: "profit-sharing.compensation_paid", params: { amount: negative(paid) } },
        ],
      },
    });
  });
}

/** The first period from which on the sum so far never falls below what was paid. */
function firstForGood(gains: readonly Exact[], costs: readonly Exact[], rate: string, paid: Exact): number | null {
  let found: number | null = null;
  for (let t = 0; t < gains.length; t++) {
    const nets = Array.from({ length: t + 1 }, (_, i) => sumOf([gains[i] ?? "0"]).minus(costs[i] ?? 0));
    const sofar: Fraction = minus(presentValue(nets, rate), wholeOf(paid));
    const isEarned = compare(sofar, wholeOf(exact("0"))) >= 0;
    if (!isEarned) found = null;
    else if (found === null) found = t;
  }
  return found;
}
