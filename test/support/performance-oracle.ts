/**
 * Scores and tiers a second time, on fractions of two BigInts and straight from the definitions. Shares no line with the room.
 */
import { Ratio } from "./oracle-scorecard.js";

const zero = new Ratio(0n);

/** A score of 0…100 by relative scales of full marks 100, weights as keys, missing data excluded. `null`: no data. */
export function relativeScores(
  field: readonly { readonly [criterion: string]: string | null }[],
  keys: { readonly [criterion: string]: string },
): readonly (Ratio | null)[] {
  const best = (name: string) =>
    field.reduce((top, one) => {
      const value = one[name];
      return typeof value === "string" && top.less(Ratio.of(value)) ? Ratio.of(value) : top;
    }, zero);
  return field.map((one) => {
    let [sum, whole] = [zero, zero];
    for (const [name, key] of Object.entries(keys)) {
      const value = one[name];
      if (typeof value !== "string") continue;
      whole = whole.add(Ratio.of(key));
      const top = best(name);
      if (zero.less(top)) sum = sum.add(Ratio.of(key).mul(Ratio.of(value)).div(top));
    }
    return zero.less(whole) ? sum.mul(new Ratio(100n)).div(whole) : null;
  });
}

/** Whether points by `max × min(1, value ÷ threshold)` reach the minimum with every value above 0. */
export function earnsPoints(
  rows: readonly { readonly value: string; readonly threshold: string; readonly max: string }[],
  minimum: string,
): boolean {
  let sum = zero;
  for (const { value, threshold, max } of rows) {
    if (!zero.less(Ratio.of(value))) return false;
    const share = Ratio.of(value).div(Ratio.of(threshold));
    sum = sum.add(Ratio.of(max).mul(new Ratio(1n).less(share) ? new Ratio(1n) : share));
  }
  return !sum.less(Ratio.of(minimum));
}

/** The highest tier all of whose thresholds are reached, by its place; -1: none. */
export function highestTier(value: string, thresholds: readonly string[]): number {
  return thresholds.reduce((highest, bound, i) => (Ratio.of(value).less(Ratio.of(bound)) ? highest : i), -1);
}
