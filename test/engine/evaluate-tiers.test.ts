import { evaluateTiers, type TierBoundary, type TierCurve, type TierRow, type TierSchedule, type TierTable } from "qudao/engine";
import { catalogue } from "qudao/i18n";
import { checkExplanation, renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";

const rows: readonly TierRow[] = [
  { from: "0", rate: "0.01" },
  { from: "1000", rate: "0.02" },
  { from: "2000", rate: "0.03" },
];
const table = (method: TierTable["method"], tiers: readonly TierRow[] = rows, boundary: TierBoundary = "reaches"): TierSchedule => ({
  method,
  unit: "CNY",
  boundary,
  tiers,
});

/** Amount and row, after making sure that the working adds up and that the answer is JSON. */
function pays(qualifier: string, schedule: TierSchedule, measure?: string) {
  const facts = Object.freeze(measure === undefined ? { qualifier } : { qualifier, measure });
  const answer = evaluateTiers(facts, Object.freeze(schedule));
  expect(checkExplanation(answer.explanation)).toStrictEqual([]);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return [answer.outcome.earned, answer.outcome.tier];
}

describe("evaluateTiers()", () => {
  // Worked by hand on rows 0: 1 %, 1000: 2 %, 2000: 3 %. Columns: graduated, retroactive, rolling sum, total sum.
  test.each([
    { x: "0", graduated: "0", retroactive: "0", rolling: "0", total: "0", tier: 1, why: "nothing" },
    { x: "999.99", graduated: "9.9999", retroactive: "9.9999", rolling: "9.9999", total: "9.9999", tier: 1, why: "below the second row" },
    { x: "1000", graduated: "10", retroactive: "20", rolling: "30", total: "30", tier: 2, why: "on it: the upper row" },
    { x: "1000.01", graduated: "10.0002", retroactive: "20.0002", rolling: "30.0002", total: "30.0003", tier: 2, why: "above it" },
    { x: "1999.99", graduated: "29.9998", retroactive: "39.9998", rolling: "49.9998", total: "59.9997", tier: 2, why: "below the third" },
    { x: "2000", graduated: "30", retroactive: "60", rolling: "110", total: "120", tier: 3, why: "on the third" },
    { x: "3000", graduated: "60", retroactive: "90", rolling: "140", total: "180", tier: 3, why: "in the open row" },
  ])("$x, $why", ({ x, graduated, retroactive, rolling, total, tier }) => {
    expect(pays(x, table("graduated"))).toStrictEqual([graduated, tier]);
    expect(pays(x, table("retroactive"))).toStrictEqual([retroactive, tier]);
    expect(pays(x, table("rolling_sum"))).toStrictEqual([rolling, tier]);
    expect(pays(x, table("total_sum"))).toStrictEqual([total, tier]);
  });

  test("the boundary rule decides exactly on a threshold, and never for graduated", () => {
    expect(pays("1000", table("retroactive", rows, "exceeds"))).toStrictEqual(["10", 1]);
    expect(pays("1000.01", table("retroactive", rows, "exceeds"))).toStrictEqual(["20.0002", 2]);
    expect(pays("1000", table("graduated", rows, "exceeds"))).toStrictEqual(["10", 1]);
    expect(pays("0", table("retroactive", rows, "exceeds"))).toStrictEqual(["0", 0]);
  });

  test("below 0 no row is reached", () => {
    for (const method of ["graduated", "retroactive", "rolling_sum", "total_sum"] as const) {
      expect(pays("-0.01", table(method))).toStrictEqual(["0", 0]);
    }
  });

  test("interpolated pays a completed row whole and the current one in part, and nothing beyond its end", () => {
    const bonus = [
      { from: "0", amount: "100" },
      { from: "1000", to: "3000", amount: "400" },
    ];
    expect(pays("250", table("interpolated", bonus))).toStrictEqual(["25", 1]);
    expect(pays("1000", table("interpolated", bonus))).toStrictEqual(["100", 2]);
    expect(pays("1500", table("interpolated", bonus))).toStrictEqual(["200", 2]);
    expect(pays("9000", table("interpolated", bonus))).toStrictEqual(["500", 2]);
    const blended = [
      { from: "0", rate: "0.02" },
      { from: "1000", to: "2000", rate: "0.04" },
    ];
    expect(pays("1500", table("interpolated", blended), "10000")).toStrictEqual(["400", 2]);
  });

  test("a lump sum is paid once or for every row, and never at 0", () => {
    const lumps = [
      { from: "0", amount: "5" },
      { from: "100", amount: "50" },
    ];
    expect(pays("0", table("lump_sum", lumps))).toStrictEqual(["0", 1]);
    expect(pays("99.99", table("lump_sum", lumps))).toStrictEqual(["5", 1]);
    expect(pays("100", table("lump_sum", lumps))).toStrictEqual(["50", 2]);
    expect(pays("100.01", table("lump_sum", lumps, "exceeds"))).toStrictEqual(["50", 2]);
    expect(pays("100", table("lump_sum", lumps, "exceeds"))).toStrictEqual(["5", 1]);
    expect(pays("100", table("lump_sum_each", lumps))).toStrictEqual(["55", 2]);
  });

  test("complaint 5: excess only pays above its first threshold, and nothing below it", () => {
    const excess = [{ from: "1000", rate: "0.02" }];
    expect(pays("999.99", table("excess_only", excess))).toStrictEqual(["0", 0]);
    expect(pays("1000", table("excess_only", excess))).toStrictEqual(["0", 1]);
    expect(pays("1000.50", table("excess_only", excess))).toStrictEqual(["0.01", 1]);
  });

  test("pay to first re-rates from the first unit once a marked row is reached, and goes on graduated", () => {
    const marked: TierRow[] = [
      { from: "0", rate: "0.01" },
      { from: "1000", rate: "0.02", fromFirst: true },
      { from: "2000", rate: "0.03" },
    ];
    expect(pays("999", table("pay_to_first", marked))).toStrictEqual(["9.99", 1]);
    expect(pays("1000", table("pay_to_first", marked))).toStrictEqual(["20", 2]);
    expect(pays("3000", table("pay_to_first", marked))).toStrictEqual(["70", 3]);
  });

  test.each([
    { x: "0", complete: "0", started: "0" },
    { x: "9.99", complete: "0", started: "3" },
    { x: "10", complete: "3", started: "3" },
    { x: "10.01", complete: "3", started: "6" },
    { x: "-5", complete: "0", started: "0" },
  ])("package of 10 at 3: $x", ({ x, complete, started }) => {
    const pack = { method: "package", unit: "piece", size: "10", amount: "3" } as const;
    expect(pays(x, { ...pack, count: "complete" })[0]).toBe(complete);
    expect(pays(x, { ...pack, count: "started" })[0]).toBe(started);
  });

  test("what picks the row may differ from what is paid on", () => {
    const growth: TierSchedule = {
      method: "retroactive",
      unit: "ratio",
      boundary: "reaches",
      tiers: [
        { from: "0", rate: "0" },
        { from: "0.1", rate: "0.02" },
      ],
    };
    expect(pays("0.0999", growth, "5000")).toStrictEqual(["0", 1]);
    expect(pays("0.1", growth, "5000")).toStrictEqual(["100", 2]);
    // Half of the qualifier is in each row, so half of the measure is.
    expect(pays("2000", table("graduated"), "500")).toStrictEqual(["7.5", 3]);
  });

  test("falling rates are paid as written", () => {
    const falling = [
      { from: "0", rate: "0.05" },
      { from: "100", rate: "0.01" },
    ];
    expect(pays("99", table("retroactive", falling))).toStrictEqual(["4.95", 1]);
    expect(pays("100", table("retroactive", falling))).toStrictEqual(["1", 2]);
  });

  test("the way to the next row is told, and there is none above the highest", () => {
    expect(evaluateTiers({ qualifier: "950.5" }, table("retroactive")).outcome.next).toStrictEqual({
      tier: 2,
      from: "1000",
      missing: "49.5",
    });
    expect(evaluateTiers({ qualifier: "2000" }, table("retroactive")).outcome.next).toBeNull();
  });

  describe("a fixed amount beside the rate", () => {
    const both: readonly TierRow[] = [
      { from: "0", rate: "0.01", amount: "2" },
      { from: "1000", rate: "0.02" },
      { from: "2000", rate: "0.03", amount: "5" },
    ];
    // graduated and excess only add the amount of every row reached, retroactive has that of the row reached
    test.each([
      { x: "0", graduated: "0", retroactive: "0", why: "nothing sold earns no fixed amount" },
      { x: "0.01", graduated: "2.0001", retroactive: "2.0001", why: "the first cent" },
      { x: "999.99", graduated: "11.9999", retroactive: "11.9999", why: "9.9999 + 2" },
      { x: "1000", graduated: "12", retroactive: "20", why: "10 + 2; 20 and nothing beside it" },
      { x: "1999.99", graduated: "31.9998", retroactive: "39.9998", why: "29.9998 + 2" },
      { x: "2000", graduated: "37", retroactive: "65", why: "30 + 2 + 5; 60 + 5" },
      { x: "2000.01", graduated: "37.0003", retroactive: "65.0003", why: "above it" },
      { x: "-1", graduated: "0", retroactive: "0", why: "below 0 no row is reached" },
    ])("$x: $why", ({ x, graduated, retroactive }) => {
      expect(pays(x, table("graduated", both))[0]).toBe(graduated);
      expect(pays(x, table("retroactive", both))[0]).toBe(retroactive);
    });

    test("on the threshold the boundary rule decides whether the amount is paid", () => {
      expect(pays("2000", table("graduated", both, "exceeds"))).toStrictEqual(["32", 2]);
      expect(pays("2000", table("retroactive", both, "exceeds"))).toStrictEqual(["40", 2]);
      const free = [{ from: "500", rate: "0.01", amount: "2" }];
      expect(pays("500", table("excess_only", free, "exceeds"))).toStrictEqual(["0", 0]);
      expect(pays("500", table("excess_only", free))).toStrictEqual(["2", 1]);
      expect(pays("700", table("excess_only", free, "exceeds"))).toStrictEqual(["4", 1]);
    });

    test("it is paid once whatever the rate is paid on", () => {
      const growth = [
        { from: "0", rate: "0" },
        { from: "0.1", rate: "0.02", amount: "300" },
      ];
      expect(pays("0.1", { ...(table("retroactive", growth) as TierTable), unit: "ratio" }, "5000")).toStrictEqual(["400", 2]);
      // half of the qualifier is in each row, so half of the measure is, at 1 and 2 %; then 2
      expect(pays("2000", table("graduated", both.slice(0, 2)), "500")).toStrictEqual(["9.5", 2]);
    });

    test("the working names it", () => {
      const { explanation } = evaluateTiers({ qualifier: "2000" }, table("graduated", both));
      expect(explanation.from?.map(({ code, params }) => [code, params["tier"], params["amount"]])).toStrictEqual([
        ["engine.tier_slice", 1, "10"],
        ["engine.tier_slice", 2, "20"],
        ["engine.tier_slice", 3, "0"],
        ["engine.tier_lump", 1, "2"],
        ["engine.tier_lump", 3, "5"],
      ]);
    });
  });

  test("complaint 31: fractions have a row too, since a row ends where the next begins", () => {
    const pieces = [
      { from: "0", to: "5", rate: "1" },
      { from: "5", to: "10", rate: "2" },
      { from: "10", rate: "3" },
    ];
    expect(pays("5.5", table("graduated", pieces))).toStrictEqual(["6", 2]);
  });

  describe("polynomial pays by the curve of the row reached", () => {
    const curved = (curve: TierCurve, tiers: readonly TierRow[], boundary: TierBoundary = "reaches"): TierSchedule => ({
      ...(table("polynomial", tiers, boundary) as TierTable),
      curve,
    });

    // 0.01·x + 0.00001·x² up to 1,000, from there 10 + 0.02·x
    const sales = [
      { from: "0", coefficients: ["0", "0.01", "0.00001"] },
      { from: "1000", coefficients: ["10", "0.02"] },
    ];
    test.each([
      { x: "500", pay: "7.5", tier: 1, why: "5 + 2.5" },
      { x: "999.9", pay: "19.9970001", tier: 1, why: "9.999 + 9.9980001, just below the second row" },
      { x: "1000", pay: "30", tier: 2, why: "on it: 10 + 20" },
      { x: "1000.1", pay: "30.002", tier: 2, why: "above it" },
    ])("over all that is sold: $x, $why", ({ x, pay, tier }) => {
      expect(pays(x, curved("amount", sales))).toStrictEqual([pay, tier]);
    });

    test("the boundary rule decides between two curves that do not meet", () => {
      expect(pays("1000", curved("amount", sales, "exceeds"))).toStrictEqual(["20", 1]);
    });

    test("over the excess of the row: 10 + 0.02·500 + 0.0001·500² is 45 for 1,500", () => {
      const excess = [
        { from: "0", coefficients: ["0", "0.01"] },
        { from: "1000", coefficients: ["10", "0.02", "0.0001"] },
      ];
      expect(pays("1000", curved("excess_amount", excess))).toStrictEqual(["10", 2]);
      expect(pays("1500", curved("excess_amount", excess))).toStrictEqual(["45", 2]);
      // a third of the qualifier is above 1,000, so a third of the measure is: 10 + 0.02·30 + 0.0001·30²
      expect(pays("1500", curved("excess_amount", excess), "90")).toStrictEqual(["10.69", 2]);
    });

    test("of rates: at 120 % the rate is 0.01 + 0.02·1.2 + 0.005·1.2², 4.12 % of what is paid on", () => {
      const rates = [
        { from: "0", coefficients: ["0"] },
        { from: "0.8", coefficients: ["0.01", "0.02", "0.005"] },
      ];
      expect(pays("1.2", curved("rate", rates), "50000")).toStrictEqual(["2060", 2]);
      expect(pays("0.7999", curved("rate", rates), "50000")).toStrictEqual(["0", 1]);
      expect(pays("0.8", curved("rate", rates), "50000")).toStrictEqual(["1460", 2]);
    });

    test("the constant of a row from 0 is paid above 0 only, so that a full return leaves nothing", () => {
      const constant = [{ from: "0", coefficients: ["5", "0.01"] }];
      expect(pays("-0.01", curved("amount", constant))).toStrictEqual(["0", 0]);
      expect(pays("0", curved("amount", constant))).toStrictEqual(["0", 1]);
      expect(pays("0.01", curved("amount", constant))).toStrictEqual(["5.0001", 1]);
    });

    test("a measure below 0 is never paid for by an even power", () => {
      expect(pays("1", curved("amount", [{ from: "0", coefficients: ["2", "0", "0.5"] }]), "-4")).toStrictEqual(["-6", 1]);
      expect(pays("1", curved("amount", [{ from: "0", coefficients: ["0", "3", "0", "1"] }]), "-2")).toStrictEqual(["-14", 1]);
    });

    test("the working names every term, leaves out those without a coefficient, and adds up", () => {
      const { explanation } = evaluateTiers({ qualifier: "3" }, curved("amount", [{ from: "0", coefficients: ["7", "0", "2", "-1"] }]));
      expect(explanation.from?.map(({ params }) => [params["power"] ?? 0, params["amount"]])).toStrictEqual([
        [0, "7"],
        [2, "18"],
        [3, "-27"],
      ]);
      expect(explanation.params["amount"]).toBe("-2");
    });
  });

  test("a ratio is called one in both languages, a unit of the host as the host calls it", () => {
    const said = (unit: string, qualifier = "0.12") => {
      const tiers = [
        { from: "0", rate: "0" },
        { from: "0.1", rate: "0.02" },
      ];
      const { explanation } = evaluateTiers({ qualifier, measure: "600" }, { method: "retroactive", unit, boundary: "reaches", tiers });
      return (["en", "zh"] as const).map((language) => renderMessage(explanation, language, catalogue));
    };
    expect(said("ratio")).toStrictEqual([
      "retroactive: 0.12 (ratio) is in tier 2, paid on 600, worth 12",
      "全额追溯：0.12 （比率） 位于第 2 档，以 600 为计酬基数，计 12",
    ]);
    expect(said("吨")[1]).toBe("全额追溯：0.12 吨 位于第 2 档，以 600 为计酬基数，计 12");
    expect(said("ratio", "-0.05")).toStrictEqual(["-0.05 (ratio) reaches no tier, worth 0", "-0.05 （比率） 未达任何一档，计 0"]);
  });

  test("refuses figures and tables that cannot be read, with the place", () => {
    const fault = (run: () => unknown) => {
      try {
        run();
      } catch (caught) {
        return [(caught as { code: string }).code, (caught as { path: string }).path];
      }
      return undefined;
    };
    expect(fault(() => evaluateTiers({ qualifier: "1e3" }, table("graduated")))).toStrictEqual(["kernel.not_a_decimal", "facts.qualifier"]);
    expect(fault(() => evaluateTiers({ qualifier: "1" }, table("graduated", [])))).toStrictEqual(["engine.tier_none", "schedule.tiers"]);
  });
});
