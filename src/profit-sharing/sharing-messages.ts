import type { Catalogue } from "../kernel/message.js";
import { exclusivityMessages } from "./exclusivity-messages.js";
import { sharingFaultMessages } from "./sharing-fault-messages.js";

/** Words of shares, quotas, exclusivity, replacement and switching. @internal */
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
  "profit-sharing.deficits_lapsed": {
    en: "Deficits that are carried no longer: {amount} {currency}",
    zh: "不再结转的亏损：{amount} {currency}",
  },
  "profit-sharing.topped_up": { en: "Topped up to the guarantee: {amount} {currency}", zh: "补足最低保证：{amount} {currency}" },
  "profit-sharing.held_back": { en: "Held back of the share: {amount} {currency}", zh: "分成中留存：{amount} {currency}" },
  "profit-sharing.shapley": {
    en: "{amount} {currency} shared among {parties} by what each adds; {blocked} groups would earn more alone",
    zh: "按各方贡献在 {parties} 方间分配 {amount} {currency}；有 {blocked} 个小组单独合作收益更高",
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
    zh: "{partyId}：{amount} = 不合作可得 {fallback} + {gain}（议价能力 {power}）",
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
    en: "Cannot find a quota for {memberId}: its index lacks {criteria}",
    zh: "无法确定 {memberId} 的利润配额：指数缺少“{criteria}”",
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
  "profit-sharing.volume_all_zero": { en: "Cannot tell how volume varies: all of it is 0", zh: "无法计算销量波动：销量全为 0" },
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
  ...exclusivityMessages,
} as const satisfies Catalogue;
