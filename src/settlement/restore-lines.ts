/**
 * The single lines of a cell, back from a snapshot.
 *
 * @internal
 */
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { at, checkRecord, checkText, checkTexts } from "../kernel/check.js";
import { exact, parseDecimal, text } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { settlementFault } from "./check-policy.js";
import { AMOUNT, keep, type Ledger, LINES, QUANTITY, spilledFigure } from "./ledger.js";
import type { Stream } from "./plan.js";
import { itemsOf } from "./read-facts.js";
import { readSpill } from "./read-figures.js";

/** Reads the lines of a cell that was read before: together they come to its figures. `days`: its first day, and the end. */
export function restoreLines(
  ledger: Ledger,
  index: number,
  { saleWays }: Stream,
  days: readonly [CalendarDate, CalendarDate],
  value: unknown,
  path: string,
): void {
  if (ledger.kept === undefined || saleWays === undefined) return;
  const misfit = (place: string, got: unknown) => settlementFault("settlement.snapshot_unreadable", place, { got: shown(got) });
  let [amounts, quantities] = [0n, 0n];
  const lines = itemsOf(value, path, (item, place) => {
    const fields = checkRecord(item, place);
    const id = checkText(fields["id"], at(place, "id"));
    const date = parseDate(fields["date"], at(place, "date"));
    if (date < days[0] || date >= days[1]) throw misfit(at(place, "date"), date);
    const amount = parseDecimal(fields["amount"] as string, at(place, "amount"));
    const quantity = parseDecimal(fields["quantity"] as string, at(place, "quantity"));
    const sales = [...checkTexts(fields["sales"], at(place, "sales"))];
    if (sales.length !== saleWays.length) throw misfit(at(place, "sales"), sales.length);
    amounts += readSpill(amount);
    quantities += readSpill(quantity);
    return { id, date, amount: text(exact(amount)), quantity: text(exact(quantity)), sales };
  });
  if (lines.length !== ledger.cells[index + LINES]) throw misfit(path, lines.length);
  if (amounts !== spilledFigure(ledger, index + AMOUNT, AMOUNT)) throw misfit(path, String(amounts));
  if (quantities !== spilledFigure(ledger, index + QUANTITY, QUANTITY)) throw misfit(path, String(quantities));
  for (const line of lines) keep(ledger.kept, index, line);
}
