import type { Catalogue } from "../kernel/message.js";

/** Words of the economics of a channel: work done, channel profit, agent or own force, scenarios. @internal */
export const economicsMessages = {
  // the efficiency template
  "profit-sharing.costs_not_whole": {
    en: "Cannot weigh the tasks: their cost shares add up to {total}, and must add up to 1",
    zh: "无法确定各项职能的权重：成本份额合计为 {total}，应为 1",
  },
  "profit-sharing.task_not_whole": {
    en: "Cannot share out {task:profit-sharing.channel_task}: the parts of it add up to {total}, and must add up to 1",
    zh: "无法分摊“{task:profit-sharing.channel_task}”：各方所承担的合计为 {total}，应为 1",
  },
  "profit-sharing.task_undone": {
    en: "Cannot share out {task:profit-sharing.channel_task}: nobody does it",
    zh: "无法分摊“{task:profit-sharing.channel_task}”：没有任何一方承担",
  },
  "profit-sharing.actual_not_whole": {
    en: "Cannot compare with actual shares: they add up to {total}, and must add up to 1",
    zh: "无法与实际份额比较：实际份额合计为 {total}，应为 1",
  },
  "profit-sharing.normative_shares": {
    en: "Shares of profit of {members} members by the work they do in {tasks} tasks, together {share}",
    zh: "按 {tasks} 项职能的承担情况确定 {members} 个成员的应得利润份额，合计 {share}",
  },
  "profit-sharing.normative_share": { en: "{memberId}: share {share}", zh: "{memberId}：应得份额 {share}" },
  "profit-sharing.normative_share_gap": {
    en: "{memberId}: share {share}; what it has today exceeds that by {gap}",
    zh: "{memberId}：应得份额 {share}；现有份额与之相差 {gap}",
  },
  "profit-sharing.normative_task": {
    en: "{task:profit-sharing.channel_task}, weight {weight}: does {share} of it",
    zh: "{task:profit-sharing.channel_task}，权重 {weight}：承担 {share}",
  },
  "profit-sharing.channel_task.possession": { en: "physical possession", zh: "实物持有" },
  "profit-sharing.channel_task.ownership": { en: "ownership", zh: "所有权" },
  "profit-sharing.channel_task.promotion": { en: "promotion", zh: "促销" },
  "profit-sharing.channel_task.negotiation": { en: "negotiation", zh: "谈判" },
  "profit-sharing.channel_task.financing": { en: "financing", zh: "融资" },
  "profit-sharing.channel_task.risk": { en: "risk", zh: "承担风险" },
  "profit-sharing.channel_task.ordering": { en: "ordering", zh: "订货" },
  "profit-sharing.channel_task.payment": { en: "payment", zh: "付款" },
  "profit-sharing.channel_task.information": { en: "information sharing", zh: "信息共享" },

  // what a channel brings its maker
  "profit-sharing.channel_profit": {
    en: "Contribution of the channel {amount} {currency}; return on sales {returnOnSales}, on expense {returnOnExpense}",
    zh: "渠道净贡献 {amount} {currency}；销售回报率 {returnOnSales}，费用回报率 {returnOnExpense}",
  },
  "profit-sharing.channel_margin": {
    en: "{units} units at a margin of {unitMargin}: {amount}",
    zh: "{units} 单位，单位毛利 {unitMargin}：{amount}",
  },
  "profit-sharing.channel_unit": { en: "Margin of a unit: {amount}", zh: "单位毛利：{amount}" },
  "profit-sharing.channel_price": {
    en: "{price:profit-sharing.price_level} {after}: {amount}",
    zh: "{price:profit-sharing.price_level} {after}：{amount}",
  },
  "profit-sharing.price_level.end": { en: "End price", zh: "终端价" },
  "profit-sharing.price_level.wholesale": { en: "Wholesale price", zh: "批发价" },
  "profit-sharing.price_level.net": { en: "Net price", zh: "净价" },
  "profit-sharing.price_level.pocket": { en: "Pocket price", zh: "落袋价" },
  "profit-sharing.channel_unit_cost": { en: "Cost of a unit: {amount}", zh: "单位成本：{amount}" },
  "profit-sharing.channel_expense": { en: "Marketing and sales expense: {amount}", zh: "营销费用：{amount}" },

  // an agent or a force of one's own
  "profit-sharing.force_crossover": {
    en: "Both ways cost the same at sales of {crossover} {currency}: below it {below:profit-sharing.force}, above it {above:profit-sharing.force}",
    zh: "销售额为 {crossover} {currency} 时两者费用相同：低于此额{below:profit-sharing.force}，高于此额{above:profit-sharing.force}",
  },
  "profit-sharing.force_no_crossover": {
    en: "Whatever is sold, {below:profit-sharing.force}",
    zh: "无论销售额多少，{below:profit-sharing.force}",
  },
  "profit-sharing.force.agent": { en: "the agent is cheaper", zh: "用代理商更省" },
  "profit-sharing.force.own_force": { en: "the own force is cheaper", zh: "自建销售队伍更省" },
  "profit-sharing.force.equal": { en: "both cost the same", zh: "两者相同" },
  "profit-sharing.force_terms": {
    en: "{way:profit-sharing.way}: {fixedCost} {currency} and {costShare} of sales",
    zh: "{way:profit-sharing.way}：固定 {fixedCost} {currency}，另加销售额的 {costShare}",
  },
  "profit-sharing.force_cost": {
    en: "{way:profit-sharing.way}: {fixedCost} and {costShare} of sales; at sales of {sales} it costs {cost} {currency}",
    zh: "{way:profit-sharing.way}：固定 {fixedCost}，另加销售额的 {costShare}；销售额 {sales} 时费用 {cost} {currency}",
  },
  "profit-sharing.way.agent": { en: "agent", zh: "代理商" },
  "profit-sharing.way.own_force": { en: "own sales force", zh: "自建销售队伍" },

  // scenarios
  "profit-sharing.scenarios_not_whole": {
    en: "Cannot expect anything of {id}: the probabilities add up to {total}, and must add up to 1",
    zh: "无法计算 {id} 的期望利润：概率合计为 {total}，应为 1",
  },
  "profit-sharing.scenarios": {
    en: "Largest expected profit: {bestExpected}; largest margin after risk: {bestRiskAdjusted}",
    zh: "期望利润最高：{bestExpected}；风险调整后最高：{bestRiskAdjusted}",
  },
  "profit-sharing.alternative": { en: "{id}", zh: "方案 {id}" },
  "profit-sharing.scenario_expected": { en: "expected profit {amount} {currency}", zh: "期望利润 {amount} {currency}" },
  "profit-sharing.scenario": {
    en: "{scenario}: {volume} units at {unitMargin} leave {profit}, with probability {probability}: {amount}",
    zh: "情景 {scenario}：{volume} 单位，单位毛利 {unitMargin}，利润 {profit}，概率 {probability}：{amount}",
  },
  "profit-sharing.credit_unknown": { en: "what is at risk is not known", zh: "风险敞口未知" },
  "profit-sharing.scenario_adjusted": { en: "margin after risk {amount} {currency}", zh: "风险调整后利润 {amount} {currency}" },
  "profit-sharing.scenario_before_risk": { en: "before risk: {amount}", zh: "调整前：{amount}" },
  "profit-sharing.credit_loss": { en: "expected loss of credit: {amount}", zh: "预期信用损失：{amount}" },
  "profit-sharing.capital_cost": { en: "cost of the capital tied up: {amount}", zh: "占用资金成本：{amount}" },
} as const satisfies Catalogue;
