/**
 * What each method of a threshold table pays for: the parts of the qualifier that every row reached pays on, and what they come to.
 */
import { Exact, quotient, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import type { EngineCode } from "./messages.js";
import type { TierTable } from "./tier-schedule.js";

/** A row read into decimals. @internal */
export interface CompiledRow {
  readonly tier: number;
  readonly from: Exact;
  /** Absent: open above. */
  readonly to: Exact | undefined;
  readonly pay: Exact;
  readonly fromText: string;
  readonly toText: string;
  readonly widthText: string;
  readonly payText: string;
  /** A fixed amount beside the rate. Absent: none. */
  readonly added: Exact | undefined;
  readonly fromFirst: boolean;
  /** Of a polynomial, the constant first. */
  readonly coefficients: readonly Exact[] | undefined;
  /** What the rows below are when they are complete, once it was asked for. */
  below: RowsBelow | undefined;
}

/** Complete rows, the same for everyone where nothing but the qualifier is paid on. */
interface RowsBelow {
  readonly earned: Exact;
  /** Their slices, and room for that of the row above them. */
  readonly from: readonly TierNode[];
}

type TierNode = Explanation<EngineCode>;

/** A piece of the working: the node and the exact amount it stands for. @internal */
export interface TierPiece {
  readonly amount: Exact;
  readonly node: TierNode;
}

/** What the rows reached come to: nodes that add up to it. @internal */
export interface TierWorked {
  readonly earned: Exact;
  readonly from: readonly TierNode[];
}

/** What the rows are asked. Bounds of rows stand over `per`, too. @internal */
export interface TierBasis {
  /** The qualifier over `per`. */
  readonly x: Exact;
  /** Absent: 1. */
  readonly per: Exact | undefined;
  /** The measure paid on. Absent: the qualifier. */
  readonly y: Exact | undefined;
  /** The qualifier over `per` that the measure stands for. */
  readonly whole: Exact;
}

/** Works out the first so many rows: those reached, at least one. @internal */
export type TierWork = (rows: readonly CompiledRow[], reached: number, basis: TierBasis) => TierWorked;

/** A part of the qualifier, over `per`, and the row whose rate it earns. */
interface Part {
  readonly row: CompiledRow;
  readonly part: Exact;
}

/** The methods whose rows pay by one rate or one amount. @internal */
export type SlicedMethod = Exclude<TierTable["method"], "polynomial">;

/** @internal */
export function tierMethodOf(method: SlicedMethod, rows: readonly CompiledRow[], byRate: boolean): TierWork {
  const work = method === "interpolated" && byRate ? blended : WORKS[method];
  if (rows.every(({ added }) => added === undefined)) return work;
  return (all, reached, basis) => {
    const { earned, from } = work(all, reached, basis);
    const adding = (method === "retroactive" ? [top(all, reached)] : all.slice(0, reached)).filter(({ added }) => added !== undefined);
    const fixed = worked(
      lumps(
        adding.map((row) => ({ ...row, pay: row.added as Exact, payText: text(row.added as Exact) })),
        basis.x,
      ),
    );
    return { earned: earned.plus(fixed.earned), from: [...from, ...fixed.from] };
  };
}

/** Slices between the bounds. */
const graduated: TierWork = (rows, reached, basis) => {
  const { x, per, y } = basis;
  const highest = top(rows, reached);
  if (per !== undefined || y !== undefined) {
    const parts = partsOf(rows.slice(0, reached), (row) => lower(x, row.to).minus(row.from));
    return worked(priced(parts, basis));
  }
  const part = lower(x, highest.to).minus(highest.from);
  const amount = part.times(highest.pay);
  const below = belowOf(rows, highest);
  const from = below.from.slice();
  from[reached - 1] = sliceNode(highest, part, amount);
  return { earned: below.earned.plus(amount), from };
};

function belowOf(rows: readonly CompiledRow[], highest: CompiledRow): RowsBelow {
  highest.below ??= complete(rows.slice(0, highest.tier));
  return highest.below;
}

/** The slices of rows of which all but the last are complete; shared by many answers. */
function complete(rows: readonly CompiledRow[]): RowsBelow {
  const pieces = rows.slice(0, -1).map((row) => slice(row, (row.to as Exact).minus(row.from)));
  for (const { node } of pieces) {
    Object.freeze(node.params);
    Object.freeze(node);
  }
  const { earned, from } = worked(pieces);
  return { earned, from: [...from, ROOM] };
}

const ROOM: TierNode = { code: "engine.tier_slice", params: {} };

/** By method. Plain functions and no closures: what the machine has learnt of a closure is forgotten with the table it was made for. */
const WORKS: { readonly [M in SlicedMethod]: TierWork } = {
  graduated,
  excess_only: graduated,
  pay_to_first: (rows, reached, basis) => worked(priced(payToFirst(rows.slice(0, reached), basis.x), basis)),
  retroactive: (rows, reached, basis) => {
    const row = top(rows, reached);
    const { x, per, y } = basis;
    if (per !== undefined || y !== undefined) return worked(priced([{ row, part: x }], basis));
    const earned = x.times(row.pay);
    return { earned, from: [sliceNode(row, x, earned)] };
  },
  rolling_sum: (rows, reached, basis) => {
    const parts = partsOf(rows.slice(0, reached), (row) => lower(basis.x, row.to));
    return worked(priced(parts, basis));
  },
  total_sum: (rows, reached, basis) => {
    const parts = partsOf(rows.slice(0, reached), () => basis.x);
    return worked(priced(parts, basis));
  },
  lump_sum: (rows, reached, { x }) => worked(lumps([top(rows, reached)], x)),
  lump_sum_each: (rows, reached, { x }) => worked(lumps(rows.slice(0, reached), x)),
  interpolated: (rows, reached, { x, per }) => worked(rows.slice(0, reached).map((row) => share(row, x, per, "amount"))),
};

/** @internal */
export function worked(pieces: readonly TierPiece[]): TierWorked {
  let earned = ZERO;
  for (const { amount } of pieces) earned = earned.plus(amount);
  return { earned, from: pieces.map(({ node }) => node) };
}

function payToFirst(reached: readonly CompiledRow[], x: Exact): readonly Part[] {
  const start = reached.reduce((found, row, i) => (row.fromFirst ? i : found), 0);
  return partsOf(reached.slice(start), (row) => (row.fromFirst ? lower(x, row.to) : lower(x, row.to).minus(row.from)));
}

function partsOf(rows: readonly CompiledRow[], partOf: (row: CompiledRow) => Exact): readonly Part[] {
  return rows.map((row) => ({ row, part: partOf(row) }));
}

/**
 * Parts at the rates of their rows; where a measure is paid on, the same shares of it. The sum is divided once, so that a
 * quotient without end cannot move it; the pieces of the working are cut, and the last of them takes what the cuts left.
 */
function priced(parts: readonly Part[], { per, y, whole }: TierBasis): readonly TierPiece[] {
  if (y === undefined && per === undefined) return parts.map(({ row, part }) => slice(row, part));
  if (y?.equals(whole)) return parts.map(({ row, part }) => slice(row, part));
  if (y !== undefined && parts.every(({ part }) => part.equals(whole))) return parts.map(({ row }) => slice(row, y));
  const under = y === undefined ? (per as Exact) : whole;
  const paid = parts.map(({ row, part }) => ({ row, over: y === undefined ? part : part.times(y) }));
  const sum = sumOf(paid.map(({ row, over }) => over.times(row.pay)));
  const end = paid.reduce((found, { row, over }, i) => (over.isZero() || row.pay.isZero() ? found : i), 0);
  let left = ratio(sum, under);
  const pieces = paid.map(({ row, over }, i) => {
    const amount = i === end ? ZERO : ratio(over.times(row.pay), under);
    left = left.minus(amount);
    return { row, paid: ratio(over, under), amount };
  });
  return pieces.map((piece, i) => slice(piece.row, piece.paid, i === end ? left : piece.amount));
}

function slice(row: CompiledRow, paid: Exact, amount: Exact = paid.times(row.pay)): TierPiece {
  return { amount, node: sliceNode(row, paid, amount) };
}

function sliceNode({ tier, fromText, payText }: CompiledRow, paid: Exact, amount: Exact): TierNode {
  return { code: "engine.tier_slice", params: { tier, from: fromText, part: text(paid), rate: payText, amount: text(amount) } };
}

function lumps(rows: readonly CompiledRow[], x: Exact): readonly TierPiece[] {
  return rows
    .filter((row) => !row.from.isZero() || x.greaterThan(0))
    .map((row) => ({
      amount: row.pay,
      node: { code: "engine.tier_lump", params: { tier: row.tier, from: row.fromText, amount: row.payText } },
    }));
}

function share(row: CompiledRow, x: Exact, per: Exact | undefined, field: "amount" | "rate"): TierPiece {
  const { part, width } = coverOf(row, x);
  const amount = part.equals(width) ? row.pay : quotient(row.pay.times(part), width);
  return {
    amount,
    node: {
      code: field === "amount" ? "engine.tier_share" : "engine.tier_share_rate",
      params: {
        tier: row.tier,
        from: row.fromText,
        to: row.toText,
        part: text(ratio(part, per)),
        width: row.widthText,
        whole: row.payText,
        [field]: text(amount),
      },
    },
  };
}

/** How much of a row the qualifier covers. An interpolated table has no open row. */
function coverOf(row: CompiledRow, x: Exact): { readonly part: Exact; readonly width: Exact } {
  return { part: lower(x, row.to).minus(row.from), width: (row.to as Exact).minus(row.from) };
}

/** The rate, and what it comes to on the measure: the shares of the working are cut, the amount is divided once from the whole numbers. */
const blended: TierWork = (rows, reached, { x, per, y, whole }) => {
  const shares = rows.slice(0, reached).map((row) => share(row, x, per, "rate"));
  const rate = sumOf(shares.map((piece) => piece.amount));
  const [over, under] = y === undefined ? [x, per] : x.equals(whole) ? [y, undefined] : [y.times(x), whole];
  const highest = top(rows, reached);
  const { part, width } = coverOf(highest, x);
  const below = sumOf(rows.slice(0, reached - 1).map((row) => row.pay));
  const amount = ratio(below.times(width).plus(highest.pay.times(part)).times(over), under === undefined ? width : width.times(under));
  const params = { rate: text(rate), measure: text(ratio(over, under)), amount: text(amount) };
  return { earned: amount, from: [{ code: "engine.tier_blended", params, adds: "rate", from: shares.map((piece) => piece.node) }] };
};

/** A quotient; what has no divisor is itself. @internal */
export function ratio(over: Exact, under: Exact | undefined): Exact {
  return under === undefined || over.isZero() ? over : over.equals(under) ? ONE : quotient(over, under);
}

const ONE = new Exact(1);

function lower(a: Exact, b: Exact | undefined): Exact {
  return b !== undefined && a.greaterThan(b) ? b : a;
}

/** The highest of the rows reached. @internal */
export function top(rows: readonly CompiledRow[], reached: number): CompiledRow {
  return rows[reached - 1] as CompiledRow;
}
