/** Schemas of how members are scored, of reviews and of programme tiers, refused for whatever the verbs of performance would refuse them. */
import type * as z from "zod";
import { scorecardShape } from "../engine/schema.js";
import { byKind, checkedBy, choice, count, decimal, exactly, firstFault, flag, list, record, text, words } from "../kernel/schema.js";
import { computeIndicators, type IndicatorPolicy } from "./compute-indicators.js";
import { type ChannelsPolicy, evaluateChannels } from "./evaluate-channels.js";
import { type ProgrammeTierPolicy, readTierPolicy } from "./evaluate-programme-tier.js";
import { type ReviewPolicy, readTriggers, reviewConsequences } from "./evaluate-review.js";
import { type DueReviewPolicy, findDueReviews } from "./find-due-reviews.js";
import { type PerformanceIndicator, performanceUnits } from "./performance-indicator.js";
import { type MembersPolicy, readMembersPolicy } from "./score-members.js";
import { type MemberPeriodsPolicy, scoreMembersOverPeriods } from "./score-members-over-periods.js";

const ranking = record({ ties: choice(["competition", "dense"]), knockedOut: choice(["by_score", "unranked"]) });

/** {@link MembersPolicy} as a schema. */
export const MembersPolicySchema: z.ZodType<MembersPolicy> = checkedBy(
  exactly<MembersPolicy>()(
    record({
      scorecard: scorecardShape,
      accruing: list(text),
      minimumDays: count(1, 3_660),
      ranking,
    }),
  ),
  firstFault(readMembersPolicy),
).meta({ title: "Members policy 成员评分政策", description: "How the members of a period are scored and ranked." });

const decay = byKind(
  ["linear", "exponential", "explicit"],
  [
    record({ kind: choice(["linear"]), span: count(1, 1_000) }),
    record({ kind: choice(["exponential"]), factor: decimal }),
    record({ kind: choice(["explicit"]), weights: list(decimal) }),
  ],
);

/** {@link MemberPeriodsPolicy} as a schema. */
export const MemberPeriodsPolicySchema: z.ZodType<MemberPeriodsPolicy> = checkedBy(
  exactly<MemberPeriodsPolicy>()(
    record({ scorecard: scorecardShape, decay, minimumPeriods: count(1, 1_000), knockOuts: choice(["any", "newest", "none"]), ranking }),
  ),
  firstFault((policy: MemberPeriodsPolicy) => scoreMembersOverPeriods({ members: [] }, policy)),
).meta({ title: "Member periods policy 成员多期评分政策", description: "How scores of several periods are put together and ranked." });

const formula = exactly<PerformanceIndicator["formula"]>()(
  byKind(
    ["sum", "ratio", "change", "difference", "mean", "mean_days", "on_time_share", "share_at_least", "weighted"],
    [
      record({ kind: choice(["sum"]), of: text }),
      record({ kind: choice(["ratio"]), over: text, under: text }),
      record({ kind: choice(["change", "difference"]), before: text, after: text }),
      record({ kind: choice(["mean"]), of: text, ends: choice(["whole", "half"]) }),
      record({ kind: choice(["mean_days", "on_time_share"]), of: text }),
      record({ kind: choice(["share_at_least"]), of: text, least: decimal }),
      record({ kind: choice(["weighted"]), parts: list(record({ of: text, weight: decimal })) }),
    ],
  ),
);

const indicator = exactly<PerformanceIndicator>()(
  record({
    code: text,
    title: words,
    meaning: words,
    unit: choice(performanceUnits),
    better: choice(["higher", "lower"]),
    accrues: flag,
    formula,
  }),
);

/** Any reading a formula can ask for, so that all of the formula is read. */
const indicatorFaults = firstFault((policy: IndicatorPolicy) => {
  const names = policy.indicators.flatMap(({ formula: { kind: _, ...fields } }) =>
    "parts" in fields ? fields.parts.map(({ of }) => of) : Object.values(fields),
  );
  return computeIndicators({ readings: Object.fromEntries(names.map((name) => [name, []])) }, policy);
});

/** {@link IndicatorPolicy} as a schema. */
export const IndicatorPolicySchema: z.ZodType<IndicatorPolicy> = checkedBy(
  exactly<IndicatorPolicy>()(record({ indicators: list(indicator) })),
  indicatorFaults,
).meta({ title: "Indicator policy 指标政策", description: "The indicators that are computed from readings." });

/** {@link ChannelsPolicy} as a schema. */
export const ChannelsPolicySchema: z.ZodType<ChannelsPolicy> = checkedBy(
  exactly<ChannelsPolicy>()(
    record({
      scorecard: scorecardShape,
      suggestions: list(record({ code: text, title: words, grades: list(text), kind: choice(["structure", "measure"]) })),
    }),
  ),
  firstFault((policy: ChannelsPolicy) => evaluateChannels({ period: { start: "2000-01-01", end: "2000-02-01" }, channels: [] }, policy)),
).meta({ title: "Channels policy 渠道评估政策", description: "How channels are graded, and what is suggested for a grade." });

/** {@link DueReviewPolicy} as a schema. */
export const DueReviewPolicySchema: z.ZodType<DueReviewPolicy> = checkedBy(
  exactly<DueReviewPolicy>()(
    record({ cadences: list(record({ cadence: text, everyMonths: count(1, 120) })), noticeDays: count(0, 3_660) }),
  ),
  firstFault((policy: DueReviewPolicy) => findDueReviews({ asOf: "2000-01-01", members: [] }, policy)),
).meta({ title: "Due review policy 考核周期政策", description: "How often members are reviewed, and how early a review is listed." });

/** {@link ReviewPolicy} as a schema. */
export const ReviewPolicySchema: z.ZodType<ReviewPolicy> = checkedBy(
  exactly<ReviewPolicy>()(
    record({
      triggers: list(
        record({
          code: text,
          title: words,
          when: byKind(
            ["grades", "drop"],
            [
              record({ kind: choice(["grades"]), grades: list(text), inRow: count(1, 1_000) }),
              record({ kind: choice(["drop"]), points: decimal }),
            ],
          ),
          consequence: choice(reviewConsequences),
        }),
      ),
    }),
  ),
  firstFault(({ triggers }: ReviewPolicy) => readTriggers(triggers)),
).meta({ title: "Review policy 考核政策", description: "What reviews of members lead to." });

/** {@link ProgrammeTierPolicy} as a schema. */
export const ProgrammeTierPolicySchema: z.ZodType<ProgrammeTierPolicy> = checkedBy(
  exactly<ProgrammeTierPolicy>()(
    record({
      tiers: list(
        record({
          tier: text,
          title: words,
          rule: byKind(
            ["all_thresholds", "points"],
            [
              record({ kind: choice(["all_thresholds"]), thresholds: list(record({ metric: text, atLeast: decimal })) }),
              record({
                kind: choice(["points"]),
                tracks: list(
                  record({ track: text, minimum: decimal, metrics: list(record({ metric: text, threshold: decimal, max: decimal })) }),
                ),
              }),
            ],
          ),
        }),
      ),
      demotionReviews: count(1, 1_000),
      minimumStayMonths: count(0, 1_200),
      keepMargin: decimal,
      earnedWithinMonths: count(0, 1_200).optional(),
      reviewMonths: count(1, 120),
    }),
  ),
  firstFault(readTierPolicy),
).meta({ title: "Programme tier policy 伙伴级别政策", description: "The tiers of a programme, and how members move between them." });
