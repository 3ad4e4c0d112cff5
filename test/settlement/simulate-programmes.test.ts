import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme } from "qudao/incentives";
import { accumulate, openAccumulator, type SimulationPolicy, settle, simulateProgrammes } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const asOf = "2024-04-01";
const flat = programmeOf({
  schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.015" }] },
});
const attainment = programmeOf({
  qualifier: { kind: "attainment" },
  payOn: "amount",
  schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
});
const members = ["A", "B", "C", "D"].map((id) => ({ ...dealer, id }));
const titles = { en: "Version", zh: "版本" };
const policy = (...versions: readonly (readonly IncentiveProgramme[])[]): SimulationPolicy => {
  const { programmes: _, ...common } = policyOf({ members });
  return { ...common, versions: versions.map((programmes, i) => ({ id: `v${i + 1}`, titles, programmes })) };
};
const lines: readonly SaleLine[] = [
  lineOf({ id: "A1", amount: "1200.00" }),
  lineOf({ id: "B1", memberId: "B", amount: "600.00" }),
  lineOf({ id: "C1", memberId: "C", amount: "0.10" }),
];

describe("simulateProgrammes()", () => {
  test("compares every version with the first, member by member, and adds up", () => {
    const answer = simulateProgrammes(frozen({ asOf, lines }), frozen(policy([programmeOf()], [flat])));
    expectPlain(answer);
    const [first, second] = answer.outcome.versions;
    // 24 + 6 + 0; 18 + 9 + 0
    expect([first?.earned.amount, second?.earned.amount, first?.change]).toStrictEqual(["30.00", "27.00", undefined]);
    expect(second?.change).toStrictEqual({
      members: [
        { memberId: "A", before: "24", after: "18", difference: "-6" },
        { memberId: "B", before: "6", after: "9", difference: "3" },
        { memberId: "C", before: "0", after: "0", difference: "0" },
      ],
      gain: 1,
      lose: 1,
      same: 1,
      unknown: 0,
      difference: "-3",
    });
  });

  test("complaint 22: each version is the settlement that it predicts", () => {
    const { outcome } = simulateProgrammes({ asOf, lines }, policy([programmeOf()], [flat]));
    const settled = (programme: IncentiveProgramme) => {
      const accumulator = openAccumulator(policyOf({ members, programmes: [programme] }));
      accumulate(accumulator, lines);
      return settle(accumulator, { asOf });
    };
    expect(outcome.versions.map(({ settlement }) => settlement)).toStrictEqual([settled(programmeOf()), settled(flat)]);
  });

  test("a member whose earning is not known under one version is reported and left out of the sums, never taken for 0", () => {
    const quotas = [{ memberId: "A", periodId: "2024-Q1", amount: { amount: "1000", currency: "CNY" } }];
    const answer = simulateProgrammes({ asOf, lines, quotas }, policy([programmeOf()], [attainment]));
    expectPlain(answer);
    const change = answer.outcome.versions[1]?.change;
    expect(change?.members.map(({ memberId, after, difference }) => [memberId, after, difference])).toStrictEqual([
      ["A", "12", "-12"],
      ["B", null, null],
      ["C", null, null],
    ]);
    expect([change?.unknown, change?.difference, answer.outcome.versions[1]?.undetermined]).toStrictEqual([2, "-12", 2]);
  });

  test("lines that cannot be read are handed back with their reasons", () => {
    const { outcome } = simulateProgrammes({ asOf, lines: [lineOf({ memberId: "Z" }), ...lines] }, policy([flat]));
    expect(outcome.rejected.map(({ index, problems }) => [index, problems[0]?.code])).toStrictEqual([[0, "settlement.unknown_member"]]);
    expect(outcome.versions[0]?.earned.amount).toBe("27.00");
  });

  test("what cannot be read is a fault with its place", () => {
    const run = (facts: unknown, given: unknown) => faultAt(() => simulateProgrammes(facts as never, given as never));
    expect(run({ asOf, lines: {} }, policy([flat]))).toBe("kernel.not_a_list at facts.lines");
    expect(run({ asOf: "today", lines }, policy([flat]))).toBe("kernel.not_a_date at facts.asOf");
    expect(run({ asOf, lines }, policy())).toBe("kernel.list_empty at policy.versions");
    const twice = { ...policy([flat]), versions: [0, 1].map(() => ({ id: "v", titles, programmes: [] })) };
    expect(run({ asOf, lines }, twice)).toBe("kernel.named_twice at policy.versions[1].id");
    expect(run({ asOf, lines }, policy([flat], [{ ...flat, currency: "yuan" }]))).toBe(
      "kernel.not_a_currency at policy.versions[1].programmes[0].currency",
    );
    const dollars = { ...flat, currency: "USD", schedule: { ...flat.schedule, unit: "USD" } } as IncentiveProgramme;
    expect(run({ asOf, lines }, policy([flat], [dollars]))).toBe(
      "settlement.programme_currency at policy.versions[1].programmes[0].currency",
    );
    expect(run({ asOf, lines }, policy([flat], [flat, flat]))).toBe(
      "settlement.duplicate_programme at policy.versions[1].programmes[1].id",
    );
    const groups = [{ id: "g", priority: 1, combine: "highest" as const, reducedBy: [], excludes: [] }];
    const place = { groupId: "g", priority: 1 };
    const [one, other] = [
      { ...flat, stacking: place },
      { ...flat, id: "other", stacking: place },
    ];
    const stacked = (programmes: readonly IncentiveProgramme[]) => ({ ...policy([one], programmes), stacking: groups });
    expect(run({ asOf, lines }, stacked([one, other]))).toBe(
      "incentives.priority_twice at policy.versions[1].programmes[1].stacking.priority",
    );
    expect(run({ asOf, lines }, stacked([{ ...one, stacking: { ...place, groupId: "x" } }]))).toBe(
      "kernel.unknown_row at policy.versions[1].programmes[0].stacking.groupId",
    );
    expect(run({ asOf, lines }, { ...policy([flat]), members: [{ id: "A" }] })).toBe("kernel.not_a_choice at policy.members[0].kind");
  });
});
