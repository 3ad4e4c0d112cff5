/**
 * The hot path: one line, checked and added in one pass. Whatever is not quite usual (a malformed field, more than four decimals,
 * fractions of units) leaves it for the slow path, which runs the same checks as the schema and decides for good.
 *
 * @internal
 */
import { isDate } from "../kernel/calendar-date.js";
import { type AddLine, AMOUNT, addNumber, type Ledger, LINES, openRow, type Post, QUANTITY, type Spilled, spillInto } from "./ledger.js";
import { CELL, type Plan } from "./plan.js";
import { type DayTable, dayTable, isPlainDecimal, NOT_READ, readAmount, readDay } from "./read-figures.js";
import { ABSENT, type AttributeMask, bitsPerWord } from "./scope-masks.js";

/** The row of an attribute's value, for a value already known to be text or absent. */
export function rowOfValue(attribute: AttributeMask, value: string | undefined): number {
  return value === undefined ? ABSENT : (attribute.rowOf[value] ?? 0);
}

/** Compiles the reader of one ledger. */
export function compileAddLine(ledger: Ledger): AddLine {
  const { plan } = ledger;
  const { memberOf, policy } = plan;
  const { currency } = policy;
  const { productIds, categoryIds, brandIds, territoryIds } = plan.attributes;
  const table = dayTable(plan.firstDay, plan.days);
  const { days } = plan;
  const post = compilePost(ledger);

  return (line) => {
    if (line === null || typeof line !== "object") return false;
    const { id, memberId, productId, categoryId, brandId, territoryId, date, quantity, unitPrice, discountRate, kind } = line;
    if (typeof id !== "string" || id === "" || typeof memberId !== "string") return false;
    const member = memberOf[memberId];
    if (member === undefined) return false;
    if (typeof productId !== "string" || productId === "") return false;
    if (categoryId !== undefined && (typeof categoryId !== "string" || categoryId === "")) return false;
    if (brandId !== undefined && (typeof brandId !== "string" || brandId === "")) return false;
    if (territoryId !== undefined && (typeof territoryId !== "string" || territoryId === "")) return false;
    const lineCurrency = line.currency;
    if (lineCurrency !== undefined && lineCurrency !== currency) return false;
    if (typeof quantity !== "number" || !(quantity >= 0 && quantity <= Number.MAX_SAFE_INTEGER) || !Number.isInteger(quantity)) return false;
    if (unitPrice !== undefined && (typeof unitPrice !== "string" || !isPlainDecimal(unitPrice))) return false;
    if (discountRate !== undefined && !(typeof discountRate === "string" && readAmount(discountRate) <= 10_000)) return false;
    if (kind !== "sale" && kind !== "return") return false;
    const text = line.amount;
    if (typeof text !== "string") return false;
    const amount = readAmount(text);
    if (!(amount >= 0)) return false;
    const day = typeof date === "string" ? dayOf(date, table) : NOT_READ;
    if (day === NOT_READ) return false;

    const sign = kind === "sale" ? 1 : -1;
    const inside = day >= 0 && day < days;
    post(
      inside ? day : -1,
      member,
      productIds.used ? rowOfValue(productIds, productId) : 0,
      categoryIds.used ? rowOfValue(categoryIds, categoryId) : 0,
      brandIds.used ? rowOfValue(brandIds, brandId) : 0,
      territoryIds.used ? rowOfValue(territoryIds, territoryId) : 0,
      sign * amount,
      sign * quantity,
      id,
    );
    return true;
  };
}

/** The day of a date; a date beyond the table's years is some day before the span. */
function dayOf(date: string, table: DayTable): number {
  const day = readDay(date, table);
  return day !== NOT_READ || !isDate(date) ? day : -1;
}

export function compilePost(ledger: Ledger): Post {
  const { plan, rowOf } = ledger;
  const { words, memberMasks, streams } = plan;
  const masks = masksOf(plan);
  const slotOf = streams.map((stream) => stream.slotOf);
  const offset = Int32Array.from(streams, (stream) => stream.offset);

  return (day, member, product, category, brand, territory, amount, quantity, id, spilled) => {
    put(ledger, 0, amount, quantity, undefined, spilled);
    if (day < 0) return;
    for (let word = 0; word < words; word++) {
      let bits =
        (memberMasks[member * words + word] as number) &
        (masks.product[product * words + word] as number) &
        (masks.category[category * words + word] as number) &
        (masks.brand[brand * words + word] as number) &
        (masks.territory[territory * words + word] as number);
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        const stream = word * bitsPerWord + bit;
        const slot = (slotOf[stream] as Int16Array)[day] as number;
        if (slot < 0) continue;
        let row = rowOf[member] as number;
        if (row < 0) row = openRow(ledger, member);
        put(ledger, row + (offset[stream] as number) + slot * CELL, amount, quantity, id, spilled);
      }
    }
  };
}

function put(ledger: Ledger, at: number, amount: number, quantity: number, id: string | undefined, spilled: Spilled | undefined): void {
  const { cells } = ledger;
  const newAmount = (cells[at] as number) + amount;
  const newQuantity = (cells[at + QUANTITY] as number) + quantity;
  if (
    newAmount <= Number.MAX_SAFE_INTEGER &&
    newAmount >= -Number.MAX_SAFE_INTEGER &&
    newQuantity <= Number.MAX_SAFE_INTEGER &&
    newQuantity >= -Number.MAX_SAFE_INTEGER
  ) {
    cells[at] = newAmount;
    cells[at + QUANTITY] = newQuantity;
  } else {
    addNumber(ledger, at, amount, AMOUNT);
    addNumber(ledger, at + QUANTITY, quantity, QUANTITY);
  }
  cells[at + LINES] = (cells[at + LINES] as number) + 1;
  if (spilled !== undefined) {
    spillInto(ledger, at, spilled.amount);
    spillInto(ledger, at + QUANTITY, spilled.quantity);
  }
  if (id !== undefined && ledger.ids !== undefined) {
    const list = ledger.ids.get(at);
    if (list === undefined) ledger.ids.set(at, [id]);
    else list.push(id);
  }
}

function masksOf(plan: Plan) {
  const { productIds, categoryIds, brandIds, territoryIds } = plan.attributes;
  return { product: productIds.masks, category: categoryIds.masks, brand: brandIds.masks, territory: territoryIds.masks };
}
