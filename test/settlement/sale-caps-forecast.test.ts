import type { SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import type { IncentiveProgramme } from "qudao/incentives";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import { forecastIncentiveCost, forecastSettlement, type SalesProjection, simulateOrder } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { capped, lines, members, of, opened, perSale, rows, schedule, settled, sound } from "../support/sale-caps.js";
import { policyOf } from "../support/settlement.js";

/** 5 % of everything: the orders of the first quarter earn 40, 70 and 30. */
const flat = { ...schedule, method: "retroactive", tiers: [{ from: "0", rate: "0.05" }] } as const;
const even = { kind: "monthly", weights: Array<string>(12).fill("1") } as const;
const quarter = { base: { start: "2024-01-01", end: "2024-04-01" }, season: even } as const;
const forecast = (
  asOf: string,
  programme: IncentiveProgramme,
  given: readonly SaleLine[] = lines,
  projection: SalesProjection = quarter,
) => {
  const answer = forecastSettlement({ asOf, lines: given, projection }, policyOf({ programmes: [programme], members }));
  if (!answer.ok) throw new Error(answer.problem.code);
  expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
  return { ...answer.value, settlement: sound(answer.value.outcome.settlement) };
};

describe("sales that are projected, under a cap on what one sale pays", () => {
  test.each([
    ["69.99", "139.99"],
    ["70", "140.00"],
    ["70.01", "140.00"],
  ])("a quarter as the base brings each of its sales again: at most %s of the 70 that one earns leave %s", (most, earned) => {
    const programme = capped({ schedule: flat, caps: [perSale(most)] });
    expect(rows(forecast("2024-07-01", programme).settlement)).toStrictEqual([`A 2024-Q1 ${earned}`, `A 2024-Q2 ${earned}`]);
  });

  test("three quarters of sales like 40, 70 and 30, each at most 40, are 330; the working tells what is taken to be one sale", () => {
    const programme = capped({ schedule: flat, window: { kind: "calendar", unit: "year" } });
    const { settlement, explanation } = forecast("2024-10-01", programme);
    expect(rows(settlement)).toStrictEqual(["A 2024 330.00"]);
    const [line] = settlement.statements[0]?.lines ?? [];
    // 30 of the sale in the base, and of each of the two that are to come
    expect(line?.terms?.caps).toStrictEqual([{ capId: "sale", per: "sale", cut: "90" }]);
    expect(line?.explanation?.from?.slice(1)).toStrictEqual([
      { code: "incentives.cap_taken", params: { capId: "sale", cap: "40", key: "S2", amount: "-30" } },
      { code: "incentives.projected_cap_taken", params: { capId: "sale", cap: "40", amount: "-60" } },
    ]);
    expect(explanation.from?.at(-1)).toStrictEqual({ code: "settlement.projected_sales", params: { ratio: "2" } });
    for (const language of ["en", "zh"] as const)
      expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(/incentives\.|settlement\./);
  });

  test("two thirds of a sale are paid up to two thirds of the cap, rounded down as every cap", () => {
    const programme = capped({ schedule: flat, window: { kind: "calendar", unit: "year" } });
    // five months: each sale once, then two thirds of 40, 70 and 30, which are 26.67, 46.66 and 20 as the sum grows; at most 26.66
    expect(rows(forecast("2024-09-01", programme).settlement)).toStrictEqual(["A 2024 293.32"]);
    // one month of three: 13.33, 23.34 and 10, each at most 13.33
    expect(rows(forecast("2024-05-01", capped({ schedule: flat })).settlement)).toStrictEqual(["A 2024-Q1 110.00", "A 2024-Q2 36.66"]);
  });

  test("a base that is longer than what is projected caps as much of each sale as in the base", () => {
    const half = { base: { start: "2024-01-01", end: "2024-07-01" }, season: even } as const;
    // half of 40, 70 and 30 is 20, 35 and 15; half of the cap is 20
    expect(rows(forecast("2024-10-01", capped({ schedule: flat }), lines, half).settlement)).toStrictEqual([
      "A 2024-Q1 110.00",
      "A 2024-Q3 55.00",
    ]);
  });

  test("a return of the base comes back with its sale, and takes only what was paid for it", () => {
    const back = (amount: string) => of("L4", "2024-03-20", amount, "S2", { kind: "return" });
    const earns = (amount: string) => rows(forecast("2024-07-01", capped({ schedule: flat }), [...lines, back(amount)]).settlement);
    // 70 of which 30 were never paid; 5 % of 599.80, 600 and 600.20
    expect(earns("599.80")).toStrictEqual(["A 2024-Q1 110.00", "A 2024-Q2 110.00"]);
    expect(earns("600.00")).toStrictEqual(["A 2024-Q1 110.00", "A 2024-Q2 110.00"]);
    expect(earns("600.20")).toStrictEqual(["A 2024-Q1 109.99", "A 2024-Q2 109.99"]);
  });

  test("an order that is placed for a projected day counts before those projected, and is a sale of its own", () => {
    const placed = of("L9", "2024-05-02", "1000.00", "S2");
    // S2 was paid 40 of its 70: nothing is left for 50 more; what is projected like it is another sale
    expect(rows(forecast("2024-07-01", capped({ schedule: flat }), [...lines, placed]).settlement)).toStrictEqual([
      "A 2024-Q1 110.00",
      "A 2024-Q2 110.00",
    ]);
  });

  test("months of two versions, and the order of the lines, change nothing", () => {
    const first = capped({
      schedule: flat,
      effective: { start: "2024-01-01", end: "2024-06-01" },
      window: { kind: "calendar", unit: "month" },
    });
    const second: IncentiveProgramme = { ...first, version: "2", effective: { start: "2024-06-01", end: "2025-01-01" } };
    const earned = (given: readonly SaleLine[], programmes: readonly IncentiveProgramme[]) => {
      const answer = forecastSettlement({ asOf: "2024-07-01", lines: given, projection: quarter }, policyOf({ programmes, members }));
      return answer.ok && rows(answer.value.outcome.settlement).sort();
    };
    // a third of 40, 70 and 30 a month, at most 13.33
    const want = ["01 40.00", "02 40.00", "03 30.00", "04 36.66", "05 36.66", "06 36.66"].map((row) => `A 2024-${row}`);
    expect(earned(lines, [first, second])).toStrictEqual(want);
    expect(earned([...lines].reverse(), [second, first])).toStrictEqual(want);
  });

  test("the cost of a scenario is capped alike, and an order on top of sales so far", () => {
    const policy = policyOf({ programmes: [capped({ schedule: flat })], members });
    const scenario = { id: "on", titles: { en: "As now", zh: "持平" }, factor: "1", weight: "1", projection: quarter };
    const cost = forecastIncentiveCost({ asOf: "2024-07-01", lines, scenarios: [scenario] }, policy);
    expect(cost.ok && cost.value.outcome.expected).toBe("220");
    const { outcome } = simulateOrder({ asOf: "2024-03-31", lines: [lines[1]] }, opened(capped({ schedule: flat }), [lines[0]]));
    expect(outcome.gain.amount).toBe("40.00");
  });

  test("in rolling windows a projected sale would be in several, which is refused; with nothing to project it is settled", () => {
    const programme = capped({ schedule: flat, window: { kind: "rolling", length: { months: 3 }, step: "month" } });
    const { code, path, params } = faultOf(() => forecast("2024-07-01", programme));
    expect([code, path, params]).toStrictEqual([
      "settlement.cap_of_sales",
      "policy.programmes[0].caps[0].per",
      { capId: '"sale"', obstacle: "projection" },
    ]);
    const today = rows(settled(programme, lines, { asOf: "2024-04-01" }));
    expect(rows(forecast("2024-04-01", programme).settlement)).toStrictEqual(today);
  });
});
