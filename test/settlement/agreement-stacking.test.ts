import { catalogue } from "qudao/i18n";
import { attributeIncentive, checkProgramme, type IncentiveProgramme, type StackingGroup } from "qudao/incentives";
import { checkExplanation, renderExplanation, renderMessage } from "qudao/kernel";
import { AccumulatorPolicySchema } from "qudao/schemas";
import {
  type AccumulatorMember,
  type AccumulatorPolicy,
  accumulate,
  explainNonEarning,
  explainStatement,
  forecastSettlement,
  mergeAccumulators,
  openAccumulator,
  restore,
  type SettlementFacts,
  settle,
  simulateOrder,
  simulateProgrammes,
  snapshot,
  traceLine,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt, faultOf } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { settled } from "../support/settled.js";
import { dealer, groupOf, memberFrom, policyOf, programmeOf, saleOf } from "../support/settlement.js";

const quarterly = { kind: "agreement", every: { months: 3 } } as const;
/** Quarters from 15 March and 15 June; from 31 January, 30 April and 31 July. */
const members = [memberFrom("A", "2024-03-15"), memberFrom("B", "2024-01-31")];
const inGroup = (id: string, priority: number, changes: Partial<IncentiveProgramme> = {}) =>
  programmeOf({ id, titles: { en: id, zh: id }, window: quarterly, stacking: { groupId: "G", priority }, ...changes });
/** 1 % of all, from 1,000 on 2 %. */
const volume = (priority: number, changes: Partial<IncentiveProgramme> = {}) => inGroup("volume", priority, changes);
/** 1.5 %. */
const flat = (priority: number, changes: Partial<IncentiveProgramme> = {}) =>
  inGroup("flat", priority, {
    schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.015" }] },
    ...changes,
  });
/** The two days lie in two quarters of A, and in one of B. */
const both = ["A", "B"].flatMap((id) => [
  saleOf(id, "2024-06-14", "600", { productId: "P1" }),
  saleOf(id, "2024-06-15", "600", { productId: "P2" }),
]);

function paid(policy: Partial<AccumulatorPolicy>, lines = both, facts?: Partial<SettlementFacts>) {
  const whole = policyOf({ sources: "ids", members, stacking: [groupOf("add")], ...policy });
  expect(AccumulatorPolicySchema.safeParse(whole).success).toBe(true);
  return settled(whole, lines, facts);
}

/** Per member, in the order of time and of the policy. */
function rows(...given: Parameters<typeof paid>) {
  return paid(...given).statements.flatMap(({ memberId, lines }) =>
    [...lines]
      .sort((a, b) => (a.window.start < b.window.start ? -1 : a.window.start > b.window.start ? 1 : 0))
      .map((line) => `${memberId} ${line.window.start} ${line.programmeId} ${line.earned?.amount ?? line.problem?.code}`),
  );
}

describe("programmes that share sales, in windows from each member's agreement", () => {
  test.each([
    ["add", [1, 2], ["6.00 9.00", "6.00 9.00", "24.00 18.00"]],
    ["highest", [1, 2], ["0.00 9.00", "0.00 9.00", "24.00 0.00"]],
    ["lowest", [1, 2], ["6.00 0.00", "6.00 0.00", "0.00 18.00"]],
    ["first", [1, 2], ["6.00 0.00", "6.00 0.00", "24.00 0.00"]],
    ["first", [2, 1], ["0.00 9.00", "0.00 9.00", "0.00 18.00"]],
    ["reduce_base", [1, 2], ["6.00 8.91", "6.00 8.91", "24.00 17.64"]], // 1.5 % of 594, of 1,176
    ["reduce_base", [2, 1], ["5.91 9.00", "5.91 9.00", "23.64 18.00"]], // 1 % of 591, 2 % of 1,182
  ] as const)("%s, by priorities %j: 600 and 600 in two windows of one member, in one of another", (combine, [one, other], want) => {
    const found = rows({ stacking: [groupOf(combine)], programmes: [volume(one), flat(other)] });
    const places = ["A 2024-03-15", "A 2024-06-15", "B 2024-04-30"];
    expect(found).toStrictEqual(
      places.flatMap((place, i) => {
        const [ofVolume, ofFlat] = (want[i] as string).split(" ");
        return [`${place} volume ${ofVolume}`, `${place} flat ${ofFlat}`];
      }),
    );
  });

  test("a line that a specific programme used is not used again, in the window it is in", () => {
    const specific = flat(2, { scope: { include: { productIds: ["P1"] } } });
    const { statements } = paid({ stacking: [groupOf("specific_first")], programmes: [volume(1), specific] });
    const found = statements.flatMap(({ memberId, lines }) =>
      lines.map(({ programmeId, window, earned, sources }) => [memberId, programmeId, window.id, earned?.amount, sources.ids]),
    );
    // the first window of A has nothing left for the volume; of 1,200 in that of B 600 are
    expect(found).toStrictEqual([
      ["A", "volume", "2024-06-15-P3M", "6.00", ["A 2024-06-15"]],
      ["A", "flat", "2024-03-15-P3M", "9.00", ["A 2024-06-14"]],
      ["B", "volume", "2024-04-30-P3M", "6.00", ["B 2024-06-15"]],
      ["B", "flat", "2024-04-30-P3M", "9.00", ["B 2024-06-14"]],
    ]);
  });

  test("a group reduces and excludes another within the member's own window", () => {
    const first = { groupId: "F", priority: 1 };
    const launch = flat(1, { stacking: first, scope: { include: { productIds: ["P1"] } } });
    const reduces = [groupOf("add", { id: "F" }), groupOf("add", { priority: 2, reducedBy: ["F"] })];
    // 9 off the 600 of A's first window, off the 1,200 of B's
    expect(rows({ stacking: reduces, programmes: [launch, volume(1)] })).toStrictEqual([
      "A 2024-03-15 flat 9.00",
      "A 2024-03-15 volume 5.91",
      "A 2024-06-15 volume 6.00",
      "B 2024-04-30 flat 9.00",
      "B 2024-04-30 volume 23.82",
    ]);
    const excludes = [groupOf("add", { id: "F", excludes: ["G"] }), groupOf("add", { priority: 2 })];
    expect(rows({ stacking: excludes, programmes: [launch, volume(1)] })).toStrictEqual([
      "A 2024-03-15 flat 9.00",
      "A 2024-03-15 volume 0.00",
      "A 2024-06-15 volume 6.00",
      "B 2024-04-30 flat 9.00",
      "B 2024-04-30 volume 0.00",
    ]);
  });

  test.each([
    ["2024-06-13", "A 2024-03-15 volume 0.00", "A 2024-03-15 flat 9.00"],
    ["2024-06-14", "A 2024-03-15 volume 0.00", "A 2024-03-15 flat 9.00"],
    ["2024-06-15", "A 2024-06-15 volume 0.00", "A 2024-06-15 flat 9.00"],
  ])("a sale on %s is compared in the window of that day", (date, ...want) => {
    expect(rows({ stacking: [groupOf("highest")], programmes: [volume(1), flat(2)] }, [saleOf("A", date, "600")])).toStrictEqual(want);
  });

  test("days before the agreement and from its end on share nothing, and days outside one programme are the other's alone", () => {
    const cut = flat(1, { effective: { start: "2024-04-01", end: "2025-01-01" } });
    const days = ["2024-03-14", "2024-03-15", "2024-04-01", "2024-04-30", "2024-05-01"];
    const lines = days.map((date) => saleOf("A", date, "100"));
    // 1.5 % of the last 200 on their days; of the 300 they leave 297 to the volume
    expect(
      rows(
        { members: [memberFrom("A", "2024-03-15", "2024-05-01")], stacking: [groupOf("reduce_base")], programmes: [cut, volume(2)] },
        lines,
      ),
    ).toStrictEqual(["A 2024-03-15 flat 3.00", "A 2024-03-15 volume 2.97"]);
  });

  test("without a length the whole agreements are compared", () => {
    const toDate = { window: { kind: "agreement" } } as const;
    const found = rows({ stacking: [groupOf("highest")], programmes: [volume(1, toDate), flat(2, toDate)] });
    expect(found).toStrictEqual([
      "A 2024-03-15 volume 24.00",
      "A 2024-03-15 flat 0.00",
      "B 2024-01-31 volume 24.00",
      "B 2024-01-31 flat 0.00",
    ]);
  });

  test("who earns on the sales of others compares in the windows of its own agreement", () => {
    const ofUpline = { earner: { uplineOfSeller: true, memberIds: ["U"] } } as const;
    const selling = [
      memberFrom("U", "2024-02-15"),
      { ...dealer, id: "S", uplineId: "U" },
      { ...memberFrom("T", "2024-03-15"), uplineId: "U" },
    ];
    const lines = [saleOf("S", "2024-05-14", "600"), saleOf("T", "2024-05-14", "600"), saleOf("T", "2024-05-15", "600")];
    expect(
      rows({ members: selling, stacking: [groupOf("highest")], programmes: [volume(1, ofUpline), flat(2, ofUpline)] }, lines),
    ).toStrictEqual(["U 2024-02-15 volume 24.00", "U 2024-02-15 flat 0.00", "U 2024-05-15 volume 0.00", "U 2024-05-15 flat 9.00"]);
  });

  test("groups of both kinds stand beside each other, and a member without an agreement has those of the calendar", () => {
    const ofCalendar = ["c", "d"].map((id, i) =>
      programmeOf({ id, stacking: { groupId: "C", priority: i + 1 }, scope: i === 0 ? {} : { include: { productIds: ["P1"] } } }),
    );
    const own = { earner: { memberIds: ["A"] } } as const;
    const policy = {
      members: [memberFrom("A", "2024-03-15"), { ...dealer, id: "Z" }],
      stacking: [groupOf("highest"), groupOf("highest", { id: "C", priority: 2 })],
      programmes: [volume(1, own), flat(2, own), ...ofCalendar],
    };
    const lines = ["A", "Z"].flatMap((id) => [saleOf(id, "2024-06-14", "600"), saleOf(id, "2024-06-15", "600")]);
    expect(rows(policy, lines)).toStrictEqual([
      "A 2024-03-15 volume 0.00",
      "A 2024-03-15 flat 9.00",
      "A 2024-04-01 c 24.00",
      "A 2024-04-01 d 0.00",
      "A 2024-06-15 volume 0.00",
      "A 2024-06-15 flat 9.00",
      "Z 2024-04-01 c 24.00",
      "Z 2024-04-01 d 0.00",
    ]);
  });

  test("what is below 0 is carried into the next window of the member, also by an earlier version", () => {
    const carries = { negative: "carry_forward" } as const;
    const back = { kind: "return" } as const;
    const lines = [
      saleOf("A", "2024-04-01", "400", back),
      saleOf("A", "2024-06-15", "1000"),
      saleOf("B", "2024-04-30", "1000"),
      saleOf("B", "2024-04-29", "400", back),
    ];
    // 600 of volume; 1.5 % of 1,000 for the other
    const want = ["A 2024-03-15 volume 0.00", "A 2024-03-15 flat 0.00", "A 2024-06-15 volume 0.00", "A 2024-06-15 flat 15.00"];
    const found = rows({ stacking: [groupOf("highest")], programmes: [volume(1, carries), flat(2)] }, lines);
    expect(found.slice(0, 4)).toStrictEqual(want);
    expect(found.slice(4)).toStrictEqual(
      want.map((row) => row.replace("A 2024-03-15", "B 2024-01-31").replace("A 2024-06-15", "B 2024-04-30")),
    );
    const versions = [
      volume(1, { ...carries, effective: { start: "2024-01-01", end: "2024-06-15" } }),
      volume(1, { ...carries, version: "2", effective: { start: "2024-06-15", end: "2025-01-01" } }),
    ];
    const ofA = lines.slice(0, 2);
    const one = { members: [memberFrom("A", "2024-03-15")] };
    expect(rows({ ...one, programmes: versions }, ofA)).toStrictEqual(["A 2024-03-15 volume 0.00", "A 2024-06-15 volume 6.00"]);
    expect(rows({ ...one, stacking: [groupOf("highest")], programmes: [...versions, flat(2)] }, ofA)).toStrictEqual(want);
  });

  test("a guarantee is cut to the agreement, and is nothing where the programme gives way", () => {
    const promised = { guarantee: { amount: "92", basis: "each_period", paidAt: "end", prorateBy: "days" } } as const;
    const ending = [memberFrom("A", "2024-03-15", "2024-04-30")];
    const lines = [saleOf("A", "2024-04-01", "100")];
    // 46 of the 92 days to 14 June
    expect(rows({ members: ending, programmes: [volume(1, promised), flat(2)] }, lines)).toStrictEqual([
      "A 2024-03-15 volume 46.00",
      "A 2024-03-15 flat 1.50",
    ]);
    expect(rows({ members: ending, stacking: [groupOf("highest")], programmes: [volume(1, promised), flat(2)] }, lines)).toStrictEqual([
      "A 2024-03-15 volume 0.00",
      "A 2024-03-15 flat 1.50",
    ]);
  });

  test("a cap per sale holds what each sale adds beside the others, as attributeIncentive says", () => {
    const caps = [{ id: "sale", per: "sale", most: "6", above: "forfeited" }] as const;
    // 1.5 % is taken off: 591 in each window of A, 1,182 in that of B
    const { statements } = paid({ stacking: [groupOf("reduce_base")], programmes: [flat(1), volume(2, { caps })] });
    const found = statements.map(({ lines }) =>
      lines.filter(({ programmeId }) => programmeId === "volume").map((line) => line.earned?.amount),
    );
    expect(found).toStrictEqual([["5.91", "5.91"], ["11.91"]]);
    const lines = ["2024-06-14", "2024-06-15"].map((date) => ({ id: date, date, amount: "591", quantity: "1" }));
    const answer = attributeIncentive({ lines }, { programme: volume(2), sliceValue: "average" });
    // 2 % of both less 1 % of the first
    expect(answer.ok && answer.value.outcome.lines.map(({ earned }) => earned.amount)).toStrictEqual(["5.91", "17.73"]);
  });

  test("a gate or a figure that is not known leaves the window open of the member that it is not known of", () => {
    const gated = volume(1, { gates: [{ code: "host.score", kind: "min", fact: "score", min: "60", title: { en: "score", zh: "得分" } }] });
    const stated = [
      { memberId: "A", facts: { score: "60" } },
      { memberId: "B", facts: { score: "59.99" } },
    ];
    const policy = { stacking: [groupOf("reduce_base")], programmes: [gated, flat(2)] };
    expect(rows(policy, both, { stated })).toStrictEqual([
      "A 2024-03-15 volume 6.00",
      "A 2024-03-15 flat 8.91",
      "A 2024-06-15 volume 6.00",
      "A 2024-06-15 flat 8.91",
      "B 2024-04-30 volume 0.00",
      "B 2024-04-30 flat 18.00",
    ]);
    const one = [{ memberId: "A", periodId: "2024-06-15-P3M", facts: { score: "60" } }];
    const unknown = "incentives.gate_unknown";
    expect(rows(policy, both, { stated: one })).toStrictEqual([
      `A 2024-03-15 volume ${unknown}`,
      `A 2024-03-15 flat ${unknown}`,
      "A 2024-06-15 volume 6.00",
      "A 2024-06-15 flat 8.91",
      `B 2024-04-30 volume ${unknown}`,
      `B 2024-04-30 flat ${unknown}`,
    ]);
  });

  test("why a line did not earn, and in which window it is", () => {
    const accumulator = openAccumulator(policyOf({ members, stacking: [groupOf("highest")], programmes: [volume(1), flat(2)] }));
    accumulate(accumulator, both);
    const { statements } = settle(accumulator, { asOf: "2025-01-01" });
    const why = (memberId: string) => {
      const line = saleOf(memberId, "2024-06-14", "600");
      const { outcome } = explainNonEarning({ line, statements, stacked: [] }, accumulator);
      const windows = traceLine(line, accumulator).map(({ windowIds }) => windowIds.join(" "));
      return outcome.map(({ programmeId, verdict, reasons }, i) => [
        programmeId,
        windows[i],
        verdict,
        reasons.map(({ code }) => code).join(" "),
      ]);
    };
    expect(why("A")).toStrictEqual([
      ["volume", "2024-03-15-P3M", "earns_nothing", "incentives.gives_way"],
      ["flat", "2024-03-15-P3M", "earns", "settlement.line"],
    ]);
    expect(why("B")).toStrictEqual([
      ["volume", "2024-04-30-P3M", "earns", "settlement.line"],
      ["flat", "2024-04-30-P3M", "earns_nothing", "incentives.gives_way"],
    ]);
    const told = explainStatement(statements[1] as (typeof statements)[number]);
    expect(renderExplanation(told, { language: "en", catalogue })).toContain(
      "flat gives way to volume: it would have earned 18.00, and adds 0",
    );
    expect(renderExplanation(told, { language: "zh", catalogue })).toContain("flat 让位于 volume：原可得 18.00，计 0");
  });

  test("in parts, in another order and through text: the same statements", () => {
    const policy = policyOf({
      members,
      sources: "ids",
      stacking: [groupOf("specific_first")],
      programmes: [volume(1), flat(2, { scope: { include: { productIds: ["P1"] } } })],
    });
    const whole = openAccumulator(policy);
    accumulate(whole, both);
    const [left, right] = [openAccumulator(policy), openAccumulator(policy)];
    accumulate(left, [...both].reverse().slice(1));
    accumulate(right, both.slice(3));
    const stored = JSON.parse(JSON.stringify(snapshot(mergeAccumulators(left, right))));
    const facts = { asOf: "2025-01-01" };
    expect(settle(restore(stored), facts)).toStrictEqual(settle(whole, facts));
  });

  test("an order is tried in the window of its day", () => {
    const accumulator = openAccumulator(policyOf({ members, stacking: [groupOf("highest")], programmes: [volume(1), flat(2)] }));
    accumulate(accumulator, [saleOf("A", "2024-06-14", "600")]);
    const gainOn = (date: string) =>
      simulateOrder({ asOf: "2025-01-01", lines: [saleOf("A", date, "400", { id: "order" })] }, accumulator).outcome.gain.amount;
    // 9 become 20 where 600 and 400 reach the tier; alone they bring 1.5 %
    expect([gainOn("2024-06-14"), gainOn("2024-06-15")]).toStrictEqual(["11.00", "6.00"]);
  });

  test("a simulation sets them against the calendar, and a forecast carries on into the windows of each", () => {
    const { programmes: _, ...common } = policyOf({ members, stacking: [groupOf("highest")] });
    const ofCalendar = { window: { kind: "calendar", unit: "quarter" } } as const;
    const titles = { en: "Version", zh: "版本" };
    const versions = [
      { id: "calendar", titles, programmes: [volume(1, ofCalendar), flat(2, ofCalendar)] },
      { id: "agreement", titles, programmes: [volume(1), flat(2)] },
    ];
    const { outcome } = simulateProgrammes({ asOf: "2025-01-01", lines: both }, { ...common, versions });
    // 24 each in the quarter to June; 9 and 9 of A, 24 of B
    expect(outcome.versions.map(({ earned }) => earned.amount)).toStrictEqual(["48.00", "42.00"]);

    const yearly = { window: { kind: "agreement", every: { months: 12 } } } as const;
    const even = { kind: "monthly", weights: Array.from({ length: 12 }, () => "1") } as const;
    const three = [memberFrom("A", "2024-01-01"), memberFrom("B", "2024-01-01", "2024-07-01"), memberFrom("C", "2023-07-01")];
    const answer = forecastSettlement(
      {
        asOf: "2025-01-01",
        lines: three.map(({ id }) => saleOf(id, "2024-01-10", "90")),
        projection: { base: { start: "2024-01-01", end: "2024-02-01" }, season: even },
      },
      policyOf({ members: three, stacking: [groupOf("highest")], programmes: [volume(1, yearly), flat(2, yearly)] }),
    );
    // 90 a month: 1,080 at 2 %; 540 at 1.5 %; twice as much
    const found = answer.ok ? answer.value.outcome.settlement.statements : [];
    expect(found.map(({ memberId, lines }) => [memberId, ...lines.map((line) => line.earned?.amount)])).toStrictEqual([
      ["A", "21.60", "0.00"],
      ["B", "0.00", "8.10"],
      ["C", "0.00", "0.00", "8.10", "8.10"],
    ]);
  });
});

describe("what cannot be combined", () => {
  const refused = (
    programmes: readonly IncentiveProgramme[],
    combine: StackingGroup["combine"] = "highest",
    changes: Partial<AccumulatorPolicy> = {},
  ) => {
    const policy = policyOf({ members, stacking: [groupOf(combine)], programmes, ...changes });
    const { code, path, params } = faultOf(() => openAccumulator(policy));
    expect(AccumulatorPolicySchema.safeParse(policy).success).toBe(false);
    return [`${code} at ${path}`, params] as const;
  };
  const calendar = { window: { kind: "calendar", unit: "quarter" } } as const;

  test("a group of both kinds of windows that adds up is none of it: each has its own", () => {
    expect(rows({ programmes: [volume(1), flat(2, calendar)] })).toStrictEqual([
      "A 2024-03-15 volume 6.00",
      "A 2024-04-01 flat 18.00",
      "A 2024-06-15 volume 6.00",
      "B 2024-04-01 flat 18.00",
      "B 2024-04-30 volume 24.00",
    ]);
  });

  test("two versions of one programme, the one in calendar quarters and the other in those of each agreement, also where they add up", () => {
    const first = volume(1, { ...calendar, effective: { start: "2024-01-01", end: "2024-07-01" } });
    const second = volume(1, { version: "2", effective: { start: "2024-07-01", end: "2025-01-01" } });
    expect(refused([first, second], "add")).toStrictEqual([
      "settlement.stacking_agreement at policy.programmes[1].window",
      { programmeId: "volume", other: "volume" },
    ]);
  });

  test.each(["highest", "lowest", "first", "reduce_base", "specific_first"] as const)("a group of both kinds of windows: %s", (combine) => {
    const [fault, params] = refused([volume(1), flat(2, calendar)], combine);
    expect(fault).toBe("settlement.stacking_agreement at policy.programmes[1].window");
    expect(renderMessage({ code: "settlement.stacking_agreement", params }, "en", catalogue)).toBe(
      "Cannot combine flat with volume: the windows of one run from the agreement of each member, those of the other are the same for all",
    );
    expect(renderMessage({ code: "settlement.stacking_agreement", params }, "zh", catalogue)).toBe(
      "无法叠加 flat 与 volume：一个方案的结算期自各成员的协议起算，另一个方案的结算期对全体成员相同",
    );
  });

  test("a group beside another of the other kind that it is reduced by, or that it excludes", () => {
    const programmes = [volume(1), flat(1, { ...calendar, stacking: { groupId: "H", priority: 1 } })];
    const other = groupOf("add", { id: "H", priority: 2 });
    expect(refused(programmes, "add", { stacking: [groupOf("add"), { ...other, reducedBy: ["G"] }] })[0]).toBe(
      "settlement.stacking_agreement at policy.programmes[1].window",
    );
    expect(refused(programmes, "add", { stacking: [groupOf("add", { excludes: ["H"] }), other] })[0]).toBe(
      "settlement.stacking_agreement at policy.programmes[0].window",
    );
    expect(openAccumulator(policyOf({ members, programmes, stacking: [groupOf("add"), other] })).kind).toBe("qudao.accumulator");
  });

  test("windows of different lengths, but where they add up", () => {
    const monthly = { window: { kind: "agreement", every: { months: 1 } } } as const;
    expect(refused([volume(1), flat(2, monthly)])).toStrictEqual([
      "settlement.stacking_windows at policy.programmes[1].window",
      { programmeId: "flat", other: "volume" },
    ]);
    expect(rows({ programmes: [volume(1), flat(2, monthly)] }, [saleOf("A", "2024-06-14", "600")])).toStrictEqual([
      "A 2024-03-15 volume 6.00",
      "A 2024-05-15 flat 9.00",
    ]);
  });

  test("versions that meet within a window of somebody who earns in both", () => {
    const changing = (changes: Partial<IncentiveProgramme> = {}) => [
      volume(1, { effective: { start: "2024-01-01", end: "2024-06-15" }, ...changes }),
      volume(1, { version: "2", effective: { start: "2024-06-15", end: "2025-01-01" }, ...changes }),
    ];
    // 15 June begins a window of A, and is within one of B
    expect(refused(changing())[0]).toBe("settlement.stacking_version at policy.programmes[1].effective");
    const stacking = [groupOf("highest")];
    expect(openAccumulator(policyOf({ members, stacking, programmes: changing({ earner: { memberIds: ["A"] } }) })).kind).toBe(
      "qudao.accumulator",
    );
    expect(openAccumulator(policyOf({ members, stacking: [groupOf("add")], programmes: changing() })).kind).toBe("qudao.accumulator");
  });
});

describe("members of a group that count together in windows from their agreements", () => {
  const jointly = programmeOf({ window: quarterly, earner: { jointly: true } });
  const of = (id: string, start: string, ...groupIds: readonly string[]): AccumulatorMember => ({ ...memberFrom(id, start), groupIds });
  const lines = ["A", "B", "C"].flatMap((id) => [saleOf(id, "2024-06-14", "600"), saleOf(id, "2024-06-15", "300")]);

  test("reach the tier together where their agreements have the same days, window by window", () => {
    expect(checkProgramme(jointly)).toStrictEqual([]);
    const together = [of("A", "2024-03-15", "east"), of("B", "2024-03-15", "east"), of("C", "2024-01-31")];
    const accumulator = openAccumulator(frozen(policyOf({ members: together, programmes: [jointly] })));
    accumulate(accumulator, lines);
    const { statements } = settle(accumulator, { asOf: "2025-01-01" });
    const found = statements.flatMap(({ memberId, lines: own }) =>
      own.map(({ window, earned, joint }) => [memberId, window.start, earned?.amount, joint?.amount]),
    );
    // 1,200 together are paid 2 %, 600 are paid 1 %; C, in no group, has both days in one window
    expect(found).toStrictEqual([
      ["A", "2024-03-15", "12.00", "1200"],
      ["A", "2024-06-15", "3.00", "600"],
      ["B", "2024-03-15", "12.00", "1200"],
      ["B", "2024-06-15", "3.00", "600"],
      ["C", "2024-04-30", "9.00", "900"],
    ]);
    for (const statement of statements) expect(checkExplanation(explainStatement(statement))).toStrictEqual([]);
  });

  test.each([
    ["2024-03-14", "settlement.joint_agreements at policy.members[2].agreement"],
    ["2024-03-15", "opened"],
    ["2024-03-16", "settlement.joint_agreements at policy.members[2].agreement"],
  ])("a group of agreements from 15 March and from %s", (start, want) => {
    const policy = policyOf({
      members: [of("A", "2024-03-15", "east"), of("C", "2024-01-31", "west"), of("B", start, "east")],
      programmes: [jointly],
    });
    expect(want === "opened" ? openAccumulator(policy) && want : faultAt(() => openAccumulator(policy))).toBe(want);
    expect(AccumulatorPolicySchema.safeParse(policy).success).toBe(want === "opened");
  });

  test("the refusal names the group and two of its members", () => {
    const until = { ...of("B", "2024-03-15", "east"), agreement: { start: "2024-03-15", end: "2024-12-01" } };
    const { code, params } = faultOf(() =>
      openAccumulator(policyOf({ members: [of("A", "2024-03-15", "east"), until], programmes: [jointly] })),
    );
    expect([code, params]).toStrictEqual([
      "settlement.joint_agreements",
      { programmeId: "volume", groupId: "east", first: "A", second: "B" },
    ]);
    expect(renderMessage({ code, params }, "en", catalogue)).toBe(
      "Cannot count A and B jointly in volume: they are in the group east, its windows run from their agreements, and these have different days",
    );
    expect(renderMessage({ code, params }, "zh", catalogue)).toBe(
      "无法在 volume 中联合计算 A 与 B：两者同属集团 east，结算期自各自的协议起算，而协议日期不同",
    );
  });

  test("is none of members for whom the programme is not, of other groups, or in windows of the calendar", () => {
    const different = [of("A", "2024-03-15", "east"), of("B", "2024-03-16", "east")];
    const open = (programme: IncentiveProgramme) => openAccumulator(policyOf({ members: different, programmes: [programme] })).kind;
    expect(open({ ...jointly, earner: { jointly: true, memberIds: ["A"] } })).toBe("qudao.accumulator");
    expect(open({ ...jointly, earner: { jointly: true, groupIds: ["west"] } })).toBe("qudao.accumulator");
    expect(open({ ...jointly, window: { kind: "calendar", unit: "quarter" } })).toBe("qudao.accumulator");
  });
});
