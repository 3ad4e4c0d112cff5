import type { AgentAdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { gradeAtLeast } from "../at-least.js";

/** Financial credit reaches the least grade. @internal */
export const financialCreditSufficient: AdmissionRule<
  AgentAdmissionPolicy,
  "financialCreditGrade",
  "admission.financial_credit_sufficient"
> = {
  code: "admission.financial_credit_sufficient",
  needs: ["financialCreditGrade"],
  from: "manufacturer",
  source: "代理商 3：公司财务资信度高",
  required: ({ minFinancialCreditGrade }) => ({ actual: null, required: minFinancialCreditGrade }),
  test: ({ financialCreditGrade }, { creditScale, minFinancialCreditGrade }) =>
    gradeAtLeast(financialCreditGrade, "facts.financialCreditGrade", creditScale, minFinancialCreditGrade),
  remedy: ({ required }) => ({ code: "admission.change_grade", params: { fact: "financialCreditGrade", required: required ?? null } }),
};
