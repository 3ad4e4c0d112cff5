import type { Rule } from "../engine/rule.js";
import type { ProspectSource } from "./prospect.js";
import type { RecruitmentPlan } from "./recruitment-plan.js";
import type { StrategyReference } from "./strategy-reference.js";

/** What the rules of a recruitment plan read. @internal */
export interface PlanRuleFacts extends RecruitmentPlan {
  /** The strategy that the plan names. Absent: the host does not have it at hand. */
  readonly strategy?: StrategyReference | undefined;
}

/** What they compare with. @internal */
export interface PlanRulePolicy {
  /** The sources that are known. */
  readonly sources: readonly ProspectSource[];
}

/** A rule that reads the facts `N`. @internal */
export type PlanRule<N extends keyof PlanRuleFacts = keyof PlanRuleFacts> = Rule<PlanRuleFacts, PlanRulePolicy, N>;
