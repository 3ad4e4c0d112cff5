import { settlementFault } from "./check-policy.js";
import type { KeptLine } from "./kept-line.js";
import { AMOUNT, addNumber, keep, type Ledger, LINES, ledgerOf, newLedger, openRow, QUANTITY, spillInto } from "./ledger.js";
import { CELL } from "./plan.js";
import type { Accumulator } from "./policy.js";
import { sameData } from "./same-data.js";

/**
 * Adds two accumulators of the same policy: the parts that several workers took in.
 *
 * @remarks
 * Exact, commutative and associative: however the lines were spread, the statements are the same. Both inputs stay as they are.
 *
 * @param a - One part.
 * @param b - Another part.
 * @returns A new accumulator with the figures of both.
 * @throws LibraryFault `settlement.not_an_accumulator`; `settlement.policies_differ` when they were opened on different policies.
 *
 * @example Two halves
 * ```ts
 * import { accumulate, mergeAccumulators, openAccumulator, settle } from "qudao/settlement";
 *
 * const policy = { currency: "CNY", sources: "count" as const, programmes: [], members: [{ id: "A", kind: "agent" as const }] };
 * const [left, right] = [openAccumulator(policy), openAccumulator(policy)];
 * accumulate(left, [{ id: "L1", memberId: "A", productId: "P", date: "2024-02-10", quantity: 1, amount: "0.10", kind: "sale" }]);
 * accumulate(right, [{ id: "L2", memberId: "A", productId: "P", date: "2024-02-11", quantity: 1, amount: "0.20", kind: "sale" }]);
 * settle(mergeAccumulators(left, right), { asOf: "2024-03-01" }).intake.netAmount; // => "0.3"
 * ```
 *
 * @since 0.1.0
 */
export function mergeAccumulators(a: Accumulator, b: Accumulator): Accumulator {
  const [left, right] = [ledgerOf(a, "a"), ledgerOf(b, "b")];
  if (left.plan !== right.plan && !sameData(left.plan.policy, right.plan.policy))
    throw settlementFault("settlement.policies_differ", "b", {});
  const sum = copyOf(left);
  addLedger(sum, right);
  return sum;
}

/** A ledger of its own that holds the same. */
function copyOf(ledger: Ledger): Ledger {
  const copy = newLedger(ledger.plan);
  copy.read = ledger.read;
  copy.used = ledger.used;
  copy.cells = ledger.cells.slice();
  copy.rowOf.set(ledger.rowOf);
  for (const [at, value] of ledger.spill) copy.spill.set(at, value);
  for (const [at, ids] of ledger.ids ?? []) copy.ids?.set(at, [...ids]);
  for (const [at, lines] of ledger.kept ?? []) copy.kept?.set(at, [...lines]);
  return copy;
}

function addLedger(sum: Ledger, part: Ledger): void {
  sum.read += part.read;
  addCells(sum, 0, part, 0, CELL);
  part.rowOf.forEach((from, member) => {
    if (from < 0) return;
    const known = sum.rowOf[member] as number;
    addCells(sum, known < 0 ? openRow(sum, member) : known, part, from, part.plan.width);
  });
}

function addCells(sum: Ledger, to: number, part: Ledger, from: number, width: number): void {
  const source = part.cells;
  const target = sum.cells;
  const plain = part.spill.size === 0 && sum.spill.size === 0;
  for (let i = 0; i < width; i += CELL) {
    const lines = source[from + i + LINES] as number;
    if (lines === 0) continue;
    const amount = (target[to + i] as number) + (source[from + i] as number);
    const quantity = (target[to + i + QUANTITY] as number) + (source[from + i + QUANTITY] as number);
    target[to + i + LINES] = (target[to + i + LINES] as number) + lines;
    if (plain && Number.isSafeInteger(amount) && Number.isSafeInteger(quantity)) {
      target[to + i] = amount;
      target[to + i + QUANTITY] = quantity;
    } else addSpilling(sum, to + i, part, from + i);
    const ids = part.ids?.get(from + i);
    if (ids !== undefined) for (const id of ids) keep(sum.ids as Map<number, string[]>, to + i, id);
    const kept = part.kept?.get(from + i);
    if (kept !== undefined) for (const line of kept) keep(sum.kept as Map<number, KeptLine[]>, to + i, line);
  }
}

function addSpilling(sum: Ledger, to: number, part: Ledger, from: number): void {
  for (const field of [AMOUNT, QUANTITY]) {
    addNumber(sum, to + field, part.cells[from + field] as number, field);
    const rest = part.spill.get(from + field);
    if (rest !== undefined) spillInto(sum, to + field, rest);
  }
}
