import { checkCount, checkRecord } from "../../kernel/check.js";
import type { DistributorAdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";

/** The outlet plan of the territory has a place left: more members are not better. @internal */
export const vacancyOpen: AdmissionRule<DistributorAdmissionPolicy, "outletPlan", "admission.vacancy_open"> = {
  code: "admission.vacancy_open",
  needs: ["outletPlan"],
  from: "manufacturer",
  source: "合理设置分销商；分销商也不是越多越好，主要受区域性的目标消费群的消费指数、分布状况等因素影响",
  required: () => ({ planned: null, occupied: null }),
  test: ({ outletPlan }) => {
    const fields = checkRecord(outletPlan, "facts.outletPlan");
    const planned = checkCount(fields["planned"], "facts.outletPlan.planned", 0, Number.MAX_SAFE_INTEGER);
    const occupied = checkCount(fields["occupied"], "facts.outletPlan.occupied", 0, Number.MAX_SAFE_INTEGER);
    return { met: occupied < planned, params: { planned, occupied } };
  },
  remedy: ({ planned, occupied }) => ({
    code: "admission.change_vacancy",
    params: { planned: planned ?? null, occupied: occupied ?? null, from: "manufacturer" },
  }),
};
