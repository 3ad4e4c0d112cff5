import { readSafely } from "../kernel/check.js";
import { controlTotals } from "./figures.js";
import { ledgerOf } from "./ledger.js";
import { membersOf } from "./members-of.js";
import type { Accumulator } from "./policy.js";
import { readFacts } from "./read-facts.js";
import { settleMembers } from "./settle-members.js";
import type { SettlementFacts } from "./settlement-facts.js";
import type { Settlement, Statement } from "./statement.js";

/**
 * Settles everything taken in so far: one statement per member, with a line for each programme and window.
 *
 * @remarks
 * Runs the calculator of `computeIncentive` on the accumulated figures; the accumulator is not changed, so a settlement can be
 * previewed on any day and run again after a late line. A window in which the member has no line, no quota and no baseline gives no line,
 * unless `settled` names it.
 * Without `stacking` in the policy each line is what its programme earns for itself. With it, the programmes of a member are combined window by
 * window exactly as `combineIncentives` would combine them over the same lines: groups and priorities decide, `stacked` says which programme gave
 * way to which and on what base it was computed. A programme that pays the upline of the seller is on the upline's statement.
 * Days before the publication of a programme never count: a window that began before it is settled on the days from the publication on, with the same days
 * of the year before as its baseline, and says so; one that was over before it gives no line.
 * A programme in several versions is settled version by version, each on its own days; what one carries on, the next takes in.
 * In a window the order is fixed: lines of the scope and trigger on their day (returns by the programme's policy) → figures and measures →
 * what was carried in → what other programmes take off → gates → qualifier and its limits → schedule → what was withheld → floors → caps → rounding → conversion.
 * What a fact is missing for (a quota, a baseline, a rate) is `undetermined` with its problem, never 0, and is counted apart; so is every programme
 * whose share of the sales hangs on it, and every window into which it may have carried something that changes it.
 * Then, version by version and before the conversion, what the programme declares over several earnings, on the rounded amounts: the guarantee of each
 * window (cut to the days that count; under `end` only once the window is over; not where its gates fail or it gives way), `caps` per member and of the programme over all windows of the version, those per sale over all windows and versions, the
 * `budget` over all members. Under a cap per sale the earning of a window is spread over its lines as `attributeIncentive` does (average values, by day and identifier,
 * from what was carried in; of programmes that are combined, that of those which earn), and each sale of a member pays at most the cap over all windows, as `limitToCaps` holds it; a later version goes on with it where the cap has the same `id` and `saleBy`: what was paid
 * counts, none of it is taken back by a lower cap, and a return makes up first for what was cut; what is earned without any line is of no sale; where it cannot be told of the first lines alone, as with a gate
 * that asks for more of them, the window is undetermined. Caps and `first_come` take windows by their last day, then members by identifier; refundable caps hold back for the next
 * version. What members owe asks nothing of a budget, and is less by what it refused them before. A line whose share hangs on one that is not known is `undetermined`, unless everything fits anyway.
 * A programme that pays in goods or in a right has them in `goods` or `right` of its line, with 0 in money: they enter no total, no accrual and no
 * account, need no rate, and in a stacking group reduce and exclude nothing. A return lowers them as it lowers money; `settleGoods` sets against it what was handed over before.
 * The total is the sum of the rounded payable lines, so the statement adds up as printed. `iterateStatements` gives the same one statement at a time.
 *
 * @param accumulator - What was taken in.
 * @param facts - The day, and quotas, baselines and rates where programmes need them.
 * @returns The statements and the control totals of all lines.
 * @throws LibraryFault `settlement.not_an_accumulator`, or `kernel.*` with the path of a fact that cannot be read, stands twice
 * (`kernel.named_twice`, `kernel.exchange_rate_twice`) or is no rate (`kernel.not_above_zero`); `settlement.opening_incomplete` and
 * `settlement.opening_above_zero` for an opening that cannot be taken over.
 *
 * @example A quota that is not known leaves the line open instead of paying 0
 * ```ts
 * import { accumulate, openAccumulator, settle } from "qudao/settlement";
 *
 * const accumulator = openAccumulator({
 *   currency: "CNY", sources: "count", members: [{ id: "A", kind: "distributor" }],
 *   programmes: [{
 *     id: "target", version: "1", titles: { en: "Target bonus", zh: "达标奖" }, currency: "CNY",
 *     effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "year" },
 *     qualifier: { kind: "attainment" }, payOn: "amount", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *     schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0" }, { from: "1", rate: "0.01" }] },
 *   }],
 * });
 * accumulate(accumulator, [{ id: "L1", memberId: "A", productId: "P", date: "2024-05-02", quantity: 1, amount: "5000.00", kind: "sale" }]);
 *
 * const open = settle(accumulator, { asOf: "2025-01-01" }).statements[0]?.lines[0];
 * [open?.status, open?.problem?.code]; // => ["undetermined", "incentives.quota_missing"]
 *
 * const quotas = [{ memberId: "A", periodId: "2024", amount: { amount: "5000", currency: "CNY" } }];
 * settle(accumulator, { asOf: "2025-01-01", quotas }).statements[0]?.total; // => { amount: "50.00", currency: "CNY" }
 * ```
 *
 * @since 0.1.0
 */
export function settle(accumulator: Accumulator, facts: SettlementFacts): Settlement {
  const ledger = ledgerOf(accumulator, "accumulator");
  return readSafely({ accumulator, facts }, () => {
    const read = readFacts(facts);
    const statements: Statement[] = [];
    const each = settleMembers(ledger, read, membersOf(ledger, read));
    for (;;) {
      const step = each.next();
      if (step.done) return { asOf: read.asOf, statements, ...step.value, intake: controlTotals(ledger) };
      statements.push(step.value);
    }
  });
}
