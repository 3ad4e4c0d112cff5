/**
 * Who pays for a member, and whose account an entry is on.
 *
 * @internal
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import { shown } from "../../kernel/fault.js";
import { parsePeriod } from "../../kernel/period.js";
import { listOf, optional, type Read, readDate, readText, recordOf } from "../../kernel/read.js";
import { compareText } from "../account-kit.js";
import type { BillToRow } from "../statements/account-statement.js";
import { type AccountEntry, accountStatementFault, isDebt } from "./account-items.js";

const readRows = listOf(recordOf<BillToRow>({ memberId: readText, payerId: readText, start: optional(readDate), end: optional(readDate) }));

/** Two rows of one member on one day would make two accounts of one entry. */
export const readBillTo: Read<readonly BillToRow[]> = (value, path) => {
  const rows = readRows(value, path);
  const last = new Map<string, BillToRow>();
  const byStart = rows.map((row, i) => ({ row, i })).sort((a, b) => compareText(a.row.start ?? "", b.row.start ?? ""));
  for (const { row, i } of byStart) {
    const { memberId, start, end } = row;
    if (start !== undefined && end !== undefined) parsePeriod({ start, end }, `${path}[${i}]`);
    const before = last.get(memberId);
    if (before !== undefined && (before.end === undefined || start === undefined || start < before.end)) {
      const date = start ?? null;
      throw accountStatementFault("settlement.bill_to_overlap", `${path}[${i}]`, { member: shown(memberId), date });
    }
    last.set(memberId, row);
  }
  return rows;
};

export interface Payers {
  /** Who pays for a member on a day. */
  readonly payerOf: (memberId: string, date: CalendarDate) => string;
  /** Whose account an entry is on: what pays another entry of the member, takes it back or corrects it downwards is on the account of that one. */
  readonly accountOf: (entry: AccountEntry) => string;
}

export function payersOf(billTo: readonly BillToRow[], entries: readonly AccountEntry[]): Payers {
  const rows = new Map<string, BillToRow[]>();
  for (const row of billTo) {
    const others = rows.get(row.memberId);
    if (others === undefined) rows.set(row.memberId, [row]);
    else others.push(row);
  }
  const holds = (date: string, start: string | undefined, end: string | undefined) =>
    (start === undefined || start <= date) && (end === undefined || date < end);
  const payerOf: Payers["payerOf"] = (memberId, date) =>
    rows.get(memberId)?.find(({ start, end }) => holds(date, start, end))?.payerId ?? memberId;

  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const accountOf: Payers["accountOf"] = (entry) => {
    if (!rows.has(entry.memberId)) return entry.memberId;
    const seen = new Set<string>();
    let at = entry;
    while (!isDebt(at) && !seen.has(at.id)) {
      seen.add(at.id);
      const next = byId.get(at.refersTo ?? "");
      if (next === undefined || next.memberId !== entry.memberId) break;
      at = next;
    }
    return payerOf(at.memberId, at.date);
  };
  return { payerOf, accountOf };
}
