import { at, checkRecord, readSafely } from "../../kernel/check.js";
import { roundingModes, text } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import { choiceOf, optional, readDate, readText, recordOf } from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import {
  closedOn,
  moneyOf,
  namesOf,
  readAccruals,
  readDeadlines,
  readEntries,
  readStatements,
  totalNode,
  totalsByCurrency,
} from "../account-kit.js";
import type { AccrualEntry } from "./accrual-entry.js";
import type { AccrualFacts, AccrualPolicy, AccrualRun, AccruedEarning, PostingProblem } from "./accrual-run.js";
import type { UnsettledEarning } from "./earned-statement.js";
import { groupEarnings, knownGroup, laterEntry, leftAsItStands, leftNode } from "./earning-cells.js";
import { type AccrualChange, measureGroup, type ReadAccrualPolicy } from "./measure-accruals.js";
import { expectedLines, readForecasts } from "./project-earning.js";

/**
 * Brings the accruals of every earning to what they should be on a day: what is expected, less what is settled, less what is booked.
 *
 * @remarks
 * For each member, programme, window and version:
 * `posting = (expected − settled − written off + manual) − booked`, so a second run on the same facts posts nothing, and after the
 * final settlement nothing is left. A window that runs on may be accrued at the tier expected at its end: the figures so far are
 * stretched by the share of the window served, the programme is computed on them, and the same share of the answer is expected;
 * baseline and quota are those of the whole window, so growth is projected like everything else; what was carried in is not stretched. A window
 * that stands in `expected` is accrued at `expected earning × amount so far ÷ amount expected`, at most all of it, and by its days where nothing is
 * expected to be sold: with stacking, gates, caps and budgets as `settle` has them. Of a change, `base` is what the
 * sales not accrued before earn at the tier reached, `tierAdjustment` what the tier expected adds, and `priorAdjustment` what sales
 * accrued before are worth now beyond what was accrued. Sales are told apart by net amount, and rounding goes to the tier adjustment.
 * Manual entries stay as long as they say, at most until the window is settled for good; no automatic posting touches them before.
 * A version whose place another one has taken is expected to earn 0.
 *
 * @param facts - The day, the statements, the ledger and the accounts.
 * @param policy - Projections, deadlines of claims and the style of posting.
 * @returns The entries to add, where every earning stands, and a working that adds up in each currency.
 * @throws LibraryFault `kernel.*` with the place; the first fault of `checkProgramme` for a forecast.
 *
 * @errors
 * - `settlement.period_closed` - the day is closed.
 * - `settlement.earning_posted_later` - the account or the ledger already holds an entry of a later day.
 *
 * @source Practice of accounting for rebates: accrual as target less booked; base, rate and prior-period adjustments kept apart.
 *
 * @example 252, then 630: the settlement releases 630, not 882
 * ```ts
 * import { type AccrualEntry, accrueEarnings, type SettlementEntry } from "qudao/settlement";
 *
 * const policy = { posting: "difference", forecasts: [], claims: [], overSettled: "taken_back", rounding: "half_up" } as const;
 * const window = { id: "2024", start: "2024-01-01", end: "2025-01-01" };
 * const run = (runId: string, asOf: string, earned: string, accruals: readonly AccrualEntry[], entries: readonly SettlementEntry[] = []) => {
 *   const line = { programmeId: "V", programmeVersion: "1", window, status: "open", payable: { amount: earned, currency: "CNY" } } as const;
 *   const answer = accrueEarnings({ runId, asOf, statements: [{ memberId: "A", lines: [line] }], accruals, entries }, policy);
 *   return answer.ok ? answer.value.outcome.postings : [];
 * };
 * const first = run("R1", "2024-01-31", "252", []);
 * const second = run("R2", "2024-02-29", "630", first);
 * const settled: SettlementEntry = {
 *   id: "S1", memberId: "A", kind: "earning", date: "2024-03-31", amount: { amount: "630", currency: "CNY" },
 *   earning: { programmeId: "V", programmeVersion: "1", periodId: "2024" },
 * };
 * const third = run("R3", "2024-03-31", "630", [...first, ...second], [settled]);
 * [...first, ...second, ...third].map(({ part, amount }) => [part, amount.amount]); // => [["base", "252.00"], ["prior_adjustment", "378.00"], ["release", "-630.00"]]
 * ```
 *
 * @since 0.1.0
 */
export function accrueEarnings(facts: AccrualFacts, policy: AccrualPolicy): Result<Explained<AccrualRun>, PostingProblem> {
  return readSafely({ facts, policy }, () => {
    const agreed = readAccrualPolicy(policy, "policy");
    const { runId, asOf, statements, expected, accruals, entries, closedThrough } = recordOf<AccrualFacts>({
      runId: readText,
      asOf: readDate,
      statements: readStatements,
      expected: optional(readStatements),
      accruals: readAccruals,
      entries: readEntries,
      closedThrough: optional(readDate),
    })(facts, "facts");
    const closed = closedOn(asOf, closedThrough);
    if (closed !== undefined) return err(closed);
    const later = accruals.find(({ date }) => date > asOf) ?? laterEntry(groupEarnings([], entries, []), asOf);
    if (later !== undefined) {
      return err({ code: "settlement.earning_posted_later", params: { date: asOf, id: later.id, later: later.date } });
    }

    const expectedOf = expectedLines(expected ?? []);
    const nextId = namesOf(runId, accruals, "facts.runId");
    const postings: AccrualEntry[] = [];
    const earnings: AccruedEarning[] = [];
    const undetermined: UnsettledEarning[] = [];
    const nodes: { readonly currency: string; readonly node: Explanation }[] = [];
    for (const group of groupEarnings(statements, entries, accruals)) {
      const found = knownGroup(group);
      const measured = "code" in found ? found : measureGroup(found, agreed, asOf, expectedOf);
      if ("code" in measured) {
        undetermined.push(leftAsItStands(group, measured));
        continue;
      }
      for (const { standing, changes } of measured.cells) {
        const { memberId, earning, currency } = standing;
        earnings.push(standing);
        for (const { part, amount, ...rest } of changes) {
          if (!amount.isZero())
            postings.push({ id: nextId(), memberId, earning, date: asOf, part, amount: moneyOf(amount, currency), ...rest });
        }
        nodes.push({ currency, node: cellNode(standing, changes) });
      }
    }
    const totals = totalsByCurrency(
      nodes,
      ({ currency }) => currency,
      (currency, own) =>
        totalNode(
          "settlement.accruals_posted",
          currency,
          own.map(({ node }) => node),
        ),
    );
    const from = [...totals, ...undetermined.map(leftNode)];
    const explanation: Explanation = { code: "settlement.accruals_run", params: { date: asOf, count: postings.length }, from };
    return ok({ outcome: { asOf, postings, earnings, undetermined }, explanation });
  });
}

/** @internal */
export function readAccrualPolicy(policy: AccrualPolicy, path: string): ReadAccrualPolicy {
  const fields = checkRecord(policy, path);
  return {
    posting: choiceOf(["difference", "reverse_and_rebook"])(fields["posting"], at(path, "posting")),
    forecasts: readForecasts(fields["forecasts"], at(path, "forecasts")),
    claims: readDeadlines(fields["claims"], at(path, "claims")),
    overSettled: choiceOf(["taken_back", "left"])(fields["overSettled"], at(path, "overSettled")),
    rounding: choiceOf(roundingModes)(fields["rounding"], at(path, "rounding")),
  };
}

function cellNode(standing: AccruedEarning, changes: readonly AccrualChange[]): Explanation {
  const { memberId, earning, expected, settled, booked, posted } = standing;
  return {
    code: "settlement.accrual_cell",
    params: { memberId, programmeId: earning.programmeId, periodId: earning.periodId, expected, settled, booked, amount: posted },
    adds: "amount",
    from: changes.flatMap(({ part, amount }) =>
      amount.isZero() ? [] : [{ code: "settlement.accrual_posting", params: { part, amount: text(amount) } }],
    ),
  };
}
