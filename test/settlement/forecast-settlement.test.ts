import type { SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import type { IncentiveProgramme } from "qudao/incentives";
import { checkExplanation, renderExplanation, renderMessage } from "qudao/kernel";
import {
  type AccumulatorPolicy,
  accrueEarnings,
  accumulate,
  forecastIncentiveCost,
  forecastSettlement,
  openAccumulator,
  type SettlementForecastFacts,
  settle,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { accrualPolicy } from "../support/accounts.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const year = { kind: "calendar", unit: "year" } as const;
const linear = { kind: "linear" } as const;
const even = { kind: "monthly", weights: Array.from({ length: 12 }, () => "1") } as const;
const january = { start: "2024-01-01", end: "2024-02-01" };
const flat = (rate: string) => ({ method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate }] }) as const;
const members = ["A", "B"].map((id) => ({ ...dealer, id }));

function forecast(policy: Partial<AccumulatorPolicy>, lines: readonly SaleLine[], more: Partial<SettlementForecastFacts> = {}) {
  const facts = { asOf: "2025-01-01", lines, projection: { base: january, season: even }, ...more };
  const answer = forecastSettlement(frozen(facts), frozen(policyOf(policy)));
  if (!answer.ok) throw new Error(answer.problem.code);
  const { outcome, explanation } = answer.value;
  expect(JSON.parse(JSON.stringify(answer.value))).toStrictEqual(answer.value);
  expect(checkExplanation(explanation)).toStrictEqual([]);
  for (const language of ["en", "zh"] as const) expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(/settlement\./);
  const earned = outcome.settlement.statements.flatMap(({ memberId, lines: found }) =>
    found.map((one) => [memberId, one.programmeId, one.window.id, one.amount, one.earned?.amount ?? one.problem?.code]),
  );
  return { ...outcome, earned };
}

describe("forecastSettlement()", () => {
  test("carries the sales of the base on, evenly over the days or by the weights of the months", () => {
    const programmes = [programmeOf({ window: year })];
    // 366 of 31 days: 31 × 366 ÷ 31
    const days = forecast({ programmes }, [lineOf({ date: "2024-01-20", amount: "31" })], {
      projection: { base: january, season: linear },
    });
    expect(days.earned).toStrictEqual([["A", "volume", "2024", "366", "3.66"]]);
    expect([days.ratio, days.projected]).toStrictEqual([
      "10.80645161290322580645161290322580645161",
      { start: "2024-02-01", end: "2025-01-01" },
    ]);
    // January weighs 1, December 3, the months between nothing
    const weights = ["1", ...Array.from({ length: 10 }, () => "0"), "3"];
    const season = forecast({ programmes }, [lineOf({ date: "2024-01-20" })], {
      projection: { base: january, season: { kind: "monthly", weights } },
    });
    expect([season.earned, season.ratio]).toStrictEqual([[["A", "volume", "2024", "400", "4.00"]], "3"]);
  });

  test("every window to come has its part, an open one the sales so far and its own", () => {
    const { earned, settlement } = forecast({ programmes: [programmeOf()] }, [lineOf({ date: "2024-01-20", amount: "300" })], {
      asOf: "2024-05-16",
    });
    expect(earned).toStrictEqual([
      ["A", "volume", "2024-Q1", "900", "9.00"],
      // April, and 15 of the 31 days of May: 300 × 46 ÷ 31 would be wrong, a month is cut by its own days
      ["A", "volume", "2024-Q2", "445.1612903226", "4.45"],
    ]);
    expect(settlement.statements[0]?.lines.map(({ status, sources }) => [status, sources])).toStrictEqual([
      ["final", { count: 1 }],
      ["open", { count: 0 }],
    ]);
  });

  test("stacked programmes: each projected line is taken by one, and what the first earned is off the base of the second", () => {
    const programmes = [
      programmeOf({
        id: "special",
        window: year,
        scope: { include: { productIds: ["P2"] } },
        schedule: flat("0.05"),
        stacking: { groupId: "g", priority: 1 },
      }),
      programmeOf({ id: "general", window: year, schedule: flat("0.01"), stacking: { groupId: "g", priority: 2 } }),
    ];
    const lines = [lineOf({ date: "2024-01-05" }), lineOf({ id: "L2", productId: "P2", date: "2024-01-06", amount: "50" })];
    const group = { id: "g", priority: 1, reducedBy: [], excludes: [] };
    expect(forecast({ programmes, stacking: [{ ...group, combine: "specific_first" }] }, lines).earned).toStrictEqual([
      ["A", "special", "2024", "600", "30.00"],
      ["A", "general", "2024", "1200", "12.00"],
    ]);
    // 1 % of 1800 − 30
    expect(forecast({ programmes, stacking: [{ ...group, combine: "reduce_base" }] }, lines).earned[1]).toStrictEqual([
      "A",
      "general",
      "2024",
      "1800",
      "17.70",
    ]);
  });

  test("a programme that began in the middle of the base shares no more than it counts", () => {
    const programmes = [
      programmeOf({
        id: "late",
        window: year,
        effective: { start: "2024-01-16", end: "2025-01-01" },
        schedule: flat("0.05"),
        stacking: { groupId: "g", priority: 1 },
      }),
      programmeOf({ id: "general", window: year, schedule: flat("0.01"), stacking: { groupId: "g", priority: 2 } }),
    ];
    const stacking = [{ id: "g", priority: 1, combine: "specific_first", reducedBy: [], excludes: [] } as const];
    const lines = [lineOf({ date: "2024-01-05" }), lineOf({ id: "L2", date: "2024-01-20" })];
    // to come are 11 × 200, all of them the first one's
    expect(forecast({ programmes, stacking }, lines).earned).toStrictEqual([
      ["A", "late", "2024", "2300", "115.00"],
      ["A", "general", "2024", "100", "1.00"],
    ]);
  });

  test("caps of a member and of the programme, guarantee and budget are held over what is projected", () => {
    const lines = [lineOf({ date: "2024-01-05" }), lineOf({ id: "L2", memberId: "B", date: "2024-01-05", amount: "300" })];
    const with1 = (terms: Partial<IncentiveProgramme>) =>
      forecast({ members, programmes: [programmeOf({ window: year, schedule: flat("0.1"), ...terms })] }, lines).earned.map(
        (row) => row[4],
      );
    expect(with1({})).toStrictEqual(["120.00", "360.00"]);
    expect(with1({ caps: [{ id: "m", per: "member", most: "200", above: "forfeited" }] })).toStrictEqual(["120.00", "200.00"]);
    expect(with1({ caps: [{ id: "p", per: "programme", most: "200", above: "forfeited" }] })).toStrictEqual(["120.00", "80.00"]);
    const budget = { amount: "240", how: "pro_rata", remainder: "contract_order", alertAt: "1" } as const;
    expect(with1({ budget })).toStrictEqual(["60.00", "180.00"]);
    const guarantee = { amount: "150", basis: "each_period", paidAt: "end", prorateBy: "days" } as const;
    expect(with1({ guarantee })).toStrictEqual(["150.00", "360.00"]);
    // 100 a window are paid; what the first half withholds finds no room in the second
    const limits = [{ kind: "payment_cap", amount: "100", refundable: true }] as const;
    expect(with1({ limits, window: { kind: "calendar", unit: "half_year" } })).toStrictEqual(["60.00", "60.00", "100.00", "100.00"]);
  });

  test("complaint 19: growth is projected like everything else, against the year before as it was", () => {
    const programme = programmeOf({
      window: year,
      qualifier: { kind: "growth_amount", of: "amount", unit: "CNY", baseline: "prior_year", zeroBaseline: { kind: "not_eligible" } },
      schedule: flat("0.1"),
    });
    const lines = [lineOf({ id: "L0", date: "2023-06-01", amount: "700" }), lineOf({ date: "2024-01-05" })];
    expect(forecast({ programmes: [programme] }, lines).earned).toStrictEqual([["A", "volume", "2024", "1200", "50.00"]]);
  });

  test("returns go on with the sales; with `restate` only those of sales in the base", () => {
    const lines = [
      lineOf({ date: "2024-01-05" }),
      lineOf({ id: "R1", date: "2024-01-20", amount: "20", kind: "return", originDate: "2024-01-05" }),
      lineOf({ id: "R2", date: "2024-01-21", amount: "30", kind: "return", originDate: "2023-12-05" }),
    ];
    const amounts = (returns: IncentiveProgramme["returns"]) =>
      forecast({ programmes: [programmeOf({ window: year, returns })] }, lines).earned[0]?.[3];
    expect([amounts("deduct"), amounts("restate"), amounts("ignore")]).toStrictEqual(["600", "960", "1200"]);
  });

  test("an order of a projected day counts as it is, on top", () => {
    const lines = [lineOf({ date: "2024-01-05" }), lineOf({ id: "order", date: "2024-03-05", amount: "70" })];
    expect(forecast({ programmes: [programmeOf({ window: year })] }, lines).earned[0]?.[3]).toBe("1270");
  });

  test("a base in the year before carries that year on, for members without a sale since", () => {
    const base = { start: "2023-01-01", end: "2024-01-01" };
    const found = forecast({ programmes: [programmeOf({ window: year })] }, [lineOf({ date: "2023-05-05", amount: "1200" })], {
      projection: { base, season: even },
    });
    expect(found.earned).toStrictEqual([["A", "volume", "2024", "1200", "24.00"]]);
  });

  test("what is not known stays open: a quota, and a margin one line of the base has no cost for", () => {
    const quota = programmeOf({
      id: "quota",
      window: year,
      qualifier: { kind: "attainment" },
      payOn: "amount",
      schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
    });
    const margin = programmeOf({
      id: "margin",
      window: year,
      measures: [{ name: "gain", of: "margin", scope: {} }],
      qualifier: { kind: "measure", measure: "gain" },
      schedule: flat("0.1"),
    });
    const lines = [lineOf({ date: "2024-01-05", cost: "60" }), lineOf({ id: "L2", date: "2024-01-06", amount: "10" })];
    const { earned, settlement } = forecast({ programmes: [quota, margin] }, lines);
    expect(earned.map((row) => row[4])).toStrictEqual(["incentives.quota_missing", "incentives.measure_missing"]);
    expect(settlement.statements[0]?.undetermined).toBe(2);
    expect(forecast({ programmes: [margin] }, lines.slice(0, 1)).earned[0]?.[4]).toBe("48.00");
  });

  test("with nothing left to project it is the settlement itself, sources and all", () => {
    const policy = policyOf({ sources: "ids", programmes: [programmeOf()] });
    const lines = [lineOf({ date: "2024-01-05" }), lineOf({ id: "L2", date: "2024-03-05" })];
    const accumulator = openAccumulator(policy);
    accumulate(accumulator, lines);
    const base = { start: "2024-01-01", end: "2024-04-01" };
    const { settlement, projected, ratio } = forecast(policy, lines, { asOf: "2024-04-01", projection: { base, season: linear } });
    expect(settlement).toStrictEqual(settle(accumulator, { asOf: "2024-04-01" }));
    expect([projected, ratio]).toStrictEqual([null, "0"]);
    const later = forecast(policy, lines, { asOf: "2024-07-01", projection: { base, season: linear } }).settlement;
    expect(later.statements[0]?.lines.map(({ sources }) => sources)).toStrictEqual([
      { count: 2, ids: ["L1", "L2"] },
      { count: 0, ids: [] },
    ]);
    expect(later.intake).toStrictEqual(settlement.intake);
  });

  test("a season that gives the base no weight cannot be carried on, and says so in both languages", () => {
    const weights = ["0", ...Array.from({ length: 11 }, () => "1")];
    const projection = { base: january, season: { kind: "monthly", weights } } as const;
    const answer = forecastSettlement({ asOf: "2025-01-01", lines: [], projection }, policyOf());
    expect(answer).toStrictEqual({ ok: false, problem: { code: "settlement.projection_without_weight", params: january } });
    if (answer.ok) return;
    expect(renderMessage(answer.problem, "en", catalogue)).toBe(
      "Cannot project: the season gives the days from 2024-01-01 to before 2024-02-01 no weight",
    );
    expect(renderMessage(answer.problem, "zh", catalogue)).toContain("没有权重");
  });

  test("names the place of what cannot be read, and lists lines that cannot be", () => {
    const facts = { asOf: "2025-01-01", lines: [], projection: { base: january, season: linear } };
    const at = (changes: object) => faultAt(() => forecastSettlement({ ...facts, ...changes } as never, policyOf()));
    expect(at({ asOf: "2025" })).toBe("kernel.not_a_date at facts.asOf");
    expect(at({ projection: { season: linear } })).toBe("kernel.not_a_period at facts.projection.base");
    expect(at({ projection: { base: january, season: { kind: "weekly" } } })).toBe("kernel.not_a_choice at facts.projection.season.kind");
    expect(at({ projection: { base: january, season: { kind: "monthly", weights: ["1"] } } })).toBe(
      "kernel.not_a_count at facts.projection.season.weights",
    );
    expect(at({ quotas: [{}] })).toBe("kernel.not_text at facts.quotas[0].memberId");
    expect(faultAt(() => forecastSettlement(facts, policyOf({ currency: "x" })))).toBe("kernel.not_a_currency at policy.currency");
    expect(forecast({}, [lineOf({ memberId: "Z", date: "2024-01-05" })]).rejected).toMatchObject([{ index: 0, id: "L1" }]);
  });
});

describe("the forecast tier of accruals", () => {
  const stacking = [{ id: "net", priority: 1, combine: "reduce_base" as const, reducedBy: [], excludes: [] }];
  const programmes = [
    programmeOf({ window: year, stacking: { groupId: "net", priority: 1 } }),
    programmeOf({
      id: "bonus",
      window: year,
      schedule: flat("0.1"),
      stacking: { groupId: "net", priority: 2 },
      budget: { amount: "60", how: "pro_rata", remainder: "contract_order", alertAt: "1" },
    }),
  ];

  test("stacked programmes and one of a budget are accrued by season: their share of what the projected sales earn", () => {
    const lines = [lineOf({ date: "2024-01-05" })];
    const policy = policyOf({ programmes, stacking });
    const accumulator = openAccumulator(policy);
    accumulate(accumulator, lines);
    const { statements } = settle(accumulator, { asOf: "2024-01-31" });
    const expected = forecast(policy, lines).settlement.statements;
    const run = accrueEarnings({ runId: "R", asOf: "2024-01-31", statements, expected, accruals: [], entries: [] }, accrualPolicy);
    if (!run.ok) throw new Error(run.problem.code);
    // 2 % of 1200 is 24; 10 % of 1176 is 117.60, of which the budget grants 60; January is a twelfth
    expect(run.value.outcome.earnings.map(({ earning, expected: due }) => [earning.programmeId, due])).toStrictEqual([
      ["bonus", "5"],
      ["volume", "2"],
    ]);
    expect(run.value.outcome.undetermined).toStrictEqual([]);
  });

  test("a programme that is decided for itself is accrued the same by its own projection", () => {
    const programme = programmeOf({ window: year });
    const policy = policyOf({ programmes: [programme] });
    const lines = [lineOf({ date: "2024-01-05" }), lineOf({ id: "L2", date: "2024-02-05", amount: "320.50" })];
    const accumulator = openAccumulator(policy);
    accumulate(accumulator, lines);
    const asOf = "2024-02-29";
    const { statements } = settle(accumulator, { asOf });
    const base = { start: "2024-01-01", end: "2024-03-01" };
    const expected = forecast(policy, lines, { projection: { base, season: linear } }).settlement.statements;
    const accrued = (more: object, forecasts: readonly object[]) => {
      const run = accrueEarnings(
        { runId: "R", asOf, statements, accruals: [], entries: [], ...more },
        { ...accrualPolicy, forecasts: forecasts as never },
      );
      return run.ok && run.value.outcome.earnings[0]?.expected;
    };
    expect(accrued({ expected }, [])).toBe("8.41"); // 2 % of 420.50
    expect(accrued({}, [{ programme, season: linear }])).toBe("8.41");
  });

  test("the problem of one that cannot be projected for itself names what to call", () => {
    const message = { code: "settlement.forecast_not_alone", params: { programmeId: "bonus" } } as const;
    for (const language of ["en", "zh"] as const) expect(renderMessage(message, language, catalogue)).toContain("forecastSettlement");
  });
});

describe("forecastIncentiveCost() with a projection", () => {
  const titles = { en: "As now", zh: "持平" };
  const scenario = { id: "as-now", titles, factor: "1", weight: "1", projection: { base: january, season: even } };

  test("a scenario goes on by its season, stacked programmes and shared budgets included", () => {
    const programmes = [
      programmeOf({ window: year, stacking: { groupId: "net", priority: 1 } }),
      programmeOf({
        id: "bonus",
        window: year,
        schedule: flat("0.1"),
        stacking: { groupId: "net", priority: 2 },
        caps: [{ id: "c", per: "programme", most: "60", above: "forfeited" }],
      }),
    ];
    const stacking = [{ id: "net", priority: 1, combine: "reduce_base" as const, reducedBy: [], excludes: [] }];
    const facts = { asOf: "2025-01-01", lines: [lineOf({ date: "2024-01-05" })], budget: "100" };
    const cost = (more: object) => {
      const answer = forecastIncentiveCost({ ...facts, scenarios: [{ ...scenario, ...more }] }, policyOf({ programmes, stacking }));
      return answer.ok
        ? answer.value.outcome.scenarios.map((one) => [one.cost.amount, one.undetermined, one.withinBudget])
        : answer.problem;
    };
    expect(cost({})).toStrictEqual([["84.00", 0, true]]); // 24, and 117.60 capped at 60
    expect(cost({ factor: "0.5" })).toStrictEqual([["65.40", 0, true]]); // 1 % of 600 is 6; 10 % of 594 is 59.40
    expect(cost({ projection: undefined })).toStrictEqual([["10.90", 0, true]]); // 1, and 10 % of 99
    const weights = ["0", ...Array.from({ length: 11 }, () => "1")];
    expect(cost({ projection: { base: january, season: { kind: "monthly", weights } } })).toMatchObject({
      code: "settlement.projection_without_weight",
    });
  });

  test("names the place of a projection that cannot be read", () => {
    const facts = { asOf: "2025-01-01", lines: [], scenarios: [{ ...scenario, projection: { base: january, season: {} } }] };
    expect(faultAt(() => forecastIncentiveCost(facts as never, policyOf()))).toBe(
      "kernel.not_a_choice at facts.scenarios[0].projection.season.kind",
    );
  });
});
