/**
 * The goods of one product in layers, one for each purchase, oldest first; at an average, one layer for all.
 *
 * What leaves a layer is rounded, and the layer keeps the rest: what leaves it last bears the odd cent, so that no cent comes or goes.
 *
 * @internal
 */
import { Exact, rounded, ZERO } from "../kernel/decimal.js";
import type { IncentiveRounding } from "./programme.js";
import type { SellThroughPurchase } from "./sell-through.js";

export interface StockPart {
  readonly purchase: SellThroughPurchase | null;
  readonly quantity: Exact;
  readonly amount: Exact;
}

export interface ProductStock {
  readonly layers: StockPart[];
  quantity: Exact;
}

/** How stock is kept. */
export interface StockRules {
  readonly averaged: boolean;
  readonly rounding: IncentiveRounding;
}

/** `amount × part ÷ whole`, rounded, and never more than there is; all of it for the whole. */
export function shareOf(amount: Exact, part: Exact, whole: Exact, { decimals, mode }: IncentiveRounding): Exact {
  if (part.equals(whole)) return amount;
  return Exact.min(rounded(amount.times(part).dividedBy(whole), decimals, mode), amount);
}

/** So much of a part. */
export function cutPart({ purchase, quantity, amount }: StockPart, some: Exact, rounding: IncentiveRounding): StockPart {
  return { purchase, quantity: some, amount: shareOf(amount, some, quantity, rounding) };
}

/** What stays of a part; `null`: nothing. */
export function restOf(part: StockPart, gone: StockPart): StockPart | null {
  const quantity = part.quantity.minus(gone.quantity);
  return quantity.isZero() ? null : { purchase: part.purchase, quantity, amount: part.amount.minus(gone.amount) };
}

/** Goods come in, or come back: into the layer they are of, or as a layer at their place by day and identifier. */
export function putIn(stock: ProductStock, part: StockPart, { averaged }: StockRules): void {
  const { layers } = stock;
  const purchase = averaged ? null : part.purchase;
  const [day, id] = [purchase?.date ?? "", purchase?.id ?? ""];
  // most goods come in last
  let place = layers.length;
  while (place > 0 && isAfter(layers[place - 1] as StockPart, day, id)) place--;
  const same = layers[place - 1];
  stock.quantity = stock.quantity.plus(part.quantity);
  if (same !== undefined && same.purchase?.id === purchase?.id) {
    layers[place - 1] = { purchase, quantity: same.quantity.plus(part.quantity), amount: same.amount.plus(part.amount) };
  } else layers.splice(place, 0, { ...part, purchase });
}

function isAfter({ purchase }: StockPart, day: string, id: string): boolean {
  const own = purchase?.date ?? "";
  return own === day ? (purchase?.id ?? "") > id : own > day;
}

/** Goods leave: the oldest or the newest first, or those of one purchase. The caller has seen that there are as many. */
export function takeOut(stock: ProductStock, quantity: Exact, from: "oldest" | "newest" | number, rules: StockRules): readonly StockPart[] {
  const { layers } = stock;
  const taken: StockPart[] = [];
  let open = quantity;
  while (open.greaterThan(ZERO)) {
    const place = from === "oldest" ? 0 : from === "newest" ? layers.length - 1 : from;
    const layer = layers[place] as StockPart;
    const part = cutPart(layer, Exact.min(open, layer.quantity), rules.rounding);
    const rest = restOf(layer, part);
    if (rest === null) layers.splice(place, 1);
    else layers[place] = rest;
    taken.push(part);
    open = open.minus(part.quantity);
  }
  stock.quantity = stock.quantity.minus(quantity);
  return taken;
}
