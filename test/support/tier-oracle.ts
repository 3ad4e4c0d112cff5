/**
 * Threshold tables and incentive programmes a second time: every method read as a rate curve over the qualifier, in fractions.
 * Written from the definitions in the story of `tier-schedule`, without a look at how the library walks its rows.
 */
import type { TierRow, TierSchedule } from "qudao/engine";
import type { IncentiveFacts, IncentiveProgramme } from "qudao/incentives";
import {
  add,
  type Frac,
  floorOf,
  frac,
  fracOf,
  halfUp,
  isZero,
  least,
  minus,
  most,
  NONE,
  order,
  over,
  sum,
  times,
} from "./fraction-oracle.js";

export interface TierReading {
  readonly earned: Frac;
  readonly tier: number;
}

/** `qualifier` picks the row, `measure` is paid on; `stands` is the qualifier that the measure stands for, before any limit. */
export function readTiers(schedule: TierSchedule, qualifier: Frac, measure?: Frac, stands: Frac = qualifier): TierReading {
  if (schedule.method === "package") {
    const packages = over(most(qualifier, NONE), fracOf(schedule.size));
    const complete = floorOf(packages);
    const count = schedule.count === "started" && order(packages, frac(complete)) > 0 ? complete + 1n : complete;
    return { earned: times(frac(count), fracOf(schedule.amount)), tier: Number(count) };
  }
  const { tiers, boundary, method } = schedule;
  const isIn = (row: TierRow) => order(qualifier, fracOf(row.from)) >= (boundary === "reaches" ? 0 : 1);
  const tier = tiers.filter(isIn).length;
  if (tier === 0) return { earned: NONE, tier };
  const rows = tiers.slice(0, tier);
  const top = rows[tier - 1] as TierRow;
  const endOf = (row: TierRow) => tiers[tiers.indexOf(row) + 1]?.from ?? row.to;
  const upTo = (row: TierRow) => {
    const end = endOf(row);
    return end === undefined ? qualifier : least(qualifier, fracOf(end));
  };
  const widthIn = (row: TierRow) => minus(upTo(row), fracOf(row.from));
  const rate = (row: TierRow) => fracOf(row.rate as string);
  /** Money per unit of the qualifier, put on what is paid. */
  const onMeasure = (curve: (part: (row: TierRow, width: Frac) => Frac) => Frac): Frac => {
    if (measure === undefined) return curve((row, width) => times(rate(row), width));
    if (isZero(stands)) return times(rate(top), measure);
    return over(
      times(
        measure,
        curve((row, width) => times(rate(row), width)),
      ),
      stands,
    );
  };
  /** Fixed amounts beside the rates. */
  const fixed = (paid: readonly TierRow[]) =>
    sum(paid.map((row) => (isZero(fracOf(row.from)) && order(qualifier, NONE) <= 0 ? NONE : fracOf(row.amount ?? "0"))));
  switch (method) {
    case "graduated":
    case "excess_only":
      return {
        earned: add(
          onMeasure((part) => sum(rows.map((row) => part(row, widthIn(row))))),
          fixed(rows),
        ),
        tier,
      };
    case "retroactive":
      return {
        earned: add(
          onMeasure((part) => part(top, qualifier)),
          fixed([top]),
        ),
        tier,
      };
    case "rolling_sum":
      return { earned: onMeasure((part) => sum(rows.map((row) => part(row, upTo(row))))), tier };
    case "total_sum":
      return { earned: onMeasure((part) => sum(rows.map((row) => part(row, qualifier)))), tier };
    case "pay_to_first": {
      const last = rows.map((row) => row.fromFirst === true).lastIndexOf(true);
      return {
        earned: onMeasure((part) =>
          sum(rows.map((row, i) => (i < last ? NONE : i === last ? part(row, upTo(row)) : part(row, widthIn(row))))),
        ),
        tier,
      };
    }
    case "lump_sum":
    case "lump_sum_each": {
      const paid = (method === "lump_sum" ? [top] : rows).filter((row) => !isZero(fracOf(row.from)) || order(qualifier, NONE) > 0);
      return { earned: sum(paid.map((row) => fracOf(row.amount as string))), tier };
    }
    case "polynomial": {
      const { curve } = schedule;
      const power = (value: Frac, n: number): Frac => frac(value.over ** BigInt(n), value.under ** BigInt(n));
      const pays = (value: Frac, least: number) =>
        sum((top.coefficients ?? []).map((one, n) => (n < least ? NONE : times(fracOf(one), power(value, n)))));
      const standsFor = (part: Frac) => (measure === undefined ? part : isZero(stands) ? measure : over(times(measure, part), stands));
      if (curve === "rate") return { earned: times(pays(qualifier, 0), standsFor(qualifier)), tier };
      const value = standsFor(curve === "amount" ? qualifier : minus(qualifier, fracOf(top.from)));
      const constant = isZero(qualifier) && isZero(fracOf(top.from)) ? NONE : fracOf(top.coefficients?.[0] as string);
      const rest = order(value, NONE) < 0 ? minus(NONE, pays(minus(NONE, value), 1)) : pays(value, 1);
      return { earned: add(constant, rest), tier };
    }
    case "interpolated": {
      const covered = sum(
        rows.map((row) =>
          times(fracOf((row.rate ?? row.amount) as string), over(widthIn(row), minus(fracOf(endOf(row) as string), fracOf(row.from)))),
        ),
      );
      if (top.rate === undefined) return { earned: covered, tier };
      if (measure === undefined) return { earned: times(covered, qualifier), tier };
      const share = order(qualifier, stands) === 0 ? frac(1n) : over(qualifier, stands);
      return { earned: times(times(covered, measure), share), tier };
    }
  }
}

/** What a member earns in a window, with two places rounded half up; a text names what is missing. */
export function readIncentive(
  facts: IncentiveFacts,
  programme: IncentiveProgramme,
): { readonly earned: string; readonly tier: number } | string {
  const [amount, quantity] = [fracOf(facts.amount), fracOf(facts.quantity)];
  const { qualifier, payOn, limits, schedule } = programme;
  let x: Frac;
  let increment: Frac | undefined;
  const grows = qualifier.kind === "growth_amount" || qualifier.kind === "growth_rate";
  if (qualifier.kind === "amount") x = amount;
  else if (qualifier.kind === "quantity") x = quantity;
  else if (qualifier.kind === "attainment") {
    if (facts.quota === undefined) return "quota_missing";
    const quota = fracOf(facts.quota);
    if (order(quota, NONE) <= 0) return "quota_not_positive";
    x = over(amount, quota);
  } else if (qualifier.kind === "measure" || qualifier.kind === "share" || qualifier.kind === "given") {
    throw new Error("the whole programme is read by programme-oracle");
  } else {
    if (facts.baseline === undefined) return "baseline_missing";
    const { zeroBaseline: zero } = qualifier;
    const before = most(fracOf(facts.baseline), zero.kind === "floor_baseline" ? fracOf(zero.baseline) : NONE);
    const now = qualifier.of === "amount" ? amount : quantity;
    increment = minus(now, before);
    if (isZero(before) && zero.kind === "not_eligible") return { earned: halfUp(NONE, 2), tier: 0 };
    const fromNothing = isZero(now)
      ? NONE
      : order(now, NONE) < 0
        ? frac(-1n)
        : zero.kind === "treat_as_rate"
          ? fracOf(zero.rate)
          : frac(1n);
    x = qualifier.kind === "growth_amount" ? increment : isZero(before) ? fromNothing : over(increment, before);
  }
  const caps = limits.flatMap((limit) => (limit.kind === "qualifier_cap" ? [fracOf(limit.value)] : []));
  const capped = caps.reduce(least, x);
  const measure = payOn === "qualifier" ? undefined : payOn === "growth_amount" ? increment : payOn === "amount" ? amount : quantity;
  const paidOn = measure === undefined ? undefined : most(measure, NONE);
  const stands = !grows || payOn === "growth_amount" ? x : capped;
  const { earned, tier } = readTiers(schedule, capped, paidOn, stands);
  const paid = limits.flatMap((limit) => (limit.kind === "payment_cap" ? [fracOf(limit.amount)] : [])).reduce(least, earned);
  return { earned: halfUp(paid, 2), tier };
}
