/** Schemas of how members are scored, of reviews and of programme tiers, refused for whatever the verbs of performance would refuse them. */
import type * as z from "zod";
import { scorecardShape } from "../engine/schema.js";
import { byKind, checkedBy, choice, count, decimal, exactly, firstFault, list, record, text, words } from "../kernel/schema.js";
import { type ProgrammeTierPolicy, readTierPolicy } from "./evaluate-programme-tier.js";
import { type ReviewPolicy, readTriggers, reviewConsequences } from "./evaluate-review.js";
import { type MembersPolicy, readMembersPolicy } from "./score-members.js";

/** {@link MembersPolicy} as a schema. */
export const MembersPolicySchema: z.ZodType<MembersPolicy> = checkedBy(
  exactly<MembersPolicy>()(
    record({
      scorecard: scorecardShape,
      accruing: list(text),
      minimumDays: count(1, 3_660),
      ranking: record({ ties: choice(["competition", "dense"]), knockedOut: choice(["by_score", "unranked"]) }),
    }),
  ),
  firstFault(readMembersPolicy),
).meta({ title: "Members policy 成员评分政策", description: "How the members of a period are scored and ranked." });

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
