import { readSafely } from "../kernel/check.js";
import { settlementFault } from "./check-policy.js";
import { controlTotals } from "./figures.js";
import { type Ledger, ledgerOf } from "./ledger.js";
import { membersOf } from "./members-of.js";
import type { Accumulator } from "./policy.js";
import { type ReadFacts, readFacts } from "./read-facts.js";
import { settleMembers } from "./settle-members.js";
import type { SettlementFacts } from "./settlement-facts.js";
import type { Settlement, Statement } from "./statement.js";

/** What a settlement says besides its statements. */
export type SettlementTotals = Omit<Settlement, "statements">;

/**
 * Settles as `settle` does, one statement at a time: for more statements than should be in memory together, each written away before the next is
 * worked out.
 *
 * @remarks
 * The statements are those of `settle`, in the same order, to the letter. What `settle` says besides (control totals, terms, what is carried on)
 * is the return value, when all statements have been given. Facts are read when the verb is called. Only where a cap or a budget of a programme
 * is of all members together are all lines worked out before the first statement. A loop that is left early costs nothing more.
 *
 * @param accumulator - What was taken in. Nothing may be added to it before the last statement.
 * @param facts - As in `settle`.
 * @returns A generator of statements; it returns the rest of the settlement.
 * @throws LibraryFault As `settle`, when called; `settlement.changed_meanwhile`, from the loop, where the accumulator took in more lines.
 *
 * @example Statements are written away one by one
 * ```ts
 * import { accumulate, iterateStatements, openAccumulator } from "qudao/settlement";
 *
 * const accumulator = openAccumulator({
 *   currency: "CNY", sources: "count", members: [{ id: "A", kind: "agent" }, { id: "B", kind: "distributor" }],
 *   programmes: [{
 *     id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *     effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "year" },
 *     qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *     schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
 *   }],
 * });
 * const line = { productId: "P", date: "2024-05-02", quantity: 1, kind: "sale" } as const;
 * accumulate(accumulator, [
 *   { ...line, id: "L1", memberId: "A", amount: "5000.00" },
 *   { ...line, id: "L2", memberId: "B", amount: "700.00" },
 * ]);
 *
 * const written: string[] = [];
 * for (const { memberId, total } of iterateStatements(accumulator, { asOf: "2025-01-01" })) written.push(`${memberId} ${total.amount}`);
 * written; // => ["A 50.00", "B 7.00"]
 * ```
 *
 * @since 0.1.0
 */
export function iterateStatements(accumulator: Accumulator, facts: SettlementFacts): Generator<Statement, SettlementTotals, void> {
  const ledger = ledgerOf(accumulator, "accumulator");
  return readSafely({ accumulator, facts }, () => iterate(accumulator, ledger, facts, readFacts(facts)));
}

function* iterate(
  accumulator: Accumulator,
  ledger: Ledger,
  facts: SettlementFacts,
  read: ReadFacts,
): Generator<Statement, SettlementTotals, void> {
  const { read: lines } = ledger;
  const each = settleMembers(ledger, read, membersOf(ledger, read));
  for (;;) {
    if (ledgerOf(accumulator, "accumulator").read !== lines) throw settlementFault("settlement.changed_meanwhile", "accumulator", {});
    const step = readSafely({ accumulator, facts }, () => each.next());
    if (step.done) return { asOf: read.asOf, ...step.value, intake: controlTotals(ledger) };
    yield step.value;
  }
}
