/** Schemas of what open items, securities and reviews are read by, refused for whatever the verbs of credit would refuse them. */
import type * as z from "zod";
import { checkTierSchedule } from "../engine/check-tier-schedule.js";
import { scorecardHead, tierTableShape, weighting } from "../engine/schema.js";
import { roundingModes } from "../kernel/decimal.js";
import {
  checkedBy,
  choice,
  count,
  currency,
  date,
  exactly,
  firstFault,
  list,
  notNegative,
  numberOf,
  record,
  share,
  text,
  words,
} from "../kernel/schema.js";
import { type AgeingPolicy, ageOpenItems } from "./age-open-items.js";
import { allocationOrders, type PaymentAllocationPolicy } from "./allocate-payments.js";
import type { CreditDocumentPolicy } from "./build-credit-documents.js";
import { type CollateralPolicy, collateralKinds, computeCollateralValue } from "./compute-collateral-value.js";
import { type SalesOutstandingPolicy, salesOutstandingMethods } from "./compute-days-sales-outstanding.js";
import type { DepositPolicy } from "./compute-deposit.js";
import type { DiscountCostPolicy } from "./compute-discount-cost.js";
import { computeOverdueInterest, type InterestPolicy } from "./compute-overdue-interest.js";
import { type CreditIndicator, creditIndicatorUnits } from "./credit-indicators.js";
import type { CreditScorecard } from "./credit-scorecard.js";
import type { ArrearsPolicy } from "./evaluate-arrears.js";
import { type CreditReviewPolicy, creditEvents, findCreditReview } from "./find-credit-review.js";
import { ageingBases } from "./open-item.js";
import { MOST_DAYS } from "./reading.js";
import { days } from "./schema.js";
import { scoreCredit } from "./score-credit.js";

const ANY_DAY = "2000-01-01";
const places = count(0, 60);
const rounding = choice(roundingModes);
const yearDays = numberOf([360, 365]);
const combine = choice(["any", "all"]);

/** {@link AgeingPolicy} as a schema. */
export const AgeingPolicySchema: z.ZodType<AgeingPolicy> = checkedBy(
  exactly<AgeingPolicy>()(
    record({ currency, bounds: list(count(1, MOST_DAYS)), basis: choice(ageingBases), detail: choice(["total", "members"]) }),
  ),
  firstFault((policy: AgeingPolicy) => ageOpenItems({ asOf: ANY_DAY, items: [] }, policy)),
).meta({ title: "Ageing policy 账龄政策", description: "The bands by which open items are aged." });

/** {@link PaymentAllocationPolicy} as a schema. */
export const PaymentAllocationPolicySchema: z.ZodType<PaymentAllocationPolicy> = exactly<PaymentAllocationPolicy>()(
  record({ order: choice(allocationOrders), credits: choice(["after_payments", "left_open"]) }),
).meta({ title: "Payment allocation policy 收款核销政策", description: "Which open items payments and credits settle first." });

/** {@link CreditDocumentPolicy} as a schema. */
export const CreditDocumentPolicySchema: z.ZodType<CreditDocumentPolicy> = exactly<CreditDocumentPolicy>()(
  record({ taxRate: notNegative, decimals: places, rounding }),
).meta({ title: "Credit document policy 敞口单据政策", description: "Tax and rounding of orders and deliveries that count as exposure." });

/** {@link ArrearsPolicy} as a schema. */
export const ArrearsPolicySchema: z.ZodType<ArrearsPolicy> = exactly<ArrearsPolicy>()(
  record({
    currency,
    marginDays: days,
    tolerance: notNegative,
    tests: record({ amount: notNegative.optional(), days: days.optional(), shareOfLimit: notNegative.optional() }),
    combine,
  }),
).meta({ title: "Arrears policy 拖欠政策", description: "When late money matters." });

/** {@link InterestPolicy} as a schema. */
export const InterestPolicySchema: z.ZodType<InterestPolicy> = checkedBy(
  exactly<InterestPolicy>()(
    record({
      currency,
      rates: list(record({ from: date, annualRate: notNegative })),
      yearDays,
      graceDays: days,
      fixedSums: tierTableShape.optional(),
      decimals: places,
      rounding,
    }),
  ),
  (policy) => [
    ...firstFault((given: InterestPolicy) => computeOverdueInterest({ asOf: ANY_DAY, items: [] }, given))(policy),
    ...(policy.fixedSums === undefined ? [] : checkTierSchedule(policy.fixedSums)).map((fault) => ({
      ...fault,
      path: `fixedSums.${fault.path}`,
    })),
  ],
).meta({ title: "Interest policy 滞纳金政策", description: "What late payment costs." });

/** {@link SalesOutstandingPolicy} as a schema. */
export const SalesOutstandingPolicySchema: z.ZodType<SalesOutstandingPolicy> = exactly<SalesOutstandingPolicy>()(
  record({
    currency,
    method: choice(salesOutstandingMethods),
    months: count(1, 1_200),
    dayCount: choice(["difference", "inclusive"]),
  }),
).meta({ title: "Days sales outstanding policy 应收账款周转天数政策", description: "How days of sales outstanding are counted." });

/** {@link DiscountCostPolicy} as a schema. */
export const DiscountCostPolicySchema: z.ZodType<DiscountCostPolicy> = exactly<DiscountCostPolicy>()(record({ yearDays })).meta({
  title: "Discount cost policy 现金折扣成本政策",
  description: "Days of the year to which the cost of a forgone discount is brought.",
});

/** {@link CollateralPolicy} as a schema. */
export const CollateralPolicySchema: z.ZodType<CollateralPolicy> = checkedBy(
  exactly<CollateralPolicy>()(record({ lendingRates: list(record({ kind: choice(collateralKinds), rate: share })) })),
  firstFault((policy: CollateralPolicy) => computeCollateralValue({ collateral: [] }, policy)),
).meta({ title: "Collateral policy 抵押率政策", description: "What share of its value each kind of collateral counts for." });

/** {@link DepositPolicy} as a schema. */
export const DepositPolicySchema: z.ZodType<DepositPolicy> = exactly<DepositPolicy>()(record({ required: notNegative })).meta({
  title: "Deposit policy 保证金政策",
  description: "What a deposit should be.",
});

/** {@link CreditReviewPolicy} as a schema. */
export const CreditReviewPolicySchema: z.ZodType<CreditReviewPolicy> = checkedBy(
  exactly<CreditReviewPolicy>()(
    record({
      cadence: list(record({ grade: text.optional(), months: count(1, 1_200) })),
      triggers: list(record({ event: choice(creditEvents), withinDays: days })),
    }),
  ),
  firstFault((policy: CreditReviewPolicy) => findCreditReview({ asOf: ANY_DAY, events: [] }, policy)),
).meta({ title: "Credit review policy 信用复核政策", description: "How often credit is reviewed, and what calls for a review." });

const indicator = exactly<CreditIndicator>()(
  record({ code: text, title: words, meaning: words, unit: choice(creditIndicatorUnits), better: choice(["higher", "lower"]) }),
);

/** {@link CreditScorecard} as a schema. */
export const CreditScorecardSchema: z.ZodType<CreditScorecard> = checkedBy(
  exactly<CreditScorecard>()(
    record({ ...scorecardHead, criteria: list(record({ indicator: text, ...weighting })), own: list(indicator).optional() }),
  ),
  scorecardFaults,
).meta({ title: "Credit scorecard 信用评分表", description: "Weights and scales of a credit rating." });

function scorecardFaults(card: CreditScorecard) {
  return firstFault((given: CreditScorecard) => scoreCredit({ values: {} }, given))(card).map((fault) => ({
    ...fault,
    path: fault.path.replace(/^scorecard\.?/, ""),
  }));
}
