/**
 * Settlement (结算): sale lines in, statements out.
 *
 * `openAccumulator` compiles programmes and members once. `accumulate` (or `accumulateStream`) takes in lines one at a time, from
 * memory, a file or a queue, and reports every line it refuses. `settle` computes what each member earns on any day, by the same
 * calculator as `qudao/incentives`. `mergeAccumulators` adds what several workers took in; `snapshot` and `restore` carry an
 * accumulator through a store. `traceLine` tells why a line counts or not, `explainStatement` how a total came about.
 *
 * Memory grows with members and programmes, not with lines; order, batches, merges and snapshots never change a cent.
 *
 * @module
 */

export { accumulate } from "./accumulate.js";
export { accumulateStream } from "./accumulate-stream.js";
export { explainStatement } from "./explain-statement.js";
export type { IncomingLine, IntakeReport, RejectedLine, RejectionReason } from "./intake.js";
export { mergeAccumulators } from "./merge-accumulators.js";
export { type SettlementCode, settlementMessages } from "./messages.js";
export { openAccumulator } from "./open-accumulator.js";
export type { Accumulator, AccumulatorPolicy, PayoutPolicy } from "./policy.js";
export { restore } from "./restore.js";
export { settle } from "./settle.js";
export type { Baseline, SettlementFacts } from "./settlement-facts.js";
export { type AccumulatorSnapshot, type CellSnapshot, type MemberSnapshot, type PlacedCellSnapshot, snapshot } from "./snapshot.js";
export type {
  Conversion,
  IntakeTotals,
  Settlement,
  Statement,
  StatementLine,
  StatementProblem,
  StatementSources,
} from "./statement.js";
export { type LineTrace, traceLine } from "./trace-line.js";

// the member's account

export { type EarningReference, type SettlementEntry, type SettlementEntryKind, settlementEntryKinds } from "./settlement-entry.js";

// accruals, payables and journals: `accrueEarnings` and `settleEarnings` post what is missing to a target on the statements of `settle`;
// `buildPayables`, `planPaymentRun` and `buildJournal` carry it into payments and books, `buildSettlementCalendar` says when

export { type AccountCode, accountMessages } from "./account-messages.js";
export { type AccrualEntry, type AccrualPart, accrualParts } from "./accrual-entry.js";
export type {
  AccrualFacts,
  AccrualPolicy,
  AccrualRun,
  AccruedEarning,
  ClaimDeadline,
  EarningForecast,
  ForecastSeason,
  PostingProblem,
} from "./accrual-run.js";
export { accrueEarnings } from "./accrue-earnings.js";
export { buildJournal } from "./build-journal.js";
export { buildPayables } from "./build-payables.js";
export { buildReversal, type ReversalFacts, type ReversalProblem } from "./build-reversal.js";
export {
  buildSettlementCalendar,
  type CalendarKind,
  calendarKinds,
  type ProgrammeCalendar,
  type SettlementCalendarFacts,
  type SettlementCalendarPolicy,
  type SettlementDate,
} from "./build-settlement-calendar.js";
export {
  type CustomerReceipt,
  computeReceiptRelease,
  type ReceiptRelease,
  type ReceiptReleaseFacts,
  type ReceiptReleasePolicy,
} from "./compute-receipt-release.js";
export type {
  EarnedConversion,
  EarnedLine,
  EarnedSources,
  EarnedStatement,
  EarnedWindow,
  UnsettledEarning,
  UnsettledReason,
} from "./earned-statement.js";
export {
  type BelowZeroRule,
  type EarningStage,
  type EarningsSettlement,
  type EarningsSettlementFacts,
  type EarningsSettlementPolicy,
  earningStages,
  type SettledEarning,
} from "./earnings-settlement.js";
export { findOverduePayables, type OverduePayables } from "./find-overdue-payables.js";
export type {
  Journal,
  JournalChart,
  JournalFacts,
  JournalLine,
  JournalProblem,
  PostingPurpose,
  PostingRule,
} from "./journal.js";
export {
  type ChannelFee,
  type ChannelFeeKind,
  channelFeeKinds,
  type Payable,
  type PayableFacts,
  type PayableList,
  type PayablePolicy,
  type PayableProblem,
  type PayableStatus,
  type UnappliedCredit,
} from "./payable.js";
export type { PayableTerm } from "./payable-term.js";
export {
  type LeftOutPayable,
  leftOutReasons,
  type MemberPayee,
  type PaidBefore,
  type PaymentHold,
  type PaymentRun,
  type PaymentRunFacts,
  type PaymentRunPolicy,
  type PlannedPayment,
  type WithheldAmount,
  type Withholding,
} from "./payment-run.js";
export { planPaymentRun } from "./plan-payment-run.js";
export { settleEarnings } from "./settle-earnings.js";
