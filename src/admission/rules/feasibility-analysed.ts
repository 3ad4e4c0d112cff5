import { checkRecord } from "../../kernel/check.js";
import type { AgentAdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { emptyFieldsOf } from "../empty-fields-of.js";
import { stillOpen } from "../still-open.js";

/** The plan was analysed for the near or for the long term; one horizon is enough. @internal */
export const feasibilityAnalysed: AdmissionRule<AgentAdmissionPolicy, "feasibility", "admission.feasibility_analysed"> = {
  code: "admission.feasibility_analysed",
  needs: ["feasibility"],
  source: "代理商 6：对近期或远期的销售计划和销售情况作市场的可行性分析",
  test: ({ feasibility }) => {
    const empty = emptyFieldsOf(checkRecord(feasibility, "facts.feasibility"), ["nearTerm", "longTerm"], "facts.feasibility");
    return empty.length < 2 ? { met: true, params: {} } : stillOpen("admission.horizon_missing", {}, "applicant");
  },
};
