/** For every record that can be parsed: records as hosts store them, and a call that reads all of one. */

import { catalogue } from "qudao/i18n";
import type { RecordName } from "qudao/schemas";
import {
  accrueEarnings,
  addFundEntry,
  buildAccountStatement,
  buildJournal,
  buildPayables,
  exportStatementCsv,
  findClaimDuplicates,
  startStatementApproval,
  statementParts,
} from "qudao/settlement";
import { fullFacts, fullPolicy } from "./account-statement.js";
import { accrualPolicy, earnedLine, entryOf, statementOf, yuan } from "./accounts.js";
import { claimOf } from "./claims.js";
import { budget, checkOff, fundClaim, fundEntries, proofOf, reimbursement, request } from "./funds.js";
import { approvalLevels, approvers } from "./statement-approval.js";

const titles = { en: "title", zh: "标题" };
const earning = { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q1" };
const statement = buildAccountStatement(fullFacts, fullPolicy);
const term = { kind: "net", days: 30 } as const;

/** Of a ledger that holds what the entry is taken from. */
const inFund = (entry: unknown) => {
  const below = fundEntries.filter(({ id }) => id !== (entry as { readonly id: unknown }).id);
  return addFundEntry({ entries: below, entry: entry as never }, { requiredProofs: [], unused: "returns", warnDays: 0 });
};

/** Keys are the names of `recordSchemas`. `place`: where the call reads it; what is said of another place is not said of the record. */
export const recordUses: {
  readonly [N in RecordName]: { readonly records: readonly unknown[]; readonly place: string; readonly call: (record: unknown) => unknown };
} = {
  AccountStatement: {
    records: [
      {
        ...statement.outcome,
        movements: statement.outcome.movements.map((movement) => ({
          ...movement,
          working: {
            code: "a.b",
            params: { amount: "5", list: [1, null, { deep: true }] },
            adds: "amount",
            from: [{ code: "a.c", params: { amount: "5" } }],
          },
        })),
      },
    ],
    place: "statement.outcome",
    call: (record) => {
      const whole = { outcome: record, explanation: statement.explanation } as typeof statement;
      startStatementApproval(
        { statementId: "S", statement: whole.outcome, preparedBy: "Li", approvers, asOf: "2024-04-02" },
        { silence: "reminds", currency: whole.outcome.currency, levels: approvalLevels },
      );
      return statementParts.map((part) => exportStatementCsv(whole, { part, language: "zh", catalogue, byteOrderMark: "without" }));
    },
  },
  AccrualEntry: {
    records: [
      {
        id: "M1",
        memberId: "A",
        earning,
        date: "2024-01-31",
        part: "manual",
        amount: yuan("5"),
        measure: "1",
        refersTo: "M0",
        until: "2024-03-01",
        titles,
      },
    ],
    place: "facts.accruals",
    call: (record) =>
      accrueEarnings(
        { runId: "R", asOf: "2024-03-31", statements: statementOf(earnedLine("8")), accruals: [record as never], entries: [] },
        accrualPolicy,
      ),
  },
  ChannelClaim: {
    records: [claimOf({ reference: "INV-9", evidence: [{ id: "E1", kind: "proof", validFrom: "2024-01-01", validTo: "2025-01-01" }] })],
    place: "claims",
    call: (record) => findClaimDuplicates([record as never], ["kind", "lineId"]),
  },
  FundEntry: {
    records: [
      budget("N", "B", "10"),
      { ...fundClaim("N", "R", "10"), claimId: "C-1" },
      request("N", "A", "10", null),
      proofOf("N", "C", "invoice", "accepted"),
      reimbursement("N", "C", "10"),
      { id: "N", kind: "release", parentId: "C", amount: yuan("10"), date: "2024-06-01" },
      checkOff("N", "B"),
    ],
    place: "facts.entry",
    call: inFund,
  },
  SettlementEntry: {
    records: [
      entryOf("5", { dueDate: "2024-03-01", earning, claimId: "C", refersTo: "E0", titles, sourceIds: ["L0"] }),
      entryOf("-5", { id: "P", kind: "payment" }),
    ],
    place: "facts.entries",
    call: (record) => {
      buildJournal(
        { entries: [record as never], accruals: [], withheld: [], posted: [], rates: [] },
        { currency: "CNY", purposes: [], rules: [], exchangeGain: "1", exchangeLoss: "2", rounding: "half_up" },
      );
      return buildPayables({ asOf: "2024-04-01", entries: [record as never], fees: [] }, { term });
    },
  },
};
