import { computeDaysSalesOutstanding, type SalesOutstandingFacts, type SalesOutstandingPolicy } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { claim, credit, outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const policy: SalesOutstandingPolicy = { currency: "CNY", method: "window", months: 12, dayCount: "difference" };
const facts: SalesOutstandingFacts = { asOf: "2024-03-31", items: [], sales: [] };
const compute = (given: Partial<SalesOutstandingFacts>, changes: Partial<SalesOutstandingPolicy> = {}) =>
  outcomeOf(computeDaysSalesOutstanding({ ...facts, ...given }, { ...policy, ...changes }));

describe("computeDaysSalesOutstanding()", () => {
  test("from 2 January to 11 October are 282 days, and 283 with both ends", () => {
    const given = {
      asOf: "2017-10-11",
      customerSince: "2017-01-02",
      items: [claim({ postedOn: "2017-02-01", dueOn: "2017-12-31" })],
      sales: [{ on: "2017-02-01", amount: "282" }],
    };
    expect(compute(given)).toMatchObject({ windowDays: 282, days: "100" });
    expect(compute(given, { dayCount: "inclusive" }).windowDays).toBe(283);
  });

  test("a window begins with the months, or with the first day of business where that is later", () => {
    expect(compute({ sales: [{ on: "2024-01-15", amount: "1" }] }, { months: 3 }).windowDays).toBe(91);
    expect(compute({ customerSince: "2024-03-01", sales: [{ on: "2024-03-15", amount: "1" }] }, { months: 3 }).windowDays).toBe(30);
  });

  test("the first day of a window counts for sales only where both ends count as days", () => {
    const given = {
      customerSince: "2024-03-01",
      sales: [
        { on: "2024-03-01", amount: "10" },
        { on: "2024-03-02", amount: "10" },
        { on: "2024-04-01", amount: "99" },
      ],
    };
    expect(compute(given).sales).toBe("10");
    expect(compute(given, { dayCount: "inclusive" }).sales).toBe("20");
  });

  test("what was taken from a credit beyond it is outstanding", () => {
    const items = [claim({ amount: "60" }), credit({ settlements: [{ on: "2024-02-01", amount: "130" }] })];
    expect(compute({ customerSince: "2024-03-01", items, sales: [{ on: "2024-03-10", amount: "90" }] }).receivables).toBe("90");
  });

  test("best possible days are those of what is not past due; the difference is lost to late payment", () => {
    const items = [claim({ amount: "60", dueOn: "2024-03-30" }), claim({ id: "B", amount: "30", dueOn: "2024-03-31" }), credit()];
    expect(compute({ customerSince: "2024-03-01", items, sales: [{ on: "2024-03-10", amount: "90" }] })).toMatchObject({
      days: "30",
      bestPossible: "10",
      averageDelinquent: "20",
      receivables: "90",
      current: "30",
    });
  });

  test("since the first sale: that sale is always in it", () => {
    const given = { items: [claim({ amount: "50" })], sales: [{ on: "2024-01-01", amount: "100" }] };
    expect(compute(given, { method: "since_first_sale" })).toMatchObject({ windowDays: 90, days: "45" });
  });

  test("by invoice: age times amount over the sales of its month, summed", () => {
    // January: 20 of 200, 90 days old = 9; March: 30 of 100, 10 days old = 3
    const items = [
      claim({ amount: "20", postedOn: "2024-01-01" }),
      claim({ id: "B", amount: "30", postedOn: "2024-03-21", dueOn: "2024-04-20" }),
    ];
    const sales = [
      { on: "2024-01-31", amount: "200" },
      { on: "2024-03-01", amount: "60" },
      { on: "2024-03-05", amount: "40" },
    ];
    expect(compute({ items, sales }, { method: "by_invoice" })).toMatchObject({
      days: "12",
      bestPossible: "3",
      averageDelinquent: "9",
      windowDays: null,
    });
  });

  test("counted back: whole months from the latest, then a part of one", () => {
    // 130 open: March sold 100 (31 days), 30 of the 60 of February are half of its 29 days
    const given = {
      items: [claim({ amount: "130", dueOn: "2024-12-31" })],
      sales: [
        { on: "2024-03-10", amount: "100" },
        { on: "2024-02-10", amount: "60" },
      ],
    };
    expect(compute(given, { method: "count_back" }).days).toBe("45.5");
  });

  test("without sales there is no figure: neither 0 nor without end", () => {
    const items = [claim()];
    const none = { days: null, bestPossible: null, averageDelinquent: null };
    for (const method of ["window", "since_first_sale", "count_back"] as const)
      expect(compute({ items }, { method })).toMatchObject({ ...none, because: "no_sales" });
    expect(compute({ items, sales: [{ on: "2024-02-01", amount: "5" }] }, { method: "by_invoice" })).toMatchObject({
      ...none,
      because: "no_sales_in_month",
    });
    expect(compute({ items, sales: [{ on: "2024-03-01", amount: "5" }] }, { method: "count_back" })).toMatchObject({
      days: null,
      because: "sales_used_up",
    });
  });

  test("nothing open is 0 days", () => {
    expect(compute({ sales: [{ on: "2024-03-01", amount: "5" }] })).toMatchObject({ days: "0", because: null });
  });

  test("an item that comes twice is refused, and not counted twice", () => {
    expect(faultAt(() => compute({ items: [claim(), claim()] }))).toBe("kernel.named_twice at facts.items[1].id");
  });

  test("another currency is a problem; malformed data name their place", () => {
    expect(problemOf(computeDaysSalesOutstanding({ ...facts, items: [claim({ currency: "USD" })] }, policy))).toBe("credit.item_currency");
    expect(faultAt(() => compute({ sales: [{ on: "2024-03-01", amount: "-5" }] }))).toBe("kernel.below_zero at facts.sales[0].amount");
  });
});
