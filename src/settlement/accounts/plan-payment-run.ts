import { readSafely } from "../../kernel/check.js";
import { Exact, sumOf, text, ZERO } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import type { Money } from "../../kernel/money.js";
import { choiceOf } from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { byKey, closedOn, keyOf, moneyOf, namesOf, totalNode, totalsByCurrency } from "../account-kit.js";
import type { AccountItem } from "./account-items.js";
import { authorisePayment } from "./authorise-payment.js";
import { type HoldOn, type ItemOf, listPayables, type ReadPayables, readPayableFacts, readPayablePolicy } from "./list-payables.js";
import type { Payable, PayableFacts } from "./payable.js";
import type {
  LeftOutPayable,
  MemberPayee,
  PaidBefore,
  PaymentHold,
  PaymentRun,
  PaymentRunFacts,
  PaymentRunPolicy,
  PaymentRunProblem,
  PlannedPayment,
  WithheldAmount,
} from "./payment-run.js";
import { type PaymentTerms, paymentTerms } from "./payment-terms.js";
import { programmesBehind } from "./programmes-behind.js";
import type { SettlementEntry } from "./settlement-entry.js";
import { type ReadWithholding, readRunFacts, readRunPolicy, withhold } from "./withhold.js";

/**
 * Plans a payment run: what is due by a day is paid, by payee and currency, above a minimum, without what is held or not approved, less what is
 * withheld.
 *
 * @remarks
 * What `buildPayables` lists as open and due up to `dueThrough` is paid in full; a member's set-offs and corrections below 0 are already in it, and
 * are taken from what is not held first, as in a statement of account.
 * What is below the minimum stays open and is added to by the next run, so nothing has to be carried. Programmes may have a minimum and a payee of
 * their own (`programmes`): what one of them owes below its minimum is left out, and the rest is paid; what corrects an entry of a programme is of it.
 * A withholding is computed on the gross amount like a running total: `f(paid before + gross) − f(paid before)`, rounded once, never below 0 and
 * never more than is left; one that programmes declare, on what of it they earned.
 * For every payment `net + withheld = gross`, and the entries take the gross amounts off the accounts.
 *
 * Where the policy names who has to approve, a payment needs every level whose amount it passes, each by another person. What is approved in part
 * is paid in part, earliest due first; the rest is listed, and paid by the plan that knows of more approvals. The first plan of a run, without
 * approvals, says what there is to approve.
 *
 * @param facts - The day, the accounts, fees, holds, payees and approvals.
 * @param policy - Minimums, withholdings, who approves, the term of fees, and what single programmes agreed.
 * @returns The payments, the entries to add, what is left out and why, with a working that adds up in each currency.
 * @throws LibraryFault The first fault of `checkTierSchedule` for a withholding; `settlement.refers_in_circle`; `kernel.not_a_choice` for a hold that
 * names the payable of another member, and for what was paid before by a withholding that counts no programmes; `kernel.*` with the place.
 *
 * @errors
 * - `settlement.fee_differs` - the account holds another entry under the name of a fee.
 * - `settlement.period_closed` - the day is closed.
 * - `settlement.earning_posted_later` - a later entry takes something off an account that would be paid from: the run would pay it again.
 *
 * @source G-15; practice of payment runs: payment threshold, withholding after the gross commission, authorisation in part and by levels.
 *
 * @example 1000 paid to the bank of a member, less a withholding of 8 % above 800
 * ```ts
 * import { type PaymentRunPolicy, planPaymentRun, type SettlementEntry } from "qudao/settlement";
 *
 * const entries: SettlementEntry[] = [
 *   { id: "E1", memberId: "A", kind: "earning", date: "2024-03-31", amount: { amount: "1000.00", currency: "CNY" }, dueDate: "2024-04-30" },
 * ];
 * const policy: PaymentRunPolicy = {
 *   term: { kind: "net", days: 30 }, minimums: [{ amount: "200", currency: "CNY" }], rounding: "half_up",
 *   withholdings: [{
 *     id: "tax", titles: { en: "Income tax", zh: "个人所得税" }, currency: "CNY",
 *     schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0" }, { from: "800", rate: "0.08" }] },
 *   }],
 * };
 * const facts = {
 *   runId: "PAY-7", asOf: "2024-04-28", dueThrough: "2024-04-30", entries, fees: [], holds: [], paidBefore: [],
 *   payees: [{ memberId: "A", payeeId: "BANK-A" }],
 * };
 * const answer = planPaymentRun(facts, policy);
 * const run = answer.ok ? answer.value.outcome : undefined;
 * run?.payments.map(({ payeeId, gross, withheld, net }) => [payeeId, gross.amount, withheld.amount, net.amount]); // => [["BANK-A", "1000.00", "16.00", "984.00"]]
 * run?.entries.map(({ kind, amount, refersTo }) => [kind, amount.amount, refersTo]); // => [["payment", "-1000.00", "E1"]]
 * ```
 *
 * @since 0.1.0
 */
export function planPaymentRun(facts: PaymentRunFacts, policy: PaymentRunPolicy): Result<Explained<PaymentRun>, PaymentRunProblem> {
  return readSafely({ facts, policy }, () => {
    const agreed = readRunPolicy(policy, "policy");
    const owed = readPayableFacts(facts, "facts");
    const run = readRunFacts(facts, "facts");
    const closed = closedOn(owed.asOf, run.closedThrough);
    if (closed !== undefined) return err(closed);
    checkHolds(run.holds, owed);
    checkPaidBefore(run.paidBefore, agreed.withholdings);
    const read = listPayables(owed, readPayablePolicy(policy, "policy"), (itemOf) => holdsOn(run.holds, itemOf));
    if (!read.ok) return read;
    const programmeOf = programmesBehind(owed.entries);
    const { payeeOf, cut } = paymentTerms(agreed.programmes, run.payees, programmeOf);
    const { due, leftOut } = chooseDue(read.value, run, payeeOf);
    const later = takenLater(owed, due, read.value);
    if (later !== undefined) {
      return err({ code: "settlement.earning_posted_later", params: { date: owed.asOf, id: later.id, later: later.date } });
    }
    const before = new Map(
      run.paidBefore.map(({ payeeId, gross, withholdingId }) => [keyOf(payeeId, gross.currency, withholdingId ?? ""), gross.amount]),
    );
    const nextId = namesOf(run.runId, owed.entries, "facts.runId");
    const payments: PlannedPayment[] = [];
    const entries: SettlementEntry[] = [];
    const withheld: WithheldAmount[] = [];
    const nodes: { readonly currency: string; readonly node: Explanation }[] = [];
    for (const { payee, currency, payables: all } of due) {
      const enough = cut(all);
      const approved = authorisePayment(enough.paid, payee.payeeId, currency, agreed.authority, run.approvals ?? []);
      const { refused, approvedBy } = approved;
      // what is approved in part may no longer be enough
      const { paid: payables, carried } = cut(approved.payables);
      leftOut.push(...refused.map((payable) => leave(payable, "not_authorised")));
      leftOut.push(...[...enough.carried, ...carried].map((payable) => leave(payable, "below_minimum")));
      if (payables.length === 0) continue;
      const gross = sumOf(payables.map(({ open }) => new Exact(open)));
      const least = agreed.minimums.find((minimum) => minimum.currency === currency);
      if (least !== undefined && gross.lessThan(least.amount)) {
        leftOut.push(...payables.map((payable) => leave(payable, "below_minimum")));
        continue;
      }
      const id = nextId();
      const counted = ({ id: row, programmeIds }: ReadWithholding) => {
        const own = payables.filter((payable) => programmeIds?.includes(programmeOf(payable.id) as string));
        return {
          now: programmeIds === undefined ? gross : sumOf(own.map(({ open }) => new Exact(open))),
          before: new Exact(before.get(keyOf(payee.payeeId, currency, programmeIds === undefined ? "" : row)) ?? "0"),
        };
      };
      const kept = withhold(gross, counted, payee, currency, agreed);
      const sum = sumOf(kept.map(({ amount }) => amount));
      const items = payables.map((payable) => ({ payableId: payable.id, memberId: payable.memberId, amount: payable.open }));
      const [whole, off, net] = [gross, sum, gross.minus(sum)].map((amount) => moneyOf(amount, currency)) as [Money, Money, Money];
      payments.push({ id, payeeId: payee.payeeId, gross: whole, withheld: off, net, approvedBy, items });
      const from: Explanation[] = [];
      for (const item of items) {
        const amount = moneyOf(new Exact(item.amount).negated(), currency);
        entries.push({ id: nextId(), memberId: item.memberId, kind: "payment", date: owed.asOf, amount, refersTo: item.payableId });
        from.push({ code: "settlement.payment_item", params: { ...item } });
      }
      for (const { row, amount } of kept) {
        withheld.push({ id: nextId(), paymentId: id, date: owed.asOf, withholdingId: row.id, amount: moneyOf(amount, currency) });
        from.push({ code: "settlement.payment_withheld", params: { withholding: { ...row.titles }, amount: text(amount.negated()) } });
      }
      const params = { payeeId: payee.payeeId, currency, gross: text(gross), withheld: text(sum), amount: text(gross.minus(sum)) };
      nodes.push({ currency, node: { code: "settlement.payment_planned", params, adds: "amount", from } });
    }
    const totals = totalsByCurrency(
      nodes,
      ({ currency }) => currency,
      (currency, own) =>
        totalNode(
          "settlement.payments_in_currency",
          currency,
          own.map(({ node }) => node),
        ),
    );
    const from = [...totals, ...leftOut.map(leftOutNode)];
    const explanation: Explanation = { code: "settlement.payment_run", params: { date: owed.asOf, count: payments.length }, from };
    return ok({ outcome: { payments, entries, withheld, leftOut }, explanation });
  });
}

/** What holds keep of every item: all of it, or the amounts that they name. */
function holdsOn(holds: readonly PaymentHold[], itemOf: ItemOf): HoldOn {
  const parts = new Map<AccountItem, Exact>();
  const whole = new Set<string>();
  for (const { payableId, memberId, amount } of holds) {
    if (payableId === undefined) whole.add(memberId);
    const item = payableId === undefined ? undefined : itemOf(payableId);
    // an entry that was put to another one is not all of it
    const part = amount ?? (item?.root.id === payableId ? item?.open.abs() : undefined);
    if (item !== undefined && part !== undefined) parts.set(item, (parts.get(item) ?? ZERO).plus(part));
  }
  return (item) => (whole.has(item.root.memberId) ? item.open.abs() : parts.get(item));
}

/** What was paid, set off or taken back on a later day: a run that is blind to it would pay it again. */
function takenLater(
  { entries, asOf }: Pick<PaymentRunFacts, "entries" | "asOf">,
  due: ReturnType<typeof chooseDue>["due"],
  { itemOf, accountOf }: ReadPayables,
): SettlementEntry | undefined {
  const accountOfPayable = ({ id }: Payable) => accountOf((itemOf(id) as AccountItem).root);
  const paying = new Set(due.flatMap(({ payables }) => payables.map(accountOfPayable)));
  const isTaken = ({ date, amount }: SettlementEntry) => date > asOf && new Exact(amount.amount).isNegative();
  return entries.find((entry) => isTaken(entry) && paying.has(accountOf(entry)));
}

/** A hold that names an entry of one member and another member would hold nothing. */
function checkHolds(holds: readonly PaymentHold[], { entries, fees }: PayableFacts): void {
  const owners = new Map([...fees, ...entries].map(({ id, memberId }) => [id, memberId]));
  holds.forEach(({ payableId, memberId }, i) => {
    const owner = payableId === undefined ? undefined : owners.get(payableId);
    if (owner !== undefined && owner !== memberId)
      throw kernelFault("kernel.not_a_choice", `facts.holds[${i}].memberId`, { got: shown(memberId), want: [owner] });
  });
}

/** What was paid before and is counted by no row would be taxed as if nothing had been. */
function checkPaidBefore(rows: readonly PaidBefore[], withholdings: readonly ReadWithholding[]): void {
  const counting = withholdings.flatMap(({ id, programmeIds }) => (programmeIds === undefined ? [] : [id]));
  rows.forEach(({ withholdingId }, i) => {
    if (withholdingId !== undefined) choiceOf(counting)(withholdingId, `facts.paidBefore[${i}].withholdingId`);
  });
}

/** What is due, by payee and currency in the order of their names, and what is not. */
function chooseDue(
  { list, heldOf, itemOf }: ReadPayables,
  { holds, dueThrough }: Pick<PaymentRunFacts, "holds" | "dueThrough">,
  payeeOf: PaymentTerms["payeeOf"],
) {
  const leftOut: LeftOutPayable[] = [];
  const groups = new Map<string, { payee: MemberPayee; currency: string; payables: Payable[] }>();
  for (const whole of list.payables) {
    if (whole.status === "paid") continue;
    const held = heldOf(whole.id);
    const payable = { ...whole, open: text(new Exact(whole.open).minus(held)) };
    const { currency, dueDate } = payable;
    if (!held.isZero()) {
      const isOn = (payableId = whole.id) => itemOf(payableId)?.root.id === whole.id;
      const hold = holds.find(({ payableId, memberId }) => memberId === whole.memberId && isOn(payableId));
      leftOut.push({ ...leave({ ...whole, open: text(held) }, "held"), ...(hold !== undefined && { ground: hold.ground }) });
    }
    if (payable.open === "0") continue;
    if (dueDate === null) leftOut.push(leave(payable, "undated"));
    else if (dueDate > dueThrough) leftOut.push(leave(payable, "not_due"));
    else {
      const payee = payeeOf(payable);
      const key = keyOf(payee.payeeId, currency);
      const group = groups.get(key) ?? { payee, currency, payables: [] };
      groups.set(key, group);
      group.payables.push(payable);
    }
  }
  const order = byKey<{ payee: MemberPayee; currency: string }>(
    ({ payee }) => payee.payeeId,
    ({ currency }) => currency,
  );
  return { due: [...groups.values()].sort(order), leftOut };
}

function leave({ id, memberId, open, currency }: Payable, reason: LeftOutPayable["reason"]): LeftOutPayable {
  return { payableId: id, memberId, amount: moneyOf(new Exact(open), currency), reason };
}

function leftOutNode({ payableId, memberId, amount, reason }: LeftOutPayable): Explanation {
  return { code: "settlement.payable_left_out", params: { payableId, memberId, amount: { ...amount }, reason } };
}
