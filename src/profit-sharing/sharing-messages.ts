import type { Catalogue } from "../kernel/message.js";
import { sharingFaultMessages } from "./sharing-fault-messages.js";

/** Words of shares, quotas, exclusivity, replacement and switching. */
export const sharingMessages = {
  ...sharingFaultMessages,
  "profit-sharing.rounded_off": { en: "Rounding: {amount}", zh: "舍入差额：{amount}" },
  // splits
  "profit-sharing.shares_not_whole": {
    en: "Cannot split by these shares: they add up to {total}, and must add up to 1",
    zh: "无法按这些份额分配：合计为 {total}，应为 1",
  },
  "profit-sharing.loss_not_shared": {
    en: "Cannot share out {amount}: this clause shares no loss",
    zh: "无法分配 {amount}：该条款不分担亏损",
  },
  "profit-sharing.ratio_split": {
    en: "{amount} {currency} shared by ratio; shares add up to {shares}; odd units in {remainder:kernel.remainder}",
    zh: "按比例分配 {amount} {currency}；份额合计 {shares}；零头{remainder:kernel.remainder}",
  },
  "profit-sharing.split_part": { en: "{partyId}: share {share}, {amount}", zh: "{partyId}：份额 {share}，分得 {amount}" },
  "profit-sharing.split_part_with_spare": {
    en: "{partyId}: share {share}, {amount}, one odd unit included",
    zh: "{partyId}：份额 {share}，分得 {amount}，含一个零头单位",
  },
  "profit-sharing.waterfall": { en: "{amount} {currency} handed out step by step", zh: "按顺序分配 {amount} {currency}" },
  "profit-sharing.waterfall_step": { en: "{title}: {amount} paid, {unpaid} left owing", zh: "{title}：付 {amount}，未付足 {unpaid}" },
  "profit-sharing.profit_share": { en: "Paid as share of profit: {amount} {currency}", zh: "应付分成：{amount} {currency}" },
  "profit-sharing.share_earned": {
    en: "Share {share} of profit {profit}, after deficits of {used} and {held} held back of the profit: {amount}",
    zh: "利润 {profit} 的 {share}（已弥补亏损 {used}，利润中留存 {held}）：{amount}",
  },
  "profit-sharing.period_result": { en: "Result of the period: {amount} {currency}", zh: "本期结果：{amount} {currency}" },
  "profit-sharing.income": { en: "Income: {amount} {currency}", zh: "收入：{amount} {currency}" },
  "profit-sharing.expense_allowance": { en: "Allowance for expenses: {amount} {currency}", zh: "费用扣除：{amount} {currency}" },
  "profit-sharing.losses": { en: "Losses: {amount} {currency}", zh: "损失：{amount} {currency}" },
  "profit-sharing.topped_up": { en: "Topped up to the guarantee: {amount} {currency}", zh: "补足最低保证：{amount} {currency}" },
  "profit-sharing.held_back": { en: "Held back of the share: {amount} {currency}", zh: "分成中留存：{amount} {currency}" },
  "profit-sharing.shapley": {
    en: "{amount} {currency} shared among {parties} by what each adds; {blocked} groups would earn more alone",
    zh: "按各方贡献在 {parties} 方间分配 {amount} {currency}；有 {blocked} 个小组自行其是收益更高",
  },
  "profit-sharing.shapley_part": { en: "{partyId}: {amount}; alone it would earn {alone}", zh: "{partyId}：{amount}；单独可得 {alone}" },
  "profit-sharing.no_gain": {
    en: "Cannot strike a bargain: without a deal the parties have {fallbacks} {currency}, with it {total} {currency}",
    zh: "无法达成协议：不合作时各方合计可得 {fallbacks} {currency}，合作只有 {total} {currency}",
  },
  "profit-sharing.nash_bargain": {
    en: "{amount} {currency}, of which {gain} are gained by the deal and divided by bargaining power",
    zh: "共 {amount} {currency}，其中合作所增 {gain} 按议价能力分配",
  },
  "profit-sharing.nash_part": {
    en: "{partyId}: {amount} = fallback {fallback} + {gain} for a power of {power}",
    zh: "{partyId}：{amount} = 保底 {fallback} + {gain}（议价能力 {power}）",
  },
  // quotas, concession, maturity, office
  "profit-sharing.factor.operating_scale": { en: "operating scale", zh: "经营规模" },
  "profit-sharing.factor.management_level": { en: "management level", zh: "管理水平" },
  "profit-sharing.factor.cooperation_spirit": { en: "cooperation spirit", zh: "合作精神" },
  "profit-sharing.factor.service_level": { en: "customer-service level", zh: "客服水平" },
  "profit-sharing.factor.downstream_customers": { en: "number of downstream customers", zh: "下游客户的数量" },
  "profit-sharing.class_outweighed": {
    en: "Class {memberClass} weighs {weight}, more than class {before} with {beforeWeight}: members as good as others get less than they",
    zh: "{memberClass} 类权重 {weight}，高于 {before} 类的 {beforeWeight}：条件相同的成员反而分得更少",
  },
  "profit-sharing.member_unscored": {
    en: "Cannot find a quota for {memberId}: its index lacks {missing}",
    zh: "无法确定 {memberId} 的利润配额：指数缺少 {missing}",
  },
  "profit-sharing.nothing_scored": { en: "Cannot share out by quotas: every weight is 0", zh: "无法按配额分配：所有权重均为 0" },
  "profit-sharing.quotas": {
    en: "Quotas of {members} members by scorecard {version}, together {quota}",
    zh: "按评分表 {version} 确定 {members} 个成员的利润配额，合计 {quota}",
  },
  "profit-sharing.member_quota": {
    en: "{memberId} ({memberClass}): index {index}, class weight {classWeight}, quota {quota}",
    zh: "{memberId}（{memberClass}）：指数 {index}，类别权重 {classWeight}，配额 {quota}",
  },
  "profit-sharing.member_quota_paid": {
    en: "{memberId} ({memberClass}): index {index}, class weight {classWeight}, quota {quota}, {amount}",
    zh: "{memberId}（{memberClass}）：指数 {index}，类别权重 {classWeight}，配额 {quota}，分得 {amount}",
  },
  "profit-sharing.no_volume": { en: "Cannot tell how volume varies: all of it is 0", zh: "无法计算销量波动：销量全为 0" },
  "profit-sharing.entry_concession": {
    en: "Ceded per unit: {concession} {currency} = {base} + {perVariation} × variation {variation} over {periods} periods; the margin is {margin}",
    zh: "每单位让利 {concession} {currency} = {base} + {perVariation} × 波动系数 {variation}（{periods} 期）；厂家单位利润 {margin}",
  },
  "profit-sharing.entry_concession_capped": {
    en: "Ceded per unit: {concession} {currency}, capped at the margin of {margin}; {base} + {perVariation} × variation {variation} over {periods} periods is more",
    zh: "每单位让利 {concession} {currency}，以厂家单位利润 {margin} 为限；{base} + {perVariation} × 波动系数 {variation}（{periods} 期）已超出",
  },
  "profit-sharing.maturity_margin": {
    en: "At maturity {maturity} the margin is {rate} of {unitPrice} {currency}: {unitMargin} per unit",
    zh: "渠道成熟度 {maturity} 时，利润点为 {unitPrice} {currency} 的 {rate}：每单位 {unitMargin}",
  },
  "profit-sharing.office_benefit": {
    en: "Net benefit of the factory office: {amount} {currency}",
    zh: "厂家办事处净收益：{amount} {currency}",
  },
  "profit-sharing.office_gained": {
    en: "{kind:profit-sharing.office_gain}: {volume} × {perUnit} = {amount}",
    zh: "{kind:profit-sharing.office_gain}：{volume} × {perUnit} = {amount}",
  },
  "profit-sharing.office_spent": { en: "{kind:profit-sharing.office_cost}: {amount}", zh: "{kind:profit-sharing.office_cost}：{amount}" },
  "profit-sharing.office_gain.added_sales": { en: "Sales added", zh: "新增销售" },
  "profit-sharing.office_gain.margin_recovered": { en: "Margin recovered", zh: "收回利润" },
  "profit-sharing.office_gain.logistics_saved": { en: "Logistics saved", zh: "节省物流费" },
  "profit-sharing.office_gain.losses_avoided": { en: "Losses avoided", zh: "避免损失" },
  "profit-sharing.office_gain.information": { en: "Information", zh: "信息收益" },
  "profit-sharing.office_cost.staff": { en: "Staff", zh: "人员" },
  "profit-sharing.office_cost.premises": { en: "Premises", zh: "场地" },
  "profit-sharing.office_cost.warehouse": { en: "Warehouse", zh: "仓储" },
  "profit-sharing.office_cost.travel": { en: "Travel", zh: "差旅" },
  "profit-sharing.office_cost.loyalty_loss": { en: "Loyalty of dealers lost", zh: "经销商忠诚度下降的损失" },
  "profit-sharing.office_cost.other": { en: "Other", zh: "其他" },
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
