/**
 * The hot path: every line checked and added in one pass. Whatever is not quite usual (a malformed field, more than four decimals,
 * fractions of units, a very large amount) is left for the slow path, which runs the same checks as the schema and decides for good.
 *
 * One small function per line, no closure per ledger and nothing allocated: the engine compiles it after a few hundred lines, and what
 * it learned serves every ledger of the process. That is what makes it nearly as fast as a loop written by hand.
 *
 * @internal
 */
import type { SaleLine } from "../entities/sale-line.js";
import { isDate } from "../kernel/calendar-date.js";
import type { FoldTables } from "./fold-tables.js";
import { keepId, type Ledger, openRow, put } from "./ledger.js";
import { CELL, type Stream } from "./plan.js";
import { isPlainDecimal, NOT_READ, readAmount, readDay } from "./read-figures.js";
import { bitsPerWord, rowOfValue } from "./scope-masks.js";

/** A discount of 1, at four decimals. */
const WHOLE_DISCOUNT = 10_000;
/** No figure of one line on this path is as large, so that the sum with a cell is exact before it is looked at. */
const SAFE_FIGURE = 2 ** 51;

/** Folds lines into a ledger, leaving what is not usual, with the number of lines read before it. */
export function foldLines(
  ledger: Ledger,
  tables: FoldTables,
  lines: Iterable<SaleLine>,
  leave: (read: number, line: unknown) => void,
): void {
  for (const line of lines) {
    const read = ledger.read++;
    let taken = false;
    try {
      taken = foldLine(ledger, tables, line);
    } catch {
      // a getter of the host's threw: the slow path reads the line with care and names the reason
    }
    if (!taken) leave(read, line);
  }
}

/** Whether the line was usual and is counted. Nothing is counted before everything is read. */
function foldLine(ledger: Ledger, tables: FoldTables, line: SaleLine): boolean {
  if (line === null || typeof line !== "object") return false;
  const {
    id,
    memberId,
    productId,
    categoryId,
    brandId,
    territoryId,
    date,
    quantity,
    unitPrice,
    amount: written,
    discountRate,
    kind,
  } = line;
  // kinds first: that fetches every text from memory at once, before the first is read
  if (typeof id !== "string" || typeof written !== "string" || typeof memberId !== "string" || typeof date !== "string") return false;
  if (typeof productId !== "string" || typeof quantity !== "number") return false;
  if (unitPrice !== undefined && typeof unitPrice !== "string") return false;
  if (discountRate !== undefined && typeof discountRate !== "string") return false;
  if (categoryId !== undefined && (typeof categoryId !== "string" || categoryId.length === 0)) return false;
  if (brandId !== undefined && (typeof brandId !== "string" || brandId.length === 0)) return false;
  if (territoryId !== undefined && (typeof territoryId !== "string" || territoryId.length === 0)) return false;
  if (id.length === 0 || productId.length === 0 || (line.currency !== undefined && line.currency !== tables.currency)) return false;
  const isSale = kind === "sale";
  if (!isSale && kind !== "return") return false;
  const member = tables.memberOf[memberId];
  if (member === undefined || !(quantity >= 0 && quantity < SAFE_FIGURE) || Math.floor(quantity) !== quantity) return false;
  const figure = readAmount(written);
  if (!(figure < SAFE_FIGURE)) return false;
  if (unitPrice !== undefined && !isPlainDecimal(unitPrice)) return false;
  if (discountRate !== undefined && !(readAmount(discountRate) <= WHOLE_DISCOUNT)) return false;
  let day = readDay(date, tables.firstYear, tables.monthStart, tables.monthLength);
  if (day === NOT_READ) {
    if (!isDate(date)) return false;
    day = -1; // a day beyond the years of the table
  }

  const amount = isSale ? figure : -figure;
  const units = isSale ? quantity : -quantity;
  put(ledger, 0, amount, units);
  if (day < 0 || day >= tables.days) return true;
  const { words, memberMasks, productIds, categoryIds, brandIds, territoryIds } = tables;
  for (let word = 0; word < words; word++) {
    let bits = memberMasks[member * words + word] as number;
    if (productIds.used) bits &= productIds.masks[rowOfValue(productIds, productId) * words + word] as number;
    if (categoryIds.used) bits &= categoryIds.masks[rowOfValue(categoryIds, categoryId) * words + word] as number;
    if (brandIds.used) bits &= brandIds.masks[rowOfValue(brandIds, brandId) * words + word] as number;
    if (territoryIds.used) bits &= territoryIds.masks[rowOfValue(territoryIds, territoryId) * words + word] as number;
    while (bits !== 0) {
      const stream = word * bitsPerWord + (31 - Math.clz32(bits & -bits));
      bits &= bits - 1;
      const slot = (tables.slotOf[stream] as Stream["slotOf"])[day] as number;
      if (slot < 0) continue;
      const known = ledger.rowOf[member] as number;
      const at = (known < 0 ? openRow(ledger, member) : known) + (tables.offset[stream] as number) + slot * CELL;
      put(ledger, at, amount, units);
      if (ledger.ids !== undefined) keepId(ledger.ids, at, id);
    }
  }
  return true;
}
