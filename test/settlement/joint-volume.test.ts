import type { ChannelMember, SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { checkProgramme, computeIncentive, drawPayoutCurve, findNextTier, type IncentiveProgramme, lintProgramme } from "qudao/incentives";
import { renderMessage } from "qudao/kernel";
import { parseIncentiveProgramme } from "qudao/schemas";
import { accumulate, mergeAccumulators, openAccumulator, settle, simulateOrder, traceLine } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectPlain } from "../support/incentives.js";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

const memberOf = (id: string, ...groupIds: readonly string[]): ChannelMember => ({ id, kind: "distributor", groupIds });
const members = [memberOf("A", "G"), memberOf("B", "G"), { id: "C", kind: "distributor" as const }];
/** 1 % of all from 0, 2 % from 1,000. */
const jointly = programmeOf({ earner: { jointly: true } });
const sold = (memberId: string, amount: string, kind: SaleLine["kind"] = "sale") =>
  lineOf({ id: `${memberId} ${amount}`, memberId, amount, kind });

function earned(programme: IncentiveProgramme, lines: readonly SaleLine[], of: readonly ChannelMember[] = members) {
  const accumulator = openAccumulator(policyOf({ programmes: [programme], members: of }));
  expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
  return settle(accumulator, { asOf: "2025-01-01" }).statements.map(({ memberId, lines: rows }) => {
    for (const { explanation } of rows) if (explanation !== null) expectPlain({ outcome: null, explanation });
    return [memberId, rows[0]?.earned?.amount ?? rows[0]?.problem?.code];
  });
}
const reaching = (b: string) => [sold("A", "600.00"), sold("B", b), sold("C", "999.99")];

describe("members of a group that count together", () => {
  test.each([
    ["399.99", "6.00", "4.00"],
    ["400.00", "12.00", "8.00"],
    ["400.01", "12.00", "8.00"],
  ])("600 and %s reach the tier together, and each is paid on its own: %s and %s", (b, ofA, ofB) => {
    expect(earned(jointly, reaching(b))).toStrictEqual([
      ["A", ofA],
      ["B", ofB],
      ["C", "10.00"], // in no group: 1 % of 999.99 alone
    ]);
  });

  test("graduated tiers are filled by the group, and each has its share of every slice", () => {
    const tiers = [
      { from: "0", rate: "0.01" },
      { from: "1000", rate: "0.03" },
    ];
    const graduated = { ...jointly, schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers } } as const;
    const lines = [sold("A", "1500.00"), sold("B", "500.00")];
    // 10 and 30 on 2,000, of which A sold three quarters
    expect(earned(graduated, lines)).toStrictEqual([
      ["A", "30.00"],
      ["B", "10.00"],
    ]);
    // what the group sold beyond 1,000 counts no more
    expect(earned({ ...graduated, limits: [{ kind: "qualifier_cap", value: "1000" }] }, lines)).toStrictEqual([
      ["A", "7.50"],
      ["B", "2.50"],
    ]);
  });

  test("what came back to one lowers the group, and is owed by nobody", () => {
    expect(earned(jointly, [sold("A", "1200.00"), sold("B", "200.00", "return")])).toStrictEqual([
      ["A", "24.00"],
      ["B", "0.00"],
    ]);
    expect(earned(jointly, [sold("A", "1200.00"), sold("B", "200.01", "return")])).toStrictEqual([
      ["A", "12.00"],
      ["B", "0.00"],
    ]);
  });

  test("a measure that one of them does not say is not known for the group", () => {
    const margin = programmeOf({
      earner: { jointly: true },
      measures: [{ name: "margin", of: "margin", scope: {} }],
      qualifier: { kind: "measure", measure: "margin" },
    });
    const withCost = (memberId: string, cost: string) => lineOf({ id: memberId, memberId, amount: "1000.00", cost });
    expect(earned(margin, [withCost("A", "400.00"), withCost("B", "600.00")])).toStrictEqual([
      ["A", "12.00"], // 600 and 400 make 1,000
      ["B", "8.00"],
    ]);
    expect(earned(margin, [withCost("A", "400.00"), sold("B", "1000.00")])).toStrictEqual([
      ["A", "incentives.measure_missing"],
      ["B", "incentives.measure_missing"],
    ]);
  });

  test("only those count together for whom the programme is", () => {
    const distributors = programmeOf({ earner: { jointly: true, kinds: ["distributor"] } });
    const mixed = [memberOf("A", "G"), { ...memberOf("B", "G"), kind: "agent" as const }];
    expect(earned(distributors, [sold("A", "600.00"), sold("B", "400.00")], mixed)).toStrictEqual([["A", "6.00"]]);
  });

  test("the statement holds what the group reached, and computeIncentive() earns the same on it", () => {
    const accumulator = openAccumulator(policyOf({ programmes: [jointly], members }));
    accumulate(accumulator, reaching("400.00"));
    const { statements } = settle(accumulator, { asOf: "2025-01-01", memberIds: ["A"] });
    const [line] = statements[0]?.lines ?? [];
    expect([statements.length, line?.amount, line?.joint]).toStrictEqual([1, "600", { amount: "1000", quantity: "2" }]);
    const answer = computeIncentive({ amount: "600", quantity: "1", joint: { amount: "1000", quantity: "2" } }, jointly);
    expect(answer.ok && [answer.value.outcome.earned.amount, answer.value.outcome.qualifier]).toStrictEqual(["12.00", "1000"]);
    if (answer.ok) expectPlain(answer.value);
    expect(computeIncentive({ amount: "600", quantity: "1" }, jointly)).toMatchObject({ problem: { code: "incentives.joint_missing" } });
    expect(faultAt(() => computeIncentive({ amount: "600", quantity: "1", joint: { amount: "x", quantity: "2" } }, jointly))).toBe(
      "kernel.not_a_decimal at facts.joint.amount",
    );
  });

  test("accumulators that hold a part of the group each add up", () => {
    const [left, right] = [0, 1].map(() => openAccumulator(policyOf({ programmes: [jointly], members })));
    if (left === undefined || right === undefined) throw new Error("two were opened");
    accumulate(left, [sold("A", "600.00")]);
    accumulate(right, [sold("B", "400.00")]);
    const { statements } = settle(mergeAccumulators(left, right), { asOf: "2025-01-01" });
    expect(statements.map(({ total }) => total.amount)).toStrictEqual(["12.00", "8.00"]);
  });

  test("an order of one lifts the other, too", () => {
    const accumulator = openAccumulator(policyOf({ programmes: [jointly], members }));
    accumulate(accumulator, [sold("A", "600.00"), sold("C", "5.00")]);
    const { effects } = simulateOrder({ asOf: "2024-03-01", lines: [sold("B", "400.00")] }, accumulator).outcome;
    expect(effects.map(({ memberId, before, after }) => [memberId, before, after])).toStrictEqual([
      ["A", "6", "12"],
      ["B", "0", "8"],
    ]);
  });

  test("the next tier is as far away as the group is, and the curve is that of a group of one", () => {
    const figures = { amount: "600", quantity: "6", joint: { amount: "900", quantity: "9" } };
    const next = findNextTier({ figures, step: "0.01", order: { amount: "100", quantity: "1" } }, jointly);
    expect(next.ok && next.value.outcome.next).toMatchObject({ tier: 2, missing: "100", earned: { amount: "14.00" } });
    expect(next.ok && next.value.outcome.order).toMatchObject({ tier: 2, earned: { amount: "14.00" } });
    const curve = drawPayoutCurve({ upTo: "1000", steps: 1, reference: {} }, jointly);
    expect(curve.ok && curve.value.outcome.map(({ earned: money }) => money.amount)).toStrictEqual(["0.00", "10.00", "20.00"]);
  });

  test("is refused where it has no meaning, with the place", () => {
    const faults = (changes: Partial<IncentiveProgramme>) =>
      checkProgramme({ ...jointly, ...changes }).map(({ code, path }) => [code, path]);
    expect(faults({})).toStrictEqual([]);
    expect(parseIncentiveProgramme(JSON.parse(JSON.stringify(jointly)))).toMatchObject({ ok: true, value: jointly });
    const tiers = [{ from: "0", rate: "0.01" }];
    const ratio = { method: "retroactive", unit: "ratio", boundary: "reaches", tiers } as const;
    expect(faults({ qualifier: { kind: "attainment" }, schedule: ratio })).toStrictEqual([["incentives.not_jointly", "qualifier.kind"]]);
    const lumps = { method: "lump_sum", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", amount: "10" }] } as const;
    expect(faults({ schedule: lumps })).toStrictEqual([["incentives.not_jointly", "schedule.method"]]);
    expect(faults({ negative: "recover" })).toStrictEqual([["incentives.not_jointly", "negative"]]);
    expect(faults({ stacking: { groupId: "S", priority: 1 } })).toStrictEqual([["incentives.not_jointly", "stacking"]]);
    expect(faults({ earner: { jointly: false as never } })).toStrictEqual([["kernel.not_a_choice", "earner.jointly"]]);
  });
});

describe("a member of several groups", () => {
  const both = memberOf("A", "G", "H");

  test("earns where the programme is for one of them", () => {
    const forGroups = (...groupIds: readonly string[]) => programmeOf({ earner: { groupIds } });
    expect(earned(forGroups("H"), [sold("A", "100.00")], [both])).toStrictEqual([["A", "1.00"]]);
    expect(earned(forGroups("X", "G"), [sold("A", "100.00")], [both])).toStrictEqual([["A", "1.00"]]);
    expect(earned(forGroups("X"), [sold("A", "100.00")], [both])).toStrictEqual([]);
    expect(earned(forGroups("G"), [sold("C", "100.00")], [both, { id: "C", kind: "agent" }])).toStrictEqual([]);
  });

  test("is told which groups it is in when the programme is for others", () => {
    const accumulator = openAccumulator(policyOf({ programmes: [programmeOf({ earner: { groupIds: ["X"] } })], members: [both] }));
    const [reason] = traceLine(sold("A", "100.00"), accumulator)[0]?.reasons ?? [];
    expect(reason && renderMessage(reason, "en", catalogue)).toBe("The programme is not for this member: groups G, H");
  });

  test("counts with the one group that the programme names, and with two of them nobody can say with whom", () => {
    const lines = [sold("A", "600.00"), sold("B", "400.00")];
    const group = [both, memberOf("B", "G")];
    expect(earned(programmeOf({ earner: { jointly: true, groupIds: ["G"] } }), lines, group)).toStrictEqual([
      ["A", "12.00"],
      ["B", "8.00"],
    ]);
    const open = (programme: IncentiveProgramme) => () => openAccumulator(policyOf({ programmes: [programme], members: group }));
    expect(faultAt(open(jointly))).toBe("settlement.joint_groups at policy.members[0].groupIds");
    const named = programmeOf({ earner: { jointly: true, groupIds: ["G", "H"] } });
    expect(faultAt(open(named))).toBe("settlement.joint_groups at policy.members[0].groupIds");
  });

  test("may be paid twice by programmes for different groups, which the lint finds", () => {
    const programme = programmeOf({ earner: { groupIds: ["G"] } });
    const other = programmeOf({ id: "other", earner: { groupIds: ["H"] } });
    const lint = lintProgramme({ programme, others: [other], stacked: [], products: [], reference: {} }, { leastJump: "0.5" });
    expect(lint.ok && lint.value.outcome.map(({ code }) => code)).toContain("incentives.double_grant");
  });

  test("a group that is no text is refused with its place", () => {
    const odd = { ...both, groupIds: ["G", ""] };
    expect(faultAt(() => openAccumulator(policyOf({ members: [odd] })))).toBe("kernel.not_text at policy.members[0].groupIds[1]");
  });
});
