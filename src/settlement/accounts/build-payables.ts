import { readSafely } from "../../kernel/check.js";
import type { Explained } from "../../kernel/explanation.js";
import { ok, type Result } from "../../kernel/result.js";
import { listPayables, payableNodes, readPayableFacts, readPayablePolicy } from "./list-payables.js";
import type { PayableFacts, PayableList, PayablePolicy, PayableProblem } from "./payable.js";

/**
 * Lists what the manufacturer owes its members on a day: one payable for each earned reward, with what has been paid of it and how late it is.
 *
 * @remarks
 * Every earning, claim, fee and correction above 0 is one payable; a fee that the account holds under the same name is that entry, so nothing is
 * owed twice. Payments, set-offs, write-offs, reversals and corrections below 0 go to the entry they refer to; without one, or beyond what is left
 * of it, to what is due earliest, as in the open items of `buildAccountStatement`. What then is left is unapplied. A payable is late from the day after its last day:
 * due on 31 March and unpaid on 1 April, it is late by 1 day. The open amounts less the unapplied ones are the balance of the account. With `billTo` an
 * account is that of a payer and all members it pays for, as in its statement.
 *
 * @param facts - The day, the accounts and the fees.
 * @param policy - The term of fees that name no day.
 * @returns The payables, those that are unpaid, and a working that adds up for each member and currency.
 * @throws LibraryFault `kernel.not_above_zero` for a fee of nothing; `settlement.refers_in_circle`, `settlement.bill_to_overlap`; `kernel.*` with the place.
 *
 * @errors
 * - `settlement.fee_differs` - the account holds another entry under the name of a fee.
 *
 * @source S06-21 and S01-17.
 *
 * @example A commission that is posted, and an allowance that is not yet
 * ```ts
 * import { buildPayables, type ChannelFee, type SettlementEntry } from "qudao/settlement";
 *
 * const of = (amount: string) => ({ amount, currency: "CNY" });
 * const fees: ChannelFee[] = [
 *   { id: "F1", memberId: "A", kind: "commission", earnedOn: "2024-03-01", amount: of("500.00") },
 *   { id: "F2", memberId: "A", kind: "allowance", earnedOn: "2024-03-10", amount: of("80.00") },
 * ];
 * const entries: SettlementEntry[] = [
 *   { id: "F1", memberId: "A", kind: "fee", date: "2024-03-01", amount: of("500.00") },
 *   { id: "P1", memberId: "A", kind: "payment", date: "2024-03-28", amount: of("-500.00"), refersTo: "F1" },
 * ];
 * const answer = buildPayables({ asOf: "2024-04-01", entries, fees }, { term: { kind: "net", days: 30 } });
 * const list = answer.ok ? answer.value.outcome : undefined;
 * list?.payables.map(({ id, dueDate, status, open }) => [id, dueDate, status, open]); // => [["F1", "2024-03-31", "paid", "0"], ["F2", "2024-04-09", "in_time", "80"]]
 * list?.unpaid; // => ["F2"]
 * ```
 *
 * @since 0.1.0
 */
export function buildPayables(facts: PayableFacts, policy: PayablePolicy): Result<Explained<PayableList>, PayableProblem> {
  return readSafely({ facts, policy }, () => {
    const list = listPayables(readPayableFacts(facts, "facts"), readPayablePolicy(policy, "policy"));
    if (!list.ok) return list;
    const { list: outcome } = list.value;
    const explanation = { code: "settlement.payables_open", params: { date: outcome.asOf }, from: payableNodes(outcome) };
    return ok({ outcome, explanation });
  });
}
