/**
 * The single lines that a window counts, one after the other: those taken in by day and identifier, then those projected.
 *
 * @internal
 */
import { Exact, exact, exactQuotient, quotient, rounded, ZERO } from "../kernel/decimal.js";
import { keptLinesOf } from "./kept-lines.js";
import type { Ledger } from "./ledger.js";
import { CELL, type PlannedProgramme, type PlannedWindow, type SlotRun, type Stream } from "./plan.js";

/** A line, with what it brings to the window. */
export interface SoldLine {
  /** The sale it belongs to, by each way in which caps name sales. */
  readonly sales: readonly string[];
  readonly amount: Exact;
  readonly quantity: Exact;
  /** Absent: it was taken in. */
  readonly projected?: ProjectedSale | undefined;
}

/** A sale like one of the days whose sales are typical. */
export interface ProjectedSale {
  /** Which of those in the window that are like the same sale. */
  readonly round: number;
  /** How much of a sale it is; above 0, at most 1. */
  readonly share: Exact;
}

export function soldLinesOf(ledger: Ledger, m: number, { stream }: PlannedProgramme, { slots }: PlannedWindow): readonly SoldLine[] {
  const counted = ledger.plan.streams[stream] as Stream;
  const taken = keptLinesOf(ledger, m, counted, slots).map(({ sales, amount, quantity }): SoldLine => {
    return { sales, amount: exact(amount), quantity: exact(quantity) };
  });
  return ledger.projected === undefined ? taken : [...taken, ...projectedLinesOf(ledger, m, counted, slots)];
}

/** Days of three times the base's weight bring three sales like each of the base's, half of it a half. */
function projectedLinesOf({ projected, rowOf }: Ledger, member: number, { offset }: Stream, { from, to }: SlotRun): readonly SoldLine[] {
  const row = rowOf[member] as number;
  if (projected === undefined || row < 0) return [];
  const slots = Array.from({ length: to - from }, (_, i) => projected.slots.get(row + offset + (from + i) * CELL) ?? []).flat();
  const [first] = slots;
  if (first === undefined) return [];
  const weight = slots.reduce((sum, slot) => sum.plus(slot.weight), ZERO);
  // what dividing left beyond 30 places must not begin another sale
  const times = rounded(exactQuotient(weight, projected.whole), 30, "half_up");
  const found: SoldLine[] = [];
  for (let round = 0; times.greaterThan(round); round++) {
    const share = Exact.min(1, times.minus(round));
    first.lines.forEach(({ line }, i) => {
      const part = (of: "amount" | "quantity"): Exact => {
        const all = slots.reduce((sum, { lines }) => sum.plus((lines[i] as (typeof lines)[number])[of]), ZERO);
        const upTo = (count: number) => (times.greaterThan(count) ? quotient(all.times(count), times) : all);
        return upTo(round + 1).minus(upTo(round));
      };
      found.push({ sales: line.sales, amount: part("amount"), quantity: part("quantity"), projected: { round, share } });
    });
  }
  return found;
}
