import { buildCreditDocuments, computeExposure, exampleCreditPolicy } from "qudao/credit";
import type { Order, Shipment } from "qudao/entities";
import { describe, expect, test } from "vitest";
import { outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const line = (id: string, productId: string, quantity: number | string, amount: string) => ({
  id,
  productId,
  quantity,
  unitPrice: "1",
  amount,
});
const order = (changes: Partial<Order> = {}): Order =>
  frozen({
    id: "O-1",
    buyerId: "D1",
    sellerId: "M",
    orderedOn: "2024-03-01",
    currency: "CNY",
    lines: [line("1", "camera", 4, "400"), line("2", "camera", 6, "500"), line("3", "cable", "2.5", "100")],
    ...changes,
  });
const shipment = (changes: Partial<Shipment> = {}): Shipment =>
  frozen({
    id: "S-1",
    orderId: "O-1",
    senderId: "M",
    receiverId: "D1",
    shippedOn: "2024-03-05",
    lines: [{ productId: "camera", quantity: 5 }],
    ...changes,
  });
const policy = { taxRate: "0.13", decimals: 2, rounding: "half_up" } as const;
const build = (orders: readonly Order[], shipments: readonly Shipment[]) => buildCreditDocuments({ orders, shipments }, policy);

describe("buildCreditDocuments()", () => {
  test("an order counts with its tax, a shipment with its share of what was ordered of the product", () => {
    const { orders, deliveries } = outcomeOf(
      build([order({ wantedOn: "2024-04-01" })], [shipment(), shipment({ id: "S-2", lines: [{ productId: "cable", quantity: "1" }] })]),
    );
    expect(orders).toStrictEqual([{ id: "O-1", memberId: "D1", currency: "CNY", amount: "1130.00", wantedOn: "2024-04-01" }]);
    // 900 for 10 cameras: 5 are 450, with tax 508.50; 100 for 2.5 of cable: 1 is 40, with tax 45.20
    expect(deliveries.map(({ id, amount, covers }) => [id, amount, covers])).toStrictEqual([
      ["S-1", "508.50", [{ kind: "order", id: "O-1", amount: "508.50" }]],
      ["S-2", "45.20", [{ kind: "order", id: "O-1", amount: "45.20" }]],
    ]);
  });

  test("complaint 5: the exposure of what it gives is the order, however much of it left", () => {
    const documents = { ...outcomeOf(build([order()], [shipment()])), billings: [], items: [] };
    expect(outcomeOf(computeExposure({ asOf: "2024-03-10", memberIds: ["D1"], documents }, exampleCreditPolicy.exposure)).exposure).toBe(
      "1130",
    );
  });

  test("a transfer without an order is left out; what was not ordered, or from nowhere, is a problem", () => {
    expect(outcomeOf(build([order()], [shipment({ orderId: undefined })])).deliveries).toStrictEqual([]);
    expect(problemOf(build([order()], [shipment({ orderId: "O-9" })]))).toBe("credit.order_unknown");
    expect(problemOf(build([order()], [shipment({ lines: [{ productId: "tripod", quantity: 1 }] })]))).toBe("credit.not_ordered");
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => build([order(), order()], []))).toBe("kernel.named_twice at facts.orders[1].id");
    expect(faultAt(() => build([order({ lines: [line("1", "x", 1, "-1")] })], []))).toBe(
      "kernel.below_zero at facts.orders[0].lines[0].amount",
    );
  });
});
