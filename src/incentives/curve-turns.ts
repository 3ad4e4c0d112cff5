/**
 * Where a tier that pays by a curve rises and falls: its turning points, in the qualifier.
 *
 * @internal
 */
import type { TierTable } from "../engine/tier-schedule.js";
import { Exact, exact, exactQuotient, quotient, rounded, ZERO } from "../kernel/decimal.js";
import type { PayoutShape } from "./payout-shape.js";
import { ONE } from "./read-input.js";

/** The constant first. */
type Polynomial = readonly Exact[];

/** Halvings that bring a turning point to 40 digits of any stretch. */
const HALVINGS = 140;

/**
 * The values of the qualifier between which what a tier pays only rises or only falls, from its beginning to its end; of an open tier, to where
 * it turns no more, and a value beyond.
 */
export function turnsOf({ curve, tiers }: TierTable, i: number, end: Exact | undefined, paidOn: PayoutShape["paidOn"]): readonly Exact[] {
  const row = tiers[i] as TierTable["tiers"][number];
  const from = exact(row.from);
  const written = (row.coefficients ?? []).map((one) => exact(one));
  if (curve === "rate") {
    // the measure is a straight line of the qualifier
    const start = paidOn(ZERO);
    const pays = product(written, [start, paidOn(ONE).minus(start)]);
    return spread(from, end ?? beyond(from, pays), rootsOf(derived(pays), from, end ?? beyond(from, pays)));
  }
  const valueAt = (x: Exact): Exact => {
    const value = paidOn(x);
    if (curve === "amount") return value;
    return x.isZero() ? value : exactQuotient(value.times(x.minus(from)), x);
  };
  let last = end ?? from.plus(Exact.max(from, ONE));
  const far = rootBound(written);
  // a measure that does not grow with the qualifier has nothing to turn
  for (let n = 0; end === undefined && n < HALVINGS && valueAt(last).lessThan(far) && valueAt(last).greaterThan(valueAt(from)); n++) {
    last = last.times(2);
  }
  const turns = rootsOf(derived(written), valueAt(from), valueAt(last)).map((value) => solve((x) => valueAt(x).minus(value), from, last));
  return spread(from, last, turns);
}

function spread(from: Exact, last: Exact, turns: readonly Exact[]): readonly Exact[] {
  return [from, ...turns.filter((turn) => turn.greaterThan(from) && turn.lessThan(last)), last];
}

function beyond(from: Exact, pays: Polynomial): Exact {
  return from.plus(Exact.max(from, ONE)).plus(rootBound(pays));
}

/** Beyond it the curve turns no more: Fujiwara's bound of the roots, 2·max |c_(n−k) ÷ c_n|^(1/k), in doubles and rounded up. */
function rootBound(pays: Polynomial): Exact {
  const first = derived(pays);
  const degree = first.length - 1 - [...first].reverse().findIndex((one) => !one.isZero());
  const top = first[degree];
  if (top === undefined || top.isZero()) return ONE;
  const roots = first.slice(0, degree).map((one, i) => quotient(one, top).abs().toNumber() ** (1 / (degree - i)));
  return exact(BigInt(Math.ceil(Math.min(FARTHEST, 2.01 * Math.max(0, ...roots))))).plus(1);
}

/** A bound that the doubles have. */
const FARTHEST = 1e59;

function derived(pays: Polynomial): Polynomial {
  return pays.slice(1).map((one, i) => one.times(i + 1));
}

function product(a: Polynomial, b: Polynomial): Polynomial {
  return Array.from({ length: a.length + b.length - 1 }, (_, n) =>
    a.reduce((sum, one, i) => (b[n - i] === undefined ? sum : sum.plus(one.times(b[n - i] as Exact))), ZERO),
  );
}

function heightAt(pays: Polynomial, at: Exact): Exact {
  return pays.reduceRight((sum, one) => sum.times(at).plus(one), ZERO);
}

/** Where it changes its sign, lowest first: between two turns of its own it does so once at most. */
function rootsOf(pays: Polynomial, from: Exact, to: Exact): readonly Exact[] {
  if (pays.length < 2 || !from.lessThan(to)) return [];
  const places = [from, ...rootsOf(derived(pays), from, to), to];
  return places.slice(1).flatMap((high, i) => {
    const low = places[i] as Exact;
    const [a, b] = [heightAt(pays, low), heightAt(pays, high)];
    if (a.isZero() || b.isZero() || a.isNegative() === b.isNegative()) return b.isZero() ? [high] : [];
    return [solve((x) => heightAt(pays, x), low, high)];
  });
}

/** Where something that only rises or only falls is 0, by halving; a short value that is 0 exactly is taken before a long one that is near. */
function solve(heightOf: (x: Exact) => Exact, from: Exact, to: Exact): Exact {
  let [low, high] = [from, to];
  const below = heightOf(low).isNegative();
  for (let n = 0; n < HALVINGS; n++) {
    const middle = quotient(low.plus(high), exact(2));
    if (middle.equals(low) || middle.equals(high)) break;
    const height = heightOf(middle);
    if (height.isZero()) return middle;
    if (height.isNegative() === below) low = middle;
    else high = middle;
  }
  const short = rounded(low, SHORT_PLACES, "half_even");
  return short.greaterThanOrEqualTo(from) && short.lessThanOrEqualTo(to) && heightOf(short).isZero() ? short : low;
}

const SHORT_PLACES = 12;

/** The first value, between two at which it is below and not below a height, from which that height is reached. @internal */
export function firstReaching(earned: (x: Exact) => Exact, height: Exact, from: Exact, to: Exact): Exact {
  return solve((x) => earned(x).minus(height), from, to);
}
