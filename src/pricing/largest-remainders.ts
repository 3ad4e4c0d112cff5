/**
 * Ratios of parts of either sign to their whole, cut to a number of places so that they add up to exactly 1.
 *
 * @internal
 */
import { roundFraction } from "../engine/fraction.js";
import { Exact } from "../kernel/decimal.js";

/** The caller has checked that the whole, which the parts add up to, is not 0. @internal */
export function largestRemainders(parts: readonly Exact[], whole: Exact, decimals: number): readonly Exact[] {
  const under = whole.abs();
  const signed = whole.isNegative() ? parts.map((part) => part.negated()) : parts;
  const cut = signed.map((part) => roundFraction({ over: part, under }, decimals, "floor"));
  const step = new Exact(1, decimals);
  const left = cut.reduce((rest, one) => rest.minus(one), new Exact(1));
  const units = left.times(`1${"0".repeat(decimals)}`).toNumber();
  const order = signed
    .map((part, i) => ({ i, rest: part.minus((cut[i] as Exact).times(under)) }))
    .sort((a, b) => b.rest.comparedTo(a.rest) || a.i - b.i)
    .slice(0, units);
  const raised = new Set(order.map(({ i }) => i));
  return cut.map((one, i) => (raised.has(i) ? one.plus(step) : one));
}
