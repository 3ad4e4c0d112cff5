/**
 * What is still owed on an account, entry by entry, and what disputes hold back of it.
 *
 * @internal
 */

import { daysBetween } from "../kernel/calendar-date.js";
import { Exact } from "../kernel/decimal.js";
import { compareText, ZERO } from "./account-kit.js";
import type { Dispute } from "./dispute.js";
import { accountStatementFault } from "./read-account-statement.js";
import type { SettlementEntry } from "./settlement-entry.js";

/** An entry with everything that refers to it. */
export interface OpenItem {
  readonly root: SettlementEntry;
  /** Free to be settled. */
  open: Exact;
  /** Held back; the sign of what is owed. */
  held: Exact;
}

export interface OpenItems {
  /** Oldest due first; nothing that is settled. */
  readonly items: readonly OpenItem[];
  /** What is held for each dispute. */
  readonly heldBy: ReadonlyMap<Dispute, Exact>;
}

/**
 * Entries are gathered by what they refer to. Of what is left of each, disputes hold their part; the rest of what the member owes or was paid
 * in advance is taken from the rest of what is owed to it, oldest due first.
 */
export function findOpenItems(entries: readonly SettlementEntry[], disputes: readonly Dispute[]): OpenItems {
  const items = new Map<string, OpenItem>();
  const rootOf = rootsOf(entries);
  for (const entry of entries) {
    const root = rootOf(entry);
    const item = items.get(root.id) ?? { root, open: ZERO, held: ZERO };
    item.open = item.open.plus(entry.amount.amount);
    items.set(root.id, item);
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const heldBy = new Map<Dispute, Exact>();
  for (const dispute of disputes) {
    const entry = byId.get(dispute.data.entryId);
    const item = entry === undefined ? undefined : items.get(rootOf(entry).id);
    heldBy.set(dispute, item === undefined ? ZERO : hold(item, new Exact(dispute.data.contested)));
  }
  const sorted = [...items.values()].sort(oldestDueFirst);
  net(sorted);
  return { items: sorted.filter(({ open, held }) => !open.isZero() || !held.isZero()), heldBy };
}

/** A change asked for against the direction of what is open contests that part of it; one in the same direction is not on the account yet. */
function hold(item: OpenItem, asked: Exact): Exact {
  if (asked.isZero() || item.open.isZero() || asked.isNegative() === item.open.isNegative()) return ZERO;
  const part = asked.abs().greaterThan(item.open.abs()) ? item.open : asked.negated();
  item.open = item.open.minus(part);
  item.held = item.held.plus(part);
  return part;
}

function net(items: readonly OpenItem[]): void {
  const owed = items.filter(({ open }) => open.greaterThan(0));
  let next = 0;
  for (const debit of items) {
    while (debit.open.isNegative() && next < owed.length) {
      const credit = owed[next] as OpenItem;
      const part = Exact.min(credit.open, debit.open.negated());
      credit.open = credit.open.minus(part);
      debit.open = debit.open.plus(part);
      if (credit.open.isZero()) next++;
    }
  }
}

function oldestDueFirst({ root: a }: OpenItem, { root: b }: OpenItem): number {
  return compareText(a.dueDate ?? a.date, b.dueDate ?? b.date) || compareText(a.date, b.date) || compareText(a.id, b.id);
}

/** Follows references to the entry that began it. One that refers to an entry outside the account begins something itself. */
function rootsOf(entries: readonly SettlementEntry[]): (entry: SettlementEntry) => SettlementEntry {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const known = new Map<string, SettlementEntry>();
  return (entry) => {
    const path: string[] = [];
    const seen = new Set<string>();
    let at = entry;
    for (;;) {
      const found = known.get(at.id);
      if (found !== undefined) at = found;
      if (seen.has(at.id)) throw accountStatementFault("settlement.refers_in_circle", "facts.entries", { id: entry.id });
      seen.add(at.id);
      path.push(at.id);
      const next = at.refersTo === undefined || found !== undefined ? undefined : byId.get(at.refersTo);
      if (next === undefined) break;
      at = next;
    }
    for (const id of path) known.set(id, at);
    return at;
  };
}

/** Days since the last day on which payment was in time. 0: it is in time. */
export function daysLate(dueDate: string | undefined, asOf: string): number {
  return dueDate === undefined || dueDate >= asOf ? 0 : daysBetween(dueDate, asOf);
}
