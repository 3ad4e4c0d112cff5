import { accumulate, openAccumulator, settle, simulateOrder, snapshot } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectPlain } from "../support/incentives.js";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const asOf = "2024-12-31";
const year = programmeOf({ id: "year", window: { kind: "calendar", unit: "year" } });
const policy = policyOf({ programmes: [programmeOf(), year], members: [dealer, { ...dealer, id: "B" }] });
const taken = () => {
  const accumulator = openAccumulator(policy);
  accumulate(accumulator, [
    lineOf({ id: "L1", date: "2024-02-10", amount: "400.00" }),
    lineOf({ id: "L2", date: "2024-05-10", amount: "500.00" }),
  ]);
  return accumulator;
};
const order = lineOf({ id: "N", date: "2024-05-20", amount: "500.00" });

describe("simulateOrder()", () => {
  test("tells each programme and window that an order changes, and what both tiers are", () => {
    const accumulator = taken();
    const before = snapshot(accumulator);
    const answer = simulateOrder({ asOf, lines: [order] }, accumulator);
    expectPlain(answer);
    expect(answer.outcome.effects).toStrictEqual([
      {
        memberId: "A",
        programmeId: "volume",
        programmeVersion: "1",
        periodId: "2024-Q2",
        before: "5",
        after: "20",
        gain: "15",
        tiers: { before: 1, after: 2 },
      },
      {
        memberId: "A",
        programmeId: "year",
        programmeVersion: "1",
        periodId: "2024",
        before: "9",
        after: "28",
        gain: "19",
        tiers: { before: 1, after: 2 },
      },
    ]);
    expect(answer.outcome.gain).toStrictEqual({ amount: "34.00", currency: "CNY" });
    expect(snapshot(accumulator)).toStrictEqual(before); // it stays as it is
  });

  test("is what the settlement says once the order has come", () => {
    const accumulator = taken();
    const { outcome } = simulateOrder({ asOf, lines: [order] }, accumulator);
    accumulate(accumulator, [order]);
    const rows = settle(accumulator, { asOf }).statements[0]?.lines ?? [];
    for (const { programmeId, periodId, after } of outcome.effects) {
      const row = rows.find((one) => one.programmeId === programmeId && one.window.id === periodId);
      expect(Number(row?.earned?.amount)).toBe(Number(after));
    }
  });

  test("a window that paid only what was withheld before is told when a return leaves nothing withheld", () => {
    // 1 % of 1,500 is 15: 10 in the first quarter, 5 wait for the second; 1 % of 1,000 is 10, and nothing waits
    const programme = programmeOf({
      limits: [{ kind: "payment_cap", amount: "10", refundable: true }],
      schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
    });
    const accumulator = openAccumulator(policyOf({ programmes: [programme] }));
    accumulate(accumulator, [lineOf({ id: "L1", date: "2024-02-10", amount: "1500.00" })]);
    const back = lineOf({ id: "R", date: "2024-02-20", amount: "500.00", kind: "return" });
    const { outcome } = simulateOrder({ asOf: "2024-07-01", lines: [back] }, accumulator);
    expect(outcome.effects.map(({ periodId, before, after, gain }) => [periodId, before, after, gain])).toStrictEqual([
      ["2024-Q1", "10", "10", "0"],
      ["2024-Q2", "5", "0", "-5"],
    ]);
    expect(outcome.gain.amount).toBe("-5.00");
  });

  test("an order of nothing changes nothing, one of a new member begins at 0, and one that cannot be read is handed back", () => {
    const none = simulateOrder({ asOf, lines: [] }, taken()).outcome;
    expect([none.effects, none.gain.amount]).toStrictEqual([[], "0.00"]);
    const first = simulateOrder({ asOf, lines: [{ ...order, memberId: "B" }] }, taken()).outcome.effects[0];
    expect(first).toMatchObject({ memberId: "B", before: "0", after: "5", tiers: { before: 0, after: 1 } });
    const refused = simulateOrder({ asOf, lines: [{ ...order, memberId: "Z" }] }, taken()).outcome;
    expect([refused.effects, refused.rejected[0]?.problems[0]?.code]).toStrictEqual([[], "settlement.unknown_member"]);
  });

  test("what is undetermined has no gain", () => {
    const attainment = programmeOf({
      qualifier: { kind: "attainment" },
      payOn: "amount",
      schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
    });
    const answer = simulateOrder({ asOf, lines: [order] }, openAccumulator(policyOf({ programmes: [attainment] })));
    expectPlain(answer);
    expect(answer.outcome.effects[0]).toMatchObject({ after: null, gain: null, tiers: { after: null } });
    expect(answer.outcome.gain.amount).toBe("0.00");
  });

  test("what is no accumulator, or no list, is a fault", () => {
    expect(faultAt(() => simulateOrder({ asOf, lines: [] }, {} as never))).toBe("settlement.not_an_accumulator at accumulator");
    expect(faultAt(() => simulateOrder({ asOf, lines: 1 as never }, taken()))).toBe("kernel.not_a_list at facts.lines");
    expect(faultAt(() => simulateOrder({ asOf: "soon", lines: [order] }, taken()))).toBe("kernel.not_a_date at facts.asOf");
  });
});
