import type { DepositMovement } from "../../credit/compute-deposit.js";
import { addDays, type CalendarDate, parseDate } from "../../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../../kernel/check.js";
import { type DecimalString, Exact, text, ZERO } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import type { Message } from "../../kernel/message.js";
import { countOf, listOf, type Read, readAboveZero, readText, recordOf, uniqueBy } from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { readDeposit, tellBound } from "./deposit-ledger.js";

/** A member that left, and its deposit. All figures are in the currency of the deposit. */
export interface DepositRefundFacts {
  /** The day of asking. */
  readonly asOf: CalendarDate;
  /** The day it left. */
  readonly exitedOn: CalendarDate;
  /** The identifier of the new movement. */
  readonly movementId: string;
  /** The movements so far. */
  readonly movements: readonly DepositMovement[];
  /** What is claimed of the member and not decided or not charged yet: it is held back. Empty: nothing is open. */
  readonly openClaims: readonly { readonly claimId: string; readonly amount: DecimalString }[];
}

/** What was agreed on the refund. */
export interface DepositRefundPolicy {
  /** Days after the exit for which the deposit is held; the refund is due on the day after them. */
  readonly holdDays: number;
}

/** What a member gets back. */
export interface DepositRefund {
  /** What is refunded now. */
  readonly refund: DecimalString;
  /** What is held back for open claims. */
  readonly heldBack: DecimalString;
  /** What open claims come to beyond the deposit: the member would owe it. */
  readonly beyond: DecimalString;
  /** The movement to be added to the ledger. `null`: nothing is refunded. */
  readonly movement: DepositMovement | null;
}

/** Why nothing is refunded yet. */
export type DepositRefundProblem = Message<"settlement.deposit_held">;

/** @internal */
export const readDepositRefundPolicy: Read<DepositRefundPolicy> = recordOf<DepositRefundPolicy>({ holdDays: countOf(0, 36_600) });

const readOpen: Read<DepositRefundFacts["openClaims"]> = uniqueBy(
  "claimId",
  listOf(recordOf({ claimId: readText, amount: readAboveZero })),
);

/**
 * Refunds the rest of a deposit to a member that left: what no claim is open for, after the days for which it is held.
 *
 * @remarks
 * What movements after the day have taken of the deposit is not refunded again.
 *
 * @param facts - The exit, the movements and the open claims.
 * @param policy - How long it is held.
 * @returns The refund; the working adds up to it.
 * @throws LibraryFault `kernel.below_zero` for a ledger that was overdrawn on any day so far, `kernel.missing` for a deduction without a ground,
 * `kernel.named_twice` where a movement has the identifier of the new one, `kernel.*` with the place.
 *
 * @errors
 * - `settlement.deposit_held` - the days have not passed.
 *
 * @source G-11.
 *
 * @example 1,000 less 300 that are in dispute, 90 days after the exit
 * ```ts
 * import { refundDeposit } from "qudao/settlement";
 *
 * const facts = {
 *   exitedOn: "2024-03-31", movementId: "out", movements: [{ id: "in", kind: "paid" as const, on: "2023-01-01", amount: "1000" }],
 *   openClaims: [{ claimId: "V-1", amount: "300" }],
 * };
 * const answer = refundDeposit({ ...facts, asOf: "2024-06-30" }, { holdDays: 90 });
 * answer.ok && [answer.value.outcome.refund, answer.value.outcome.heldBack]; // => ["700", "300"]
 * refundDeposit({ ...facts, asOf: "2024-06-29" }, { holdDays: 90 }).ok; // => false
 * ```
 *
 * @since 0.1.0
 */
export function refundDeposit(
  facts: DepositRefundFacts,
  policy: DepositRefundPolicy,
): Result<Explained<DepositRefund>, DepositRefundProblem> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const exitedOn = parseDate(given["exitedOn"], "facts.exitedOn");
    const id = checkText(given["movementId"], "facts.movementId");
    const { holdDays } = readDepositRefundPolicy(policy, "policy");
    const { balance, bound, movements } = readDeposit(given["movements"], "facts.movements", asOf);
    const open = readOpen(given["openClaims"], "facts.openClaims");
    const dueOn = addDays(exitedOn, holdDays + 1);
    if (asOf < dueOn) return err({ code: "settlement.deposit_held", params: { date: dueOn, exitedOn, days: holdDays } });
    const free = balance.minus(bound);
    let rest = free;
    let beyond = ZERO;
    const from: Explanation[] = [
      { code: "settlement.deposit_before", params: { amount: text(balance) } },
      ...tellBound(bound, bound.negated()),
    ];
    for (const { claimId, amount } of open) {
      const held = Exact.min(new Exact(amount), rest);
      rest = rest.minus(held);
      beyond = beyond.plus(new Exact(amount).minus(held));
      from.push({ code: "settlement.deposit_held_back", params: { claim: claimId, asked: amount, amount: text(held.negated()) } });
    }
    if (!rest.isZero() && movements.some((one) => one.id === id))
      throw kernelFault("kernel.named_twice", "facts.movementId", { got: shown(id) });
    const refund = text(rest);
    return ok({
      outcome: {
        refund,
        heldBack: text(free.minus(rest)),
        beyond: text(beyond),
        movement: rest.isZero() ? null : { id, kind: "refunded", on: asOf, amount: refund },
      },
      explanation: { code: "settlement.deposit_refund", params: { amount: refund, exitedOn }, adds: "amount", from },
    });
  });
}
