/**
 * What is still owed on an account, and what disputes hold back of it.
 *
 * @internal
 */
import { daysBetween } from "../../kernel/calendar-date.js";
import { Exact, ZERO } from "../../kernel/decimal.js";
import { type AccountItem, type AccountReading, gatherItems, LAST_OF_ALL, spreadCredits } from "../accounts/account-items.js";
import type { SettlementEntry } from "../accounts/settlement-entry.js";
import type { Dispute } from "../disputes/dispute.js";
import type { AccountStatementPolicy } from "./account-statement-policy.js";

export interface OpenItems {
  /** Earliest due first; nothing that is settled. */
  readonly items: readonly AccountItem[];
  /** What is held for each dispute. */
  readonly heldBy: ReadonlyMap<Dispute, Exact>;
}

/**
 * Of what is left of each entry, disputes hold their part first; the rest of what the member owes or was paid in advance is then taken from the
 * rest of what is owed to it. What has no due date has its turn on its own day where it is due at once, otherwise last.
 */
export function findOpenItems(
  entries: readonly SettlementEntry[],
  disputes: readonly Dispute[],
  { undated }: AccountStatementPolicy,
): OpenItems {
  const reading: AccountReading = { accountOf: () => "", turnOf: ({ date }) => (undated === "due" ? date : LAST_OF_ALL) };
  const { items, itemOf } = gatherItems(entries, reading);
  const heldBy = new Map<Dispute, Exact>();
  for (const dispute of disputes) {
    const item = itemOf(dispute.data.entryId);
    heldBy.set(dispute, item === undefined ? ZERO : hold(item, new Exact(dispute.data.contested)));
  }
  spreadCredits(items, reading);
  return { items: items.filter(({ open, held }) => !open.isZero() || !held.isZero()), heldBy };
}

/** A change asked for against the direction of what is open contests that part of it; one in the same direction is not on the account yet. */
function hold(item: AccountItem, asked: Exact): Exact {
  if (asked.isZero() || item.open.isZero() || asked.isNegative() === item.open.isNegative()) return ZERO;
  const part = asked.abs().greaterThan(item.open.abs()) ? item.open : asked.negated();
  item.open = item.open.minus(part);
  item.held = item.held.plus(part);
  return part;
}

/** Days since the last day on which payment was in time. 0: it is in time. */
export function daysLate(dueDate: string | undefined, asOf: string): number {
  return dueDate === undefined || dueDate >= asOf ? 0 : daysBetween(dueDate, asOf);
}
