/**
 * Reads sell-through reports, and puts their lines into the one order in which they are valued.
 *
 * @internal
 */
import { saleLineEvents, saleLineKinds } from "../entities/catalogue.js";
import { parseDate } from "../kernel/calendar-date.js";
import { at, checkCount, checkRecord, checkText } from "../kernel/check.js";
import { type Exact, exact, sumOf, text } from "../kernel/decimal.js";
import { faultsOf, kernelFault, shown } from "../kernel/fault.js";
import { lastDayOfPeriod, type Period, parsePeriod } from "../kernel/period.js";
import {
  checkDistinct,
  choiceOf,
  exactAboveZero,
  listOf,
  optional,
  type Read,
  readAboveZero,
  readCurrency,
  readDate,
  readNotNegative,
  readRecords,
  readText,
  recordOf,
} from "../kernel/read.js";
import { byName, readNames, readRounding } from "./read-input.js";
import {
  type SellThroughBasis,
  type SellThroughLayer,
  type SellThroughLine,
  type SellThroughPart,
  type SellThroughPolicy,
  type SellThroughPurchase,
  type SellThroughSold,
  sellThroughBases,
  sellThroughShortages,
} from "./sell-through.js";
import { sellThroughFaultMessages } from "./sell-through-messages.js";

const sellThroughFault = faultsOf(sellThroughFaultMessages);

export interface ReadSellThrough {
  readonly memberId: string;
  readonly stock: readonly SellThroughLayer[];
  readonly sold: readonly SellThroughSold[];
  /** All lines, in the order they are valued in. */
  readonly moves: readonly StockMove[];
}

/** A line, and what it does to the stock. */
export interface StockMove {
  readonly does: "bought" | "sent_back" | "sold" | "came_back";
  readonly line: SellThroughLine;
  readonly quantity: Exact;
}

export const readSellThroughPolicy: Read<SellThroughPolicy> = recordOf<SellThroughPolicy>({
  currency: readCurrency,
  basis: choiceOf(sellThroughBases),
  shortage: choiceOf(sellThroughShortages),
  rounding: readRounding,
});

export function readSellThrough(value: unknown, { currency, basis }: SellThroughPolicy): ReadSellThrough {
  const given = checkRecord(value, "facts");
  const memberId = checkText(given["memberId"], "facts.memberId");
  const period = parsePeriod(given["period"], "facts.period");
  const opening = checkRecord(given["opening"], "facts.opening");
  const stock = listOf(readLayer)(opening["stock"], "facts.opening.stock");
  const sold = readRecords(opening["sold"], "facts.opening.sold", (fields, path) => readSold(fields, path));
  const lines = (name: "purchases" | "sold") => {
    const read = listOf(readLine)(given[name], `facts.${name}`);
    for (const [i, line] of read.entries()) checkLine(line, `facts.${name}[${i}]`, { memberId, period, currency });
    return read;
  };
  const purchases = lines("purchases");
  const resold = lines("sold");
  const bought = purchases.filter(({ kind }) => kind === "sale");
  purchases.forEach(({ kind, quantity }, i) => {
    if (kind === "sale") exactAboveZero(quantity, `facts.purchases[${i}].quantity`);
  });
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  checkDistinct(ids(purchases), "facts.purchases", "id");
  checkDistinct(ids(resold), "facts.sold", "id");
  const known = stock.map(({ productId, purchase }) => JSON.stringify([productId, purchase?.id ?? null]));
  readNames(known, (i) => `facts.opening.stock[${i}].purchase`);
  readNames([...known, ...bought.map(({ productId, id }) => JSON.stringify([productId, id]))], (i) => {
    const id = bought[i - known.length]?.id;
    return `facts.purchases[${purchases.findIndex((line) => line.id === id)}].id`;
  });
  const before = sold.map(({ lineId }) => lineId);
  readNames(before, (i) => `facts.opening.sold[${i}].lineId`);
  readNames([...before, ...ids(resold)], (i) => `facts.sold[${i - before.length}].id`);
  return { memberId, stock, sold, moves: inOrder(purchases, resold, new Set(before), basis) };
}

const readQuantity: Read<number | string> = (value, path) => {
  if (typeof value !== "number") return readNotNegative(value, path);
  const most = Number.MAX_SAFE_INTEGER;
  if (!Number.isSafeInteger(value)) throw sellThroughFault("incentives.not_whole_units", path, { got: shown(value), most });
  return checkCount(value, path, 0, most);
};

const readLine: Read<SellThroughLine> = recordOf<SellThroughLine>({
  id: readText,
  memberId: readText,
  productId: readText,
  categoryId: optional(readText),
  brandId: optional(readText),
  territoryId: optional(readText),
  attributes: optional((value, path) =>
    Object.fromEntries(Object.entries(checkRecord(value, path)).map(([name, one]) => [name, readText(one, at(path, name))])),
  ),
  date: readDate,
  event: optional(choiceOf(saleLineEvents)),
  originDate: optional(readDate),
  quantity: readQuantity,
  unitPrice: optional(readNotNegative),
  amount: readNotNegative,
  cost: optional(readNotNegative),
  discountRate: optional(readNotNegative),
  taxRate: optional(readNotNegative),
  cashDiscount: optional(readNotNegative),
  currency: optional(readCurrency),
  kind: choiceOf(saleLineKinds),
  originId: optional(readText),
});

function checkLine(
  { memberId, currency, date }: SellThroughLine,
  path: string,
  want: { readonly memberId: string; readonly period: Period; readonly currency: string },
): void {
  if (memberId !== want.memberId)
    throw sellThroughFault("incentives.other_member", `${path}.memberId`, { got: memberId, want: want.memberId });
  if (currency !== undefined && currency !== want.currency) {
    throw kernelFault("kernel.currency_mismatch", `${path}.currency`, { got: currency, want: want.currency });
  }
  const { start, end } = want.period;
  if (date < start || date >= end) {
    throw kernelFault("kernel.outside_bounds", `${path}.date`, { got: shown(date), least: start, most: lastDayOfPeriod(want.period) });
  }
}

const readPurchase: Read<SellThroughPurchase> = recordOf<SellThroughPurchase>({
  id: readText,
  date: parseDate,
  quantity: readAboveZero,
  amount: readNotNegative,
});

const part = {
  purchase: (value: unknown, path: string) => (value === null ? null : readPurchase(value, path)),
  quantity: readAboveZero,
  amount: readNotNegative,
};
const readPart: Read<SellThroughPart> = recordOf<SellThroughPart>(part);
const readLayer: Read<SellThroughLayer> = recordOf<SellThroughLayer>({ ...part, productId: readText });

function readSold(fields: unknown, path: string): SellThroughSold {
  const sold = recordOf<SellThroughSold>({
    lineId: readText,
    date: parseDate,
    productId: readText,
    quantity: readAboveZero,
    amount: readNotNegative,
    parts: listOf(readPart),
  })(fields, path);
  const sum = sumOf(sold.parts.map(({ quantity }) => exact(quantity)));
  if (!sum.equals(sold.quantity)) {
    throw sellThroughFault("incentives.parts_differ", `${path}.parts`, { got: text(sum), want: sold.quantity });
  }
  return sold;
}

/**
 * By day; within a day goods come in before any leave: purchases, what comes back of earlier days, sales, what comes back of the day's own
 * or of an unknown day, what is sent back; then by identifier. For one average of the period, its purchases, what comes back of goods sold
 * before it, and what is sent back come first, since they make the average.
 */
function inOrder(
  purchases: readonly SellThroughLine[],
  sold: readonly SellThroughLine[],
  before: ReadonlySet<string>,
  basis: SellThroughBasis,
): readonly StockMove[] {
  const dates = new Map(sold.map(({ id, date }) => [id, date]));
  const averaged = basis === "period_average";
  const place = (does: StockMove["does"], { date, originId, originDate }: SellThroughLine) => {
    const isOld = originId !== undefined && before.has(originId);
    const sameDay = originId === undefined ? (originDate ?? date) === date : dates.get(originId) === date;
    const rank = { bought: 0, came_back: sameDay ? 3 : 1, sold: 2, sent_back: 4 }[does];
    const makesAverage = averaged && (does === "bought" || does === "sent_back" || (does === "came_back" && isOld));
    return { phase: makesAverage ? rank : averaged ? 5 : 0, rank };
  };
  const moves = (lines: readonly SellThroughLine[], out: StockMove["does"], back: StockMove["does"]) =>
    lines.map((line) => {
      const does = line.kind === "sale" ? out : back;
      return { does, line, quantity: exact(line.quantity), ...place(does, line) };
    });
  return [...moves(purchases, "bought", "sent_back"), ...moves(sold, "sold", "came_back")]
    .sort((a, b) => a.phase - b.phase || byName(a.line.date, b.line.date) || a.rank - b.rank || byName(a.line.id, b.line.id))
    .map(({ does, line, quantity }) => ({ does, line, quantity }));
}
