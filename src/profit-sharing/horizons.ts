/**
 * Streams of profit over a short and a long horizon: what `compareHorizons` and `compareExclusivity` stand on.
 */
import { compare, type Fraction, payableFraction } from "../engine/fraction.js";
import { type DecimalString, type Exact, exact } from "../kernel/decimal.js";
import type { MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { countOf, type Read, readDecimal, readDiscountRate, readRounding, recordOf, someOf, uniqueBy } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { LAST_PERIOD, presentValue, sharingFault } from "./sharing-fault.js";

/** The profit of one period. */
export interface PeriodProfit {
  /** 0: now, not discounted; up to 600. */
  readonly period: number;
  /** The profit; below 0 is a loss or an outlay. */
  readonly profit: DecimalString;
}

/** Over which horizons to compare. */
export interface HorizonPolicy {
  /** Discount rate per period. `"0"`: none. */
  readonly discountRate: Rate;
  /** Periods of the short horizon, from period 0 on, at least 1. */
  readonly shortPeriods: number;
  /** Periods of the long horizon, more than the short one, at most 600: a horizon without end has no figure here. */
  readonly longPeriods: number;
  /** How present values are rounded for showing. What is better is decided on exact values. */
  readonly rounding: MoneyRounding;
}

/** @internal */
export const readProfits: Read<readonly PeriodProfit[]> = uniqueBy(
  "period",
  someOf(recordOf<PeriodProfit>({ period: countOf(0, LAST_PERIOD), profit: readDecimal })),
);

const readPolicy = recordOf<HorizonPolicy>({
  discountRate: readDiscountRate,
  shortPeriods: countOf(1, LAST_PERIOD),
  longPeriods: countOf(1, LAST_PERIOD),
  rounding: readRounding,
});

/** @internal */
export function readHorizons(policy: HorizonPolicy): HorizonPolicy {
  const given = readPolicy(policy, "policy");
  if (given.longPeriods <= given.shortPeriods) {
    throw sharingFault("profit-sharing.horizon_short", "policy.longPeriods", { got: given.longPeriods, short: given.shortPeriods });
  }
  return given;
}

interface Plan {
  readonly id: string;
  readonly profits: readonly PeriodProfit[];
}

interface Horizon {
  /** Present values, rounded, in the order of the plans. */
  readonly values: readonly DecimalString[];
  /** The plan that is worth more than every other. `null`: several are worth most, or there is none. */
  readonly best: string | null;
}

/**
 * Values plans over both horizons, or names the first period of which a profit is not known: it is never 0.
 *
 * @internal
 */
export function valuePlans(
  plans: readonly Plan[],
  { discountRate, shortPeriods, longPeriods, rounding }: HorizonPolicy,
): Result<
  { readonly short: Horizon; readonly long: Horizon; readonly opposite: boolean },
  { readonly id: string; readonly period: number }
> {
  const streams = plans.map(({ profits }) => byPeriod(profits, longPeriods));
  for (let period = 0; period < longPeriods; period++) {
    const i = streams.findIndex((stream) => stream[period] === undefined);
    if (i >= 0) return err({ id: plans[i]?.id as string, period });
  }
  const over = (periods: number): Horizon => {
    const worth = streams.map((stream) => presentValue(stream.slice(0, periods), discountRate));
    return { values: worth.map((one) => payableFraction(one, rounding)), best: bestOf(plans, worth) };
  };
  const short = over(shortPeriods);
  const long = over(longPeriods);
  return ok({ short, long, opposite: short.best !== null && long.best !== null && short.best !== long.best });
}

function bestOf(plans: readonly Plan[], worth: readonly Fraction[]): string | null {
  const best = worth.flatMap((one, i) => (worth.every((other, k) => k === i || compare(one, other) > 0) ? [plans[i]?.id as string] : []));
  return best[0] ?? null;
}

function byPeriod(stream: readonly PeriodProfit[], periods: number): readonly (Exact | undefined)[] {
  const profits: (Exact | undefined)[] = Array.from({ length: periods }, () => undefined);
  for (const { period, profit } of stream) if (period < periods) profits[period] = exact(profit);
  return profits;
}
