import type { CalendarDate } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { Exact, sumOf, text } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import type { Money } from "../../kernel/money.js";
import { ok, type Result } from "../../kernel/result.js";
import { moneyOf, totalsByCurrency } from "../account-kit.js";
import { listPayables, readPayableFacts, readPayablePolicy } from "./list-payables.js";
import type { Payable, PayableFacts, PayablePolicy, PayableProblem } from "./payable.js";

/** What the manufacturer should have paid by now and has not. */
export interface OverduePayables {
  /** The day. */
  readonly asOf: CalendarDate;
  /** The overdue payables, longest overdue first. */
  readonly overdue: readonly Payable[];
  /** What is overdue in each currency, in the order of their codes. */
  readonly totals: readonly Money[];
}

/**
 * Finds what the manufacturer itself owes its members and has not paid in time.
 *
 * @remarks
 * The payables of `buildPayables` whose last day is over. On that day itself nothing is late; what names no day is never late.
 *
 * @param facts - The day, the accounts and the fees.
 * @param policy - The term of fees that name no day.
 * @returns The overdue payables with their days, and what they come to.
 * @throws LibraryFault The same as `buildPayables`.
 *
 * @errors
 * - `settlement.fee_differs` - the account holds another entry under the name of a fee.
 *
 * @source S01-17: channel fees are paid in time.
 *
 * @example Due on 31 March, unpaid on 1 April
 * ```ts
 * import { type ChannelFee, findOverduePayables } from "qudao/settlement";
 *
 * const amount = { amount: "500.00", currency: "CNY" };
 * const fees: ChannelFee[] = [{ id: "F1", memberId: "A", kind: "commission", earnedOn: "2024-03-01", amount, dueDate: "2024-03-31" }];
 * const lateOn = (asOf: string) => {
 *   const answer = findOverduePayables({ asOf, entries: [], fees }, { term: { kind: "net", days: 30 } });
 *   return answer.ok ? answer.value.outcome.overdue.map(({ id, daysLate }) => [id, daysLate]) : [];
 * };
 * lateOn("2024-03-31"); // => []
 * lateOn("2024-04-01"); // => [["F1", 1]]
 * ```
 *
 * @since 0.1.0
 */
export function findOverduePayables(facts: PayableFacts, policy: PayablePolicy): Result<Explained<OverduePayables>, PayableProblem> {
  return readSafely({ facts, policy }, () => {
    const list = listPayables(readPayableFacts(facts, "facts"), readPayablePolicy(policy, "policy"));
    if (!list.ok) return list;
    const { asOf, payables } = list.value.list;
    const overdue = payables.filter(({ status }) => status === "overdue");
    const totals: Money[] = [];
    const from = totalsByCurrency(
      overdue,
      ({ currency }) => currency,
      (currency, own): Explanation => {
        const sum = sumOf(own.map(({ open }) => new Exact(open)));
        totals.push(moneyOf(sum, currency));
        const parts = own.map(({ id, memberId, open, dueDate, daysLate }) => ({
          code: "settlement.payable_overdue",
          params: { id, memberId, currency, dueDate, days: daysLate, amount: open },
        }));
        return { code: "settlement.overdue_in_currency", params: { currency, amount: text(sum) }, adds: "amount", from: parts };
      },
    );
    const explanation: Explanation = { code: "settlement.payables_overdue", params: { date: asOf, count: overdue.length }, from };
    return ok({ outcome: { asOf, overdue, totals }, explanation });
  });
}
