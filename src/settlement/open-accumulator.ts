import { newLedger } from "./ledger.js";
import { planPolicy } from "./plan-policy.js";
import type { Accumulator, AccumulatorPolicy } from "./policy.js";

/**
 * Opens an accumulator: compiles the programmes and members once, ready to take in any number of sale lines.
 *
 * @remarks
 * The accumulator is the library's one opaque value. It holds one row of figures per member that has lines, so its size does not
 * grow with the lines, unless `sources` is `"ids"` or a programme caps what one sale pays: then the lines of that programme are kept. Order of lines, batches and merges never change a result. The policy is
 * copied: changing the host's object afterwards changes nothing. A programme that was revised is listed in every version, each on its own days:
 * lines of any day are counted by the version that was in force, however late they come.
 *
 * @param policy - Currency, programmes, members, and how much is kept of the sources.
 * @returns An accumulator for `accumulate`, `accumulateStream`, `mergeAccumulators`, `settle` and `snapshot`.
 * @throws LibraryFault With the path of the first fault: every code of `checkProgramme`, `settlement.programme_currency`,
 * `settlement.cap_of_sales` for a cap per sale whose `above` is not `"forfeited"`, `settlement.duplicate_programme`,
 * `settlement.versions_overlap`, `settlement.duplicate_member`, `settlement.own_upline`, `settlement.payout_missing`, `settlement.agreement_missing`;
 * where members count together `settlement.joint_groups`, `settlement.joint_agreements`; where programmes are combined `settlement.stacking_missing`,
 * `settlement.stacking_windows`, `settlement.stacking_agreement`, `settlement.stacking_returns`, `settlement.stacking_version`, `settlement.stacking_too_wide`,
 * `incentives.priority_twice`, `incentives.reduced_by_later`; `kernel.*`.
 *
 * @example From lines to a statement
 * ```ts
 * import { accumulate, openAccumulator, settle } from "qudao/settlement";
 *
 * const accumulator = openAccumulator({
 *   currency: "CNY", sources: "ids",
 *   members: [{ id: "A", kind: "distributor" }],
 *   programmes: [{
 *     id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *     effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *     qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *     schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }, { from: "1000", rate: "0.02" }] },
 *   }],
 * });
 * accumulate(accumulator, [
 *   { id: "L1", memberId: "A", productId: "P", date: "2024-02-10", quantity: 3, amount: "1200.00", kind: "sale" },
 *   { id: "L2", memberId: "A", productId: "P", date: "2024-03-01", quantity: 1, amount: "300.00", kind: "return" },
 * ]);
 * const [statement] = settle(accumulator, { asOf: "2024-04-01" }).statements;
 * statement?.total; // => { amount: "9.00", currency: "CNY" }
 * statement?.lines[0]?.sources; // => { count: 2, ids: ["L1", "L2"] }
 * ```
 *
 * @since 0.1.0
 */
export function openAccumulator(policy: AccumulatorPolicy): Accumulator {
  return newLedger(planPolicy(policy));
}
