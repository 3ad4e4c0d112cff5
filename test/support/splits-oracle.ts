/**
 * Splits a second time, in whole smallest units (bigint) and by enumeration. Shares no line with the library.
 */

export type Order = "contract_order" | "reverse_order" | "largest_fraction_first";

/** Parts of a number of units in proportion to whole weights. */
export function splitUnits(total: bigint, weights: readonly bigint[], order: Order): readonly bigint[] {
  if (total < 0n) return splitUnits(-total, weights, order).map((part) => -part);
  const sum = weights.reduce((a, b) => a + b, 0n);
  const parts = weights.map((weight) => (total * weight) / sum);
  const queue = weights.map((weight, index) => ({ index, lost: (total * weight) % sum })).filter(({ lost }) => lost > 0n);
  if (order === "reverse_order") queue.reverse();
  if (order === "largest_fraction_first") queue.sort((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1));
  let left = total - parts.reduce((a, b) => a + b, 0n);
  for (const { index } of queue) {
    if (left === 0n) break;
    parts[index] = (parts[index] as bigint) + 1n;
    left -= 1n;
  }
  return parts;
}

export interface OracleStep {
  /** What each party is owed, in units; `null`: everything left is shared by `weights`. */
  readonly claims: readonly bigint[] | null;
  readonly weights: readonly bigint[];
}

/** A waterfall of claims in proportion, and a last share of what is left: paid to each of the same parties. */
export function waterfall(total: bigint, steps: readonly OracleStep[], order: Order): readonly bigint[] {
  let left = total;
  const got: bigint[] = (steps[0] as OracleStep).weights.map(() => 0n);
  for (const { claims, weights } of steps) {
    const owed = claims === null ? left : claims.reduce((a, b) => a + b, 0n);
    const paid = owed < left ? owed : left;
    if (paid === 0n) continue;
    splitUnits(paid, claims ?? weights, order).forEach((part, i) => {
      got[i] = (got[i] as bigint) + part;
    });
    left -= paid;
  }
  return got;
}

/** Every order in which parties can join, one after the other; each gets what it adds. Sums over all orders, and their number. */
export function shapleySums(
  players: number,
  value: (group: number) => bigint,
): { readonly sums: readonly bigint[]; readonly orders: bigint } {
  const sums = Array.from({ length: players }, () => 0n);
  let orders = 0n;
  const walk = (joined: number, added: readonly (readonly [player: number, gain: bigint])[]) => {
    if (joined === (1 << players) - 1) {
      orders += 1n;
      for (const [player, gain] of added) sums[player] = (sums[player] as bigint) + gain;
      return;
    }
    for (let player = 0; player < players; player++) {
      if ((joined & (1 << player)) !== 0) continue;
      const next = joined | (1 << player);
      walk(next, [...added, [player, value(next) - value(joined)]]);
    }
  };
  walk(0, []);
  return { sums, orders };
}

/** Whole units as an amount with two places. */
export function yuan(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
