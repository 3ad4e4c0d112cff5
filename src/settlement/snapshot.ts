import { copyData } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { KeptLine } from "./kept-line.js";
import { inOrder } from "./kept-lines.js";
import { AMOUNT, type Ledger, LINES, ledgerOf, QUANTITY, spilledFigure } from "./ledger.js";
import { CELL } from "./plan.js";
import type { Accumulator, AccumulatorPolicy } from "./policy.js";
import { SPILL_DECIMALS } from "./read-figures.js";
import { cutsOf } from "./windows-of.js";

/** An accumulator as plain JSON: it survives a file, a queue or another process. */
export interface AccumulatorSnapshot {
  /** What this is. */
  readonly kind: "qudao.accumulator-snapshot";
  /** Version of the format. */
  readonly format: 1;
  /** The policy it was opened on. */
  readonly policy: AccumulatorPolicy;
  /** Lines looked at. */
  readonly read: number;
  /** Figures of every accepted line: what `settle` reports as control totals. */
  readonly totals: CellSnapshot;
  /** The members that have lines, in the policy's order. */
  readonly members: readonly MemberSnapshot[];
}

/** One member's figures. */
export interface MemberSnapshot {
  /** The member. */
  readonly memberId: string;
  /** Its cells that have lines. */
  readonly cells: readonly PlacedCellSnapshot[];
}

/** The figures of one cell. */
export interface CellSnapshot {
  /** Net amount, exact. */
  readonly amount: DecimalString;
  /** Net quantity, exact. */
  readonly quantity: DecimalString;
  /** Lines counted. */
  readonly lines: number;
  /** Their identifiers, ascending. Absent: only their number is kept. */
  readonly ids?: readonly string[] | undefined;
  /** The lines, by day and identifier. Absent: no programme behind the cell caps what one sale pays. */
  readonly kept?: readonly KeptLine[] | undefined;
}

/** A cell and its place in the plan that the policy compiles to. */
export interface PlacedCellSnapshot extends CellSnapshot {
  /** The group of programmes with the same scope, by position. */
  readonly stream: number;
  /** First day of the stretch of time. */
  readonly from: string;
}

/**
 * Writes an accumulator as plain JSON, with its policy.
 *
 * @remarks
 * `restore(snapshot(a))` settles to the same statements as `a`, at any point between lines. Equal contents give equal snapshots,
 * whatever the order of the lines was.
 *
 * @param accumulator - Stays as it is.
 * @returns The policy, the figures as exact decimals, and how many lines were read.
 * @throws LibraryFault `settlement.not_an_accumulator`.
 *
 * @example Through text and back
 * ```ts
 * import { accumulate, openAccumulator, restore, settle, snapshot } from "qudao/settlement";
 *
 * const accumulator = openAccumulator({ currency: "CNY", sources: "count", programmes: [], members: [{ id: "A", kind: "agent" }] });
 * accumulate(accumulator, [{ id: "L1", memberId: "A", productId: "P", date: "2024-02-10", quantity: 1, amount: "0.10", kind: "sale" }]);
 * const stored = JSON.stringify(snapshot(accumulator));
 * settle(restore(JSON.parse(stored)), { asOf: "2024-03-01" }).intake.netAmount; // => "0.1"
 * ```
 *
 * @since 0.1.0
 */
export function snapshot(accumulator: Accumulator): AccumulatorSnapshot {
  const ledger = ledgerOf(accumulator, "accumulator");
  const { plan, rowOf } = ledger;
  const members = plan.policy.members.flatMap(({ id }, m): readonly MemberSnapshot[] => {
    const row = rowOf[m] as number;
    if (row < 0) return [];
    const cells = plan.streams.flatMap((stream, s) =>
      cutsOf(stream, m)
        .slice(0, -1)
        .flatMap((from, slot): readonly PlacedCellSnapshot[] => {
          const at = row + stream.offset + slot * CELL;
          return ledger.cells[at + LINES] === 0 ? [] : [{ stream: s, from, ...cellAt(ledger, at) }];
        }),
    );
    return [{ memberId: id, cells }];
  });
  return {
    kind: "qudao.accumulator-snapshot",
    format: 1,
    policy: copyData(plan.policy, "policy"),
    read: ledger.read,
    totals: cellAt(ledger, 0),
    members,
  };
}

function cellAt(ledger: Ledger, at: number): CellSnapshot {
  const ids = ledger.ids?.get(at);
  const kept = ledger.kept?.get(at);
  return {
    amount: text(new Exact(spilledFigure(ledger, at + AMOUNT, AMOUNT), SPILL_DECIMALS)),
    quantity: text(new Exact(spilledFigure(ledger, at + QUANTITY, QUANTITY), SPILL_DECIMALS)),
    lines: ledger.cells[at + LINES] as number,
    ...(ids === undefined ? {} : { ids: [...ids].sort() }),
    ...(kept === undefined ? {} : { kept: inOrder(kept).map((line) => ({ ...line, sales: [...line.sales] })) }),
  };
}
