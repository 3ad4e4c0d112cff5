import type { SaleLine } from "../entities/sale-line.js";
import { parseDate } from "../kernel/calendar-date.js";
import { at, checkLength, checkRecord, checkText, checkWords, readSafely } from "../kernel/check.js";
import { currencyDecimals } from "../kernel/currency.js";
import { Exact, exact, fixed, isDecimal, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { exactNotNegative, exactShare, optional } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { ledgerOf } from "./ledger.js";
import { listInKind, tellInKind } from "./list-in-kind.js";
import type { SettlementCode } from "./messages.js";
import type { AccumulatorPolicy } from "./policy.js";
import { projectInto, type ReadProjection, readProjection } from "./project-ledger.js";
import { itemsOf } from "./read-facts.js";
import { runSimulation, type SimulationRun } from "./run-simulation.js";
import type { CostForecast, CostForecastFacts, CostForecastProblem, SalesScenario, ScenarioCost } from "./simulation.js";

/**
 * Forecasts what programmes will cost: past lines, scenarios of how sales may go, and the budget that was set aside.
 *
 * @remarks
 * Each scenario multiplies the lines from its day on and adds its own, and is then settled by the accumulator itself, so that thresholds, caps
 * and gates work as they will: a tenth more sales may cost far more than a tenth. A scenario with a `projection` goes on to the day before `asOf` by its
 * season, as in `forecastSettlement`: past and open windows of every programme, stacked or with caps and budgets shared, are settled together. `expected` is the sum of `weight × cost`. As long as
 * something is undetermined in a scenario there is no expected cost, since it would be too low. Lines that cannot be read are handed back with every scenario.
 *
 * @param facts - The lines, the day, the scenarios and the budget.
 * @param policy - As `openAccumulator` takes it.
 * @returns The cost of every scenario, expected, least and most, and what the budget leaves.
 * @throws LibraryFault `settlement.cap_of_sales` for a projection where rolling windows cap single sales, as in `forecastSettlement`; `kernel.*` with the
 * place in `facts`; what `openAccumulator` and `settle` throw.
 *
 * @errors
 * - `settlement.scenarios_not_whole` - the weights do not add up to 1.
 * - `settlement.projection_without_weight` - the season gives the base of a projection no weight.
 *
 * @example A tenth more sales reach the next tier
 * ```ts
 * import type { IncentiveProgramme } from "qudao/incentives";
 * import { forecastIncentiveCost } from "qudao/settlement";
 *
 * const programme: IncentiveProgramme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }, { from: "1000", rate: "0.02" }] },
 * };
 * const answer = forecastIncentiveCost(
 *   {
 *     asOf: "2024-04-01", budget: "20",
 *     lines: [{ id: "L1", memberId: "A", productId: "P", date: "2024-02-10", quantity: 1, amount: "950", kind: "sale" }],
 *     scenarios: [
 *       { id: "same", titles: { en: "As now", zh: "持平" }, factor: "1", weight: "0.5" },
 *       { id: "more", titles: { en: "A tenth more", zh: "增长一成" }, factor: "1.1", weight: "0.5" },
 *     ],
 *   },
 *   { currency: "CNY", sources: "count", members: [{ id: "A", kind: "distributor" }], programmes: [programme] },
 * );
 * answer.ok && answer.value.outcome.scenarios.map(({ cost }) => cost.amount); // => ["9.50", "20.90"]
 * answer.ok && [answer.value.outcome.expected, answer.value.outcome.left]; // => ["15.2", "4.8"]
 * ```
 *
 * @since 0.1.0
 */
export function forecastIncentiveCost(
  facts: CostForecastFacts,
  policy: AccumulatorPolicy,
): Result<Explained<CostForecast>, CostForecastProblem> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts") as unknown as CostForecastFacts;
    checkLength(given.lines, "facts.lines");
    const budget = optional(exactNotNegative)(given.budget, "facts.budget");
    const scenarios = readScenarios(given.scenarios);
    const sum = sumOf(scenarios.map(({ weight }) => weight));
    if (!sum.equals(1)) return err({ code: "settlement.scenarios_not_whole", params: { sum: text(sum) } });

    const asOf = parseDate(given.asOf, "facts.asOf");
    const runs: SimulationRun[] = [];
    for (const scenario of scenarios) {
      const lines = linesOf(given.lines, scenario);
      const { projection } = scenario;
      let added: ReturnType<typeof projectInto> | undefined;
      const run = runSimulation(lines, given, policy, (accumulator) => {
        if (projection !== undefined) added = projectInto(ledgerOf(accumulator, "policy"), lines, projection, asOf);
      });
      if (added?.ok === false) return added;
      runs.push(run);
    }
    const { currency } = policy;
    const decimals = currencyDecimals(currency);
    const rows = runs.map(({ earned, undetermined, rejected, settlement }, i): ScenarioCost => {
      const amount = fixed(earned, Math.max(decimals, earned.decimalPlaces()));
      return {
        scenarioId: (scenarios[i] as ReadScenario).id,
        cost: { amount, currency },
        ...listInKind(settlement.statements),
        undetermined,
        rejected,
        withinBudget: budget === undefined || undetermined > 0 ? null : earned.lessThanOrEqualTo(budget),
      };
    });
    const undetermined = rows.reduce((count, row) => count + row.undetermined, 0);
    const isKnown = undetermined === 0;
    const costs = runs.map(({ earned }) => earned);
    const expected = costs.reduce((all, cost, i) => all.plus(cost.times((scenarios[i] as ReadScenario).weight)), ZERO);
    const figure = (value: Exact) => (isKnown ? text(value) : null);
    const outcome: CostForecast = {
      scenarios: rows,
      expected: figure(expected),
      least: figure(costs.reduce((least, cost) => Exact.min(least, cost))),
      most: figure(costs.reduce((most, cost) => Exact.max(most, cost))),
      left: budget === undefined ? null : figure(budget.minus(expected)),
    };
    const from = rows.flatMap(({ cost, undetermined: open, rejected, ...earned }, i): readonly Explanation[] => {
      const { titles, weight } = scenarios[i] as ReadScenario;
      const params = {
        scenario: { ...titles },
        cost: cost.amount,
        currency,
        undetermined: open,
        expected: text(exact(cost.amount).times(weight)),
      };
      const told: Explanation = { code: "settlement.scenario" satisfies SettlementCode, params, ...tellInKind(earned) };
      if (rejected.length === 0) return [told];
      const refused = { scenario: { ...titles }, count: rejected.length, expected: "0" };
      return [told, { code: "settlement.scenario_rejected" satisfies SettlementCode, params: refused }];
    });
    const explanation: Explanation = isKnown
      ? {
          code: "settlement.forecast" satisfies SettlementCode,
          params: { expected: text(expected), least: outcome.least, most: outcome.most, currency },
          adds: "expected",
          from,
        }
      : { code: "settlement.forecast_open" satisfies SettlementCode, params: { undetermined }, from };
    return ok({ outcome, explanation });
  });
}

interface ReadScenario extends Omit<SalesScenario, "factor" | "weight" | "projection"> {
  readonly projection: ReadProjection | undefined;
  readonly factor: Exact;
  readonly weight: Exact;
}

function readScenarios(listed: unknown): readonly ReadScenario[] {
  const names = new Set<string>();
  const scenarios = itemsOf(listed, "facts.scenarios", (item, path): ReadScenario => {
    const scenario = checkRecord(item, path);
    const id = checkText(scenario["id"], at(path, "id"));
    if (names.has(id)) throw kernelFault("kernel.named_twice", at(path, "id"), { got: shown(id) });
    names.add(id);
    const added = scenario["added"];
    if (added !== undefined) checkLength(added, at(path, "added"));
    return {
      id,
      titles: checkWords(scenario["titles"], at(path, "titles")),
      factor: exactNotNegative(scenario["factor"], at(path, "factor")),
      from: optional(parseDate)(scenario["from"], at(path, "from")),
      added: added as readonly SaleLine[] | undefined,
      projection: optional(readProjection)(scenario["projection"], at(path, "projection")),
      weight: exactShare(scenario["weight"], at(path, "weight")),
    };
  });
  if (scenarios.length === 0) throw kernelFault("kernel.list_empty", "facts.scenarios", {});
  return scenarios;
}

function linesOf(lines: readonly SaleLine[], { factor, from, added = [] }: ReadScenario): readonly SaleLine[] {
  if (factor.equals(1)) return [...lines, ...added];
  return [...lines.map((line) => (isMultiplied(line, from) ? multiplied(line, factor) : line)), ...added];
}

/** What cannot be read is left as it is, and refused by the accumulator with its reason. */
function isMultiplied(line: SaleLine, from: string | undefined): boolean {
  return typeof line === "object" && line !== null && (from === undefined || line.date >= from);
}

function multiplied(line: SaleLine, factor: Exact): SaleLine {
  const { amount, quantity, cost } = line;
  const times = <T>(value: T): T | string => (typeof value === "string" && isDecimal(value) ? text(exact(value).times(factor)) : value);
  const units = Number.isSafeInteger(quantity) ? text(new Exact(quantity).times(factor)) : times(quantity);
  return { ...line, amount: times(amount), quantity: units, ...(cost === undefined ? {} : { cost: times(cost) }) };
}
