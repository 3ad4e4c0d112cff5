/** Small policies of credit that their verbs accept, and a call that reads all of each. */
import {
  type AgeingPolicy,
  type ArrearsPolicy,
  ageOpenItems,
  allocatePayments,
  buildCreditDocuments,
  type CollateralPolicy,
  type CreditDocumentPolicy,
  type CreditLimitPolicy,
  type CreditLinePolicy,
  type CreditReviewPolicy,
  type CreditScorecard,
  computeCollateralValue,
  computeCreditLine,
  computeDaysSalesOutstanding,
  computeDeposit,
  computeDiscountCost,
  computeExposure,
  computeOverdueInterest,
  creditIndicators,
  type DepositPolicy,
  type DiscountCostPolicy,
  decideOrders,
  type ExposurePolicy,
  evaluateArrears,
  evaluateRepeatedPayment,
  evaluateReplacement,
  evaluateRetaliation,
  exampleCreditPolicy,
  exampleCreditScorecard,
  findCreditLimit,
  findCreditReview,
  type InterestPolicy,
  type OrdersDecisionPolicy,
  type PaymentAllocationPolicy,
  type PaymentTroublePolicy,
  type RepeatedPaymentPolicy,
  type ReplacementDecisionPolicy,
  type RetaliationPolicy,
  type SalesOutstandingPolicy,
  scoreCredit,
  startReplacementCase,
} from "qudao/credit";
import { account, claim, ledger, limitOf } from "./credit.js";

const asOf = "2024-03-15";
const use = <P>(policies: readonly P[], call: (policy: P) => unknown) => ({ policies, call: call as (policy: unknown) => unknown });
// of the currency the items say whether they fit, so one of no currency but the policy's is read
const late = (currency: string) => [claim({ currency })];
const order = { id: "O-1", memberId: "D1", currency: "CNY", amount: "30" };
const books = ledger({ accounts: [account(limitOf("100"))], items: [claim()] });
const exposure: ExposurePolicy = {
  ...exampleCreditPolicy.exposure,
  exchange: { rates: [{ from: "USD", to: "CNY", rate: "7", asOf, source: "bank" }], via: "allow_inverse" },
  horizonDays: 30,
};
const interest: InterestPolicy = {
  currency: "CNY",
  rates: [
    { from: "2020-01-01", annualRate: "0.1" },
    { from: "2024-02-10", annualRate: "0.12" },
  ],
  yearDays: 365,
  graceDays: 3,
  decimals: 2,
  rounding: "half_up",
};
const lumpSums = {
  method: "lump_sum",
  unit: "CNY",
  boundary: "reaches",
  tiers: [
    { from: "0", amount: "40" },
    { from: "1000", amount: "70" },
  ],
} as const;
const repeated: RepeatedPaymentPolicy = {
  discount: { survival: "0.95", ratePerCycle: "0.02" },
  detection: "0.9",
  response: { kind: "suspension", cycles: 3 },
  horizon: "open",
};
const steps = [
  { fromMissed: 1, concessionCut: "0.5", supply: "cash_only" },
  { fromMissed: 3, concessionCut: "1", supply: "held" },
] as const;

/** Keys are names of `policySchemas`. */
export const creditPolicyUses = {
  AgeingPolicy: use<AgeingPolicy>(
    [
      { currency: "CNY", bounds: [30, 60, 90], basis: "due", detail: "members" },
      { currency: "CNY", bounds: [], basis: "invoice", detail: "total" },
    ],
    (policy) => ageOpenItems({ asOf, items: late(policy.currency) }, policy),
  ),
  ArrearsPolicy: use<ArrearsPolicy>(
    [
      { currency: "CNY", marginDays: 5, tolerance: "1", tests: { amount: "100", days: 10, shareOfLimit: "0.1" }, combine: "any" },
      { currency: "CNY", marginDays: 0, tolerance: "0", tests: {}, combine: "all" },
    ],
    (policy) => evaluateArrears({ asOf, items: late(policy.currency), limit: "100" }, policy),
  ),
  CollateralPolicy: use<CollateralPolicy>([{ lendingRates: [{ kind: "vehicle", rate: "0.5" }] }], (policy) =>
    computeCollateralValue(
      { collateral: [{ id: "C", kind: "vehicle", appraisedValue: "9", encumbrances: "1", mortgageable: "yes" }] },
      policy,
    ),
  ),
  CreditDocumentPolicy: use<CreditDocumentPolicy>([{ taxRate: "0.13", decimals: 2, rounding: "half_up" }], (policy) =>
    buildCreditDocuments({ orders: [], shipments: [] }, policy),
  ),
  CreditLimitPolicy: use<CreditLimitPolicy>(
    [{ ...exampleCreditPolicy.limits, currency: "CNY", companyLimit: { kind: "amount", amount: "50" } }],
    (policy) => findCreditLimit({ asOf, account: account(limitOf("100")) }, policy),
  ),
  CreditLinePolicy: use<CreditLinePolicy>([{ discount: { factor: "0.95" }, detection: "1", decimals: 2 }], (policy) =>
    computeCreditLine({ marginOnCredit: "10", marginOnCash: "4", recoveryShare: "0.2", line: "50" }, policy),
  ),
  CreditReviewPolicy: use<CreditReviewPolicy>(
    [{ cadence: [{ grade: "A", months: 12 }, { months: 6 }], triggers: [{ event: "arrears", withinDays: 3 }] }],
    (policy) =>
      findCreditReview({ asOf, lastReviewOn: "2024-01-01", grade: "A", events: [{ event: "arrears", on: "2024-02-01" }] }, policy),
  ),
  CreditScorecard: use<CreditScorecard>(
    [
      exampleCreditScorecard,
      {
        ...exampleCreditScorecard,
        own: [{ ...(creditIndicators[0] as (typeof creditIndicators)[number]), code: "own_one" }],
        criteria: [
          { indicator: "own_one", weight: "1", scale: { kind: "direct", full: "100" }, missing: { then: "neutral", points: "50" } },
        ],
      },
    ],
    (card) => scoreCredit({ values: {} }, card),
  ),
  DepositPolicy: use<DepositPolicy>([{ required: "5000" }], (policy) =>
    computeDeposit({ asOf, movements: [{ id: "1", kind: "paid", on: "2024-01-01", amount: "5" }] }, policy),
  ),
  DiscountCostPolicy: use<DiscountCostPolicy>([{ yearDays: 360 }, { yearDays: 365 }], (policy) =>
    computeDiscountCost({ rate: "0.02", discountDays: 10, netDays: 30 }, policy),
  ),
  ExposurePolicy: use<ExposurePolicy>([exampleCreditPolicy.exposure, exposure], (policy) =>
    computeExposure({ asOf, memberIds: ["D1"], documents: books, proposed: order }, policy),
  ),
  InterestPolicy: use<InterestPolicy>([interest, { ...interest, fixedSums: lumpSums }], (policy) =>
    computeOverdueInterest({ asOf, items: late(policy.currency) }, policy),
  ),
  OrdersDecisionPolicy: use<OrdersDecisionPolicy>(
    [
      { ...exampleCreditPolicy, sequence: "in_order" },
      { ...exampleCreditPolicy, exposure, sequence: "each_alone" },
    ],
    (policy) => decideOrders({ asOf, checkpoint: "order", orders: [order], ledger: books }, policy),
  ),
  PaymentAllocationPolicy: use<PaymentAllocationPolicy>(
    [
      { order: "oldest_due_first", credits: "after_payments" },
      { order: "oldest_due_first", credits: "left_open" },
    ],
    (policy) => allocatePayments({ items: [claim()], payments: [] }, policy),
  ),
  PaymentTroublePolicy: use<PaymentTroublePolicy>([{ days: 60, amount: "1000", combine: "any", decideWithinDays: 30 }], (policy) =>
    startReplacementCase({ asOf, memberId: "D1", overdueDays: 90, overdueAmount: "5000" }, policy),
  ),
  RepeatedPaymentPolicy: use<RepeatedPaymentPolicy>(
    [repeated, { discount: { factor: "0.9" }, detection: "1", response: { kind: "grim" }, horizon: "known_end" }],
    (policy) => evaluateRepeatedPayment({ reward: "3", temptation: "5", punishment: "1" }, policy),
  ),
  ReplacementDecisionPolicy: use<ReplacementDecisionPolicy>([{ tolerance: "10", ratePerPeriod: "0.1" }], (policy) =>
    evaluateReplacement({ keep: { value: "1" }, replace: { cashFlows: ["1", "2"] }, switchingCost: "1" }, policy),
  ),
  RetaliationPolicy: use<RetaliationPolicy>(
    [
      { steps, forgiveness: { kind: "suspension", cycles: 3, length: "shortened" } },
      { steps: [], forgiveness: { kind: "tit_for_tat" } },
    ],
    (policy) => evaluateRetaliation({ missed: 3, cyclesSince: 1, repaidShare: "0.5" }, policy),
  ),
  SalesOutstandingPolicy: use<SalesOutstandingPolicy>(
    [
      { currency: "CNY", method: "window", months: 3, dayCount: "difference" },
      { currency: "CNY", method: "count_back", months: 1, dayCount: "inclusive" },
    ],
    (policy) => computeDaysSalesOutstanding({ asOf, items: late(policy.currency), sales: [{ on: "2024-01-10", amount: "50" }] }, policy),
  ),
};
