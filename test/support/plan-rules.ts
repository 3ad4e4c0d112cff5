import { prospectSources, type RecruitmentPlan, type StrategyReference } from "qudao/admission";
import { askRules, type Finding } from "qudao/engine";
import type { PlanRule, PlanRuleFacts } from "../../src/admission/plan-rule.js";
import { asOf, plan, strategy } from "./candidates.js";

/** What one rule finds about a plan. */
export function findingOf(rule: PlanRule, more: Partial<RecruitmentPlan> = {}, given: StrategyReference | undefined = strategy): Finding {
  return findingOn(rule, { ...plan(more), strategy: given });
}

/** What one rule finds about a plan that lacks some facts. */
export function findingWithout(
  rule: PlanRule,
  ...missing: readonly (keyof PlanRuleFacts)[]
): readonly [string, readonly string[] | undefined] {
  const facts = { ...plan(), strategy, ...Object.fromEntries(missing.map((name) => [name, undefined])) };
  const { status, missing: named } = findingOn(rule, facts as PlanRuleFacts);
  return [status, named];
}

function findingOn(rule: PlanRule, facts: PlanRuleFacts): Finding {
  return askRules([rule], facts, { sources: prospectSources }, { asOf })[0] as Finding;
}
