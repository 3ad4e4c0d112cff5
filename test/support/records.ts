/** For every record that can be parsed: records as hosts store them, and a call that reads all of one. */

import { type CandidateState, stepCandidate } from "qudao/admission";
import { type AgreementLife, stepAgreement } from "qudao/agreements";
import {
  ageOpenItems,
  type CreditAccount,
  computeExposure,
  exampleCreditPolicy,
  findCreditLimit,
  type OpenItem,
  type OrderHold,
  type ReplacementCase,
  stepOrderHold,
  stepReplacementCase,
} from "qudao/credit";
import { type ProcedureRun, reviewProcedure } from "qudao/engine";
import { catalogue } from "qudao/i18n";
import { stepIncentivePolicy } from "qudao/incentives";
import { type MemberState, stepMember } from "qudao/lifecycle";
import type { RecordName } from "qudao/schemas";
import {
  accrueEarnings,
  accumulate,
  addFundEntry,
  buildAccountStatement,
  buildJournal,
  buildPayables,
  explainStatement,
  exportStatementCsv,
  findClaimDuplicates,
  openAccumulator,
  type Settlement,
  type Statement,
  settle,
  settleEarnings,
  settleGoods,
  startStatementApproval,
  statementParts,
  stepClaim,
  stepDispute,
  stepStatementApproval,
} from "qudao/settlement";
import { fullFacts, fullPolicy } from "./account-statement.js";
import { accrualPolicy, earnedLine, entryOf, settlementPolicy, statementOf, yuan } from "./accounts.js";
import { activeLife, agency, allKnown, draftOf, signedLife, taken, trial } from "./agreements.js";
import { along, known as candidateFacts } from "./candidate-life.js";
import { memberCases, known as memberFacts, step } from "./channel-member.js";
import { begun, channelProcess, evaluationDone, membersDone, needsDone, play, workWeek } from "./channel-procedure.js";
import { claimDay, claimOf, claimTerms, draftClaim, paidClaim, partlyApproved, payableClaim, rejectedClaim, validating } from "./claims.js";
import { account, claim, credit, limitOf } from "./credit.js";
import { orderHolds, replacementCases } from "./credit-lives.js";
import { agreedDays, booked, conceding, disputeAfter, raised, refusing } from "./dispute-life.js";
import { budget, checkOff, fundClaim, fundEntries, proofOf, reimbursement, request } from "./funds.js";
import { consulted, day, draft, inForce, known } from "./incentive-policy.js";
import { dealer, lineOf, policyOf, programmeOf } from "./settlement.js";
import {
  approvalAfter,
  approvalLevels,
  approvers,
  approving,
  draftedStatement,
  objecting,
  replacing,
  sending,
} from "./statement-approval.js";

/** Where a member stands before and after every arrow of its tables. */
const memberStates = memberCases.flatMap(([state, event, facts]) => [state, step(state, event, facts).next]);
const titles = { en: "title", zh: "标题" };
const earning = { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q1" };
const statement = buildAccountStatement(fullFacts, fullPolicy);
const term = { kind: "net", days: 30 } as const;

/** Two members: one paid in another currency, one with a quarter that cannot be settled; programmes that share their sales. */
const settlement: Settlement = (() => {
  const programmes = [
    programmeOf(),
    programmeOf({
      id: "quota",
      qualifier: { kind: "attainment" },
      payOn: "amount",
      schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
    }),
  ];
  const accumulator = openAccumulator(
    policyOf({
      sources: "ids",
      programmes,
      members: [
        { ...dealer, payoutCurrency: "USD" },
        { ...dealer, id: "B" },
      ],
      payout: { convertOn: "window_end", rounding: "half_up" },
    }),
  );
  accumulate(accumulator, [lineOf({ amount: "1500" }), lineOf({ id: "L2", memberId: "B", amount: "40" })]);
  const rates = [{ from: "CNY", to: "USD", rate: "0.14", asOf: "2024-01-01" }];
  return JSON.parse(JSON.stringify(settle(accumulator, { asOf: "2024-06-30", exchangeRates: rates })));
})();

const settleAll = (statements: readonly Statement[]) =>
  settleEarnings({ runId: "R", asOf: "2024-06-30", statements, entries: [] }, settlementPolicy);

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
  AgreementLife: {
    records: [
      draftOf(agency),
      draftOf(trial),
      signedLife(agency),
      activeLife(trial),
      taken(activeLife(agency), { type: "noticeGiven", asOf: "2024-02-01", by: "Wang", ground: "demand fell" }).next,
    ],
    place: "state",
    call: (record) => stepAgreement(record as AgreementLife, { type: "dayPassed", asOf: "2024-12-01" }, allKnown),
  },
  CandidateState: {
    records: [0, 1, 2, 3, 4, 5, 6, 7].map((steps) => along(steps)),
    place: "state",
    call: (record) => stepCandidate(record as CandidateState, { type: "dayPassed", asOf: "2024-12-01" }, candidateFacts),
  },
  ChannelClaim: {
    records: [claimOf({ reference: "INV-9", evidence: [{ id: "E1", kind: "proof", validFrom: "2024-01-01", validTo: "2025-01-01" }] })],
    place: "claims",
    call: (record) => findClaimDuplicates([record as never], ["kind", "lineId"]),
  },
  ClaimLife: {
    records: [draftClaim, validating, partlyApproved, rejectedClaim, payableClaim, paidClaim],
    place: "state",
    call: (record) => stepClaim(record as never, claimDay("2024-12-01"), claimTerms),
  },
  CreditAccount: {
    records: [
      account({ kind: "zero" }),
      account(limitOf("100"), {
        groupId: "G",
        expiresOn: "2025-01-01",
        temporary: [{ period: { start: "2024-03-01", end: "2024-04-01" }, limit: { kind: "unlimited" } }],
        securities: [
          { id: "S1", kind: "guarantee", value: "50" },
          { id: "S2", kind: "deposit", value: "5", from: "2024-01-01", to: "2025-01-01" },
        ],
        status: "watch",
        termRank: 2,
        discountRank: 0,
      }),
    ],
    place: "facts.account",
    call: (record) =>
      findCreditLimit(
        { asOf: "2024-03-15", account: record as CreditAccount, group: { id: "G", limit: { kind: "not_set" }, check: "group_only" } },
        { ...exampleCreditPolicy.limits, currency: "CNY" },
      ),
  },
  Dispute: {
    records: [raised, disputeAfter([conceding("30")]), disputeAfter([conceding("30"), booked("E9")]), disputeAfter([refusing()])],
    place: "state",
    call: (record) => stepDispute(record as never, { type: "dayPassed", asOf: "2024-06-01" }, agreedDays),
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
  GoodsEntry: {
    records: [
      {
        id: "N",
        memberId: "A",
        programmeId: "twelve",
        periodId: "2024-Q1",
        date: "2024-04-11",
        productId: "P",
        quantity: "2",
        unit: "piece",
      },
      {
        id: "N",
        memberId: "A",
        programmeId: "twelve",
        periodId: "2024-Q1",
        date: "2024-04-11",
        productId: "P",
        quantity: "-1",
        unit: "件",
      },
    ],
    place: "facts.entries",
    call: (record) =>
      settleGoods(
        { runId: "R", asOf: "2024-05-01", statements: [], entries: [record as never] },
        { programmeIds: ["twelve"], graceDays: 0, overHanded: "left" },
      ),
  },
  IncentivePolicyLife: {
    records: [draft, consulted, inForce],
    place: "state",
    call: (record) => stepIncentivePolicy(record as never, day("2024-12-01"), known),
  },
  Settlement: {
    records: [settlement],
    place: "facts.statements",
    call: (record) => settleAll((record as Settlement).statements),
  },
  Statement: {
    records: settlement.statements,
    place: "facts.statements",
    call: (record) => {
      explainStatement(record as Statement);
      return settleAll([record as Statement]);
    },
  },
  MemberState: {
    records: memberStates,
    place: "state",
    call: (record) => stepMember(record as MemberState, { type: "dayPassed", asOf: "2024-12-01" }, memberFacts),
  },
  OpenItem: {
    records: [
      claim(),
      credit({ invoicedOn: "2023-12-31" }),
      claim({
        settlements: [{ on: "2024-02-01", amount: "40" }],
        covers: [
          { kind: "order", id: "O-1", amount: "60" },
          { kind: "delivery", id: "DN-1", amount: "40" },
        ],
      }),
    ],
    place: "facts",
    call: (record) => {
      const items = [record as OpenItem];
      ageOpenItems({ asOf: "2024-03-15", items }, { currency: "CNY", bounds: [30, 60], basis: "invoice", detail: "members" });
      return computeExposure(
        { asOf: "2024-03-15", memberIds: ["D1"], documents: { orders: [], deliveries: [], billings: [], items } },
        exampleCreditPolicy.exposure,
      );
    },
  },
  OrderHold: {
    records: orderHolds,
    place: "state",
    call: (record) => stepOrderHold(record as OrderHold, { type: "checkpointReached", asOf: "2024-12-01" }, {}),
  },
  ProcedureRun: {
    records: [begun(), play(begun(), needsDone), play(begun(), evaluationDone), play(begun(), membersDone)],
    place: "facts.run",
    call: (record) => reviewProcedure(channelProcess, { run: record as ProcedureRun, asOf: "2024-06-01" }, { calendar: workWeek }),
  },
  ReplacementCase: {
    records: replacementCases,
    place: "state",
    call: (record) => stepReplacementCase(record as ReplacementCase, { type: "dayPassed", asOf: "2024-12-01" }, {}),
  },
  StatementApproval: {
    records: [
      draftedStatement(),
      approvalAfter([approving()]),
      approvalAfter([approving(), sending]),
      approvalAfter([approving(), sending, objecting, replacing]),
    ],
    place: "state",
    call: (record) => stepStatementApproval(record as never, { type: "dayPassed", asOf: "2024-06-01" }, {}),
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
