import { type DistributorAdmissionPolicy, textRoutes } from "./admission-policy.js";
import { cny, rated, scorecard, shared } from "./example-basis.js";

/**
 * An example of a policy for distributors, to try things out with. **Its numbers are invented**: the texts leave the thresholds open, and
 * each manufacturer agrees on its own. No function uses it unless it is passed in.
 */
export const exampleDistributorPolicy: DistributorAdmissionPolicy = {
  ...shared,
  kind: "distributor",
  id: "example-distributors",
  title: { en: "Example policy for distributors, its numbers invented", zh: "分销商准入示例（数字均为虚构）" },
  minRegisteredCapital: cny("500000"),
  minExperienceYears: "2",
  routes: textRoutes.distributor,
  minCreditGrade: "A",
  minSalesCapacity: { amount: cny("2000000"), per: "year", basis: "achieved" },
  minOutletNetwork: { least: 5 },
  special: [
    {
      applicantKind: "system_integrator",
      large: { kind: "one_of", fact: "applicant.scale", values: ["large"] },
      scorecard: scorecard("example-integrators", [
        rated("integrationAbility", "0.4", { en: "Ability to integrate systems", zh: "系统的集成能力" }),
        rated("productLineCombination", "0.2", { en: "Combination of product lines", zh: "产品线的组合" }),
        rated("downstreamCustomers", "0.2", { en: "Downstream customers", zh: "下游客户" }),
        rated("credit", "0.2", { en: "Credit standing", zh: "资信" }),
      ]),
      passScore: "70",
    },
    {
      applicantKind: "contractor",
      large: { kind: "one_of", fact: "applicant.scale", values: ["large"] },
      scorecard: scorecard("example-contractors", [
        rated("constructionAbility", "0.6", { en: "Ability to build", zh: "工程建筑能力" }),
        rated("projectCredit", "0.4", { en: "Credit standing of its projects", zh: "工程资信度" }),
      ]),
      passScore: "70",
    },
  ],
};
