import type { AdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { gradeAtLeast } from "../at-least.js";

/** Credit standing reaches the least grade: good for agents, high for distributors, as the policy says. @internal */
export const creditSufficient: AdmissionRule<AdmissionPolicy, "creditGrade", "admission.credit_sufficient"> = {
  code: "admission.credit_sufficient",
  needs: ["creditGrade"],
  from: "manufacturer",
  source: "代理商 2：信用状况良好；分销商 4：资信度高",
  required: ({ minCreditGrade }) => ({ actual: null, required: minCreditGrade }),
  test: ({ creditGrade }, { creditScale, minCreditGrade }) => gradeAtLeast(creditGrade, "facts.creditGrade", creditScale, minCreditGrade),
  remedy: ({ required }) => ({ code: "admission.change_grade", params: { fact: "creditGrade", required: required ?? null } }),
};
