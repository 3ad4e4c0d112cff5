/**
 * Settlement (结算): sale lines in, statements out.
 *
 * `openAccumulator` compiles programmes and members once. `accumulate` (or `accumulateStream`) takes in lines one at a time, from
 * memory, a file or a queue, and reports every line it refuses. `settle` computes what each member earns on any day, by the same
 * calculator as `qudao/incentives`, programmes that share sales by the order of `combineIncentives`. `mergeAccumulators` adds what several
 * workers took in; `snapshot` and `restore` carry an accumulator through a store. `simulateProgrammes`, `forecastIncentiveCost`,
 * `forecastSettlement` and `simulateOrder` run the same accumulator on what may come. `traceLine` tells why a line counts or not,
 * `explainStatement` how a total came about.
 *
 * What is earned becomes money in `accounts/`: `accrueEarnings` and `settleEarnings` post what is missing to a target, `buildIncentiveEntries` does so
 * with overrides, contests, SPIFFs, draws and referral fees, `buildPayables`,
 * `planPaymentRun` and `buildJournal` carry it into payments and books, `buildSettlementCalendar` says when.
 *
 * What members are shown is in `statements/`: `buildAccountStatement` draws an account with set-off, papers and what is paid,
 * `exportStatementHtml` and `exportStatementCsv` write it, `explainNonEarning` tells why a sale is not in it, and `stepStatementApproval` carries
 * the signatures of both sides. What they contest is in `disputes/`: `startDispute` and `stepDispute`, up to the correction.
 *
 * What they ask for is in `claims/`: a claim is validated by rows (`validateClaim`) and lives by one table (`stepClaim`); what it comes to is
 * computed (`computeShipAndDebit`, `computeStockRotation`, `computeViolationCharge`, `settleDeduction`), the fund that pays for it follows its life
 * (`buildFundEntries`, `reviewFunds`), and `buildClaimEntry` carries it into the account.
 *
 * Memory grows with members and programmes, not with lines; order, batches, merges and snapshots never change a cent.
 *
 * @zh
 * 结算：销售行进，结算单出。
 *
 * `openAccumulator` 把方案与成员一次编译好。`accumulate`（或 `accumulateStream`）逐行录入，来自内存、文件或队列均可，并逐一报告拒收的行。`settle` 计算每个成员在任何一天应得多少，与 `qudao/incentives` 是同一个计算；共用销售的各方案按 `combineIncentives` 的次序。`mergeAccumulators` 合并多个进程录入的内容；`snapshot` 与 `restore` 让累加器可以存取。`simulateProgrammes`、`forecastIncentiveCost`、`forecastSettlement` 与 `simulateOrder` 用同一个累加器试算将来。`traceLine` 说明一行为何计入或不计入，`explainStatement` 说明总额从何而来。
 *
 * 应得如何变成钱，见 `accounts/`：`accrueEarnings` 与 `settleEarnings` 记入与目标的差额，`buildIncentiveEntries` 记入上级提成、竞赛、单品即时奖、预支与推荐费，`buildPayables`、`planPaymentRun` 与 `buildJournal` 把它带进付款与账簿，`buildSettlementCalendar` 说明何时进行。
 *
 * 给成员看什么，见 `statements/`：`buildAccountStatement` 编制对账单，含抵扣、票据与已付款，`exportStatementHtml` 与 `exportStatementCsv` 写成文件，`explainNonEarning` 说明某笔销售为何不在其中，`stepStatementApproval` 完成双方签认。成员有异议时见 `disputes/`：`startDispute` 与 `stepDispute`，直到更正。
 *
 * 成员提出的索赔见 `claims/`：逐行核验（`validateClaim`），一生写在一张表里（`stepClaim`）；金额由计算得出（`computeShipAndDebit`、`computeStockRotation`、`computeViolationCharge`、`settleDeduction`），出资的基金随之变动（`buildFundEntries`、`reviewFunds`），`buildClaimEntry` 把结果记入账户。
 *
 * 内存随成员与方案增长，不随行数增长；行的次序、批次、合并与快照，都不会改变一分钱。
 *
 * @module
 */

// sale lines in, statements out

export { accumulate } from "./accumulate.js";
export { accumulateStream } from "./accumulate-stream.js";
export { explainStatement } from "./explain-statement.js";
export type { IncomingLine, IntakeReport, RejectedLine, RejectionReason } from "./intake.js";
export { iterateStatements, type SettlementTotals } from "./iterate-statements.js";
export type { KeptLine } from "./kept-line.js";
export { mergeAccumulators } from "./merge-accumulators.js";
export { type SettlementCode, settlementMessages } from "./messages.js";
export { openAccumulator } from "./open-accumulator.js";
export type { Accumulator, AccumulatorMember, AccumulatorPolicy, PayoutPolicy } from "./policy.js";
export { restore } from "./restore.js";
export type { SaleCarry } from "./sale-carry.js";
export { settle } from "./settle.js";
export type { Baseline, SettledBefore, SettlementFacts, StatedFacts, UnitQuota } from "./settlement-facts.js";
export { type AccumulatorSnapshot, type CellSnapshot, type MemberSnapshot, type PlacedCellSnapshot, snapshot } from "./snapshot.js";
export type {
  CarriedFigures,
  Conversion,
  EarningCarry,
  IntakeTotals,
  SettledBudget,
  SettledTerms,
  Settlement,
  StackedLine,
  Statement,
  StatementLine,
  StatementProblem,
  StatementSources,
  TermedLine,
} from "./statement.js";
export { type LineTrace, traceLine } from "./trace-line.js";

// before a programme is published, and before an order is placed

export { forecastIncentiveCost } from "./forecast-incentive-cost.js";
export { forecastSettlement } from "./forecast-settlement.js";
export type { GoodsDifference, GoodsEarning } from "./goods-earning.js";
export type { RightDifference, RightEarning } from "./right-earning.js";
export type { SalesProjection, SalesProjectionProblem, SettlementForecast, SettlementForecastFacts } from "./sales-projection.js";
export { simulateOrder } from "./simulate-order.js";
export { simulateProgrammes } from "./simulate-programmes.js";
export type {
  CostForecast,
  CostForecastFacts,
  CostForecastProblem,
  MemberChange,
  OrderEffect,
  OrderSimulation,
  OrderSimulationFacts,
  SalesScenario,
  ScenarioCost,
  SimulatedVersion,
  SimulationFacts,
  SimulationOutcome,
  SimulationPolicy,
  VersionChange,
  VersionSimulation,
} from "./simulation.js";

// why a sale is not in a statement

export { explainNonEarning, type LineEarning, type NonEarningFacts } from "./explain-non-earning.js";
export { type LimitedEarning, type LimitKind, type LineVerdict, limitKinds, lineVerdicts } from "./window-earning.js";

// what is earned, accrued and settled

export { type AccountCode, accountMessages } from "./account-messages.js";
export { type AccrualEntry, type AccrualPart, accrualParts } from "./accounts/accrual-entry.js";
export type {
  AccrualFacts,
  AccrualPolicy,
  AccrualRun,
  AccruedEarning,
  ClaimDeadline,
  EarningForecast,
  ForecastSeason,
  PostingProblem,
} from "./accounts/accrual-run.js";
export { accrueEarnings } from "./accounts/accrue-earnings.js";
export { buildIncentiveEntries } from "./accounts/build-incentive-entries.js";
export { buildReversal, type ReversalFacts, type ReversalProblem } from "./accounts/build-reversal.js";
export {
  buildSettlementCalendar,
  type CalendarKind,
  calendarKinds,
  type ProgrammeCalendar,
  type SettlementCalendarFacts,
  type SettlementCalendarPolicy,
  type SettlementDate,
} from "./accounts/build-settlement-calendar.js";
export {
  type CustomerReceipt,
  computeReceiptRelease,
  type ReceiptRelease,
  type ReceiptReleaseFacts,
  type ReceiptReleasePolicy,
} from "./accounts/compute-receipt-release.js";
export type {
  EarnedConversion,
  EarnedLine,
  EarnedSources,
  EarnedStatement,
  EarnedWindow,
  UnsettledEarning,
  UnsettledReason,
} from "./accounts/earned-statement.js";
export {
  type BelowZeroRule,
  type EarningClaim,
  type EarningStage,
  type EarningsSettlement,
  type EarningsSettlementFacts,
  type EarningsSettlementPolicy,
  earningStages,
  type PayableStage,
  type ProgrammeSettlementTerms,
  type SettledEarning,
} from "./accounts/earnings-settlement.js";
export type {
  GoodsEntry,
  GoodsLine,
  GoodsSettlement,
  GoodsSettlementFacts,
  GoodsSettlementPolicy,
  GoodsStanding,
  GoodsStatement,
} from "./accounts/goods-settlement.js";
export {
  type IncentiveEntries,
  type IncentiveEntryFacts,
  type IncentiveEntryPolicy,
  type IncentiveEntryProblem,
  type IncentiveEntryRule,
  type IncentiveResult,
  type IncentiveResultBase,
  type IncentiveResultKind,
  incentiveResultKinds,
  type ListedPrize,
} from "./accounts/incentive-result.js";
export { settleEarnings } from "./accounts/settle-earnings.js";
export { settleGoods } from "./accounts/settle-goods.js";
export {
  type EarningReference,
  type SettlementEntry,
  type SettlementEntryKind,
  settlementEntryKinds,
} from "./accounts/settlement-entry.js";

// what is owed and paid, and the books

export { buildJournal } from "./accounts/build-journal.js";
export { buildPayables } from "./accounts/build-payables.js";
export { findOverduePayables, type OverduePayables } from "./accounts/find-overdue-payables.js";
export type {
  Journal,
  JournalChart,
  JournalFacts,
  JournalLine,
  JournalProblem,
  PostingPurpose,
  PostingRule,
} from "./accounts/journal.js";
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
} from "./accounts/payable.js";
export type { PayableTerm } from "./accounts/payable-term.js";
export {
  type LeftOutPayable,
  leftOutReasons,
  type MemberPayee,
  type PaidBefore,
  type PaymentApproval,
  type PaymentAuthority,
  type PaymentHold,
  type PaymentRun,
  type PaymentRunFacts,
  type PaymentRunPolicy,
  type PaymentRunProblem,
  type PlannedPayment,
  type ProgrammePaymentTerms,
  type WithheldAmount,
  type Withholding,
} from "./accounts/payment-run.js";
export { planPaymentRun } from "./accounts/plan-payment-run.js";

// a member's statement of account, as data, as a sheet and as a page

export type {
  AccountDisputeLine,
  AccountDocument,
  AccountGoodsLine,
  AccountKindLine,
  AccountMemberTotal,
  AccountMovement,
  AccountOpenItem,
  AccountPayment,
  AccountReceivable,
  AccountReceivableLine,
  AccountRightLine,
  AccountSource,
  AccountSourceLine,
  AccountStatement,
  AccountStatementFacts,
  AccountTaxLine,
  BillToRow,
  NotSetOff,
  StatementAccount,
} from "./statements/account-statement.js";
export {
  type AccountDocumentForm,
  type AccountDocumentRule,
  type AccountStatementPolicy,
  type AccountTaxPolicy,
  type AccountTaxRate,
  type AccountTaxRule,
  type SetOffOrder,
  type SetOffPolicy,
  setOffOrders,
} from "./statements/account-statement-policy.js";
export { buildAccountStatement } from "./statements/build-account-statement.js";
export { exportStatementCsv, type StatementCsvChoice } from "./statements/export-statement-csv.js";
export { exportStatementHtml, type StatementHtmlChoice } from "./statements/export-statement-html.js";
export { type StatementPart, statementParts } from "./statements/statement-part.js";

// who signs it off, and disputes about it

export { availableDisputeEvents } from "./disputes/available-dispute-events.js";
export { buildDisputeCorrection, type DisputeCorrectionFacts, type DisputeCorrectionProblem } from "./disputes/build-dispute-correction.js";
export {
  type AvailableDisputeEvent,
  type Dispute,
  type DisputeCorrected,
  type DisputeData,
  type DisputeEffect,
  type DisputeEvent,
  type DisputeEventBase,
  type DisputeEventName,
  type DisputeFacts,
  type DisputePartlyAccepted,
  type DisputeReason,
  type DisputeRefusal,
  type DisputeRefused,
  type DisputeSide,
  type DisputeState,
  type DisputeStep,
  disputeEffects,
  disputeEvents,
  disputeReasons,
  disputeStates,
} from "./disputes/dispute.js";
export { type DueDisputes, type DueDisputesFacts, findDueDisputes } from "./disputes/find-due-disputes.js";
export { type DisputeHistory, type DisputeReplay, replayDispute } from "./disputes/replay-dispute.js";
export { type DisputePolicy, type DisputeStart, startDispute } from "./disputes/start-dispute.js";
export { stepDispute } from "./disputes/step-dispute.js";
export { availableStatementApprovalEvents } from "./statements/available-statement-approval-events.js";
export {
  listStatementApprovals,
  type StatementApprovalLine,
  type StatementApprovalReport,
  type StatementApprovalsFacts,
  type StatementWait,
} from "./statements/list-statement-approvals.js";
export {
  replayStatementApproval,
  type StatementApprovalHistory,
  type StatementApprovalReplay,
} from "./statements/replay-statement-approval.js";
export {
  type ApprovedStatement,
  type StatementApprovalLevel,
  type StatementApprovalPolicy,
  type StatementApprovalStart,
  type StatementApprover,
  startStatementApproval,
} from "./statements/start-statement-approval.js";
export {
  type AvailableStatementApprovalEvent,
  type StatementApproval,
  type StatementApprovalData,
  type StatementApprovalEffect,
  type StatementApprovalEvent,
  type StatementApprovalEventBase,
  type StatementApprovalEventName,
  type StatementApprovalFacts,
  type StatementApprovalRefusal,
  type StatementApprovalSignature,
  type StatementApprovalState,
  type StatementApprovalStep,
  type StatementObjected,
  type StatementReplaced,
  type StatementSide,
  statementApprovalEffects,
  statementApprovalEvents,
  statementApprovalStates,
} from "./statements/statement-approval.js";
export { stepStatementApproval } from "./statements/step-statement-approval.js";

// claims: validated by rows, with a life by one table

export { availableClaimEvents } from "./claims/available-claim-events.js";
export { buildClaimEntry, type ClaimEntryFacts, type ClaimEntryProblem } from "./claims/build-claim-entry.js";
export {
  type ChannelClaim,
  type ClaimEvidence,
  type ClaimKeyField,
  type ClaimKind,
  type ClaimLine,
  claimKeyFields,
  claimKinds,
} from "./claims/claim.js";
export { type ClaimCriterion, claimCriteria } from "./claims/claim-criteria.js";
export {
  type AvailableClaimEvent,
  type ClaimApproval,
  type ClaimBooking,
  type ClaimData,
  type ClaimEffect,
  type ClaimEvent,
  type ClaimEventBase,
  type ClaimEventName,
  type ClaimGrounded,
  type ClaimLife,
  type ClaimLifeFacts,
  type ClaimPayment,
  type ClaimRefusal,
  type ClaimResubmission,
  type ClaimSide,
  type ClaimState,
  type ClaimStep,
  claimEffects,
  claimEvents,
  claimSides,
  claimStates,
} from "./claims/claim-life.js";
export { type ClaimDuplicate, findClaimDuplicates } from "./claims/find-claim-duplicates.js";
export { type DueClaim, type DueClaimsFacts, findDueClaims } from "./claims/find-due-claims.js";
export { type ClaimHistory, type ClaimReplay, replayClaim } from "./claims/replay-claim.js";
export { type ClaimStart, startClaim } from "./claims/start-claim.js";
export { stepClaim } from "./claims/step-claim.js";
export {
  type ClaimAgreement,
  type ClaimValidation,
  type ClaimValidationFacts,
  type ClaimValidationPolicy,
  type ComputedClaim,
  type ComputedClaimLine,
  validateClaim,
} from "./claims/validate-claim.js";

// what claims, deductions and violations come to

export {
  type ChargedClaim,
  type ChargedDeposit,
  chargeDeposit,
  type DepositCharge,
  type DepositChargeFacts,
  type DepositChargePolicy,
} from "./claims/charge-deposit.js";
export { computeShipAndDebit } from "./claims/compute-ship-and-debit.js";
export { computeStockRotation } from "./claims/compute-stock-rotation.js";
export {
  computeViolationCharge,
  type DiversionScan,
  type ScanStatus,
  scanStatuses,
  type ViolationAmount,
  type ViolationCharge,
  type ViolationFacts,
  type ViolationPolicy,
  type ViolationProblem,
  type ViolationRow,
} from "./claims/compute-violation-charge.js";
export type {
  DeductionAction,
  DeductionActionBase,
  DeductionApproval,
  DeductionFacts,
  DeductionMatch,
  DeductionPart,
  DeductionPolicy,
  DeductionProblem,
  DeductionRefusal,
  DeductionSplit,
  DeductionStanding,
  DeductionTarget,
  MemberDeduction,
} from "./claims/deduction.js";
export {
  type DepositRefund,
  type DepositRefundFacts,
  type DepositRefundPolicy,
  type DepositRefundProblem,
  refundDeposit,
} from "./claims/refund-deposit.js";
export { settleDeduction } from "./claims/settle-deduction.js";
export {
  type BookPrice,
  type ConsumedStock,
  type DebitedResale,
  type ResaleLine,
  type ResaleReason,
  resaleReasons,
  type ShipAndDebitAgreement,
  type ShipAndDebitClaim,
  type ShipAndDebitCostBasis,
  type ShipAndDebitFacts,
  type ShipAndDebitForm,
  type ShipAndDebitProduct,
  type ShipAndDebitRemaining,
  shipAndDebitCostBases,
} from "./claims/ship-and-debit.js";
export {
  type RotatedLine,
  type RotationLine,
  type RotationReason,
  rotationReasons,
  type StockRotation,
  type StockRotationFacts,
  type StockRotationPolicy,
} from "./claims/stock-rotation.js";

// funds that pay for joint marketing

export { addFundEntry, type FundEntryFacts } from "./claims/add-fund-entry.js";
export { buildFundEntries, type FundBooking, type FundBookingFacts, type FundBookingProblem } from "./claims/build-fund-entries.js";
export { type CoopAccrual, type CoopAccrualFacts, type CoopAccrualPolicy, computeCoopAccrual } from "./claims/compute-coop-accrual.js";
export {
  type FundAllocation,
  type FundBudget,
  type FundCheckOff,
  type FundClaim,
  type FundEntry,
  type FundEntryBase,
  type FundFit,
  type FundPolicy,
  type FundProblem,
  type FundProof,
  type FundProofStatus,
  type FundReimbursement,
  type FundRelease,
  type FundRequest,
  fundProofStatuses,
} from "./claims/fund.js";
export {
  type FundAllocationLine,
  type FundBudgetLine,
  type FundClaimLine,
  type FundRequestLine,
  type FundReview,
  type FundReviewFacts,
  reviewFunds,
} from "./claims/review-funds.js";
