/**
 * An account, entry by entry: what is owed, what pays it, and what is left. Statements and payables are both read from here.
 *
 * @internal
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import { Exact, ZERO } from "../../kernel/decimal.js";
import { type FaultMaker, faultsOf } from "../../kernel/fault.js";
import type { KernelFaultCode } from "../../kernel/fault-messages.js";
import { amountOf, byKey } from "../account-kit.js";
import { accountStatementFaultMessages } from "../account-statement-fault-messages.js";
import type { SettlementEntry, SettlementEntryKind } from "./settlement-entry.js";

export const accountStatementFault: FaultMaker<KernelFaultCode | keyof typeof accountStatementFaultMessages> =
  faultsOf(accountStatementFaultMessages);

/** What is read of an entry; a fee that is not posted yet is read the same way. */
export type AccountEntry = Pick<SettlementEntry, "id" | "memberId" | "kind" | "date" | "amount" | "dueDate" | "refersTo">;

/** An entry with everything that was put to it. */
export interface AccountItem {
  readonly root: AccountEntry;
  /** It is an earning, claim, fee or correction above 0; everything else pays or takes back. */
  readonly isDebt: boolean;
  /** What is left: above 0 owed to the member, below 0 owed by it or paid to it in advance. */
  open: Exact;
  /** What disputes hold of it; the sign of what is left. */
  held: Exact;
  /** The day of the last entry that was put to it. */
  settledOn: CalendarDate;
}

/** How an account is read. */
export interface AccountReading {
  /** Entries of one account pay for each other. */
  readonly accountOf: (entry: AccountEntry) => string;
  /** The day by which a debt without a due date has its turn. */
  readonly turnOf: (entry: AccountEntry) => CalendarDate;
}

export interface AccountItems {
  /** Earliest due first. */
  readonly items: readonly AccountItem[];
  /** The item that an entry was put to. */
  readonly itemOf: (entryId: string) => AccountItem | undefined;
}

/** After every day there is. */
export const LAST_OF_ALL = "9999-99-99";

const owing: ReadonlySet<SettlementEntryKind> = new Set(["earning", "claim", "fee", "correction"]);

/** What is owed to the member: an item of its own. */
export const isDebt = ({ kind, amount }: Pick<AccountEntry, "kind" | "amount">): boolean =>
  owing.has(kind) && new Exact(amount.amount).greaterThan(0);

const byDate = byKey<AccountEntry>(
  ({ date }) => date,
  ({ id }) => id,
);

/**
 * Puts every entry to what it refers to. What is owed is an item of its own, with its own day, even where it refers to another entry; the rest
 * goes to the debt at the end of what it refers to, so that a reversed payment opens again what it paid.
 */
export function gatherItems(entries: readonly AccountEntry[], { accountOf, turnOf }: AccountReading): AccountItems {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  checkCircles(byId);
  const roots = new Map<string, AccountEntry>();
  const rootOf = (entry: AccountEntry): AccountEntry => {
    const path: string[] = [];
    let at = entry;
    while (!isDebt(at)) {
      path.push(at.id);
      const next = roots.get(at.id) ?? (at.refersTo === undefined ? undefined : byId.get(at.refersTo));
      if (next === undefined || next === at || accountOf(next) !== accountOf(at)) break;
      at = next;
    }
    for (const id of path) roots.set(id, at);
    return at;
  };
  const items = new Map<string, AccountItem>();
  for (const entry of [...entries].sort(byDate)) {
    const root = rootOf(entry);
    const known = items.get(root.id);
    const item = known ?? { root, isDebt: isDebt(root), open: ZERO, held: ZERO, settledOn: root.date };
    if (known === undefined) items.set(root.id, item);
    item.open = item.open.plus(amountOf(entry));
    item.settledOn = laterOf(item.settledOn, entry.date);
  }
  const order = byKey<AccountItem>(
    ({ root }) => root.dueDate ?? turnOf(root),
    ({ root }) => root.date,
    ({ root }) => root.id,
  );
  const itemOf = (entryId: string) => {
    const entry = byId.get(entryId);
    return entry === undefined ? undefined : items.get(rootOf(entry).id);
  };
  return { items: [...items.values()].sort(order), itemOf };
}

/**
 * Takes what the member owes, or was paid in advance, from what is owed to it, earliest due first. What takes a credit back, such as the
 * member's own payment, has its turn before every debt.
 */
export function spreadCredits(items: readonly AccountItem[], { accountOf }: AccountReading): void {
  const owed = new Map<string, { readonly items: AccountItem[]; next: number }>();
  const add = (item: AccountItem) => {
    const account = accountOf(item.root);
    const own = owed.get(account);
    if (own === undefined) owed.set(account, { items: [item], next: 0 });
    else own.items.push(item);
  };
  const above = items.filter(({ open }) => open.greaterThan(0));
  for (const item of above) if (!item.isDebt) add(item);
  for (const item of above) if (item.isDebt) add(item);
  const credits = items.filter(({ open }) => open.isNegative()).sort(byDay);
  for (const credit of credits) {
    const own = owed.get(accountOf(credit.root));
    while (own !== undefined && credit.open.isNegative() && own.next < own.items.length) {
      const item = own.items[own.next] as AccountItem;
      const part = Exact.min(item.open, credit.open.negated());
      item.open = item.open.minus(part);
      item.settledOn = laterOf(item.settledOn, credit.settledOn);
      credit.open = credit.open.plus(part);
      if (item.open.isZero()) own.next++;
    }
  }
}

const byDay = byKey<AccountItem>(
  ({ settledOn }) => settledOn,
  ({ root }) => root.id,
);

/** A reference that leads back to its entry would have no end. */
function checkCircles(byId: ReadonlyMap<string, AccountEntry>): void {
  const sound = new Set<string>();
  for (const start of byId.values()) {
    const path = new Set<string>();
    for (let at: AccountEntry | undefined = start; at !== undefined && !sound.has(at.id); ) {
      if (path.has(at.id)) throw accountStatementFault("settlement.refers_in_circle", "facts.entries", { id: start.id });
      path.add(at.id);
      at = at.refersTo === undefined ? undefined : byId.get(at.refersTo);
    }
    for (const id of path) sound.add(id);
  }
}

function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? b : a;
}
