/**
 * What the cells add up to, as decimals.
 *
 * @internal
 */
import { Exact, text, ZERO } from "../kernel/decimal.js";
import { AMOUNT, type Ledger, LINES, QUANTITY, spilledFigure } from "./ledger.js";
import { CELL, type SlotRun, type Stream } from "./plan.js";
import { AMOUNT_DECIMALS, SPILL_DECIMALS } from "./read-figures.js";
import type { IntakeTotals } from "./statement.js";

/** The figures of a run of slots. */
export interface Figures {
  readonly amount: Exact;
  readonly quantity: Exact;
  readonly lines: number;
}

const NONE: Figures = { amount: ZERO, quantity: ZERO, lines: 0 };

/** The figures of one member in a run of slots of a stream. */
export function figuresOf(ledger: Ledger, member: number, stream: Stream, run: SlotRun): Figures {
  const row = ledger.rowOf[member] as number;
  if (row < 0) return NONE;
  const first = row + stream.offset + run.from * CELL;
  const end = row + stream.offset + run.to * CELL;
  let lines = 0;
  for (let at = first; at < end; at += CELL) lines += ledger.cells[at + LINES] as number;
  if (lines === 0) return NONE;
  return { amount: total(ledger, first, end, AMOUNT), quantity: total(ledger, first, end, QUANTITY), lines };
}

function total(ledger: Ledger, first: number, end: number, field: number): Exact {
  let sum = 0;
  let exact = true;
  for (let at = first + field; at < end; at += CELL) {
    sum += ledger.cells[at] as number;
    exact &&= Number.isSafeInteger(sum) && !ledger.spill.has(at);
  }
  if (exact) return new Exact(sum, field === AMOUNT ? AMOUNT_DECIMALS : 0);
  let large = 0n;
  for (let at = first + field; at < end; at += CELL) large += spilledFigure(ledger, at, field);
  return new Exact(large, SPILL_DECIMALS);
}

/** Control totals of everything taken in. */
export function controlTotals(ledger: Ledger): IntakeTotals {
  const accepted = ledger.cells[LINES] as number;
  return {
    read: ledger.read,
    accepted,
    rejected: ledger.read - accepted,
    netAmount: text(total(ledger, 0, CELL, AMOUNT)),
    netQuantity: text(total(ledger, 0, CELL, QUANTITY)),
  };
}

/**
 * Identifiers of the lines counted in a run of slots, in ascending order; absent where only their number is kept. `sellers`: whose lines, by member;
 * absent: its own.
 */
export function idsOf(
  ledger: Ledger,
  member: number,
  stream: Stream,
  run: SlotRun,
  sellers: readonly (readonly number[])[] | undefined,
): readonly string[] | undefined {
  const { ids } = ledger;
  if (ids === undefined) return undefined;
  const found: string[] = [];
  for (const seller of sellers?.[member] ?? [member]) {
    const row = ledger.rowOf[seller] as number;
    if (row < 0) continue;
    for (let slot = run.from; slot < run.to; slot++) for (const id of ids.get(row + stream.offset + slot * CELL) ?? []) found.push(id);
  }
  return found.sort();
}
