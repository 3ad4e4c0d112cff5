/**
 * What a member's deposit holds on a day, from its movements.
 *
 * @internal
 */
import type { DepositMovement } from "../../credit/compute-deposit.js";
import { at } from "../../kernel/check.js";
import { Exact, text, ZERO } from "../../kernel/decimal.js";
import type { Explanation } from "../../kernel/explanation.js";
import { kernelFault } from "../../kernel/fault.js";
import { choiceOf, listOf, optional, type Read, readAboveZero, readDate, readText, recordOf, uniqueBy } from "../../kernel/read.js";

const readMovement: Read<DepositMovement> = (value, path) => {
  const movement = recordOf<DepositMovement>({
    id: readText,
    kind: choiceOf(["paid", "deducted", "refunded"]),
    on: readDate,
    amount: readAboveZero,
    ground: optional(readText),
  })(value, path);
  if (movement.kind === "deducted" && movement.ground === undefined) throw kernelFault("kernel.missing", at(path, "ground"), {});
  return movement;
};
const readMovements: Read<readonly DepositMovement[]> = uniqueBy("id", listOf(readMovement));

/** A deposit on a day. */
export interface DepositLedger {
  readonly movements: readonly DepositMovement[];
  readonly balance: Exact;
  /** What of the balance movements of later days have taken already; 0 or more. */
  readonly bound: Exact;
}

/**
 * Movements after the day add nothing, but what they take of the balance is not there to be given again. A deposit that was overdrawn on any day so far is
 * a fault: its ledger is not one. On one day payments come first, as in `computeDeposit`.
 */
export function readDeposit(value: unknown, path: string, asOf: string): DepositLedger {
  const movements = readMovements(value, path);
  const balanceOn = (day: string) =>
    movements
      .filter(({ on }) => on <= day)
      .reduce((sum, { kind, amount }) => (kind === "paid" ? sum.plus(amount) : sum.minus(amount)), ZERO);
  const days = [...new Set(movements.map(({ on }) => on))].sort();
  for (const day of days.filter((one) => one <= asOf)) {
    const held = balanceOn(day);
    if (held.isNegative()) throw kernelFault("kernel.below_zero", path, { got: text(held) });
  }
  const balance = balanceOn(asOf);
  const later = days.filter((day) => day > asOf);
  const least = later.reduce((sum, day) => Exact.min(sum, balanceOn(day)), balance);
  return { movements, balance, bound: balance.minus(positivePart(least)) };
}

/** What is said of it. No line where nothing is bound; `amount` is what it adds to the sum. */
export function tellBound(bound: Exact, amount: Exact): readonly Explanation[] {
  if (bound.isZero()) return [];
  return [{ code: "settlement.deposit_bound", params: { bound: text(bound), amount: text(amount) } }];
}

export function positivePart(value: Exact): Exact {
  return Exact.max(value, ZERO);
}
