import { catalogue } from "qudao/i18n";
import {
  type IncentiveProgramme,
  type SellThroughBasis,
  type SellThroughFacts,
  type SellThroughLine,
  type SellThroughPolicy,
  valueSellThrough,
} from "qudao/incentives";
import { renderExplanation } from "qudao/kernel";
import { parseSellThroughPolicy } from "qudao/schemas";
import { accumulate, openAccumulator, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { programmeOf } from "../support/settlement.js";

const line = (
  id: string,
  date: string,
  quantity: number | string,
  amount: string,
  changes: Partial<SellThroughLine> = {},
): SellThroughLine => ({
  id,
  memberId: "D1",
  productId: "P",
  date,
  quantity,
  amount,
  kind: "sale",
  ...changes,
});
const policy: SellThroughPolicy = {
  currency: "CNY",
  basis: "fifo",
  shortage: "whole_line_open",
  rounding: { decimals: 2, mode: "half_up" },
};
/** Ten for 100 and ten for 120. */
const purchases = [line("B1", "2024-01-05", 10, "100.00"), line("B2", "2024-01-12", 10, "120.00")];
const factsOf = (sold: readonly SellThroughLine[], changes: Partial<SellThroughFacts> = {}): SellThroughFacts => ({
  memberId: "D1",
  period: { start: "2024-01-01", end: "2024-02-01" },
  opening: { stock: [], sold: [] },
  purchases,
  sold,
  ...changes,
});
const value = (facts: SellThroughFacts, changes: Partial<SellThroughPolicy> = {}) =>
  valueSellThrough(facts, { ...policy, ...changes }).outcome;
const amounts = (facts: SellThroughFacts, changes: Partial<SellThroughPolicy> = {}) =>
  value(facts, changes).lines.map(({ id, amount }) => [id, amount]);
const stock = (facts: SellThroughFacts, changes: Partial<SellThroughPolicy> = {}) =>
  value(facts, changes).closing.stock.map((one) => [one.purchase?.id ?? null, one.quantity, one.amount]);

describe("the bases of table 1b: purchase-price bases for sell-through", () => {
  test.each<readonly [SellThroughBasis, string, string]>([
    ["fifo", "136", "10 × 10 + 3 × 12"],
    ["latest_purchase", "156", "13 × 12"],
    ["moving_average", "143", "13 × 220 ÷ 20"],
    ["period_average", "143", "13 × 220 ÷ 20"],
    ["sale", "390", "what the member was paid"],
  ])("13 pieces sold on for 390 count, by %s, %s: %s", (basis, base) => {
    expect(value(factsOf([line("S1", "2024-01-20", 13, "390.00")]), { basis }).base).toBe(base);
  });

  test("a sale before the second purchase knows only the first, except for the one average of the period", () => {
    const facts = factsOf([line("S1", "2024-01-11", 4, "120.00"), line("S2", "2024-01-12", 8, "240.00")]);
    expect(amounts(facts)).toStrictEqual([
      ["S1", "40"], // 4 × 10
      ["S2", "84"], // 6 × 10 + 2 × 12
    ]);
    expect(amounts(facts, { basis: "latest_purchase" })).toStrictEqual([
      ["S1", "40"],
      ["S2", "96"], // bought and sold on one day: 8 × 12
    ]);
    expect(amounts(facts, { basis: "moving_average" })).toStrictEqual([
      ["S1", "40"],
      ["S2", "90"], // (60 + 120) ÷ 16 × 8
    ]);
    expect(amounts(facts, { basis: "period_average" })).toStrictEqual([
      ["S1", "44"], // 11 each
      ["S2", "88"],
    ]);
  });

  test("the odd cent of a purchase is borne by what leaves it last", () => {
    const thirds = (basis: SellThroughBasis) =>
      amounts(
        factsOf(
          ["S1", "S2", "S3"].map((id) => line(id, "2024-01-20", 1, "9.00")),
          { purchases: [line("B", "2024-01-05", 3, "10.00")] },
        ),
        { basis },
      ).map(([, amount]) => amount);
    expect(thirds("fifo")).toStrictEqual(["3.33", "3.34", "3.33"]); // 10 ÷ 3; 6.67 ÷ 2 = 3.335, half up; 3.33 is left
    expect(thirds("moving_average")).toStrictEqual(["3.33", "3.34", "3.33"]);
    expect(thirds("latest_purchase")).toStrictEqual(["3.33", "3.33", "3.33"]); // a price, not a part
  });

  test("fractions of units, products apart, and lines of no quantity", () => {
    const facts = factsOf(
      [line("S1", "2024-01-20", "2.5", "1"), line("S2", "2024-01-21", 0, "5.00"), line("S3", "2024-01-20", 1, "1", { productId: "Q" })],
      {
        purchases: [...purchases, line("B3", "2024-01-05", "0.5", "7.00", { productId: "Q" })],
      },
    );
    const outcome = value(facts);
    expect(outcome.lines.map(({ id, quantity, amount }) => [id, quantity, amount])).toStrictEqual([
      ["S1", "2.5", "25"],
      ["S2", 0, "0"],
    ]);
    expect(outcome.open).toStrictEqual([
      { lineId: "S3", date: "2024-01-20", productId: "Q", open: "1", missing: "0.5", because: "not_in_stock" },
    ]);
  });
});

describe("what the stock does not cover", () => {
  const soldOf = (quantity: number) => factsOf([line("S1", "2024-01-20", quantity, "999.00")]);

  test.each([
    [19, "208", []],
    [20, "220", []],
    [21, "0", ["1"]],
  ] as const)(
    "of 20 in stock, %d sold on count %s and %j are missing: never at 0, never at the member's own price",
    (quantity, base, missing) => {
      const outcome = value(soldOf(quantity));
      expect(outcome.base).toBe(base);
      expect(outcome.open.map((one) => one.missing)).toStrictEqual(missing);
      expect(outcome.lines.length).toBe(missing.length === 0 ? 1 : 0);
    },
  );

  test("whole_line_open: the line takes nothing, and a smaller one after it still finds the goods", () => {
    const facts = factsOf([line("S1", "2024-01-20", 21, "1"), line("S2", "2024-01-21", 2, "1")]);
    expect(amounts(facts)).toStrictEqual([["S2", "20"]]);
    expect(value(facts).open).toStrictEqual([
      { lineId: "S1", date: "2024-01-20", productId: "P", open: "21", missing: "1", because: "not_in_stock" },
    ]);
  });

  test("part_open: the line counts with what is there, and the rest waits", () => {
    const facts = factsOf([line("S1", "2024-01-20", 21, "1"), line("S2", "2024-01-21", 2, "1")]);
    const outcome = value(facts, { shortage: "part_open" });
    expect(outcome.lines.map(({ id, quantity, amount }) => [id, quantity, amount])).toStrictEqual([["S1", 20, "220"]]);
    expect(outcome.open.map(({ lineId, open, missing }) => [lineId, open, missing])).toStrictEqual([
      ["S1", "1", "1"],
      ["S2", "2", "2"],
    ]);
  });

  test("goods count from the day they were bought: sold the day before, they are not there", () => {
    const on = (date: string) => value(factsOf([line("S1", date, 1, "1")])).open.length;
    expect([on("2024-01-04"), on("2024-01-05"), on("2024-01-06")]).toStrictEqual([1, 0, 0]);
    expect(value(factsOf([line("S1", "2024-01-04", 1, "1")]), { basis: "period_average" }).base).toBe("11"); // one average has no days
  });
});

describe("what comes back", () => {
  const sold = line("S1", "2024-01-20", 13, "390.00");
  const back = (changes: Partial<SellThroughLine> = {}) => line("R1", "2024-01-25", 5, "150.00", { kind: "return", ...changes });

  test("goods come back at what they left at, what was taken last first, and are sold again as the oldest", () => {
    const facts = factsOf([sold, back({ originId: "S1" }), line("S2", "2024-01-26", 4, "120.00")]);
    // S1 took 10 at 10 and 3 at 12; back come 3 at 12 and 2 at 10; then 2 at 10 and 2 at 12 are sold
    expect(amounts(facts)).toStrictEqual([
      ["S1", "136"],
      ["R1", "56"],
      ["S2", "44"],
    ]);
    expect(value(facts).base).toBe("124");
    expect(stock(facts)).toStrictEqual([["B2", "8", "96"]]);
  });

  test("at an average they come back at the average they left at, whatever it is by then", () => {
    const facts = factsOf([line("S1", "2024-01-06", 5, "1"), back({ originId: "S1" })], {});
    expect(amounts(facts, { basis: "moving_average" })).toStrictEqual([
      ["S1", "50"],
      ["R1", "50"],
    ]);
    expect(stock(facts, { basis: "moving_average" })).toStrictEqual([[null, "20", "220"]]);
  });

  test("at the latest purchase price they come back at the price they left at", () => {
    const facts = factsOf([line("S1", "2024-01-06", 5, "1"), line("S2", "2024-01-20", 5, "1"), back({ originId: "S2", quantity: 2 })]);
    expect(amounts(facts, { basis: "latest_purchase" })).toStrictEqual([
      ["S1", "50"],
      ["S2", "60"],
      ["R1", "24"],
    ]);
    // of purchases: 5 and 5 of B1 left, 2 of them came back
    expect(stock(facts, { basis: "latest_purchase" })).toStrictEqual([
      ["B1", "2", "20"],
      ["B2", "10", "120"],
    ]);
  });

  test("without a line, what left last comes back first; with a day, what left on that day", () => {
    const both = [line("S1", "2024-01-06", 3, "1"), line("S2", "2024-01-20", 8, "1")];
    expect(amounts(factsOf([...both, back()]))).toContainEqual(["R1", "52"]); // of S2: 1 at 12, 4 at 10
    expect(amounts(factsOf([...both, back({ originDate: "2024-01-06", quantity: 3 })]))).toContainEqual(["R1", "30"]);
  });

  test.each([
    [12, 0],
    [13, 0],
    [14, 1],
  ])("of 13 that were sold %d may come back: %d too many", (quantity, missing) => {
    const { open } = value(factsOf([sold, back({ originId: "S1", quantity })]));
    expect(open.map((one) => [one.lineId, one.missing, one.because])).toStrictEqual(missing === 0 ? [] : [["R1", "1", "origin_unknown"]]);
  });

  test("of one day: goods sold earlier come back before sales, goods of the day after them", () => {
    const day = "2024-01-25";
    const twenty = line("S1", "2024-01-20", 20, "1");
    const resale = line("S2", day, 2, "1");
    expect(value(factsOf([twenty, back({ originId: "S1", quantity: 2 }), resale])).open).toStrictEqual([]);
    const own = line("S2", day, 1, "1");
    expect(amounts(factsOf([own, back({ originId: "S2", quantity: 1 })]))).toStrictEqual([
      ["S2", "10"],
      ["R1", "10"],
    ]);
  });

  test("goods of the period before come back out of its closing, and cannot come back twice", () => {
    const january = value(factsOf([sold]));
    const february = { period: { start: "2024-02-01", end: "2024-03-01" }, purchases: [], opening: january.closing };
    const returned = line("R1", "2024-02-02", 13, "1", { kind: "return", originId: "S1" });
    const outcome = value(factsOf([returned, { ...returned, id: "R2", quantity: 1 }], february));
    expect(outcome.base).toBe("-136");
    expect(outcome.open.map(({ lineId, because }) => [lineId, because])).toStrictEqual([["R2", "origin_unknown"]]);
    expect(outcome.closing).toStrictEqual(value(factsOf([])).closing);
  });

  test("one average of the period is made of what comes back of goods sold before it, too", () => {
    const january = value(factsOf([sold]), { basis: "period_average" }); // 13 left at 143, 7 stay at 77
    const facts = factsOf([line("S2", "2024-02-05", 10, "1"), line("R1", "2024-02-20", 3, "1", { kind: "return", originId: "S1" })], {
      period: { start: "2024-02-01", end: "2024-03-01" },
      purchases: [line("B3", "2024-02-25", 10, "150.00")],
      opening: january.closing,
    });
    // (77 + 150 + 33) ÷ 20 = 13
    expect(amounts(facts, { basis: "period_average" })).toStrictEqual([
      ["R1", "33"],
      ["S2", "130"],
    ]);
  });
});

describe("goods sent back to the seller", () => {
  const sentBack = (changes: Partial<SellThroughLine> = {}) => line("C1", "2024-01-15", 4, "30.00", { kind: "return", ...changes });

  test("leave at what they were bought for: those of the purchase named, or those bought last", () => {
    const left = (changes: Partial<SellThroughLine>) => stock(factsOf([], { purchases: [...purchases, sentBack(changes)] }));
    expect(left({ originId: "B1" })).toStrictEqual([
      ["B1", "6", "60"],
      ["B2", "10", "120"],
    ]);
    expect(left({})).toStrictEqual([
      ["B1", "10", "100"],
      ["B2", "6", "72"],
    ]);
  });

  test("a purchase that went back whole gives the latest price no more", () => {
    const facts = factsOf([line("S1", "2024-01-20", 1, "1")], { purchases: [...purchases, sentBack({ quantity: 10 })] });
    expect(value(facts, { basis: "latest_purchase" }).base).toBe("10");
  });

  test("more than is there is open", () => {
    const { open } = value(factsOf([], { purchases: [...purchases, sentBack({ originId: "B1", quantity: 11 })] }));
    expect(open.map(({ lineId, missing, because }) => [lineId, missing, because])).toStrictEqual([["C1", "1", "not_in_stock"]]);
    expect(value(factsOf([], { purchases: [...purchases, sentBack({ originId: "B9" })] })).open[0]?.missing).toBe("4");
  });
});

describe("what is handed on", () => {
  const own = { unitPrice: "30.00", discountRate: "0.1", cashDiscount: "1.00", taxRate: "0.13", categoryId: "C", originDate: "2024-01-06" };

  test("valued lines keep what they are and lose what belongs to the member's own price", () => {
    const sold = [line("S1", "2024-01-20", 13, "390.00", own), line("R1", "2024-01-21", 1, "30.00", { kind: "return", originId: "S1" })];
    expect(value(factsOf(sold)).lines).toStrictEqual([
      {
        id: "S1",
        memberId: "D1",
        productId: "P",
        categoryId: "C",
        date: "2024-01-20",
        originDate: "2024-01-06",
        quantity: 13,
        amount: "136",
        taxRate: "0.13",
        kind: "sale",
      },
      { id: "R1", memberId: "D1", productId: "P", date: "2024-01-21", quantity: 1, amount: "12", kind: "return" },
    ]);
    expect(value(factsOf(sold), { basis: "sale" }).lines[0]).toStrictEqual(
      line("S1", "2024-01-20", 13, "390", { ...own, unitPrice: "30", cashDiscount: "1" }),
    );
  });

  test("they go into an accumulator as they are, and the programme pays on what the member had paid", () => {
    const { lines } = value(factsOf([line("S1", "2024-01-20", 13, "390.00"), line("S2", "2024-01-21", 5, "150.00")]));
    const programme: IncentiveProgramme = programmeOf(); // 1 % below 1000
    const accumulator = openAccumulator({
      currency: "CNY",
      sources: "ids",
      members: [{ id: "D1", kind: "distributor" }],
      programmes: [programme],
    });
    expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
    const [row] = settle(accumulator, { asOf: "2025-01-01" }).statements[0]?.lines ?? [];
    expect([row?.amount, row?.earned?.amount]).toStrictEqual(["196", "1.96"]); // 10 × 10 + 8 × 12
  });

  test("the working names purchases, how many and at what price, and re-adds the stock, in both languages", () => {
    const sold = [
      line("S1", "2024-01-20", 13, "390.00"),
      line("R1", "2024-01-21", 2, "60.00", { kind: "return", originId: "S1" }),
      line("S2", "2024-01-22", 99, "1"),
    ];
    const { explanation } = valueSellThrough(factsOf(sold), policy);
    expect(renderExplanation(explanation, { language: "en", catalogue }).split("\n")).toStrictEqual([
      "Sell-through of D1, first in, first out: counts 112 CNY",
      "  What was sold on: 112",
      "    2024-01-20, line S1, 13 of P: 136",
      "      10 of the purchase B1 of 2024-01-05, 10 for 100: 100",
      "      3 of the purchase B2 of 2024-01-12, 10 for 120: 36",
      "    2024-01-21, line R1, 2 of P came back: -24",
      "      2 of line S1, at what they left at: -24",
      "  Left in stock: 108",
      "    In stock before: 0",
      "    Bought: 220",
      "    Sent back: 0",
      "    Sold on: -112",
      "  2024-01-22, line S2: 99 of P wait, 90 were not in stock",
    ]);
    const zh = renderExplanation(explanation, { language: "zh", catalogue });
    expect(zh).toContain("取自 2024-01-12 的进货 B2（10 件，共 120）3 件：36");
    expect(zh).toContain("待定 99，其中 90 库存不足");
  });

  test("at the latest purchase price the working says by how much that differs from what was paid", () => {
    const { explanation } = valueSellThrough(factsOf([line("S1", "2024-01-20", 13, "390.00")]), { ...policy, basis: "latest_purchase" });
    const text = renderExplanation(explanation, { language: "en", catalogue });
    expect(text).toContain("13 at the price of the purchase B2 of 2024-01-12, 10 for 120: 156");
    expect(text).toContain("Sold on at another price than it was bought for: 20"); // 156 − 136
    expect(text).toContain("Left in stock: 84"); // 7 at 12
  });
});

describe("what cannot be used", () => {
  const at = (facts: object, changes: object = {}) =>
    faultAt(() => valueSellThrough({ ...factsOf([]), ...facts } as never, { ...policy, ...changes } as never));
  const one = line("S1", "2024-01-20", 1, "1");
  const layer = { productId: "P", purchase: { id: "B0", date: "2023-12-01", quantity: "4", amount: "40" }, quantity: "2", amount: "20" };

  test.each<readonly [object, string]>([
    [{ sold: [{ ...one, memberId: "D2" }] }, "incentives.other_member at facts.sold[0].memberId"],
    [{ sold: [{ ...one, date: "2023-12-31" }] }, "kernel.outside_bounds at facts.sold[0].date"],
    [{ sold: [{ ...one, date: "2024-02-01" }] }, "kernel.outside_bounds at facts.sold[0].date"],
    [{ sold: [{ ...one, currency: "USD" }] }, "kernel.currency_mismatch at facts.sold[0].currency"],
    [{ sold: [{ ...one, quantity: 1.5 }] }, "incentives.not_whole_units at facts.sold[0].quantity"],
    [{ sold: [{ ...one, quantity: -1 }] }, "kernel.not_a_count at facts.sold[0].quantity"],
    [{ sold: [{ ...one, quantity: "-1" }] }, "kernel.below_zero at facts.sold[0].quantity"],
    [{ sold: [{ ...one, amount: "1,5" }] }, "kernel.not_a_decimal at facts.sold[0].amount"],
    [{ sold: [one, one] }, "kernel.named_twice at facts.sold[1].id"],
    [{ purchases: [purchases[0], purchases[0]] }, "kernel.named_twice at facts.purchases[1].id"],
    [{ purchases: [line("B1", "2024-01-05", 0, "1")] }, "kernel.not_above_zero at facts.purchases[0].quantity"],
    [
      { purchases: [line("B0", "2024-01-05", 1, "1")], opening: { stock: [layer], sold: [] } },
      "kernel.named_twice at facts.purchases[0].id",
    ],
    [{ opening: { stock: [layer, layer], sold: [] } }, "kernel.named_twice at facts.opening.stock[1].purchase"],
    [{ opening: { stock: [{ ...layer, quantity: "0" }], sold: [] } }, "kernel.not_above_zero at facts.opening.stock[0].quantity"],
    [{ opening: { stock: [] } }, "kernel.not_a_list at facts.opening.sold"],
    [{ opening: undefined }, "kernel.not_a_record at facts.opening"],
    [
      { opening: { stock: [], sold: [{ lineId: "S0", date: "2023-12-02", productId: "P", quantity: "2", amount: "1", parts: [layer] }] } },
      "no fault",
    ],
    [
      { opening: { stock: [], sold: [{ lineId: "S0", date: "2023-12-02", productId: "P", quantity: "3", amount: "1", parts: [layer] }] } },
      "incentives.parts_differ at facts.opening.sold[0].parts",
    ],
    [
      {
        opening: { stock: [], sold: [{ lineId: "S1", date: "2023-12-02", productId: "P", quantity: "2", amount: "1", parts: [layer] }] },
        sold: [one],
      },
      "kernel.named_twice at facts.sold[0].id",
    ],
  ])("%j: %s", (facts, want) => {
    expect(want === "no fault" ? valueSellThrough({ ...factsOf([]), ...facts } as never, policy).outcome.base : at(facts)).toBe(
      want === "no fault" ? "0" : want,
    );
  });

  test.each([
    [{ basis: "lifo" }, "kernel.not_a_choice at policy.basis", "basis", "entities.not_a_choice"],
    [{ shortage: "at_zero" }, "kernel.not_a_choice at policy.shortage", "shortage", "entities.not_a_choice"],
    [{ currency: "rmb" }, "kernel.not_a_currency at policy.currency", "currency", "entities.not_a_currency"],
    [
      { rounding: { decimals: 21, mode: "half_up" } },
      "kernel.not_a_count at policy.rounding.decimals",
      "rounding.decimals",
      "entities.not_a_count",
    ],
  ])("the policy %j: %s, and its parser names the same place", (changes, want, path, code) => {
    expect(at({}, changes)).toBe(want);
    const parsed = parseSellThroughPolicy({ ...policy, ...changes });
    expect(parsed.ok ? [] : parsed.problem.map((fault) => [fault.path, fault.code])).toStrictEqual([[path, code]]);
  });

  test("a policy survives its parser", () => {
    expect(parseSellThroughPolicy(JSON.parse(JSON.stringify(policy)))).toStrictEqual({ ok: true, value: policy });
  });
});
