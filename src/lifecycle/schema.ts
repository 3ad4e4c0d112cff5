/** Schema of what was laid down for the lives of members, refused for whatever `stepMember` would refuse it. */
import type * as z from "zod";
import { checkedBy, choice, count, decimal, exactly, firstFault, flag, list, record, text } from "../kernel/schema.js";
import { checkFacts } from "./check-member.js";
import { exitGrounds } from "./exit-ground.js";
import type { MemberPolicy } from "./member-policy.js";

const floor = record({ floor: decimal, recovery: decimal });

/** {@link MemberPolicy} as a schema. */
export const MemberPolicySchema: z.ZodType<MemberPolicy> = checkedBy(
  exactly<MemberPolicy>()(
    record({
      promotionScore: decimal,
      trialSalesMinimum: decimal,
      trialExtensions: count(),
      breachTolerance: count(),
      reviewMonths: count(1, 1_200),
      badGrades: list(text),
      badReviewsInRow: count(2),
      badReviewAction: choice(["warning", "remediation", "demotion", "elimination"]),
      levelFloors: record({ agent: floor, strategic_partner: floor }),
      demotionReviews: count(1),
      remediationCauses: list(text),
      remediationDays: count(0, 36_500),
      remediationAttempts: count(1),
      remediationOwner: text,
      suspensionCauses: list(text),
      suspensionMinimumDays: count(0, 36_500),
      suspensionMostDays: count(0, 36_500),
      safetyOwner: text,
      strategicSafetyMonths: count(0, 1_200),
      noticeSteps: list(record({ fromMonths: count(0, 1_200), noticeMonths: count(0, 1_200) })),
      noticeEndsOn: choice(["same_day", "month_end"]),
      immediateGrounds: list(choice(exitGrounds)),
      supplyDuringNotice: flag,
      ownExitItems: list(text),
    }),
  ),
  firstFault(checkFacts),
).meta({ title: "Member policy 成员管理政策", description: "What was laid down for the lives of members." });
