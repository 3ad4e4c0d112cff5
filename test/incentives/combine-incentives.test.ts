import fc from "fast-check";
import { combineIncentives, type IncentiveProgramme, type StackingFacts, type StackingGroup, type StackingPolicy } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { readStackedCents, total } from "../support/incentive-oracle.js";
import { expectPlain } from "../support/incentives.js";
import { oracleRuns } from "../support/oracle-runs.js";
import { programmeOf } from "../support/settlement.js";

const flat = (id: string, rate: string, changes: Partial<IncentiveProgramme> = {}) =>
  programmeOf({ id, schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate }] }, ...changes });
const line = (id: string, amount: string) => ({ id, amount, quantity: "1" });
const group = (id: string, priority: number, combine: StackingGroup["combine"], changes: Partial<StackingGroup> = {}) => ({
  id,
  priority,
  combine,
  reducedBy: [],
  excludes: [],
  ...changes,
});
const place = (programmeId: string, groupId: string, priority: number) => ({ programmeId, groupId, priority });

const lines = [line("L1", "1000")];
const two: StackingFacts = {
  lines,
  candidates: [
    { programme: flat("ten", "0.1"), lineIds: ["L1"] },
    { programme: flat("two", "0.02"), lineIds: ["L1"] },
  ],
};
const inOne = (combine: StackingGroup["combine"], first = "ten"): StackingPolicy => ({
  groups: [group("G", 1, combine)],
  members: [place("ten", "G", first === "ten" ? 1 : 2), place("two", "G", first === "ten" ? 2 : 1)],
});

function earns(facts: StackingFacts, policy: StackingPolicy) {
  const answer = combineIncentives(frozen(structuredClone(facts)), frozen(structuredClone(policy)));
  if (!answer.ok) return answer.problem;
  expectPlain(answer.value);
  return Object.fromEntries(answer.value.outcome.incentives.map((one) => [one.programmeId, one.earned.amount]));
}

describe("combineIncentives()", () => {
  test.each([
    ["add", "ten", { ten: "100.00", two: "20.00" }],
    ["highest", "two", { two: "0.00", ten: "100.00" }],
    ["lowest", "ten", { ten: "0.00", two: "20.00" }],
    ["first", "ten", { ten: "100.00", two: "0.00" }],
    ["first", "two", { two: "20.00", ten: "0.00" }],
    ["reduce_base", "ten", { ten: "100.00", two: "18.00" }],
    ["reduce_base", "two", { two: "20.00", ten: "98.00" }],
  ] as const)("%s, with %s before the other", (combine, first, want) => {
    expect(earns(two, inOne(combine, first))).toStrictEqual(want);
  });

  describe("with free goods", () => {
    const gift = flat("gift", "0.01", { goods: { productId: "P9", unit: "piece" }, rounding: { decimals: 0, mode: "floor" } });
    const facts = {
      lines,
      candidates: [
        { programme: gift, lineIds: ["L1"] },
        { programme: flat("two", "0.02"), lineIds: ["L1"] },
      ],
    };
    const policy = (combine: StackingGroup["combine"], changes: Partial<StackingGroup> = {}): StackingPolicy => ({
      groups: [group("G", 1, combine, changes), group("H", 2, "add")],
      members: [place("two", "G", 2), place("gift", "G", 1)],
    });

    test.each(["highest", "lowest", "first"] as const)("%s cannot compare pieces with money, and says where", (combine) => {
      expect(faultAt(() => combineIncentives(facts, policy(combine)))).toBe("incentives.goods_compared at policy.members[1].groupId");
    });

    test.each([
      ["add", "20.00"],
      ["reduce_base", "20.00"],
      ["specific_first", "0.00"],
    ] as const)("%s keeps them beside money: they take nothing off it, and are in no total", (combine, two) => {
      const answer = combineIncentives(facts, policy(combine));
      if (!answer.ok) throw new Error(answer.problem.code);
      expectPlain(answer.value);
      const [first, second] = answer.value.outcome.incentives;
      expect([first?.programmeId, first?.earned.amount, first?.goods]).toStrictEqual([
        "gift",
        "0.00",
        { productId: "P9", quantity: "10", unit: "piece" },
      ]);
      expect([second?.earned.amount, second?.goods]).toStrictEqual([two, undefined]);
      expect(answer.value.outcome.total).toStrictEqual({ amount: two.replace(".00", ""), currency: "CNY" });
    });

    test("are none where their group is excluded by one that earns money, and exclude nobody", () => {
      const members = [place("two", "G", 1), place("gift", "H", 1)];
      const earned = (groups: readonly StackingGroup[], own = members) => {
        const answer = combineIncentives(facts, { groups, members: own });
        return answer.ok && answer.value.outcome.incentives.map(({ goods, earned: money }) => goods?.quantity ?? money.amount);
      };
      expect(earned([group("G", 1, "add", { excludes: ["H"] }), group("H", 2, "add")])).toStrictEqual(["20.00", "0"]);
      const turned = [place("gift", "G", 1), place("two", "H", 1)];
      expect(earned([group("G", 1, "add", { excludes: ["H"] }), group("H", 2, "add")], turned)).toStrictEqual(["10", "20.00"]);
    });
  });

  test("complaint 2: a programme that was created last still reduces the base of the others, where it is declared first", () => {
    const late = { ...two, candidates: [...two.candidates].reverse() };
    expect(earns(late, inOne("reduce_base"))).toStrictEqual(earns(two, inOne("reduce_base")));
    const groups = [group("A", 1, "add"), group("B", 2, "add", { reducedBy: ["A"] })];
    const apart = { groups, members: [place("ten", "A", 1), place("two", "B", 1)] };
    expect(earns(two, apart)).toStrictEqual({ ten: "100.00", two: "18.00" });
  });

  test("complaint 29: a line paid by a specific programme is not paid again by the general one: 2 and 15 are 17, not 20", () => {
    const facts: StackingFacts = {
      lines: [line("L1", "30"), line("L2", "150")],
      candidates: [
        { programme: flat("general", "0.1"), lineIds: ["L1", "L2"] },
        { programme: flat("specific", "0.0666666667", { scope: { include: { productIds: ["P1"] } } }), lineIds: ["L1"] },
      ],
    };
    const members = [place("general", "G", 1), place("specific", "G", 2)];
    expect(earns(facts, { groups: [group("G", 1, "specific_first")], members })).toStrictEqual({ specific: "2.00", general: "15.00" });
    expect(earns(facts, { groups: [group("G", 1, "add")], members })).toStrictEqual({ general: "18.00", specific: "2.00" });
  });

  test("a group that earns excludes the groups it names; one that earns nothing does not", () => {
    const policy: StackingPolicy = {
      groups: [group("A", 1, "add", { excludes: ["B"] }), group("B", 2, "add")],
      members: [place("ten", "A", 1), place("two", "B", 1)],
    };
    expect(earns(two, policy)).toStrictEqual({ ten: "100.00", two: "0.00" });
    const idle = { ...two, candidates: [{ programme: flat("ten", "0"), lineIds: ["L1"] }, ...two.candidates.slice(1)] };
    expect(earns(idle, policy)).toStrictEqual({ ten: "0.00", two: "20.00" });
  });

  // 1,000 sold and 1,000 back, in windows of their own: of every way to combine, the second mirrors the first
  test.each([
    ["add", { ten: "-100.00", two: "-20.00" }],
    ["highest", { ten: "-100.00", two: "0.00" }],
    ["lowest", { ten: "0.00", two: "-20.00" }],
    ["first", { ten: "-100.00", two: "0.00" }],
    ["reduce_base", { ten: "-100.00", two: "-18.00" }],
    ["specific_first", { ten: "-100.00", two: "0.00" }],
  ] as const)("complaint 13: %s, what came back costs what its sale brought", (combine, want) => {
    const owing = (rate: string, id: string) => flat(id, rate, { negative: "recover" });
    const candidates = [owing("0.1", "ten"), owing("0.02", "two")].map((programme) => ({ programme, lineIds: ["L1"] }));
    const mirrored = Object.fromEntries(Object.entries(want).map(([id, amount]) => [id, amount.replace("-", "")]));
    expect(earns({ lines, candidates }, inOne(combine))).toEqual(mirrored);
    expect(earns({ lines: [{ id: "L1", amount: "-1000", quantity: "-1" }], candidates }, inOne(combine))).toEqual(want);
  });

  test("complaint 13: what was excluded on the sale is not owed on its return, and what was earned beside it is", () => {
    const owing = (id: string, rate: string, lineIds: readonly string[]) => ({
      programme: flat(id, rate, { negative: "recover" }),
      lineIds,
    });
    const policy: StackingPolicy = {
      groups: [group("A", 1, "add", { excludes: ["B"] }), group("B", 2, "add")],
      members: [place("ten", "A", 1), place("two", "B", 1), place("one", "B", 2)],
    };
    const candidates = [owing("ten", "0.1", ["L1"]), owing("two", "0.02", ["L1"]), owing("one", "0.01", ["L2"])];
    const back = { id: "L1", amount: "-1000", quantity: "-1" };
    expect(earns({ lines: [line("L1", "1000"), line("L2", "0")], candidates }, policy)).toEqual({
      ten: "100.00",
      two: "0.00",
      one: "0.00",
    });
    expect(earns({ lines: [back, line("L2", "0")], candidates }, policy)).toEqual({ ten: "-100.00", two: "0.00", one: "0.00" });
    // 300 sold on other lines earn their 1 %: the group that owes takes away nothing that is earned
    expect(earns({ lines: [back, line("L2", "300")], candidates }, policy)).toEqual({ ten: "-100.00", two: "0.00", one: "3.00" });
    const answer = combineIncentives({ lines: [back, line("L2", "300")], candidates }, policy);
    expect(answer.ok && answer.value.outcome.incentives.map(({ status, to }) => [status, to])).toEqual([
      ["earns", null],
      ["excluded", "A"],
      ["earns", null],
    ]);
  });

  test("of one that earns and one that the member owes for, the one that earns is the lowest above 0, and the highest", () => {
    const mixed = { lines: [line("L1", "1000"), { id: "L2", amount: "-2000", quantity: "-1" }] };
    const candidates = [
      { programme: flat("ten", "0.1", { negative: "recover" }), lineIds: ["L1"] },
      { programme: flat("two", "0.02", { negative: "recover" }), lineIds: ["L2"] },
    ];
    for (const combine of ["highest", "lowest"] as const) {
      expect(earns({ ...mixed, candidates }, inOne(combine))).toEqual({ ten: "100.00", two: "0.00" });
    }
  });

  test("what an earlier programme earned is taken off only on the lines that both count", () => {
    const facts = {
      lines: [line("L1", "300"), line("L2", "700")],
      candidates: [
        { programme: flat("ten", "0.1"), lineIds: ["L1", "L2"] },
        { programme: flat("two", "0.02"), lineIds: ["L1"] },
      ],
    };
    // 100 on 1000, of which 30 on L1: 2 % of 270
    expect(earns(facts, inOne("reduce_base"))).toStrictEqual({ ten: "100.00", two: "5.40" });
  });

  test("a programme that nobody declared is a problem, never a second payment (G-13)", () => {
    const missing = { ...inOne("add"), members: [place("ten", "G", 1)] };
    expect(earns(two, missing)).toStrictEqual({ code: "incentives.stacking_undeclared", params: { programmeId: "two" } });
    const dollars = flat("two", "0.02", {
      currency: "USD",
      schedule: { method: "graduated", unit: "USD", boundary: "reaches", tiers: [{ from: "0", rate: "0" }] },
    });
    expect(earns({ ...two, candidates: [two.candidates[0] as never, { programme: dollars, lineIds: [] }] }, inOne("add"))).toMatchObject({
      code: "incentives.currencies_differ",
    });
    const grows = programmeOf({
      id: "two",
      qualifier: { kind: "growth_amount", of: "amount", baseline: "given", zeroBaseline: { kind: "not_eligible" } },
    });
    expect(earns({ ...two, candidates: [{ programme: grows, lineIds: ["L1"] }] }, inOne("add"))).toStrictEqual({
      code: "incentives.baseline_missing",
      params: {},
    });
  });

  test("one that is not known gives way to an earlier one of `first` that earns, or is excluded with its group", () => {
    const grows = flat("grows", "0.1", {
      qualifier: { kind: "growth_amount", of: "amount", baseline: "given", zeroBaseline: { kind: "not_eligible" } },
    });
    const facts: StackingFacts = {
      lines,
      candidates: [flat("none", "0"), flat("two", "0.02"), grows, flat("three", "0.03")].map((programme) => ({
        programme,
        lineIds: ["L1"],
      })),
    };
    const placed = (order: readonly string[], combine: StackingGroup["combine"] = "first"): StackingPolicy => ({
      groups: [group("G", 1, combine)],
      members: order.map((id, i) => place(id, "G", i + 1)),
    });
    const missing = { code: "incentives.baseline_missing", params: {} };
    expect(earns(facts, placed(["none", "two", "grows", "three"]))).toStrictEqual({
      none: "0.00",
      two: "20.00",
      grows: "0.00",
      three: "0.00",
    });
    expect(earns(facts, placed(["none", "grows", "two", "three"]))).toStrictEqual(missing);
    expect(earns(facts, placed(["none", "two", "grows", "three"], "highest"))).toStrictEqual(missing);
    const answer = combineIncentives(facts, placed(["none", "two", "grows", "three"]));
    const row = answer.ok ? answer.value.outcome.incentives[2] : undefined;
    expect([row?.alone, row?.base, row?.status, row?.to]).toStrictEqual([null, null, "gives_way", "two"]);
    expect(answer.ok && answer.value.outcome.total.amount).toBe("20");
    const groups = [group("A", 1, "add", { excludes: ["B"] }), group("B", 2, "highest")];
    const members = [place("none", "A", 1), place("two", "A", 2), place("grows", "B", 1), place("three", "B", 2)];
    expect(earns(facts, { groups, members })).toStrictEqual({ none: "0.00", two: "20.00", grows: "0.00", three: "0.00" });
    // pieces that nobody knows are none, and no money
    const pieces = { ...grows, goods: { productId: "P9", unit: "piece" }, rounding: { decimals: 0, mode: "floor" } } as const;
    const apart = { groups: [groups[0] as StackingGroup, group("B", 2, "add")], members: members.slice(1, 3) };
    const excluded = combineIncentives(
      { lines, candidates: [facts.candidates[1] as never, { programme: pieces, lineIds: ["L1"] }] },
      apart,
    );
    expect(excluded.ok && excluded.value.outcome.incentives[1]).toMatchObject({
      earned: { amount: "0.00", currency: "CNY" },
      alone: null,
      goods: { productId: "P9", quantity: "0", unit: "piece" },
      status: "excluded",
      to: "A",
    });
  });

  test("refuses an order that is none", () => {
    const members = [place("ten", "G", 1), place("two", "G", 1)];
    expect(faultAt(() => earns(two, { ...inOne("add"), members }))).toBe("incentives.priority_twice at policy.members[1].priority");
    const groups = [group("A", 1, "add", { reducedBy: ["B"] }), group("B", 2, "add")];
    expect(faultAt(() => earns(two, { groups, members: [] }))).toBe("incentives.reduced_by_later at policy.groups[0].reducedBy[0]");
    expect(faultAt(() => earns(two, { groups: [group("A", 1, "add", { excludes: ["A"] })], members: [] }))).toBe(
      "incentives.reduced_by_later at policy.groups[0].excludes[0]",
    );
    expect(faultAt(() => earns({ ...two, lines: [] }, inOne("add")))).toBe("kernel.unknown_row at facts.candidates[0].lineIds[0]");
    expect(faultAt(() => earns({ ...two, lines: [...lines, ...lines] }, inOne("add")))).toBe("kernel.named_twice at facts.lines[1].id");
    expect(faultAt(() => earns(two, { ...inOne("add"), groups: [group("G", 0, "add")] }))).toBe(
      "kernel.not_a_count at policy.groups[0].priority",
    );
    expect(faultAt(() => earns(two, { ...inOne("add"), members: [place("ten", "Z", 1)] }))).toBe(
      "kernel.unknown_row at policy.members[0].groupId",
    );
  });

  test("a second implementation agrees, and the order in the file never matters, only priority", () => {
    const ids = ["p1", "p2", "p3", "p4"];
    const lineIds = ["L1", "L2", "L3"];
    const rate = fc.integer({ min: 0, max: 300 }).map((n) => (n / 1000).toFixed(3));
    const scope = fc.constantFrom(
      {},
      { include: { brandIds: ["B"] } },
      { include: { categoryIds: ["C"] } },
      { include: { productIds: ["P"] } },
    );
    const programme = fc.tuple(rate, rate, scope, fc.constantFrom("retroactive", "graduated"), fc.subarray(lineIds));
    const mode = fc.constantFrom("add", "highest", "lowest", "first", "reduce_base", "specific_first") as fc.Arbitrary<
      StackingGroup["combine"]
    >;
    const cents = fc.integer({ min: 0, max: 60_000 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(
        fc.tuple(programme, programme, programme, programme),
        fc.tuple(cents, cents, cents),
        fc.tuple(mode, mode),
        fc.tuple(fc.boolean(), fc.boolean()),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }),
        (drawn, amounts, [one, other], [reduces, excludes], inFirst, priorities) => {
          const facts: StackingFacts = {
            lines: amounts.map((amount, i) => line(lineIds[i] as string, amount)),
            candidates: drawn.map(([low, high, included, method, counted], i) => ({
              programme: programmeOf({
                id: ids[i] as string,
                scope: included as never,
                schedule: {
                  method: method as "graduated",
                  unit: "CNY",
                  boundary: "reaches",
                  tiers: [
                    { from: "0", rate: low },
                    { from: "250", rate: high },
                  ],
                },
              }),
              lineIds: counted,
            })),
          };
          const policy: StackingPolicy = {
            groups: [group("A", 1, one, excludes ? { excludes: ["B"] } : {}), group("B", 2, other, reduces ? { reducedBy: ["A"] } : {})],
            members: ids.map((id, i) => place(id, inFirst[i] ? "A" : "B", priorities[i] as number)),
          };
          const answer = combineIncentives(facts, policy);
          if (!answer.ok) throw new Error("unexpected");
          const paid = Object.fromEntries(answer.value.outcome.incentives.map((one_) => [one_.programmeId, one_.earned.amount]));
          expect(paid).toEqual(Object.fromEntries(readStackedCents(facts, policy)));
          expect(total(Object.values(paid))).toBe(total([answer.value.outcome.total.amount]));
          const turned = combineIncentives(
            { lines: [...facts.lines].reverse(), candidates: [...facts.candidates].reverse() },
            { groups: [...policy.groups].reverse(), members: [...policy.members].reverse() },
          );
          expect(turned.ok && turned.value.outcome).toStrictEqual(answer.value.outcome);
        },
      ),
      oracleRuns(400),
    );
  });
});
