import { catalogue } from "qudao/i18n";
import { type IncentiveProgramme, type ProgrammeProrationPolicy, prorateProgramme } from "qudao/incentives";
import { renderExplanation } from "qudao/kernel";
import { accumulate, openAccumulator, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

const year = { start: "2024-01-01", end: "2025-01-01" };
const fromMay = { start: "2024-05-01", end: "2025-01-01" };

function cut(programme: IncentiveProgramme, changes: Partial<ProgrammeProrationPolicy> = {}, part = fromMay) {
  const policy = { programme, by: "months" as const, rounding: { decimals: 0, mode: "half_up" as const }, ...changes };
  const answer = prorateProgramme(frozen({ part, whole: year }), frozen(policy));
  if (!answer.ok) return answer.problem;
  expectPlain(answer.value);
  return answer.value.outcome;
}

const tiers = (...rows: object[]) => ({ schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: rows } as never });
const yearly = programmeOf({
  window: { kind: "calendar", unit: "year" },
  ...tiers({ from: "0", rate: "0.01" }, { from: "100000", rate: "0.02" }),
  limits: [
    { kind: "qualifier_cap", value: "600000" },
    { kind: "payment_floor", amount: "300" },
    { kind: "payment_cap", amount: "10000", refundable: true },
  ],
});

describe("prorateProgramme()", () => {
  test("eight of twelve months leave two thirds of thresholds, caps and floors, and every rate", () => {
    expect(cut(yearly)).toStrictEqual({
      ...yearly,
      ...tiers({ from: "0", rate: "0.01" }, { from: "66667", rate: "0.02" }),
      limits: [
        { kind: "qualifier_cap", value: "400000" },
        { kind: "payment_floor", amount: "200" },
        { kind: "payment_cap", amount: "6667", refundable: true },
      ],
    });
  });

  test("thresholds of a ratio and of a score stay, lump sums and fixed baselines do not", () => {
    const attained = programmeOf({
      qualifier: { kind: "attainment" },
      schedule: {
        method: "lump_sum",
        unit: "ratio",
        boundary: "reaches",
        tiers: [
          { from: "0", amount: "0" },
          { from: "1", amount: "900" },
        ],
      },
      limits: [{ kind: "qualifier_cap", value: "1.5" }],
    });
    expect(cut(attained)).toMatchObject({ schedule: { tiers: [{ from: "0" }, { from: "1", amount: "600" }] }, limits: [{ value: "1.5" }] });
    const grows = programmeOf({
      qualifier: {
        kind: "growth_rate",
        of: "amount",
        baseline: { kind: "fixed", value: "1200" },
        zeroBaseline: { kind: "floor_baseline", baseline: "300" },
      },
      payOn: "amount",
      schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
    });
    expect(cut(grows)).toMatchObject({ qualifier: { baseline: { value: "800" }, zeroBaseline: { baseline: "200" } } });
    const packs = programmeOf({ schedule: { method: "package", unit: "CNY", size: "100", amount: "3", count: "complete" } });
    expect(cut(packs)).toStrictEqual(packs);
  });

  test("a curve keeps its shape: for half a year, half of a value pays half of what it paid, and a curve of rates the same rate", () => {
    const half = { start: "2024-07-01", end: "2025-01-01" };
    const coefficients = ["100", "0.01", "0.00001"];
    const curved = (curve: "amount" | "rate", changes: object = {}) =>
      programmeOf({
        schedule: { method: "polynomial", unit: "CNY", boundary: "reaches", curve, tiers: [{ from: "0", coefficients }] },
        ...changes,
      });
    const rows = (programme: IncentiveProgramme) => (cut(programme, {}, half) as IncentiveProgramme).schedule;
    expect(rows(curved("amount"))).toMatchObject({ tiers: [{ coefficients: ["50", "0.01", "0.00002"] }] });
    expect(rows(curved("rate"))).toMatchObject({ tiers: [{ coefficients: ["100", "0.02", "0.00004"] }] });
    // attainment is the same ratio of a smaller quota: sums paid for it are lowered, rates are not
    const attained = { qualifier: { kind: "attainment" } };
    const ratio = (curve: "amount" | "rate", changes: object = {}) =>
      rows(curved(curve, { ...attained, schedule: { ...(curved(curve).schedule as object), unit: "ratio" } as never, ...changes }));
    expect(ratio("amount")).toMatchObject({ tiers: [{ coefficients: ["50", "0.005", "0.000005"] }] });
    expect(ratio("amount", { payOn: "amount" })).toMatchObject({ tiers: [{ coefficients: ["50", "0.01", "0.00002"] }] });
    expect(ratio("rate", { payOn: "amount" })).toMatchObject({ tiers: [{ coefficients }] });
    expect(cut(curved("amount"), {}, year)).toStrictEqual(curved("amount"));
  });

  test("the whole window changes nothing, and by days a part counts by its days", () => {
    expect(cut(yearly, {}, year)).toStrictEqual(yearly);
    // 245 of 366 days
    expect(cut(yearly, { by: "days", rounding: { decimals: 2, mode: "half_up" } })).toMatchObject({
      limits: [{ value: "401639.34" }, {}, {}],
    });
  });

  test("table 1d: a version of its own settles the part with its own thresholds", () => {
    const part = cut(yearly) as IncentiveProgramme;
    const late: IncentiveProgramme = { ...part, version: "1 from May", effective: fromMay, earner: { memberIds: ["A"] } };
    const accumulator = openAccumulator(policyOf({ programmes: [late] }));
    accumulate(accumulator, [lineOf({ date: "2024-06-01", amount: "66667" }), lineOf({ id: "L2", date: "2024-04-30", amount: "5000" })]);
    expect(settle(accumulator, { asOf: "2025-01-01" }).statements[0]?.total.amount).toBe("1333.34");
  });

  test("thresholds that fall together are a problem, not a table of another meaning", () => {
    const close = programmeOf(tiers({ from: "0", rate: "0.01" }, { from: "10", rate: "0.02" }, { from: "11", rate: "0.03" }));
    expect(cut(close, { rounding: { decimals: 0, mode: "half_up" } }, { start: "2024-12-01", end: "2025-01-01" })).toMatchObject({
      code: "incentives.prorated_unsound",
      params: { place: "schedule.tiers[2].from" },
    });
  });

  test("names every figure that was cut, in both languages", () => {
    const answer = prorateProgramme(
      { part: fromMay, whole: year },
      { programme: yearly, by: "months", rounding: { decimals: 0, mode: "half_up" } },
    );
    if (!answer.ok) throw new Error();
    const read = (language: "en" | "zh") => renderExplanation(answer.value.explanation, { language, catalogue }).split("\n");
    expect(read("en").slice(0, 2)).toStrictEqual([
      "Volume rebate for 2/3 of its window",
      "  schedule.tiers[1].from: 66667 instead of 100000",
    ]);
    expect(read("zh").slice(0, 2)).toStrictEqual(["销量返利，按 2/3 折算", "  schedule.tiers[1].from：由 100000 折算为 66667"]);
    expect(read("en")).toHaveLength(5);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => cut({ ...yearly, currency: "yuan" }))).toBe("kernel.not_a_currency at policy.programme.currency");
    expect(faultAt(() => cut(yearly, { by: "moons" as never }))).toBe("kernel.not_a_choice at policy.by");
    expect(faultAt(() => cut(yearly, {}, { start: "2024-05-01", end: "2024-02-30" }))).toBe("kernel.not_a_date at facts.part.end");
  });
});
