import type { PlanRule } from "../plan-rule.js";

/** The plan says whom to recruit. @internal */
export const planHasTargets: PlanRule<"targets"> = {
  code: "admission.plan_has_targets",
  needs: ["targets"],
  source: "Recruitment plan: determine whom to recruit and the priority of channels",
  test: ({ targets }) => ({ met: targets.length > 0, params: { actual: targets.length } }),
};
