import type { Catalogue } from "../kernel/message.js";
import { lifecycleFaultMessages } from "./fault-messages.js";

/** Words of the life of a channel member. */
export const lifecycleMessages = {
  "lifecycle.trial_before_distributor": {
    en: "Came to apply as: {actual:lifecycle.origin}; one of {routes:lifecycle.origin} is required before formal distributor status",
    zh: "申请来源：{actual:lifecycle.origin}；成为正式分销商前须为{routes:lifecycle.origin}之一",
  },
  "lifecycle.origin.direct": { en: "direct application", zh: "直接申请" },
  "lifecycle.origin.nominated": { en: "nomination with the manufacturer's evaluation", zh: "提名并经厂家评估" },
  "lifecycle.origin.special_evaluation": { en: "special evaluation", zh: "另行评估" },
  "lifecycle.origin.former_trial": { en: "former trial distributor", zh: "曾为试销商" },
  "lifecycle.origin.former_member": { en: "former member", zh: "曾为成员" },
  "lifecycle.notice_not_agreed": {
    en: "Cannot compute the notice: no step is agreed for {served} full months of membership",
    zh: "无法计算通知期：未约定成员资历满 {served} 个月时的通知期",
  },
  "lifecycle.notice": {
    en: "Member since {memberSince}, {served} full months on {asOf}: {months} months of notice, ending {endsOn:lifecycle.notice_ends_on}; without contract from {exitOn}",
    zh: "自 {memberSince} 起为成员，至 {asOf} 满 {served} 个月：通知期 {months} 个月，{endsOn:lifecycle.notice_ends_on}届满；自 {exitOn} 起无合同",
  },
  "lifecycle.notice_ends_on.same_day": { en: "on the same day of the month", zh: "于同日" },
  "lifecycle.notice_ends_on.month_end": { en: "with the month", zh: "于月末" },
  "lifecycle.previous_still_runs": {
    en: "Cannot begin a new relationship: the earlier one, {previousId}, has not ended: {stateTitle}",
    zh: "无法建立新的合作关系：此前的关系 {previousId} 尚未结束：{stateTitle}",
  },
  "lifecycle.nominator_may_not": {
    en: "Cannot begin on the nomination of {nominatorId}: an active agent or distributor that is not suspended is needed: {stateTitle}",
    zh: "不能凭 {nominatorId} 的提名建立合作关系：须为未被暂停的现任代理商或分销商：{stateTitle}",
  },
  ...lifecycleFaultMessages,
  // what time has to do
  "lifecycle.due_kind.expiry": { en: "expiry", zh: "到期" },
  "lifecycle.due_kind.deadline": { en: "deadline", zh: "期限" },
  "lifecycle.due_kind.review": { en: "review", zh: "评估" },
  "lifecycle.due_on.trialEnd": { en: "the trial ends", zh: "试销期届满" },
  "lifecycle.due_on.agreementEnd": { en: "the agreement ends", zh: "协议届满" },
  "lifecycle.due_on.noticeEnds": { en: "the notice runs out", zh: "通知期届满" },
  "lifecycle.due_on.remediationDue": { en: "the remediation is overdue", zh: "整改逾期" },
  "lifecycle.due_on.suspensionLimit": { en: "the suspension has lasted too long", zh: "暂停超过最长期限" },
  "lifecycle.due_on.nextReviewOn": { en: "the next review is due", zh: "下次评估到期" },
  // the impact of an exit
  "lifecycle.covers_nothing": {
    en: "Cannot assess the exit of {memberId}: it covers no territory of the list",
    zh: "无法评估 {memberId} 的退出：清单中没有其覆盖的区域",
  },
  "lifecycle.currencies_differ": {
    en: "Cannot add up sales in several currencies: {currencies}",
    zh: "无法合计多种币种的销售额：{currencies}",
  },
  "lifecycle.exit_impact": {
    en: "If {memberId} leaves, as of {asOf}: {uncovered} of its territories are uncovered, {lost} of its sales lost, {atRisk} at risk; its share of the channel is {share}",
    zh: "若 {memberId} 退出（截至 {asOf}）：其区域失去覆盖的比例 {uncovered}，失去销售额 {lost}，面临风险的销售额 {atRisk}；占渠道销售额的比例 {share}",
  },
  "lifecycle.exit_uncovered": {
    en: "{territoryId}: nobody else covers it; sales {sales} {currency} lost; the market buys {demand}; competitors present: {competitors}",
    zh: "{territoryId}：无其他成员覆盖；失去销售额 {sales} {currency}；市场需求 {demand}；在场竞争者 {competitors}",
  },
  "lifecycle.exit_covered": {
    en: "{territoryId}: still covered by {coveredBy}; sales {sales} {currency} at risk; the market buys {demand}; competitors present: {competitors}",
    zh: "{territoryId}：仍由 {coveredBy} 覆盖；面临风险的销售额 {sales} {currency}；市场需求 {demand}；在场竞争者 {competitors}",
  },
  // grounds and items of an exit
  "lifecycle.exit_ground.poor_performance": { en: "poor performance", zh: "业绩不佳" },
  "lifecycle.exit_ground.last_place": { en: "last place in the field", zh: "末位" },
  "lifecycle.exit_ground.failed_remediation": { en: "failed remediation", zh: "整改不合格" },
  "lifecycle.exit_ground.long_suspension": { en: "suspended too long", zh: "暂停超期" },
  "lifecycle.exit_ground.breach": { en: "breach of contract", zh: "违约" },
  "lifecycle.exit_ground.safety_event": { en: "safety event", zh: "安全事件" },
  "lifecycle.exit_ground.demand_fallen": { en: "demand has fallen", zh: "需求下降" },
  "lifecycle.exit_ground.competition": { en: "competition", zh: "竞争状况" },
  "lifecycle.exit_ground.strategy_change": { en: "change of strategy", zh: "策略调整" },
  "lifecycle.exit_ground.replacement": { en: "replaced by another member", zh: "更换成员" },
  "lifecycle.exit_ground.agreement_ended": { en: "the agreement has ended", zh: "协议届满" },
  "lifecycle.exit_ground.own_wish": { en: "the member's own wish", zh: "成员自愿" },
  "lifecycle.exit_item.receivables": { en: "receivables settled, or a written plan of payment", zh: "货款结清或有书面还款计划" },
  "lifecycle.exit_item.deposit": { en: "deposit accounted for", zh: "保证金结算" },
  "lifecycle.exit_item.stock": { en: "stock taken back, bought back or sold off", zh: "库存退回、回购或清售" },
  "lifecycle.exit_item.claims": { en: "claims settled", zh: "索赔与费用结清" },
  "lifecycle.exit_item.registrations": { en: "deal registrations closed or transferred", zh: "报备关闭或移交" },
  "lifecycle.exit_item.access": { en: "access revoked", zh: "权限收回" },
  "lifecycle.exit_item.customers": { en: "customers handed over", zh: "客户移交" },
  "lifecycle.exit_item.marks": { en: "authorization, marks and certificates withdrawn", zh: "授权、商标与证书收回" },
  "lifecycle.exit_item.data": { en: "data returned", zh: "数据返还" },
} as const satisfies Catalogue;

/** Codes of the life of a channel member. */
export type LifecycleCode = keyof typeof lifecycleMessages;
