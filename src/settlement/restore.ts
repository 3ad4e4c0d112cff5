import { at, checkCount, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import { parseDecimal } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { settlementFault } from "./check-policy.js";
import { AMOUNT, type Ledger, LINES, newLedger, openRow, QUANTITY, spillInto } from "./ledger.js";
import { CELL, type Stream } from "./plan.js";
import { planPolicy } from "./plan-policy.js";
import type { Accumulator, AccumulatorPolicy } from "./policy.js";
import { itemsOf } from "./read-facts.js";
import { AMOUNT_DECIMALS, readSpill, SPILL_DECIMALS } from "./read-figures.js";
import { restoreLines } from "./restore-lines.js";
import type { AccumulatorSnapshot } from "./snapshot.js";
import { cutsOf } from "./windows-of.js";

const FORMAT = 1;

/**
 * Reads an accumulator back from a snapshot.
 *
 * @param snapshot - What `snapshot` wrote; it may have been through JSON text.
 * @returns An accumulator that settles, merges and takes in lines as the one it was taken from.
 * @throws LibraryFault `settlement.unknown_version` for another format; `settlement.snapshot_unreadable` or `kernel.*`, with the
 * path, where it does not fit its own policy; and what `openAccumulator` throws for the policy.
 *
 * @example A snapshot that was tampered with is refused
 * ```ts
 * import { isLibraryFault } from "qudao/kernel";
 * import { openAccumulator, restore, snapshot } from "qudao/settlement";
 *
 * const stored = snapshot(openAccumulator({ currency: "CNY", sources: "count", programmes: [], members: [] }));
 * let path = "";
 * try {
 *   restore({ ...stored, totals: { ...stored.totals, amount: "12,50" } });
 * } catch (caught) {
 *   if (isLibraryFault(caught)) path = caught.path;
 * }
 * path; // => "snapshot.totals.amount"
 * ```
 *
 * @since 0.1.0
 */
export function restore(snapshot: AccumulatorSnapshot): Accumulator {
  return readSafely({ snapshot }, () => {
    const given: Fields = checkRecord(snapshot, "snapshot");
    if (given["kind"] !== "qudao.accumulator-snapshot") {
      throw settlementFault("settlement.snapshot_unreadable", "snapshot.kind", { got: shown(given["kind"]) });
    }
    if (given["format"] !== FORMAT) {
      throw settlementFault("settlement.unknown_version", "snapshot.format", { got: shown(given["format"]), want: FORMAT });
    }
    const plan = planPolicy(given["policy"] as AccumulatorPolicy);
    const ledger = newLedger(plan);
    readCell(ledger, 0, checkRecord(given["totals"], "snapshot.totals"), "snapshot.totals");
    ledger.read = checkCount(given["read"], "snapshot.read", ledger.cells[LINES] as number, Number.MAX_SAFE_INTEGER);
    itemsOf(given["members"], "snapshot.members", (item, path) => readMember(ledger, checkRecord(item, path), path));
    return ledger;
  });
}

function readMember(ledger: Ledger, item: Fields, path: string): void {
  const { plan } = ledger;
  const member = plan.memberOf[checkText(item["memberId"], at(path, "memberId"))];
  if (member === undefined || ledger.rowOf[member] !== -1) {
    throw settlementFault("settlement.snapshot_unreadable", at(path, "memberId"), { got: shown(item["memberId"]) });
  }
  const row = openRow(ledger, member);
  itemsOf(item["cells"], at(path, "cells"), (value, place) => {
    const cell = checkRecord(value, place);
    const stream = plan.streams[checkCount(cell["stream"], at(place, "stream"), 0, plan.streams.length - 1)] as Stream;
    const cuts = cutsOf(stream, member);
    const slot = cuts.slice(0, -1).indexOf(checkText(cell["from"], at(place, "from")));
    const index = row + stream.offset + slot * CELL;
    if (slot < 0 || ledger.cells[index + LINES] !== 0) {
      throw settlementFault("settlement.snapshot_unreadable", at(place, "from"), { got: shown(cell["from"]) });
    }
    readCell(ledger, index, cell, place);
    restoreLines(ledger, index, stream, [cuts[slot] as string, cuts[slot + 1] as string], cell["kept"], at(place, "kept"));
  });
}

function readCell(ledger: Ledger, index: number, cell: Fields, path: string): void {
  readFigure(ledger, index, cell["amount"], at(path, "amount"), AMOUNT);
  readFigure(ledger, index + QUANTITY, cell["quantity"], at(path, "quantity"), QUANTITY);
  const lines = checkCount(cell["lines"], at(path, "lines"), index === 0 ? 0 : 1, Number.MAX_SAFE_INTEGER);
  ledger.cells[index + LINES] = lines;
  if (ledger.ids === undefined || index === 0) return;
  const ids = itemsOf(cell["ids"], at(path, "ids"), checkText);
  if (ids.length !== lines) throw settlementFault("settlement.snapshot_unreadable", at(path, "ids"), { got: shown(ids.length) });
  ledger.ids.set(index, [...ids]);
}

/** As much as fits goes back into the number, the rest is spilled. */
function readFigure(ledger: Ledger, index: number, value: unknown, path: string, field: number): void {
  const figure = readSpill(parseDecimal(value as string, path));
  const unit = 10n ** BigInt(SPILL_DECIMALS - (field === AMOUNT ? AMOUNT_DECIMALS : 0));
  const whole = figure / unit;
  const fits = whole <= BigInt(Number.MAX_SAFE_INTEGER) && whole >= -BigInt(Number.MAX_SAFE_INTEGER);
  ledger.cells[index] = fits ? Number(whole) : 0;
  const rest = fits ? figure - whole * unit : figure;
  if (rest !== 0n) spillInto(ledger, index, rest);
}
