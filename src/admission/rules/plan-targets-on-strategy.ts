import type { PlanRule } from "../plan-rule.js";

/** Every target is of a kind that the strategy allows. @internal */
export const planTargetsOnStrategy: PlanRule<"targets" | "strategy"> = {
  code: "admission.plan_targets_on_strategy",
  needs: ["targets", "strategy"],
  source: "Recruitment is driven by the channel strategy",
  test: ({ targets, strategy: { allowedKinds } }) => {
    const off = [...new Set(targets.map(({ kind }) => kind))].filter((kind) => !allowedKinds.includes(kind));
    return { met: off.length === 0, params: { off, allowed: allowedKinds } };
  },
};
