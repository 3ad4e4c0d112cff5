import type { ChannelMember, SaleLine } from "qudao/entities";
import { attributeIncentive, type IncentiveProgramme } from "qudao/incentives";
import {
  accumulate,
  explainNonEarning,
  forecastSettlement,
  mergeAccumulators,
  openAccumulator,
  restore,
  settle,
  simulateOrder,
  snapshot,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { capped, lines, of, perSale, rows, sound } from "../support/sale-caps.js";
import { dealer, policyOf } from "../support/settlement.js";

const by = (memberId: string, line: SaleLine, order = line.attributes?.["order"] as string): SaleLine => {
  return { ...line, memberId, attributes: { order } };
};
const filled = (members: readonly ChannelMember[], programmes: readonly IncentiveProgramme[], given: readonly SaleLine[]) => {
  const accumulator = openAccumulator(policyOf({ programmes, members }));
  expect(accumulate(accumulator, given).rejected).toStrictEqual([]);
  return accumulator;
};

describe("the most that one sale pays the upline of its seller", () => {
  const members: readonly ChannelMember[] = [
    { ...dealer, id: "U" },
    { ...dealer, id: "A", uplineId: "U" },
    { ...dealer, id: "B", uplineId: "U" },
  ];
  const upline = (most: string, changes: Partial<IncentiveProgramme> = {}) =>
    capped({ earner: { uplineOfSeller: true }, caps: [perSale(most)], ...changes });
  /** All three count together for U: 8, 62 and 30. */
  const [first, second, third] = [by("A", lines[0]), by("A", lines[1]), by("B", lines[2])];
  const sold = [first, second, third];
  const earned = (programme: IncentiveProgramme, given: readonly SaleLine[]) =>
    rows(sound(settle(filled(members, [programme], given), { asOf: "2025-01-01" })));

  test.each([
    ["61.99", "99.99"],
    ["62", "100.00"],
    ["62.01", "100.00"],
  ])("the sales of all its sellers are one after the other: at most %s of the 62 leave %s", (most, want) => {
    expect(earned(upline(most), sold)).toStrictEqual([`U 2024-Q1 ${want}`]);
  });

  test("sales of two sellers are two, whatever they are called", () => {
    // S2 of A earns 62, S2 of B 30
    expect(earned(upline("40"), [first, second, by("B", third, "S2")])).toStrictEqual(["U 2024-Q1 78.00"]);
    // one of A alone would have been 40 of 92
    expect(earned(upline("40"), [first, second, by("A", third, "S2")])).toStrictEqual(["U 2024-Q1 48.00"]);
  });

  test.each([
    ["439.00", "78.00"],
    ["440.00", "78.00"],
    ["441.00", "77.95"],
  ])("a return of %s takes back only what was paid for the sale", (amount, want) => {
    const back = by("A", of("L4", "2024-03-20", amount, "S2", { kind: "return" }));
    expect(earned(upline("40"), [...sold, back])).toStrictEqual([`U 2024-Q1 ${want}`]);
  });

  test("what it pays the upline uses up nothing of what it pays the seller", () => {
    const own = capped({ id: "own", caps: [perSale("40")] });
    const settlement = settle(filled(members, [upline("40"), own], [first, second]), { asOf: "2025-01-01" });
    expect(rows(settlement)).toStrictEqual(["U 2024-Q1 48.00", "A 2024-Q1 48.00"]);
  });

  test("parts, merges and snapshots settle alike; an order of a seller, and why one did not earn", () => {
    const programme = upline("40");
    const merged = mergeAccumulators(filled(members, [programme], [third, second]), filled(members, [programme], [first]));
    const accumulator = restore(JSON.parse(JSON.stringify(snapshot(merged))));
    const settlement = settle(accumulator, { asOf: "2025-01-01" });
    expect(rows(settlement)).toStrictEqual(["U 2024-Q1 78.00"]);
    const placed = by("B", of("L5", "2024-03-30", "1000.00", "S5"));
    // 50, of which 40
    expect(simulateOrder({ asOf: "2024-03-31", lines: [placed] }, accumulator).outcome.gain.amount).toBe("40.00");
    const told = explainNonEarning({ line: second, statements: settlement.statements, stacked: [] }, accumulator).outcome;
    expect(told[0]?.reasons.map(({ code }) => code)).toContain("incentives.cap_taken");
  });

  test("a forecast brings the sales of each seller again", () => {
    const projection = {
      base: { start: "2024-01-01", end: "2024-04-01" },
      season: { kind: "monthly", weights: Array<string>(12).fill("1") },
    } as const;
    const answer = forecastSettlement({ asOf: "2024-07-01", lines: sold, projection }, policyOf({ programmes: [upline("40")], members }));
    expect(answer.ok && rows(answer.value.outcome.settlement)).toStrictEqual(["U 2024-Q1 78.00", "U 2024-Q2 78.00"]);
  });
});

describe("the most that one sale pays members who reach the tier together", () => {
  const members: readonly ChannelMember[] = ["A", "B"].map((id) => ({ ...dealer, id, groupIds: ["g"] }));
  /** 1 % up to 1,000 together, 5 % of everything from there on. */
  const joint = (most: string, changes: Partial<IncentiveProgramme> = {}) =>
    capped({
      earner: { jointly: true },
      schedule: {
        method: "retroactive",
        unit: "CNY",
        boundary: "reaches",
        tiers: [
          { from: "0", rate: "0.01" },
          { from: "1000", rate: "0.05" },
        ],
      },
      caps: [perSale(most)],
      ...changes,
    });
  const ofA = [of("L1", "2024-01-10", "600.00", "S1"), of("L2", "2024-02-10", "300.00", "S2")];
  const ofB = (amount: string) => by("B", of("L3", "2024-03-05", amount, "S1"));
  const earned = (programme: IncentiveProgramme, given: readonly SaleLine[]) =>
    rows(sound(settle(filled(members, [programme], given), { asOf: "2025-01-01" })));

  test.each([
    ["99.99", ["A 2024-Q1 9.00", "B 2024-Q1 1.00"]],
    ["100.00", ["A 2024-Q1 35.00", "B 2024-Q1 5.00"]],
    ["100.01", ["A 2024-Q1 35.00", "B 2024-Q1 5.00"]],
  ])("beside 900 and %s each sale is paid at the tier that all of the window reach, at most 20", (amount, want) => {
    // 5 % of 600 and 300: 30 and 15
    expect(earned(joint("20"), [...ofA, ofB(amount)])).toStrictEqual(want);
  });

  test.each([
    ["29.99", "44.99"],
    ["30", "45.00"],
    ["30.01", "45.00"],
  ])("around the cap: at most %s of the 30 that a sale earns leave %s", (most, want) => {
    expect(earned(joint(most), [...ofA, ofB("300.00")])).toStrictEqual([`A 2024-Q1 ${want}`, "B 2024-Q1 15.00"]);
  });

  test.each([
    ["199.80", "35.00"],
    ["200.00", "35.00"],
    ["200.20", "34.99"],
  ])("a return of %s takes back only what was paid for the sale", (amount, want) => {
    const back = of("L4", "2024-03-20", amount, "S1", { kind: "return" });
    expect(earned(joint("20"), [...ofA, ofB("900.00"), back])[0]).toBe(`A 2024-Q1 ${want}`);
  });

  test("attributeIncentive says the same of the lines of one, with what all reached beside them", () => {
    const lines = ofA.map(({ id, date, amount }) => ({ id, date, amount, quantity: "1" }));
    const facts = { lines, joint: { amount: "1200.00", quantity: "3" } };
    const answer = attributeIncentive(facts, { programme: joint("20"), sliceValue: "average" });
    expect(answer.ok && answer.value.outcome.lines.map((part) => part.earned.amount)).toStrictEqual(["30.00", "15.00"]);
  });

  test("merges and snapshots settle alike, whatever the order", () => {
    const merged = mergeAccumulators(
      filled(members, [joint("20")], [ofB("300.00"), ...ofA.slice(1)]),
      filled(members, [joint("20")], ofA.slice(0, 1)),
    );
    const settlement = settle(restore(JSON.parse(JSON.stringify(snapshot(merged)))), { asOf: "2025-01-01" });
    expect(rows(settlement)).toStrictEqual(["A 2024-Q1 35.00", "B 2024-Q1 15.00"]);
  });
});
