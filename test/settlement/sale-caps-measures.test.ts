import fc from "fast-check";
import type { SaleLine } from "qudao/entities";
import { attributeIncentive, type IncentiveProgramme, limitToCaps, type ProgrammeMeasure } from "qudao/incentives";
import { mergeAccumulators, restore, settle, snapshot } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { capped, members, of, opened, perSale, rows, schedule, settled, sound } from "../support/sale-caps.js";

const margin: ProgrammeMeasure = { name: "margin", of: "margin", scope: {} };
const tenth = { ...schedule, method: "retroactive", tiers: [{ from: "0", rate: "0.1" }] } as const;
const onMargin = (most: string, changes: Partial<IncentiveProgramme> = {}) =>
  capped({ schedule: tenth, measures: [margin], payOn: { measure: "margin" }, caps: [perSale(most)], ...changes });
/** Margins of 100, 700 and 300: a tenth of each is 10, 70 and 30. */
const lines = [
  of("L1", "2024-01-10", "800.00", "S1", { cost: "700.00" }),
  of("L2", "2024-02-10", "1400.00", "S2", { cost: "700.00" }),
  of("L3", "2024-03-05", "600.00", "S3", { cost: "300.00" }),
] as const;
const back = (amount: string, cost: string, date = "2024-03-20") => of("L4", date, amount, "S2", { kind: "return", cost });

describe("the most that one sale pays, where a measure decides what is paid", () => {
  test.each([
    ["69.99", "109.99"],
    ["70", "110.00"],
    ["70.01", "110.00"],
  ])("of its margin: at most %s of the 70 that a sale earns leave %s", (most, earned) => {
    expect(rows(sound(settled(onMargin(most), lines)))).toStrictEqual([`A 2024-Q1 ${earned}`]);
  });

  test.each([
    ["599.00", "300.00", "80.00"],
    ["600.00", "300.00", "80.00"],
    ["601.00", "300.00", "79.90"],
  ])("a return of %s at a cost of %s takes back only what was paid: %s", (amount, cost, earned) => {
    // 10, 40 of 70 and 30; margins of 299, 300 and 301 come back, and 30 were never paid
    expect(rows(sound(settled(onMargin("40"), [...lines, back(amount, cost)])))).toStrictEqual([`A 2024-Q1 ${earned}`]);
  });

  test("the measure that picks the tier runs with the lines: who lifts it earns what it brings", () => {
    const tiers = [
      { from: "0", rate: "0.01" },
      { from: "500", rate: "0.1" },
    ];
    const programme = onMargin("40", { qualifier: { kind: "measure", measure: "margin" }, schedule: { ...tenth, tiers } });
    // 1; then 10 % of 800 less that 1: 79; then 30
    expect(rows(sound(settled(programme, lines)))).toStrictEqual(["A 2024-Q1 71.00"]);
  });

  test("a share: a line that counts for the measure alone takes away what it costs, as its own sale", () => {
    const programme = capped({
      scope: { include: { productIds: ["P"] } },
      measures: [
        { name: "focus", of: "amount", scope: { include: { productIds: ["P"] } } },
        { name: "all", of: "amount", scope: {} },
      ],
      qualifier: { kind: "share", measure: "focus", of: "all" },
      payOn: "amount",
      schedule: {
        method: "retroactive",
        unit: "ratio",
        boundary: "reaches",
        tiers: [
          { from: "0", rate: "0.01" },
          { from: "0.5", rate: "0.05" },
        ],
      },
    });
    const sold = [
      of("L1", "2024-01-10", "800.00", "S1", { productId: "P" }),
      of("L2", "2024-02-10", "900.00", "S2", { productId: "Q" }),
      of("L3", "2024-03-05", "600.00", "S3", { productId: "P" }),
    ];
    // 5 % of 800; only 1 % of it where the share is 8 of 17; 5 % of 1,400 at 14 of 23: 40, −32 and 62, of which 22 are above the cap
    expect(rows(sound(settled(programme, sold)))).toStrictEqual(["A 2024-Q1 48.00"]);
    expect(rows(settled(programme, sold.slice(0, 2)))).toStrictEqual(["A 2024-Q1 8.00"]);
  });

  test("tax that is put on their sum is put on what each brings", () => {
    const gross: ProgrammeMeasure = { name: "gross", of: "amount", scope: {}, taxRate: "0.13" };
    // 90.40, 158.20 and 67.80, each at most 100
    expect(rows(sound(settled(onMargin("100", { measures: [gross], payOn: { measure: "gross" } }), lines)))).toStrictEqual([
      "A 2024-Q1 258.20",
    ]);
  });

  test("what came back beyond the sales of a window goes on into the next, and no sale there is paid for it", () => {
    const programme = onMargin("15", {
      qualifier: { kind: "measure", measure: "margin" },
      payOn: "qualifier",
      negative: "carry_forward",
    });
    const next = (cost: string) => of("L5", "2024-04-10", "500.00", "S5", { cost });
    const given = (cost: string) => [back("200.00", "100.00"), next(cost)];
    // 100 less than nothing; then margins of 249, 250 and 251 are 14.90, 15 and 15.10
    expect(rows(settled(programme, given("251.00")))).toStrictEqual(["A 2024-Q1 0.00", "A 2024-Q2 14.90"]);
    expect(rows(settled(programme, given("250.00")))).toStrictEqual(["A 2024-Q1 0.00", "A 2024-Q2 15.00"]);
    expect(rows(sound(settled(programme, given("249.00"))))).toStrictEqual(["A 2024-Q1 0.00", "A 2024-Q2 15.00"]);
  });

  test("as long as one line does not say its cost, the window is not known; its sales hang on it", () => {
    const { cost: _, ...bare } = lines[1];
    const next = of("L5", "2024-04-10", "500.00", "S2", { cost: "300.00" });
    expect(rows(settled(onMargin("40"), [lines[0], bare, next]))).toStrictEqual([
      "A 2024-Q1 incentives.measure_missing",
      "A 2024-Q2 settlement.share_undetermined",
    ]);
  });

  test("parts, merges, snapshots and any order settle alike; a snapshot keeps what a line brings of the measure", () => {
    const given = [...lines, back("601.00", "300.00")];
    const [left, right] = [opened(onMargin("40"), [...given.slice(2)].reverse()), opened(onMargin("40"), given.slice(0, 2))];
    const stored = JSON.parse(JSON.stringify(snapshot(mergeAccumulators(left, right))));
    expect(stored).toStrictEqual(snapshot(opened(onMargin("40"), given)));
    const [amounts, lineCount, margins] = stored.members[0].cells;
    expect(lineCount.kept).toBeUndefined();
    expect([amounts.kept[3].amount, margins.kept[3].amount]).toStrictEqual(["-601", "-301"]);
    expect(rows(settle(restore(stored), { asOf: "2025-01-01" }))).toStrictEqual(["A 2024-Q1 79.90"]);
    margins.kept[3].amount = "-300";
    expect(faultAt(() => restore(stored))).toBe("settlement.snapshot_unreadable at snapshot.members[0].cells[2].kept");
  });

  test("a measure that only gates is that of the whole window", () => {
    const gates = [{ code: "host.margin", kind: "min" as const, fact: "margin", min: "1100", title: { en: "margin", zh: "毛利" } }];
    // 5 % of 800, 1,400 and 600 as the margin of all three is 1,100
    const programme = onMargin("40", { payOn: "qualifier", schedule: { ...tenth, tiers: [{ from: "0", rate: "0.05" }] }, gates });
    expect(rows(sound(settled(programme, lines)))).toStrictEqual(["A 2024-Q1 110.00"]);
  });
});

const anyLine = fc.record({
  date: fc.constantFrom("2024-01-05", "2024-02-29", "2024-03-31"),
  cents: fc.integer({ min: 0, max: 200_000 }),
  cost: fc.integer({ min: 0, max: 150_000 }),
  order: fc.constantFrom("S1", "S2", "S3"),
  isReturn: fc.boolean(),
});

test("the settlement pays what attributeIncentive and limitToCaps come to, where lines bring a measure", () => {
  const money = (cents: number) => (cents / 100).toFixed(2);
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 9 }), fc.constantFrom("0", "40", "90"), fc.boolean(), (drawn, most, picks) => {
      const programme = onMargin(most, {
        ...(picks ? { qualifier: { kind: "measure", measure: "margin" }, payOn: "qualifier", schedule } : {}),
        negative: "recover",
      });
      const given = drawn.map(({ date, cents, cost, order, isReturn }, i): SaleLine => {
        return of(`L${i}`, date, money(cents), order, { cost: money(cost), kind: isReturn ? "return" : "sale" });
      });
      const facts = drawn.map(({ date, cents, cost, isReturn }, i) => {
        const sign = isReturn ? -1 : 1;
        const measures = { margin: money(sign * (cents - cost) + 0) };
        return { id: `L${i}`, date, amount: money(sign * cents + 0), quantity: isReturn ? "-1" : "1", measures };
      });
      const spread = attributeIncentive(
        { lines: facts, ...(facts.length === 0 ? { measures: { margin: "0" } } : {}) },
        { programme, sliceValue: "average" },
      );
      if (!spread.ok) throw new Error(spread.problem.code);
      const entries = spread.value.outcome.lines.map(({ id, earned }) => {
        const { date, order } = drawn[Number(id.slice(1))] as (typeof drawn)[number];
        return { id, date, memberId: members[0]?.id as string, programmeId: programme.id, saleId: order, amount: earned.amount };
      });
      const { total } = limitToCaps({ entries, withheld: [] }, { currency: "CNY", caps: programme.caps ?? [] }).outcome;
      expect(Number(settled(programme, given).statements[0]?.total.amount ?? "0")).toBe(Number(total));
    }),
  );
});
