/** Small policies of performance that their verbs accept, and a call that reads all of each. */
import {
  type ChannelsPolicy,
  computeIndicators,
  type DueReviewPolicy,
  evaluateChannels,
  findDueReviews,
  type IndicatorPolicy,
  type MemberPeriodsPolicy,
  performanceIndicators,
  scoreMembersOverPeriods,
} from "qudao/performance";
import { quarterCard } from "./performance-card.js";

const title = { en: "title", zh: "标题" };
const use = <P>(policies: readonly P[], call: (policy: P) => unknown) => ({ policies, call: call as (policy: unknown) => unknown });
const own: IndicatorPolicy["indicators"][number] = {
  code: "own_one",
  title,
  meaning: title,
  unit: "rating",
  better: "higher",
  accrues: false,
  formula: {
    kind: "weighted",
    parts: [
      { of: "first", weight: "2" },
      { of: "second", weight: "1" },
    ],
  },
};
const periods: MemberPeriodsPolicy = {
  scorecard: quarterCard,
  decay: { kind: "linear", span: 4 },
  minimumPeriods: 2,
  knockOuts: "any",
  ranking: { ties: "dense", knockedOut: "unranked" },
};
const [firstGrade] = quarterCard.grades.map(({ grade }) => grade);

/** Keys are names of `policySchemas`. */
export const performancePolicyUses = {
  ChannelsPolicy: use<ChannelsPolicy>(
    [{ scorecard: quarterCard, suggestions: [{ code: "remove_tier", title, grades: [firstGrade as string], kind: "structure" }] }],
    (policy) => evaluateChannels({ period: { start: "2024-01-01", end: "2024-04-01" }, channels: [] }, policy),
  ),
  DueReviewPolicy: use<DueReviewPolicy>([{ cadences: [{ cadence: "agents", everyMonths: 1 }], noticeDays: 7 }], (policy) =>
    findDueReviews({ asOf: "2024-03-15", members: [] }, policy),
  ),
  IndicatorPolicy: use<IndicatorPolicy>([{ indicators: performanceIndicators }, { indicators: [own] }], (policy) => {
    const names = ["first", "second", "sales", "quota", "satisfaction_answers", "stocks"];
    return computeIndicators({ readings: Object.fromEntries(names.map((name) => [name, ["1"]])) }, policy);
  }),
  MemberPeriodsPolicy: use<MemberPeriodsPolicy>(
    [
      periods,
      { ...periods, decay: { kind: "exponential", factor: "0.5" }, knockOuts: "none" },
      { ...periods, decay: { kind: "explicit", weights: ["3", "2", "1"] }, knockOuts: "newest" },
    ],
    (policy) => scoreMembersOverPeriods({ members: [] }, policy),
  ),
};
