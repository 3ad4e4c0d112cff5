/** Policies of the settlement that their verbs accept, and a call that reads all of each. */
import type { IncentiveProgramme } from "qudao/incentives";
import {
  type AccountStatementPolicy,
  type AccrualPolicy,
  accrueEarnings,
  addFundEntry,
  buildAccountStatement,
  buildIncentiveEntries,
  buildJournal,
  buildPayables,
  buildSettlementCalendar,
  type ClaimValidationPolicy,
  type CoopAccrualPolicy,
  chargeDeposit,
  claimCriteria,
  computeCoopAccrual,
  computeReceiptRelease,
  computeShipAndDebit,
  computeStockRotation,
  computeViolationCharge,
  type DeductionPolicy,
  type DepositChargePolicy,
  type DepositRefundPolicy,
  type DisputePolicy,
  type EarningsSettlementPolicy,
  type FundPolicy,
  type GoodsSettlementPolicy,
  type IncentiveEntryPolicy,
  type JournalChart,
  type PayablePolicy,
  type PaymentRunPolicy,
  planPaymentRun,
  type ReceiptReleasePolicy,
  refundDeposit,
  type SettlementCalendarPolicy,
  type ShipAndDebitAgreement,
  type StatementApprovalPolicy,
  type StockRotationPolicy,
  settleDeduction,
  settleEarnings,
  settleGoods,
  startDispute,
  startStatementApproval,
  type ViolationPolicy,
  validateClaim,
} from "qudao/settlement";
import { fullFacts, fullPolicy, statementFacts } from "./account-statement.js";
import { earnedLine, entryOf, statementOf, yuan } from "./accounts.js";
import { claimOf, cny } from "./claims.js";
import { allocation, fundEntries } from "./funds.js";
import { programmeOf } from "./settlement.js";
import { approvalLevels, drawnStatement } from "./statement-approval.js";

const titles = { en: "title", zh: "标题" };
const asOf = "2024-04-30";
const use = <P>(policies: readonly P[], call: (policy: P) => unknown) => ({ policies, call: call as (policy: unknown) => unknown });
const entries = [entryOf("100", { dueDate: "2024-03-31" })];
const fees = [{ id: "F1", memberId: "A", kind: "commission" as const, earnedOn: "2024-03-01", amount: yuan("500") }];
const statements = statementOf(earnedLine("8", { amount: "800", quantity: "3" }));
const programme: IncentiveProgramme = programmeOf();

const accruals: readonly AccrualPolicy[] = [
  {
    posting: "reverse_and_rebook",
    forecasts: [{ programme, season: { kind: "monthly", weights: Array.from({ length: 12 }, (_, i) => String(i)) } }],
    claims: [{ programmeId: programme.id, withinDays: 30 }],
    overSettled: "left",
    rounding: "half_up",
  },
  {
    posting: "difference",
    forecasts: [{ programme, season: { kind: "linear" } }],
    claims: [],
    overSettled: "taken_back",
    rounding: "down",
  },
];
const settling: EarningsSettlementPolicy = {
  interimShare: "0.8",
  graceDays: 10,
  negative: "carry_forward",
  returnsAfterClose: "adjust_next",
  versions: "rerate",
  term: { kind: "net", days: 30 },
  termFrom: "window_end",
  rounding: "half_up",
  claims: [{ programmeId: "volume", withinDays: 30 }],
  programmes: [
    {
      programmeId: "growth",
      interimShare: "0",
      settleEvery: { kind: "calendar", unit: "month" },
      graceDays: 20,
      negative: "recover",
      returnsAfterClose: "claim",
      term: { kind: "net", days: 60 },
      termFrom: "posting",
      stages: [
        { id: "now", share: "0.75" },
        { id: "holdback", share: "0.25", term: { kind: "end_of_month", months: 12, days: 0 }, termFrom: "window_end" },
      ],
    },
  ],
};
const payables: readonly PayablePolicy[] = [{ term: { kind: "net", days: 30 } }, { term: { kind: "end_of_month", months: 1, days: 10 } }];
const run: PaymentRunPolicy = {
  authority: [
    { level: "manager", titles, currency: "CNY", above: "0" },
    { level: "director", titles, currency: "CNY", above: "10000" },
  ],
  term: { kind: "net", days: 30 },
  minimums: [yuan("1")],
  programmes: [{ programmeId: "growth", minimum: yuan("50"), payeeId: "BANK" }],
  rounding: "half_up",
  withholdings: [
    {
      id: "tax",
      titles,
      currency: "CNY",
      payeeClasses: ["person"],
      schedule: {
        method: "graduated",
        unit: "CNY",
        boundary: "reaches",
        tiers: [
          { from: "0", rate: "0" },
          { from: "800", rate: "0.2" },
        ],
      },
    },
  ],
};
const chart: JournalChart = {
  currency: "CNY",
  purposes: [{ id: "rebate", titles, debit: "6601", credit: "2241" }],
  rules: [
    { purpose: "rebate", entryKinds: ["earning"], programmeIds: ["other"] },
    { purpose: "rebate", entryKinds: ["earning"], accrualParts: ["base"], withholdingIds: ["tax"] },
  ],
  exchangeGain: "6061",
  exchangeLoss: "6611",
  rounding: "half_up",
};
const validation: ClaimValidationPolicy = {
  criteria: [...claimCriteria.slice(0, 6), ...claimCriteria.slice(-4)],
  agreement: { id: "SPA-7", currency: "CNY", period: { start: "2024-05-01", end: "2024-07-01" }, productIds: ["P"], claimWithinDays: 20 },
  duplicateKey: ["kind", "memberId", "lineId"],
};
const fund: FundPolicy = { requiredProofs: ["invoice"], unused: "returns", warnDays: 30 };
const agreement: ShipAndDebitAgreement = {
  id: "SPA-7",
  currency: "CNY",
  period: { start: "2024-05-01", end: "2024-07-01" },
  memberIds: ["D1"],
  endCustomerIds: "all",
  products: [
    { productId: "P", form: { kind: "down_to", price: "92" }, contractPrice: "100", quantityLimit: "8" },
    { productId: "Q", form: { kind: "down_by_amount", amount: "3" } },
    { productId: "R", form: { kind: "down_by_percent", rate: "0.1" } },
  ],
  costBasis: "consumed_stock",
  quantityLimit: "20",
  atLimit: "cut",
  claimWithinDays: 30,
  proofOfSale: "required",
  rounding: { decimals: 2, mode: "half_up" },
};
const rotation: StockRotationPolicy = {
  currency: "CNY",
  shareOfPurchases: "0.1",
  requestWithinDays: 15,
  mostAgeDays: 180,
  productIds: ["P"],
  condition: "sealed",
  offsettingOrder: "1.5",
  atLimit: "cut",
  restockingRate: "0.05",
  rounding: { decimals: 2, mode: "half_up" },
};
const violations: ViolationPolicy = {
  currency: "CNY",
  territoryIds: ["east"],
  tracedShare: "0.5",
  rows: [
    { fromOccurrence: 1, charge: { kind: "fixed", amount: "100" } },
    { fromOccurrence: 2, charge: { kind: "per_unit", amount: "10" } },
    { fromOccurrence: 3, charge: { kind: "multiple_of_value", factor: "3" } },
  ],
  rounding: { decimals: 2, mode: "half_up" },
};

const calendar: SettlementCalendarPolicy = {
  programmes: [
    {
      programmeId: "volume",
      effective: { start: "2024-01-01", end: "2025-01-01" },
      window: { kind: "calendar", unit: "quarter" },
      accrueEvery: { kind: "calendar", unit: "month" },
      settleEvery: { kind: "every_weeks", weeks: 2, anchor: "2024-01-01" },
      graceDays: 10,
      term: { kind: "end_of_month", months: 1, days: 0 },
      termFrom: "window_end",
      stages: [
        { id: "now", share: "0.7" },
        { id: "holdback", share: "0.3", term: { kind: "net", days: 365 }, termFrom: "window_end" },
      ],
    },
  ],
};
const movements = [{ id: "in", kind: "paid", on: "2024-01-01", amount: "1000" }] as const;

/** Keys are names of `policySchemas`. */
export const settlementPolicyUses = {
  AccountStatementPolicy: use<AccountStatementPolicy>([fullPolicy], (policy) =>
    // of the currency and its places the entries say whether they fit, so none are read here
    buildAccountStatement(statementFacts({ period: fullFacts.period }), policy),
  ),
  AccrualPolicy: use(accruals, (policy) =>
    accrueEarnings({ runId: "R", asOf: "2024-02-10", statements, accruals: [], entries: [] }, policy),
  ),
  ClaimValidationPolicy: use([validation], (policy) =>
    validateClaim(
      { asOf: "2024-05-20", claim: claimOf(), standing: [claimOf()], memberStatus: "active", quantityLeft: "10", amountLeft: "80" },
      policy,
    ),
  ),
  CoopAccrualPolicy: use<CoopAccrualPolicy>(
    [{ currency: "CNY", share: "0.5", cap: "0.02", rounding: { decimals: 2, mode: "half_up" } }],
    (policy) =>
      computeCoopAccrual(
        { spend: { amount: "30", currency: policy.currency }, purchases: { amount: "90", currency: policy.currency } },
        policy,
      ),
  ),
  DeductionPolicy: use<DeductionPolicy>([{ writeOffLimit: "10" }], (policy) =>
    settleDeduction({ deduction: { id: "D", memberId: "A", amount: yuan("50"), date: asOf }, targets: [], actions: [] }, policy),
  ),
  DepositChargePolicy: use<DepositChargePolicy>([{ required: "1000" }], (policy) =>
    chargeDeposit({ asOf, movements, charges: [] }, policy),
  ),
  DepositRefundPolicy: use<DepositRefundPolicy>([{ holdDays: 90 }], (policy) =>
    refundDeposit({ asOf, exitedOn: "2024-03-31", movementId: "out", movements, openClaims: [] }, policy),
  ),
  DisputePolicy: use<DisputePolicy>([{ responseDays: 10 }], (policy) =>
    startDispute(
      { disputeId: "D", memberId: "A", entryId: "E", raisedBy: "member", reason: "wrong_rate", amount: yuan("5"), asOf },
      policy,
    ),
  ),
  IncentiveEntryPolicy: use<IncentiveEntryPolicy>(
    [
      { rules: [] },
      {
        rules: [
          { of: "override", entryKind: "fee", term: { kind: "net", days: 30 }, titles: { en: "Override", zh: "上级提成" } },
          { of: "draw", entryKind: "earning", term: { kind: "end_of_month", months: 1, days: 5 } },
        ],
      },
    ],
    (policy) => buildIncentiveEntries({ results: [], entries: [] }, policy),
  ),
  ReceiptReleasePolicy: use<ReceiptReleasePolicy>([{ rounding: "half_up" }], (policy) =>
    computeReceiptRelease({ earned: yuan("10"), invoiced: "300", receipts: [], releasedBefore: "0" }, policy),
  ),
  SettlementCalendarPolicy: use<SettlementCalendarPolicy>([calendar], (policy) =>
    buildSettlementCalendar({ range: { start: "2024-03-01", end: "2024-05-01" } }, policy),
  ),
  StatementApprovalPolicy: use<StatementApprovalPolicy>([{ silence: "confirms", currency: "CNY", levels: approvalLevels }], (policy) =>
    startStatementApproval(
      {
        statementId: "S",
        statement: { ...drawnStatement, currency: policy.currency },
        preparedBy: "Li",
        approvers: policy.levels.map(({ level }, i) => ({ level, by: `P${i}` })),
        asOf,
      },
      policy,
    ),
  ),
  EarningsSettlementPolicy: use([settling], (policy) => settleEarnings({ runId: "R", asOf, statements, entries: [] }, policy)),
  GoodsSettlementPolicy: use<GoodsSettlementPolicy>(
    [
      { programmeIds: ["twelve"], graceDays: 10, overHanded: "taken_back" },
      { programmeIds: [], graceDays: 0, overHanded: "left" },
    ],
    (policy) => settleGoods({ runId: "R", asOf, statements: [], entries: [] }, policy),
  ),
  FundPolicy: use([fund], (policy) => addFundEntry({ entries: fundEntries, entry: allocation("A2", "B", "10") }, policy)),
  JournalChart: use([chart], (policy) => buildJournal({ entries, accruals: [], withheld: [], posted: [], rates: [] }, policy)),
  PayablePolicy: use(payables, (policy) => buildPayables({ asOf, entries, fees }, policy)),
  PaymentRunPolicy: use([run], (policy) =>
    planPaymentRun(
      {
        runId: "P",
        asOf,
        dueThrough: asOf,
        entries,
        fees,
        holds: [],
        payees: [{ memberId: "A", payeeId: "B", payeeClass: "person" }],
        paidBefore: [],
      },
      policy,
    ),
  ),
  ShipAndDebitAgreement: use([agreement], (policy) =>
    computeShipAndDebit(
      {
        memberId: "D1",
        asOf: "2024-05-31",
        claimedLineIds: [],
        claimedBefore: [],
        lines: [
          {
            id: "1",
            productId: "P",
            endCustomerId: "C1",
            date: "2024-05-06",
            quantity: "10",
            proofId: "doc",
            consumed: [{ quantity: "10", cost: "100" }],
          },
        ],
      },
      policy,
    ),
  ),
  StockRotationPolicy: use([rotation], (policy) =>
    computeStockRotation(
      {
        asOf: "2024-07-10",
        window: { start: "2024-01-01", end: "2024-07-01" },
        purchases: "100",
        rotatedBefore: "0",
        lines: [],
        orders: [],
      },
      policy,
    ),
  ),
  ViolationPolicy: use([violations], (policy) =>
    computeViolationCharge(
      {
        caseId: "V-1",
        memberId: "D1",
        occurrence: 3,
        chargedCodes: [],
        scans: [{ id: "1", unitCode: "U1", shippedTo: "D1", foundIn: "south", foundOn: "2024-06-01", value: cny("80").amount }],
      },
      policy,
    ),
  ),
};
