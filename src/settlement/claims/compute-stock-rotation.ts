import { addDays } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { Exact, exactQuotient, rounded, sumOf, text, ZERO } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import { parsePeriod } from "../../kernel/period.js";
import {
  choiceOf,
  countOf,
  listOf,
  optional,
  type Read,
  readAboveZero,
  readCurrency,
  readDate,
  readDecimal,
  readNotNegative,
  readRounding,
  readShare,
  readText,
  recordOf,
  uniqueBy,
} from "../../kernel/read.js";
import { byName, covers, readScope, roundOnce } from "./read-claims.js";
import type {
  RotatedLine,
  RotationLine,
  RotationReason,
  StockRotation,
  StockRotationFacts,
  StockRotationPolicy,
} from "./stock-rotation.js";

/** @internal */
export const readStockRotationPolicy: Read<StockRotationPolicy> = recordOf<StockRotationPolicy>({
  currency: readCurrency,
  shareOfPurchases: readShare,
  requestWithinDays: countOf(1, 36_600),
  mostAgeDays: optional(countOf(0, 36_600)),
  productIds: readScope,
  condition: choiceOf(["sealed", "any"]),
  offsettingOrder: optional(readAboveZero),
  atLimit: choiceOf(["cut", "refuse"]),
  restockingRate: readShare,
  rounding: readRounding,
});

const readFacts: Read<StockRotationFacts> = recordOf<StockRotationFacts>({
  asOf: readDate,
  window: parsePeriod,
  purchases: readDecimal,
  rotatedBefore: readNotNegative,
  lines: uniqueBy(
    "id",
    listOf(
      recordOf<RotationLine>({
        id: readText,
        productId: readText,
        quantity: readAboveZero,
        unitPrice: optional(readAboveZero),
        purchasedOn: readDate,
        condition: choiceOf(["sealed", "opened"]),
      }),
    ),
  ),
  orders: uniqueBy("id", listOf(recordOf({ id: readText, date: readDate, amount: readNotNegative }))),
});

/**
 * Computes what a member is credited for slow stock that it gives back after a window: within a part of its purchases, against an order of other
 * goods, less a restocking fee.
 *
 * @remarks
 * The limit is `purchases × share − rotated before`, and, where an order has to stand against it, `orders ÷ ratio`: whichever is less. Lines use it up by
 * day of purchase and, on one day, by identifier, whatever the order of the list. Every condition is asked, and a refused line names all that failed;
 * a price that is not known is refused, never taken as 0. The last day of the request and the last day of the age are still in time.
 * `credit = value − value × restocking rate`, rounded once.
 *
 * @param facts - The window, its purchases, the goods and the orders.
 * @param policy - What was agreed.
 * @returns The credit, every line with its reasons, and what is left; the working adds up to the credit.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy`.
 *
 * @source Practice of distribution agreements: share of the purchases of the window before, equal
 * order, age, sealed goods, restocking fee.
 *
 * @example A tenth of 10,000 may come back: 10 of the 12 units fit, less 5 %
 * ```ts
 * import { computeStockRotation } from "qudao/settlement";
 *
 * const { outcome } = computeStockRotation(
 *   {
 *     asOf: "2024-07-10", window: { start: "2024-01-01", end: "2024-07-01" }, purchases: "10000", rotatedBefore: "0",
 *     lines: [{ id: "1", productId: "P", quantity: "12", unitPrice: "100", purchasedOn: "2024-03-01", condition: "sealed" }],
 *     orders: [{ id: "PO-9", date: "2024-07-05", amount: "1500" }],
 *   },
 *   {
 *     currency: "CNY", shareOfPurchases: "0.1", requestWithinDays: 15, mostAgeDays: 180, productIds: "all", condition: "sealed",
 *     offsettingOrder: "1", atLimit: "cut", restockingRate: "0.05", rounding: { decimals: 2, mode: "half_up" },
 *   },
 * );
 * outcome.credit.amount; // => "950.00"
 * outcome.lines.map(({ status, quantity, reasons }) => [status, quantity, reasons]); // => [["cut", "10", ["share_used_up"]]]
 * ```
 *
 * @since 0.1.0
 */
export function computeStockRotation(facts: StockRotationFacts, policy: StockRotationPolicy): Explained<StockRotation> {
  return readSafely({ facts, policy }, () => rotate(readFacts(facts, "facts"), readStockRotationPolicy(policy, "policy")));
}

function rotate(facts: StockRotationFacts, policy: StockRotationPolicy): Explained<StockRotation> {
  const bought = Exact.max(ZERO, new Exact(facts.purchases));
  const room = Exact.max(ZERO, bought.times(policy.shareOfPurchases).minus(facts.rotatedBefore));
  const standing = facts.orders.filter(({ date }) => date >= facts.window.end && date <= facts.asOf);
  const ordered = sumOf(standing.map(({ amount }) => new Exact(amount)));
  const covered = policy.offsettingOrder === undefined ? undefined : exactQuotient(ordered, new Exact(policy.offsettingOrder));

  let value = ZERO;
  const answers = new Map<string, { readonly line: RotatedLine; readonly working: Explanation }>();
  const inOrder = [...facts.lines].sort((a, b) => byName(a.purchasedOn, b.purchasedOn) || byName(a.id, b.id));
  for (const line of inOrder) {
    const { id, productId, quantity, unitPrice } = line;
    const reasons = [...reasonsOf(line, facts, policy)];
    if (unitPrice === undefined) reasons.push("price_unknown");
    const price = new Exact(unitPrice ?? "0");
    const asked = new Exact(quantity);
    let taken = unitPrice === undefined || reasons.length > 0 ? ZERO : asked;
    const within = (limit: Exact | undefined, reason: RotationReason) => {
      const left = limit?.minus(value);
      if (left === undefined || taken.isZero() || !taken.times(price).greaterThan(left)) return;
      reasons.push(reason);
      taken = policy.atLimit === "refuse" ? ZERO : rounded(exactQuotient(left, price), 0, "down");
    };
    within(room, "share_used_up");
    within(covered, "order_too_small");
    const own = taken.times(price);
    value = value.plus(own);
    const status = taken.isZero() ? "refused" : reasons.length > 0 ? "cut" : "accepted";
    const params = { line: id, product: productId, quantity: text(taken), of: text(asked), price: unitPrice ?? null, amount: text(own) };
    const why = reasons.map((reason): Explanation => ({ code: "settlement.rotation_reason_found", params: { reason } }));
    answers.set(id, {
      line: { id, status, quantity: text(taken), value: text(own), reasons },
      working: { code: "settlement.rotation_line", params, from: why },
    });
  }

  const fee = value.times(policy.restockingRate);
  const credit = roundOnce(value.minus(fee), policy.rounding);
  const found = facts.lines.map(({ id }) => answers.get(id) as { line: RotatedLine; working: Explanation });
  const kept: Explanation = { code: "settlement.rotation_fee", params: { rate: policy.restockingRate, amount: text(fee.negated()) } };
  return {
    outcome: {
      credit: { amount: credit.amount, currency: policy.currency },
      value: text(value),
      fee: text(fee),
      lines: found.map(({ line }) => line),
      left: text(room.minus(value)),
      orderNeeded: policy.offsettingOrder === undefined ? "0" : text(value.times(policy.offsettingOrder)),
    },
    explanation: {
      code: "settlement.stock_rotation",
      params: { amount: credit.amount, currency: policy.currency, most: text(room), ordered: text(ordered) },
      adds: "amount",
      from: [...found.map(({ working }) => working), ...(fee.isZero() ? [] : [kept]), ...credit.nodes],
    },
  };
}

function reasonsOf(
  { productId, purchasedOn, condition: found }: Pick<RotationLine, "productId" | "purchasedOn" | "condition">,
  { asOf, window }: StockRotationFacts,
  { requestWithinDays, mostAgeDays, productIds, condition }: StockRotationPolicy,
): readonly RotationReason[] {
  const asked: readonly (readonly [RotationReason, boolean])[] = [
    ["window_open", asOf < window.end],
    ["requested_late", asOf > addDays(window.end, requestWithinDays - 1)],
    ["product_not_covered", !covers(productIds, productId)],
    ["not_bought_yet", purchasedOn > asOf],
    ["too_old", mostAgeDays !== undefined && asOf > addDays(purchasedOn, mostAgeDays)],
    ["opened", condition === "sealed" && found === "opened"],
  ];
  return asked.flatMap(([reason, failed]) => (failed ? [reason] : []));
}
