/**
 * From the balance of an account to what is paid: disputes, due dates, set-off, the least payment.
 *
 * @internal
 */

import { Exact, exact, fixed, sumOf, text, ZERO } from "../../kernel/decimal.js";
import type { Explanation } from "../../kernel/explanation.js";
import { compareText } from "../account-kit.js";
import type { AccountItem } from "../accounts/account-items.js";
import type { SettlementEntry } from "../accounts/settlement-entry.js";
import type { AccountPayment, AccountReceivable, AccountReceivableLine, NotSetOff } from "./account-statement.js";
import type { AccountStatementPolicy } from "./account-statement-policy.js";

export interface PaymentFacts {
  readonly balance: Exact;
  readonly items: readonly AccountItem[];
  readonly receivables: readonly AccountReceivable[];
  readonly accountId: string;
  readonly asOf: string;
}

export interface PaymentAnswer {
  readonly payment: AccountPayment;
  readonly receivables: readonly AccountReceivableLine[];
  readonly offsets: readonly SettlementEntry[];
  readonly explanation: Explanation;
}

/** What is owed without a date is due as the policy says. */
export function isDue({ root }: AccountItem, asOf: string, { undated }: AccountStatementPolicy): boolean {
  return root.dueDate === undefined ? undated === "due" : root.dueDate <= asOf;
}

export function payAccount(facts: PaymentFacts, policy: AccountStatementPolicy): PaymentAnswer {
  const { balance, items, asOf } = facts;
  const { currency, decimals } = policy;
  const say = (amount: Exact) => fixed(amount, decimals);
  const held = sumOf(items.map((item) => item.held));
  // what the member owes is never put off to its due date: it is taken from what is owed to it
  const notDue = sumOf(items.filter((item) => item.open.greaterThan(0) && !isDue(item, asOf, policy)).map((item) => item.open));
  const due = balance.minus(held).minus(notDue);
  const { lines, used } = setOff(facts, due, policy);
  const offset = sumOf(used.map(({ amount }) => amount));
  const rest = due.minus(offset);
  const carried = rest.greaterThan(0) && rest.lessThan(policy.minimumPayment) ? rest : ZERO;
  const owedByMember = rest.isNegative() ? rest.negated() : ZERO;
  const payable = rest.minus(carried).plus(owedByMember);

  const node = (code: string, amount: Exact, params: Explanation["params"] = {}): readonly Explanation[] =>
    amount.isZero() ? [] : [{ code, params: { ...params, amount: text(amount) } }];
  const explanation: Explanation = {
    code: "settlement.account_payment",
    params: { amount: text(payable), currency },
    adds: "amount",
    from: [
      { code: "settlement.account_balance", params: { asOf, amount: text(balance) } },
      ...node("settlement.account_held", held.negated()),
      ...node("settlement.account_not_due", notDue.negated()),
      ...used.flatMap(({ receivable, amount }) =>
        node("settlement.account_set_off", amount.negated(), { invoiceId: receivable.invoiceId }),
      ),
      ...node("settlement.account_carried", carried.negated(), { minimum: policy.minimumPayment }),
      ...node("settlement.account_owed_by_member", owedByMember),
    ],
  };
  const payment = {
    balance: say(balance),
    held: say(held),
    notDue: say(notDue),
    offset: say(offset),
    carried: say(carried),
    owedByMember: say(owedByMember),
    payable: say(payable),
  };
  const offsets = used.map(({ receivable, amount }) => offsetOf(receivable, { amount: say(amount.negated()), currency }, asOf));
  return { payment, receivables: lines, offsets, explanation };
}

interface Used {
  readonly receivable: AccountReceivable;
  readonly amount: Exact;
}

function setOff(
  { receivables, asOf }: PaymentFacts,
  due: Exact,
  { setOff: agreed, currency, decimals }: AccountStatementPolicy,
): { readonly lines: readonly AccountReceivableLine[]; readonly used: readonly Used[] } {
  const declared = agreed.order !== "oldest_due_first";
  const order = declared
    ? receivables
    : [...receivables].sort((a, b) => compareText(a.dueDate, b.dueDate) || compareText(a.invoiceId, b.invoiceId));
  let left = Exact.max(due, ZERO);
  const used: Used[] = [];
  const whyNot = ({ standing, open, dueDate }: AccountReceivable): NotSetOff | null => {
    if (agreed.order === "none") return "none_agreed";
    if (standing === "disputed") return "disputed";
    if (open.currency !== currency) return "other_currency";
    if (agreed.reach === "due" && dueDate > asOf) return "not_due";
    return left.isZero() || exact(open.amount).isZero() ? "nothing_left" : null;
  };
  const lines = order.map((receivable): AccountReceivableLine => {
    const { invoiceId, memberId, dueDate, open } = receivable;
    const reason = whyNot(receivable);
    const amount = reason === null ? Exact.min(left, open.amount) : ZERO;
    left = left.minus(amount);
    if (reason === null) used.push({ receivable, amount });
    return {
      invoiceId,
      memberId,
      dueDate,
      open: currency === open.currency ? { amount: fixed(exact(open.amount), decimals), currency } : { ...open },
      offset: fixed(amount, decimals),
      reason,
    };
  });
  return { lines, used };
}

/** The same facts propose the same entry, so that a second run books nothing twice. */
function offsetOf({ invoiceId, memberId }: AccountReceivable, amount: SettlementEntry["amount"], date: string): SettlementEntry {
  return { id: `offset:${invoiceId}:${date}`, memberId, kind: "offset", date, amount, sourceIds: [invoiceId] };
}
