/**
 * The hot path: every line checked in one pass, its figures set down in a batch, the batch added to the cells. Whatever is not quite
 * usual (a malformed field, more than four decimals, fractions of units, a very large amount) is left for the slow path, which runs the
 * same checks as the schema and decides for good.
 *
 * One small function per line, no closure per ledger and nothing allocated: the engine compiles it after a few hundred lines, and what
 * it learned serves every ledger of the process. Reading and adding apart keeps both loops short enough for the machine to overlap
 * their waits for memory.
 *
 * @internal
 */
import type { SaleLine } from "../entities/sale-line.js";
import { isDate } from "../kernel/calendar-date.js";
import type { FoldTables, SeenAttribute } from "./fold-tables.js";
import { addBatch, type Batch, type Ledger, LINES_A_BATCH } from "./ledger.js";
import { isPlainDecimal, NOT_READ, readAmount, readDay } from "./read-figures.js";
import { keepText, placeOfDate, placeOfText } from "./recent-texts.js";
import { attributeOf, rowOfValue } from "./scope-masks.js";

/** A discount of 1, at four decimals. */
const WHOLE_DISCOUNT = 10_000;
/** No figure of one line on this path is as large, so that the sum of a batch, and then of a batch and a cell, is exact. */
const SAFE_FIGURE = 2 ** 51 / LINES_A_BATCH;

const DATE_LENGTH = 10;

/** Lines whose texts are fetched from memory before the first of them is read; few enough to stay in the nearest cache. */
const LINES_AHEAD = 32;

/** Folds lines into a ledger, leaving what is not usual, with the number of lines read before it. */
export function foldLines(ledger: Ledger, tables: FoldTables, lines: Iterable<SaleLine>, leave: Leave): void {
  try {
    if (isPlainList(lines)) {
      for (let from = 0; from < lines.length; from += LINES_AHEAD) foldSome(ledger, tables, lines, from, leave);
    } else for (const line of lines) foldLine(ledger, tables, line, leave);
  } finally {
    addBatch(ledger); // also when the host's iterator throws: what was read before counts
  }
}

type Leave = (read: number, line: unknown) => void;

/** Called often, so that it is compiled while the first list is read; a loop over all lines would be called once. */
function foldSome(ledger: Ledger, tables: FoldTables, lines: readonly SaleLine[], from: number, leave: Leave): void {
  fetchAhead(ledger.batch, lines, from);
  for (let i = from; i < from + LINES_AHEAD && i < lines.length; i++) foldLine(ledger, tables, lines[i] as SaleLine, leave);
}

function foldLine(ledger: Ledger, tables: FoldTables, line: SaleLine, leave: Leave): void {
  const { batch } = ledger;
  const read = ledger.read++;
  let taken = false;
  try {
    taken = readUsual(batch, tables, line);
  } catch {
    // a getter of the host's threw: the slow path reads the line with care and names the reason
  }
  if (!taken) leave(read, line);
  else if (batch.count === LINES_A_BATCH) addBatch(ledger);
}

/** A list that is walked by its indexes; whatever else can be iterated may hand out one object again and again. */
function isPlainList(lines: Iterable<SaleLine>): lines is readonly SaleLine[] {
  return Array.isArray(lines) && lines[Symbol.iterator] === Array.prototype[Symbol.iterator];
}

/**
 * Touches the texts that stand apart from those before and after. Nothing waits for them here, so the machine fetches those of several lines at
 * once; read line by line, each would wait for its own.
 */
function fetchAhead(batch: Batch, lines: readonly SaleLine[], from: number): void {
  let touched = 0;
  try {
    const to = Math.min(from + LINES_AHEAD, lines.length);
    for (let i = from; i < to; i++) {
      const { amount, unitPrice } = lines[i] as SaleLine;
      if (typeof amount === "string") touched++;
      if (typeof unitPrice === "string") touched++;
    }
  } catch {
    // not for this loop to judge
  }
  batch.touched = touched;
}

/** Whether the line was usual; then it stands in the batch. Nothing is set down before everything is read. */
function readUsual(batch: Batch, tables: FoldTables, line: SaleLine): boolean {
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
    taxRate,
    cashDiscount,
    kind,
    event,
    attributes,
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
  if (unitPrice !== undefined && !(readAmount(unitPrice) >= 0) && !isPlainDecimal(unitPrice)) return false;
  if (discountRate !== undefined && !isGoodDiscount(tables, discountRate)) return false;
  const day = dayOfDate(tables, date);
  if (day === NOT_READ) return false;
  if (tables.careful || (tables.returnsVary && !isSale)) return false;
  if (event !== undefined && (typeof event !== "string" || tables.events.rowOf[event] === undefined)) return false;
  if ((attributes !== undefined || line.originDate !== undefined || line.cost !== undefined) && !isGoodBeside(line)) return false;
  if ((taxRate !== undefined || cashDiscount !== undefined) && !isGoodMoney(taxRate, cashDiscount, figure)) return false;

  const at = batch.count;
  batch.member[at] = member;
  batch.day[at] = day;
  batch.amount[at] = isSale ? figure : -figure;
  batch.quantity[at] = isSale ? quantity : -quantity;
  if (batch.ids !== undefined) batch.ids[at] = id;
  const { words, memberMasks } = tables;
  for (let word = 0; word < words; word++) {
    let mask = memberMasks[member * words + word] as number;
    if (tables.scoped) mask &= maskOf(tables, word, productId, categoryId, brandId, territoryId);
    if (tables.beside || event !== undefined) mask &= besideMaskOf(tables, word, line, event);
    batch.masks[at * words + word] = mask;
  }
  batch.count = at + 1;
  return true;
}

/** The streams of a word whose scope the line is in. */
function maskOf(
  tables: FoldTables,
  word: number,
  productId: string,
  categoryId: string | undefined,
  brandId: string | undefined,
  territoryId: string | undefined,
): number {
  const { words, productIds, categoryIds, brandIds, territoryIds } = tables;
  let mask = -1;
  if (productIds.used) mask &= productIds.masks[rowOfSeen(productIds, productId) * words + word] as number;
  if (categoryIds.used) mask &= categoryIds.masks[rowOfSeen(categoryIds, categoryId) * words + word] as number;
  if (brandIds.used) mask &= brandIds.masks[rowOfSeen(brandIds, brandId) * words + word] as number;
  if (territoryIds.used) mask &= territoryIds.masks[rowOfSeen(territoryIds, territoryId) * words + word] as number;
  return mask;
}

/** As `rowOfValue`, of a value that is not empty. */
function rowOfSeen(attribute: SeenAttribute, value: string | undefined): number {
  if (value === undefined) return rowOfValue(attribute, value);
  const { texts, numbers } = attribute.recent;
  const place = placeOfText(value);
  return texts[place] === value ? (numbers[place] as number) : newRow(attribute, value, place);
}

function newRow(attribute: SeenAttribute, value: string, place: number): number {
  const row = rowOfValue(attribute, value);
  keepText(attribute.recent, place, value, row);
  return row;
}

/** The same of the event and of the host's own attributes. */
function besideMaskOf({ words, events, own }: FoldTables, word: number, line: SaleLine, event: string | undefined): number {
  let mask = -1;
  if (events.used || event !== undefined) mask &= events.masks[rowOfValue(events, event) * words + word] as number;
  for (let i = 0; i < own.length; i++) {
    const { name, mask: attribute } = own[i] as FoldTables["own"][number];
    mask &= attribute.masks[rowOfValue(attribute, attributeOf(line, name)) * words + word] as number;
  }
  return mask;
}

/** Whether what few lines have is as usual, too. */
function isGoodBeside({ attributes, originDate, cost }: SaleLine): boolean {
  if (cost !== undefined && (typeof cost !== "string" || !isPlainDecimal(cost))) return false;
  if (originDate !== undefined && (typeof originDate !== "string" || !isDate(originDate))) return false;
  if (attributes === undefined) return true;
  if (attributes === null || typeof attributes !== "object" || Array.isArray(attributes)) return false;
  for (const name in attributes) {
    const value: unknown = attributes[name];
    if (typeof value !== "string" || value.length === 0) return false;
  }
  return true;
}

/** Five digits before the point, as an amount is read; more, or more than four after it, are left for the slow path. */
const MOST_TAX_RATE = 1e9;

/** The same of what programmes read by the slow path only. */
function isGoodMoney(taxRate: unknown, cashDiscount: unknown, amount: number): boolean {
  if (taxRate !== undefined && (typeof taxRate !== "string" || !(readAmount(taxRate) < MOST_TAX_RATE))) return false;
  return cashDiscount === undefined || (typeof cashDiscount === "string" && readAmount(cashDiscount) <= amount);
}

function isGoodDiscount(tables: FoldTables, rate: string): boolean {
  if (rate.length === 0) return false;
  const place = placeOfText(rate);
  return tables.discounts.texts[place] === rate || isNewDiscount(tables, rate, place);
}

function isNewDiscount({ discounts }: FoldTables, rate: string, place: number): boolean {
  if (!(readAmount(rate) <= WHOLE_DISCOUNT)) return false;
  keepText(discounts, place, rate, 0);
  return true;
}

/** Outside the plan: −1. `NOT_READ`: no date. */
function dayOfDate(tables: FoldTables, date: string): number {
  if (date.length !== DATE_LENGTH) return NOT_READ;
  const { texts, numbers } = tables.dates;
  const place = placeOfDate(date);
  return texts[place] === date ? (numbers[place] as number) : newDay(tables, date, place);
}

function newDay(tables: FoldTables, date: string, place: number): number {
  const day = readDay(date, tables.firstYear, tables.monthStart, tables.monthLength);
  if (day === NOT_READ) return isDate(date) ? -1 : NOT_READ;
  if (day < 0 || day >= tables.days) return -1;
  keepText(tables.dates, place, date, day);
  return day;
}
