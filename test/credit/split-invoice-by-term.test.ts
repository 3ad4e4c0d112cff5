import { type PaymentDueRule, type PaymentTerm, splitInvoiceByTerm } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const term = (due: PaymentDueRule, changes: Partial<PaymentTerm> = {}): PaymentTerm =>
  frozen({
    id: "T",
    titles: { en: "a term", zh: "付款条件" },
    rank: 1,
    instalments: [{ share: "1", due }],
    decimals: 2,
    remainder: "contract_order",
    rounding: "half_up",
    ...changes,
  });

const invoice = { total: { amount: "1000", currency: "CNY" }, invoicedOn: "2024-01-31" };

describe("splitInvoiceByTerm()", () => {
  test.each<[string, PaymentDueRule, string]>([
    ["2024-01-31", { kind: "net", days: 0 }, "2024-01-31"],
    ["2024-01-31", { kind: "net", days: 30 }, "2024-03-01"],
    ["2024-01-31", { kind: "end_of_month", months: 0, days: 0 }, "2024-01-31"],
    ["2024-01-31", { kind: "end_of_month", months: 1, days: 0 }, "2024-02-29"],
    ["2024-01-10", { kind: "end_of_month", months: 0, days: 10 }, "2024-02-10"],
    ["2024-01-14", { kind: "day_of_month", afterDays: 0, day: 15 }, "2024-01-15"],
    ["2024-01-15", { kind: "day_of_month", afterDays: 0, day: 15 }, "2024-01-15"],
    ["2024-01-16", { kind: "day_of_month", afterDays: 0, day: 15 }, "2024-02-15"],
    ["2024-01-31", { kind: "day_of_month", afterDays: 1, day: 31 }, "2024-02-29"],
    ["2024-12-20", { kind: "day_of_month", afterDays: 0, day: 5 }, "2025-01-05"],
    ["2023-01-31", { kind: "following_month", months: 1, day: 31 }, "2023-02-28"],
    ["2024-01-31", { kind: "following_month", months: 2, day: 10 }, "2024-03-10"],
  ])("invoiced on %s under %j is due on %s", (invoicedOn, due, dueOn) => {
    expect(outcomeOf(splitInvoiceByTerm({ ...invoice, invoicedOn }, term(due))).dueOn).toBe(dueOn);
  });

  test("a bill is handed over by one day and matures months later", () => {
    const { parts } = outcomeOf(splitInvoiceByTerm(invoice, term({ kind: "acceptance_bill", days: 10, tenorMonths: 6 })));
    expect(parts).toStrictEqual([{ part: 1, amount: "1000.00", dueOn: "2024-08-10", handOverBy: "2024-02-10" }]);
  });

  test("prepayment counts from the order, payment on delivery from the delivery; where that day is not known there is no due day", () => {
    const [ahead, onDelivery] = [term({ kind: "prepayment" }), term({ kind: "on_delivery", days: 3 })];
    expect(outcomeOf(splitInvoiceByTerm({ ...invoice, orderedOn: "2024-01-05" }, ahead)).dueOn).toBe("2024-01-05");
    expect(outcomeOf(splitInvoiceByTerm({ ...invoice, deliveredOn: "2024-02-01" }, onDelivery)).dueOn).toBe("2024-02-04");
    expect(problemOf(splitInvoiceByTerm(invoice, ahead))).toBe("credit.day_unknown");
    expect(problemOf(splitInvoiceByTerm(invoice, onDelivery))).toBe("credit.day_unknown");
  });

  test("instalments add up, and the first owns the odd cent", () => {
    const third = { kind: "net", days: 30 } as const;
    const three = term(third, {
      instalments: [
        { share: "0.4", due: { kind: "net", days: 0 } },
        { share: "0.3", due: third },
        { share: "0.3", due: { kind: "net", days: 60 } },
      ],
    });
    const { parts } = outcomeOf(splitInvoiceByTerm({ ...invoice, total: { amount: "0.05", currency: "CNY" } }, three));
    // 0.02, 0.015, 0.015: cut to 0.02, 0.01, 0.01; the cent that is missing goes to the first part that was cut
    expect(parts.map(({ amount, dueOn }) => [amount, dueOn])).toStrictEqual([
      ["0.02", "2024-01-31"],
      ["0.02", "2024-03-01"],
      ["0.01", "2024-03-31"],
    ]);
  });

  test("a discount is rounded once, and its last day still counts", () => {
    const answer = splitInvoiceByTerm(
      { ...invoice, total: { amount: "100.25", currency: "CNY" } },
      term({ kind: "net", days: 30 }, { discount: { rate: "0.02", days: 10 } }),
    );
    expect(outcomeOf(answer).discount).toStrictEqual({
      until: "2024-02-10",
      amount: { amount: "2.01", currency: "CNY" },
      pays: { amount: "98.24", currency: "CNY" },
    });
  });

  test("names the place of what is malformed", () => {
    const net = term({ kind: "net", days: 30 });
    expect(faultAt(() => splitInvoiceByTerm({ ...invoice, invoicedOn: "2024-02-30" }, net))).toBe("kernel.not_a_date at facts.invoicedOn");
    expect(faultAt(() => splitInvoiceByTerm({ ...invoice, total: { amount: "-1", currency: "CNY" } }, net))).toBe(
      "kernel.below_zero at facts.total.amount",
    );
    expect(faultAt(() => splitInvoiceByTerm(invoice, { ...net, instalments: [{ share: "0.9", due: { kind: "net", days: 1 } }] }))).toBe(
      "credit.shares_not_whole at term.instalments",
    );
    expect(faultAt(() => splitInvoiceByTerm(invoice, { ...net, discount: { rate: "1", days: 10 } }))).toBe(
      "credit.discount_of_everything at term.discount.rate",
    );
    expect(outcomeOf(splitInvoiceByTerm(invoice, { ...net, discount: { rate: "0.99", days: 10 } })).discount?.pays.amount).toBe("10.00");
    expect(faultAt(() => splitInvoiceByTerm(invoice, term({ kind: "following_month", months: 0, day: 1 })))).toBe(
      "kernel.not_a_count at term.instalments[0].due.months",
    );
  });
});
