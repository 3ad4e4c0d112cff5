import { addDays, type CalendarDate } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { roundingModes, sumOf } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import {
  choiceOf,
  countOf,
  listOf,
  optional,
  type Read,
  readDate,
  readMoneyNotNegative,
  readShare,
  readText,
  recordOf,
  uniqueBy,
} from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { amountOf, closedOn, namesOf, readDeadlines, readEntries, readStatements, totalNode, totalsByCurrency } from "../account-kit.js";
import type { ClaimDeadline, PostingProblem } from "./accrual-run.js";
import type { UnsettledEarning, UnsettledReason } from "./earned-statement.js";
import { groupEarnings, type KnownGroup, knownGroup, laterEntry, leftAsItStands, leftNode } from "./earning-cells.js";
import {
  afterCloseRules,
  type EarningClaim,
  type EarningsSettlement,
  type EarningsSettlementFacts,
  type EarningsSettlementPolicy,
  negativeRules,
  type SettledEarning,
  termStarts,
} from "./earnings-settlement.js";
import { readPayableTerm } from "./payable-term.js";
import { programmeTerms, readProgrammeTerms } from "./programme-terms.js";
import { type ClaimedEarning, settleGroup } from "./settle-group.js";
import type { SettlementEntry } from "./settlement-entry.js";

/**
 * Settles what members have earned: for each member, programme and window, what is earned to date less what was settled to date.
 *
 * @remarks
 * Before a window is over, `interimShare` of what is earned so far is settled; from its end and the days of grace on, all of it. Since only the
 * difference is posted, a second run adds nothing, and neither the order of members nor the cutting into batches or interim runs changes what a
 * member gets. (Earnings that are converted at the day of their settlement are the exception: each run converts what it settles, at its own rate, and
 * leaves what was settled as it was converted.) What is settled is never changed: a late line after the final settlement becomes a correction on the day posted on, with a term of
 * its own. Of a programme that must be claimed, no more is settled than was claimed up to its deadline; what is not claimed yet is settled by the
 * run after its claim. Where a statement is on another version, the earlier version is taken back and the new one posted, which leaves the member the
 * difference. A programme may have terms of its own (`programmes`): its grace, its settlement days, its rules below 0, its payment term, and stages, each
 * a payable of its own that adds up with the others to what is settled. What is not known is left as it stands and is listed, never settled at 0. A member's
 * earning that no statement speaks of is left, too; give the entries to `settle` as `settled`, and its statements speak of every one.
 *
 * @param facts - The day, the statements and the accounts.
 * @param policy - Interim share, grace, terms, claims, and what happens below 0, for the run and for single programmes.
 * @returns The entries to add, where every earning stands, and a working that adds up in each currency.
 * @throws LibraryFault `settlement.stages_not_whole`; `kernel.*` with the place.
 *
 * @errors
 * - `settlement.period_closed` - the day is closed.
 * - `settlement.earning_posted_later` - the account already holds an earning of a later day.
 *
 * @source Practice of rebate settlement: settlement is earned to date less settled to date; what is not claimed reappears in the next run.
 *
 * @example A second settlement knows of the first
 * ```ts
 * import { type EarningsSettlementPolicy, type SettlementEntry, settleEarnings } from "qudao/settlement";
 *
 * const policy: EarningsSettlementPolicy = {
 *   interimShare: "0.8", graceDays: 10, negative: "carry_forward", returnsAfterClose: "adjust_next", versions: "rerate",
 *   term: { kind: "net", days: 30 }, termFrom: "window_end", rounding: "half_up",
 * };
 * const run = (runId: string, asOf: string, status: "open" | "final", earned: string, entries: readonly SettlementEntry[]) => {
 *   const window = { id: "2024-Q1", start: "2024-01-01", end: "2024-04-01" };
 *   const line = { programmeId: "V", programmeVersion: "1", window, status, payable: { amount: earned, currency: "CNY" } };
 *   const answer = settleEarnings({ runId, asOf, statements: [{ memberId: "A", lines: [line] }], entries }, policy);
 *   return answer.ok ? answer.value.outcome.entries : [];
 * };
 * const interim = run("R1", "2024-03-01", "open", "100", []);
 * interim.map(({ kind, amount, dueDate }) => [kind, amount.amount, dueDate]); // => [["earning", "80.00", "2024-03-31"]]
 * const final = run("R2", "2024-04-11", "final", "150", interim);
 * final.map(({ kind, amount, dueDate }) => [kind, amount.amount, dueDate]); // => [["earning", "70.00", "2024-04-30"]]
 * run("R3", "2024-04-11", "final", "150", [...interim, ...final]); // => []
 * const late = run("R4", "2024-06-01", "final", "145", [...interim, ...final]);
 * late.map(({ kind, amount, refersTo }) => [kind, amount.amount, refersTo]); // => [["correction", "-5.00", "R2/1"]]
 * ```
 *
 * @since 0.1.0
 */
export function settleEarnings(
  facts: EarningsSettlementFacts,
  policy: EarningsSettlementPolicy,
): Result<Explained<EarningsSettlement>, PostingProblem> {
  return readSafely({ facts, policy }, () => {
    const agreed = readSettlementPolicy(policy, "policy");
    const { runId, asOf, statements, entries, closedThrough, claimed, previousRun } = readFacts(facts, "facts");
    const closed = closedOn(asOf, closedThrough);
    if (closed !== undefined) return err(closed);
    const groups = groupEarnings(statements, entries, []);
    const termsOf = programmeTerms(agreed);
    const later = laterEntry(groups, asOf);
    if (later !== undefined) {
      return err({ code: "settlement.earning_posted_later", params: { date: asOf, id: later.id, later: later.date } });
    }
    const nextId = namesOf(runId, entries, "facts.runId");
    const added: SettlementEntry[] = [];
    const earnings: SettledEarning[] = [];
    const undetermined: UnsettledEarning[] = [];
    const nodes: { readonly currency: string; readonly node: Explanation }[] = [];
    for (const group of groups) {
      const found = knownGroup(group);
      if ("code" in found) {
        undetermined.push(leftAsItStands(group, found));
        continue;
      }
      const claim = claimOn(found, claimed ?? [], agreed.claims ?? [], asOf);
      if (claim !== undefined && "code" in claim) {
        undetermined.push(leftAsItStands(group, claim));
        continue;
      }
      const settled = settleGroup(found, termsOf(found.programmeId), { asOf, previousRun }, claim);
      earnings.push(settled.standing);
      for (const entry of settled.entries) added.push({ id: nextId(), ...entry });
      nodes.push({ currency: found.currency, node: settled.node });
    }
    const totals = totalsByCurrency(
      nodes,
      ({ currency }) => currency,
      (currency, own) =>
        totalNode(
          "settlement.earnings_settled",
          currency,
          own.map(({ node }) => node),
        ),
    );
    const from = [...totals, ...undetermined.map(leftNode)];
    const explanation: Explanation = { code: "settlement.earnings_run", params: { date: asOf, count: added.length }, from };
    return ok({ outcome: { asOf, entries: added, earnings, undetermined }, explanation });
  });
}

const readFacts = recordOf<EarningsSettlementFacts>({
  runId: readText,
  asOf: readDate,
  statements: readStatements,
  entries: readEntries,
  closedThrough: optional(readDate),
  previousRun: optional(readDate),
  claimed: optional(
    uniqueBy(
      "claimId",
      listOf(
        recordOf<EarningClaim>({
          claimId: readText,
          memberId: readText,
          programmeId: readText,
          periodId: readText,
          claimedOn: readDate,
          amount: readMoneyNotNegative,
        }),
      ),
    ),
  ),
});

/** What was claimed of a group up to its deadline. Absent: it needs no claim. */
function claimOn(
  { memberId, programmeId, periodId, window, currency }: KnownGroup,
  claimed: readonly EarningClaim[],
  deadlines: readonly ClaimDeadline[],
  asOf: CalendarDate,
): ClaimedEarning | UnsettledReason | undefined {
  const deadline = deadlines.find((one) => one.programmeId === programmeId);
  if (deadline === undefined) return undefined;
  const lapses = addDays(window.end, deadline.withinDays);
  const own = claimed.filter(
    (one) =>
      one.memberId === memberId &&
      one.programmeId === programmeId &&
      one.periodId === periodId &&
      one.claimedOn <= asOf &&
      one.claimedOn < lapses,
  );
  const other = own.find(({ amount }) => amount.currency !== currency);
  if (other !== undefined) return { code: "settlement.earning_currency", params: { got: other.amount.currency, want: currency } };
  return { amount: sumOf(own.map(amountOf)), lapses };
}

/** @internal */
export const readSettlementPolicy: Read<EarningsSettlementPolicy> = recordOf<EarningsSettlementPolicy>({
  interimShare: readShare,
  graceDays: countOf(0, 3660),
  negative: choiceOf(negativeRules),
  returnsAfterClose: choiceOf(afterCloseRules),
  versions: choiceOf(["rerate", "keep"]),
  term: readPayableTerm,
  termFrom: choiceOf(termStarts),
  rounding: choiceOf(roundingModes),
  claims: optional(readDeadlines),
  programmes: optional(readProgrammeTerms),
});
