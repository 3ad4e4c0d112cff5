/** Scorecards, candidates, plans and strategies for the tests of recruiting. */
import type {
  CandidateFacts,
  CandidatePolicy,
  MeasurePolicy,
  PartnerScorecard,
  PartnerWeighting,
  RecruitmentPlan,
  RecruitmentTarget,
  ScreeningPolicy,
  StrategyReference,
} from "qudao/admission";
import type { ScoreScale } from "qudao/engine";

/** The day every test asks on, unless it says otherwise. */
export const asOf = "2024-05-01";

export const strategy: StrategyReference = { id: "S-2024", allowedKinds: ["agent", "distributor"] };

export const direct: ScoreScale = { kind: "direct", full: "100" };
export const linear = (from: string, to: string): ScoreScale => ({ kind: "linear", full: "100", from, to });

/** A criterion without which there is no score. */
export function weigh(
  criterion: string,
  weight: string,
  scale: ScoreScale = direct,
  more: Partial<PartnerWeighting> = {},
): PartnerWeighting {
  return { criterion, weight, scale, missing: { then: "fail" }, ...more };
}

export function card(criteria: readonly PartnerWeighting[], more: Partial<PartnerScorecard> = {}): PartnerScorecard {
  return {
    version: "2024-1",
    weights: "shares",
    criteria,
    minimumCoverage: "0",
    places: 1,
    rounding: "half_up",
    grades: [
      { grade: "poor", from: "0" },
      { grade: "fair", from: "60" },
      { grade: "good", from: "75" },
    ],
    ...more,
  };
}

export function candidate(name: string, more: Partial<CandidateFacts> = {}): CandidateFacts {
  return { candidate: name, kind: "distributor", ...more };
}

export const measures: MeasurePolicy = {
  places: 4,
  rounding: "half_up",
  record: { years: 3, maxAgeYears: 1 },
  terms: { annualRate: "0.06", daysPerYear: 360 },
  targetGroup: [
    { segment: "schools", share: "0.7" },
    { segment: "hotels", share: "0.3" },
  ],
};

export const screening: ScreeningPolicy = {
  version: "2024-s",
  strategy,
  value: card([weigh("cooperation_value", "1")]),
  feasibility: card([weigh("feasibility", "1")]),
  highFrom: { value: "60", feasibility: "70" },
};

export const deciding: CandidatePolicy = {
  scorecard: card([weigh("comprehensive_capability", "1")]),
  strategy,
  acceptFrom: "good",
  conditionalFrom: "fair",
};

export function target(more: Partial<RecruitmentTarget> = {}): RecruitmentTarget {
  return { kind: "distributor", territoryId: "zhejiang", count: 2, priority: 1, dueOn: "2024-06-30", ...more };
}

export function plan(more: Partial<RecruitmentPlan> = {}): RecruitmentPlan {
  return {
    id: "R-2024",
    strategyId: "S-2024",
    period: { start: "2024-01-01", end: "2025-01-01" },
    ownerId: "P-1",
    budget: { amount: "50000", currency: "CNY" },
    targets: [target()],
    sources: ["trade_fair", "referral"],
    research: [{ documentId: "M-7" }],
    ...more,
  };
}
