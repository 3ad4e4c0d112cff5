import type { EarnedGoods, EarnedRight } from "../incentives/programme.js";
import { checkLength, checkRecord, readSafely } from "../kernel/check.js";
import { currencyDecimals } from "../kernel/currency.js";
import { Exact, fixed, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { accumulate } from "./accumulate.js";
import { sharesTerms } from "./hold-terms.js";
import { ledgerOf, newLedger } from "./ledger.js";
import { compareInKind, tellInKindChanges } from "./list-in-kind.js";
import { mergeAccumulators } from "./merge-accumulators.js";
import type { SettlementCode } from "./messages.js";
import type { Accumulator } from "./policy.js";
import { settle } from "./settle.js";
import type { OrderEffect, OrderSimulation, OrderSimulationFacts } from "./simulation.js";
import type { StatementLine } from "./statement.js";

/**
 * Tells what an order that is not placed yet would change: every programme and window that it touches, by the accumulator itself.
 *
 * @remarks
 * The accumulator stays as it is. The lines are settled together with what it has taken in, and the two settlements are held against each other,
 * so that a smaller rebate of one programme is seen beside the larger one of another. Quantities and amounts of windows that do not change give no row. Free goods and rights are told in units, apart from the gain.
 *
 * @param facts - The lines of the order, the day, and what else a settlement needs. `memberIds` is not read: the members are those of the
 * lines, and all where a budget or a cap is shared.
 * @param accumulator - What was taken in so far.
 * @returns One row per programme and window that changes, and a working that adds up to the gain.
 * @throws LibraryFault `settlement.not_an_accumulator`; `kernel.*` with the place; what `settle` throws.
 *
 * @example 100 more lift everything into the second tier
 * ```ts
 * import { accumulate, openAccumulator, simulateOrder } from "qudao/settlement";
 *
 * const accumulator = openAccumulator({
 *   currency: "CNY", sources: "count", members: [{ id: "A", kind: "distributor" }],
 *   programmes: [{
 *     id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *     effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *     qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *     schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }, { from: "1000", rate: "0.02" }] },
 *   }],
 * });
 * const line = { id: "L1", memberId: "A", productId: "P", date: "2024-02-10", quantity: 1, amount: "900.00", kind: "sale" as const };
 * accumulate(accumulator, [line]);
 * const { outcome } = simulateOrder({ asOf: "2024-03-01", lines: [{ ...line, id: "L2", amount: "100.00" }] }, accumulator);
 * outcome.effects.map(({ before, after, gain, tiers }) => [before, after, gain, tiers.before, tiers.after]);
 * // => [["9", "20", "11", 1, 2]]
 * ```
 *
 * @since 0.1.0
 */
export function simulateOrder(facts: OrderSimulationFacts, accumulator: Accumulator): Explained<OrderSimulation> {
  const { plan } = ledgerOf(accumulator, "accumulator");
  return readSafely({ facts, accumulator }, () => {
    const given = checkRecord(facts, "facts") as unknown as OrderSimulationFacts;
    checkLength(given.lines, "facts.lines");
    const order = newLedger(plan);
    const { rejected } = accumulate(order, given.lines);
    const { members, programmes } = plan.policy;
    const sells = (m: number) => order.rowOf[m] !== -1;
    const pays = programmes.some(({ earner }) => earner.uplineOfSeller === true);
    const sellers = new Set(members.flatMap(({ id, uplineId }, m) => (sells(m) ? [id, ...(pays ? [uplineId] : [])] : [])));
    // a budget or a cap of all is shared anew, and a group reaches its tier together, with whoever did not order
    const shared = programmes.some((programme) => sharesTerms(programme) || programme.earner.jointly === true);
    const memberIds = members.map(({ id }) => id).filter((id) => shared || sellers.has(id));
    const asked = { ...given, memberIds };
    const before = linesOf(accumulator, asked);
    const after = linesOf(mergeAccumulators(accumulator, order), asked);

    const from: Explanation[] = [];
    let total = ZERO;
    // a window that only paid what was withheld before is gone where nothing is withheld any more
    const gone = [...before].filter(([key]) => !after.has(key));
    const effects = [...after, ...gone].flatMap(([key, { memberId, line }]): readonly OrderEffect[] => {
      const [old, now] = [before.get(key)?.line, after.get(key)?.line];
      if (old !== undefined && now !== undefined && sameFigures(old, now)) return [];
      const [was, is] = [earnedOf(old), earnedOf(now)];
      const gain = was === null || is === null ? null : is.minus(was);
      const names = { programme: { ...line.programme }, window: { ...line.window.titles } };
      const inKind = compareInKind(inKindIn(old), inKindIn(now));
      const figure = (value: Exact | null) => (value === null ? null : text(value));
      if (gain === null) from.push({ code: "settlement.order_unknown" satisfies SettlementCode, params: { ...names, amount: "0" } });
      else {
        total = total.plus(gain);
        const params = { ...names, before: figure(was), after: figure(is), amount: text(gain) };
        const told = tellInKindChanges(inKind);
        from.push({ code: "settlement.order_effect" satisfies SettlementCode, params, ...(told.length === 0 ? {} : { from: told }) });
      }
      const tiers = { before: old === undefined ? 0 : old.tier, after: now === undefined ? 0 : now.tier };
      const { programmeId, programmeVersion } = line;
      const place = { memberId, programmeId, programmeVersion, periodId: line.window.id };
      return [{ ...place, before: figure(was), after: figure(is), gain: figure(gain), ...inKind, tiers }];
    });
    const { currency } = plan.policy;
    const gain = { amount: fixed(total, Math.max(currencyDecimals(currency), total.decimalPlaces())), currency };
    const explanation: Explanation = {
      code: "settlement.order" satisfies SettlementCode,
      params: { lines: given.lines.length, ...gain },
      adds: "amount",
      from,
    };
    return { outcome: { effects, gain, rejected }, explanation };
  });
}

type Placed = { readonly memberId: string; readonly line: StatementLine };

function linesOf(accumulator: Accumulator, facts: OrderSimulationFacts): ReadonlyMap<string, Placed> {
  const { statements } = settle(accumulator, facts);
  return new Map(
    statements.flatMap(({ memberId, lines }) =>
      lines.map(
        (line) => [JSON.stringify([memberId, line.programmeId, line.programmeVersion, line.window.id]), { memberId, line }] as const,
      ),
    ),
  );
}

/** Without a line nothing is earned. `null`: not known. */
function earnedOf(line: StatementLine | undefined): Exact | null {
  if (line === undefined) return ZERO;
  return line.earned === null ? null : new Exact(line.earned.amount);
}

/** Without a line nothing is. `null`: not known. */
function inKindIn(line: StatementLine | undefined): { goods?: readonly EarnedGoods[]; rights?: readonly EarnedRight[] } | null {
  if (line === undefined) return {};
  const { earned, goods, right } = line;
  if (earned === null) return null;
  return { goods: goods === undefined ? [] : [goods], rights: right === undefined ? [] : [right] };
}

/** A window that the order leaves alone: the same figures, and so the same earning. */
function sameFigures(a: StatementLine, b: StatementLine): boolean {
  return (
    JSON.stringify([a.amount, a.quantity, a.baseline, a.measures, a.carried, a.earned, a.goods, a.right]) ===
    JSON.stringify([b.amount, b.quantity, b.baseline, b.measures, b.carried, b.earned, b.goods, b.right])
  );
}
