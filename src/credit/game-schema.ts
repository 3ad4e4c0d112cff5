/** Schemas of what the payment game and its consequences are played by, refused for whatever the verbs of credit would refuse them. */
import * as z from "zod";
import { byKind, checkedBy, choice, count, exactly, firstFault, list, notNegative, record, share } from "../kernel/schema.js";
import type { CreditLinePolicy } from "./compute-credit-line.js";
import type { RepeatedPaymentPolicy } from "./evaluate-repeated-payment.js";
import type { ReplacementDecisionPolicy } from "./evaluate-replacement.js";
import { evaluateRetaliation, type RetaliationPolicy, supplyResponses } from "./evaluate-retaliation.js";
import type { CycleDiscount } from "./payment-payoffs.js";
import { MOST_DAYS } from "./reading.js";
import { days } from "./schema.js";
import type { PaymentTroublePolicy } from "./start-replacement-case.js";

const cycles = count(1, 100_000);
const discount = exactly<CycleDiscount>()(z.union([record({ factor: share }), record({ survival: share, ratePerCycle: notNegative })]));

/** {@link RepeatedPaymentPolicy} as a schema. */
export const RepeatedPaymentPolicySchema: z.ZodType<RepeatedPaymentPolicy> = exactly<RepeatedPaymentPolicy>()(
  record({
    discount,
    detection: share,
    response: byKind(["grim", "suspension"], [record({ kind: choice(["grim"]) }), record({ kind: choice(["suspension"]), cycles })]),
    horizon: choice(["open", "known_end"]),
  }),
).meta({ title: "Repeated payment policy 重复博弈政策", description: "How a delay is answered, and how much the next cycle is worth." });

/** {@link CreditLinePolicy} as a schema. */
export const CreditLinePolicySchema: z.ZodType<CreditLinePolicy> = exactly<CreditLinePolicy>()(
  record({ discount, detection: share, decimals: count(0, 60) }),
).meta({ title: "Credit line policy 自我实施额度政策", description: "How a self-enforcing credit line is measured." });

/** {@link RetaliationPolicy} as a schema. */
export const RetaliationPolicySchema: z.ZodType<RetaliationPolicy> = checkedBy(
  exactly<RetaliationPolicy>()(
    record({
      steps: list(record({ fromMissed: cycles, concessionCut: share, supply: choice(supplyResponses) })),
      forgiveness: byKind(
        ["grim", "tit_for_tat", "suspension"],
        [
          record({ kind: choice(["grim", "tit_for_tat"]) }),
          record({ kind: choice(["suspension"]), cycles, length: choice(["shortened", "fixed"]) }),
        ],
      ),
    }),
  ),
  firstFault((policy: RetaliationPolicy) => evaluateRetaliation({ missed: 0, cyclesSince: 0, repaidShare: "0" }, policy)),
).meta({ title: "Retaliation policy 报复政策", description: "What missed payments lead to, and when that ends." });

/** {@link PaymentTroublePolicy} as a schema. */
export const PaymentTroublePolicySchema: z.ZodType<PaymentTroublePolicy> = exactly<PaymentTroublePolicy>()(
  record({ days, amount: notNegative, combine: choice(["any", "all"]), decideWithinDays: count(1, MOST_DAYS) }),
).meta({ title: "Payment trouble policy 付款问题政策", description: "When payment trouble opens a replacement case." });

/** {@link ReplacementDecisionPolicy} as a schema. */
export const ReplacementDecisionPolicySchema: z.ZodType<ReplacementDecisionPolicy> = exactly<ReplacementDecisionPolicy>()(
  record({ tolerance: notNegative, ratePerPeriod: notNegative }),
).meta({ title: "Replacement decision policy 更换决策政策", description: "Up to which opportunity cost a member is replaced." });
