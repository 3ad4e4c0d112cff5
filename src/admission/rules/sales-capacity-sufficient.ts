import type { AdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { salesBases } from "../applicant.js";
import { flowAtLeast, flowParams } from "../at-least.js";

/** Sales capacity reaches the least one, over the same period and on the same basis. @internal */
export const salesCapacitySufficient: AdmissionRule<AdmissionPolicy, "salesCapacity", "admission.sales_capacity_sufficient"> = {
  code: "admission.sales_capacity_sufficient",
  needs: ["salesCapacity"],
  source: "代理商 2：其年销售能力必须达到##万以上；分销商 4：其销售能力必须达到##万以上",
  required: ({ minSalesCapacity }) => flowParams(minSalesCapacity),
  test: ({ salesCapacity }, { minSalesCapacity }) => flowAtLeast(salesCapacity, "facts.salesCapacity", minSalesCapacity, salesBases),
};
