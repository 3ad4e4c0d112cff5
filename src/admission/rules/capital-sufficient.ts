import type { AdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { moneyAtLeast, moneyParam } from "../at-least.js";

/** Registered capital reaches the least one; exactly the least is enough. @internal */
export const capitalSufficient: AdmissionRule<AdmissionPolicy, "registeredCapital", "admission.capital_sufficient"> = {
  code: "admission.capital_sufficient",
  needs: ["registeredCapital"],
  source: "代理商 1：注册资金不得低于##万元；分销商 1：注册资金不少于##万",
  required: ({ minRegisteredCapital }) => ({ actual: null, required: moneyParam(minRegisteredCapital) }),
  test: ({ registeredCapital }, { minRegisteredCapital }) =>
    moneyAtLeast(registeredCapital, "facts.registeredCapital", minRegisteredCapital),
};
