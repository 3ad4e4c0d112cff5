/**
 * The hot path: every line checked and added in one pass. Whatever is not quite usual (a malformed field, more than four decimals,
 * fractions of units, a very large amount) is left for the slow path, which runs the same checks as the schema and decides for good.
 *
 * What the loop touches is local, and nothing is allocated in it: that is what makes it nearly as fast as a loop written by hand.
 *
 * @internal
 */
import type { SaleLine } from "../entities/sale-line.js";
import { isDate } from "../kernel/calendar-date.js";
import { AMOUNT, addNumber, keepId, type Ledger, LINES, openRow, put, QUANTITY } from "./ledger.js";
import { CELL, type Plan, type Stream } from "./plan.js";
import { type DayTable, dayTable, isPlainDecimal, NOT_READ, readAmount, readDay } from "./read-figures.js";
import { bitsPerWord, rowOfValue } from "./scope-masks.js";

/** A discount of 1, at four decimals. */
const WHOLE_DISCOUNT = 10_000;
/** Beyond this a control total leaves its local before it could lose a digit; no figure of one line on this path is as large. */
const SAFE_SUM = 2 ** 51;

/** What the loop reads of a plan, laid out for it. */
export interface FoldTables {
  readonly days: DayTable;
  readonly slotOf: readonly Stream["slotOf"][];
  readonly offset: Int32Array;
}

export function foldTables({ firstDay, days, streams }: Plan): FoldTables {
  return {
    days: dayTable(firstDay, days),
    slotOf: streams.map((stream) => stream.slotOf),
    offset: Int32Array.from(streams, (stream) => stream.offset),
  };
}

/**
 * Folds lines into a ledger, leaving what is not usual. Totals are up to date when it ends, also when the lines end in an error.
 *
 * A function of its own, not a closure per ledger: what the engine learns about it serves every ledger of the process.
 */
export function foldLines(
  ledger: Ledger,
  tables: FoldTables,
  lines: Iterable<SaleLine>,
  leave: (index: number, line: unknown) => void,
): void {
  const { plan, rowOf, ids } = ledger;
  const { memberOf, memberMasks, attributes, days, words } = plan;
  const { currency } = plan.policy;
  const { productIds, categoryIds, brandIds, territoryIds } = attributes;
  const { firstYear, monthStart, monthLength } = tables.days;
  const { slotOf, offset } = tables;
  let { cells } = ledger;
  let index = 0;
  let accepted = 0;
  let amounts = 0;
  let quantities = 0;
  const moveTotals = () => {
    addNumber(ledger, 0, amounts, AMOUNT);
    addNumber(ledger, QUANTITY, quantities, QUANTITY);
    ledger.cells[LINES] = (ledger.cells[LINES] as number) + accepted;
    amounts = quantities = accepted = 0;
  };
  try {
    for (const line of lines) {
      index++;
      fast: try {
        if (line === null || typeof line !== "object") break fast;
        const { id, memberId, productId, categoryId, brandId, territoryId, date, quantity, unitPrice, discountRate, kind } = line;
        if (typeof id !== "string" || id === "" || typeof memberId !== "string") break fast;
        const member = memberOf[memberId];
        if (member === undefined || typeof productId !== "string" || productId === "") break fast;
        if (categoryId !== undefined && (typeof categoryId !== "string" || categoryId === "")) break fast;
        if (brandId !== undefined && (typeof brandId !== "string" || brandId === "")) break fast;
        if (territoryId !== undefined && (typeof territoryId !== "string" || territoryId === "")) break fast;
        if (line.currency !== undefined && line.currency !== currency) break fast;
        if (typeof quantity !== "number" || !(quantity >= 0 && quantity < SAFE_SUM) || Math.floor(quantity) !== quantity) break fast;
        if (unitPrice !== undefined && (typeof unitPrice !== "string" || !isPlainDecimal(unitPrice))) break fast;
        if (discountRate !== undefined && (typeof discountRate !== "string" || !(readAmount(discountRate) <= WHOLE_DISCOUNT))) break fast;
        if (kind !== "sale" && kind !== "return") break fast;
        const written = line.amount;
        if (typeof written !== "string" || typeof date !== "string") break fast;
        const figure = readAmount(written);
        if (!(figure < SAFE_SUM)) break fast;
        let day = readDay(date, firstYear, monthStart, monthLength);
        if (day === NOT_READ) {
          if (!isDate(date)) break fast;
          day = -1; // a day beyond the years of the table
        }

        const amount = kind === "sale" ? figure : -figure;
        const units = kind === "sale" ? quantity : -quantity;
        accepted++;
        amounts += amount;
        quantities += units;
        if (amounts > SAFE_SUM || amounts < -SAFE_SUM || quantities > SAFE_SUM || quantities < -SAFE_SUM) moveTotals();
        if (day < 0 || day >= days) continue;
        for (let word = 0; word < words; word++) {
          let bits = memberMasks[member * words + word] as number;
          if (productIds.used) bits &= productIds.masks[rowOfValue(productIds, productId) * words + word] as number;
          if (categoryIds.used) bits &= categoryIds.masks[rowOfValue(categoryIds, categoryId) * words + word] as number;
          if (brandIds.used) bits &= brandIds.masks[rowOfValue(brandIds, brandId) * words + word] as number;
          if (territoryIds.used) bits &= territoryIds.masks[rowOfValue(territoryIds, territoryId) * words + word] as number;
          while (bits !== 0) {
            const stream = word * bitsPerWord + (31 - Math.clz32(bits & -bits));
            bits &= bits - 1;
            const slot = (slotOf[stream] as Stream["slotOf"])[day] as number;
            if (slot < 0) continue;
            let row = rowOf[member] as number;
            if (row < 0) {
              row = openRow(ledger, member);
              cells = ledger.cells;
            }
            const at = row + (offset[stream] as number) + slot * CELL;
            put(ledger, cells, at, amount, units);
            if (ids !== undefined) keepId(ids, at, id);
          }
        }
        continue;
      } catch {
        // a getter of the host's threw: the slow path reads the line with care and names the reason
      }
      leave(index - 1, line);
      cells = ledger.cells;
    }
  } finally {
    moveTotals();
    ledger.read += index;
  }
}
