import fc from "fast-check";
import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme } from "qudao/incentives";
import { SettlementSchema } from "qudao/schemas";
import {
  accumulate,
  type EarningCarry,
  forecastSettlement,
  iterateStatements,
  openAccumulator,
  type SaleCarry,
  settle,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { capped, lines, members, of, opened, perSale, rows, schedule, sound } from "../support/sale-caps.js";
import { policyOf, programmeOf } from "../support/settlement.js";

/** 2024 as everywhere: S1 is paid 8, S2 40 of its 62, S3 30. 2025 pays 1 % of everything. */
const flat = { ...schedule, method: "retroactive", tiers: [{ from: "0", rate: "0.01" }] } as const;
const next = (changes: Partial<IncentiveProgramme> = {}) =>
  capped({ version: "2", effective: { start: "2025-01-01", end: "2026-01-01" }, schedule: flat, ...changes });
const closing = () => settle(opened(capped(), lines), { asOf: "2025-01-01" }).closing as readonly EarningCarry[];
const other = of("L8", "2025-02-01", "3000.00", "S9");
const later = (given: readonly SaleLine[], programme = next(), opening = closing()) =>
  sound(settle(opened(programme, given), { asOf: "2026-01-01", opening }));

describe("what single sales were paid, from one accumulator to the next", () => {
  test("the closing says it of every sale, in plain JSON", () => {
    const sale = (name: string, paid: string, over: string): SaleCarry => {
      return { capId: "sale", saleBy: "order", sellerId: "A", sale: name, paid, over };
    };
    expect(closing()).toStrictEqual([
      {
        memberId: "A",
        programmeId: "volume",
        amount: "0",
        quantity: "0",
        withheld: "0",
        surplus: "0",
        capped: [],
        sales: [sale("S1", "8", "0"), sale("S2", "40", "22"), sale("S3", "30", "0")],
        undetermined: 0,
      },
    ]);
    const settlement = settle(opened(capped(), lines), { asOf: "2025-01-01" });
    expect(SettlementSchema.parse(JSON.parse(JSON.stringify(settlement)))).toStrictEqual(settlement);
  });

  test.each([
    ["2199.00", "30.00"],
    ["2200.00", "30.00"],
    ["2201.00", "29.99"],
  ])("a return of %s takes back only what it earned beyond the 22 that were never paid", (amount, want) => {
    const back = of("L9", "2025-02-10", amount, "S2", { kind: "return" });
    expect(rows(later([other, back]))).toStrictEqual([`A 2025-Q1 ${want}`]);
    // without the opening it stands alone
    expect(rows(later([other, back], next(), []))[0]).not.toBe(`A 2025-Q1 ${want}`);
  });

  test.each([
    ["3199.00", "31.99"],
    ["3200.00", "32.00"],
    ["3201.00", "32.00"],
  ])("a sale that was paid 8 and goes on with %s has room for 32", (amount, want) => {
    expect(rows(later([of("L9", "2025-02-10", amount, "S1")]))).toStrictEqual([`A 2025-Q1 ${want}`]);
    expect(rows(later([of("L9", "2025-02-10", amount, "S2")]))).toStrictEqual(["A 2025-Q1 0.00"]);
  });

  test("what a sale was paid goes through an accumulator without such a cap, and through one without lines", () => {
    const plain = programmeOf({ version: "2", effective: { start: "2025-01-01", end: "2026-01-01" }, schedule: flat });
    for (const programme of [plain, next(), next({ caps: [{ ...perSale("40"), id: "another" }] })]) {
      expect(later([], programme).closing).toStrictEqual(closing());
    }
    const sales = later([other], plain).closing?.[0]?.sales;
    expect(sales).toStrictEqual(closing()[0]?.sales);
  });

  test("statement by statement the closing is the same", () => {
    const accumulator = opened(capped(), [...lines, of("B1", "2024-05-05", "5000.00", "S1", { memberId: "B" })]);
    const streamed = iterateStatements(accumulator, { asOf: "2025-01-01" });
    for (;;) {
      const step = streamed.next();
      if (step.done !== true) continue;
      expect(step.value.closing).toStrictEqual(settle(accumulator, { asOf: "2025-01-01" }).closing);
      expect(step.value.closing?.map(({ memberId, sales }) => [memberId, sales?.length])).toStrictEqual([
        ["A", 3],
        ["B", 1],
      ]);
      break;
    }
  });

  test("an upline carries what it was paid for each sale of each seller", () => {
    const tree = members.map((member) => (member.id === "B" ? { ...member, uplineId: "A" } : member));
    const accumulator = openAccumulator(policyOf({ programmes: [capped({ earner: { uplineOfSeller: true } })], members: tree }));
    accumulate(accumulator, [{ ...lines[1], memberId: "B" }]);
    // 10 and 5 % of 400 are 30
    expect(settle(accumulator, { asOf: "2025-01-01" }).closing?.[0]?.sales).toStrictEqual([
      { capId: "sale", saleBy: "order", sellerId: "B", sale: "S2", paid: "30", over: "0" },
    ]);
  });

  test("sales that are only projected are carried nowhere", () => {
    const season = { kind: "monthly", weights: Array<string>(12).fill("1") } as const;
    const facts = { asOf: "2024-07-01", lines, projection: { base: { start: "2024-01-01", end: "2024-04-01" }, season } } as const;
    const answer = forecastSettlement(facts, policyOf({ programmes: [capped()], members }));
    expect(answer.ok && answer.value.outcome.settlement.closing).toStrictEqual(closing());
  });

  test("one that is not complete, or names a sale twice, or cannot be read is no opening", () => {
    const [row] = closing() as [EarningCarry];
    const [first, ...rest] = row.sales as readonly SaleCarry[];
    const faultWith = (sales: unknown, changes: object = {}) =>
      faultAt(() => later([], next(), [{ ...row, ...changes, sales: sales as readonly SaleCarry[] }]));
    expect(faultWith(row.sales, { undetermined: 1 })).toBe("settlement.opening_incomplete at facts.opening[0]");
    expect(faultWith([first, ...rest, first])).toBe("kernel.named_twice at facts.opening[0].sales[3].sale");
    expect(faultWith([{ ...first, over: "-1" }])).toBe("kernel.below_zero at facts.opening[0].sales[0].over");
    expect(faultWith([{ ...first, sellerId: 7 }])).toBe("kernel.not_text at facts.opening[0].sales[0].sellerId");
    expect(faultWith("S1")).toBe("kernel.not_a_list at facts.opening[0].sales");
  });

  const anyLine = fc.record({
    date: fc.constantFrom("2024-03-31", "2024-11-05", "2025-01-01", "2025-06-30", "2025-12-31"),
    cents: fc.integer({ min: 0, max: 200_000 }),
    order: fc.constantFrom("S1", "S2", "S3"),
    isReturn: fc.boolean(),
  });

  test("two accumulators come to what one with both versions does", () => {
    const negatives = fc.constantFrom(undefined, "recover", "carry_forward");
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), fc.constantFrom("0", "7.5", "40"), negatives, (drawn, most, negative) => {
        const [first, second] = [capped({ caps: [perSale(most)], negative }), next({ negative })];
        const given = drawn.map(({ date, cents, order, isReturn }, i) =>
          of(`L${i}`, date, (cents / 100).toFixed(2), order, { kind: isReturn ? "return" : "sale" }),
        );
        const both = settle(opened(first, given, { programmes: [first, second] }), { asOf: "2026-01-01" });
        const year = (start: string) => given.filter(({ date }) => date.startsWith(start));
        const before = settle(opened(first, year("2024")), { asOf: "2025-01-01" });
        const after = settle(opened(second, year("2025")), { asOf: "2026-01-01", opening: before.closing ?? [] });
        expect([...rows(before), ...rows(after)]).toStrictEqual(rows(both));
        expect(after.closing).toStrictEqual(both.closing);
      }),
    );
  });
});
