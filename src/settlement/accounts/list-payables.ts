/**
 * What is owed to members, read from their accounts and from fees that are not posted yet.
 *
 * @internal
 */

import type { CalendarDate } from "../../kernel/calendar-date.js";
import { Exact, sumOf, text, ZERO } from "../../kernel/decimal.js";
import { dueDayOf } from "../../kernel/due-day.js";
import type { Explanation } from "../../kernel/explanation.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import { choiceOf, listOf, optional, type Read, readDate, readText, readWords, recordOf, uniqueBy } from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { amountOf, compareText, keyOf, moneyOf, readEntries, readMoney, totalNode } from "../account-kit.js";
import { daysLate } from "../statements/open-items.js";
import { type AccountEntry, type AccountItem, type AccountReading, gatherItems, LAST_OF_ALL, spreadCredits } from "./account-items.js";
import {
  type ChannelFee,
  type ChannelFeeKind,
  channelFeeKinds,
  type Payable,
  type PayableFacts,
  type PayableList,
  type PayablePolicy,
  type PayableProblem,
} from "./payable.js";
import { readPayableTerm } from "./payable-term.js";
import { payersOf, readBillTo } from "./payers-of.js";
import type { SettlementEntry } from "./settlement-entry.js";

const readFees: Read<readonly ChannelFee[]> = (value, path) => {
  const read = recordOf<ChannelFee>({
    id: readText,
    memberId: readText,
    kind: choiceOf(channelFeeKinds),
    earnedOn: readDate,
    amount: readMoney,
    dueDate: optional(readDate),
    titles: optional(readWords),
  });
  const fees = uniqueBy("id", listOf(read))(value, path);
  fees.forEach(({ amount }, i) => {
    if (!new Exact(amount.amount).greaterThan(0)) {
      throw kernelFault("kernel.not_above_zero", `${path}[${i}].amount.amount`, { got: shown(amount.amount) });
    }
  });
  return fees;
};

export const readPayableFacts = recordOf<PayableFacts>({
  asOf: readDate,
  entries: readEntries,
  fees: readFees,
  billTo: optional(readBillTo),
});
export const readPayablePolicy = recordOf<PayablePolicy>({ term: readPayableTerm });

export interface ReadPayables {
  readonly list: PayableList;
  /** What of an open amount is held. */
  readonly heldOf: (payableId: string) => Exact;
  readonly itemOf: ItemOf;
  /** Whose account an entry is on, and in which currency. */
  readonly accountOf: AccountReading["accountOf"];
}

/** The item that an entry was put to. */
export type ItemOf = (entryId: string) => AccountItem | undefined;

/** `holdsOn`: tells of every item how much of it is held. Absent: nothing is. */
export function listPayables(
  { asOf, entries, fees, billTo = [] }: PayableFacts,
  { term }: PayablePolicy,
  holdsOn: (itemOf: ItemOf) => HoldOn = () => () => undefined,
): Result<ReadPayables, PayableProblem> {
  const feeOf = new Map(fees.map((fee) => [fee.id, fee]));
  for (const entry of entries) {
    const fee = feeOf.get(entry.id);
    if (fee !== undefined && !isSameFee(entry, fee)) {
      return err({ code: "settlement.fee_differs", params: { id: fee.id, posted: { ...entry.amount }, got: { ...fee.amount } } });
    }
  }
  const known = entries.filter(({ date }) => date <= asOf);
  const posted = new Set(known.map(({ id }) => id));
  const awaited = fees
    .filter(({ id, earnedOn }) => earnedOn <= asOf && !posted.has(id))
    .map(({ id, memberId, earnedOn, amount }): AccountEntry => ({ id, memberId, kind: "fee", date: earnedOn, amount }));
  const dated = (entry: AccountEntry): AccountEntry => {
    const fee = feeOf.get(entry.id);
    return fee === undefined || entry.dueDate !== undefined ? entry : { ...entry, dueDate: fee.dueDate ?? dueDayOf(term, fee.earnedOn) };
  };
  // what pays a fee that is not posted yet is on the account of that fee
  const { accountOf: payerOf } = payersOf(billTo, [...entries, ...awaited]);
  const accountOf = (entry: AccountEntry) => keyOf(payerOf(entry), entry.amount.currency);
  const reading: AccountReading = { accountOf, turnOf: () => LAST_OF_ALL };
  const { items, itemOf } = gatherItems([...known, ...awaited].map(dated), reading);
  spreadAround(items, reading, holdsOn(itemOf));
  const payables = items.filter(({ isDebt }) => isDebt).map((item) => payableOf(item, feeOf.get(item.root.id)?.kind, asOf));
  const unpaid = payables.filter(({ status }) => status !== "paid").map(({ id }) => id);
  const held = new Map(items.map((item) => [item.root.id, item.held]));
  const unapplied = leftOver(items, payerOf, accountOf);
  return ok({ list: { asOf, payables, unpaid, unapplied }, heldOf: (id) => held.get(id) ?? ZERO, itemOf, accountOf });
}

/** How much of an item is held, 0 or more. `undefined`: nothing. */
export type HoldOn = (item: AccountItem) => Exact | undefined;

/**
 * Spreads credits as a statement does: what is held takes none and gives none. What is left over then goes to what is held, so that no more of it is
 * open than there is.
 */
function spreadAround(items: readonly AccountItem[], reading: AccountReading, holdOn: HoldOn): void {
  for (const item of items) {
    const asked = holdOn(item) ?? ZERO;
    item.held = item.open.isNegative() ? Exact.max(item.open, asked.negated()) : Exact.min(item.open, asked);
    item.open = item.open.minus(item.held);
  }
  spreadCredits(items, reading);
  if (items.every(({ held }) => held.isZero())) return;
  const free = items.map(({ open }) => Exact.max(open, ZERO));
  items.forEach((item, i) => {
    item.open = item.open.minus(free[i] as Exact).plus(item.held);
  });
  spreadCredits(items, reading);
  items.forEach((item, i) => {
    item.held = Exact.max(item.open, ZERO);
    item.open = item.open.plus(free[i] as Exact);
  });
}

function isSameFee(entry: SettlementEntry, fee: ChannelFee): boolean {
  const { amount, currency } = entry.amount;
  return entry.kind === "fee" && entry.memberId === fee.memberId && amount === fee.amount.amount && currency === fee.amount.currency;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** What paid beyond what it was for, account by account. */
function leftOver(
  items: readonly AccountItem[],
  payerOf: (entry: AccountEntry) => string,
  accountOf: AccountReading["accountOf"],
): PayableList["unapplied"] {
  const credits = items.filter(({ isDebt, open }) => !isDebt || open.isNegative());
  const accounts = [...groupBy(credits, ({ root }) => accountOf(root)).entries()].sort(([a], [b]) => compareText(a, b));
  return accounts.flatMap(([, own]) => {
    const [{ root }] = own as [AccountItem];
    const left = sumOf(own.map(({ open }) => open)).negated();
    return left.isZero() ? [] : [{ memberId: payerOf(root), amount: moneyOf(left, root.amount.currency) }];
  });
}

function payableOf({ root, open: left, settledOn }: AccountItem, feeKind: ChannelFeeKind | undefined, asOf: CalendarDate): Payable {
  const { id, memberId, kind, date, amount } = root;
  const owed = amountOf(root);
  const open = Exact.max(left, ZERO); // what is beyond it is unapplied
  const dueDate = root.dueDate ?? null;
  const paid = open.isZero();
  return {
    id,
    memberId,
    kind,
    ...(feeKind === undefined ? {} : { feeKind }),
    date,
    dueDate,
    currency: amount.currency,
    owed: text(owed),
    settled: text(owed.minus(open)),
    open: text(open),
    settledOn: paid ? settledOn : null,
    status: paid ? "paid" : dueDate === null ? "undated" : asOf > dueDate ? "overdue" : "in_time",
    daysLate: daysLate(root.dueDate, paid ? settledOn : asOf),
  };
}

/** What is open of every member in every currency, less what is unapplied: of a payer and its members together the balance. */
export function payableNodes({ payables, unapplied }: PayableList): readonly Explanation[] {
  const parts = [
    ...payables.map(({ id, memberId, currency, owed, settled, open }) => {
      const node: Explanation = { code: "settlement.payable", params: { id, owed, settled, amount: open } };
      return { memberId, currency, node };
    }),
    ...unapplied.map(({ memberId, amount }) => {
      const params = { amount: text(new Exact(amount.amount).negated()) };
      return { memberId, currency: amount.currency, node: { code: "settlement.unapplied_credit", params } as Explanation };
    }),
  ];
  const accounts = [...groupBy(parts, (part) => keyOf(part.memberId, part.currency)).entries()].sort(([a], [b]) => compareText(a, b));
  return accounts.map(([, own]) => {
    const [{ memberId, currency }] = own as [(typeof parts)[number]];
    return totalNode(
      "settlement.payables",
      currency,
      own.map(({ node }) => node),
      { memberId },
    );
  });
}
