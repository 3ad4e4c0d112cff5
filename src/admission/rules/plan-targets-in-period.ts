import type { PlanRule } from "../plan-rule.js";

/** Every target is due on a day of the plan. @internal */
export const planTargetsInPeriod: PlanRule<"targets" | "period"> = {
  code: "admission.plan_targets_in_period",
  needs: ["targets", "period"],
  test: ({ targets, period }) => {
    const outside = targets.map(({ dueOn }) => dueOn).filter((dueOn) => dueOn < period.start || dueOn >= period.end);
    return { met: outside.length === 0, params: { period: { start: period.start, end: period.end }, outside } };
  },
};
