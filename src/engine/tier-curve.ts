/**
 * A row that pays by a polynomial: its terms, each a part of the working, over what the curve is drawn over.
 *
 * @internal
 */
import { Exact, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { EngineCode } from "./messages.js";
import { type CompiledRow, ratio, type TierBasis, type TierPiece, type TierWork, top, worked } from "./tier-methods.js";
import type { TierCurve } from "./tier-schedule.js";

/** A value that is not divided yet, so that a quotient without end is cut once, at the end. */
interface Over {
  readonly over: Exact;
  /** Above 0. Absent: 1. */
  readonly under: Exact | undefined;
}

export function tierCurveOf(curve: TierCurve): TierWork {
  return CURVES[curve];
}

const CURVES: { readonly [C in TierCurve]: TierWork } = {
  amount: (rows, reached, basis) => worked(paidBy(top(rows, reached), paidOn, basis)),
  excess_amount: (rows, reached, basis) => worked(paidBy(top(rows, reached), excess, basis)),
  rate: (rows, reached, basis) => worked([rated(top(rows, reached), basis)]),
};

function paidBy(row: CompiledRow, over: typeof paidOn, basis: TierBasis): readonly TierPiece[] {
  const { terms } = termsOf(row, over(row, basis), basis.x.isZero() && row.from.isZero());
  return terms.map((term) => ({ amount: term.part, node: nodeOf(row, term, "amount") }));
}

/** All that is paid on; where a limit cut the qualifier, the same share of it. */
function paidOn(_: CompiledRow, { x, per, y, whole }: TierBasis): Over {
  if (y === undefined) return { over: x, under: per };
  return x.equals(whole) ? { over: y, under: undefined } : { over: y.times(x), under: whole };
}

/** What is above the row's `from`; of a measure, the same share as of the qualifier. */
function excess({ from }: CompiledRow, { x, per, y, whole }: TierBasis): Over {
  const part = x.minus(from);
  if (y === undefined) return { over: part, under: per };
  return part.equals(whole) ? { over: y, under: undefined } : { over: y.times(part), under: whole };
}

/** The rate of the curve at the qualifier, paid on all that is paid on. */
function rated(row: CompiledRow, basis: TierBasis): TierPiece {
  const { terms, sum, under } = termsOf(row, { over: basis.x, under: basis.per }, false);
  const measure = paidOn(row, basis);
  const amount = ratio(sum.times(measure.over), product(under, measure.under));
  const rate = sumOf(terms.map(({ part }) => part));
  const params = { rate: text(rate), measure: text(ratio(measure.over, measure.under)), amount: text(amount) };
  return {
    amount,
    node: { code: "engine.tier_curve_rate", params, adds: "rate", from: terms.map((term) => nodeOf(row, term, "rate")) },
  };
}

interface Term {
  readonly power: number;
  readonly coefficient: Exact;
  readonly value: Exact;
  readonly part: Exact;
}

/**
 * The terms that are not 0 by their coefficient, and the sum before it is divided. The sum is divided once; the terms are cut, and the last of
 * them takes what the cuts left. Below 0 a term of the value counts like that of as much above 0 with the sign turned, as a rate does: an even
 * power would pay for what came back.
 */
function termsOf(row: CompiledRow, { over, under }: Over, isNothing: boolean) {
  const turned = over.isNegative();
  const size = turned ? over.negated() : over;
  const coefficients = (row.coefficients as readonly Exact[]).map((one, power) =>
    power > 0 ? (turned ? one.negated() : one) : isNothing ? ZERO : one,
  );
  const used = coefficients.flatMap((coefficient, power) => (coefficient.isZero() ? [] : [{ coefficient, power }]));
  const highest = used.at(-1)?.power ?? 0;
  const [ups, downs] = [powersOf(size, highest), powersOf(under ?? ONE, highest)];
  const divisorOf = (power: number) => (under === undefined || power === 0 ? undefined : downs[power]);
  const sum = sumOf(used.map(({ coefficient, power }) => coefficient.times(ups[power] as Exact).times(downs[highest - power] as Exact)));
  const value = ratio(size, under);
  let left = ratio(sum, divisorOf(highest));
  const terms = used.map(({ coefficient, power }, i): Term => {
    const part = i === used.length - 1 ? left : ratio(coefficient.times(ups[power] as Exact), divisorOf(power));
    left = left.minus(part);
    return { power, coefficient, value, part };
  });
  return { terms, sum, under: divisorOf(highest) };
}

const ONE = new Exact(1);

/** From the power of 0 up to the highest. */
function powersOf(value: Exact, highest: number): readonly Exact[] {
  const powers = [ONE];
  for (let power = 1; power <= highest; power++) powers.push((powers[power - 1] as Exact).times(value));
  return powers;
}

function nodeOf(row: CompiledRow, { power, coefficient, value, part }: Term, field: "amount" | "rate"): TierPiece["node"] {
  const place = { tier: row.tier, from: row.fromText };
  const codes: { readonly [F in typeof field]: readonly [EngineCode, EngineCode] } = {
    amount: ["engine.tier_constant", "engine.tier_term"],
    rate: ["engine.tier_constant_rate", "engine.tier_term_rate"],
  };
  const [constant, term] = codes[field];
  if (power === 0) return { code: constant, params: { ...place, [field]: text(part) } };
  return { code: term, params: { ...place, coefficient: text(coefficient), value: text(value), power, [field]: text(part) } };
}

function product(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  return a === undefined ? b : b === undefined ? a : a.times(b);
}
