/** Schemas of what credit is granted by, refused for whatever the verbs of credit would refuse them. */
import type * as z from "zod";
import { remainderOrders } from "../kernel/allocation.js";
import { roundingModes } from "../kernel/decimal.js";
import type { PlacedMessage } from "../kernel/message.js";
import { exchangeFaults, exchangeShape } from "../kernel/money-schema.js";
import {
  byField,
  byKind,
  checkedBy,
  choice,
  count,
  currency,
  decimal,
  exactly,
  firstFault,
  list,
  mark,
  notNegative,
  record,
  share,
  someOf,
  text,
  words,
} from "../kernel/schema.js";
import { type CreditLimit, type CreditLimitPolicy, securityKinds } from "./credit-account.js";
import { type ExposurePolicy, exposureComponents } from "./credit-ledger.js";
import type { OrdersDecisionPolicy } from "./decide-orders.js";
import { readTerm } from "./due-day.js";
import { type DunningLadder, dunningEffects } from "./dunning-ladder.js";
import { readLimitPolicy } from "./effective-limit.js";
import { type CreditPolicy, creditCheckpoints, type HoldRule, type HoldTest, holdMetrics } from "./order-decision.js";
import type { PaymentDueRule, PaymentTerm } from "./payment-term.js";
import { type LimitProposalPolicy, readProposalPolicy } from "./propose-credit-limit.js";
import { readCreditPolicy } from "./read-credit-policy.js";
import { readLadder } from "./read-dunning-ladder.js";
import { MOST_DAYS } from "./reading.js";

/** Days or other whole numbers, a hundred years at most. @internal */
export const days = count(0, MOST_DAYS);

/** {@link CreditLimit} as a schema of fields alone. @internal */
export const limit = exactly<CreditLimit>()(
  byKind(
    ["unlimited", "zero", "not_set", "amount"],
    [
      record({ kind: choice(["unlimited"]) }),
      record({ kind: choice(["zero"]) }),
      record({ kind: choice(["not_set"]) }),
      record({ kind: choice(["amount"]), amount: notNegative }),
    ],
  ),
);

const exposure = exactly<ExposurePolicy>()(
  record({
    currency,
    exchange: exchangeShape.optional(),
    weights: record({
      open_orders: share,
      open_deliveries: share,
      open_billings: share,
      open_items: share,
      unapplied_credits: share,
    } satisfies {
      readonly [C in (typeof exposureComponents)[number]]: unknown;
    }),
    horizonDays: days.nullable(),
  }),
);

const test = exactly<HoldTest>()(
  byField("metric", holdMetrics, [
    record({ metric: choice(["limit_exceeded"]), by: notNegative, shareOfLimit: notNegative.optional() }),
    record({ metric: choice(["part_exceeded"]), component: choice(exposureComponents), amount: notNegative }),
    record({ metric: choice(["days_overdue"]), days }),
    record({ metric: choice(["account_status"]), statuses: list(text) }),
    record({ metric: choice(["terms_of_payment"]), terms: list(text) }),
    record({ metric: choice(["limit_expired"]) }),
    record({ metric: choice(["overdue_amount"]), amount: notNegative, shareOfLimit: notNegative }),
    record({ metric: choice(["order_amount"]), amount: notNegative }),
    record({ metric: choice(["limit_used"]), share: notNegative }),
    record({ metric: choice(["term_rank_raised"]) }),
    record({ metric: choice(["discount_rank_raised"]) }),
  ]),
);

const rule = exactly<HoldRule>()(
  record({
    id: text,
    kind: choice(["block", "exclusion"]),
    scope: byKind(
      ["all", "group", "member"],
      [record({ kind: choice(["all"]) }), record({ kind: choice(["group"]), id: text }), record({ kind: choice(["member"]), id: text })],
    ),
    test,
    releases: mark.optional(),
  }),
);

/** No rate depends on the day. */
const ANY_DAY = "2000-01-01";

const limits = {
  companyLimit: limit,
  expiryGraceDays: days,
  blankExpiry: choice(["never_expires", "expired"]),
  securities: list(record({ kind: choice(securityKinds), rate: share, effect: choice(["raises_limit", "lowers_exposure"]) })),
};

const orders = {
  version: text,
  exposure,
  limits: record(limits),
  tolerance: notNegative,
  checkpoints: list(choice(creditCheckpoints)),
  graceDays: days,
  rules: list(rule),
};

const orderFaults = (policy: CreditPolicy) => [
  ...firstFault((value, path) => readCreditPolicy(value, path, ANY_DAY))(policy),
  ...ratesFaults(policy.exposure, "exposure."),
];

/** {@link ExposurePolicy} as a schema. */
export const ExposurePolicySchema: z.ZodType<ExposurePolicy> = checkedBy(exposure, (policy) => ratesFaults(policy, "")).meta({
  title: "Exposure policy 敞口政策",
  description: "What counts as exposure, and how much.",
});

/** {@link CreditLimitPolicy} as a schema. */
export const CreditLimitPolicySchema: z.ZodType<CreditLimitPolicy> = checkedBy(
  exactly<CreditLimitPolicy>()(record({ currency, ...limits })),
  firstFault((value, path) => readLimitPolicy(value, path)),
).meta({ title: "Credit limit policy 信用额度政策", description: "Whose limit holds, when it ends, and how securities count." });

/** {@link OrdersDecisionPolicy} as a schema. */
export const OrdersDecisionPolicySchema: z.ZodType<OrdersDecisionPolicy> = checkedBy(
  exactly<OrdersDecisionPolicy>()(record({ ...orders, sequence: choice(["in_order", "each_alone"]) })),
  orderFaults,
).meta({ title: "Orders decision policy 批量订单信用政策", description: "How many orders are decided on together." });

/** {@link CreditPolicy} as a schema. */
export const CreditPolicySchema: z.ZodType<CreditPolicy> = checkedBy(exactly<CreditPolicy>()(record(orders)), orderFaults).meta({
  title: "Credit policy 信用政策",
  description: "How orders are decided on.",
});

/** What is wrong with the rates of an exposure, where it has any. */
function ratesFaults({ exchange }: ExposurePolicy, path: string): readonly PlacedMessage[] {
  return exchange === undefined ? [] : exchangeFaults(exchange).map((fault) => ({ ...fault, path: `${path}exchange.${fault.path}` }));
}

const due = exactly<PaymentDueRule>()(
  byKind(
    ["net", "end_of_month", "day_of_month", "following_month", "prepayment", "on_delivery", "acceptance_bill"],
    [
      record({ kind: choice(["net"]), days }),
      record({ kind: choice(["end_of_month"]), months: count(0, 1_200), days }),
      record({ kind: choice(["day_of_month"]), afterDays: days, day: count(1, 31) }),
      record({ kind: choice(["following_month"]), months: count(1, 1_200), day: count(1, 31) }),
      record({ kind: choice(["prepayment"]) }),
      record({ kind: choice(["on_delivery"]), days }),
      record({ kind: choice(["acceptance_bill"]), days, tenorMonths: count(1, 1_200) }),
    ],
  ),
);

/** {@link PaymentTerm} as a schema. */
export const PaymentTermSchema: z.ZodType<PaymentTerm> = checkedBy(
  exactly<PaymentTerm>()(
    record({
      id: text,
      titles: words,
      rank: count(),
      instalments: list(record({ share: decimal, due })),
      discount: record({ rate: share, days }).optional(),
      decimals: count(0, 60),
      remainder: choice(remainderOrders),
      rounding: choice(roundingModes),
    }),
  ),
  firstFault(readTerm),
).meta({ title: "Payment term 付款条件", description: "How goods are paid for." });

/** {@link DunningLadder} as a schema. */
export const DunningLadderSchema: z.ZodType<DunningLadder> = checkedBy(
  exactly<DunningLadder>()(
    record({
      id: text,
      currency,
      tolerance: notNegative,
      credits: choice(["deducted", "ignored"]),
      levels: someOf(
        record({
          title: words,
          when: byKind(
            ["days_past_due", "end_of_month", "previous_notice"],
            [
              record({ kind: choice(["days_past_due"]), days }),
              record({ kind: choice(["end_of_month"]), days }),
              record({ kind: choice(["previous_notice"]), days }),
            ],
          ),
          gapDays: days.optional(),
          minimum: notNegative.optional(),
          effects: list(choice(dunningEffects)),
        }),
      ),
    }),
  ),
  firstFault(readLadder),
).meta({ title: "Dunning ladder 催款阶梯", description: "The steps by which overdue items are asked for." });

/** {@link LimitProposalPolicy} as a schema. */
export const LimitProposalPolicySchema: z.ZodType<LimitProposalPolicy> = checkedBy(
  exactly<LimitProposalPolicy>()(
    record({
      factors: list(record({ grade: text, lowest: notNegative, highest: notNegative })),
      growth: list(record({ fromPayments: count(0, 1_000_000), share })),
      securityRate: share,
      most: notNegative.optional(),
      smallDealers: choice(["cash_only", "as_others"]),
      decimals: count(0, 60),
    }),
  ),
  firstFault(readProposalPolicy),
).meta({ title: "Limit proposal policy 建议额度政策", description: "How credit limits are proposed from sales and rating." });
