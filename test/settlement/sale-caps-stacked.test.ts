import type { SaleLine } from "qudao/entities";
import { attributeIncentive, type IncentiveProgramme, type StackingGroup } from "qudao/incentives";
import { accumulate, mergeAccumulators, openAccumulator, restore, settle, snapshot } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { capped, group, lines, members, of, perSale, rows, schedule, sound, stacked } from "../support/sale-caps.js";
import { policyOf, programmeOf } from "../support/settlement.js";

const rate = (of: string) => ({ ...schedule, method: "retroactive", tiers: [{ from: "0", rate: of }] }) as const;
/** 10 % of the 2,800 are 280, a tenth of every line: 720, 1,260 and 540 are left. */
const first = stacked(programmeOf({ id: "first", schedule: rate("0.1") }));
/** 5 % of what is left: 36, 63 and 27. */
const second = (most: string, changes: Partial<IncentiveProgramme> = {}) =>
  stacked(capped({ schedule: rate("0.05"), caps: [perSale(most)], ...changes }), "g", 2);
const reducing = [group({ combine: "reduce_base" })];
const filled = (programmes: readonly IncentiveProgramme[], given: readonly SaleLine[], stacking: readonly StackingGroup[]) => {
  const accumulator = openAccumulator(policyOf({ programmes, members, stacking }));
  expect(accumulate(accumulator, given).rejected).toStrictEqual([]);
  return accumulator;
};
const earned = (programmes: readonly IncentiveProgramme[], given: readonly SaleLine[], stacking: readonly StackingGroup[] = reducing) =>
  rows(sound(settle(filled(programmes, given, stacking), { asOf: "2024-04-01" })));

describe("the most that one sale pays, on what other programmes leave of it", () => {
  test.each([
    ["62.99", "125.99"],
    ["63", "126.00"],
    ["63.01", "126.00"],
  ])("reduce_base: at most %s of the 63 that a sale earns on the 1,260 left of it leave %s", (most, want) => {
    expect(earned([first, second(most)], lines)).toStrictEqual(["A 2024-Q1 280.00", `A 2024-Q1 ${want}`]);
  });

  test("the same where an earlier group reduces it", () => {
    const stacking = [group(), group({ id: "h", priority: 2, reducedBy: ["g"] })];
    const later = { ...second("50"), stacking: { groupId: "h", priority: 1 } };
    expect(earned([first, later], lines, stacking)).toStrictEqual(["A 2024-Q1 280.00", "A 2024-Q1 113.00"]);
  });

  test("what is taken off is what the first earns before its own caps", () => {
    const held = { ...first, caps: [perSale("100")] };
    // 80, 100 of 140 and 60
    expect(earned([held, second("50")], lines)).toStrictEqual(["A 2024-Q1 240.00", "A 2024-Q1 113.00"]);
  });

  test("only from lines that the first counts as well", () => {
    const narrow = { ...first, scope: { include: { productIds: ["Q"] } } };
    const [one, two, three] = lines.map((line, i) => ({ ...line, productId: i === 1 ? "Q" : "P" })) as [SaleLine, SaleLine, SaleLine];
    // 140 of the second line alone: 40, 63 and 30
    expect(earned([narrow, second("50")], [one, two, three])).toStrictEqual(["A 2024-Q1 140.00", "A 2024-Q1 120.00"]);
  });

  test.each([
    ["298.00", "112.50"],
    ["300.00", "112.50"],
    ["302.00", "112.41"],
  ])("a return of %s, of which nine tenths come back here, takes back only what was paid for its sale: %s", (amount, want) => {
    // 13.50 of the 63 were never paid; 13.41, 13.50 and 13.59 come back
    const back = of("L4", "2024-03-20", amount, "S2", { kind: "return" });
    expect(earned([first, second("49.50")], [...lines, back])[1]).toBe(`A 2024-Q1 ${want}`);
  });

  test("specific_first: lines that a narrower programme has used are no part of the sale", () => {
    const narrow = stacked(
      capped({ id: "narrow", schedule: rate("0.1"), scope: { include: { productIds: ["Q"] } }, caps: [perSale("60")] }),
    );
    const wide = (most: string) => second(most);
    const used = of("L4", "2024-03-20", "1000.00", "S2", { productId: "Q" });
    // the narrow one earns 100 on the used line; the wide one 40, 70 and 30 on the others
    for (const [most, want] of [
      ["69.99", "139.99"],
      ["70", "140.00"],
      ["70.01", "140.00"],
    ] as const) {
      const got = earned([narrow, wide(most)], [...lines, used], [group({ combine: "specific_first" })]);
      expect(got).toStrictEqual(["A 2024-Q1 60.00", `A 2024-Q1 ${want}`]);
    }
  });

  test("caps that name sales in different ways read the lines that both programmes count", () => {
    const own = { id: "line", per: "sale", most: "50", above: "forfeited" } as const;
    const held = { ...first, caps: [own] };
    const parts = [...lines, of("L4", "2024-03-20", "200.00", "S2")];
    // by line 50, 50, 50 and 20; by order 36, 50 of 63 and 9, and 27
    expect(earned([held, second("50")], parts)).toStrictEqual(["A 2024-Q1 170.00", "A 2024-Q1 113.00"]);
  });

  test("attributeIncentive says the same of the amounts that are left", () => {
    const left = ["720", "1260", "540"].map((amount, i) => ({ id: `L${i}`, date: `2024-0${i + 1}-10`, amount, quantity: "1" }));
    const answer = attributeIncentive({ lines: left }, { programme: second("50"), sliceValue: "average" });
    expect(answer.ok && answer.value.outcome.lines.map((part) => part.earned.amount)).toStrictEqual(["36.00", "63.00", "27.00"]);
  });

  test("a sale hangs on the programme before it where that is not known", () => {
    const onQuota = { ...first, qualifier: { kind: "attainment" }, payOn: "amount", schedule: { ...rate("0.1"), unit: "ratio" } } as const;
    expect(earned([onQuota, second("50")], lines)).toStrictEqual([
      "A 2024-Q1 incentives.quota_missing",
      "A 2024-Q1 incentives.quota_missing",
    ]);
  });

  test("merges, snapshots and any order settle alike", () => {
    const programmes = [first, second("50")];
    const merged = mergeAccumulators(
      filled(programmes, [...lines.slice(1)].reverse(), reducing),
      filled(programmes, lines.slice(0, 1), reducing),
    );
    const accumulator = restore(JSON.parse(JSON.stringify(snapshot(merged))));
    expect(rows(settle(accumulator, { asOf: "2024-04-01" }))).toStrictEqual(["A 2024-Q1 280.00", "A 2024-Q1 113.00"]);
  });
});
