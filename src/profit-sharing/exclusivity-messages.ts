import type { Catalogue } from "../kernel/message.js";

/** Words of exclusivity, risk sharing, replacement and switching. @internal */
export const exclusivityMessages = {
  // exclusivity
  "profit-sharing.no_remaining_volume": {
    en: "Cannot find a selling cost per unit: nothing is left to sell under exclusivity",
    zh: "无法计算单位销售成本：排他后没有可销售的数量",
  },
  "profit-sharing.variance_missing": {
    en: "Cannot find the risk premium: the variance of profit, exclusive and not, is not known",
    zh: "无法计算风险补偿：缺少排他与非排他时的利润方差",
  },
  "profit-sharing.exclusivity_cost": {
    en: "Cost of exclusivity to the dealer: {amount} {currency}",
    zh: "排他给中间商带来的成本：{amount} {currency}",
  },
  "profit-sharing.lost_profit": { en: "Profit lost: {amount}", zh: "损失的利润：{amount}" },
  "profit-sharing.lost_line": {
    en: "{productLineId}: {volume} × {unitProfit} = {amount}",
    zh: "{productLineId}：{volume} × {unitProfit} = {amount}",
  },
  "profit-sharing.added_selling_cost": {
    en: "Selling cost per unit rises from {before} to {after}, on {volume} units: {amount}",
    zh: "单位销售成本由 {before} 升至 {after}，共 {volume} 单位：{amount}",
  },
  "profit-sharing.risk_by_rate": { en: "Risk premium, {rate} of {lost}: {amount}", zh: "风险收入，{lost} 的 {rate}：{amount}" },
  "profit-sharing.risk_by_variance": {
    en: "Risk premium, ½ × {aversion} × (variance {exclusive} − {diversified}): {amount}",
    zh: "风险收入，½ × {aversion} ×（方差 {exclusive} − {diversified}）：{amount}",
  },
  "profit-sharing.exclusivity_over": {
    en: "Cannot compensate on {asOf}: the exclusivity ended before {end}",
    zh: "无法在 {asOf} 计算补偿：排他期已于 {end} 之前结束",
  },
  "profit-sharing.exclusivity_compensation": {
    en: "Compensation for exclusivity in {term}: {amount} {currency}",
    zh: "{term} 排他补偿：{amount} {currency}",
  },
  "profit-sharing.lost_profit_now": { en: "Present value of profit lost, proven parts: {amount}", zh: "有凭据的利润损失现值：{amount}" },
  "profit-sharing.lost_in_period": {
    en: "Period {period}: {lost} lost, {gained} gained, {counted} counts",
    zh: "第 {period} 期：损失 {lost}，增益 {gained}，计入 {counted}",
  },
  "profit-sharing.lost_unproven": {
    en: "Period {period}: {lost} lost without evidence, not counted",
    zh: "第 {period} 期：损失 {lost} 无凭据，不计入",
  },
  "profit-sharing.investment": { en: "Investment not yet earned back: {amount}", zh: "尚未摊销的专用投资：{amount}" },
  "profit-sharing.above_cap": { en: "Above the cap of {cap}: {amount}", zh: "超出上限 {cap} 的部分：{amount}" },
  "profit-sharing.exclusivity_terms": {
    en: "Terms of exclusivity: {verdict:profit-sharing.terms_verdict}",
    zh: "排他条款：{verdict:profit-sharing.terms_verdict}",
  },
  "profit-sharing.terms_verdict.no_exclusivity": { en: "none agreed", zh: "未约定排他" },
  "profit-sharing.terms_verdict.defective": { en: "defective", zh: "有缺陷" },
  "profit-sharing.terms_verdict.undetermined": { en: "undetermined", zh: "无法判断" },
  "profit-sharing.terms_verdict.sound": { en: "sound", zh: "完备" },
  "profit-sharing.terms_gap": {
    en: "{weight:profit-sharing.terms_weight}, {status:profit-sharing.terms_status}: {term:profit-sharing.exclusivity_term}",
    zh: "{weight:profit-sharing.terms_weight}，{status:profit-sharing.terms_status}：{term:profit-sharing.exclusivity_term}",
  },
  "profit-sharing.terms_weight.must": { en: "required", zh: "必须" },
  "profit-sharing.terms_weight.should": { en: "advised", zh: "建议" },
  "profit-sharing.terms_status.missing": { en: "not agreed", zh: "未约定" },
  "profit-sharing.terms_status.unknown": { en: "not known", zh: "未知" },
  "profit-sharing.exclusivity_term.lost_profit": { en: "compensation of lost profit", zh: "贴补利润损失" },
  "profit-sharing.exclusivity_term.risk_income": { en: "compensation of risk", zh: "贴补风险收入" },
  "profit-sharing.exclusivity_term.evidence": { en: "evidence of lost profit", zh: "利润损失的凭据" },
  "profit-sharing.exclusivity_term.cap": { en: "cap of the compensation", zh: "补偿上限" },
  "profit-sharing.exclusivity_term.term": { en: "term of the exclusivity", zh: "排他期限" },
  "profit-sharing.exclusivity_term.review": { en: "review of the compensation", zh: "补偿的复核" },
  "profit-sharing.margin_not_positive": {
    en: "Cannot break even: the maker earns {margin} per unit",
    zh: "无法达到盈亏平衡：厂家每单位仅得 {margin}",
  },
  "profit-sharing.break_even": {
    en: "Exclusivity is worth {amount} {currency} to the maker; the compensation is earned back by {volume} units",
    zh: "排他给厂家带来 {amount} {currency}；需增销 {volume} 单位才能收回补偿",
  },
  "profit-sharing.gain_of_sales": { en: "Present value of profit on added sales: {amount}", zh: "新增销售利润现值：{amount}" },
  "profit-sharing.support_spent": { en: "Present value of support: {amount}", zh: "支持费用现值：{amount}" },
  "profit-sharing.compensation_paid": { en: "Compensation: {amount}", zh: "补偿：{amount}" },
  "profit-sharing.period_missing": {
    en: "Cannot compare: the profit of period {period} is not known for {plan:profit-sharing.plan}",
    zh: "无法比较：{plan:profit-sharing.plan}方案第 {period} 期的利润未知",
  },
  "profit-sharing.plan.exclusive": { en: "exclusive", zh: "排他" },
  "profit-sharing.plan.multi_brand": { en: "multi-brand", zh: "多品牌" },
  "profit-sharing.plan.equal": { en: "equal", zh: "相当" },
  "profit-sharing.exclusivity_compared": {
    en: "Exclusive or multi-brand, over a short and a long horizon, in {currency}",
    zh: "排他与多品牌的短期、长期比较（{currency}）",
  },
  "profit-sharing.horizon": {
    en: "Over {periods} periods: exclusive {exclusive}, multi-brand {multiBrand}; better: {better:profit-sharing.plan}",
    zh: "{periods} 期：排他 {exclusive}，多品牌 {multiBrand}；较优：{better:profit-sharing.plan}",
  },
  "profit-sharing.probabilities_not_whole": {
    en: "Cannot expect anything of {plan:profit-sharing.effort}: probabilities add up to {total}, and must add up to 1",
    zh: "无法计算“{plan:profit-sharing.effort}”的期望：概率合计为 {total}，应为 1",
  },
  "profit-sharing.effort.cooperating": { en: "cooperation", zh: "合作" },
  "profit-sharing.effort.defecting": { en: "defection", zh: "不合作" },
  "profit-sharing.risk_sharing": {
    en: "Result against a target of {target} {currency}, shared: everybody joins: {joins}; cooperation pays for everybody: {cooperates}",
    zh: "以 {target} {currency} 为目标共担盈亏：各方均愿参与：{joins}；各方合作更有利：{cooperates}",
  },
  "profit-sharing.risk_party": {
    en: "{partyId}: cooperating {cooperating}, defecting {defecting}, reservation {reservation}",
    zh: "{partyId}：合作 {cooperating}，不合作 {defecting}，保留收益 {reservation}",
  },
  "profit-sharing.risk_scenario": { en: "Channel profit {profit}, deviation {amount}", zh: "渠道利润 {profit}，偏离目标 {amount}" },
  // replacement and switching
  "profit-sharing.switching_cost": { en: "Cost of switching: {amount} {currency}", zh: "转换成本：{amount} {currency}" },
  "profit-sharing.switching_item": {
    en: "{item:profit-sharing.switching_part}: {amount}",
    zh: "{item:profit-sharing.switching_part}：{amount}",
  },
  "profit-sharing.switching_part.search": { en: "Search", zh: "寻找" },
  "profit-sharing.switching_part.training": { en: "Training", zh: "培训" },
  "profit-sharing.switching_part.set_up": { en: "Set-up", zh: "建立" },
  "profit-sharing.switching_part.stock_take_back": { en: "Loss on stock taken back", zh: "收回库存的损失" },
  "profit-sharing.switching_part.contract_exit": { en: "Leaving the contract", zh: "解约" },
  "profit-sharing.switching_part.write_offs": { en: "Write-offs", zh: "核销" },
  "profit-sharing.switching_part.ramp_up": { en: "Margin lost during ramp-up", zh: "爬坡期损失的利润" },
  "profit-sharing.switching_part.salvage": { en: "Salvage", zh: "残值" },
  "profit-sharing.switch_kept": {
    en: "Keep the dealer: replacing it by {candidateId} costs {cost} {currency}, more than the tolerance of {tolerance}",
    zh: "保留现有中间商：更换为 {candidateId} 的机会成本 {cost} {currency}，超过容忍度 {tolerance}",
  },
  "profit-sharing.switch_replaced": {
    en: "Replace the dealer by {candidateId}: that costs {cost} {currency}, within the tolerance of {tolerance}",
    zh: "更换为 {candidateId}：机会成本 {cost} {currency}，不超过容忍度 {tolerance}",
  },
  "profit-sharing.switch_no_candidate": { en: "Keep the dealer: there is no candidate", zh: "保留现有中间商：没有候选者" },
  "profit-sharing.switch_candidate": {
    en: "{candidateId}: keeping is worth {keep}, replacing {replace} less {switching}; opportunity cost {cost}",
    zh: "{candidateId}：保留价值 {keep}，更换价值 {replace} 减转换成本 {switching}；机会成本 {cost}",
  },
  "profit-sharing.purchase_met": {
    en: "Purchases of {purchased} meet the commitment of {committed}",
    zh: "采购 {purchased}，达到承诺的 {committed}",
  },
  "profit-sharing.purchase_short": {
    en: "Purchases of {purchased} fall short of {committed} by {shortfall}; {amount} {currency} is owed",
    zh: "采购 {purchased}，比承诺的 {committed} 少 {shortfall}；应付 {amount} {currency}",
  },
  "profit-sharing.purchase_exclusivity_lost": {
    en: "Purchases of {purchased} fall short of {committed} by {shortfall}; the exclusivity is lost",
    zh: "采购 {purchased}，比承诺的 {committed} 少 {shortfall}；丧失独家权",
  },
  "profit-sharing.no_annual_commission": {
    en: "Cannot find the cap: no yearly commission is known",
    zh: "无法计算上限：没有任何年度佣金",
  },
  "profit-sharing.goodwill": {
    en: "Figure of a goodwill indemnity under the rules of {jurisdiction} ({source}): {amount} {currency}. It says nothing about whether a claim exists",
    zh: "按 {jurisdiction} 规则（{source}）计算的商誉补偿数额：{amount} {currency}。本数额不表示是否存在请求权",
  },
  "profit-sharing.goodwill_raw": {
    en: "Commission expected to go on over {years} years: {amount}",
    zh: "{years} 年内预计延续的佣金：{amount}",
  },
  "profit-sharing.goodwill_year": { en: "Year {year}: {amount}", zh: "第 {year} 年：{amount}" },
  "profit-sharing.goodwill_cap": { en: "Cap, average of {years} years: {amount}", zh: "上限，{years} 年平均：{amount}" },
  "profit-sharing.no_customers": {
    en: "Cannot infer a switching cost: neither brand has customers",
    zh: "无法推算转换成本：两个品牌都没有客户",
  },
  "profit-sharing.price_switching_cost": {
    en: "Switching costs that prices and shares reveal, in {currency}",
    zh: "由价格与份额推算的转换成本（{currency}）",
  },
  "profit-sharing.price_switching_line": {
    en: "{brandId}: {price} − {rivalPrice} × {rivalCustomers} ÷ {customers} = {cost}",
    zh: "{brandId}：{price} − {rivalPrice} × {rivalCustomers} ÷ {customers} = {cost}",
  },
} as const satisfies Catalogue;
