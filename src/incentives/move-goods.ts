/**
 * Goods into and out of a member's stock, line by line, and what those that were sold on count.
 *
 * @internal
 */
import { Exact, exact, rounded, sumOf, text, ZERO } from "../kernel/decimal.js";
import { byName } from "./read-input.js";
import type { ReadSellThrough, StockMove } from "./read-sell-through.js";
import type {
  OpenSellThrough,
  SellThroughGap,
  SellThroughLine,
  SellThroughPart,
  SellThroughPolicy,
  SellThroughSold,
  SellThroughStock,
} from "./sell-through.js";
import { cutPart, type ProductStock, putIn, restOf, type StockPart, type StockRules, shareOf, takeOut } from "./stock-layers.js";

export interface MovedGoods {
  readonly lines: readonly ValuedLine[];
  readonly open: readonly OpenSellThrough[];
  readonly closing: SellThroughStock;
  /** Absent: stock was not looked at. */
  readonly worth: StockWorth | undefined;
}

/** A line sold on, with what it counts, and where that comes from. */
export interface ValuedLine {
  readonly line: SellThroughLine;
  readonly quantity: Exact;
  readonly amount: Exact;
  readonly from: readonly ValueSource[];
}

export type ValueSource =
  | { readonly kind: "part" | "price" | "average"; readonly part: StockPart; readonly bought: Pick<StockPart, "quantity" | "amount"> }
  | { readonly kind: "back"; readonly lineId: string; readonly quantity: Exact; readonly amount: Exact };

/** What the stock was worth, and what came in and left, at what was paid for it. */
export interface StockWorth {
  opening: Exact;
  purchased: Exact;
  sentBack: Exact;
  left: Exact;
}

/** Goods sold on, with what has not come back. */
interface Sold extends Omit<SellThroughSold, "quantity" | "amount" | "parts"> {
  readonly quantity: Exact;
  readonly amount: Exact;
  readonly parts: readonly StockPart[];
}

interface Product {
  readonly stock: ProductStock;
  /** By line, in the order they left. */
  readonly sold: Map<string, Sold>;
}

export function signed({ line, amount }: ValuedLine): Exact {
  return line.kind === "sale" ? amount : amount.negated();
}

export function moveGoods({ stock, sold, moves }: ReadSellThrough, { basis, shortage, rounding }: SellThroughPolicy): MovedGoods {
  const rules: StockRules = { averaged: basis === "moving_average" || basis === "period_average", rounding };
  const products = new Map<string, Product>();
  const productOf = (id: string): Product => {
    const product = products.get(id) ?? { stock: { layers: [], quantity: ZERO }, sold: new Map() };
    products.set(id, product);
    return product;
  };
  const opening = stock.map((layer) => ({ productId: layer.productId, part: exactPart(layer) }));
  for (const { productId, part } of opening) putIn(productOf(productId).stock, part, rules);
  for (const one of sold) productOf(one.productId).sold.set(one.lineId, exactSold(one));

  const worth: StockWorth = { opening: worthOf(opening.map(({ part }) => part)), purchased: ZERO, sentBack: ZERO, left: ZERO };
  const lines: ValuedLine[] = [];
  const open: OpenSellThrough[] = [];

  /** How much of a line there is to move; the rest of it is open. `null`: it does not move. */
  const coveredOf = ({ line, quantity }: StockMove, there: Exact, because: SellThroughGap): Exact | null => {
    if (quantity.lessThanOrEqualTo(there)) return quantity;
    const some = shortage === "part_open" ? there : ZERO;
    const { id: lineId, date, productId } = line;
    open.push({ lineId, date, productId, open: text(quantity.minus(some)), missing: text(quantity.minus(there)), because });
    return some.isZero() ? null : some;
  };

  const buy = ({ line, quantity }: StockMove, own: Product) => {
    const { id, date, amount } = line;
    worth.purchased = worth.purchased.plus(amount);
    putIn(own.stock, { purchase: { id, date, quantity: text(quantity), amount }, quantity, amount: exact(amount) }, rules);
  };

  const sendBack = (move: StockMove, { stock: own }: Product) => {
    const { originId } = move.line;
    // at an average no purchase can be told from another
    const linked = originId !== undefined && !rules.averaged;
    const place = linked ? own.layers.findIndex(({ purchase }) => purchase?.id === originId) : -1;
    const quantity = coveredOf(move, linked ? (own.layers[place]?.quantity ?? ZERO) : own.quantity, "not_in_stock");
    if (quantity !== null) worth.sentBack = worth.sentBack.plus(worthOf(takeOut(own, quantity, linked ? place : "newest", rules)));
  };

  const sell = (move: StockMove, { stock: own, sold: before }: Product) => {
    const { line } = move;
    const quantity = coveredOf(move, own.quantity, "not_in_stock");
    if (quantity === null) return;
    const newest = own.layers.at(-1);
    const all = { quantity: own.quantity, amount: worthOf(own.layers) };
    const parts = takeOut(own, quantity, "oldest", rules);
    worth.left = worth.left.plus(worthOf(parts));
    if (basis === "latest_purchase" && newest !== undefined) {
      const bought = boughtWith(newest);
      const amount = rounded(bought.amount.times(quantity).dividedBy(bought.quantity), rounding.decimals, rounding.mode);
      const part = { purchase: newest.purchase, quantity, amount };
      lines.push({ line, quantity, amount, from: [{ kind: newest.purchase === null ? "average" : "price", part, bought }] });
    } else {
      const kindOf = ({ purchase }: StockPart) => (purchase === null ? "average" : "part");
      const from = parts.map((part) => ({ kind: kindOf(part), part, bought: rules.averaged ? all : boughtWith(part) }) as const);
      lines.push({ line, quantity, amount: worthOf(parts), from });
    }
    const { amount } = lines.at(-1) as ValuedLine;
    if (!quantity.isZero()) before.set(line.id, { lineId: line.id, date: line.date, productId: line.productId, quantity, amount, parts });
  };

  const takeBack = (move: StockMove, { stock: own, sold: before }: Product) => {
    const origins = originsOf(move.line, before);
    const quantity = coveredOf(move, sumOf(origins.map((one) => one.quantity)), "origin_unknown");
    if (quantity === null) return;
    const from: (ValueSource & { readonly kind: "back" })[] = [];
    let rest = quantity;
    for (const one of origins) {
      if (rest.isZero()) break;
      const some = Exact.min(rest, one.quantity);
      const { back, kept } = splitSold(one, some, rules);
      for (const part of back.parts) putIn(own, part, rules);
      worth.left = worth.left.minus(worthOf(back.parts));
      if (kept === null) before.delete(one.lineId);
      else before.set(one.lineId, kept);
      from.push({ kind: "back", lineId: one.lineId, quantity: some, amount: back.amount });
      rest = rest.minus(some);
    }
    lines.push({ line: move.line, quantity, amount: worthOf(from), from });
  };

  const doers = { bought: buy, sent_back: sendBack, sold: sell, came_back: takeBack };
  for (const move of moves) doers[move.does](move, productOf(move.line.productId));
  return { lines, open, closing: closingOf(products), worth };
}

/** The lines whose goods come back, in that order: the one that is named, or what left last, on the day that is named. */
function originsOf({ originId, originDate }: SellThroughLine, before: ReadonlyMap<string, Sold>): readonly Sold[] {
  if (originId === undefined) return [...before.values()].filter(({ date }) => originDate === undefined || date === originDate).reverse();
  const one = before.get(originId);
  return one === undefined ? [] : [one];
}

/** What comes back of goods sold, the parts taken last first, and what does not. */
function splitSold(
  { parts, ...one }: Sold,
  quantity: Exact,
  { rounding }: StockRules,
): { readonly back: Pick<Sold, "amount" | "parts">; readonly kept: Sold | null } {
  const back: StockPart[] = [];
  const kept: StockPart[] = [];
  let rest = quantity;
  for (const part of [...parts].reverse()) {
    const gone = rest.isZero() ? undefined : cutPart(part, Exact.min(rest, part.quantity), rounding);
    const stays = gone === undefined ? part : restOf(part, gone);
    if (gone !== undefined) {
      back.push(gone);
      rest = rest.minus(gone.quantity);
    }
    if (stays !== null) kept.unshift(stays);
  }
  // what counted as its parts comes back as its parts; what had a price of its own, at that price
  const amount = one.amount.equals(worthOf(parts)) ? worthOf(back) : shareOf(one.amount, quantity, one.quantity, rounding);
  const left = { ...one, quantity: one.quantity.minus(quantity), amount: one.amount.minus(amount), parts: kept };
  return { back: { amount, parts: back }, kept: left.quantity.isZero() ? null : left };
}

function closingOf(products: ReadonlyMap<string, Product>): SellThroughStock {
  const all = [...products].sort(([a], [b]) => byName(a, b));
  return {
    stock: all.flatMap(([productId, { stock }]) => stock.layers.map((layer) => ({ productId, ...plainPart(layer) }))),
    sold: all.flatMap(([, { sold }]) =>
      [...sold.values()].map((one) => ({
        ...one,
        quantity: text(one.quantity),
        amount: text(one.amount),
        parts: one.parts.map(plainPart),
      })),
    ),
  };
}

function worthOf(parts: readonly { readonly amount: Exact }[]): Exact {
  return sumOf(parts.map(({ amount }) => amount));
}

/** The whole purchase of a part; of goods at an average, the part itself. */
function boughtWith({ purchase, quantity, amount }: StockPart): Pick<StockPart, "quantity" | "amount"> {
  return purchase === null ? { quantity, amount } : { quantity: exact(purchase.quantity), amount: exact(purchase.amount) };
}

function exactPart({ purchase, quantity, amount }: SellThroughPart): StockPart {
  return { purchase, quantity: exact(quantity), amount: exact(amount) };
}

function exactSold({ quantity, amount, parts, ...one }: SellThroughSold): Sold {
  return { ...one, quantity: exact(quantity), amount: exact(amount), parts: parts.map(exactPart) };
}

function plainPart({ purchase, quantity, amount }: StockPart): SellThroughPart {
  return { purchase, quantity: text(quantity), amount: text(amount) };
}
