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
import type { KeptLine } from "./kept-line.js";
import { CELL, type Plan, type Stream } from "./plan.js";
import type { Accumulator } from "./policy.js";
import type { ProjectedSales } from "./projected-sales.js";
import { AMOUNT_DECIMALS, SPILL_DECIMALS } from "./read-figures.js";
import { bitsPerWord } from "./scope-masks.js";

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
  /** Lines of the streams whose programmes cap single sales, in the same way. Absent: no programme does. */
  readonly kept: Map<number, KeptLine[]> | undefined;
  /** How these lines go on, in a forecast. Absent: nothing is projected. */
  projected: ProjectedSales | undefined;
  /** What the hot path reads of the plan, once the first line has come. */
  tables: FoldTables | undefined;
  /** Lines looked at. Those accepted are the lines of cell 0. */
  read: number;
  /** Lines read by the hot path and not yet in the cells. Whoever looks at the cells gets the ledger by `ledgerOf`, which adds them. */
  readonly batch: Batch;
}

/** Figures of up to `LINES_A_BATCH` lines, by their place in the batch. */
export interface Batch {
  count: number;
  readonly member: Int32Array;
  /** Since the first day of the plan; −1: outside the plan's days. */
  readonly day: Int32Array;
  readonly amount: Float64Array;
  readonly quantity: Float64Array;
  /** The streams that may count the line, so many words a line. */
  readonly masks: Int32Array;
  readonly ids: string[] | undefined;
  /** Of no use but this: a value that goes nowhere is not read at all. */
  touched: number;
}

/** Few enough for a batch to stay in the nearest cache. */
export const LINES_A_BATCH = 256;

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
  const keepsIds = plan.policy.sources === "ids";
  const ledger: Ledger = {
    kind: "qudao.accumulator",
    plan,
    rowOf: new Int32Array(plan.policy.members.length).fill(-1),
    cells: new Float64Array(FIRST_CELLS),
    used: CELL,
    spill: new Map(),
    ids: keepsIds ? new Map() : undefined,
    kept: plan.streams.some(({ saleWays }) => saleWays !== undefined) ? new Map() : undefined,
    projected: undefined,
    read: 0,
    tables: undefined,
    batch: {
      count: 0,
      member: new Int32Array(LINES_A_BATCH),
      day: new Int32Array(LINES_A_BATCH),
      amount: new Float64Array(LINES_A_BATCH),
      quantity: new Float64Array(LINES_A_BATCH),
      masks: new Int32Array(LINES_A_BATCH * plan.words),
      ids: keepsIds ? [] : undefined,
      touched: 0,
    },
  };
  ledgers.add(ledger);
  return ledger;
}

export function ledgerOf(accumulator: Accumulator, path: string): Ledger {
  if (typeof accumulator !== "object" || accumulator === null || !ledgers.has(accumulator)) {
    throw settlementFault("settlement.not_an_accumulator", path, { got: shown(accumulator) });
  }
  const ledger = accumulator as Ledger;
  addBatch(ledger); // a host may look at the figures from within its iterator, while lines are being read
  return ledger;
}

/** Adds the lines of the batch to the cells, the control totals in one step. */
export function addBatch(ledger: Ledger): void {
  const { batch, plan } = ledger;
  const { count, amount, quantity, masks } = batch;
  if (count === 0) return;
  const { words, streams } = plan;
  batch.count = 0;
  let sumOfAmounts = 0;
  let sumOfQuantities = 0;
  for (let i = 0; i < count; i++) {
    sumOfAmounts += amount[i] as number;
    sumOfQuantities += quantity[i] as number;
  }
  put(ledger, 0, sumOfAmounts, sumOfQuantities, count);
  if (streams.length === 1) {
    const only = streams[0] as Stream;
    for (let i = 0; i < count; i++) if (masks[i] !== 0) addTo(ledger, only, i);
    return;
  }
  for (let i = 0; i < count; i++) {
    for (let word = 0; word < words; word++) {
      let bits = masks[i * words + word] as number;
      while (bits !== 0) {
        addTo(ledger, streams[word * bitsPerWord + (31 - Math.clz32(bits & -bits))] as Stream, i);
        bits &= bits - 1;
      }
    }
  }
}

/** Adds a line of the batch to the cell of its member and day in a stream. */
function addTo(ledger: Ledger, { slotOf, offset, classOf }: Stream, i: number): void {
  const { batch, plan, rowOf, ids } = ledger;
  const { member, day, amount, quantity } = batch;
  const lineDay = day[i] as number;
  if (lineDay < 0) return;
  const m = member[i] as number;
  const slot = slotOf[classOf === undefined ? lineDay : (classOf[m] as number) * plan.days + lineDay] as number;
  if (slot < 0) return;
  const known = rowOf[m] as number;
  const at = (known < 0 ? openRow(ledger, m) : known) + offset + slot * CELL;
  put(ledger, at, amount[i] as number, quantity[i] as number, 1);
  if (ids !== undefined) keep(ids, at, batch.ids?.[i] as string);
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

/** Adds the figures of so many lines to a cell. */
export function put(ledger: Ledger, at: number, amount: number, quantity: number, lines: number): void {
  const { cells } = ledger;
  const newAmount = (cells[at] as number) + amount;
  const newQuantity = (cells[at + QUANTITY] as number) + quantity;
  cells[at + LINES] = (cells[at + LINES] as number) + lines;
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
export function keep<T>(lines: Map<number, T[]>, at: number, line: T): void {
  const list = lines.get(at);
  if (list === undefined) lines.set(at, [line]);
  else list.push(line);
}
