/** Schemas of what was agreed on claims, of claims, and of the ledger of funds, refused for whatever the verbs would refuse them. */
import type * as z from "zod";
import { criterionShape } from "../../engine/schema.js";
import {
  byKind,
  checkedBy,
  choice,
  count,
  currency,
  date,
  either,
  exactly,
  firstFault,
  list,
  moneyNotNegative,
  notNegative,
  orNull,
  period,
  record,
  rounding,
  share,
  someOf,
  text,
} from "../../kernel/schema.js";
import { type DepositChargePolicy, readDepositChargePolicy } from "./charge-deposit.js";
import { type ChannelClaim, claimKeyFields, claimKinds } from "./claim.js";
import { type ClaimLife, claimStates } from "./claim-life.js";
import { type CoopAccrualPolicy, readCoopPolicy } from "./compute-coop-accrual.js";
import { readStockRotationPolicy } from "./compute-stock-rotation.js";
import { readViolationPolicy, type ViolationPolicy } from "./compute-violation-charge.js";
import type { DeductionPolicy } from "./deduction.js";
import { type FundEntry, type FundPolicy, fundProofStatuses } from "./fund.js";
import { readClaim } from "./read-claim.js";
import { readClaimLife } from "./read-claim-life.js";
import { readFundEntry, readFundPolicy } from "./read-fund.js";
import { readShipAndDebitAgreement } from "./read-ship-and-debit.js";
import { type DepositRefundPolicy, readDepositRefundPolicy } from "./refund-deposit.js";
import { readDeductionPolicy } from "./settle-deduction.js";
import { type ShipAndDebitAgreement, shipAndDebitCostBases } from "./ship-and-debit.js";
import type { StockRotationPolicy } from "./stock-rotation.js";
import { type ClaimValidationPolicy, readClaimPolicy } from "./validate-claim.js";

const days = count(0, 36_600);
const scope = either(["all"], list(text));

/** {@link ClaimValidationPolicy} as a schema. */
export const ClaimValidationPolicySchema: z.ZodType<ClaimValidationPolicy> = checkedBy(
  exactly<ClaimValidationPolicy>()(
    record({
      criteria: someOf(record({ criterion: criterionShape, kinds: someOf(choice(claimKinds)) })),
      agreement: record({ id: text, currency, period, productIds: scope, claimWithinDays: orNull(days) }),
      duplicateKey: someOf(choice(claimKeyFields)),
    }),
  ),
  firstFault(readClaimPolicy),
).meta({ title: "Claim validation policy 索赔校验政策", description: "What a claim must fulfil, and what makes two claims the same." });

/** {@link FundPolicy} as a schema. */
export const FundPolicySchema: z.ZodType<FundPolicy> = checkedBy(
  exactly<FundPolicy>()(record({ requiredProofs: list(text), unused: choice(["returns", "lapses"]), warnDays: days })),
  firstFault(readFundPolicy),
).meta({ title: "Fund policy 基金政策", description: "Proofs of performance, and what becomes of unused money." });

/** {@link StockRotationPolicy} as a schema. */
export const StockRotationPolicySchema: z.ZodType<StockRotationPolicy> = checkedBy(
  exactly<StockRotationPolicy>()(
    record({
      currency,
      shareOfPurchases: share,
      requestWithinDays: count(1, 36_600),
      mostAgeDays: count(0, 36_600).optional(),
      productIds: scope,
      condition: choice(["sealed", "any"]),
      offsettingOrder: notNegative.optional(),
      atLimit: choice(["cut", "refuse"]),
      restockingRate: share,
      rounding,
    }),
  ),
  firstFault(readStockRotationPolicy),
).meta({ title: "Stock rotation policy 库存轮换政策", description: "What a member may give back after a window, and against what order." });

/** {@link ShipAndDebitAgreement} as a schema. */
export const ShipAndDebitAgreementSchema: z.ZodType<ShipAndDebitAgreement> = checkedBy(
  exactly<ShipAndDebitAgreement>()(
    record({
      id: text,
      currency,
      period,
      memberIds: scope,
      endCustomerIds: scope,
      products: someOf(
        record({
          productId: text,
          form: byKind(
            ["down_to", "down_by_amount", "down_by_percent"],
            [
              record({ kind: choice(["down_to"]), price: notNegative }),
              record({ kind: choice(["down_by_amount"]), amount: notNegative }),
              record({ kind: choice(["down_by_percent"]), rate: share }),
            ],
          ),
          contractPrice: notNegative.optional(),
          quantityLimit: notNegative.optional(),
        }),
      ),
      costBasis: choice(shipAndDebitCostBases),
      quantityLimit: notNegative.optional(),
      atLimit: choice(["cut", "refuse"]),
      claimWithinDays: days.optional(),
      proofOfSale: choice(["required", "not_required"]),
      rounding,
    }),
  ),
  firstFault(readShipAndDebitAgreement),
).meta({ title: "Ship and debit agreement 特价协议", description: "To which price a distributor may resell, to whom, and how much." });

/** {@link ViolationPolicy} as a schema. */
export const ViolationPolicySchema: z.ZodType<ViolationPolicy> = checkedBy(
  exactly<ViolationPolicy>()(
    record({
      currency,
      territoryIds: someOf(text),
      tracedShare: share,
      rows: someOf(
        record({
          fromOccurrence: count(1, 1_000_000),
          charge: byKind(
            ["fixed", "per_unit", "multiple_of_value"],
            [
              record({ kind: choice(["fixed"]), amount: notNegative }),
              record({ kind: choice(["per_unit"]), amount: notNegative }),
              record({ kind: choice(["multiple_of_value"]), factor: notNegative }),
            ],
          ),
        }),
      ),
      rounding,
    }),
  ),
  firstFault(readViolationPolicy),
).meta({ title: "Violation policy 违规处罚政策", description: "What a member is charged for goods sold outside its territory." });

/** {@link DeductionPolicy} as a schema. */
export const DeductionPolicySchema: z.ZodType<DeductionPolicy> = checkedBy(
  exactly<DeductionPolicy>()(record({ writeOffLimit: notNegative })),
  firstFault(readDeductionPolicy),
).meta({ title: "Deduction policy 扣款处理政策", description: "How much of a deduction may be written off." });

/** {@link CoopAccrualPolicy} as a schema. */
export const CoopAccrualPolicySchema: z.ZodType<CoopAccrualPolicy> = checkedBy(
  exactly<CoopAccrualPolicy>()(record({ currency, share, cap: share, rounding })),
  firstFault(readCoopPolicy),
).meta({ title: "Co-op accrual policy 联合广告计提政策", description: "How far the manufacturer takes part in joint marketing." });

/** {@link DepositChargePolicy} as a schema. */
export const DepositChargePolicySchema: z.ZodType<DepositChargePolicy> = checkedBy(
  exactly<DepositChargePolicy>()(record({ required: notNegative })),
  firstFault(readDepositChargePolicy),
).meta({ title: "Deposit charge policy 保证金扣款政策", description: "What a deposit should hold." });

/** {@link DepositRefundPolicy} as a schema. */
export const DepositRefundPolicySchema: z.ZodType<DepositRefundPolicy> = checkedBy(
  exactly<DepositRefundPolicy>()(record({ holdDays: days })),
  firstFault(readDepositRefundPolicy),
).meta({ title: "Deposit refund policy 保证金退还政策", description: "How long a deposit is held after the exit." });

/** {@link ChannelClaim} as a schema. */
export const ChannelClaimSchema: z.ZodType<ChannelClaim> = checkedBy(
  exactly<ChannelClaim>()(
    record({
      id: text,
      kind: choice(claimKinds),
      memberId: text,
      agreementId: text,
      reference: text.optional(),
      eventDate: date,
      submittedOn: date,
      amount: moneyNotNegative,
      lines: list(record({ id: text, productId: text.optional(), quantity: notNegative.optional(), amount: notNegative })),
      evidence: list(record({ id: text, kind: text, validFrom: date.optional(), validTo: date.optional() })),
    }),
  ),
  firstFault(readClaim),
).meta({ title: "Channel claim 索赔", description: "A claim as it is handed in." });

/** {@link ClaimLife} as a schema. */
export const ClaimLifeSchema: z.ZodType<ClaimLife> = checkedBy(
  exactly<ClaimLife>()(
    record({
      at: choice(claimStates),
      data: record({
        claimId: text,
        kind: choice(claimKinds),
        memberId: text,
        currency,
        claimed: notNegative,
        approved: orNull(notNegative),
        entryId: orNull(text),
        paymentId: orNull(text),
        submissions: count(0, Number.MAX_SAFE_INTEGER - 1),
        ground: orNull(text),
        since: date,
        overdueOn: orNull(date),
        lapsesOn: orNull(date),
      }),
    }),
  ),
  firstFault(readClaimLife),
).meta({ title: "Claim life 索赔状态", description: "Where a claim stands." });

const head = { id: text, date };
const below = { ...head, parentId: text };

/** {@link FundEntry} as a schema. */
export const FundEntrySchema: z.ZodType<FundEntry> = checkedBy(
  exactly<FundEntry>()(
    byKind(
      ["budget", "allocation", "request", "claim", "proof", "reimbursement", "release", "check_off"],
      [
        record({ kind: choice(["budget"]), ...head, parentId: orNull(text), amount: moneyNotNegative }),
        record({ kind: choice(["allocation"]), ...below, memberId: text, amount: moneyNotNegative, expiresOn: orNull(date) }),
        record({ kind: choice(["request"]), ...below, activity: text, amount: moneyNotNegative, claimDueOn: orNull(date) }),
        record({ kind: choice(["claim"]), ...below, amount: moneyNotNegative, claimId: text.optional() }),
        record({ kind: choice(["proof"]), ...below, proof: text, status: choice(fundProofStatuses) }),
        record({ kind: choice(["reimbursement"]), ...below, amount: moneyNotNegative }),
        record({ kind: choice(["release"]), ...below, amount: moneyNotNegative }),
        record({ kind: choice(["check_off"]), ...below, by: text, ground: text }),
      ],
    ),
  ),
  firstFault(readFundEntry),
).meta({ title: "Fund entry 基金台账条目", description: "One entry of the ledger of a fund." });
