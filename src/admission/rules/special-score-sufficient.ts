import { exact, text } from "../../kernel/decimal.js";
import type { DistributorAdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { stillOpen, unset } from "../still-open.js";

/** The special evaluation of a large integrator or contractor reaches its least score; every rating is needed. @internal */
export const specialScoreSufficient: AdmissionRule<DistributorAdmissionPolicy, "special", "admission.special_score_sufficient"> = {
  code: "admission.special_score_sufficient",
  needs: ["special"],
  from: "manufacturer",
  source: "分销商 3：凡属于大型系统集成商、工程商申请分销商资格的，生产商将采取其它特殊的方式另行评估",
  required: () => ({ actual: null, required: null }),
  test: ({ special: { outcome, passScore } }) => {
    if (outcome.status === "insufficient_data") {
      return stillOpen("admission.ratings_missing", { ratings: outcome.missing }, "manufacturer");
    }
    if (outcome.status === "unscorable") return stillOpen("admission.ratings_meaningless", {}, "manufacturer");
    if (passScore === null) return unset;
    const { score, knockedOutBy } = outcome;
    const short = exact(passScore).minus(exact(score));
    const params = { actual: score, required: passScore, knockedOutBy };
    if (knockedOutBy.length > 0) return { met: false, params };
    return short.greaterThan(0) ? { met: false, params: { ...params, short: text(short) } } : { met: true, params };
  },
  remedy: ({ actual, required, knockedOutBy }) => ({
    code: "admission.change_score",
    params: { actual: actual ?? null, required: required ?? null, knockedOutBy: knockedOutBy ?? [] },
  }),
};
