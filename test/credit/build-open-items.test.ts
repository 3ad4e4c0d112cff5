import { buildOpenItems, type OpenItemFacts } from "qudao/credit";
import type { Invoice, Payment } from "qudao/entities";
import { describe, expect, test } from "vitest";
import { outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const invoice = (changes: Partial<Invoice> = {}): Invoice =>
  frozen({
    id: "INV-1",
    kind: "invoice",
    sellerId: "M",
    buyerId: "D1",
    issuedOn: "2024-01-10",
    dueOn: "2024-02-09",
    currency: "CNY",
    net: "100",
    tax: "13",
    ...changes,
  });
const payment = (changes: Partial<Payment> = {}): Payment =>
  frozen({
    id: "P-1",
    payerId: "D1",
    payeeId: "M",
    paidOn: "2024-02-01",
    method: "bank_transfer",
    currency: "CNY",
    amount: "60",
    allocations: [],
    ...changes,
  });

describe("buildOpenItems()", () => {
  test("an invoice is a claim with its tax, a credit note and an unassigned payment are credits", () => {
    const note = invoice({ id: "CN-1", kind: "credit_note", net: "10", tax: "1.3" });
    const items = outcomeOf(buildOpenItems({ invoices: [invoice(), note], payments: [payment()] }));
    expect(items.map(({ id, kind, amount }) => [id, kind, amount])).toStrictEqual([
      ["INV-1", "claim", "113"],
      ["CN-1", "credit", "11.3"],
      ["P-1", "credit", "60"],
    ]);
  });

  test("what is assigned settles on the day of the payment, the rest is credit", () => {
    const assigned = payment({ allocations: [{ invoiceId: "INV-1", amount: "50" }] });
    const [claim, rest] = outcomeOf(buildOpenItems({ invoices: [invoice()], payments: [assigned] }));
    expect(claim?.settlements).toStrictEqual([{ on: "2024-02-01", amount: "50" }]);
    expect([rest?.amount, rest?.postedOn]).toStrictEqual(["10", "2024-02-01"]);
  });

  test("complaint 14: an invoice without a due day is due on the day it was issued, and does not vanish", () => {
    const [claim] = outcomeOf(buildOpenItems({ invoices: [invoice({ dueOn: undefined })], payments: [] }));
    expect(claim?.dueOn).toBe("2024-01-10");
  });

  test("a payment that assigns what it cannot is a problem", () => {
    const assign = (invoiceId: string, amount: string, changes: Partial<Payment> = {}) =>
      buildOpenItems({
        invoices: [invoice(), invoice({ id: "CN-1", kind: "credit_note" })],
        payments: [payment({ allocations: [{ invoiceId, amount }], ...changes })],
      });
    expect(problemOf(assign("INV-9", "1"))).toBe("credit.invoice_unknown");
    expect(problemOf(assign("CN-1", "1"))).toBe("credit.invoice_unknown");
    expect(problemOf(assign("INV-1", "1", { currency: "USD" }))).toBe("credit.item_currency");
    expect(problemOf(assign("INV-1", "60.01"))).toBe("credit.assigned_too_much");
    expect(outcomeOf(assign("INV-1", "60"))).toHaveLength(2);
  });

  const schedules = [
    {
      invoiceId: "INV-1",
      parts: [
        { part: 1, amount: "40.00", dueOn: "2024-02-09" },
        { part: 2, amount: "73.00", dueOn: "2024-03-10" },
      ],
    },
  ];

  test("S19-132: an invoice with a schedule is a claim per part, and what is assigned pays the part that is due first", () => {
    const assigned = payment({ allocations: [{ invoiceId: "INV-1", amount: "50" }] });
    const parts = (payments: readonly Payment[], given: OpenItemFacts["schedules"] = schedules) =>
      outcomeOf(buildOpenItems({ invoices: [invoice()], payments, schedules: given })).map(({ id, amount, dueOn, settlements = [] }) => [
        id,
        amount,
        dueOn,
        ...settlements.map((one) => `${one.on} ${one.amount}`),
      ]);
    expect(parts([assigned])).toStrictEqual([
      ["INV-1/1", "40", "2024-02-09", "2024-02-01 40"],
      ["INV-1/2", "73", "2024-03-10", "2024-02-01 10"],
      ["P-1", "10", undefined],
    ]);
    // by day, whatever the order of the list; the order of the parts is that of the schedule, and what is above the whole stays with the last
    const more = payment({ id: "P-2", paidOn: "2024-01-20", amount: "70", allocations: [{ invoiceId: "INV-1", amount: "70" }] });
    const turned = [{ invoiceId: "INV-1", parts: [...(schedules[0]?.parts ?? [])].reverse() }];
    expect(parts([assigned, more], turned)).toStrictEqual([
      ["INV-1/2", "73", "2024-03-10", "2024-01-20 30", "2024-02-01 50"],
      ["INV-1/1", "40", "2024-02-09", "2024-01-20 40"],
      ["P-1", "10", undefined],
    ]);
  });

  test("parts that are not the whole invoice are a problem; a schedule of no invoice is a fault", () => {
    const build = (amount: string, invoiceId = "INV-1") =>
      buildOpenItems({
        invoices: [invoice(), invoice({ id: "CN-1", kind: "credit_note" })],
        payments: [],
        schedules: [{ invoiceId, parts: [{ part: 1, amount, dueOn: "2024-02-09" }] }],
      });
    expect(problemOf(build("112.99"))).toBe("credit.parts_not_whole");
    expect(problemOf(build("113.01"))).toBe("credit.parts_not_whole");
    expect(outcomeOf(build("113.00"))).toHaveLength(2);
    expect(faultAt(() => build("113", "INV-9"))).toBe("kernel.unknown_row at facts.schedules[0].invoiceId");
    expect(faultAt(() => build("113", "CN-1"))).toBe("kernel.unknown_row at facts.schedules[0].invoiceId");
    const twice = [...schedules, ...schedules];
    expect(faultAt(() => buildOpenItems({ invoices: [invoice()], payments: [], schedules: twice }))).toBe(
      "kernel.named_twice at facts.schedules[1].invoiceId",
    );
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => buildOpenItems({ invoices: [invoice({ tax: "-1" })], payments: [] }))).toBe(
      "kernel.below_zero at facts.invoices[0].tax",
    );
    expect(faultAt(() => buildOpenItems({ invoices: [invoice(), invoice()], payments: [] }))).toBe("kernel.named_twice at facts[1].id");
  });
});
