import type { Order } from "../entities/order.js";
import type { Shipment } from "../entities/shipment.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import { checkPlaces, type Exact, fixed, type RoundingMode, rounded, roundingModes, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import { checkDistinct, exactNotNegative, optional, readCurrency, readRecords } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import type { CreditDelivery, CreditOrder } from "./credit-ledger.js";
import { entryOf, problem } from "./reading.js";

/** Orders and shipments as the host has them. */
export interface CreditDocumentFacts {
  /** Orders, net of tax. */
  readonly orders: readonly Order[];
  /** Shipments on these orders; one without an order is no sale and left out. */
  readonly shipments: readonly Shipment[];
}

/** What credit sees of them. */
export interface CreditDocumentPolicy {
  /** Tax that will be owed on them; credit counts with tax. */
  readonly taxRate: Rate;
  /** Places of every amount. */
  readonly decimals: number;
  /** How each is rounded, once. */
  readonly rounding: RoundingMode;
}

/** Orders and deliveries, linked. */
export interface LinkedCreditDocuments {
  /** One per order, in their order. */
  readonly orders: readonly CreditOrder[];
  /** One per shipment that has an order; each covers its part of it. */
  readonly deliveries: readonly CreditDelivery[];
}

/**
 * Turns orders and shipments into the documents that an exposure is computed from, with tax, and linked to each other.
 *
 * @remarks
 * An order is the sum of its lines, with tax. A shipment is worth, for every product, the part of the ordered amount that its quantity is of the
 * ordered quantity. Each document is rounded once, so the last of several shipments may leave a smallest unit of the order open.
 *
 * @param facts - Orders and shipments.
 * @param policy - Tax and rounding.
 * @returns Orders and deliveries.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @errors
 * - `credit.order_unknown` - a shipment names an order that is not there.
 * - `credit.not_ordered` - a shipment holds a product that its order does not.
 *
 * @source Practice of credit exposure.
 *
 * @example 6 of 10 pieces are on their way
 * ```ts
 * import { buildCreditDocuments } from "qudao/credit";
 *
 * const answer = buildCreditDocuments({
 *   orders: [{
 *     id: "O-1", buyerId: "D1", sellerId: "M", orderedOn: "2024-03-01", currency: "CNY",
 *     lines: [{ id: "1", productId: "camera", quantity: 10, unitPrice: "100", amount: "1000" }],
 *   }],
 *   shipments: [{ id: "S-1", orderId: "O-1", senderId: "M", receiverId: "D1", shippedOn: "2024-03-05", lines: [{ productId: "camera", quantity: 6 }] }],
 * }, { taxRate: "0.13", decimals: 2, rounding: "half_up" });
 * answer.ok && [answer.value.outcome.orders[0]?.amount, answer.value.outcome.deliveries[0]?.amount]; // => ["1130.00", "678.00"]
 * ```
 *
 * @since 0.1.0
 */
export function buildCreditDocuments(
  facts: CreditDocumentFacts,
  policy: CreditDocumentPolicy,
): Result<Explained<LinkedCreditDocuments>, Message<"credit.order_unknown" | "credit.not_ordered">> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const agreed = checkRecord(policy, "policy");
    const withTax = exactNotNegative(agreed["taxRate"], "policy.taxRate").plus(1);
    const decimals = checkPlaces(agreed["decimals"] as number, "policy.decimals");
    const rounding = checkChoice(agreed["rounding"], "policy.rounding", roundingModes);
    const owed = (net: Exact) => fixed(rounded(net.times(withTax), decimals, rounding), decimals);
    const ordered = readRecords(given["orders"], "facts.orders", readOrdered);
    const byId = new Map(ordered.map((order) => [order.id, order]));
    checkDistinct(
      ordered.map(({ id }) => id),
      "facts.orders",
      "id",
    );
    const orders = ordered.map(({ id, memberId, currency, wantedOn, net }): CreditOrder => {
      return { id, memberId, currency, amount: owed(net), ...(wantedOn === undefined ? {} : { wantedOn }) };
    });
    const deliveries: CreditDelivery[] = [];
    for (const { id, orderId, lines } of readRecords(given["shipments"], "facts.shipments", readShipped)) {
      if (orderId === undefined) continue;
      const order = byId.get(orderId);
      if (order === undefined) return problem("credit.order_unknown", { shipment: id, order: orderId });
      let net = ZERO;
      for (const { productId, quantity } of lines) {
        const part = order.products.get(productId);
        if (part === undefined || part.quantity.isZero())
          return problem("credit.not_ordered", { shipment: id, order: orderId, product: productId });
        net = net.plus(part.amount.times(quantity).dividedBy(part.quantity));
      }
      const amount = owed(net);
      deliveries.push({ id, memberId: order.memberId, currency: order.currency, amount, covers: [{ kind: "order", id: orderId, amount }] });
    }
    checkDistinct(
      deliveries.map(({ id }) => id),
      "facts.shipments",
      "id",
    );
    const params = { orders: orders.length, deliveries: deliveries.length, taxRate: text(withTax.minus(1)) };
    return ok({ outcome: { orders, deliveries }, explanation: { code: "credit.documents_built", params } });
  });
}

function readOrdered(row: Fields, path: string) {
  const products = new Map<string, { quantity: Exact; amount: Exact }>();
  let net = ZERO;
  readRecords(row["lines"], `${path}.lines`, (line, place) => {
    const product = entryOf(products, checkText(line["productId"], `${place}.productId`), () => ({
      quantity: ZERO,
      amount: ZERO,
    }));
    const amount = exactNotNegative(line["amount"], `${place}.amount`);
    product.quantity = product.quantity.plus(exactNotNegative(line["quantity"], `${place}.quantity`));
    product.amount = product.amount.plus(amount);
    net = net.plus(amount);
  });
  return {
    id: checkText(row["id"], `${path}.id`),
    memberId: checkText(row["buyerId"], `${path}.buyerId`),
    currency: readCurrency(row["currency"], `${path}.currency`),
    wantedOn: optional(parseDate)(row["wantedOn"], `${path}.wantedOn`),
    products,
    net,
  };
}

function readShipped(row: Fields, path: string) {
  return {
    id: checkText(row["id"], `${path}.id`),
    orderId: optional(checkText)(row["orderId"], `${path}.orderId`),
    lines: readRecords(row["lines"], `${path}.lines`, (line, place) => ({
      productId: checkText(line["productId"], `${place}.productId`),
      quantity: exactNotNegative(line["quantity"], `${place}.quantity`),
    })),
  };
}
