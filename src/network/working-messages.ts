import type { Catalogue } from "../kernel/message.js";

/** Words of problems and workings. @internal */
export const workingMessages = {
  "network.rounding": { en: "Rounded to {decimals} places: {amount}", zh: "舍入到 {decimals} 位小数，差额 {amount}" },
  "network.currency_mismatch": { en: "Cannot combine amounts in {got} and {want}", zh: "无法合并 {got} 与 {want} 的金额" },
  "network.no_business": { en: "Cannot divide the business: there is none", zh: "无法计算占比：业务额为零" },
  "network.figures_unknown": { en: "Cannot compare: figures are not known: {missing}", zh: "无法比较：以下数据未知：{missing}" },

  "network.not_a_dealer": {
    en: "Cannot compute the earnings of a dealer: {kind:entities.participant_kind} is none",
    zh: "无法计算经销商收益：{kind:entities.participant_kind}不是经销商",
  },
  "network.cost_unknown": { en: "Cannot compute the margin: the cost of the goods is not known", zh: "无法计算差价：货物成本未知" },
  "network.dealer_earnings": {
    en: "A dealer ({kind:entities.participant_kind}) earns by {by:network.compensation}: {amount} {currency}",
    zh: "经销商（{kind:entities.participant_kind}）以{by:network.compensation}获利：{amount} {currency}",
  },
  "network.compensation.margin": { en: "resale margin", zh: "转售差价" },
  "network.compensation.commission": { en: "commission", zh: "佣金" },
  "network.sales_part": { en: "Sales: {amount}", zh: "销售额：{amount}" },
  "network.cost_part": { en: "Cost of the goods sold: {amount}", zh: "所售货物成本：{amount}" },
  "network.commission_part": { en: "{rate} of the sales {sales}: {amount}", zh: "销售额 {sales} × {rate} = {amount}" },

  "network.solution_empty": { en: "Cannot compute the solution {id}: it has no lines", zh: "无法计算方案 {id}：没有任何产品" },
  "network.unit_costs_unknown": {
    en: "Cannot compute the margin of the solution {id}: the cost is not known of {products}",
    zh: "无法计算方案 {id} 的毛利：以下产品成本未知：{products}",
  },
  "network.solution": {
    en: "Solution {id} for {customer}: price {price}, cost {cost}, margin {margin} {currency}, a margin rate of {marginRate}",
    zh: "面向 {customer} 的方案 {id}：售价 {price}，成本 {cost}，毛利 {margin} {currency}，毛利率 {marginRate}",
  },
  "network.solution_line": {
    en: "{productId}: price {price}, cost {cost}, margin {margin}",
    zh: "{productId}：售价 {price}，成本 {cost}，毛利 {margin}",
  },

  "network.appeal_unrated": {
    en: "Cannot compute the appeal of the product: too little of it is rated, missing are {unrated:network.appeal_side}",
    zh: "无法计算产品吸引力：评分不足，缺少{unrated:network.appeal_side}",
  },
  "network.appeal": {
    en: "Appeal of the product: {index} (weights {version}; not rated: {unrated:network.appeal_side})",
    zh: "产品吸引力：{index}（权重版本 {version}；未评分：{unrated:network.appeal_side}）",
  },
  "network.appeal_side.technology": { en: "technology", zh: "技术" },
  "network.appeal_side.quality": { en: "quality", zh: "品质" },
  "network.appeal_side.appearance": { en: "appearance", zh: "外观" },

  "network.benefit": {
    en: "The channel brings {amount} {currency} in the long term, at a discount rate of {discountRate} per period",
    zh: "渠道远期效益 {amount} {currency}，每期贴现率 {discountRate}",
  },
  "network.benefit_current": { en: "In the current period: {amount} {currency}", zh: "当期效益：{amount} {currency}" },
  "network.benefit_later": { en: "In later periods, at present value: {amount} {currency}", zh: "以后各期现值：{amount} {currency}" },
  "network.benefit_part": { en: "By {scope:network.scope}: {amount}", zh: "{scope:network.scope}：{amount}" },

  "network.concentration": {
    en: "Concentration index {index}, as of {effectiveParts} equal parts; the largest share is {topShare}, of {ids}",
    zh: "集中度指数 {index}，相当于 {effectiveParts} 个均等部分；最大占比 {topShare}，为 {ids}",
  },
  "network.business_total": { en: "Business in all: {amount}", zh: "业务总额：{amount}" },
  "network.business_share": { en: "{id}: {amount}, a share of {share}", zh: "{id}：{amount}，占比 {share}" },
  "network.square_total": { en: "Squares of the amounts: {square}, of {whole} at most", zh: "金额平方和：{square}，上限 {whole}" },
  "network.business_square": { en: "{id}: {square}", zh: "{id}：{square}" },
  "network.index_high": { en: "The concentration index {index} is above {most}", zh: "集中度指数 {index} 高于 {most}" },
  "network.top_share_high": { en: "The share {share} of {ids} is above {most}", zh: "{ids} 的占比 {share} 高于 {most}" },

  "network.influence_above_sales": {
    en: "Cannot compare: offices are said to influence {influenced} of {sales} sold through {id}",
    zh: "无法比较：经由 {id} 的销售额为 {sales}，而所述办事处影响额为 {influenced}",
  },
  "network.office_comparison": {
    en: "Benefit without offices {without}, with offices {with}, difference {difference} {currency}",
    zh: "不设办事处效益 {without}，设办事处效益 {with}，相差 {difference} {currency}",
  },
  "network.office_dependence": {
    en: "Dependence on dealers without offices {without} ({sales} of {all}), with offices {with} ({left} of {all})",
    zh: "对经销商的依赖度：不设办事处 {without}（{sales} / {all}），设办事处 {with}（{left} / {all}）",
  },
  "network.office_dealer": {
    en: "{id}: {without} without offices, {with} with; {left} of {sales} is beyond the influence of offices",
    zh: "{id}：不设办事处 {without}，设办事处 {with}；{sales} 中有 {left} 不受办事处影响",
  },
  "network.office_difference": { en: "What offices change: {amount} {currency}", zh: "办事处带来的变化：{amount} {currency}" },
  "network.office_margin_change": { en: "Margin on sales: {amount}", zh: "销售毛利变化：{amount}" },
  "network.office_channel_cost_change": { en: "Other channel costs: {amount}", zh: "其他渠道成本变化：{amount}" },
  "network.office_cost": { en: "Costs of the offices: {amount}", zh: "办事处成本：{amount}" },
  "network.office_loyalty_loss": { en: "Loyalty lost with dealers: {amount}", zh: "经销商忠诚度下降损失：{amount}" },

  "network.total_below_parts": {
    en: "Cannot compare power: {id} does {parts} in the network, more than all its {side:network.side}, {total}",
    zh: "无法比较渠道权力：{id} 在网络内的业务 {parts} 超过其全部{side:network.side} {total}",
  },
  "network.side.sales": { en: "sales", zh: "销售额" },
  "network.side.purchases": { en: "purchases", zh: "采购额" },
  "network.power": {
    en: "The channel is led by {leaders}; it may be led by {possible}",
    zh: "渠道主导者：{leaders}；可能的主导者：{possible}",
  },
  "network.power_pair": {
    en: "{sellerId} depends on {buyerId} by {sellerDependence}, the other way by {buyerDependence} ({measure:network.measure}): stronger is {stronger:network.stronger}",
    zh: "{sellerId} 对 {buyerId} 的依赖度 {sellerDependence}，反向依赖度 {buyerDependence}（{measure:network.measure}）：较强者为{stronger:network.stronger}",
  },
  "network.measure.share": { en: "share of business", zh: "业务占比" },
  "network.measure.share_not_replaceable": { en: "share that could not be placed elsewhere", zh: "不可替代的业务占比" },
  "network.stronger.seller": { en: "the seller", zh: "供货方" },
  "network.stronger.buyer": { en: "the buyer", zh: "购货方" },
  "network.stronger.neither": { en: "neither", zh: "双方均衡" },
  "network.stronger.unknown": { en: "not known", zh: "无法判断" },

  "network.amounts_unknown": {
    en: "Cannot compute the sell-out: the amount is not known of {relations}",
    zh: "无法计算出货额：以下关系的金额未知：{relations}",
  },
  "network.sell_out": {
    en: "Resellers take in {sellIn} and sell {sellOut} to those who use the goods; {direct} is bought past them",
    zh: "中间商进货 {sellIn}，向使用者出货 {sellOut}；绕过中间商的采购 {direct}",
  },
  "network.sell_out_of": { en: "{id}: takes in {sellIn}, sells out {sellOut}", zh: "{id}：进货 {sellIn}，出货 {sellOut}" },

  "network.universe_too_small": {
    en: "Cannot count: the market is said to have {universe} outlets, and {open} of the network are open",
    zh: "无法计算：所述市场网点总数 {universe}，而本网络营业网点已有 {open}",
  },
  "network.outlets": {
    en: "{open} outlets are open on {asOf}, of {universe} in the market: numeric distribution {numericDistribution}",
    zh: "{asOf} 营业网点 {open} 个，市场网点总数 {universe}：数值铺货率 {numericDistribution}",
  },
  "network.outlets_of_owner": {
    en: "{ownerId} ({kind:entities.participant_kind}): {open}, a share of {share}",
    zh: "{ownerId}（{kind:entities.participant_kind}）：{open} 个，占比 {share}",
  },

  "network.channels": {
    en: "{total} channels lead to consumers, {listed} are listed",
    zh: "通往消费者的渠道共 {total} 条，列出 {listed} 条",
  },
  "network.channel": {
    en: "{ids}, ends with {end:network.channel_end}, {levels} intermediaries",
    zh: "{ids}，终点为{end:network.channel_end}，中间环节 {levels} 级",
  },
  "network.channel_end.industry_customer": { en: "an industry customer", zh: "行业客户" },
  "network.channel_end.consumers_at_large": { en: "consumers at large", zh: "一般消费者" },
  "network.channel_use": {
    en: "The manufacturer supplies {used:entities.participant_kind}; it might also supply {unused:entities.participant_kind}",
    zh: "生产商现供货予：{used:entities.participant_kind}；还可供货予：{unused:entities.participant_kind}",
  },

  "network.integrator_leads": {
    en: "{leads} guided customers have nobody who guides them; not known how they buy: {undetermined}",
    zh: "引导型客户中有 {leads} 个无人引导；购买方式未知的客户：{undetermined}",
  },
  "network.integrator_lead": { en: "{customer} could be guided by {candidates}", zh: "{customer} 可由 {candidates} 引导" },

  "network.dual_distribution": {
    en: "{overlaps} overlaps of channels; not known where they sell: {undetermined}",
    zh: "渠道重叠 {overlaps} 处；销售区域未知：{undetermined}",
  },
  "network.overlap": {
    en: "{form:network.overlap_form} in {territory}, brands {brands}, category {category}, {routes} routes: {intent:network.intent}",
    zh: "{territory} 内{form:network.overlap_form}，品牌 {brands}，品类 {category}，共 {routes} 条路径：{intent:network.intent}",
  },
  "network.overlap_form.one_brand": { en: "One brand by several channels", zh: "同一品牌经多条渠道销售" },
  "network.overlap_form.like_products": { en: "Brands of like products by several channels", zh: "同类产品的不同品牌经多条渠道销售" },
  "network.overlap_route": { en: "{brand} by {ids}", zh: "{brand} 经由 {ids}" },
  "network.intent.intended": { en: "intended", zh: "计划之内" },
  "network.intent.conflict": { en: "conflict", zh: "渠道冲突" },

  "network.competing_lines": {
    en: "{verdict:network.competing}: {competing} lines compete, a share of {share}",
    zh: "{verdict:network.competing}：竞争产品线 {competing} 条，占比 {share}",
  },
  "network.competing.competing": { en: "Like products are carried", zh: "经营同类产品" },
  "network.competing.none": { en: "No like products are carried", zh: "未经营同类产品" },
  "network.competing.undetermined": { en: "Cannot tell whether like products are carried", zh: "无法判断是否经营同类产品" },
  "network.carried_line": {
    en: "Brand {brand}, category {category}, share {share}: {standing:network.standing}",
    zh: "品牌 {brand}，品类 {category}，占比 {share}：{standing:network.standing}",
  },
  "network.standing.own": { en: "the manufacturer's own", zh: "本厂品牌" },
  "network.standing.competing": { en: "competing", zh: "竞争" },
  "network.standing.unlike": { en: "not like products", zh: "非同类产品" },
  "network.standing.unknown": { en: "not known", zh: "无法判断" },

  "network.capacity": {
    en: "What is planned for the dealer ({businessType:entities.business_type}, {scale:entities.participant_scale}): {verdict:network.capacity_verdict}",
    zh: "对该经销商（{businessType:entities.business_type}，{scale:entities.participant_scale}）的安排：{verdict:network.capacity_verdict}",
  },
  "network.capacity_verdict.sufficient": { en: "it can carry it", zh: "能够承担" },
  "network.capacity_verdict.expandable": { en: "it could after growing", zh: "扩充后可以承担" },
  "network.capacity_verdict.insufficient": { en: "it cannot carry it and cannot grow", zh: "无法承担且难以扩充" },
  "network.capacity_verdict.undetermined": { en: "it cannot be told", zh: "无法判断" },
  "network.sales_are_within_capacity": {
    en: "Planned sales of a year are within what the dealer can sell: {actual} of {required}",
    zh: "年计划销售额不超过年销售能力：{actual} / {required}",
  },
  "network.support_covers_needs": {
    en: "It offers what is needed: {required:entities.supporting_capability}; lacking: {lacking:entities.supporting_capability}",
    zh: "具备所需配套能力：{required:entities.supporting_capability}；缺少：{lacking:entities.supporting_capability}",
  },
  "network.dealer_can_expand": { en: "It could grow: {actual:entities.expandability}", zh: "可以扩充：{actual:entities.expandability}" },

  "network.blockages": {
    en: "Blocked on {asOf}, by {least} signs at least: {blocked}",
    zh: "{asOf} 阻塞成员（至少 {least} 项征兆）：{blocked}",
  },
  "network.member_blockage": {
    en: "{id}, relation {relation}: {verdict:network.blockage}",
    zh: "{id}，关系 {relation}：{verdict:network.blockage}",
  },
  "network.blockage.blocked": { en: "blocked", zh: "阻塞" },
  "network.blockage.free": { en: "free", zh: "畅通" },
  "network.blockage.undetermined": { en: "cannot be told", zh: "无法判断" },
  "network.goods_pass_through": {
    en: "Goods pass through: {outflow} out of {inflow} in, at least {required} is required",
    zh: "货物流转：流入 {inflow}，流出 {outflow}，流出比例要求不低于 {required}",
  },
  "network.payments_are_in_time": {
    en: "Payments are in time: {actual} is overdue for more than {days} days, at most {required} is tolerated",
    zh: "付款及时：逾期超过 {days} 天的金额为 {actual}，容许不超过 {required}",
  },
  "network.goods_arrive_in_time": {
    en: "Goods arrive in time: {actual} days on average, at most {required} are tolerated",
    zh: "到货及时：平均 {actual} 天，容许不超过 {required} 天",
  },
  "network.cut_off": {
    en: "When {stopped} stop, {cutOff} participants are cut off and {lost} relations end",
    zh: "{stopped} 停止后，{cutOff} 个参与者断货，{lost} 条关系终止",
  },
  "network.cut_off_one": { en: "{id} ({kind:entities.participant_kind}) is cut off", zh: "{id}（{kind:entities.participant_kind}）断货" },
  "network.relinking": {
    en: "When {stopped} stop, {cutOff} are cut off; nobody may supply {unserved}",
    zh: "{stopped} 停止后断货者：{cutOff}；无人可供货者：{unserved}",
  },
  "network.relink": { en: "{id} is to be supplied by {from} instead of {insteadOf}", zh: "{id} 改由 {from} 供货，取代 {insteadOf}" },
} as const satisfies Catalogue;
