import type { PlanRule } from "../plan-rule.js";

/** The strategy given is the one that the plan names. @internal */
export const planBoundToStrategy: PlanRule<"strategyId" | "strategy"> = {
  code: "admission.plan_bound_to_strategy",
  needs: ["strategyId", "strategy"],
  source: "Recruitment is driven by the channel strategy",
  test: ({ strategyId, strategy }) => ({ met: strategy.id === strategyId, params: { actual: strategy.id, required: strategyId } }),
};
