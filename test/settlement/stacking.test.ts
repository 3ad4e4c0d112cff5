import fc from "fast-check";
import type { ChannelMember, SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { combineIncentives, type IncentiveProgramme, type StackingGroup, type StackingPolicy } from "qudao/incentives";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import { parseAccumulatorPolicy } from "qudao/schemas";
import {
  type AccumulatorPolicy,
  accumulate,
  explainStatement,
  openAccumulator,
  type SettlementFacts,
  type Statement,
  settle,
  traceLine,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { settled } from "../support/settled.js";
import { dealer, groupOf, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const flat = (id: string, rate: string, priority: number, changes: Partial<IncentiveProgramme> = {}) =>
  programmeOf({
    id,
    schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate }] },
    stacking: { groupId: "G", priority },
    ...changes,
  });
const asOf = "2025-01-01";

const paid = (policy: Partial<AccumulatorPolicy>, lines = [lineOf({ amount: "1000" })], facts?: Partial<SettlementFacts>) =>
  settled(policyOf({ sources: "ids", ...policy }), lines, facts).statements;

const earns = (...given: Parameters<typeof paid>) =>
  Object.fromEntries(paid(...given)[0]?.lines.map((line) => [line.programmeId, line.earned?.amount ?? line.problem?.code]) ?? []);

describe("settle() with programmes that share sales", () => {
  test.each([
    ["add", 1, { ten: "100.00", two: "20.00" }],
    ["highest", 2, { ten: "100.00", two: "0.00" }],
    ["lowest", 1, { ten: "0.00", two: "20.00" }],
    ["first", 1, { ten: "100.00", two: "0.00" }],
    ["first", 3, { ten: "0.00", two: "20.00" }],
    ["reduce_base", 1, { ten: "100.00", two: "18.00" }],
    ["reduce_base", 3, { ten: "98.00", two: "20.00" }],
  ] as const)("%s, the 10 % at priority %d beside 2 % at 2 on 1,000", (combine, priority, want) => {
    const at = priority === 2 ? 4 : priority;
    expect(earns({ stacking: [groupOf(combine)], programmes: [flat("ten", "0.1", at), flat("two", "0.02", 2)] })).toStrictEqual(want);
  });

  test("complaint 29: settled, a line that a specific programme used is not used again by the general one: 2 and 15, not 20", () => {
    const programmes = [flat("general", "0.1", 1), flat("specific", "0.0666666667", 2, { scope: { include: { productIds: ["P1"] } } })];
    const lines = [lineOf({ amount: "30" }), lineOf({ id: "L2", productId: "P2", amount: "150" })];
    expect(earns({ stacking: [groupOf("specific_first")], programmes }, lines)).toStrictEqual({ general: "15.00", specific: "2.00" });
    const [statement] = paid({ stacking: [groupOf("specific_first")], programmes }, lines);
    expect(statement?.lines.map(({ amount, sources }) => [amount, sources.ids])).toStrictEqual([
      ["150", ["L2"]],
      ["30", ["L1"]],
    ]);
  });

  test("complaint 2: what the earlier group earned is taken off the later one, on the lines that both count", () => {
    const programmes = [
      flat("two", "0.02", 1, { stacking: { groupId: "B", priority: 1 }, scope: { include: { productIds: ["P1"] } } }),
      flat("ten", "0.1", 1, { stacking: { groupId: "A", priority: 1 } }),
    ];
    const stacking = [groupOf("add", { id: "B", priority: 2, reducedBy: ["A"] }), groupOf("add", { id: "A" })];
    const lines = [lineOf({ amount: "300" }), lineOf({ id: "L2", productId: "P2", amount: "700" })];
    // 100 on 1000, of which 30 on L1: 2 % of 270
    expect(earns({ stacking, programmes }, lines)).toStrictEqual({ ten: "100.00", two: "5.40" });
    const [statement] = paid({ stacking, programmes }, lines);
    expect(statement?.lines[0]?.stacked).toStrictEqual({
      groupId: "B",
      status: "earns",
      to: null,
      alone: { amount: "5.40", currency: "CNY" },
      base: "270",
    });
  });

  test("a group that earns excludes the groups it names; one that earns nothing does not", () => {
    const programmes = (rate: string) => [
      flat("ten", rate, 1, { stacking: { groupId: "A", priority: 1 } }),
      flat("two", "0.02", 1, { stacking: { groupId: "B", priority: 1 } }),
    ];
    const stacking = [groupOf("add", { id: "A", excludes: ["B"] }), groupOf("add", { id: "B", priority: 2 })];
    expect(earns({ stacking, programmes: programmes("0.1") })).toStrictEqual({ ten: "100.00", two: "0.00" });
    expect(earns({ stacking, programmes: programmes("0") })).toStrictEqual({ ten: "0.00", two: "20.00" });
  });

  test("what hangs on a figure that is not known is undetermined with it, never paid and never 0", () => {
    const grows = flat("grows", "0.1", 1, {
      qualifier: { kind: "growth_amount", of: "amount", baseline: "given", zeroBaseline: { kind: "not_eligible" } },
    });
    const unknown = "incentives.baseline_missing";
    const two = flat("two", "0.02", 2);
    expect(earns({ stacking: [groupOf("highest")], programmes: [grows, two] })).toStrictEqual({ grows: unknown, two: unknown });
    expect(earns({ stacking: [groupOf("reduce_base")], programmes: [grows, two] })).toStrictEqual({ grows: unknown, two: unknown });
    expect(earns({ stacking: [groupOf("add")], programmes: [grows, two] })).toStrictEqual({ grows: unknown, two: "20.00" });
    const elsewhere = flat("two", "0.02", 2, { scope: { include: { productIds: ["P1"] } } });
    const apart = { ...grows, scope: { exclude: { productIds: ["P1"] } }, limits: [{ kind: "payment_floor", amount: "1" }] } as const;
    expect(earns({ stacking: [groupOf("reduce_base")], programmes: [apart, elsewhere] })).toStrictEqual({ grows: unknown, two: "20.00" });
    const groups = [groupOf("add", { id: "A", excludes: ["B"] }), groupOf("add", { id: "B", priority: 2 })];
    const placed = [
      { ...grows, stacking: { groupId: "A", priority: 1 } },
      { ...two, stacking: { groupId: "B", priority: 1 } },
    ];
    expect(earns({ stacking: groups, programmes: placed })).toStrictEqual({ grows: unknown, two: unknown });
    // whatever it comes to, another group excludes the last one for certain
    const certain = [
      groupOf("add", { id: "A", excludes: ["C"] }),
      groupOf("add", { id: "B", priority: 2, excludes: ["C"] }),
      groupOf("add", { id: "C", priority: 3 }),
    ];
    const three = [
      placed[0],
      { ...two, stacking: { groupId: "B", priority: 1 } },
      flat("last", "0.1", 1, { stacking: { groupId: "C", priority: 1 } }),
    ];
    expect(earns({ stacking: certain, programmes: three as IncentiveProgramme[] })).toStrictEqual({
      grows: unknown,
      two: "20.00",
      last: "0.00",
    });
  });

  describe("a programme that is not known", () => {
    const grows = (priority: number) =>
      flat("grows", "0.1", priority, {
        qualifier: { kind: "growth_amount", of: "amount", baseline: "given", zeroBaseline: { kind: "not_eligible" } },
      });
    const unknown = "incentives.baseline_missing";
    const [none, two, three] = [flat("none", "0", 1), flat("two", "0.02", 2), flat("three", "0.03", 4)];

    test("gives way where an earlier one of `first` earns for certain", () => {
      const stacking = [groupOf("first")];
      const programmes = [none, two, grows(3), three];
      expect(earns({ stacking, programmes })).toStrictEqual({ none: "0.00", two: "20.00", grows: "0.00", three: "0.00" });
      const [statement] = paid({ stacking, programmes });
      const [, , line] = statement?.lines ?? [];
      expect(line).toMatchObject({ status: "final", earned: { amount: "0.00" }, exact: "0", payable: { amount: "0.00" }, tier: null });
      expect(line?.stacked).toStrictEqual({ groupId: "G", status: "gives_way", to: "two", alone: null, base: null });
      expect([statement?.total.amount, statement?.undetermined]).toStrictEqual(["20.00", 0]);
      const told = explainStatement(statement as Statement);
      expect(checkExplanation(told)).toStrictEqual([]);
      expect(renderExplanation(told, { language: "en", catalogue })).toContain(
        "gives way to two whatever it would have earned, which is not known",
      );
      expect(renderExplanation(told, { language: "zh", catalogue })).toContain("让位于 two：原可得尚未确定，但无论多少都不计入");
    });

    test("leaves those of `first` open that come after it, and those before it that earn nothing", () => {
      const stacking = [groupOf("first")];
      expect(earns({ stacking, programmes: [none, grows(2), three] })).toStrictEqual({ none: unknown, grows: unknown, three: unknown });
      expect(earns({ stacking, programmes: [none, grows(2)] })).toStrictEqual({ none: unknown, grows: unknown });
    });

    test("is excluded for certain with its group, and leaves nothing open beyond it", () => {
      const stacking = [
        groupOf("add", { id: "A", excludes: ["B"] }),
        groupOf("highest", { id: "B", priority: 2, excludes: ["C"] }),
        groupOf("add", { id: "C", priority: 3 }),
      ];
      const inGroup = (programme: IncentiveProgramme, groupId: string) => ({ ...programme, stacking: { groupId, priority: 1 } });
      const excluded = [inGroup(two, "A"), inGroup(grows(1), "B"), inGroup(three, "C")];
      expect(earns({ stacking, programmes: excluded })).toStrictEqual({ two: "20.00", grows: "0.00", three: "30.00" });
      // pieces that nobody knows are none where the group is excluded
      const pieces = { ...grows(1), goods: { productId: "P9", unit: "piece" }, rounding: { decimals: 0, mode: "floor" } } as const;
      const adding = stacking.map((one) => ({ ...one, combine: "add" as const }));
      const [statement] = paid({ stacking: adding, programmes: [inGroup(two, "A"), inGroup(pieces, "B")] });
      expect(statement?.lines[1]).toMatchObject({ earned: { amount: "0.00" }, goods: { productId: "P9", quantity: "0", unit: "piece" } });
    });

    test("keeps what a refundable cap withheld while it gives way", () => {
      const later = { ...grows(3), limits: [{ kind: "payment_cap", amount: "50", refundable: true }] } as const;
      const only = { ...two, scope: { include: { productIds: ["P2"] } } };
      const lines = [
        lineOf({ amount: "1000" }),
        lineOf({ id: "L2", date: "2024-05-01", productId: "P2", amount: "500" }),
        lineOf({ id: "L3", date: "2024-08-01", amount: "100" }),
      ];
      const baselines = ["2024-Q1", "2024-Q3", "2024-Q4"].map((periodId) => ({
        memberId: "A",
        programmeId: "grows",
        periodId,
        value: "1",
      }));
      const [statement] = paid({ stacking: [groupOf("first")], programmes: [only, later] }, lines, { baselines });
      // Q1: 10 % of 999 more, of which 49.90 wait. Q2 gives way. Q3: 9.90 + 49.90
      expect(statement?.lines.slice(1).map(({ window, earned, withheld }) => [window.id, earned?.amount, withheld])).toStrictEqual([
        ["2024-Q1", "50.00", "49.9"],
        ["2024-Q2", "0.00", "49.9"],
        ["2024-Q3", "50.00", "9.8"],
        ["2024-Q4", "9.80", "0"],
      ]);
    });
  });

  test("what a refundable cap withheld stays withheld while its programme gives way", () => {
    const capped = flat("capped", "0.1", 1, { limits: [{ kind: "payment_cap", amount: "50", refundable: true }] });
    const big = flat("big", "0.2", 2, { scope: { include: { productIds: ["P2"] } } });
    const lines = [
      lineOf({ amount: "1000" }),
      lineOf({ id: "L2", date: "2024-05-01", productId: "P2", amount: "500" }),
      lineOf({ id: "L3", date: "2024-08-01", amount: "100" }),
    ];
    const [statement] = paid({ stacking: [groupOf("highest")], programmes: [capped, big] }, lines);
    // Q1: 100, of which 50 wait. Q2: 50 + 50 give way to 100. Q3: 10 + 50, of which 10 wait. Q4: the 10
    expect(statement?.lines.map((line) => [line.programmeId, line.window.id, line.earned?.amount, line.withheld])).toStrictEqual([
      ["capped", "2024-Q1", "50.00", "50"],
      ["capped", "2024-Q2", "0.00", "50"],
      ["capped", "2024-Q3", "50.00", "10"],
      ["capped", "2024-Q4", "10.00", "0"],
      ["big", "2024-Q2", "100.00", undefined],
    ]);
  });

  test("the schema of the policy takes the groups, and refuses what opening would refuse", () => {
    const programmes = [flat("ten", "0.1", 1), flat("two", "0.02", 2)];
    expect(parseAccumulatorPolicy(policyOf({ stacking: [groupOf("highest")], programmes })).ok).toBe(true);
    const faults = (policy: unknown) => {
      const read = parseAccumulatorPolicy(policy);
      return read.ok ? [] : read.problem.map(({ code, path }) => `${code} at ${path}`);
    };
    expect(faults(policyOf({ stacking: [], programmes }))).toStrictEqual(["kernel.unknown_row at programmes[0].stacking.groupId"]);
    expect(faults(policyOf({ stacking: [groupOf("best" as never)], programmes }))).toStrictEqual([
      "entities.not_a_choice at stacking[0].combine",
    ]);
  });

  test("refuses programmes that have no place, or whose windows cannot be compared", () => {
    const open = (stacking: StackingGroup[], ...programmes: IncentiveProgramme[]) =>
      faultAt(() => openAccumulator(policyOf({ stacking, programmes })));
    const ten = flat("ten", "0.1", 1);
    const two = flat("two", "0.02", 2);
    expect(open([groupOf("add")], { ...ten, stacking: undefined })).toBe("settlement.stacking_missing at policy.programmes[0].stacking");
    expect(open([], ten)).toBe("kernel.unknown_row at policy.programmes[0].stacking.groupId");
    expect(open([groupOf("add")], ten, flat("two", "0.02", 1))).toBe("incentives.priority_twice at policy.programmes[1].stacking.priority");
    expect(open([groupOf("add", { priority: 0 })], ten)).toBe("kernel.not_a_count at policy.stacking[0].priority");
    const monthly = { ...two, window: { kind: "calendar", unit: "month" } } as const;
    expect(open([groupOf("highest")], ten, monthly)).toBe("settlement.stacking_windows at policy.programmes[1].window");
    expect(openAccumulator(policyOf({ stacking: [groupOf("add")], programmes: [ten, monthly] })).kind).toBe("qudao.accumulator");
    const ignores = { ...two, returns: "ignore" } as const;
    expect(open([groupOf("reduce_base")], ten, ignores)).toBe("settlement.stacking_returns at policy.programmes[1]");
    expect(openAccumulator(policyOf({ stacking: [groupOf("highest")], programmes: [ten, ignores] })).kind).toBe("qudao.accumulator");
    const versions = [
      { ...ten, effective: { start: "2024-01-01", end: "2024-02-01" } },
      { ...ten, version: "2", effective: { start: "2024-02-01", end: "2025-01-01" } },
    ];
    expect(open([groupOf("highest")], ...versions)).toBe("settlement.stacking_version at policy.programmes[1].effective");
    expect(openAccumulator(policyOf({ stacking: [groupOf("add")], programmes: versions })).kind).toBe("qudao.accumulator");
    const many = Array.from({ length: 14 }, (_, i) => flat(`p${i}`, "0.01", i + 1, { scope: { include: { productIds: ["P1"] } } }));
    expect(open([groupOf("specific_first")], ...many)).toMatch(/^settlement.stacking_too_wide at policy\.programmes\[\d+\]\.stacking$/);
  });
});

// the law

const ids = ["p1", "p2", "p3", "p4"];
const rate = fc.integer({ min: 0, max: 300 }).map((n) => (n / 1000).toFixed(3));
const scope = fc.constantFrom<IncentiveProgramme["scope"]>(
  {},
  { include: { brandIds: ["B1"] } },
  { include: { categoryIds: ["C1"] } },
  { include: { productIds: ["P1"] } },
  { include: { productIds: ["P1", "P2"] }, exclude: { brandIds: ["B2"] } },
  { exclude: { productIds: ["P2"] } },
  { include: { attributes: { project: ["metro"] } } },
);
const programme = fc.record({
  low: rate,
  high: rate,
  scope,
  method: fc.constantFrom("retroactive" as const, "graduated" as const),
  gold: fc.boolean(),
  end: fc.constantFrom("2025-01-01", "2025-01-01", "2024-02-20"),
});
const mode = fc.constantFrom<StackingGroup["combine"]>("add", "highest", "lowest", "first", "reduce_base", "specific_first");
const saleLine = fc
  .record({
    memberId: fc.constantFrom("A", "B"),
    productId: fc.constantFrom("P1", "P2", "P3"),
    categoryId: fc.constantFrom("C1", "C2", undefined),
    brandId: fc.constantFrom("B1", "B2", undefined),
    attributes: fc.constantFrom(undefined, { project: "metro" }),
    date: fc.constantFrom("2024-01-15", "2024-02-19", "2024-02-20", "2024-03-31", "2024-05-02"),
    amount: fc.integer({ min: 1, max: 60_000 }).map((n) => (n / 100).toFixed(2)),
    kind: fc.constantFrom("sale" as const, "sale" as const, "sale" as const, "return" as const),
  })
  .map((drawn) => lineOf(drawn));
const saleLines = fc.array(saleLine, { maxLength: 10 }).map((all) => all.map((one, i) => ({ ...one, id: `L${i}` })));
const members: ChannelMember[] = [dealer, { ...dealer, id: "B", memberClass: "silver" }];

describe("laws of shared sales", () => {
  test("settle with stacking equals combineIncentives over the same lines, and the order in the file never matters, only priority", () => {
    fc.assert(
      fc.property(
        fc.tuple(programme, programme, programme, programme),
        fc.tuple(mode, mode),
        fc.tuple(fc.boolean(), fc.boolean()),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }),
        saleLines,
        (drawn, [one, other], [reduces, excludes], inFirst, priorities, lines) => {
          const programmes = drawn.map(({ low, high, scope: within, method, gold, end }, i) =>
            programmeOf({
              id: ids[i] as string,
              scope: within,
              earner: gold ? { memberClasses: ["gold"] } : {},
              effective: { start: "2024-01-01", end },
              stacking: { groupId: inFirst[i] ? "A" : "B", priority: priorities[i] as number },
              schedule: {
                method,
                unit: "CNY",
                boundary: "reaches",
                tiers: [
                  { from: "0", rate: low },
                  { from: "250", rate: high },
                ],
              },
            }),
          );
          const stacking = [
            groupOf(one, { id: "A", ...(excludes ? { excludes: ["B"] } : {}) }),
            groupOf(other, { id: "B", priority: 2, ...(reduces ? { reducedBy: ["A"] } : {}) }),
          ];
          const policy = policyOf({ sources: "ids", members, programmes, stacking });
          const accumulator = openAccumulator(policy);
          accumulate(accumulator, lines);
          const { statements } = settle(accumulator, { asOf });
          const traces = new Map(lines.map((line) => [line.id, traceLine(line, accumulator)]));
          const combining: StackingPolicy = {
            groups: stacking,
            members: programmes.map(({ id, stacking: place }) => ({ programmeId: id, ...(place as NonNullable<typeof place>) })),
          };
          for (const { id: memberId } of members) {
            const rows = statements.find((statement) => statement.memberId === memberId)?.lines ?? [];
            for (const window of ["2024-Q1", "2024-Q2"]) {
              const own = lines.filter((line) => line.memberId === memberId);
              const counts = (line: SaleLine, id: string) =>
                traces.get(line.id)?.some((trace) => trace.programmeId === id && trace.windowIds.includes(window));
              const candidates = programmes
                .map((agreed) => ({ programme: agreed, lineIds: own.filter((line) => counts(line, agreed.id)).map(({ id }) => id) }))
                .filter(({ lineIds }) => lineIds.length > 0);
              const answer = combineIncentives(
                {
                  lines: own.map(({ id, amount, kind }) =>
                    kind === "sale" ? { id, amount, quantity: "1" } : { id, amount: `-${amount}`, quantity: "-1" },
                  ),
                  candidates,
                },
                combining,
              );
              if (!answer.ok) throw new Error(answer.problem.code);
              const settledRows = rows.filter((row) => row.window.id === window);
              for (const combined of answer.value.outcome.incentives) {
                const row = settledRows.find(({ programmeId }) => programmeId === combined.programmeId);
                if (row === undefined) {
                  expect([combined.earned.amount, combined.lineIds]).toStrictEqual(["0.00", []]); // no line is left to it
                  continue;
                }
                const { groupId, status, to, alone, base } = combined;
                expect(row.stacked).toStrictEqual({ groupId, status, to, alone, base });
                expect([row.earned, row.sources]).toStrictEqual([
                  combined.earned,
                  { count: combined.lineIds.length, ids: [...combined.lineIds].sort() },
                ]);
              }
              expect(settledRows.filter(({ programmeId }) => !candidates.some((row) => row.programme.id === programmeId))).toStrictEqual(
                [],
              );
            }
            for (const { explanation } of rows) if (explanation !== null) expect(checkExplanation(explanation)).toStrictEqual([]);
          }
          const turned = openAccumulator({ ...policy, programmes: [...programmes].reverse(), stacking: [...stacking].reverse() });
          accumulate(turned, [...lines].reverse());
          const backwards = settle(turned, { asOf }).statements.map((statement) => ({
            ...statement,
            lines: ids.flatMap((id) => statement.lines.filter((row) => row.programmeId === id)),
          }));
          expect(backwards).toStrictEqual(statements);
        },
      ),
      { seed: 20240101, numRuns: 200 },
    );
  });

  test("a statement of shared sales reads in both languages", () => {
    const programmes = [flat("ten", "0.1", 1), flat("two", "0.02", 2)];
    const working = paid({ stacking: [groupOf("highest")], programmes }, [lineOf({ amount: "1000" })])[0]?.lines.map(
      ({ explanation }) => explanation,
    );
    const read = (language: "en" | "zh") =>
      working?.map((node) => (node === null ? "" : renderExplanation(node, { language, catalogue }).split("\n")[0]));
    expect(read("en")).toStrictEqual([
      "Volume rebate on a base of 1000: 100.00",
      "Volume rebate gives way to ten: it would have earned 20.00, and adds 0",
    ]);
    expect(read("zh")).toStrictEqual(["销量返利，基数 1000：100.00", "销量返利 让位于 ten：原可得 20.00，计 0"]);
  });
});
