/**
 * The working of a sell-through report.
 *
 * @internal
 */
import { type Exact, text } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { type MovedGoods, type StockWorth, signed, type ValuedLine, type ValueSource } from "./move-goods.js";
import type { SellThroughPolicy } from "./sell-through.js";
import type { sellThroughMessages } from "./sell-through-messages.js";

type Code = keyof typeof sellThroughMessages;

const node = (code: Code, params: Explanation["params"], from?: readonly Explanation[]): Explanation =>
  from === undefined ? { code, params } : { code, params, adds: "amount", from };

export function tellSellThrough(
  { lines, open, worth }: MovedGoods,
  base: Exact,
  memberId: string,
  { basis, currency }: SellThroughPolicy,
): Explanation {
  return {
    code: "incentives.sell_through" satisfies Code,
    params: { memberId, basis, base: text(base), currency },
    from: [
      node("incentives.sell_through_lines", { amount: text(base) }, lines.map(tellLine)),
      ...(worth === undefined ? [] : [tellStock(worth, base)]),
      ...open.map((one) => node("incentives.sell_through_waits", { ...one })),
    ],
  };
}

function tellLine(one: ValuedLine): Explanation {
  const { line, quantity, from } = one;
  const isSale = line.kind === "sale";
  const params = { date: line.date, lineId: line.id, productId: line.productId, quantity: text(quantity), amount: text(signed(one)) };
  const code = isSale ? "incentives.sell_through_sold" : "incentives.sell_through_returned";
  return from.length === 0 ? node(code, params) : node(code, params, from.map(tellSource));
}

function tellSource(source: ValueSource): Explanation {
  if (source.kind === "back") {
    const { lineId, quantity, amount } = source;
    return node("incentives.sell_through_back", { lineId, quantity: text(quantity), amount: text(amount.negated()) });
  }
  const { part, bought } = source;
  const params = { quantity: text(part.quantity), bought: text(bought.quantity), paid: text(bought.amount), amount: text(part.amount) };
  if (part.purchase === null) return node("incentives.sell_through_average", params);
  const { id: purchaseId, date } = part.purchase;
  return node(source.kind === "price" ? "incentives.sell_through_priced" : "incentives.sell_through_part", { ...params, purchaseId, date });
}

/** Opening stock and what came in, less what left, is what is there. */
function tellStock({ opening, purchased, sentBack, left }: StockWorth, base: Exact): Explanation {
  const revalued = base.minus(left);
  const part = (code: Code, amount: Exact) => node(code, { amount: text(amount) });
  return node("incentives.sell_through_stock", { amount: text(opening.plus(purchased).minus(sentBack).minus(left)) }, [
    part("incentives.sell_through_opening", opening),
    part("incentives.sell_through_purchased", purchased),
    part("incentives.sell_through_sent_back", sentBack.negated()),
    part("incentives.sell_through_left", base.negated()),
    ...(revalued.isZero() ? [] : [part("incentives.sell_through_revalued", revalued)]),
  ]);
}
