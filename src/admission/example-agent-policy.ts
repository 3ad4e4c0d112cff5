import { type AgentAdmissionPolicy, textRoutes } from "./admission-policy.js";
import { cny, rated, scorecard, shared } from "./example-basis.js";

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
  minCapitalTurnover: { least: "4", per: "year" },
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
