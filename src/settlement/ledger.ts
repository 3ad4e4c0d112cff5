/**
 * The figures of an accumulator: three numbers a cell (amount at four decimals, quantity, lines) in one typed array, a row for each
 * member that has lines. What a number cannot hold exactly (more decimals, fractions of units, beyond 2^53) goes to a big integer
 * beside its cell, so the sum is exact at every size and does not depend on the order of the lines.
 *
 * @internal
 */
import { shown } from "../kernel/fault.js";
import { settlementFault } from "./check-policy.js";
import type { FoldTables } from "./fold-tables.js";
import { CELL, type Plan } from "./plan.js";
import type { Accumulator } from "./policy.js";
import { AMOUNT_DECIMALS, SPILL_DECIMALS } from "./read-figures.js";

export interface Ledger extends Accumulator {
  readonly plan: Plan;
  /** Where each member's figures begin in `cells`; −1: it has none yet. */
  readonly rowOf: Int32Array;
  /** Cell 0 holds the control totals; the members' rows follow. */
  cells: Float64Array;
  used: number;
  /** What did not fit, by index into `cells`, at `SPILL_DECIMALS` decimals. */
  readonly spill: Map<number, bigint>;
  /** Identifiers of the lines counted, by index of the cell. Absent: only their number is kept. */
  readonly ids: Map<number, string[]> | undefined;
  /** What the hot path reads of the plan, once the first line has come. */
  tables: FoldTables | undefined;
  /** Lines looked at. Those accepted are the lines of cell 0. */
  read: number;
}

/** Figures at `SPILL_DECIMALS` decimals that do not fit a number; `0n`: nothing. */
export interface Spilled {
  readonly amount: bigint;
  readonly quantity: bigint;
}

/** Offsets within a cell. */
export const AMOUNT = 0;
export const QUANTITY = 1;
export const LINES = 2;

const FIRST_CELLS = 1024;

/** Every ledger there is: an object that only looks like one is refused without reading it. */
const ledgers = new WeakSet<object>();

export function newLedger(plan: Plan): Ledger {
  const ledger: Ledger = {
    kind: "qudao.accumulator",
    plan,
    rowOf: new Int32Array(plan.policy.members.length).fill(-1),
    cells: new Float64Array(FIRST_CELLS),
    used: CELL,
    spill: new Map(),
    ids: plan.policy.sources === "ids" ? new Map() : undefined,
    read: 0,
    tables: undefined,
  };
  ledgers.add(ledger);
  return ledger;
}

export function ledgerOf(accumulator: Accumulator, path: string): Ledger {
  if (typeof accumulator !== "object" || accumulator === null || !ledgers.has(accumulator)) {
    throw settlementFault("settlement.not_an_accumulator", path, { got: shown(accumulator) });
  }
  return accumulator as Ledger;
}

/** Gives a member its row, growing the array by doubling. */
export function openRow(ledger: Ledger, member: number): number {
  const start = ledger.used;
  const end = start + ledger.plan.width;
  if (end > ledger.cells.length) {
    const grown = new Float64Array(Math.max(end, ledger.cells.length * 2));
    grown.set(ledger.cells);
    ledger.cells = grown;
  }
  ledger.used = end;
  ledger.rowOf[member] = start;
  return start;
}

/** Sets aside what a number cannot hold. */
export function spillInto(ledger: Ledger, at: number, value: bigint): void {
  const sum = (ledger.spill.get(at) ?? 0n) + value;
  if (sum === 0n) ledger.spill.delete(at);
  else ledger.spill.set(at, sum);
}

const AMOUNT_TO_SPILL = 10n ** BigInt(SPILL_DECIMALS - AMOUNT_DECIMALS);
const UNIT_TO_SPILL = 10n ** BigInt(SPILL_DECIMALS);

/** The figure at one place of one cell, as an integer at `SPILL_DECIMALS` decimals. Only where something spilled. */
export function spilledFigure(ledger: Ledger, at: number, field: number): bigint {
  const unit = field === AMOUNT ? AMOUNT_TO_SPILL : UNIT_TO_SPILL;
  return (ledger.spill.get(at) ?? 0n) + BigInt(ledger.cells[at] as number) * unit;
}

/** Adds a safe integer to one place, spilling before the sum leaves the safe range. */
export function addNumber(ledger: Ledger, at: number, value: number, field: number): void {
  const sum = (ledger.cells[at] as number) + value;
  if (sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER) ledger.cells[at] = sum;
  else {
    spillInto(ledger, at, BigInt(ledger.cells[at] as number) * (field === AMOUNT ? AMOUNT_TO_SPILL : UNIT_TO_SPILL));
    ledger.cells[at] = value;
  }
}

/** Adds one line's figures to a cell. */
export function put(ledger: Ledger, at: number, amount: number, quantity: number): void {
  const { cells } = ledger;
  const newAmount = (cells[at] as number) + amount;
  const newQuantity = (cells[at + QUANTITY] as number) + quantity;
  cells[at + LINES] = (cells[at + LINES] as number) + 1;
  if (newAmount <= MAX && newAmount >= -MAX && newQuantity <= MAX && newQuantity >= -MAX) {
    cells[at] = newAmount;
    cells[at + QUANTITY] = newQuantity;
  } else {
    addNumber(ledger, at, amount, AMOUNT);
    addNumber(ledger, at + QUANTITY, quantity, QUANTITY);
  }
}

const MAX = Number.MAX_SAFE_INTEGER;

/** Remembers which line a cell counted. */
export function keepId(ids: Map<number, string[]>, at: number, id: string): void {
  const list = ids.get(at);
  if (list === undefined) ids.set(at, [id]);
  else list.push(id);
}
