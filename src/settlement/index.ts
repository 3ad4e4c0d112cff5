/**
 * Settlement (结算): sale lines in, statements out.
 *
 * `openAccumulator` compiles programmes and members once. `accumulate` (or `accumulateStream`) takes in lines one at a time, from
 * memory, a file or a queue, and reports every line it refuses. `settle` computes what each member earns on any day, by the same
 * calculator as `qudao/incentives`. `mergeAccumulators` adds what several workers took in; `snapshot` and `restore` carry an
 * accumulator through a store. `traceLine` tells why a line counts or not, `explainStatement` how a total came about.
 *
 * A claim is validated by rows (`validateClaim`) and lives by one table (`stepClaim`); what it comes to is computed or kept beside it:
 * `computeShipAndDebit`, `addFundEntry` and `reviewFunds`, `settleDeduction`, `computeViolationCharge`, `chargeDeposit`. `buildClaimEntry`
 * carries it into the account of the member.
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

// claims

export { addFundEntry, type FundEntryFacts, type FundProblem } from "./claims/add-fund-entry.js";
export { availableClaimEvents } from "./claims/available-claim-events.js";
export { buildClaimEntry, type ClaimEntryFacts, type ClaimEntryProblem } from "./claims/build-claim-entry.js";
export {
  type ChargedClaim,
  type ChargedDeposit,
  chargeDeposit,
  type DepositCharge,
  type DepositChargeFacts,
  type DepositChargePolicy,
} from "./claims/charge-deposit.js";
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
  type ClaimData,
  type ClaimEffect,
  type ClaimEvent,
  type ClaimEventBase,
  type ClaimEventName,
  type ClaimGrounded,
  type ClaimLife,
  type ClaimLifeFacts,
  type ClaimRefusal,
  type ClaimResubmission,
  type ClaimSettlement,
  type ClaimState,
  type ClaimStep,
  claimEffects,
  claimEvents,
  claimStates,
} from "./claims/claim-life.js";
export { type CoopAccrual, type CoopAccrualFacts, type CoopAccrualPolicy, computeCoopAccrual } from "./claims/compute-coop-accrual.js";
export { computeShipAndDebit } from "./claims/compute-ship-and-debit.js";
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
export { type ClaimDuplicate, findClaimDuplicates } from "./claims/find-claim-duplicates.js";
export { type DueClaim, type DueClaimsFacts, findDueClaims } from "./claims/find-due-claims.js";
export {
  type FundAllocation,
  type FundBudget,
  type FundCheckOff,
  type FundClaim,
  type FundEntry,
  type FundEntryBase,
  type FundFit,
  type FundPolicy,
  type FundProof,
  type FundProofStatus,
  type FundReimbursement,
  type FundRequest,
  fundProofStatuses,
} from "./claims/fund.js";
export {
  type DepositRefund,
  type DepositRefundFacts,
  type DepositRefundPolicy,
  type DepositRefundProblem,
  refundDeposit,
} from "./claims/refund-deposit.js";
export { type ClaimHistory, type ClaimReplay, replayClaim } from "./claims/replay-claim.js";
export {
  type FundAllocationLine,
  type FundBudgetLine,
  type FundClaimLine,
  type FundRequestLine,
  type FundReview,
  type FundReviewFacts,
  reviewFunds,
} from "./claims/review-funds.js";
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
export { type ClaimStart, startClaim } from "./claims/start-claim.js";
export { stepClaim } from "./claims/step-claim.js";
export {
  type ClaimAgreement,
  type ClaimValidation,
  type ClaimValidationFacts,
  type ClaimValidationPolicy,
  validateClaim,
} from "./claims/validate-claim.js";
