import type { PlanRule } from "./plan-rule.js";
import { planBoundToStrategy } from "./rules/plan-bound-to-strategy.js";
import { planCitesResearch } from "./rules/plan-cites-research.js";
import { planHasTargets } from "./rules/plan-has-targets.js";
import { planNamesSources } from "./rules/plan-names-sources.js";
import { planTargetsInPeriod } from "./rules/plan-targets-in-period.js";
import { planTargetsOnStrategy } from "./rules/plan-targets-on-strategy.js";

/** The rules in force for a recruitment plan. @internal */
export const recruitmentPlanRules: readonly PlanRule[] = [
  planBoundToStrategy,
  planCitesResearch,
  planHasTargets,
  planTargetsOnStrategy,
  planTargetsInPeriod,
  planNamesSources,
];
