import { computeNewsvendor, type DemandModel, type NewsvendorFacts, type NewsvendorRounding } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { salesByIntegration } from "../support/contracts-oracle.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { lines } from "../support/says.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const plain: NewsvendorFacts = {
  currency: "CNY",
  demand: { kind: "uniform", from: "0", to: "1000" },
  price: "10",
  salvage: "0",
  makerCost: "2",
  dealerCost: "0",
  makerGoodwill: "0",
  dealerGoodwill: "0",
};
const rounding: NewsvendorRounding = { quantity: { decimals: 2, mode: "half_up" }, salesDecimals: 9, profit: cents };
const solve = (changes: Partial<NewsvendorFacts> = {}, r: NewsvendorRounding = rounding) =>
  computeNewsvendor(frozen({ ...plain, ...changes }), frozen(r));
const demand = (model: DemandModel, quantity?: string) => answerOf(solve({ demand: model, quantity }));

/** The order for a unit that costs next to nothing. */
const boldOrder = (model: DemandModel, makerCost: string) => answerOf(solve({ demand: model, makerCost })).quantity;

describe("computeNewsvendor()", () => {
  test("uniform demand, by hand: a ratio of 0.8, 800 ordered, 480 sold, 3,200 earned", () => {
    // S(800) = 800 − 800²/2000 = 480; 10 × 480 − 2 × 800
    expect(answerOf(solve())).toStrictEqual({
      criticalRatio: "0.8",
      quantity: "800.00",
      expectedSales: "480.000000000",
      expectedLeftover: "320.000000000",
      expectedShortage: "20.000000000",
      expectedProfit: "3200.00",
      precision: "exact",
      belowZero: "0",
    });
    expect(demand({ kind: "poisson", mean: "4" }).precision).toBe("twelve_digits");
  });

  test("a published case (CMOR-461, homework 8): normal demand, goodwill on both sides", () => {
    const book = {
      demand: { kind: "normal" as const, mean: "1200", deviation: "340" },
      price: "20",
      salvage: "0.65",
      makerCost: "3.75",
      dealerCost: "1.2",
      makerGoodwill: "4",
      dealerGoodwill: "9",
    };
    // published: ratio 0.8670788253477588, order 1578.31, sales 1177.25, left over 401.07, missed 22.75, profit 15697.25
    const found = answerOf(solve(book));
    expect(found).toMatchObject({ criticalRatio: "0.867078825348", quantity: "1578.31", expectedProfit: "15697.25" });
    const shown = [found.expectedSales, found.expectedLeftover, found.expectedShortage].map((value) => Number(value).toFixed(2));
    expect(shown).toStrictEqual(["1177.25", "401.06", "22.75"]);
  });

  test("a published case (IE 313): the sales of an order of 2160", () => {
    const found = demand({ kind: "normal", mean: "1450", deviation: "800" }, "2160");
    expect(found.expectedSales).toBe("1367.797796428");
  });

  test("demand as seen: the smallest order that covers enough of it", () => {
    const seen = (...rows: [string, string][]) => ({
      kind: "empirical" as const,
      seen: rows.map(([demand, weight]) => ({ demand, weight })),
    });
    // covered: 10 by 0.3, 20 by 0.8, 30 by 1; a ratio of exactly 0.8 is covered by 20
    const model = seen(["20", "5"], ["10", "3"], ["30", "2"]);
    expect(demand(model)).toMatchObject({ quantity: "20.00", expectedSales: "17.000000000", expectedShortage: "2.000000000" });
    expect(answerOf(solve({ demand: model, makerCost: "1.99" })).quantity).toBe("30.00");
    expect(answerOf(solve({ demand: model, makerCost: "2.01" })).quantity).toBe("20.00");
    expect(demand(seen(["7", "1"]))).toMatchObject({ quantity: "7.00", expectedSales: "7.000000000", expectedProfit: "56.00" });
  });

  test("Poisson demand: tables of the distribution", () => {
    // mean 4: P(D ≤ 5) = 0.7851, P(D ≤ 6) = 0.8893
    expect(demand({ kind: "poisson", mean: "4" }).quantity).toBe("6.00");
    // mean 1, one unit: sold unless nobody comes, 1 − e⁻¹
    expect(demand({ kind: "poisson", mean: "1" }, "1").expectedSales).toBe("0.632120559");
    // mean 2.5, two units: 2 − 2 e^−2.5 − 2.5 e^−2.5
    expect(demand({ kind: "poisson", mean: "2.5" }, "2").expectedSales).toBe("1.630617506");
    // far above the mean everything is sold, to the last digit
    expect(demand({ kind: "poisson", mean: "2.5" }, "1000000000").expectedSales).toBe("2.500000000");
    expect(demand({ kind: "poisson", mean: "0" })).toMatchObject({ quantity: "0.00", expectedProfit: "0.00" });
    expect(demand({ kind: "poisson", mean: "1000000" }).quantity).toBe("1000842.00");
  });

  test("Poisson demand: its mean absolute deviation, published in closed form", () => {
    // half of it is what an order of the mean misses: e^−m m^(m+1) ÷ m! = √(m ÷ 2π) × e^(−1 ÷ 12m + 1 ÷ 360m³ − …)
    for (const [mean, missed] of [
      ["1", 1 / Math.E],
      ["4", (4 ** 5 * Math.exp(-4)) / 24],
      ["10", (10 ** 11 * Math.exp(-10)) / 3_628_800],
      ["1000000", Math.sqrt(1e6 / (2 * Math.PI)) * Math.exp(-1 / 12e6)],
    ] as const) {
      const { expectedSales } = demand({ kind: "poisson", mean }, mean);
      expect(Math.abs((Number(mean) - missed) / Number(expectedSales) - 1)).toBeLessThan(1e-9 * (Number(mean) < 100 ? 1 : 1e-3));
    }
  });

  test("Poisson demand: the best order at every entry of a published table", () => {
    // cumulative tables to four places; a ratio a ten-thousandth below an entry is covered by it, one above it is not
    const tables = [
      { mean: "0.5", upTo: [0.6065, 0.9098, 0.9856, 0.9982] },
      { mean: "2", upTo: [0.1353, 0.406, 0.6767, 0.8571, 0.9473, 0.9834, 0.9955] },
      { mean: "5", upTo: [0.0067, 0.0404, 0.1247, 0.265, 0.4405, 0.616, 0.7622, 0.8666, 0.9319, 0.9682, 0.9863] },
    ];
    for (const { mean, upTo } of tables) {
      upTo.forEach((published, k) => {
        // price 10: a cost of 10 × (1 − ratio)
        const order = (ratio: number) => boldOrder({ kind: "poisson", mean }, (10 * (1 - ratio)).toFixed(6));
        expect(order(published - 0.0001)).toBe(`${k}.00`);
        expect(order(published + 0.0001)).toBe(`${k + 1}.00`);
      });
    }
  });

  test("normal and lognormal sales against integration of the density", () => {
    const normal = (x: number) => Math.exp(-((x - 1200) ** 2) / (2 * 340 ** 2)) / (340 * Math.sqrt(2 * Math.PI));
    for (const order of [300, 1000, 1200, 1800]) {
      const found = Number(demand({ kind: "normal", mean: "1200", deviation: "340" }, String(order)).expectedSales);
      expect(Math.abs(found - salesByIntegration(order, normal, 1200 - 340 * 9, 1200 + 340 * 9))).toBeLessThan(1e-6);
    }
    const lognormal = (x: number) => (x <= 0 ? 0 : Math.exp(-((Math.log(x) - 5) ** 2) / (2 * 0.25)) / (x * 0.5 * Math.sqrt(2 * Math.PI)));
    for (const order of [50, 148, 400]) {
      const found = Number(demand({ kind: "lognormal", logMean: "5", logDeviation: "0.5" }, String(order)).expectedSales);
      expect(Math.abs(found - salesByIntegration(order, lognormal, 0, 6000))).toBeLessThan(1e-5);
    }
  });

  test("a lognormal quantile is e to the normal one", () => {
    // z of 0.8 is 0.8416212335729143; e^(5 + 0.42081061678645715) = 226.0622…
    expect(demand({ kind: "lognormal", logMean: "5", logDeviation: "0.5" }).quantity).toBe(
      Math.exp(5 + 0.5 * 0.8416212335729143).toFixed(2),
    );
  });

  test("figures at the edge of what a decimal may be still have an answer", () => {
    const narrow = { kind: "normal" as const, mean: "5", deviation: `0.${"0".repeat(390)}1` };
    expect(demand(narrow, "9".repeat(50)).expectedSales).toBe("5.000000000");
    expect(demand(narrow, "1").expectedSales).toBe("1.000000000");
    expect(demand(narrow).quantity).toBe("5.00");
    const wide = { kind: "lognormal" as const, logMean: "20", logDeviation: "3" };
    expect(boldOrder(wide, "0.0000000000000000000000000000001")).toMatch(/^\d{25}\.\d\d$/);
    expect(demand({ kind: "lognormal", logMean: "-20", logDeviation: "0.0001" }, "1").expectedLeftover).toBe("0.999999998");
  });

  test("demand below 0 cannot be: the answer says how much of it the normal model has", () => {
    // one and three deviations below the mean: 0.158655253931 and 0.001349898032 of the normal distribution
    expect(demand({ kind: "normal", mean: "100", deviation: "100" }).belowZero).toBe("0.158655253931");
    expect(demand({ kind: "normal", mean: "300", deviation: "100" }).belowZero).toBe("0.001349898032");
    expect(demand({ kind: "normal", mean: "900", deviation: "100" }).belowZero).toBe("0");
    const answer = solve({ demand: { kind: "normal", mean: "300", deviation: "100" } });
    expect(answer.ok && lines(answer.value.explanation)[1]).toBe("The model gives 0.001349898032 to demand below 0, which cannot be");
    for (const model of [
      { kind: "lognormal", logMean: "1", logDeviation: "1" },
      { kind: "poisson", mean: "1" },
      { kind: "uniform", from: "0", to: "1" },
      { kind: "empirical", seen: [{ demand: "0", weight: "1" }] },
    ] as const) {
      expect(demand(model).belowZero).toBe("0");
    }
  });

  test.each([
    { makerCost: "9.99", quantity: "1.00" },
    { makerCost: "10", quantity: "0.00" },
    { makerCost: "10.01", quantity: "0.00" },
  ])("a cost of $makerCost: $quantity ordered", ({ makerCost, quantity }) => {
    expect(answerOf(solve({ makerCost })).quantity).toBe(quantity);
  });

  test("nothing ordered: every unit of demand missed costs its goodwill", () => {
    const found = answerOf(solve({ makerCost: "20", makerGoodwill: "1", dealerGoodwill: "2" }));
    expect(found).toMatchObject({ quantity: "0.00", expectedSales: "0.000000000", expectedProfit: "-1500.00" });
  });

  test("says why there is no best order", () => {
    expect(problemOf(solve({ salvage: "2" }))).toStrictEqual({ code: "profit-sharing.order_unbounded", params: { over: "0" } });
    expect(answerOf(solve({ salvage: "1.99" })).criticalRatio).toBe("0.998751560549");
    expect(problemOf(solve({ salvage: "10" }))).toStrictEqual({ code: "profit-sharing.nothing_at_stake", params: { stake: "0" } });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => solve({ demand: { kind: "uniform", from: "5", to: "5" } }))).toBe(
      "profit-sharing.range_reversed at facts.demand.to",
    );
    expect(faultAt(() => solve({ demand: { kind: "normal", mean: "5", deviation: "0" } }))).toBe(
      "kernel.not_above_zero at facts.demand.deviation",
    );
    expect(faultAt(() => solve({ demand: { kind: "empirical", seen: [] } }))).toBe("kernel.list_empty at facts.demand.seen");
    expect(faultAt(() => solve({ demand: { kind: "empirical", seen: [{ demand: "1", weight: "0" }] } }))).toBe(
      "kernel.not_above_zero at facts.demand.seen",
    );
    expect(faultAt(() => solve({ demand: { kind: "poisson", mean: "1000001" } }))).toBe("kernel.outside_bounds at facts.demand.mean");
    expect(faultAt(() => solve({ price: "0" }))).toBe("kernel.not_above_zero at facts.price");
    expect(faultAt(() => solve({ quantity: "-1" }))).toBe("kernel.below_zero at facts.quantity");
  });
});
