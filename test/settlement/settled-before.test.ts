/** What was settled keeps its line, so that it can be taken back. Hand-worked, and a law with a calculator of its own. */
import fc from "fast-check";
import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme } from "qudao/incentives";
import {
  type Accumulator,
  accumulate,
  iterateStatements,
  openAccumulator,
  type SettlementEntry,
  type SettlementFacts,
  settle,
  settleGoods,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { accrue, amountsOf, settleFast, settleUp } from "../support/accounts.js";
import { faultOf } from "../support/fault-of.js";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

const tiers = { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] } as const;
/** A tenth of the sales of a quarter, at most 100; what is above is paid by later quarters. */
const capped = programmeOf({ schedule: tiers, limits: [{ kind: "payment_cap", amount: "100", refundable: true }] });

function open(programme: IncentiveProgramme, lines: readonly SaleLine[]): Accumulator {
  const accumulator = openAccumulator(policyOf({ programmes: [programme] }));
  accumulate(accumulator, lines);
  return accumulator;
}

const rowsOf = (accumulator: Accumulator, facts: SettlementFacts) =>
  (settle(accumulator, facts).statements[0]?.lines ?? []).map(({ window, payable, status }) => [
    window.id,
    payable?.amount ?? null,
    status,
  ]);

const earning = { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q2" };

describe("what an earlier quarter withheld and a later one without sales has paid", () => {
  const sold = lineOf({ amount: "1500.00" });
  const returned = lineOf({ id: "R1", kind: "return", date: "2024-03-20", amount: "800.00" });

  test("is taken back when a late return leaves nothing withheld: settled + open = earned", () => {
    const accumulator = open(capped, [sold]);
    const first = settleUp({ runId: "JUL", asOf: "2024-07-01", statements: settle(accumulator, { asOf: "2024-07-01" }).statements });
    expect(amountsOf(first.entries)).toStrictEqual([
      ["earning", "100.00"],
      ["earning", "50.00"],
    ]);

    accumulate(accumulator, [returned]); // 700 are left: 70 earned, nothing above the cap
    const facts = { asOf: "2024-08-01", settled: first.entries };
    expect(rowsOf(accumulator, facts)).toStrictEqual([
      ["2024-Q1", "70.00", "final"],
      ["2024-Q2", "0.00", "final"],
    ]);
    const second = settleUp({
      runId: "AUG",
      asOf: "2024-08-01",
      statements: settle(accumulator, facts).statements,
      entries: first.entries,
    });
    expect(amountsOf(second.entries)).toStrictEqual([
      ["correction", "-30.00"],
      ["correction", "-50.00"],
    ]);
    expect(second.undetermined).toStrictEqual([]);
    expect(second.earnings.map(({ open: rest }) => rest)).toStrictEqual(["0", "0"]);
  });

  test("has no line where the account is not given, and is told as left, with what to do", () => {
    const accumulator = open(capped, [sold]);
    const { entries } = settleUp({ runId: "JUL", asOf: "2024-07-01", statements: settle(accumulator, { asOf: "2024-07-01" }).statements });
    accumulate(accumulator, [returned]);
    expect(rowsOf(accumulator, { asOf: "2024-08-01" })).toStrictEqual([["2024-Q1", "70.00", "final"]]);
    const blind = settleUp({
      runId: "AUG",
      asOf: "2024-08-01",
      statements: settle(accumulator, { asOf: "2024-08-01" }).statements,
      entries,
    });
    expect(blind.undetermined).toStrictEqual([
      { memberId: "A", programmeId: "volume", periodId: "2024-Q2", reason: { code: "settlement.earning_without_statement", params: {} } },
    ]);
  });

  test("releases what was accrued for it", () => {
    const accumulator = open(capped, [sold]);
    const booked = accrue({
      runId: "JUN",
      asOf: "2024-06-30",
      statements: settle(accumulator, { asOf: "2024-06-30" }).statements,
    }).postings;
    expect(booked.map(({ amount }) => amount.amount)).toStrictEqual(["100.00", "50.00"]);
    accumulate(accumulator, [returned]);
    const { statements } = settle(accumulator, { asOf: "2024-07-31", settled: booked });
    const run = accrue({ runId: "JUL", asOf: "2024-07-31", statements, accruals: booked });
    // 800 less were sold, a tenth of them is 80; 50 of those the cap had withheld
    expect(run.postings.map(({ part, earning: of, amount }) => [of.periodId, part, amount.amount])).toStrictEqual([
      ["2024-Q1", "base", "-80.00"],
      ["2024-Q1", "prior_adjustment", "50.00"],
      ["2024-Q2", "prior_adjustment", "-50.00"],
    ]);
    expect(run.undetermined).toStrictEqual([]);
  });
});

describe("an earning that an account names", () => {
  test("has a line where no sale and no fact speaks of its window, and the same one at a time", () => {
    const accumulator = open(programmeOf(), []);
    const facts = { asOf: "2024-07-01", settled: [{ memberId: "A", earning }] };
    expect(rowsOf(accumulator, { asOf: "2024-07-01" })).toStrictEqual([]);
    expect(rowsOf(accumulator, facts)).toStrictEqual([["2024-Q2", "0.00", "final"]]);
    expect([...iterateStatements(accumulator, facts)]).toStrictEqual(settle(accumulator, facts).statements);
    const line = settle(accumulator, facts).statements[0]?.lines[0];
    expect([line?.amount, line?.sources]).toStrictEqual(["0", { count: 0 }]);
  });

  test("is left undetermined where it hangs on a quota that was withdrawn, never 0", () => {
    const target = programmeOf({
      qualifier: { kind: "attainment" },
      payOn: "amount",
      schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
    });
    const accumulator = open(target, []);
    const line = settle(accumulator, { asOf: "2024-07-01", settled: [{ memberId: "A", earning }] }).statements[0]?.lines[0];
    expect([line?.payable, line?.problem?.code]).toStrictEqual([null, "incentives.quota_missing"]);
  });

  test.each([
    ["of another member", { memberId: "B", earning }],
    ["of another programme", { memberId: "A", earning: { ...earning, programmeId: "growth" } }],
    ["of another window", { memberId: "A", earning: { ...earning, periodId: "2023-Q2" } }],
    ["of a window that begins later", { memberId: "A", earning: { ...earning, periodId: "2024-Q4" } }],
    ["of no earning", { memberId: "A" }],
  ])("adds nothing: one %s", (_, entry) => {
    expect(rowsOf(open(programmeOf(), []), { asOf: "2024-07-01", settled: [entry] })).toStrictEqual([]);
  });

  test("goods that were handed over are asked back, and the version that settled does not matter", () => {
    const { limits, schedule } = capped;
    const product = { productId: "GIFT", unit: "piece" };
    const inGoods = programmeOf({ limits, schedule, goods: product, version: "2" });
    const accumulator = open(inGoods, [lineOf({ amount: "700.00" })]);
    const handed = [
      { id: "G1", memberId: "A", programmeId: "volume", periodId: "2024-Q2", date: "2024-07-01", quantity: "50", ...product },
    ];
    const { statements } = settle(accumulator, { asOf: "2024-08-01", settled: handed });
    const policy = { programmeIds: ["volume"], graceDays: 0, overHanded: "taken_back" } as const;
    const { outcome } = settleGoods({ runId: "AUG", asOf: "2024-08-01", statements, entries: handed }, policy);
    expect(outcome.entries.map(({ periodId, quantity }) => [periodId, quantity])).toStrictEqual([
      ["2024-Q1", "70"],
      ["2024-Q2", "-50"],
    ]);
  });

  test("named twice has one line, and entries come back from JSON as they went", () => {
    const entry: SettlementEntry = {
      id: "E1",
      memberId: "A",
      kind: "earning",
      date: "2024-07-01",
      amount: { amount: "1", currency: "CNY" },
      earning,
    };
    const settled = JSON.parse(JSON.stringify([entry, { ...entry, id: "E2" }]));
    expect(rowsOf(open(programmeOf(), []), { asOf: "2024-07-01", settled })).toStrictEqual([["2024-Q2", "0.00", "final"]]);
  });

  test.each([
    ["facts.settled", "E1"],
    ["facts.settled[0]", [1]],
    ["facts.settled[0].memberId", [{ earning }]],
    ["facts.settled[1].earning", [{ memberId: "A" }, { memberId: "A", earning: "2024-Q2" }]],
    ["facts.settled[0].earning.periodId", [{ memberId: "A", earning: { ...earning, periodId: 2 } }]],
    ["facts.settled[0].periodId", [{ memberId: "A", programmeId: "volume" }]],
  ])("is refused at %s", (path, settled) => {
    const fault = faultOf(() => settle(open(programmeOf(), []), { asOf: "2024-07-01", settled } as unknown as SettlementFacts));
    expect(fault.path).toBe(path);
  });
});

test("settled + open = earned at every date, whatever comes back, under a refundable cap", () => {
  const quarters = ["2024-02-01", "2024-05-01", "2024-08-01", "2024-11-01"];
  const ends = ["2024-04-01", "2024-07-01", "2024-10-01", "2025-01-01"];
  // amounts in tens of yuan: a tenth of them is whole
  const batch = fc.array(fc.record({ quarter: fc.nat(3), tens: fc.integer({ min: -150, max: 150 }) }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(batch, { minLength: 1, maxLength: 6 }), (batches) => {
      const accumulator = open(capped, []);
      const net = [0, 0, 0, 0];
      let entries: readonly SettlementEntry[] = [];
      batches.forEach((lines, run) => {
        lines.forEach(({ quarter, tens }, i) => {
          net[quarter] = (net[quarter] as number) + tens;
          const line = lineOf({ id: `${run}-${i}`, date: quarters[quarter] as string, amount: `${Math.abs(tens) * 10}.00` });
          accumulate(accumulator, [{ ...line, kind: tens < 0 ? "return" : "sale" }]);
        });
        const asOf = ends[Math.min(run, 3)] as string;
        const { statements } = settle(accumulator, { asOf, settled: entries });
        const answer = settleFast({ runId: `R${run}`, asOf, statements, entries });
        entries = [...entries, ...answer.entries];
        expect(answer.undetermined).toStrictEqual([]);

        let withheld = 0;
        for (let q = 0; q <= Math.min(run, 3); q++) {
          const due = Math.max(net[q] as number, 0) + withheld;
          withheld = Math.max(due - 100, 0);
          const paid = entries.filter((entry) => entry.earning?.periodId === `2024-Q${q + 1}`);
          expect(paid.reduce((sum, { amount }) => sum + Number(amount.amount), 0)).toBe(due - withheld);
        }
      });
    }),
    { seed: 20240101, numRuns: 300 },
  );
});
