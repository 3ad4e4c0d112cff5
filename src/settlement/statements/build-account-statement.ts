import { addDays } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { Exact, fixed, sumOf, text, ZERO } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import type { Words } from "../../kernel/message.js";
import { compareText } from "../account-kit.js";
import type { AccountItem } from "../accounts/account-items.js";
import { payersOf } from "../accounts/payers-of.js";
import type { EarningReference, SettlementEntry } from "../accounts/settlement-entry.js";
import type { Dispute } from "../disputes/dispute.js";
import { documentsOf } from "./account-documents.js";
import { isDue, payAccount } from "./account-payment.js";
import type {
  AccountDisputeLine,
  AccountGoodsLine,
  AccountMemberTotal,
  AccountMovement,
  AccountOpenItem,
  AccountRightLine,
  AccountSourceLine,
  AccountStatement,
  AccountStatementFacts,
} from "./account-statement.js";
import type { AccountStatementPolicy } from "./account-statement-policy.js";
import { daysLate, findOpenItems } from "./open-items.js";
import { type ReadEarning, type ReadStatementFacts, readStatementFacts, readStatementPolicy } from "./read-account-statement.js";

/**
 * Draws a member's statement of account: what was owed before, what was added, what is owed now, and what is paid of it.
 *
 * @remarks
 * `opening + movements = closing`, and the closing balance of one period is the opening balance of the next. An entry is in the account from
 * its day on; later ones than `asOf` are left out, so that a statement of the past can be drawn again as it was.
 *
 * Whose entries they are is asked by payer: the entries of every member that bills to the account on the entry's day, without a list of members. What
 * pays an entry, takes it back or corrects it downwards goes with that entry, whoever is the payer by then.
 *
 * What is paid starts from the balance on `asOf`, entries after the period included: less what disputes hold, less what is not due, less
 * the set-off, and nothing below the least payment. On the due date payment is still in time; the day after, it is one day late. A payment
 * without a reference settles what is oldest due; each correction above 0 has its own due date. Undisputed receivables of the same currency are set off up to what is due, never more.
 *
 * Nothing is rounded but tax, once per rate and paper. A total that is owed by the member turns the paper into the other one of its pair.
 *
 * @param facts - Entries, payers, receivables, disputes and documents.
 * @param policy - Currency, set-off, least payment, papers and tax.
 * @returns The statement. Its working shows both sums: the closing balance, and what is paid.
 * @throws LibraryFault `settlement.bill_to_overlap`, `settlement.refers_in_circle`, `settlement.entry_too_fine`; `kernel.named_twice` for an
 * identifier that is there twice; `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @source G-15
 *
 * @example 300 were owed, 200 came, 120 are set off against an open invoice
 * ```ts
 * import { buildAccountStatement } from "qudao/settlement";
 *
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const { outcome } = buildAccountStatement(
 *   {
 *     asOf: "2024-04-10", period: { start: "2024-03-01", end: "2024-04-01" }, account: { id: "A" },
 *     entries: [
 *       { id: "E1", memberId: "A", kind: "earning", date: "2024-02-29", amount: cny("300.00"), dueDate: "2024-03-31" },
 *       { id: "E2", memberId: "A", kind: "claim", date: "2024-03-31", amount: cny("200.00"), dueDate: "2024-04-30" },
 *     ],
 *     billTo: [], disputes: [], sources: [], earnings: [],
 *     receivables: [{ invoiceId: "INV-7", memberId: "A", dueDate: "2024-03-20", open: cny("120.00"), standing: "undisputed" }],
 *   },
 *   {
 *     currency: "CNY", decimals: 2, undated: "due", setOff: { order: "oldest_due_first", reach: "due" }, minimumPayment: "100", documents: [],
 *   },
 * );
 * [outcome.opening, outcome.closing, outcome.overdue]; // => ["300.00", "500.00", "300.00"]
 * [outcome.payment.notDue, outcome.payment.offset, outcome.payment.payable]; // => ["200.00", "120.00", "180.00"]
 * ```
 *
 * @since 0.1.0
 */
export function buildAccountStatement(facts: AccountStatementFacts, policy: AccountStatementPolicy): Explained<AccountStatement> {
  return readSafely({ facts, policy }, () => {
    const agreed = readStatementPolicy(policy, "policy");
    return build(readStatementFacts(facts, agreed), agreed);
  });
}

function build(facts: ReadStatementFacts, policy: AccountStatementPolicy): Explained<AccountStatement> {
  const { asOf, period, account } = facts;
  const { currency, decimals } = policy;
  const say = (amount: Exact) => fixed(amount, decimals);
  const { payerOf, accountOf } = payersOf(facts.billTo, facts.entries);
  const all = facts.entries.filter((entry) => entry.date <= asOf && accountOf(entry) === account.id).sort(byDate);
  const own = all.filter(({ amount }) => amount.currency === currency);
  const before = own.filter(({ date }) => date < period.start);
  const during = own.filter(({ date }) => period.start <= date && date < period.end);

  const opening = total(before);
  const movements = movementsOf(during, opening, facts, decimals);
  const closing = opening.plus(total(during));
  const known = new Set(own.map(({ id }) => id));
  const disputes = facts.disputes.filter(
    ({ at, data }) =>
      isOpen(at) && data.amount.currency === currency && (known.has(data.entryId) || payerOf(data.memberId, asOf) === account.id),
  );
  const { items, heldBy } = findOpenItems(own, disputes, policy);
  const receivables = facts.receivables.filter(({ memberId }) => payerOf(memberId, asOf) === account.id);
  const paid = payAccount({ balance: total(own), items, receivables, accountId: account.id, asOf }, policy);
  const openItems = items.map((item) => itemOf(item, asOf, policy));
  const late = items.filter((_, i) => (openItems[i] as AccountOpenItem).overdueDays > 0);
  const titles = account.titles ?? { en: account.id, zh: account.id };

  const outcome: AccountStatement = {
    accountId: account.id,
    account: titles,
    period,
    asOf,
    status: asOf < addDays(period.end, -1) ? "interim" : "final",
    currency,
    opening: say(opening),
    movements: movements.map(({ movement }) => movement),
    closing: say(closing),
    members: membersOf(before, during, say),
    openItems,
    overdue: say(sumOf(late.map(({ open }) => open))),
    disputes: disputes.map((dispute) => disputeLineOf(dispute, heldBy.get(dispute) ?? ZERO, say)),
    receivables: paid.receivables,
    offsets: paid.offsets,
    payment: paid.payment,
    documents: documentsOf(during, own, policy),
    otherCurrencies: otherCurrencies(all, currency),
    ...inKindOf(facts, payerOf),
  };
  return {
    outcome,
    explanation: explain(
      outcome,
      movements.map(({ node }) => node),
      { opening, closing },
      paid.explanation,
    ),
  };
}

function total(entries: readonly SettlementEntry[]): Exact {
  return sumOf(entries.map(({ amount }) => amount.amount));
}

function byDate(a: SettlementEntry, b: SettlementEntry): number {
  return compareText(a.date, b.date) || compareText(a.id, b.id);
}

/** A dispute that is over, or given up, holds nothing. */
function isOpen(state: Dispute["at"]): boolean {
  return state !== "closed" && state !== "withdrawn";
}

interface TracedMovement {
  readonly movement: AccountMovement;
  readonly node: Explanation;
}

function movementsOf(
  entries: readonly SettlementEntry[],
  opening: Exact,
  { sources, earnings }: ReadStatementFacts,
  decimals: number,
): readonly TracedMovement[] {
  const documents = new Map(sources.map((source) => [source.sourceId, source]));
  const keyOf = (memberId: string, { programmeId, programmeVersion, periodId }: EarningReference) =>
    JSON.stringify([memberId, programmeId, programmeVersion, periodId]);
  const earned = new Map<string, ReadEarning>(earnings.map((one) => [keyOf(one.memberId, one.earning), one]));
  const lineOf = (sourceId: string): AccountSourceLine => {
    const known = documents.get(sourceId);
    return { sourceId, invoice: known?.invoice ?? null, line: known?.line ?? null };
  };
  let balance = opening;
  return entries.map((entry) => {
    const { id: entryId, memberId, date, kind, amount, earning } = entry;
    balance = balance.plus(amount.amount);
    const source = earning === undefined ? undefined : earned.get(keyOf(memberId, earning));
    const movement: AccountMovement = {
      entryId,
      memberId,
      date,
      kind,
      titles: entry.titles ?? null,
      amount: fixed(new Exact(amount.amount), decimals),
      balance: fixed(balance, decimals),
      dueDate: entry.dueDate ?? null,
      earning: earning ?? null,
      claimId: entry.claimId ?? null,
      refersTo: entry.refersTo ?? null,
      sources: (entry.sourceIds ?? source?.sourceIds ?? []).map(lineOf),
      working: source?.working ?? null,
    };
    return { movement, node: movementNode(movement, amount.amount) };
  });
}

function movementNode({ date, kind, titles, sources, working }: AccountMovement, amount: string): Explanation {
  const title = titles === null ? { code: `settlement.entry_kind.${kind}`, params: {} } : { ...titles };
  const node = { code: "settlement.account_movement", params: { date, title, amount, sources: sources.map(referenceOf) } };
  return working === null ? node : { ...node, from: [working] };
}

/** Invoice and line as a member quotes them: `INV-7/2`. */
function referenceOf({ sourceId, invoice, line }: AccountSourceLine): string {
  return invoice === null ? sourceId : line === null ? invoice : `${invoice}/${line}`;
}

function membersOf(
  before: readonly SettlementEntry[],
  during: readonly SettlementEntry[],
  say: (amount: Exact) => string,
): readonly AccountMemberTotal[] {
  const sums = new Map<string, { opening: Exact; movements: Exact }>();
  const add = (field: "opening" | "movements", { memberId, amount }: SettlementEntry) => {
    const own = sums.get(memberId) ?? { opening: ZERO, movements: ZERO };
    sums.set(memberId, { ...own, [field]: own[field].plus(amount.amount) });
  };
  for (const entry of before) add("opening", entry);
  for (const entry of during) add("movements", entry);
  return [...sums]
    .sort(([a], [b]) => compareText(a, b))
    .map(([memberId, { opening, movements }]) => {
      return { memberId, opening: say(opening), movements: say(movements), closing: say(opening.plus(movements)) };
    });
}

/** Of the windows whose last day lies in the period and is over; a member that is settled through another account is on that one. */
function inKindOf(
  { earnings, period, asOf, account }: ReadStatementFacts,
  payerOf: (memberId: string, date: string) => string,
): Pick<AccountStatement, "goods" | "rights"> {
  const goods: AccountGoodsLine[] = [];
  const rights: AccountRightLine[] = [];
  for (const { memberId, earning, inKind } of earnings) {
    if (inKind === undefined) continue;
    const { of, titles, end } = inKind;
    const date = addDays(end, -1);
    if (date < period.start || date >= period.end || end > asOf || payerOf(memberId, date) !== account.id) continue;
    if ("goods" in of) goods.push({ memberId, earning, titles, date, ...of.goods });
    else rights.push({ memberId, earning, titles, date, ...of.right });
  }
  return { ...(goods.length === 0 ? {} : { goods }), ...(rights.length === 0 ? {} : { rights }) };
}

function itemOf(item: AccountItem, asOf: string, policy: AccountStatementPolicy): AccountOpenItem {
  const { root, open, held } = item;
  const overdueDays = open.greaterThan(0) ? daysLate(root.dueDate, asOf) : 0;
  const { id: entryId, memberId, dueDate } = root;
  const due = open.isNegative() || (open.greaterThan(0) && isDue(item, asOf, policy));
  const [openText, heldText] = [fixed(open, policy.decimals), fixed(held, policy.decimals)];
  return { entryId, memberId, dueDate: dueDate ?? null, open: openText, held: heldText, due, overdueDays };
}

function disputeLineOf({ at: state, data }: Dispute, held: Exact, say: (amount: Exact) => string): AccountDisputeLine {
  const { disputeId, entryId, reason, contested, respondBy } = data;
  return { disputeId, entryId, state, reason, asked: say(new Exact(contested)), held: say(held), respondBy };
}

function otherCurrencies(all: readonly SettlementEntry[], own: string): AccountStatement["otherCurrencies"] {
  const counts = new Map<string, number>();
  for (const { amount } of all) if (amount.currency !== own) counts.set(amount.currency, (counts.get(amount.currency) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => compareText(a, b)).map(([currency, entries]) => ({ currency, entries }));
}

function explain(
  { account, period, currency }: AccountStatement,
  nodes: readonly Explanation[],
  { opening, closing }: { readonly opening: Exact; readonly closing: Exact },
  payment: Explanation,
): Explanation {
  const words: Words = account;
  const balance: Explanation = {
    code: "settlement.account_closing",
    params: { amount: text(closing), currency },
    adds: "amount",
    from: [{ code: "settlement.account_opening", params: { amount: text(opening) } }, ...nodes],
  };
  return { code: "settlement.account", params: { account: { ...words }, period: { ...period } }, from: [balance, payment] };
}
