import type { ScoreCriterion, Scorecard } from "../engine/scorecard.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import { type AdmissionPolicyBase, type AgentAdmissionPolicy, type DistributorAdmissionPolicy, textRoutes } from "./admission-policy.js";

const cny = (amount: DecimalString) => ({ amount, currency: "CNY" });

/** A rating from 0 to 100 that must be given. */
function rated(fact: string, weight: DecimalString, title: Words): ScoreCriterion {
  return { code: fact, fact, title, weight, scale: { kind: "direct", full: "100" }, missing: { then: "fail" } };
}

function scorecard(version: string, criteria: readonly ScoreCriterion[]): Scorecard {
  return {
    version,
    weights: "shares",
    criteria,
    minimumCoverage: "1",
    places: 1,
    rounding: "half_up",
    grades: [
      { grade: "C", from: "0" },
      { grade: "B", from: "60" },
      { grade: "A", from: "80" },
    ],
  };
}

const shared = {
  version: "example",
  breachTolerance: 0,
  creditScale: ["C", "B", "A", "AA"],
  unifiedLicence: "accepted",
  minFreeProperty: cny("0"),
  papers: [],
  criteria: [],
  binding: {},
  terms: { respondWithinDays: 30, validForMonths: 3, requalifyAfterMonths: 12, reapplyAfterMonths: 6 },
} as const satisfies Partial<AdmissionPolicyBase>;

/**
 * An example of a policy for agents, to try things out with. **Its numbers are invented**: the texts leave the thresholds open, and each
 * manufacturer agrees on its own. No function uses it unless it is passed in.
 */
export const exampleAgentPolicy: AgentAdmissionPolicy = {
  ...shared,
  kind: "agent",
  id: "example-agents",
  title: { en: "Example policy for agents, its numbers invented", zh: "代理商准入示例（数字均为虚构）" },
  minRegisteredCapital: cny("2000000"),
  minExperienceYears: "3",
  routes: textRoutes.agent,
  minCreditGrade: "B",
  minFinancialCreditGrade: "A",
  minSalesCapacity: { amount: cny("10000000"), per: "year", basis: "achieved" },
  minCashFlow: { amount: cny("1000000"), per: "year", basis: "net_operating" },
  minCapitalTurnover: { least: "4" },
  ranking: {
    scorecard: scorecard("example-agents", [
      rated("teamOrganisation", "0.25", { en: "Team organisation", zh: "团队的组织结构" }),
      rated("outletPlacement", "0.3", { en: "Effective placement of outlets", zh: "销售网络的有效布点" }),
      rated("capitalLiquidity", "0.2", { en: "Liquidity of capital", zh: "资金的流动性" }),
      rated("loyalty", "0.25", { en: "Loyalty to the enterprise", zh: "对企业的忠诚度" }),
    ]),
    loyalty: scorecard("example-loyalty", [
      {
        ...rated("shareOfPurchases", "0.5", { en: "Share of like products bought from us", zh: "同类产品中向本企业采购的比例" }),
        scale: { kind: "linear", full: "100", from: "0", to: "1" },
      },
      {
        ...rated("yearsTogether", "0.3", { en: "Years of working together", zh: "合作年数" }),
        scale: { kind: "linear", full: "100", from: "0", to: "5" },
      },
      {
        ...rated("diversionCases", "0.2", { en: "Cases of diversion in three years", zh: "三年内窜货次数" }),
        scale: { kind: "deduction", full: "100", better: "lower", target: "0", step: "1", deduct: "50", partialStep: "counts" },
      },
    ]),
    cutOff: "70",
    ties: "competition",
  },
};

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
