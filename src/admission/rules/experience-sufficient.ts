import { checkRecord } from "../../kernel/check.js";
import { Exact, exact, text } from "../../kernel/decimal.js";
import type { AdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { decimalAtLeast } from "../at-least.js";
import { stillMissing, unset } from "../still-open.js";

/** The longer of two experiences reaches the least one. One that is not known can still raise it, never lower it. @internal */
export const experienceSufficient: AdmissionRule<AdmissionPolicy, "experience", "admission.experience_sufficient"> = {
  code: "admission.experience_sufficient",
  needs: ["experience"],
  source: "代理商 1、分销商 1：同行业或同类产品的销售经验不少于##年",
  required: ({ minExperienceYears }) => ({ actual: null, required: minExperienceYears }),
  test: ({ experience }, { minExperienceYears }) => {
    const fields = checkRecord(experience, "facts.experience");
    const names = ["industryYears", "likeProductsYears"];
    const missing = names.filter((name) => (fields[name] ?? null) === null);
    const years = names.filter((name) => !missing.includes(name)).map((name) => exact(fields[name] as string, `facts.experience.${name}`));
    if (minExperienceYears === null) return unset;
    if (years.length === 0) return stillMissing(missing);
    const longest = years.reduce((a, b) => Exact.max(a, b));
    const tested = decimalAtLeast(text(longest), "facts.experience", minExperienceYears);
    return missing.length === 0 || ("met" in tested && tested.met) ? tested : stillMissing(missing);
  },
};
