import { parseDate } from "../kernel/calendar-date.js";
import { checkLength, checkRecord, readSafely } from "../kernel/check.js";
import { exactQuotient, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { ok, type Result } from "../kernel/result.js";
import { totalNode, totalsByCurrency } from "./account-kit.js";
import { accumulate } from "./accumulate.js";
import { ledgerOf } from "./ledger.js";
import { listInKind } from "./list-in-kind.js";
import type { SettlementCode } from "./messages.js";
import { openAccumulator } from "./open-accumulator.js";
import type { AccumulatorPolicy } from "./policy.js";
import { projectInto, readProjection } from "./project-ledger.js";
import type { SalesProjectionProblem, SettlementForecast, SettlementForecastFacts } from "./sales-projection.js";
import { settle } from "./settle.js";
import type { Settlement, Statement, StatementSources } from "./statement.js";

/**
 * Forecasts the settlement of a later day: the lines so far, their sales carried on by the season, settled as `settle` settles them.
 *
 * @remarks
 * What each programme counts in the days of the base is carried on into the days from its end to before `asOf`: every member's amount, quantity and
 * measures, returns taken away, by `base × weight of the days ÷ weight of the base`. `linear` weighs days, `monthly` the months, a month cut short by
 * its days. Up to any day it is one quotient, rounded once to ten decimals, so how windows cut the days changes nothing. Then the accumulator's own
 * arithmetic settles: stacking, gates, growth, caps over several windows, guarantee and budget are those of `settle`, and where nothing is left to
 * project (`asOf` within the base or at its end), the answer is the settlement itself. With `restate` a return belongs to the day of its sale; one of a sale before the base is not
 * carried on. Where a programme caps single sales, days of three times the base's weight bring three sales like each of the base's, and a part of the
 * weight a part of each, with that part of the cap; they are counted window by window after the lines so far. What is stated of members (quotas, baselines, scores) is not projected: state what is expected. What cannot be settled is
 * `undetermined` with its problem, as in `settle`.
 *
 * @param facts - The lines so far, how they go on, the day, and what a settlement needs beside them.
 * @param policy - As `openAccumulator` takes it.
 * @returns The settlement that is expected, and a working that adds up in each currency.
 * @throws LibraryFault `settlement.cap_of_sales` for a cap per sale in rolling windows, where a projected sale would be in several; `kernel.*` with the
 * place in `facts`; what `openAccumulator` and `settle` throw.
 *
 * @errors
 * - `settlement.projection_without_weight` - the season gives the base no weight, so that nothing can be carried on from it.
 *
 * @source Practice of incentive systems: seasonal forecast to the year's end, also for growth; accrual from the forecast tier.
 *
 * @example A first quarter carried on to the year's end: two programmes on the same sales, one capped over the year
 * ```ts
 * import type { IncentiveProgramme } from "qudao/incentives";
 * import { forecastSettlement } from "qudao/settlement";
 *
 * const volume: IncentiveProgramme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "year" },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }, { from: "1000", rate: "0.02" }] },
 *   stacking: { groupId: "net", priority: 1 },
 * };
 * const bonus: IncentiveProgramme = {
 *   ...volume, id: "bonus", titles: { en: "Bonus", zh: "奖励" }, stacking: { groupId: "net", priority: 2 },
 *   schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
 *   caps: [{ id: "year", per: "member", most: "100", above: "forfeited" }],
 * };
 * const answer = forecastSettlement(
 *   {
 *     asOf: "2025-01-01",
 *     lines: [{ id: "L1", memberId: "A", productId: "P", date: "2024-02-10", quantity: 1, amount: "300.00", kind: "sale" }],
 *     // the first quarter weighs 3 of 12
 *     projection: { base: { start: "2024-01-01", end: "2024-04-01" }, season: { kind: "monthly", weights: Array.from({ length: 12 }, () => "1") } },
 *   },
 *   {
 *     currency: "CNY", sources: "count", members: [{ id: "A", kind: "distributor" }], programmes: [volume, bonus],
 *     stacking: [{ id: "net", priority: 1, combine: "reduce_base", reducedBy: [], excludes: [] }],
 *   },
 * );
 * // 2 % of 1200; 10 % of the 1176 that are left, at most 100
 * answer.ok && answer.value.outcome.settlement.statements[0]?.lines.map(({ amount, earned }) => [amount, earned?.amount]); // => [["1200", "24.00"], ["1200", "100.00"]]
 * answer.ok && answer.value.outcome.ratio; // => "3"
 * ```
 *
 * @since 0.1.0
 */
export function forecastSettlement(
  facts: SettlementForecastFacts,
  policy: AccumulatorPolicy,
): Result<Explained<SettlementForecast>, SalesProjectionProblem> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts") as unknown as SettlementForecastFacts;
    checkLength(given.lines, "facts.lines");
    const asOf = parseDate(given.asOf, "facts.asOf");
    const projection = readProjection(given.projection, "facts.projection");
    const accumulator = openAccumulator(policy);
    const { rejected } = accumulate(accumulator, given.lines);
    const sofar = settle(accumulator, given);
    const added = projectInto(ledgerOf(accumulator, "policy"), given.lines, projection, asOf);
    if (!added.ok) return added;
    const { part, whole } = added.value;
    const { base } = projection;
    const projected = base.end < asOf ? { start: base.end, end: asOf } : null;
    const settlement = withSources(settle(accumulator, given), sofar, policy);
    const ratio = text(exactQuotient(part, whole));
    const outcome: SettlementForecast = { settlement, ...listInKind(settlement.statements), projected, ratio, rejected };
    const capsSales = policy.programmes.some(({ caps = [] }) => caps.some(({ per }) => per === "sale"));
    return ok({ outcome, explanation: tell(outcome, base.start, base.end, capsSales) });
  });
}

/** The lines so far behind what is forecast; what is projected stands on none of its own. */
function withSources(forecast: Settlement, sofar: Settlement, { sources }: AccumulatorPolicy): Settlement {
  const keyOf = (memberId: string, line: Statement["lines"][number]) =>
    JSON.stringify([memberId, line.programmeId, line.programmeVersion, line.window.id]);
  const known = new Map(
    sofar.statements.flatMap(({ memberId, lines }) => lines.map((line) => [keyOf(memberId, line), line.sources] as const)),
  );
  const none: StatementSources = sources === "ids" ? { count: 0, ids: [] } : { count: 0 };
  const statements = forecast.statements.map((one) => ({
    ...one,
    lines: one.lines.map((line) => ({ ...line, sources: known.get(keyOf(one.memberId, line)) ?? none })),
  }));
  return { ...forecast, statements };
}

function tell({ settlement, projected, ratio }: SettlementForecast, start: string, end: string, capsSales: boolean): Explanation {
  const totals = totalsByCurrency(
    settlement.statements,
    ({ total }) => total.currency,
    (currency, own) =>
      totalNode(
        "settlement.expected_total" satisfies SettlementCode,
        currency,
        own.map(({ member, total, undetermined }): Explanation => {
          return {
            code: "settlement.expected_member" satisfies SettlementCode,
            params: { member: { ...member }, amount: total.amount, undetermined },
          };
        }),
      ),
  );
  return {
    code: "settlement.settlement_forecast" satisfies SettlementCode,
    params: { date: settlement.asOf, start, end, ratio },
    from:
      capsSales && projected !== null
        ? [...totals, { code: "settlement.projected_sales" satisfies SettlementCode, params: { ratio } }]
        : totals,
  };
}
