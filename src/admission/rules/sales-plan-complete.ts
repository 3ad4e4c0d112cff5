import { checkRecord } from "../../kernel/check.js";
import type { AgentAdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { emptyFieldsOf } from "../empty-fields-of.js";
import { stillMissing } from "../still-open.js";

/** The sales plan speaks of the products, of the present market and of volumes. @internal */
export const salesPlanComplete: AdmissionRule<AgentAdmissionPolicy, "salesPlan", "admission.sales_plan_complete"> = {
  code: "admission.sales_plan_complete",
  needs: ["salesPlan"],
  source: "代理商 6：根据企业的产品特点及目前的市场状况，制订销售计划",
  test: ({ salesPlan }) => {
    const plan = checkRecord(salesPlan, "facts.salesPlan");
    const empty = emptyFieldsOf(plan, ["products", "marketSituation", "volumes"], "facts.salesPlan");
    return empty.length === 0 ? { met: true, params: {} } : stillMissing(empty);
  },
};
