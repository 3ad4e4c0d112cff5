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
  /** The whole row as a slice, once it was asked for. */
  completed: TierPiece | undefined;
}

/** A piece of the working: the node and the exact amount it stands for. @internal */
export interface TierPiece {
  readonly amount: Exact;
  readonly node: Explanation<EngineCode>;
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

/** Turns the rows reached (never empty) into pieces that add up to the amount. @internal */
export type TierWork = (reached: readonly CompiledRow[], basis: TierBasis) => readonly TierPiece[];

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
  return (reached, basis) => {
    const adding = (method === "retroactive" ? [last(reached)] : reached).filter(({ added }) => added !== undefined);
    const fixed = adding.map((row) => ({ ...row, pay: row.added as Exact, payText: text(row.added as Exact) }));
    return [...work(reached, basis), ...lumps(fixed, basis.x)];
  };
}

/** Slices between the bounds. A completed slice is the same for everyone where nothing but the qualifier is paid on. */
const graduated: TierWork = (reached, basis) => {
  const { x, per, y } = basis;
  if (per !== undefined || y !== undefined)
    return priced(
      partsOf(reached, (row) => lower(x, row.to).minus(row.from)),
      basis,
    );
  return reached.map((row, i) => (i < reached.length - 1 ? completedOf(row) : slice(row, lower(x, row.to).minus(row.from))));
};

function completedOf(row: CompiledRow): TierPiece {
  row.completed ??= frozen(slice(row, (row.to as Exact).minus(row.from)));
  return row.completed;
}

/** By method. Plain functions and no closures: what the machine has learnt of a closure is forgotten with the table it was made for. */
const WORKS: { readonly [M in SlicedMethod]: TierWork } = {
  graduated,
  excess_only: graduated,
  pay_to_first: (reached, basis) => priced(payToFirst(reached, basis.x), basis),
  retroactive: (reached, basis) => priced([{ row: last(reached), part: basis.x }], basis),
  rolling_sum: (reached, basis) =>
    priced(
      partsOf(reached, (row) => lower(basis.x, row.to)),
      basis,
    ),
  total_sum: (reached, basis) =>
    priced(
      partsOf(reached, () => basis.x),
      basis,
    ),
  lump_sum: (reached, { x }) => lumps([last(reached)], x),
  lump_sum_each: (reached, { x }) => lumps(reached, x),
  interpolated: (reached, { x, per }) => reached.map((row) => share(row, x, per, "amount")),
};

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
  const params = { tier: row.tier, from: row.fromText, part: text(paid), rate: row.payText, amount: text(amount) };
  return { amount, node: { code: "engine.tier_slice", params } };
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
const blended: TierWork = (reached, { x, per, y, whole }) => {
  const shares = reached.map((row) => share(row, x, per, "rate"));
  const rate = sumOf(shares.map((piece) => piece.amount));
  const [over, under] = y === undefined ? [x, per] : x.equals(whole) ? [y, undefined] : [y.times(x), whole];
  const top = last(reached);
  const { part, width } = coverOf(top, x);
  const below = sumOf(reached.slice(0, -1).map((row) => row.pay));
  const amount = ratio(below.times(width).plus(top.pay.times(part)).times(over), under === undefined ? width : width.times(under));
  const params = { rate: text(rate), measure: text(ratio(over, under)), amount: text(amount) };
  return [{ amount, node: { code: "engine.tier_blended", params, adds: "rate", from: shares.map((piece) => piece.node) } }];
};

/** A quotient; what has no divisor is itself. @internal */
export function ratio(over: Exact, under: Exact | undefined): Exact {
  return under === undefined || over.isZero() ? over : over.equals(under) ? ONE : quotient(over, under);
}

const ONE = new Exact(1);

/** Shared by many answers. */
function frozen(piece: TierPiece): TierPiece {
  Object.freeze(piece.node.params);
  Object.freeze(piece.node);
  return piece;
}

function lower(a: Exact, b: Exact | undefined): Exact {
  return b !== undefined && a.greaterThan(b) ? b : a;
}

function last(rows: readonly CompiledRow[]): CompiledRow {
  return rows[rows.length - 1] as CompiledRow;
}
