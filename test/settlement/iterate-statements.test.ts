import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme } from "qudao/incentives";
import {
  type AccumulatorPolicy,
  accumulate,
  iterateStatements,
  openAccumulator,
  type SettlementFacts,
  type SettlementTotals,
  type Statement,
  settle,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const members = ["A", "B", "C"].map((id) => ({ ...dealer, id }));
const of = (id: string, memberId: string, date: string, amount: string): SaleLine => lineOf({ id, memberId, date, amount });
const lines = [
  of("L1", "A", "2024-01-10", "1000.00"),
  of("L2", "B", "2024-02-10", "400.00"),
  { ...of("L3", "B", "2024-03-10", "900.00"), kind: "return" as const },
  of("L4", "B", "2024-05-10", "3000.00"),
  of("L5", "C", "2024-05-11", "200.00"),
];
const opened = (changes: Partial<IncentiveProgramme> = {}, policy: Partial<AccumulatorPolicy> = {}) => {
  const accumulator = openAccumulator(policyOf({ programmes: [onePercent(changes)], members, ...policy }));
  expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
  return accumulator;
};
const onePercent = (changes: Partial<IncentiveProgramme>) =>
  programmeOf({ schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] }, ...changes });
const asOf = "2025-01-01";

/** All of it, as a host that keeps everything would put it together. */
function gathered(accumulator: ReturnType<typeof opened>, facts: SettlementFacts): SettlementTotals & { statements: readonly Statement[] } {
  const each = iterateStatements(accumulator, facts);
  const statements: Statement[] = [];
  for (;;) {
    const step = each.next();
    if (step.done) return { statements, ...step.value };
    statements.push(step.value);
  }
}

describe("statements one at a time", () => {
  test("come in the order of members, each with its total", () => {
    const seen: string[] = [];
    for (const { memberId, total } of iterateStatements(opened(), { asOf })) seen.push(`${memberId} ${total.amount}`);
    expect(seen).toStrictEqual(["A 10.00", "B 30.00", "C 2.00"]);
  });

  test("end with what the settlement says besides them", () => {
    const { statements, ...rest } = gathered(opened({ negative: "carry_forward" }), { asOf: "2024-03-31" });
    expect(statements.map(({ memberId }) => memberId)).toStrictEqual(["A", "B"]);
    expect(rest).toStrictEqual({
      asOf: "2024-03-31",
      intake: { read: 5, accepted: 5, rejected: 0, netAmount: "3700", netQuantity: "3" },
      closing: [
        { memberId: "B", programmeId: "volume", amount: "-500", quantity: "0", withheld: "0", surplus: "0", capped: [], undetermined: 0 },
      ],
    });
  });

  test("add up what caps of single members forfeit, as if all members were settled together", () => {
    const caps = [{ id: "own", per: "member", most: "8", above: "forfeited" }] as const;
    const { statements, terms } = gathered(opened({ caps }), { asOf });
    expect(statements.map(({ total }) => total.amount)).toStrictEqual(["8.00", "8.00", "2.00"]);
    expect(terms).toStrictEqual([
      { programmeId: "volume", programmeVersion: "1", budget: null, withheld: "0", forfeited: "24", undetermined: 0 },
    ]);
  });

  test("are cut by a budget of all members, worked out before the first of them", () => {
    const budget = { amount: "21", how: "pro_rata", remainder: "contract_order", alertAt: "0.8" } as const;
    const { statements, terms } = gathered(opened({ budget }), { asOf, memberIds: ["B"] });
    expect(statements.map(({ memberId, total }) => [memberId, total.amount])).toStrictEqual([["B", "15.00"]]);
    expect(terms?.[0]?.budget?.granted.amount).toBe("21.00");
  });

  test.each([
    ["nothing over several earnings", {}, {}],
    ["what is carried on", { negative: "carry_forward" }, {}],
    ["caps of single members", { caps: [{ id: "own", per: "member", most: "8", above: "kept" }] }, {}],
    ["caps of single sales", { caps: [{ id: "sale", per: "sale", most: "7", above: "forfeited" }] }, {}],
    ["a guarantee", { guarantee: { amount: "5", basis: "cumulative", paidAt: "end", prorateBy: "days" } }, {}],
    ["a cap of the whole programme", { caps: [{ id: "all", per: "programme", most: "20", above: "kept" }] }, {}],
    ["nobody asked for", { caps: [{ id: "own", per: "member", most: "8", above: "kept" }] }, { memberIds: [] }],
    ["some members", { negative: "carry_forward" }, { memberIds: ["C", "B"] }],
  ] as const)("are those of settle, and so is the rest: %s", (_, programme, facts) => {
    const accumulator = opened(programme as Partial<IncentiveProgramme>);
    for (const day of ["2024-03-01", "2024-04-01", asOf]) {
      expect(gathered(accumulator, { asOf: day, ...facts })).toStrictEqual(settle(accumulator, { asOf: day, ...facts }));
    }
  });

  test("facts are read when the verb is called, not with the first statement", () => {
    expect(faultAt(() => iterateStatements(opened(), { asOf: "tomorrow" } as never))).toBe("kernel.not_a_date at facts.asOf");
    expect(faultAt(() => iterateStatements({} as never, { asOf }))).toBe("settlement.not_an_accumulator at accumulator");
  });

  test("an accumulator that takes in more lines meanwhile ends the loop, and a new one counts them", () => {
    const accumulator = opened();
    const each = iterateStatements(accumulator, { asOf });
    expect(each.next().value).toMatchObject({ memberId: "A", total: { amount: "10.00" } });
    accumulate(accumulator, [of("L6", "B", "2024-06-01", "100.00")]);
    expect(faultAt(() => each.next())).toBe("settlement.changed_meanwhile at accumulator");
    const again = [...iterateStatements(accumulator, { asOf })];
    expect(again.map(({ total }) => total.amount)).toStrictEqual(["10.00", "31.00", "2.00"]);
  });

  test("a loop may be left early", () => {
    const accumulator = opened();
    for (const { memberId } of iterateStatements(accumulator, { asOf })) {
      expect(memberId).toBe("A");
      break;
    }
    expect(settle(accumulator, { asOf }).statements).toHaveLength(3);
  });
});
