/** A period that is closed takes nothing more, whatever it is and whoever asks; what is wrong in it is reversed on a day that is open. */
import {
  accrueEarnings,
  buildClaimEntry,
  buildDisputeCorrection,
  buildJournal,
  buildReversal,
  planPaymentRun,
  settleEarnings,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { accrualPolicy, earnedLine, entryOf, settlementPolicy, statementOf, yuan } from "../../support/accounts.js";
import { approvedClaim } from "../../support/claims.js";
import { conceding, disputeAfter } from "../../support/dispute-life.js";

const closedThrough = "2024-06-30";
const entries = [entryOf("100", { dueDate: "2024-03-31" })];
const statements = statementOf(earnedLine("120", { status: "final" }));
const chart = {
  currency: "CNY",
  purposes: [{ id: "p", titles: { en: "All", zh: "全部" }, debit: "1", credit: "2" }],
  rules: [{ purpose: "p", entryKinds: ["earning"], accrualParts: ["manual"], withholdingIds: ["t"] }],
  exchangeGain: "3",
  exchangeLoss: "4",
  rounding: "half_up",
} as const;
const inBooks = { entries: [], accruals: [], withheld: [], posted: [], rates: [], closedThrough };
const earning = { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q1" };
const run = { term: { kind: "net", days: 30 }, minimums: [], withholdings: [], rounding: "half_up" } as const;

type Answer = { readonly ok: true } | { readonly ok: false; readonly problem: { readonly code: string; readonly params: object } };

/** Everything that is posted, on a day. */
const posted: { readonly [verb: string]: (asOf: string) => Answer } = {
  accrueEarnings: (asOf) => accrueEarnings({ runId: "R", asOf, statements, accruals: [], entries, closedThrough }, accrualPolicy),
  settleEarnings: (asOf) => settleEarnings({ runId: "R", asOf, statements, entries, closedThrough }, settlementPolicy),
  buildReversal: (asOf) => buildReversal({ id: "X", asOf, entryId: "E1", entries, closedThrough }),
  buildClaimEntry: (date) => buildClaimEntry({ life: approvedClaim, entryId: "E", date, closedThrough }),
  buildDisputeCorrection: (date) =>
    buildDisputeCorrection({ dispute: disputeAfter([conceding("30")]), entryId: "E9", date, closedThrough }),
  planPaymentRun: (asOf) =>
    planPaymentRun({ runId: "P", asOf, dueThrough: asOf, entries, fees: [], holds: [], payees: [], paidBefore: [], closedThrough }, run),
  "buildJournal of an entry": (date) => buildJournal({ ...inBooks, entries: [entryOf("1", { date })] }, chart),
  "buildJournal of an accrual": (date) =>
    buildJournal({ ...inBooks, accruals: [{ id: "M", memberId: "A", earning, date, part: "manual", amount: yuan("1") }] }, chart),
  "buildJournal of what is withheld": (date) =>
    buildJournal({ ...inBooks, withheld: [{ id: "W", paymentId: "P", date, withholdingId: "t", amount: yuan("1") }] }, chart),
};

describe.each(Object.entries(posted))("complaint 28: %s", (_, post) => {
  test.each([
    ["2024-06-29", false],
    ["2024-06-30", false],
    ["2024-07-01", true],
  ])("closed through 30 June, on %s it posts: %s", (asOf, isOpen) => {
    const answer = post(asOf);
    expect(answer.ok).toBe(isOpen);
    if (!answer.ok)
      expect(answer.problem).toStrictEqual({ code: "settlement.period_closed", params: { date: asOf, closed: closedThrough } });
  });
});
