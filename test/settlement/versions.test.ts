import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme } from "qudao/incentives";
import { accumulate, openAccumulator, restore, settle, simulateOrder, snapshot, traceLine } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const first = programmeOf({ effective: { start: "2024-01-01", end: "2024-07-01" } });
const second = programmeOf({
  version: "2",
  effective: { start: "2024-07-01", end: "2025-01-01" },
  schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.03" }] },
});

const opened = (programmes: readonly IncentiveProgramme[], lines: readonly SaleLine[]) => {
  const accumulator = openAccumulator(policyOf({ programmes }));
  expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
  return accumulator;
};
const rows = (programmes: readonly IncentiveProgramme[], lines: readonly SaleLine[], asOf = "2025-01-01") =>
  settle(opened(programmes, lines), { asOf }).statements[0]?.lines.map((line) => [
    line.programmeVersion,
    line.window.id,
    line.earned?.amount,
    line.carried?.amount ?? "-",
    line.withheld ?? "-",
  ]);

describe("a programme in several versions", () => {
  const march = lineOf({ date: "2024-03-31", amount: "900" });
  const july = lineOf({ id: "L2", date: "2024-07-01", amount: "900" });

  test("S02-24, complaint 14: every day is settled on the version that was in force, however late its lines come", () => {
    expect(rows([first, second], [march, july])).toStrictEqual([
      ["1", "2024-Q1", "9.00", "-", "-"],
      ["2", "2024-Q3", "27.00", "-", "-"],
    ]);
    const late = lineOf({ id: "L3", date: "2024-03-30", amount: "100" });
    expect(rows([first, second], [july, march, late])?.[0]).toStrictEqual(["1", "2024-Q1", "20.00", "-", "-"]);
  });

  test("is what an accumulator for each version says, in whatever order they stand", () => {
    const lines = [march, july];
    const apart = [first, second].flatMap(
      (programme) => settle(opened([programme], lines), { asOf: "2025-01-01" }).statements[0]?.lines ?? [],
    );
    expect(settle(opened([first, second], lines), { asOf: "2025-01-01" }).statements[0]?.lines).toStrictEqual(apart);
    expect(settle(opened([second, first], lines), { asOf: "2025-01-01" }).statements[0]?.lines).toStrictEqual([...apart].reverse());
    const stored = JSON.parse(JSON.stringify(snapshot(opened([second, first], lines))));
    expect(settle(restore(stored), { asOf: "2025-01-01" }).statements[0]?.lines).toStrictEqual([...apart].reverse());
  });

  test("a window that two versions share has a line for each, on its own days", () => {
    const year = { kind: "calendar", unit: "year" } as const;
    expect(
      rows(
        [
          { ...first, window: year },
          { ...second, window: year },
        ],
        [march, july],
      ),
    ).toStrictEqual([
      ["1", "2024", "9.00", "-", "-"],
      ["2", "2024", "27.00", "-", "-"],
    ]);
  });

  test("what more came back than was sold under one version is taken off the next, whichever is listed first", () => {
    const lines = [
      lineOf({ date: "2024-05-01", amount: "100" }),
      lineOf({ id: "R", kind: "return", date: "2024-06-30", amount: "300" }),
      lineOf({ id: "L2", date: "2024-08-01", amount: "500" }),
    ];
    const carries = { ...first, negative: "carry_forward" } as const;
    const want = [
      ["1", "2024-Q2", "0.00", "-", "-"],
      ["2", "2024-Q3", "9.00", "-200", "-"], // 3 % of 500 − 200
    ];
    expect(rows([carries, second], lines)).toStrictEqual(want);
    expect(rows([second, carries], lines)).toStrictEqual([...want].reverse());
    expect(rows([first, second], lines)?.[1]).toStrictEqual(["2", "2024-Q3", "15.00", "-", "-"]);
  });

  test("a measure that is carried keeps its name from version to version; under another name it is another figure", () => {
    const measured = (name: string): Partial<IncentiveProgramme> => ({
      qualifier: { kind: "measure", measure: name },
      measures: [{ name, of: "amount", scope: {} }],
    });
    const lines = [lineOf({ kind: "return", date: "2024-06-30", amount: "200" }), lineOf({ id: "L2", date: "2024-08-01", amount: "500" })];
    const carries = { ...first, ...measured("sold"), negative: "carry_forward" } as const;
    expect(rows([carries, { ...second, ...measured("sold") }], lines)?.[1]?.[2]).toBe("9.00");
    expect(rows([carries, { ...second, ...measured("other") }], lines)?.[1]?.[2]).toBe("15.00");
  });

  test("what a refundable cap withheld is paid by the next version, also where that has no cap, and by no earlier one", () => {
    const capped = { ...first, limits: [{ kind: "payment_cap", amount: "5", refundable: true }] } as const;
    const lines = [lineOf({ date: "2024-05-01", amount: "1000" }), july];
    expect(rows([capped, second], lines)).toStrictEqual([
      ["1", "2024-Q2", "5.00", "-", "15"],
      ["2", "2024-Q3", "42.00", "-", "0"], // 27 + 15
    ]);
    expect(rows([capped, second], lines, "2024-06-30")).toStrictEqual([["1", "2024-Q2", "5.00", "-", "15"]]);
  });

  test("three versions hand on through the one between, also where that has nothing to settle", () => {
    const capped = { ...first, effective: { start: "2024-01-01", end: "2024-04-01" }, negative: "carry_forward" } as const;
    const idle = programmeOf({ version: "1b", effective: { start: "2024-04-01", end: "2024-07-01" }, earner: { memberIds: ["Z"] } });
    const lines = [lineOf({ kind: "return", amount: "100" }), july];
    expect(rows([second, idle, capped], lines)?.[0]).toStrictEqual(["2", "2024-Q3", "24.00", "-100", "-"]);
    const groups = [{ id: "G", priority: 1, combine: "highest" as const, reducedBy: [], excludes: [] }];
    const placed = [second, idle, capped].map((one) => ({ ...one, stacking: { groupId: "G", priority: 1 } }));
    const together = openAccumulator(policyOf({ programmes: placed, stacking: groups }));
    accumulate(together, lines);
    expect(settle(together, { asOf: "2025-01-01" }).statements[0]?.lines[0]?.earned?.amount).toBe("24.00");
  });

  test("traces and order effects name the version", () => {
    const accumulator = opened([first, second], [march]);
    expect(traceLine(july, accumulator).map((trace) => [trace.programmeVersion, trace.verdict])).toStrictEqual([
      ["1", "does_not_count"],
      ["2", "counts"],
    ]);
    const { effects } = simulateOrder({ asOf: "2025-01-01", lines: [july] }, accumulator).outcome;
    expect(effects.map(({ programmeVersion, periodId, gain }) => [programmeVersion, periodId, gain])).toStrictEqual([
      ["2", "2024-Q3", "27"],
    ]);
  });

  test("refuses one version twice, and two versions on one day", () => {
    expect(faultAt(() => openAccumulator(policyOf({ programmes: [first, first] })))).toBe(
      "settlement.duplicate_programme at policy.programmes[1].id",
    );
    const early = { ...second, effective: { start: "2024-06-30", end: "2025-01-01" } };
    expect(faultAt(() => openAccumulator(policyOf({ programmes: [first, early] })))).toBe(
      "settlement.versions_overlap at policy.programmes[1].effective",
    );
  });
});

describe("a programme for the upline of the seller", () => {
  const members = [
    { ...dealer, id: "U", memberClass: "platinum" },
    { ...dealer, uplineId: "U" },
    { ...dealer, id: "B", uplineId: "U" },
    { ...dealer, id: "C", uplineId: "A" },
  ];
  const override = programmeOf({ earner: { memberClasses: ["platinum"], uplineOfSeller: true } });
  const lines = [
    lineOf({ amount: "600" }),
    lineOf({ id: "L2", memberId: "B", amount: "500" }),
    lineOf({ id: "L3", memberId: "B", kind: "return", amount: "100" }),
    lineOf({ id: "L4", memberId: "U", amount: "5000" }),
    lineOf({ id: "L5", memberId: "C", amount: "5000" }),
  ];
  const accumulator = () => {
    const opened_ = openAccumulator(policyOf({ members, programmes: [override], sources: "ids" }));
    accumulate(opened_, lines);
    return opened_;
  };

  test("earns on what the members right under it sold together, not on its own sales nor on those further down", () => {
    const { statements } = settle(accumulator(), { asOf: "2025-01-01" });
    // 600 + 500 − 100 reach 1000: 2 %
    expect(statements.map(({ memberId, total, lines: [line] }) => [memberId, total.amount, line?.amount, line?.sources])).toStrictEqual([
      ["U", "20.00", "1000", { count: 3, ids: ["L1", "L2", "L3"] }],
    ]);
  });

  test("traceLine() names the earner, and a seller without an upline has none", () => {
    const tell = (line: SaleLine) =>
      traceLine(line, accumulator()).map(({ earnerId, verdict, reasons }) => [earnerId, verdict, reasons[0]?.code]);
    expect(tell(lines[0] as SaleLine)).toStrictEqual([["U", "counts", "settlement.line_counts"]]);
    expect(tell(lines[3] as SaleLine)).toStrictEqual([[null, "does_not_count", "settlement.no_upline"]]);
    const gone = openAccumulator(policyOf({ members: [{ id: "A", kind: "distributor", uplineId: "gone" }], programmes: [override] }));
    expect(traceLine(lineOf({ memberId: "A" }), gone)[0]).toMatchObject({
      earnerId: null,
      reasons: [{ code: "settlement.upline_not_member", params: { got: "gone" } }],
    });
    expect(tell(lines[4] as SaleLine)).toStrictEqual([["A", "does_not_count", "settlement.earner_not_covered"]]);
  });

  test("simulateOrder() tells what an order of a seller brings its upline", () => {
    const { effects, gain } = simulateOrder({ asOf: "2025-01-01", lines: [lineOf({ id: "L9", amount: "500" })] }, accumulator()).outcome;
    expect([effects.map(({ memberId }) => memberId), gain.amount]).toStrictEqual([["U"], "10.00"]);
  });

  test("shares sales with a programme for the seller only in the sense that each has its own", () => {
    const own = programmeOf({ id: "own", stacking: { groupId: "G", priority: 1 } });
    const above = { ...override, stacking: { groupId: "G", priority: 2 } };
    const stacking = [{ id: "G", priority: 1, combine: "specific_first" as const, reducedBy: [], excludes: [] }];
    const together = openAccumulator(policyOf({ members, programmes: [own, above], stacking }));
    accumulate(together, lines);
    const { statements } = settle(together, { asOf: "2025-01-01" });
    expect(statements.map(({ memberId, lines: found }) => [memberId, found.map((line) => [line.programmeId, line.amount])])).toStrictEqual([
      [
        "U",
        [
          ["own", "5000"],
          ["volume", "1000"],
        ],
      ],
      ["A", [["own", "600"]]],
      ["B", [["own", "400"]]],
      ["C", [["own", "5000"]]],
    ]);
  });
});

describe("gross amounts and converted quantities", () => {
  const earned = (measure: NonNullable<IncentiveProgramme["measures"]>[number], lines: readonly SaleLine[]) => {
    const programme = programmeOf({
      qualifier: { kind: "measure", measure: measure.name },
      measures: [measure],
      schedule: {
        method: "graduated",
        unit: measure.unit ?? "CNY",
        boundary: "reaches",
        tiers: [{ from: "0", rate: "1" }],
      },
    });
    const [statement] = settle(opened([programme], lines), { asOf: "2025-01-01" }).statements;
    return statement?.lines.map((line) => line.measures?.[measure.name] ?? line.problem?.code);
  };
  const gross = { name: "gross", of: "gross", scope: {} } as const;
  const litres = { name: "litres", of: "quantity", unit: "litre", scope: {}, perUnit: { P1: "0.75", P2: "1.5" } } as const;

  test("gross is unit price × quantity, whatever the discount; a return takes its own back; one without a price leaves it unknown", () => {
    const sold = lineOf({ unitPrice: "100", quantity: 3, amount: "270", discountRate: "0.1" });
    const back = lineOf({ id: "R", kind: "return", unitPrice: "100.5", quantity: "0.5", amount: "45" });
    expect(earned(gross, [sold, back])).toStrictEqual(["249.75"]);
    expect(earned(gross, [sold, lineOf({ id: "L2" })])).toStrictEqual(["incentives.measure_missing"]);
  });

  test("complaint 31: quantities of different units are converted before they are added, and never added unconverted", () => {
    const bottles = lineOf({ quantity: 4 });
    const magnums = lineOf({ id: "L2", productId: "P2", quantity: "2.5" });
    expect(earned(litres, [bottles, magnums])).toStrictEqual(["6.75"]);
    expect(earned(litres, [bottles, lineOf({ id: "R", kind: "return", quantity: 1 })])).toStrictEqual(["2.25"]);
    expect(earned(litres, [bottles, lineOf({ id: "L3", productId: "P3" })])).toStrictEqual(["incentives.measure_missing"]);
    expect(
      earned({ ...litres, scope: { include: { productIds: ["P1"] } } }, [bottles, lineOf({ id: "L3", productId: "P3" })]),
    ).toStrictEqual(["3"]);
  });

  test("a measure is right beside a programme of other windows that counts the same lines", () => {
    const quarterly = programmeOf({
      qualifier: { kind: "measure", measure: "of_one" },
      measures: [{ name: "of_one", of: "amount", scope: { include: { productIds: ["P1"] } } }],
    });
    const monthly = programmeOf({ id: "monthly", window: { kind: "calendar", unit: "month" }, scope: { include: { productIds: ["P1"] } } });
    const lines = [lineOf({ date: "2024-01-10", amount: "400" }), lineOf({ id: "L2", date: "2024-03-10", amount: "700" })];
    const measured = (programmes: readonly IncentiveProgramme[]) =>
      settle(opened(programmes, lines), { asOf: "2025-01-01" })
        .statements[0]?.lines.map(({ measures }) => measures)
        .filter(Boolean);
    expect(measured([quarterly])).toStrictEqual([{ of_one: "1100" }]);
    expect(measured([quarterly, monthly])).toStrictEqual([{ of_one: "1100" }]);
    expect(measured([monthly, quarterly])).toStrictEqual([{ of_one: "1100" }]);
  });
});

describe("what one version hands to the next, where something is not known or shared", () => {
  const H1 = { start: "2024-01-01", end: "2024-07-01" };
  const H2 = { start: "2024-07-01", end: "2025-01-01" };
  /** 10 % of the sales once the quota is reached. */
  const tenth = (version: string, effective: IncentiveProgramme["effective"], changes: Partial<IncentiveProgramme> = {}) =>
    programmeOf({
      version,
      effective,
      qualifier: { kind: "attainment" },
      payOn: "amount",
      schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
      ...changes,
    });
  const quota = (memberId: string, periodId: string) => ({ memberId, periodId, amount: { amount: "1", currency: "CNY" } });
  const sold = (memberId: string, date: string, amount: string) => lineOf({ id: `${memberId} ${date}`, memberId, date, amount });
  const rows = (policy: object, lines: readonly SaleLine[], facts: object = {}) => {
    const accumulator = openAccumulator(policyOf(policy));
    accumulate(accumulator, lines);
    return settle(accumulator, { asOf: "2025-01-01", ...facts }).statements.flatMap(({ memberId, lines: found }) =>
      found.map((row) => [memberId, row.programmeVersion, row.window.id, row.earned?.amount ?? row.problem] as const),
    );
  };
  const hangs = (by: string, memberId: string, window: string) => ({
    code: "settlement.share_undetermined",
    params: { by, memberId, window },
  });

  test("a version that begins within a shared window takes in what the one before it withheld in that very window, once", () => {
    const capped = (version: string, start: string, end: string) =>
      programmeOf({
        version,
        effective: { start, end },
        stacking: { groupId: "G", priority: 1 },
        schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
        limits: [{ kind: "payment_cap", amount: "50", refundable: true }],
      });
    const stacking = [{ id: "G", priority: 1, combine: "add", reducedBy: [], excludes: [] }];
    const programmes = [capped("1", "2024-01-01", "2024-02-15"), capped("2", "2024-02-15", "2025-01-01")];
    // 80, of which 30 wait; then 10 + 30
    const lines = [sold("A", "2024-01-10", "800"), sold("A", "2024-03-01", "100")];
    const want = [
      ["A", "1", "2024-Q1", "50.00"],
      ["A", "2", "2024-Q1", "40.00"],
    ];
    expect(rows({ programmes, stacking }, lines)).toStrictEqual(want);
    expect(rows({ programmes }, lines)).toStrictEqual(want);
  });

  test("what a cap held back is not known as long as a window under it is not: the line that would be paid it is not known either", () => {
    const caps = [{ id: "half", per: "member" as const, most: "100", above: "kept" as const }];
    const programmes = [tenth("1", H1, { caps }), tenth("2", H2, { caps })];
    const lines = [sold("A", "2024-02-01", "2000"), sold("A", "2024-05-01", "500"), sold("A", "2024-08-01", "300")];
    const known = [quota("A", "2024-Q2"), quota("A", "2024-Q3")];
    expect(rows({ programmes }, lines, { quotas: known }).map((row) => row[3])).toStrictEqual([
      { code: "incentives.quota_missing", params: {} },
      hangs("member", "A", "2024-Q1"),
      hangs("member", "A", "2024-Q1"),
    ]);
    // 200 and 50 under 100: 150 wait; then 30, and 70 of them
    const all = [quota("A", "2024-Q1"), ...known];
    expect(rows({ programmes }, lines, { quotas: all }).map((row) => row[3])).toStrictEqual(["100.00", "0.00", "100.00"]);
  });

  test("what was held back comes last, so under a cap of all it hangs on every line that is not known", () => {
    const caps = [{ id: "all", per: "programme" as const, most: "100", above: "kept" as const }];
    const members = [dealer, { ...dealer, id: "B" }];
    const programmes = [tenth("1", H1, { caps }), tenth("2", H2, { caps })];
    const lines = [sold("A", "2024-02-01", "1400"), sold("A", "2024-08-01", "100"), sold("B", "2024-11-01", "950")];
    const known = [quota("A", "2024-Q1"), quota("A", "2024-Q3")];
    expect(rows({ programmes, members }, lines, { quotas: known }).map((row) => row[3])).toStrictEqual([
      "100.00",
      hangs("programme", "B", "2024-Q4"),
      { code: "incentives.quota_missing", params: {} },
    ]);
    // 10 and 90 of 95 fill the cap; the 40 of the first half wait on
    expect(rows({ programmes, members }, lines, { quotas: [...known, quota("B", "2024-Q4")] }).map((row) => row[3])).toStrictEqual([
      "100.00",
      "10.00",
      "90.00",
    ]);
  });

  test("the surplus of a cumulative guarantee is not known as long as a window of the version before is not", () => {
    const guarantee = { amount: "60", basis: "cumulative", paidAt: "end", prorateBy: "days" } as const;
    const programmes = [
      tenth("1", { start: "2024-01-01", end: "2024-04-01" }, { guarantee }),
      tenth("2", { start: "2024-04-01", end: "2024-07-01" }, { guarantee }),
    ];
    const lines = [sold("A", "2024-02-01", "900"), sold("A", "2024-05-01", "100")];
    const known = [quota("A", "2024-Q2")];
    expect(rows({ programmes }, lines, { quotas: known }).map((row) => row[3])).toStrictEqual([
      { code: "incentives.quota_missing", params: {} },
      { code: "settlement.guarantee_undetermined", params: { window: "2024-Q1" } },
    ]);
    // 90 pass the guarantee by 30, so that it asks for 30 in the next window
    expect(rows({ programmes }, lines, { quotas: [quota("A", "2024-Q1"), ...known] }).map((row) => row[3])).toStrictEqual([
      "90.00",
      "30.00",
    ]);
  });

  test("parts of a cumulative guarantee that do not end in decimals add up to the half cent that they are", () => {
    const half = { amount: "26.61", basis: "cumulative", paidAt: "end", prorateBy: "days" } as const;
    const window = { kind: "every_weeks", weeks: 4, anchor: "2024-01-01" } as const;
    const part = (version: string, start: string, end: string) =>
      programmeOf({
        version,
        effective: { start, end },
        window,
        guarantee: half,
        schedule: { method: "lump_sum", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", amount: "10" }] },
      });
    // 28 days from 1 January: of the first 2 26.61 × 2 ÷ 28 = 1.90071…, of the other 26 24.70928…
    const programmes = [part("1", "2024-01-01", "2024-01-03"), part("2", "2024-01-03", "2024-01-29")];
    const early = sold("A", "2024-01-02", "50");
    // 10 pass it by 8.09928…, and 24.70928… less that are 16.61; in all 26.61 less 10
    expect(rows({ programmes }, [early]).map((row) => row[3])).toStrictEqual(["10.00", "16.61"]);
    const doubled = programmes.map((one) => ({ ...one, schedule: { ...one.schedule, tiers: [{ from: "0", amount: "20.22" }] } }));
    // in all 26.61 less 20.22
    expect(rows({ programmes: doubled as IncentiveProgramme[] }, [early]).map((row) => row[3])).toStrictEqual(["20.22", "6.39"]);
    // 26.615 less 20.22 are 6.395, half a cent, which is rounded up
    const odd = doubled.map((one) => ({ ...one, guarantee: { ...half, amount: "26.615" } }));
    expect(rows({ programmes: odd as IncentiveProgramme[] }, [early]).map((row) => row[3])).toStrictEqual(["20.22", "6.40"]);
  });

  test("members are paid what was held back in the order of their names, whatever their order in the policy", () => {
    const caps = [{ id: "all", per: "programme" as const, most: "100", above: "kept" as const }];
    const members = [{ ...dealer, id: "B" }, dealer];
    const programmes = [tenth("1", H1, { caps }), tenth("2", H2, { caps })];
    const lines = ["A", "B"].flatMap((id) => [sold(id, "2024-02-01", "2000"), sold(id, "2024-08-01", "400")]);
    const quotas = ["A", "B"].flatMap((id) => [quota(id, "2024-Q1"), quota(id, "2024-Q3")]);
    // A has 100 and 100 wait, B has all of 200 wait; then 40 and 40, and the 20 that are left are A's
    expect(rows({ programmes, members }, lines, { quotas })).toStrictEqual([
      ["B", "1", "2024-Q1", "0.00"],
      ["B", "2", "2024-Q3", "40.00"],
      ["A", "1", "2024-Q1", "100.00"],
      ["A", "2", "2024-Q3", "60.00"],
    ]);
  });
});
