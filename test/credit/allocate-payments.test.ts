import { allocatePayments, type PaymentAllocationOrder, type ReceivedPayment } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { claim, credit, outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const payment = (changes: Partial<ReceivedPayment> = {}): ReceivedPayment => ({
  id: "P-1",
  memberId: "D1",
  paidOn: "2024-03-01",
  currency: "CNY",
  amount: "100",
  ...changes,
});

const items = [
  claim({ id: "A", amount: "80", postedOn: "2024-01-03", dueOn: "2024-02-20" }),
  claim({ id: "B", amount: "50", postedOn: "2024-01-02", dueOn: "2024-01-31" }),
  claim({ id: "C", amount: "60", postedOn: "2024-01-01", dueOn: "2024-03-31" }),
];

const parts = (payments: readonly ReceivedPayment[], order?: PaymentAllocationOrder) =>
  outcomeOf(allocatePayments({ items, payments }, order && { order, credits: "left_open" })).parts.map(
    ({ itemId, amount }) => `${itemId} ${amount}`,
  );

describe("allocatePayments()", () => {
  test.each([
    [undefined, ["B 50", "A 50"]],
    ["oldest_due_first", ["B 50", "A 50"]],
    ["oldest_invoice_first", ["C 60", "B 40"]],
    ["smallest_first", ["B 50", "C 50"]],
    ["largest_first", ["A 80", "C 20"]],
  ] as const)("under %s 100 goes to %j", (order, expected) => {
    expect(parts([payment()], order)).toStrictEqual(expected);
  });

  test("what the payer named comes first, in its order", () => {
    expect(parts([payment({ named: ["C", "A"] })])).toStrictEqual(["C 60", "A 40"]);
  });

  test("what is left is unapplied credit, and an item of its own", () => {
    const outcome = outcomeOf(allocatePayments({ items, payments: [payment({ amount: "200" })] }));
    expect(outcome.unapplied).toStrictEqual([{ paymentId: "P-1", memberId: "D1", amount: "10" }]);
    expect(outcome.items.at(-1)).toMatchObject({ id: "P-1", kind: "credit", amount: "10", postedOn: "2024-03-01" });
    expect(outcome.items[0]?.settlements).toStrictEqual([{ on: "2024-03-01", amount: "80" }]);
  });

  test("payments are taken by day: their order in the list changes nothing", () => {
    const early = payment({ id: "P-0", paidOn: "2024-02-01", amount: "30" });
    expect(parts([payment(), early])).toStrictEqual(parts([early, payment()]));
    expect(parts([payment(), early])).toStrictEqual(["B 30", "B 20", "A 80"]);
  });

  test("a payment settles nothing of another member, of another currency, of a credit, or posted after it", () => {
    const none = [claim({ memberId: "D2" }), claim({ id: "B", currency: "USD" }), credit(), claim({ id: "C", postedOn: "2024-03-02" })];
    const outcome = outcomeOf(allocatePayments({ items: none, payments: [payment()] }));
    expect([outcome.parts, outcome.unapplied[0]?.amount]).toStrictEqual([[], "100"]);
  });

  test("after payments credit notes settle what is still open, oldest due first, on the day from which both were there", () => {
    // 100 pay B whole and 50 of A: the 40 that are left of the note take the 30 of A, all of L, and 5 of C
    const note = credit({ id: "CN", amount: "50", postedOn: "2024-02-01", settlements: [{ on: "2024-02-02", amount: "10" }] });
    const late = claim({ id: "L", amount: "5", postedOn: "2024-03-05", dueOn: "2024-03-20" });
    const all = [...items, late, note];
    const outcome = outcomeOf(allocatePayments({ items: all, payments: [payment()] }));
    expect(outcome.parts.map(({ itemId, amount }) => `${itemId} ${amount}`)).toStrictEqual(["B 50", "A 50"]);
    expect(outcome.applied).toStrictEqual([
      { creditId: "CN", itemId: "A", on: "2024-02-01", amount: "30" },
      { creditId: "CN", itemId: "L", on: "2024-03-05", amount: "5" },
      { creditId: "CN", itemId: "C", on: "2024-02-01", amount: "5" },
    ]);
    expect(outcome.items.find(({ id }) => id === "CN")?.settlements).toStrictEqual([
      { on: "2024-02-02", amount: "10" },
      { on: "2024-02-01", amount: "30" },
      { on: "2024-03-05", amount: "5" },
      { on: "2024-02-01", amount: "5" },
    ]);
    const left = outcomeOf(allocatePayments({ items: all, payments: [payment()] }, { order: "oldest_due_first", credits: "left_open" }));
    expect([left.applied, left.items.find(({ id }) => id === "CN")?.settlements?.length]).toStrictEqual([[], 1]);
  });

  test("a credit settles nothing of another member or currency, and no more than is open of both", () => {
    const others = [
      claim({ memberId: "D2" }),
      claim({ id: "B", currency: "USD" }),
      claim({ id: "C", amount: "7" }),
      credit({ amount: "20" }),
    ];
    const outcome = outcomeOf(allocatePayments({ items: others, payments: [] }));
    expect(outcome.applied.map(({ itemId, amount }) => `${itemId} ${amount}`)).toStrictEqual(["C 7"]);
  });

  test("what was settled before, also with a later date, is not paid twice", () => {
    const paid = claim({ settlements: [{ on: "2024-12-31", amount: "70" }] });
    expect(outcomeOf(allocatePayments({ items: [paid], payments: [payment()] })).parts.map(({ amount }) => amount)).toStrictEqual(["30"]);
  });

  test("a named item that is not the payer's is a problem", () => {
    expect(problemOf(allocatePayments({ items, payments: [payment({ named: ["Z"] })] }))).toBe("credit.item_unknown");
    expect(problemOf(allocatePayments({ items, payments: [payment({ memberId: "D2", named: ["A"] })] }))).toBe("credit.item_unknown");
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => allocatePayments({ items, payments: [payment({ amount: "-1" })] }))).toBe(
      "kernel.below_zero at facts.payments[0].amount",
    );
    expect(faultAt(() => allocatePayments({ items, payments: [payment(), payment()] }))).toBe("kernel.named_twice at facts.payments[1].id");
    expect(faultAt(() => allocatePayments({ items: [...items, claim({ id: "A" })], payments: [] }))).toBe(
      "kernel.named_twice at facts.items[3].id",
    );
    expect(faultAt(() => allocatePayments({ items: [claim({ amount: "x" })], payments: [] }))).toBe(
      "kernel.not_a_decimal at facts.items[0].amount",
    );
  });
});
