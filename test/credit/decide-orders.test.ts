import { type CheckedOrder, decideOrder, decideOrders, exampleCreditPolicy, type OrdersDecisionPolicy } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { account, claim, ledger, limitOf, shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const order = (id: string, amount: string, changes: Partial<CheckedOrder> = {}): CheckedOrder => ({
  id,
  memberId: "D1",
  currency: "CNY",
  amount,
  ...changes,
});
const group = { id: "G", limit: limitOf("150"), check: "group_then_member" } as const;
const books = ledger({
  accounts: [account(limitOf("100"), { groupId: "G" }), account(limitOf("100"), { memberId: "D2", groupId: "G" })],
  groups: [group],
  orders: [order("IN", "20")],
  items: [claim({ amount: "10", dueOn: "2024-12-31" })],
});
const facts = { asOf: "2024-03-15", checkpoint: "order", ledger: books } as const;
const policy = (sequence: OrdersDecisionPolicy["sequence"]): OrdersDecisionPolicy => ({ ...exampleCreditPolicy, sequence });
const decide = (sequence: OrdersDecisionPolicy["sequence"], ...orders: readonly CheckedOrder[]) =>
  shown(decideOrders({ ...facts, orders }, policy(sequence)));

describe("decideOrders()", () => {
  test("in order, what is released uses up the limit of the member and of its group for the orders after it", () => {
    const outcome = decide(
      "in_order",
      order("A", "70"),
      order("B", "1"),
      order("C", "50", { memberId: "D2" }),
      order("D", "1", { memberId: "D2" }),
    );
    expect(outcome.decisions.map(({ orderId, decision }) => `${orderId} ${decision}`)).toStrictEqual([
      "A release",
      "B hold",
      "C release",
      "D hold",
    ]);
    expect(outcome.decisions[3]?.reasons.map(({ metric }) => metric)).toStrictEqual(["group_limit_exceeded"]);
    expect(outcome).toMatchObject({ released: 2, held: 2, prepayment: 0 });
  });

  test("an order that is held uses up nothing", () => {
    expect(decide("in_order", order("A", "71"), order("B", "70")).decisions.map(({ decision }) => decision)).toStrictEqual([
      "hold",
      "release",
    ]);
  });

  test("in order, what is released counts among the open orders of a rule on them", () => {
    const rules = [
      { id: "P", kind: "block", scope: { kind: "all" }, test: { metric: "part_exceeded", component: "open_orders", amount: "50" } },
    ] as const;
    const of = (sequence: OrdersDecisionPolicy["sequence"]) =>
      shown(decideOrders({ ...facts, orders: [order("A", "30"), order("B", "0.01")] }, { ...policy(sequence), rules })).decisions.map(
        ({ decision }) => decision,
      );
    // 20 stand in the ledger: with A they are 50
    expect(of("in_order")).toStrictEqual(["release", "hold"]);
    expect(of("each_alone")).toStrictEqual(["release", "release"]);
  });

  test("an order of the ledger is replaced, whether it grows or shrinks", () => {
    expect(decide("in_order", order("IN", "90"), order("B", "0.01")).decisions.map(({ decision }) => decision)).toStrictEqual([
      "release",
      "hold",
    ]);
    expect(decide("in_order", order("IN", "5"), order("B", "85")).decisions.map(({ decision }) => decision)).toStrictEqual([
      "release",
      "release",
    ]);
  });

  test("an order that the ledger has for another member is taken off that one, and is wholly new to its own", () => {
    const toOther = (amount: string) => order("IN", amount, { memberId: "D2" });
    const [first] = decide("each_alone", toOther("100")).decisions;
    expect([first?.decision, first?.exposureBefore, first?.exposureAfter]).toStrictEqual(["release", "0", "100"]);
    expect(decide("each_alone", toOther("100.01")).decisions[0]?.reasons.map(({ metric }) => metric)).toStrictEqual(["limit_exceeded"]);
    // D1 owes 10 once its order of 20 has gone over to D2, which then has 20 of it; the group had 30 and keeps them
    const next = (amount: string) => decide("in_order", toOther("20"), order("A", amount)).decisions[1];
    expect([next("90")?.decision, next("90")?.exposureBefore, next("90.01")?.decision]).toStrictEqual(["release", "10", "hold"]);
    // within the group of 150: 10 of D1, the order now 50 instead of 20, and 90 more
    const both = (amount: string) => decide("in_order", toOther("50"), order("A", amount)).decisions[1];
    expect([both("90")?.decision, both("90.01")?.reasons.map(({ metric }) => metric)]).toStrictEqual([
      "release",
      ["group_limit_exceeded", "limit_exceeded"],
    ]);
  });

  test("each alone is exactly what decideOrder says of it", () => {
    const orders = [
      order("A", "70"),
      order("B", "80"),
      order("C", "5", { memberId: "D9" }),
      order("D", "9", { prepaid: "9" }),
      order("IN", "25"),
    ];
    expect(decide("each_alone", ...orders).decisions).toStrictEqual(
      orders.map((one) => decideOrder({ asOf: facts.asOf, checkpoint: "order", order: one, ledger: books }, exampleCreditPolicy).outcome),
    );
  });

  test("names the place of what is malformed, also in a long list", () => {
    expect(faultAt(() => decide("in_order", order("A", "1"), order("A", "2")))).toBe("kernel.named_twice at facts.orders[1].id");
    expect(faultAt(() => decide("in_order", order("A", "1"), order("B", "x")))).toBe("kernel.not_a_decimal at facts.orders[1].amount");
    expect(faultAt(() => decide("both" as never))).toBe("kernel.not_a_choice at policy.sequence");
  });
});
