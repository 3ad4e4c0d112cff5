import { computeOverdueInterest, type InterestPolicy, type OpenItem } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { claim, credit, outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const policy: InterestPolicy = {
  currency: "CNY",
  rates: [{ from: "2020-01-01", annualRate: "0.1" }],
  yearDays: 365,
  graceDays: 0,
  decimals: 2,
  rounding: "half_up",
};
const charge = (asOf: string, items: readonly OpenItem[], changes: Partial<InterestPolicy> = {}) =>
  outcomeOf(computeOverdueInterest({ asOf, items }, { ...policy, ...changes }));
/** 36,500 at 10 % costs 10 a day. */
const big = (changes: Partial<OpenItem> = {}) => claim({ amount: "36500", ...changes });

describe("computeOverdueInterest()", () => {
  test.each([
    ["2024-01-30", []],
    ["2024-01-31", []],
    ["2024-02-01", [["10.00", 1]]],
    ["2024-02-10", [["100.00", 10]]],
  ])("due on 31 January: on %s it costs %j", (asOf, expected) => {
    expect(charge(asOf, [big()]).items.map(({ interest, days }) => [interest, days])).toStrictEqual(expected);
  });

  test("G-21: a part payment lowers the base from its day on, and the last one ends it", () => {
    // 4 days on 36500 = 40, then 6 days on 18250 = 30
    const paid = big({
      settlements: [
        { on: "2024-02-04", amount: "18250" },
        { on: "2024-02-10", amount: "18250" },
      ],
    });
    expect(charge("2024-12-31", [paid]).items).toStrictEqual([
      { itemId: "INV-1", memberId: "D1", days: 10, interest: "70.00", fixedSum: "0" },
    ]);
  });

  test("paid on the due day costs nothing", () => {
    expect(charge("2024-12-31", [big({ settlements: [{ on: "2024-01-31", amount: "36500" }] })]).total).toBe("0.00");
  });

  test("a change of the rate splits the interval on its first day", () => {
    const rates = [
      { from: "2020-01-01", annualRate: "0.1" },
      { from: "2024-02-05", annualRate: "0.2" },
    ];
    // 31 January to 4 February: 5 days at 10; 5 to 9 February: 5 days at 20
    expect(charge("2024-02-10", [big()], { rates }).interest).toBe("150.00");
  });

  test("a day before the first rate is a problem, not free of charge", () => {
    const rates = [{ from: "2024-02-01", annualRate: "0.1" }];
    expect(problemOf(computeOverdueInterest({ asOf: "2024-02-10", items: [big()] }, { ...policy, rates }))).toBe("credit.no_rate");
  });

  test.each([
    ["2024-02-05", "0.00"],
    ["2024-02-06", "60.00"],
  ])("with five days of grace, on %s it costs %s: beyond them it runs from the due day", (asOf, interest) => {
    expect(charge(asOf, [big()], { graceDays: 5 }).interest).toBe(interest);
  });

  // UK late payment: 40 below 1,000, 70 below 10,000, 100 from there on
  test.each([
    ["999.99", "40"],
    ["1000", "70"],
    ["9999.99", "70"],
    ["10000", "100"],
  ])("G-21: a late debt of %s costs a fixed sum of %s", (amount, fixedSum) => {
    const fixedSums = {
      method: "lump_sum",
      unit: "CNY",
      boundary: "reaches",
      tiers: [
        { from: "0", amount: "40" },
        { from: "1000", amount: "70" },
        { from: "10000", amount: "100" },
      ],
    } as const;
    const outcome = charge("2024-02-01", [claim({ amount })], { fixedSums, rates: [{ from: "2020-01-01", annualRate: "0" }] });
    expect([outcome.items[0]?.fixedSum, outcome.total]).toStrictEqual([fixedSum, `${fixedSum}.00`]);
  });

  test("each claim is rounded once, and the working adds up although its pieces round", () => {
    // 1000 × 0.1 × 1 ÷ 365 = 0.27397 for each of three single days on falling balances: 0.2739…, 0.2737…, 0.2736…; sum 0.8213 → 0.82
    const paid = claim({
      amount: "1000",
      settlements: [
        { on: "2024-02-01", amount: "1" },
        { on: "2024-02-02", amount: "0.5" },
      ],
    });
    expect(charge("2024-02-03", [paid]).interest).toBe("0.82");
  });

  test("credits bear no interest; another currency is a problem", () => {
    expect(charge("2024-12-31", [credit()]).items).toStrictEqual([]);
    expect(problemOf(computeOverdueInterest({ asOf: "2024-12-31", items: [claim({ currency: "USD" })] }, policy))).toBe(
      "credit.item_currency",
    );
  });

  test("names the place of what is malformed", () => {
    const two = [
      { from: "2024-01-01", annualRate: "0.1" },
      { from: "2024-01-01", annualRate: "0.2" },
    ];
    expect(faultAt(() => charge("2024-12-31", [], { rates: two }))).toBe("credit.not_rising at policy.rates[1].from");
    expect(faultAt(() => charge("2024-12-31", [claim(), claim()]))).toBe("kernel.named_twice at facts.items[1].id");
    expect(faultAt(() => charge("2024-12-31", [claim({ amount: "x" })]))).toBe("kernel.not_a_decimal at facts.items[0].amount");
  });
});
