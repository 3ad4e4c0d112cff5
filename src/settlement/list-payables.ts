/**
 * Which entry pays what. What names the entry it is for goes there; the rest, and what was too much, goes to what is due earliest.
 *
 * @internal
 */
import { type CalendarDate, daysBetween } from "../kernel/calendar-date.js";
import { Exact, text } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { choiceOf, listOf, optional, type Read, readDate, readText, readWords, recordOf, uniqueBy } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { amountOf, byKey, compareText, keyOf, moneyOf, readEntries, readMoney, sumOf, totalNode, ZERO } from "./account-kit.js";
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
import { dueDateOf, readPayableTerm } from "./payable-term.js";
import type { SettlementEntry, SettlementEntryKind } from "./settlement-entry.js";

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

export const readPayableFacts = recordOf<PayableFacts>({ asOf: readDate, entries: readEntries, fees: readFees });
export const readPayablePolicy = recordOf<PayablePolicy>({ term: readPayableTerm });

/** What is owed, while payments are put to it. */
interface Debt {
  readonly id: string;
  readonly memberId: string;
  readonly kind: SettlementEntryKind;
  readonly feeKind: ChannelFeeKind | undefined;
  readonly date: CalendarDate;
  readonly dueDate: CalendarDate | null;
  readonly currency: string;
  readonly owed: Exact;
  settled: Exact;
  settledOn: CalendarDate;
}

/** What is left of an entry that pays, and waits for something to pay. */
interface Credit {
  readonly date: CalendarDate;
  readonly memberId: string;
  readonly currency: string;
  left: Exact;
}

const owing: ReadonlySet<SettlementEntryKind> = new Set(["earning", "claim", "fee", "correction"]);

export function listPayables({ asOf, entries, fees }: PayableFacts, { term }: PayablePolicy): Result<PayableList, PayableProblem> {
  const feeOf = new Map(fees.map((fee) => [fee.id, fee]));
  for (const entry of entries) {
    const fee = feeOf.get(entry.id);
    if (fee !== undefined && !isSameFee(entry, fee)) {
      return err({ code: "settlement.fee_differs", params: { id: fee.id, posted: { ...entry.amount }, got: { ...fee.amount } } });
    }
  }
  const known = entries.filter(({ date }) => date <= asOf).sort(byDate);
  const posted = new Set(known.map(({ id }) => id));
  const debts = [
    ...known.filter(isDebt).map((entry) => debtOf(entry, feeOf.get(entry.id), term)),
    ...fees
      .filter(({ id, earnedOn }) => earnedOn <= asOf && !posted.has(id))
      .map((fee) => debtOf({ ...fee, kind: "fee", date: fee.earnedOn, dueDate: undefined }, fee, term)),
  ].sort(
    byKey<Debt>(
      ({ dueDate }) => dueDate ?? "9999-99-99",
      ({ date }) => date,
      ({ id }) => id,
    ),
  );
  const unapplied = payDebts(debts, known);
  const payables = debts.map((debt) => payableOf(debt, asOf));
  return ok({ asOf, payables, unpaid: payables.filter(({ status }) => status !== "paid").map(({ id }) => id), unapplied });
}

const byDate = byKey<SettlementEntry>(
  ({ date }) => date,
  ({ id }) => id,
);

const isDebt = ({ kind, amount }: SettlementEntry) => owing.has(kind) && new Exact(amount.amount).greaterThan(0);

function isSameFee(entry: SettlementEntry, fee: ChannelFee): boolean {
  const { amount, currency } = entry.amount;
  return entry.kind === "fee" && entry.memberId === fee.memberId && amount === fee.amount.amount && currency === fee.amount.currency;
}

type Owed = Pick<SettlementEntry, "id" | "memberId" | "kind" | "date" | "amount" | "dueDate">;

function debtOf(entry: Owed, fee: ChannelFee | undefined, term: PayablePolicy["term"]): Debt {
  const { id, memberId, kind, date, amount } = entry;
  const dueDate = entry.dueDate ?? fee?.dueDate ?? (fee === undefined ? null : dueDateOf(term, fee.earnedOn));
  const { currency } = amount;
  return { id, memberId, kind, feeKind: fee?.kind, date, dueDate, currency, owed: amountOf(entry), settled: ZERO, settledOn: date };
}

/** Puts every entry that is no debt to the debt that it is for, and the rest to the earliest due. Answers what is left. */
function payDebts(debts: readonly Debt[], known: readonly SettlementEntry[]): PayableList["unapplied"] {
  const debtOfId = new Map(debts.map((debt) => [debt.id, debt]));
  const referred = new Map(known.map(({ id, refersTo }) => [id, refersTo]));
  const credits = new Map<string, Credit>();
  for (const entry of known) {
    if (isDebt(entry)) continue;
    const target = targetOf(entry, referred, debtOfId);
    const back = entry.refersTo === undefined ? undefined : credits.get(entry.refersTo);
    const paid = amountOf(entry).negated();
    if (target !== undefined && target.memberId === entry.memberId && target.currency === entry.amount.currency) {
      target.settled = target.settled.plus(paid);
      target.settledOn = laterOf(target.settledOn, entry.date);
    } else if (entry.kind === "reversal" && back?.memberId === entry.memberId && back.currency === entry.amount.currency)
      back.left = back.left.plus(paid);
    else credits.set(entry.id, { date: entry.date, memberId: entry.memberId, currency: entry.amount.currency, left: paid });
  }
  const all = [...credits.values()];
  for (const debt of debts) {
    const over = debt.settled.minus(debt.owed);
    if (!over.greaterThan(0)) continue;
    debt.settled = debt.owed;
    all.push({ date: debt.settledOn, memberId: debt.memberId, currency: debt.currency, left: over });
  }
  const debtsOf = groupBy(debts, accountOf);
  for (const credit of all) {
    for (const debt of debtsOf.get(accountOf(credit)) ?? []) {
      if (!credit.left.greaterThan(0)) break;
      const part = Exact.min(debt.owed.minus(debt.settled), credit.left);
      if (!part.greaterThan(0)) continue;
      debt.settled = debt.settled.plus(part);
      debt.settledOn = laterOf(debt.settledOn, credit.date);
      credit.left = credit.left.minus(part);
    }
  }
  return leftOver(all);
}

/** The debt at the end of what an entry refers to: a reversed payment opens again what it paid. */
function targetOf(
  entry: SettlementEntry,
  referred: ReadonlyMap<string, string | undefined>,
  debtOfId: ReadonlyMap<string, Debt>,
): Debt | undefined {
  const seen = new Set<string>();
  for (let at = entry.refersTo; at !== undefined && !seen.has(at); at = referred.get(at)) {
    const debt = debtOfId.get(at);
    if (debt !== undefined) return debt;
    seen.add(at);
  }
  return undefined;
}

/** A member's account in one currency. */
const accountOf = ({ memberId, currency }: Pick<Credit, "memberId" | "currency">) => keyOf(memberId, currency);

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

function leftOver(credits: readonly Credit[]): PayableList["unapplied"] {
  const accounts = [...groupBy(credits, accountOf).entries()].sort(([a], [b]) => compareText(a, b));
  return accounts.flatMap(([, own]) => {
    const [{ memberId, currency }] = own as [Credit];
    const left = sumOf(own.map((credit) => credit.left));
    return left.isZero() ? [] : [{ memberId, amount: moneyOf(left, currency) }];
  });
}

function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? b : a;
}

function payableOf({ settled, owed, settledOn, feeKind, ...debt }: Debt, asOf: CalendarDate): Payable {
  const open = owed.minus(settled);
  const paid = open.isZero();
  const until = paid ? settledOn : asOf;
  const late = debt.dueDate === null || until <= debt.dueDate ? 0 : daysBetween(debt.dueDate, until);
  const { dueDate } = debt;
  return {
    ...debt,
    ...(feeKind === undefined ? {} : { feeKind }),
    owed: text(owed),
    settled: text(settled),
    open: text(open),
    settledOn: paid ? settledOn : null,
    status: paid ? "paid" : dueDate === null ? "undated" : asOf > dueDate ? "overdue" : "in_time",
    daysLate: late,
  };
}

/** The balance of every member in every currency: what is open, less what is unapplied. */
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
  const accounts = [...groupBy(parts, accountOf).entries()].sort(([a], [b]) => compareText(a, b));
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
