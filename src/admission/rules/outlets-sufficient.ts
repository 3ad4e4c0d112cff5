import { checkCount, checkRecord } from "../../kernel/check.js";
import { parseRate } from "../../kernel/rate.js";
import type { DistributorAdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { decimalAtLeast } from "../at-least.js";
import { stillMissing, unset } from "../still-open.js";

/** Sells from enough outlets, or reaches enough of its region: whichever the policy counts. @internal */
export const outletsSufficient: AdmissionRule<DistributorAdmissionPolicy, "outletNetwork", "admission.outlets_sufficient"> = {
  code: "admission.outlets_sufficient",
  needs: ["outletNetwork"],
  source: "分销商 4：网点广",
  required: ({ minOutletNetwork }) => {
    if (minOutletNetwork === null) return { actual: null, required: null, measure: null };
    return "least" in minOutletNetwork
      ? { actual: null, required: minOutletNetwork.least, measure: "outlets" }
      : { actual: null, required: minOutletNetwork.leastCoverage, measure: "coverage" };
  },
  test: ({ outletNetwork }, { minOutletNetwork }) => {
    const { outlets, coverage } = checkRecord(outletNetwork, "facts.outletNetwork");
    if (minOutletNetwork === null) return unset;
    if ("leastCoverage" in minOutletNetwork) {
      if ((coverage ?? null) === null) return stillMissing(["coverage"]);
      return decimalAtLeast(
        parseRate(coverage, "facts.outletNetwork.coverage"),
        "facts.outletNetwork.coverage",
        minOutletNetwork.leastCoverage,
      );
    }
    if ((outlets ?? null) === null) return stillMissing(["outlets"]);
    const actual = checkCount(outlets, "facts.outletNetwork.outlets", 0, Number.MAX_SAFE_INTEGER);
    const required = minOutletNetwork.least;
    return actual >= required ? { met: true, params: { actual } } : { met: false, params: { actual, short: required - actual } };
  },
};
