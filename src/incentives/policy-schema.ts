/**
 * Schemas of what the verbs beside the programme are agreed on. Each is refused for whatever its verb would refuse it: the verb itself looks at it,
 * on facts of nothing.
 */
import type * as z from "zod";
import { criterionShape } from "../engine/schema.js";
import { remainderOrders } from "../kernel/allocation.js";
import { roundingModes } from "../kernel/decimal.js";
import { prorationBases } from "../kernel/proration.js";
import {
  byKind,
  checkedBy,
  choice,
  count,
  currency,
  decimal,
  eitherDecimal,
  exactly,
  firstFault,
  list,
  money,
  notNegative,
  orNull,
  period,
  record,
  rounding,
  share,
  text,
  words,
} from "../kernel/schema.js";
import { periodRule } from "../kernel/time-schema.js";
import { attributeIncentive, type IncentiveAttributionPolicy, sliceValues } from "./attribute-incentive.js";
import { combineIncentives } from "./combine-incentives.js";
import { compareProgrammes, type ProgrammeComparisonPolicy } from "./compare-programmes.js";
import { computeOverrides } from "./compute-overrides.js";
import { computeReferralFee, type ReferralFeePolicy } from "./compute-referral-fee.js";
import { computeSpiff, type SpiffPolicy } from "./compute-spiff.js";
import { decideRewards } from "./decide-rewards.js";
import { evaluateIncentivePackage, type IncentivePackagePolicy } from "./evaluate-incentive-package.js";
import type { LintPolicy } from "./lint-programme.js";
import type { OverridePolicy } from "./override-policy.js";
import { type ProgrammeProrationPolicy, prorateProgramme } from "./prorate-programme.js";
import { type ContestPolicy, rankContest } from "./rank-contest.js";
import { type RewardDecisionPolicy, rewardSubjects } from "./reward-rules.js";
import { IncentiveProgrammeSchema } from "./schema.js";
import { type CreditSplitPolicy, splitCredit } from "./split-credit.js";
import { type QuotaSplitPolicy, splitQuota } from "./split-quota.js";
import { type StackingPolicy, stackingModes } from "./stacking-policy.js";

const programme = IncentiveProgrammeSchema;
const day = "2024-01-01";
const half = { start: day, end: "2024-07-01" };
const whole = { start: day, end: "2025-01-01" };

/** {@link ContestPolicy} as a schema. */
export const ContestPolicySchema: z.ZodType<ContestPolicy> = checkedBy(
  exactly<ContestPolicy>()(
    record({
      id: text,
      currency,
      decimals: count(0, 20),
      least: orNull(decimal),
      prizes: list(record({ means: text, amount: notNegative.optional() })),
      ties: choice(["each", "shared"]),
    }),
  ),
  firstFault((policy: ContestPolicy) => rankContest({ entries: [] }, policy)),
).meta({ title: "Contest policy 竞赛政策", description: "The prizes of a contest, place by place, and who shares them." });

/** {@link CreditSplitPolicy} as a schema. */
export const CreditSplitPolicySchema: z.ZodType<CreditSplitPolicy> = checkedBy(
  exactly<CreditSplitPolicy>()(
    record({ decimals: count(0, 20), remainder: choice(remainderOrders), shortfall: choice(["refused", "to_primary"]) }),
  ),
  firstFault((policy: CreditSplitPolicy) =>
    splitCredit(
      { saleId: "S", amount: { amount: "0", currency: "CNY" }, revenue: [{ memberId: "A", share: "1" }], overlays: [], primaryId: "A" },
      policy,
    ),
  ),
).meta({ title: "Credit split policy 业绩分配政策", description: "How a sale is credited to those who made it together." });

/** {@link IncentiveAttributionPolicy} as a schema. */
export const IncentiveAttributionPolicySchema: z.ZodType<IncentiveAttributionPolicy> = checkedBy(
  exactly<IncentiveAttributionPolicy>()(record({ programme, sliceValue: choice(sliceValues) })),
  firstFault((policy: IncentiveAttributionPolicy) => attributeIncentive({ lines: [] }, policy)),
).meta({ title: "Incentive attribution policy 激励归属政策", description: "How what a window earns is spread over its sales." });

/** {@link IncentivePackagePolicy} as a schema. */
export const IncentivePackagePolicySchema: z.ZodType<IncentivePackagePolicy> = checkedBy(
  exactly<IncentivePackagePolicy>()(record({ currency, riskAversion: notNegative })),
  firstFault((policy: IncentivePackagePolicy) =>
    evaluateIncentivePackage({ shortTermProfit: "0", scenarios: [{ profit: "0", probability: "1" }] }, policy),
  ),
).meta({ title: "Incentive package policy 激励组合政策", description: "How risk is weighed when incentives are chosen." });

/** {@link LintPolicy} as a schema. */
export const LintPolicySchema: z.ZodType<LintPolicy> = exactly<LintPolicy>()(record({ leastJump: notNegative })).meta({
  title: "Lint policy 方案检查政策",
  description: "How large a cliff must be to be told.",
});

/** {@link OverridePolicy} as a schema. */
export const OverridePolicySchema: z.ZodType<OverridePolicy> = checkedBy(
  exactly<OverridePolicy>()(
    record({
      currency,
      method: byKind(
        ["fixed_levels", "differential", "on_commission", "lower_of_plans"],
        [
          record({ kind: choice(["fixed_levels"]), rates: list(notNegative) }),
          record({ kind: choice(["differential"]), rates: list(record({ rank: text, rate: notNegative })) }),
          record({ kind: choice(["on_commission"]), of: choice(["seller", "level_below"]), rates: list(notNegative) }),
          record({
            kind: choice(["lower_of_plans"]),
            plans: list(record({ plan: text, base: orNull(notNegative), rates: list(notNegative) })),
          }),
        ],
      ),
      unqualified: choice(["passes_up", "lapses"]),
      ceiling: orNull(record({ most: eitherDecimal("rate", "amount"), cut: choice(["farthest_first", "nearest_first", "pro_rata"]) })),
      rounding,
    }),
  ),
  firstFault((policy: OverridePolicy) =>
    computeOverrides(
      {
        saleId: "S",
        amount: { amount: "0", currency: policy.currency },
        sellers: [{ memberId: "A", share: "1", commission: "0" }],
        members: [{ id: "A" }],
      },
      policy,
    ),
  ),
).meta({ title: "Override policy 上级提成政策", description: "What those above the seller earn, and the most that one sale pays." });

/** {@link ProgrammeComparisonPolicy} as a schema. */
export const ProgrammeComparisonPolicySchema: z.ZodType<ProgrammeComparisonPolicy> = checkedBy(
  exactly<ProgrammeComparisonPolicy>()(record({ before: programme, after: programme })),
  firstFault((policy: ProgrammeComparisonPolicy) => compareProgrammes({ members: [] }, policy)),
).meta({ title: "Programme comparison policy 方案比较政策", description: "The two versions that are compared." });

/** {@link ProgrammeProrationPolicy} as a schema. */
export const ProgrammeProrationPolicySchema: z.ZodType<ProgrammeProrationPolicy> = checkedBy(
  exactly<ProgrammeProrationPolicy>()(record({ programme, by: choice(prorationBases), rounding })),
  firstFault((policy: ProgrammeProrationPolicy) => prorateProgramme({ part: half, whole }, policy)),
).meta({ title: "Programme proration policy 方案折算政策", description: "How tiers are cut to a part of a period." });

/** {@link QuotaSplitPolicy} as a schema. */
export const QuotaSplitPolicySchema: z.ZodType<QuotaSplitPolicy> = checkedBy(
  exactly<QuotaSplitPolicy>()(
    record({
      window: periodRule,
      weights: list(notNegative),
      decimals: count(0, 20),
      remainder: choice(remainderOrders),
      partly: record({ by: choice(prorationBases), mode: choice(roundingModes) }),
    }),
  ),
  firstFault((policy: QuotaSplitPolicy) => splitQuota({ total: "0", term: whole }, policy)),
).meta({ title: "Quota split policy 配额分解政策", description: "How a quota is divided over the seasons." });

/** {@link ReferralFeePolicy} as a schema. */
export const ReferralFeePolicySchema: z.ZodType<ReferralFeePolicy> = checkedBy(
  exactly<ReferralFeePolicy>()(
    record({
      currency,
      fee: eitherDecimal("rate", "amount"),
      most: orNull(notNegative),
      withinDays: count(0, 36_600),
      rounding,
    }),
  ),
  firstFault((policy: ReferralFeePolicy) =>
    computeReferralFee(
      {
        referrerId: "A",
        customerId: "C",
        referrals: [{ referrerId: "A", date: day }],
        knownSince: null,
        order: { date: day, amount: { amount: "0", currency: policy.currency }, paid: true },
      },
      policy,
    ),
  ),
).meta({ title: "Referral fee policy 推荐费政策", description: "What a referral earns, and for how long it holds." });

/** {@link RewardDecisionPolicy} as a schema. */
export const RewardDecisionPolicySchema: z.ZodType<RewardDecisionPolicy> = checkedBy(
  exactly<RewardDecisionPolicy>()(
    record({
      subject: choice(rewardSubjects),
      rules: list(
        record({
          id: text,
          titles: words,
          subject: choice(rewardSubjects),
          effect: choice(["reward", "penalty"]),
          when: criterionShape,
          consequence: byKind(
            ["means", "warning", "concession_cut", "supply_hold", "deposit_deduction", "review"],
            [
              record({ kind: choice(["means"]), means: text, amount: money.optional() }),
              record({ kind: choice(["warning"]) }),
              record({ kind: choice(["concession_cut"]), rate: orNull(share), months: orNull(count(1, 120)) }),
              record({ kind: choice(["supply_hold"]), days: orNull(count(1, 3_660)) }),
              record({ kind: choice(["deposit_deduction"]), amount: orNull(money) }),
              record({ kind: choice(["review"]), about: text }),
            ],
          ),
          period: words,
        }),
      ),
    }),
  ),
  firstFault((policy: RewardDecisionPolicy) => decideRewards({ subjectId: "A", asOf: day, known: {} }, policy)),
).meta({ title: "Reward decision policy 奖惩政策", description: "Which rewards and penalties follow from what is known of someone." });

/** {@link SpiffPolicy} as a schema. */
export const SpiffPolicySchema: z.ZodType<SpiffPolicy> = checkedBy(
  exactly<SpiffPolicy>()(
    record({
      id: text,
      currency,
      effective: period,
      productIds: list(text),
      perUnit: notNegative,
      mostUnits: orNull(notNegative),
      rounding,
    }),
  ),
  firstFault((policy: SpiffPolicy) => computeSpiff({ lines: [] }, policy)),
).meta({ title: "Spiff policy 销售人员即时奖励政策", description: "What a seller gets for each unit of some products." });

/** {@link StackingPolicy} as a schema. */
export const StackingPolicySchema: z.ZodType<StackingPolicy> = checkedBy(
  exactly<StackingPolicy>()(
    record({
      groups: list(record({ id: text, priority: count(1), combine: choice(stackingModes), reducedBy: list(text), excludes: list(text) })),
      members: list(record({ programmeId: text, groupId: text, priority: count(1) })),
    }),
  ),
  firstFault((policy: StackingPolicy) => combineIncentives({ lines: [], candidates: [] }, policy)),
).meta({ title: "Stacking policy 叠加政策", description: "How programmes that claim the same sales are combined." });
