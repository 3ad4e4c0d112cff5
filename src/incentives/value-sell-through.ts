import type { SaleLine } from "../entities/sale-line.js";
import { readSafely } from "../kernel/check.js";
import { exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { type MovedGoods, moveGoods, signed, type ValuedLine } from "./move-goods.js";
import { type ReadSellThrough, readSellThrough, readSellThroughPolicy } from "./read-sell-through.js";
import type { SellThroughFacts, SellThroughLine, SellThroughOutcome, SellThroughPolicy } from "./sell-through.js";
import { tellSellThrough } from "./tell-sell-through.js";

/**
 * Values what a member sold on at what it had paid for the goods, so that an incentive can be paid on it: first in, first out, at the latest
 * purchase price, at an average, or at the member's own prices.
 *
 * @remarks
 * Lines are taken by day. Within a day: purchases, what comes back of goods sold earlier, sales, what comes back of goods of that day, what is sent
 * back to the seller; then by identifier. One average of the period is made first, of the opening stock, all purchases, what comes back of goods
 * sold before the period, and what is sent back. What leaves a purchase, or an average, while some of it stays is `amount × quantity ÷ all of
 * it`, rounded; what leaves last takes the rest, and so bears the odd cent. What comes back counts, and goes back into stock at, what it left
 * at: of a line in part, what was taken last first. Goods sent back to the seller leave at what they were bought for, whatever is credited for them.
 * A line that the stock does not cover is never valued at 0 or at the member's own price: it is open, and names what is missing. `closing` is the
 * opening of the next period; except for one average a period, a year in months values every line as the year in one piece does.
 *
 * @param facts - What the member had, bought and sold on. Its own prices (`unitPrice`, `discountRate`, `cashDiscount`) are left out of the valued lines.
 * @param policy - The basis, the rounding, and what becomes of what the stock does not cover.
 * @returns Lines for `accumulate` in the order they were valued in, open lines, and the stock at the end; a working that says for each line
 * which purchases it was taken from, and in which opening stock, purchases, goods sent back and goods sold on leave the closing stock.
 * @throws LibraryFault `incentives.other_member` for a line of somebody else; `incentives.not_whole_units` for a number such as 1.5;
 * `kernel.outside_bounds` for a day outside the period;
 * `kernel.currency_mismatch`; `kernel.named_twice` for a line that comes twice, or was there before; `kernel.not_above_zero` for a purchase
 * without goods; `incentives.parts_differ` for goods sold before whose parts do not add up; `kernel.*` with the place.
 *
 * @source Practice of sell-through incentives: their bases.
 *
 * @example Ten at 10 and ten at 12 were bought, fifteen are sold on
 * ```ts
 * import { type SellThroughBasis, valueSellThrough } from "qudao/incentives";
 *
 * const line = { memberId: "D1", productId: "P", kind: "sale" as const };
 * const facts = {
 *   memberId: "D1", period: { start: "2024-01-01", end: "2024-02-01" }, opening: { stock: [], sold: [] },
 *   purchases: [
 *     { ...line, id: "B1", date: "2024-01-05", quantity: 10, amount: "100.00" },
 *     { ...line, id: "B2", date: "2024-01-12", quantity: 10, amount: "120.00" },
 *   ],
 *   sold: [{ ...line, id: "S1", date: "2024-01-20", quantity: 15, amount: "300.00" }],
 * };
 * const baseBy = (basis: SellThroughBasis) =>
 *   valueSellThrough(facts, { currency: "CNY", basis, shortage: "whole_line_open", rounding: { decimals: 2, mode: "half_up" } }).outcome.base;
 * [baseBy("fifo"), baseBy("latest_purchase"), baseBy("moving_average"), baseBy("sale")]; // => ["160", "180", "165", "300"]
 * ```
 *
 * @since 0.1.0
 */
export function valueSellThrough(facts: SellThroughFacts, policy: SellThroughPolicy): Explained<SellThroughOutcome> {
  return readSafely({ facts, policy }, () => {
    const agreed = readSellThroughPolicy(policy, "policy");
    const read = readSellThrough(facts, agreed);
    const moved = agreed.basis === "sale" ? atOwnPrices(read) : moveGoods(read, agreed);
    const base = sumOf(moved.lines.map(signed));
    const lines = moved.lines.map((one) => (agreed.basis === "sale" ? withoutOrigin(one.line) : valuedLine(one)));
    return {
      outcome: { lines, base: text(base), open: moved.open, closing: moved.closing },
      explanation: tellSellThrough(moved, base, read.memberId, agreed),
    };
  });
}

function atOwnPrices({ stock, sold, moves }: ReadSellThrough): MovedGoods {
  const lines = moves.flatMap(({ does, line, quantity }) =>
    does === "sold" || does === "came_back" ? [{ line, quantity, amount: exact(line.amount), from: [] }] : [],
  );
  return { lines, open: [], closing: { stock, sold }, worth: undefined };
}

function withoutOrigin({ originId, ...line }: SellThroughLine): SaleLine {
  return line;
}

/** Without what belongs to the member's own price. */
function valuedLine({ line, quantity, amount }: ValuedLine): SaleLine {
  const { unitPrice, discountRate, cashDiscount, ...rest } = withoutOrigin(line);
  const some = text(quantity);
  return { ...rest, quantity: typeof line.quantity === "number" && !some.includes(".") ? Number(some) : some, amount: text(amount) };
}
