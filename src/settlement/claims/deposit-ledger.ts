/**
 * What a member's deposit holds on a day, from its movements.
 *
 * @internal
 */
import type { DepositMovement } from "../../credit/compute-deposit.js";
import { Exact, text, ZERO } from "../../kernel/decimal.js";
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
}

/** Movements after the day are not counted. A deposit that was overdrawn is a fault: its ledger is not one. */
export function readDeposit(value: unknown, path: string, asOf: string): DepositLedger {
  const movements = readMovements(value, path);
  const balance = movements
    .filter(({ on }) => on <= asOf)
    .reduce((sum, { kind, amount }) => (kind === "paid" ? sum.plus(amount) : sum.minus(amount)), ZERO);
  if (balance.isNegative()) throw kernelFault("kernel.below_zero", path, { got: text(balance) });
  return { movements, balance };
}

export function positivePart(value: Exact): Exact {
  return Exact.max(value, ZERO);
}
