/**
 * What a member's deposit holds on a day, from its movements.
 *
 * @internal
 */
import type { DepositMovement } from "../../credit/compute-deposit.js";
import { Exact, text, ZERO } from "../../kernel/decimal.js";
import type { Explanation } from "../../kernel/explanation.js";
import { kernelFault } from "../../kernel/fault.js";
import { choiceOf, listOf, optional, type Read, readAboveZero, readDate, readText, recordOf, uniqueBy } from "../../kernel/read.js";

const readMovements: Read<readonly DepositMovement[]> = uniqueBy(
  "id",
  listOf(
    recordOf<DepositMovement>({
      id: readText,
      kind: choiceOf(["paid", "deducted", "refunded"]),
      on: readDate,
      amount: readAboveZero,
      ground: optional(readText),
    }),
  ),
);

/** A deposit on a day. */
export interface DepositLedger {
  readonly movements: readonly DepositMovement[];
  readonly balance: Exact;
  /** What of the balance movements of later days have taken already; 0 or more. */
  readonly bound: Exact;
}

/**
 * Movements after the day add nothing, but what they take of the balance is not there to be given again. A deposit that was overdrawn is a fault: its
 * ledger is not one.
 */
export function readDeposit(value: unknown, path: string, asOf: string): DepositLedger {
  const movements = readMovements(value, path);
  const balanceOn = (day: string) =>
    movements
      .filter(({ on }) => on <= day)
      .reduce((sum, { kind, amount }) => (kind === "paid" ? sum.plus(amount) : sum.minus(amount)), ZERO);
  const balance = balanceOn(asOf);
  if (balance.isNegative()) throw kernelFault("kernel.below_zero", path, { got: text(balance) });
  const later = new Set(movements.filter(({ on }) => on > asOf).map(({ on }) => on));
  const least = [...later].reduce((sum, day) => Exact.min(sum, balanceOn(day)), balance);
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
