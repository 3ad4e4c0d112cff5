/** Schemas of what limits, advances, pays out and takes back what is earned. Each is looked at by its verb, on facts of nothing. */
import type * as z from "zod";
import { remainderOrders } from "../kernel/allocation.js";
import { prorationBases } from "../kernel/proration.js";
import {
  checkedBy,
  choice,
  count,
  currency,
  exactly,
  firstFault,
  list,
  notNegative,
  record,
  rounding,
  share,
  someOf,
  text,
} from "../kernel/schema.js";
import { applyDraw, type DrawPolicy } from "./apply-draw.js";
import { applyGuarantee, type GuaranteePolicy } from "./apply-guarantee.js";
import { type ClawbackPolicy, computeClawback } from "./compute-clawback.js";
import { type IncentiveBudgetPolicy, limitToBudget } from "./limit-to-budget.js";
import { type CapPolicy, limitToCaps } from "./limit-to-caps.js";
import { type PayoutPlanPolicy, planPayout } from "./plan-payout.js";
import { clawback } from "./schema.js";
import { capKinds } from "./term-kit.js";

const day = "2024-01-01";
const half = { start: day, end: "2024-07-01" };
const whole = { start: day, end: "2025-01-01" };

/** {@link CapPolicy} as a schema. */
export const CapPolicySchema: z.ZodType<CapPolicy> = checkedBy(
  exactly<CapPolicy>()(
    record({
      currency,
      caps: list(
        record({
          id: text,
          per: choice(capKinds),
          most: notNegative,
          above: choice(["kept", "forfeited"]),
          saleBy: text.optional(),
        }),
      ),
    }),
  ),
  firstFault((policy: CapPolicy) => limitToCaps({ entries: [], withheld: [] }, policy)),
).meta({ title: "Cap policy 封顶政策", description: "The most that a sale, a member or a programme pays." });

/** {@link ClawbackPolicy} as a schema. */
export const ClawbackPolicySchema: z.ZodType<ClawbackPolicy> = checkedBy(
  exactly<ClawbackPolicy>()(record({ currency, basis: clawback, rounding })),
  firstFault((policy: ClawbackPolicy) =>
    computeClawback(
      {
        earningId: "E",
        earned: "0",
        paid: "0",
        takenBack: "0",
        ground: "return",
        date: day,
        remaining: "0",
        served: { part: half, whole },
      },
      policy,
    ),
  ),
).meta({ title: "Clawback policy 追回政策", description: "How much of an earning is taken back when its ground is lost." });

/** {@link DrawPolicy} as a schema. */
export const DrawPolicySchema: z.ZodType<DrawPolicy> = checkedBy(
  exactly<DrawPolicy>()(record({ currency, draw: notNegative, kind: choice(["recoverable", "non_recoverable", "forgiven"]), rounding })),
  firstFault((policy: DrawPolicy) => applyDraw({ earned: "0", debt: "0", stage: "running" }, policy)),
).meta({ title: "Draw policy 预支政策", description: "What is advanced against what will be earned." });

/** {@link GuaranteePolicy} as a schema. */
export const GuaranteePolicySchema: z.ZodType<GuaranteePolicy> = checkedBy(
  exactly<GuaranteePolicy>()(
    record({
      currency,
      guarantee: notNegative,
      basis: choice(["each_period", "cumulative"]),
      paidAt: choice(["start", "end"]),
      prorateBy: choice(prorationBases),
      rounding,
    }),
  ),
  firstFault((policy: GuaranteePolicy) => applyGuarantee({ earned: "0", surplus: "0" }, policy)),
).meta({ title: "Guarantee policy 保底政策", description: "The least that is earned in a period." });

/** {@link IncentiveBudgetPolicy} as a schema. */
export const IncentiveBudgetPolicySchema: z.ZodType<IncentiveBudgetPolicy> = checkedBy(
  exactly<IncentiveBudgetPolicy>()(
    record({
      currency,
      budget: notNegative,
      how: choice(["pro_rata", "first_come"]),
      decimals: count(0, 20),
      remainder: choice(remainderOrders),
      alertAt: share,
    }),
  ),
  firstFault((policy: IncentiveBudgetPolicy) => limitToBudget({ spent: "0", requests: [] }, policy)),
).meta({ title: "Incentive budget policy 激励预算政策", description: "What may be spent in all, and who goes short." });

/** {@link PayoutPlanPolicy} as a schema. */
export const PayoutPlanPolicySchema: z.ZodType<PayoutPlanPolicy> = checkedBy(
  exactly<PayoutPlanPolicy>()(
    record({
      currency,
      decimals: count(0, 20),
      stages: someOf(record({ id: text, share: notNegative })),
      minimum: notNegative,
      means: list(record({ id: text, form: choice(["money", "goods", "right"]) })),
    }),
  ),
  firstFault((policy: PayoutPlanPolicy) =>
    planPayout({ items: [], stages: Object.fromEntries(policy.stages.map(({ id }) => [id, "due" as const])), carried: "0" }, policy),
  ),
).meta({ title: "Payout plan policy 兑付计划政策", description: "Stages, the least payment and means of what is earned." });
