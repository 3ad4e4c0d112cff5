import type { SaleLine } from "qudao/entities";
import {
  type AttainmentBasis,
  checkProgramme,
  computeIncentive,
  drawPayoutCurve,
  findNextTier,
  type GrowthBasis,
  type IncentiveProgramme,
  lintProgramme,
  type ProgrammeMeasure,
} from "qudao/incentives";
import type { PeriodRule, RoundingMode } from "qudao/kernel";
import { parseIncentiveProgramme } from "qudao/schemas";
import { accumulate, openAccumulator, type SettlementFacts, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectPlain } from "../support/incentives.js";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

/** What each window earns, or why it is not known. */
function earned(programme: IncentiveProgramme, lines: readonly SaleLine[], facts: Partial<SettlementFacts> = {}) {
  const accumulator = openAccumulator(policyOf({ programmes: [programme] }));
  expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
  const rows = settle(accumulator, { asOf: "2025-01-01", ...facts }).statements[0]?.lines ?? [];
  for (const { explanation } of rows) if (explanation !== null) expectPlain({ outcome: null, explanation });
  return rows.map((row) => [row.window.id, row.baseline, row.earned?.amount ?? row.problem?.code]);
}

const faults = (programme: IncentiveProgramme) => checkProgramme(programme).map(({ code, path }) => [code, path]);

const rates = (unit: string, ...tiers: readonly { readonly from: string; readonly rate: string }[]) =>
  ({ method: "retroactive", unit, boundary: "reaches", tiers }) as const;

describe("growth of a measure", () => {
  const margin: ProgrammeMeasure = { name: "margin", of: "margin", scope: {} };
  const pieces: ProgrammeMeasure = { name: "brand_pieces", of: "quantity", scope: { include: { brandIds: ["B1"] } }, unit: "piece" };
  const grows = (changes: Partial<GrowthBasis> = {}): IncentiveProgramme["qualifier"] => ({
    kind: "growth_rate",
    of: { measure: "margin" },
    baseline: "prior_year",
    zeroBaseline: { kind: "not_eligible" },
    ...changes,
  });
  /** 10 % of the margin for a growth of a quarter, 5 % below. */
  const onMargin = programmeOf({
    measures: [margin, pieces],
    qualifier: grows(),
    payOn: { measure: "margin" },
    schedule: rates("ratio", { from: "0", rate: "0.05" }, { from: "0.25", rate: "0.1" }),
  });
  /** A margin of 40 in the first quarter of 2023. */
  const lastYear = lineOf({ id: "old", date: "2023-02-01", amount: "100.00", cost: "60.00" });
  const thisYear = (cost: string) => lineOf({ id: "new", date: "2024-02-01", amount: "1000.00", cost });

  test.each([
    ["950.01", "2.50"], // a margin of 49.99: a growth of 0.24975, 5 % of 49.99 is 2.4995
    ["950.00", "5.00"], // of 50: exactly a quarter
    ["949.99", "5.00"], // of 50.01: 5.001
  ])("a margin of 40 that grows by about a quarter, at a cost of %s, earns %s", (cost, amount) => {
    expect(earned(onMargin, [lastYear, thisYear(cost)])).toContainEqual(["2024-Q1", "40", amount]);
  });

  test("is not known where a line does not say its cost, now or a year before", () => {
    const { cost: _, ...unsaid } = thisYear("950.00");
    expect(earned(onMargin, [lastYear, unsaid])).toStrictEqual([["2024-Q1", "40", "incentives.measure_missing"]]);
    const old = lineOf({ id: "older", date: "2023-03-31", amount: "1.00" });
    expect(earned(onMargin, [lastYear, old, thisYear("950.00")])).toStrictEqual([["2024-Q1", undefined, "incentives.baseline_missing"]]);
    expect(earned(onMargin, [old])).toStrictEqual([["2024-Q1", undefined, "incentives.baseline_missing"]]);
  });

  test("the increment of one brand's pieces is paid on, against every kind of baseline", () => {
    const onPieces = (changes: Partial<GrowthBasis>) =>
      programmeOf({
        measures: [margin, pieces],
        qualifier: { ...grows({ of: { measure: "brand_pieces" }, ...changes }), kind: "growth_amount" } as IncentiveProgramme["qualifier"],
        payOn: "growth_amount",
        schedule: rates("piece", { from: "0", rate: "2" }, { from: "5", rate: "3" }),
      });
    const sold = (date: string, quantity: number, brandId = "B1") => lineOf({ id: `${date} ${brandId}`, date, quantity, brandId });
    const lines = [sold("2022-01-05", 2), sold("2023-01-05", 4), sold("2023-01-06", 90, "B2"), sold("2024-01-05", 10)];
    const first = (basis: Partial<GrowthBasis>, facts: Partial<SettlementFacts> = {}) => earned(onPieces(basis), lines, facts)[0];
    expect(first({})).toStrictEqual(["2024-Q1", "4", "18.00"]); // 6 more at 3
    const years = [
      { back: 1, weight: "0.5" },
      { back: 2, weight: "0.5" },
    ];
    expect(first({ baseline: { kind: "mixed", years } })).toStrictEqual(["2024-Q1", "3", "21.00"]); // 7 more
    expect(first({ baseline: { kind: "fixed", value: "6" } })).toStrictEqual(["2024-Q1", undefined, "8.00"]); // 4 more at 2
    const given = [{ memberId: "A", programmeId: "volume", periodId: "2024-Q1", value: "5" }];
    expect(first({ baseline: "given" }, { baselines: given })).toStrictEqual(["2024-Q1", "5", "15.00"]); // 5 more, on the threshold
    expect(first({ zeroBaseline: { kind: "floor_baseline", baseline: "8" } })).toStrictEqual(["2024-Q1", "4", "4.00"]); // 2 more
  });

  test.each([
    [{ kind: "not_eligible" }, "0.00"],
    [{ kind: "treat_as_rate", rate: "0.2" }, "2.50"],
    [{ kind: "pay_on_full_volume" }, "5.00"],
  ] as const)("from no margin at all, %j, earns %s of 50", (zeroBaseline, amount) => {
    expect(earned({ ...onMargin, qualifier: grows({ zeroBaseline }) }, [thisYear("950.00")])).toStrictEqual([["2024-Q1", "0", amount]]);
  });

  test("computeIncentive() earns the same on the same figures, and says which measure has grown", () => {
    const figures = { amount: "1000", quantity: "1", baseline: "40", measures: { margin: "50", brand_pieces: "0" } };
    const answer = computeIncentive(figures, onMargin);
    expect(answer.ok && [answer.value.outcome.earned.amount, answer.value.outcome.qualifier]).toStrictEqual(["5.00", "0.25"]);
    expect(answer.ok && JSON.stringify(answer.value.explanation)).toContain('"incentives.on_measure_growth","params":{"current":"50"');
    expect(computeIncentive({ ...figures, measures: {} }, onMargin)).toMatchObject({
      problem: { code: "incentives.measure_missing", params: { measure: "margin" } },
    });
  });

  test("its schedule is in the unit of the measure, and the measure must be one", () => {
    expect(faults(onMargin)).toStrictEqual([]);
    expect(parseIncentiveProgramme(JSON.parse(JSON.stringify(onMargin)))).toMatchObject({ ok: true, value: onMargin });
    const increment = (of: GrowthBasis["of"], unit: string, measures = onMargin.measures) =>
      faults({
        ...onMargin,
        measures,
        qualifier: { ...grows({ of }), kind: "growth_amount" } as IncentiveProgramme["qualifier"],
        schedule: rates(unit, { from: "0", rate: "0.05" }),
      });
    expect(increment({ measure: "margin" }, "CNY")).toStrictEqual([]);
    expect(increment({ measure: "brand_pieces" }, "piece")).toStrictEqual([]);
    expect(increment({ measure: "brand_pieces" }, "CNY")).toStrictEqual([["incentives.schedule_unit", "schedule.unit"]]);
    const { unit: _, ...unitless } = pieces;
    expect(increment({ measure: "brand_pieces" }, "piece", [margin, unitless])).toStrictEqual([
      ["incentives.measure_without_unit", "qualifier.of.measure"],
    ]);
    expect(increment({ measure: "turnover" }, "CNY")).toStrictEqual([["kernel.unknown_row", "qualifier.of.measure"]]);
    expect(increment({ measure: "margin", more: 1 } as never, "CNY")).toStrictEqual([["kernel.not_a_choice", "qualifier.of.more"]]);
    expect(increment("margin" as never, "CNY")[0]).toStrictEqual(["kernel.not_a_choice", "qualifier.of"]);
  });

  test("its curve is drawn at a baseline, its cliff is found, and no sale leads to its next tier", () => {
    const reference = { baseline: "40", base: "1000" };
    const curve = drawPayoutCurve({ upTo: "0.25", steps: 1, reference }, { ...onMargin, payOn: "qualifier" });
    expect(curve.ok && curve.value.outcome.map(({ side, earned: money }) => [side, money.amount])).toStrictEqual([
      ["on", "0.00"],
      ["below", "0.01"], // 5 % of a growth of 0.25
      ["on", "0.03"],
    ]);
    const falling = {
      ...onMargin,
      payOn: "growth_amount" as const,
      schedule: rates("ratio", { from: "0", rate: "0.2" }, { from: "0.25", rate: "0.1" }),
    };
    const lint = lintProgramme({ programme: falling, others: [], stacked: [], products: [], reference }, { leastJump: "0.5" });
    expect(lint.ok && lint.value.outcome.map(({ code }) => code)).toContain("incentives.cliff");
    const figures = { amount: "1000", quantity: "1", baseline: "40", measures: { margin: "45", brand_pieces: "0" } };
    const next = findNextTier({ figures, step: "0.01" }, onMargin);
    expect(next.ok && next.value.outcome.next).toBeNull();
  });
});

describe("growth over the mean of the windows just before", () => {
  const rolling = (windows: number, decimals = 0, mode: RoundingMode = "half_up") =>
    ({ kind: "rolling", windows, rounding: { decimals, mode } }) as const;
  /** 1 % of the net amount, 2 % where it is half as much again as the mean of three quarters. */
  const overThree = (changes: Partial<IncentiveProgramme> = {}, baseline: GrowthBasis["baseline"] = rolling(3)) =>
    programmeOf({
      qualifier: { kind: "growth_rate", of: "amount", baseline, zeroBaseline: { kind: "not_eligible" } },
      payOn: "amount",
      schedule: rates("ratio", { from: "0", rate: "0.01" }, { from: "0.5", rate: "0.02" }),
      ...changes,
    });
  const sold = (date: string, amount: string) => lineOf({ id: date, date, amount });
  /** 500 in three quarters: a mean of 166.66…, written down as 167. */
  const three = [sold("2023-04-01", "100.00"), sold("2023-07-01", "200.00"), sold("2023-12-31", "200.00")];

  test.each([
    ["250.49", "2.50"],
    ["250.50", "5.01"], // 167 and its half
    ["250.51", "5.01"],
  ])("after 100, 200 and 200, %s earns %s", (amount, money) => {
    const lines = [sold("2023-03-31", "9000.00"), ...three, sold("2024-01-01", amount)];
    expect(earned(overThree(), lines)[0]).toStrictEqual(["2024-Q1", "167", money]);
  });

  test.each([
    ["100.00", 3, 2, "half_up", "33.33"],
    ["200.00", 3, 2, "half_up", "66.67"],
    ["200.00", 3, 2, "down", "66.66"],
    ["100.00", 3, 0, "up", "34"],
    ["1.00", 2, 0, "half_up", "1"],
    ["1.00", 2, 0, "half_even", "0"],
    ["1.00", 2, 0, "half_down", "0"],
    ["3.00", 2, 0, "half_even", "2"],
    ["2.98", 2, 0, "half_up", "1"],
    ["99999999999999999999999999999999999999999999.00", 9, 0, "half_up", "11111111111111111111111111111111111111111111"],
    ["50000000000000000000000000000000000000000000.00", 9, 0, "half_up", "5555555555555555555555555555555555555555556"],
  ] as const)("a sum of %s over %s windows, to %s places %s, is %s", (amount, windows, decimals, mode, mean) => {
    const lines = [sold("2023-12-31", amount), sold("2024-01-01", "1.00")];
    expect(earned(overThree({}, rolling(windows, decimals, mode)), lines)[0]?.[1]).toBe(mean);
  });

  test("goes along from window to window, and one in which nothing was sold counts as 0", () => {
    const lines = [...three, sold("2024-01-01", "260.00"), sold("2024-04-01", "330.00"), sold("2024-10-01", "300.00")];
    expect(earned(overThree(), lines)).toStrictEqual([
      ["2024-Q1", "167", "5.20"], // 100, 200, 200
      ["2024-Q2", "220", "6.60"], // 200, 200, 260: exactly half as much again
      ["2024-Q3", "263", "0.00"], // 200, 260, 330: 263.33…
      ["2024-Q4", "197", "6.00"], // 260, 330, 0: 196.66…
    ]);
  });

  test("reads days on which the programme was not in force, but knows no baseline for a window of which only a part counts", () => {
    const late = overThree({ effective: { start: "2024-02-10", end: "2025-01-01" } });
    const lines = [...three, sold("2024-01-01", "100.00"), sold("2024-02-10", "160.00"), sold("2024-04-01", "330.00")];
    expect(earned(late, lines).slice(0, 2)).toStrictEqual([
      ["2024-Q1", undefined, "incentives.baseline_missing"],
      ["2024-Q2", "220", "6.60"],
    ]);
  });

  test("knows no baseline where the list of windows begins later", () => {
    const seasons = [
      { id: "spring", start: "2024-01-01", end: "2024-04-01" },
      { id: "summer", start: "2024-05-01", end: "2024-08-01" },
      { id: "autumn", start: "2024-08-01", end: "2024-11-01" },
    ];
    const listed = overThree({ window: { kind: "custom", periods: seasons } }, rolling(2));
    const lines = [sold("2024-01-01", "100.00"), sold("2024-04-15", "900.00"), sold("2024-05-01", "100.00"), sold("2024-08-01", "150.00")];
    expect(earned(listed, lines)).toStrictEqual([
      ["spring", undefined, "incentives.baseline_missing"],
      ["summer", undefined, "incentives.baseline_missing"],
      ["autumn", "100", "3.00"],
    ]);
  });

  test("goes by every rule that cuts windows one after the other", () => {
    const means = (window: PeriodRule, windows: number, lines: readonly SaleLine[]) =>
      earned(overThree({ window, effective: { start: "2024-03-04", end: "2024-04-08" } }, rolling(windows)), lines)[0]?.slice(0, 2);
    const days = ["2024-02-18", "2024-02-19", "2024-02-26", "2024-03-04"].map((date, i) => sold(date, `${10 ** i}.00`)); // 1, 10, 100, 1000
    expect(means({ kind: "calendar", unit: "week" }, 2, days)).toStrictEqual(["2024-W10", "55"]);
    expect(means({ kind: "every_weeks", weeks: 1, anchor: "2024-01-01" }, 1, days)?.[1]).toBe("100");
    expect(means({ kind: "fiscal", unit: "month", yearStarts: "01-04", label: "start_year" }, 1, days)?.[1]).toBe("111");
    const years = [{ id: "FY24", weeks: 52 as const }];
    const retail = { kind: "four_four_five", unit: "month", pattern: "4-4-5", starts: "2024-01-08", years } as const;
    expect(means(retail, 1, days)?.[1]).toBe("111"); // 8 January to 4 February, then to 3 March
  });

  test("computeIncentive() is given the mean and earns the same", () => {
    const answer = computeIncentive({ amount: "250.50", quantity: "1", baseline: "167" }, overThree());
    expect(answer.ok && answer.value.outcome.earned.amount).toBe("5.01");
  });

  test("needs from 1 to 12 windows that neither overlap nor stand alone, and a rounding", () => {
    const faulty = (baseline: unknown, changes: Partial<IncentiveProgramme> = {}) => faults(overThree(changes, baseline as never));
    for (const windows of [1, 12]) {
      const fine = overThree({}, rolling(windows));
      expect(faults(fine)).toStrictEqual([]);
      expect(parseIncentiveProgramme(JSON.parse(JSON.stringify(fine)))).toMatchObject({ ok: true, value: fine });
    }
    for (const windows of [0, 13, 1.5, "3"]) {
      expect(faulty({ ...rolling(1), windows })).toStrictEqual([["kernel.not_a_count", "qualifier.baseline.windows"]]);
    }
    expect(faulty({ kind: "rolling", windows: 3 })[0]).toStrictEqual(["kernel.not_a_record", "qualifier.baseline.rounding"]);
    expect(faulty({ ...rolling(1, 21) })).toStrictEqual([["kernel.not_a_count", "qualifier.baseline.rounding.decimals"]]);
    expect(faulty({ ...rolling(1), years: [] })).toStrictEqual([["kernel.not_a_choice", "qualifier.baseline.years"]]);
    const overlapping = { kind: "rolling", length: { months: 3 }, step: "month" } as const;
    for (const window of [overlapping, { kind: "whole" } as const]) {
      expect(faulty(rolling(3), { window })).toStrictEqual([["incentives.no_windows_before", "qualifier.baseline"]]);
    }
  });
});

describe("attainment of a quota in units or of a measure", () => {
  const onQuota = (of: AttainmentBasis, changes: Partial<IncentiveProgramme> = {}) =>
    programmeOf({
      qualifier: { kind: "attainment", ...of },
      payOn: "amount",
      schedule: rates("ratio", { from: "0", rate: "0" }, { from: "1", rate: "0.01" }),
      ...changes,
    });
  const inPieces = onQuota({ of: "quantity", unit: "piece" });
  const margin: ProgrammeMeasure = { name: "margin", of: "margin", scope: {} };
  const boxes: ProgrammeMeasure = { name: "boxes", of: "quantity", scope: {}, unit: "box", perUnit: { P1: "0.5" } };
  const sales: ProgrammeMeasure = { name: "sales", of: "lines", scope: {} };
  const own = { memberId: "A", programmeId: "volume", periodId: "2024-Q1" };
  const general = { memberId: "A", periodId: "2024-Q1" };
  const line = (quantity: number, cost = "60.00") => [lineOf({ quantity, amount: "100.00", cost })];
  const got = (programme: IncentiveProgramme, lines: readonly SaleLine[], facts: Partial<SettlementFacts>) =>
    earned(programme, lines, facts).map(([, , outcome]) => outcome)[0];

  test.each([
    [11, "0.00"],
    [12, "1.00"],
    [13, "1.00"],
  ])("%s pieces of a quota of 12 earn %s", (quantity, amount) => {
    const unitQuotas = [{ ...own, quantity: { value: "12", unit: "piece" } }];
    expect(got(inPieces, line(quantity), { unitQuotas })).toBe(amount);
    const answer = computeIncentive({ amount: "100", quantity: String(quantity), quota: "12" }, inPieces);
    expect(answer.ok && answer.value.outcome.earned.amount).toBe(amount);
    if (answer.ok) expectPlain(answer.value);
  });

  test.each([
    ["60.01", "0.00"],
    ["60.00", "1.00"],
    ["59.99", "1.00"],
  ])("a margin at a cost of %s, of a quota of 40, earns %s", (cost, amount) => {
    const quotas = [{ ...own, amount: { amount: "40", currency: "CNY" } }];
    expect(got(onQuota({ of: { measure: "margin" } }, { measures: [margin] }), line(1, cost), { quotas })).toBe(amount);
  });

  test("boxes are reached by pieces, and lines by their number", () => {
    const inBoxes = onQuota({ of: { measure: "boxes" } }, { measures: [boxes] });
    const quotaOf = (value: string, unit: string) => ({ unitQuotas: [{ ...own, quantity: { value, unit } }] });
    expect(got(inBoxes, line(7), quotaOf("3.5", "box"))).toBe("1.00");
    expect(got(inBoxes, line(6), quotaOf("3.5", "box"))).toBe("0.00");
    expect(got(onQuota({ of: { measure: "sales" } }, { measures: [sales] }), line(1), quotaOf("1", "lines"))).toBe("1.00");
  });

  test("the quota of the programme goes before the member's, and one of sales is never read as one of margin", () => {
    const pieces = (value: string, of: object) => ({ ...of, quantity: { value, unit: "piece" } }) as never;
    expect(got(inPieces, line(12), { unitQuotas: [pieces("12", general)] })).toBe("1.00");
    expect(got(inPieces, line(12), { unitQuotas: [pieces("12", general), pieces("13", own)] })).toBe("0.00");
    const quotas = [{ ...general, amount: { amount: "40", currency: "CNY" } }];
    expect(got(onQuota({}), line(1), { quotas })).toBe("1.00");
    expect(got(onQuota({ of: "amount" }), line(1), { quotas })).toBe("1.00");
    expect(got(onQuota({ of: { measure: "margin" } }, { measures: [margin] }), line(1), { quotas })).toBe("incentives.quota_missing");
  });

  test("money is no quota of pieces, nor are boxes", () => {
    const quotas = [{ ...own, amount: { amount: "12", currency: "CNY" } }];
    expect(got(inPieces, line(12), { quotas })).toBe("incentives.quota_missing");
    const unitQuotas = [{ ...own, quantity: { value: "12", unit: "box" } }];
    const accumulator = openAccumulator(policyOf({ programmes: [inPieces] }));
    accumulate(accumulator, line(12));
    const [row] = settle(accumulator, { asOf: "2025-01-01", unitQuotas }).statements[0]?.lines ?? [];
    expect([row?.status, row?.problem]).toStrictEqual([
      "undetermined",
      { code: "settlement.quota_unit", params: { got: "box", want: "piece" } },
    ]);
    expect(got(inPieces, line(12), { unitQuotas: [{ ...own, quantity: { value: "0", unit: "piece" } }] })).toBe(
      "incentives.quota_not_positive",
    );
  });

  test("what more came back in one window is carried into the next in the unit of the quota", () => {
    const carrying = onQuota({ of: { measure: "boxes" } }, { measures: [boxes], negative: "carry_forward" });
    const sold = (date: string, quantity: number, kind: "sale" | "return" = "sale") =>
      lineOf({ id: date, date, quantity, amount: "0", kind });
    const paid = lineOf({ id: "paid", date: "2024-05-01", quantity: 0, amount: "100.00" });
    const quotas = ["2024-Q1", "2024-Q2"].map((periodId) => ({ ...own, periodId, quantity: { value: "1", unit: "box" } }));
    const lines = (second: number) => [sold("2024-02-01", 4, "return"), sold("2024-04-01", second), paid];
    // 2 boxes came back: 6 pieces are 3 boxes, of which 1 is left; 5 pieces leave half a box
    expect(earned(carrying, lines(6), { unitQuotas: quotas })[1]?.[2]).toBe("1.00");
    expect(earned(carrying, lines(5), { unitQuotas: quotas })[1]?.[2]).toBe("0.00");
  });

  test("a quota twice, a quantity without a unit and a measure without one are refused with their place", () => {
    const twice = [1, 2].map((value) => ({ ...own, quantity: { value: String(value), unit: "piece" } }));
    const accumulator = openAccumulator(policyOf({ programmes: [inPieces] }));
    expect(faultAt(() => settle(accumulator, { asOf: "2025-01-01", unitQuotas: twice }))).toBe("kernel.named_twice at facts.unitQuotas[1]");
    const unsaid = [{ ...own, quantity: { value: "x", unit: "piece" } }];
    expect(faultAt(() => settle(accumulator, { asOf: "2025-01-01", unitQuotas: unsaid }))).toBe(
      "kernel.not_a_decimal at facts.unitQuotas[0].quantity.value",
    );
    expect(faults(inPieces)).toStrictEqual([]);
    expect(parseIncentiveProgramme(JSON.parse(JSON.stringify(inPieces)))).toMatchObject({ ok: true, value: inPieces });
    expect(faults(onQuota({ of: "quantity" }))).toStrictEqual([["kernel.not_text", "qualifier.unit"]]);
    expect(faults(onQuota({ of: "turnover" as never }))).toStrictEqual([["kernel.not_a_choice", "qualifier.of"]]);
    expect(faults(onQuota({ of: { measure: "boxes" } }))).toStrictEqual([["kernel.unknown_row", "qualifier.of.measure"]]);
    const { unit: _, ...unitless } = boxes;
    expect(faults(onQuota({ of: { measure: "boxes" } }, { measures: [unitless] }))).toStrictEqual([
      ["incentives.measure_without_unit", "qualifier.of.measure"],
    ]);
  });

  test("its curve is drawn at a quota, and its next tier is so many pieces away", () => {
    const reference = { quota: "12", price: "10" };
    const curve = drawPayoutCurve({ upTo: "1", steps: 1, reference }, inPieces);
    expect(curve.ok && curve.value.outcome.map(({ sold, earned: money }) => [sold, money.amount])).toStrictEqual([
      ["0", "0.00"],
      ["120", "0.00"],
      ["120", "1.20"],
    ]);
    const next = findNextTier({ figures: { amount: "100", quantity: "10", quota: "12" }, step: "1" }, inPieces);
    expect(next.ok && next.value.outcome.next).toMatchObject({ tier: 2, missing: "2", earned: { amount: "1.20" } });
  });
});
