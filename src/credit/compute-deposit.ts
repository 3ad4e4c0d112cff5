import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { checkDistinct, exactAboveZero, exactNotNegative, readRecords } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { problem } from "./reading.js";

/** What moves a deposit. */
export const depositMovementKinds = ["paid", "deducted", "refunded"] as const;

/** `paid` in by the member; `deducted` by the seller, with a ground; `refunded` to the member. */
export type DepositMovementKind = (typeof depositMovementKinds)[number];

/** One movement of a deposit (保证金). */
export interface DepositMovement {
  /** The host's identifier. Not empty; each movement has its own. */
  readonly id: string;
  /** What it is. */
  readonly kind: DepositMovementKind;
  /** The day. */
  readonly on: CalendarDate;
  /** Money, above 0. */
  readonly amount: DecimalString;
  /** Why it was deducted, such as a breach or a debt. A deduction without a ground is refused. */
  readonly ground?: string | undefined;
}

/** A deposit on a day. */
export interface DepositFacts {
  /** The day; later movements are not read. */
  readonly asOf: CalendarDate;
  /** The movements, in any order, in one currency. */
  readonly movements: readonly DepositMovement[];
}

/** What was agreed on. */
export interface DepositPolicy {
  /** What the deposit should be. */
  readonly required: DecimalString;
}

/** Where a deposit stands. */
export interface DepositState {
  /** What is left. */
  readonly balance: DecimalString;
  /** Paid in so far. */
  readonly paid: DecimalString;
  /** Deducted so far. */
  readonly deducted: DecimalString;
  /** Refunded so far. */
  readonly refunded: DecimalString;
  /** What is missing to what is required. */
  readonly shortfall: DecimalString;
}

/**
 * Computes where a deposit stands after everything that was paid, deducted and refunded.
 *
 * @remarks
 * Movements are taken by day; on one day payments come before deductions, and those before refunds. A deposit is never overdrawn: what a
 * deduction or refund takes beyond the balance is a problem, not a negative deposit.
 *
 * @param facts - The movements.
 * @param policy - What the deposit should be.
 * @returns Balance and shortfall; the working adds up to the balance.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @errors
 * - `credit.deposit_overdrawn` - a movement takes more than there is.
 * - `credit.deduction_without_ground` - a deduction does not say why.
 *
 * @source G-11.
 *
 * @example 50,000 paid, 8,000 deducted for a breach
 * ```ts
 * import { computeDeposit } from "qudao/credit";
 *
 * const answer = computeDeposit({
 *   asOf: "2024-06-01",
 *   movements: [
 *     { id: "1", kind: "paid", on: "2024-01-05", amount: "50000" },
 *     { id: "2", kind: "deducted", on: "2024-04-01", amount: "8000", ground: "sold outside the territory" },
 *   ],
 * }, { required: "50000" });
 * answer.ok && [answer.value.outcome.balance, answer.value.outcome.shortfall]; // => ["42000", "8000"]
 * ```
 *
 * @since 0.1.0
 */
export function computeDeposit(
  facts: DepositFacts,
  policy: DepositPolicy,
): Result<Explained<DepositState>, Message<"credit.deposit_overdrawn" | "credit.deduction_without_ground">> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const required = exactNotNegative(checkRecord(policy, "policy")["required"], "policy.required");
    const movements = readRecords(given["movements"], "facts.movements", (row, path) => ({
      id: checkText(row["id"], `${path}.id`),
      kind: checkChoice(row["kind"], `${path}.kind`, depositMovementKinds),
      on: parseDate(row["on"], `${path}.on`),
      amount: exactAboveZero(row["amount"], `${path}.amount`),
      ground: row["ground"] === undefined ? null : checkText(row["ground"], `${path}.ground`),
    }));
    checkDistinct(
      movements.map(({ id }) => id),
      "facts.movements",
      "id",
    );
    const order = (one: (typeof movements)[number]) => `${one.on} ${depositMovementKinds.indexOf(one.kind)}`;
    const taken = movements.filter(({ on }) => on <= asOf).sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
    const sums = { paid: ZERO, deducted: ZERO, refunded: ZERO };
    let balance = ZERO;
    for (const { id, kind, on, amount, ground } of taken) {
      if (kind === "deducted" && ground === null) return problem("credit.deduction_without_ground", { movement: id });
      const next = kind === "paid" ? balance.plus(amount) : balance.minus(amount);
      if (next.isNegative()) return problem("credit.deposit_overdrawn", { movement: id, on, balance: text(balance), amount: text(amount) });
      balance = next;
      sums[kind] = sums[kind].plus(amount);
    }
    const outcome: DepositState = {
      balance: text(balance),
      paid: text(sums.paid),
      deducted: text(sums.deducted),
      refunded: text(sums.refunded),
      shortfall: text(Exact.max(ZERO, required.minus(balance))),
    };
    return ok({
      outcome,
      explanation: {
        code: "credit.deposit",
        params: { asOf, amount: outcome.balance, required: text(required), shortfall: outcome.shortfall },
        adds: "amount",
        from: taken.map(({ id, kind, on, amount, ground }) => ({
          code: "credit.deposit_movement",
          params: { id, kind, on, amount: text(kind === "paid" ? amount : amount.negated()), ground: ground ?? "–" },
        })),
      },
    });
  });
}
