/**
 * Which part of what is due may be paid, by the approvals there are.
 *
 * @internal
 */

import type { Exact } from "../../kernel/decimal.js";
import { ZERO } from "../../kernel/decimal.js";
import type { Payable } from "./payable.js";
import type { PaymentApproval, PaymentAuthority, PlannedPayment } from "./payment-run.js";

export interface AuthorisedPayment {
  readonly payables: readonly Payable[];
  readonly refused: readonly Payable[];
  readonly approvedBy: PlannedPayment["approvedBy"];
}

/**
 * The longest beginning of what is due, earliest due first, that every level has approved which its sum needs. A level that needs the approval of
 * somebody who approved for a lower level already has none.
 */
export function authorisePayment(
  payables: readonly Payable[],
  payeeId: string,
  currency: string,
  authority: readonly PaymentAuthority[],
  approvals: readonly PaymentApproval[],
): AuthorisedPayment {
  const levels = authority.filter((row) => row.currency === currency);
  const own = approvals.filter((row) => row.payeeId === payeeId && row.upTo.currency === currency);
  const given = new Map<string, PaymentApproval>();
  const people = new Set<string>();
  for (const { level } of levels) {
    const approval = own.filter((row) => row.level === level).at(-1);
    if (approval === undefined || people.has(approval.by)) continue;
    people.add(approval.by);
    given.set(level, approval);
  }
  const needed = (sum: Exact) => levels.filter(({ above }) => sum.greaterThan(above));
  const isApproved = (sum: Exact) =>
    needed(sum).every(({ level }) => {
      const approval = given.get(level);
      return approval !== undefined && sum.lessThanOrEqualTo(approval.upTo.amount);
    });
  let [count, paid, sum] = [0, ZERO, ZERO];
  payables.forEach(({ open }, i) => {
    sum = sum.plus(open);
    if (isApproved(sum)) [count, paid] = [i + 1, sum];
  });
  const approvedBy = needed(paid).flatMap(({ level }) => {
    const approval = given.get(level);
    return approval === undefined ? [] : [{ level, by: approval.by }];
  });
  return { payables: payables.slice(0, count), refused: payables.slice(count), approvedBy };
}
