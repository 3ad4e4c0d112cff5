import type { AgentAdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { cashFlowBases } from "../applicant.js";
import { flowAtLeast, flowParams } from "../at-least.js";

/** Cash flow reaches the least one, over the same period and in the same meaning. @internal */
export const cashFlowSufficient: AdmissionRule<AgentAdmissionPolicy, "cashFlow", "admission.cash_flow_sufficient"> = {
  code: "admission.cash_flow_sufficient",
  needs: ["cashFlow"],
  source: "代理商 3：现金流量不少于##万",
  required: ({ minCashFlow }) => flowParams(minCashFlow),
  test: ({ cashFlow }, { minCashFlow }) => flowAtLeast(cashFlow, "facts.cashFlow", minCashFlow, cashFlowBases),
};
