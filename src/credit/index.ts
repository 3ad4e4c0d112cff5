/**
 * Credit (信用与回款): are they paying, and how much may be open.
 *
 * A payment term becomes due days. Invoices and payments become open items, from which everything else is computed as of any day: ageing,
 * days late, arrears, interest, the next dunning step, days of sales outstanding. Documents become an exposure in which no goods count
 * twice; a limit is `unlimited`, `zero`, `not_set` or an amount, with securities, and is proposed from sales and rating. `decideOrder` holds
 * the one against the other and gives every reason; `stepOrderHold` carries an order through checks, approvers and changes.
 *
 * Why a dealer pays at all is a game: its equilibria, what repetition changes, how large a line enforces itself, how a delay is answered.
 * Where nothing helps, a replacement case ends in a hand-over.
 *
 * @zh
 * 信用与回款：付不付款，可以赊多少。
 *
 * 账期变成到期日。发票与付款变成未清项，其余各项都可由此按任何一天算出：账龄、逾期天数、欠款、利息、下一步催收、应收账款周转天数。单据变成敞口，同一批货不会计两次；额度可以是 `unlimited`（不限）、`zero`（为零）、`not_set`（未定）或一个金额，可附担保，并可按销售与评级提出建议。`decideOrder` 把两者对照，给出每一条理由；`stepOrderHold` 让订单走完检查、审批与变更。
 *
 * 经销商究竟为何付款，是一场博弈：它的均衡，重复往来带来的改变，多大的额度可以自我约束，拖延如何应对。无可挽回时，更换案以交接告终。
 *
 * @module
 */

// open items
export {
  type Ageing,
  type AgeingBand,
  type AgeingFacts,
  type AgeingPolicy,
  ageOpenItems,
  type MemberAgeing,
} from "./age-open-items.js";
export {
  type AllocatedPart,
  type AppliedCredit,
  allocatePayments,
  allocationOrders,
  type PaymentAllocationFacts,
  type PaymentAllocationOrder,
  type PaymentAllocationPolicy,
  type PaymentAllocations,
  type ReceivedPayment,
  type UnappliedPayment,
} from "./allocate-payments.js";
// exposure, limits, securities
export {
  buildCreditDocuments,
  type CreditDocumentFacts,
  type CreditDocumentPolicy,
  type LinkedCreditDocuments,
} from "./build-credit-documents.js";
export { buildOpenItems, type InstalmentSchedule, type OpenItemFacts } from "./build-open-items.js";
// payment terms
export { comparePaymentTerms, type TermComparison, type TermComparisonFacts } from "./compare-payment-terms.js";
export {
  type Collateral,
  type CollateralFacts,
  type CollateralKind,
  type CollateralPolicy,
  type CollateralValue,
  collateralKinds,
  computeCollateralValue,
} from "./compute-collateral-value.js";
export { type CollectionEffectiveness, type CollectionFacts, computeCollectionEffectiveness } from "./compute-collection-effectiveness.js";
// the payment game
export { type CreditLineFacts, type CreditLinePolicy, computeCreditLine, type SelfEnforcingLine } from "./compute-credit-line.js";
export { computeDaysLate, type DaysLate, type DaysLateFacts } from "./compute-days-late.js";
export {
  type CreditSale,
  computeDaysSalesOutstanding,
  type SalesOutstanding,
  type SalesOutstandingFacts,
  type SalesOutstandingMethod,
  type SalesOutstandingPolicy,
  salesOutstandingMethods,
} from "./compute-days-sales-outstanding.js";
export {
  computeDeposit,
  type DepositFacts,
  type DepositMovement,
  type DepositMovementKind,
  type DepositPolicy,
  type DepositState,
  depositMovementKinds,
} from "./compute-deposit.js";
export { computeDiscountCost, type DiscountCost, type DiscountCostFacts, type DiscountCostPolicy } from "./compute-discount-cost.js";
export { computeExposure, type Exposure, type ExposureFacts, type ExposurePart } from "./compute-exposure.js";
export { computeLostMarket, type LostMarket, type LostMarketFacts } from "./compute-lost-market.js";
export {
  computeOverdueInterest,
  type DatedInterestRate,
  type InterestFacts,
  type InterestPolicy,
  type ItemInterest,
  type OverdueInterest,
} from "./compute-overdue-interest.js";
export { computePaymentPayoffs, type PaymentPayoffFacts, type PaymentPayoffOutcome } from "./compute-payment-payoffs.js";
export {
  type CreditAccount,
  type CreditGroup,
  type CreditLimit,
  type CreditLimitPolicy,
  type CreditSecurity,
  type SecurityKind,
  type SecurityRule,
  securityKinds,
  type TemporaryLimit,
} from "./credit-account.js";
export {
  type CreditIndicator,
  type CreditIndicatorUnit,
  creditIndicators,
  creditIndicatorUnits,
} from "./credit-indicators.js";
export {
  type CreditBilling,
  type CreditDelivery,
  type CreditDocuments,
  type CreditLedger,
  type CreditOrder,
  type ExposureComponent,
  type ExposurePolicy,
  exposureComponents,
} from "./credit-ledger.js";
export { type CreditScorecard, type CreditWeighting, exampleCreditScorecard } from "./credit-scorecard.js";
// decisions on orders
export { decideOrder } from "./decide-order.js";
export { decideOrders, type OrdersDecision, type OrdersDecisionFacts, type OrdersDecisionPolicy } from "./decide-orders.js";
export {
  type DunningEffect,
  type DunningLadder,
  type DunningLevel,
  type DunningTrigger,
  dunningEffects,
  exampleDunningLadder,
} from "./dunning-ladder.js";
export { type Arrears, type ArrearsFacts, type ArrearsPolicy, type ArrearsTest, evaluateArrears } from "./evaluate-arrears.js";
export {
  evaluatePaymentGame,
  type GameEquilibrium,
  type MixedEquilibrium,
  type PaymentGame,
  type PaymentGameFacts,
} from "./evaluate-payment-game.js";
export {
  evaluateRepeatedPayment,
  type RepeatedPayment,
  type RepeatedPaymentFacts,
  type RepeatedPaymentPolicy,
} from "./evaluate-repeated-payment.js";
// replacement
export {
  evaluateReplacement,
  type ReplacementDecision,
  type ReplacementDecisionFacts,
  type ReplacementDecisionPolicy,
  type ReplacementValue,
} from "./evaluate-replacement.js";
export {
  evaluateRetaliation,
  type Retaliation,
  type RetaliationFacts,
  type RetaliationPolicy,
  type SupplyResponse,
  supplyResponses,
} from "./evaluate-retaliation.js";
export { exampleCreditPolicy } from "./example-credit-policy.js";
export { exampleLimitProposalPolicy } from "./example-limit-proposal-policy.js";
export { type CreditLimitFacts, type EffectiveLimit, findCreditLimit } from "./find-credit-limit.js";
export {
  type CreditEvent,
  type CreditReview,
  type CreditReviewFacts,
  type CreditReviewPolicy,
  creditEvents,
  findCreditReview,
} from "./find-credit-review.js";
export {
  type DueReplacementCase,
  type DueReplacementFacts,
  type DueReplacementReport,
  findDueReplacementCases,
} from "./find-due-replacement-cases.js";
export {
  type DunningFacts,
  type DunningLetter,
  type DunningNotice,
  type DunningRun,
  type DunningStep,
  type DunningWait,
  findDunningSteps,
} from "./find-dunning-steps.js";
export { findOrderHoldEvents } from "./find-order-hold-events.js";
export { findReplacementEvents } from "./find-replacement-events.js";
export { handOverProcedure } from "./hand-over-procedure.js";
export { type CreditCode, creditMessages } from "./messages.js";
export {
  type AgeingBasis,
  ageingBases,
  type CoveredDocument,
  type ItemSettlement,
  type OpenItem,
  type OpenItemKind,
  openItemKinds,
} from "./open-item.js";
export {
  type CheckedOrder,
  type CreditCheckpoint,
  type CreditPolicy,
  creditCheckpoints,
  type HoldExemption,
  type HoldMetric,
  type HoldReason,
  type HoldRule,
  type HoldScope,
  type HoldTest,
  holdExemptions,
  holdMetrics,
  type OrderDecision,
  type OrderDecisionFacts,
} from "./order-decision.js";
export {
  type AvailableOrderHoldEvent,
  type ForcedHoldEnd,
  forcedHoldEnds,
  type OrderChecked,
  type OrderHold,
  type OrderHoldAct,
  type OrderHoldData,
  type OrderHoldEffect,
  type OrderHoldEvent,
  type OrderHoldFacts,
  type OrderHoldRefusal,
  type OrderHoldState,
  type OrderHoldStep,
  type OrderHoldTurn,
  type OrderRecheck,
  type OrderValueChanged,
  orderHoldEffects,
  orderHoldStates,
  orderRechecks,
} from "./order-hold.js";
export {
  type CycleDiscount,
  type DealerMove,
  dealerMoves,
  type GameCell,
  type GamePayoff,
  type MakerMove,
  makerMoves,
  type PaymentPayoffs,
} from "./payment-payoffs.js";
export type {
  AcceptanceBillDue,
  CashDiscount,
  DayOfMonthDue,
  EndOfMonthDue,
  FollowingMonthDue,
  InstalmentDue,
  NetDue,
  OnDeliveryDue,
  PaymentDueRule,
  PaymentTerm,
  PrepaymentDue,
  TermInstalment,
} from "./payment-term.js";
export { type HandOverFacts, type HandOverPlan, planHandOver } from "./plan-hand-over.js";
export { type LimitProposal, type LimitProposalFacts, type LimitProposalPolicy, proposeCreditLimit } from "./propose-credit-limit.js";
export {
  type AvailableReplacementEvent,
  type ReplacementCase,
  type ReplacementData,
  type ReplacementEffect,
  type ReplacementEvent,
  type ReplacementFacts,
  type ReplacementRefusal,
  type ReplacementState,
  type ReplacementStep,
  replacementEffects,
  replacementStates,
} from "./replacement-case.js";
export { type OrderHoldHistory, type OrderHoldReplay, replayOrderHold } from "./replay-order-hold.js";
export { type ReplacementHistory, type ReplacementReplay, replayReplacementCase } from "./replay-replacement-case.js";
export { scoreCredit } from "./score-credit.js";
export { type InvoiceSchedule, type InvoiceTermFacts, splitInvoiceByTerm } from "./split-invoice-by-term.js";
export { type OrderHoldStart, startOrderHold } from "./start-order-hold.js";
export { type PaymentTroubleFacts, type PaymentTroublePolicy, startReplacementCase } from "./start-replacement-case.js";
export { stepOrderHold } from "./step-order-hold.js";
export { stepReplacementCase } from "./step-replacement-case.js";
