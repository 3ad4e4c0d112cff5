import type { Catalogue } from "../kernel/message.js";

/** Words of contests, SPIFFs, referral fees, rewards and penalties, needs and packages. @internal */
export const rewardMessages = {
  "incentives.contest": {
    en: "Contest {contest}: {amount} {currency} in prizes of money",
    zh: "竞赛 {contest}：奖金合计 {amount} {currency}",
  },
  "incentives.contest_place": {
    en: "Place {place}, {memberId} with {figure}: {amount}",
    zh: "第 {place} 名，{memberId}，成绩 {figure}：{amount}",
  },
  "incentives.contest_below": {
    en: "{memberId} with {figure} is below the least of {least}: {amount}",
    zh: "{memberId} 成绩 {figure}，低于最低要求 {least}：{amount}",
  },
  "incentives.contest_unknown": { en: "{memberId} has no figure and no place: {amount}", zh: "{memberId} 无成绩，不参与排名：{amount}" },
  "incentives.spiff": { en: "SPIFF {spiff}: {amount} {currency}", zh: "单品即时奖 {spiff}：{amount} {currency}" },
  "incentives.spiff_of": { en: "{sellerId}: {amount}", zh: "{sellerId}：{amount}" },
  "incentives.spiff_units": {
    en: "{units} of {sold} units at {each}: {amount}",
    zh: "售出 {sold} 件，计 {units} 件，每件 {each}：{amount}",
  },
  "incentives.referral_fee": {
    en: "Referral fee to {referrerId}: {amount} {currency}",
    zh: "应付 {referrerId} 推荐费：{amount} {currency}",
  },
  "incentives.referral_part": {
    en: "{rate} of the first order of {order}: {amount}",
    zh: "首单 {order} 的 {rate}：{amount}",
  },
  "incentives.referral_fixed": { en: "Agreed on for the first order: {amount}", zh: "首单约定金额：{amount}" },
  "incentives.referral_none": {
    en: "Nothing is paid, {because:incentives.referral_because}: {amount}",
    zh: "不予支付，{because:incentives.referral_because}：{amount}",
  },
  "incentives.referral_because.own": { en: "nobody refers oneself", zh: "不得自荐" },
  "incentives.referral_because.known_before": { en: "the customer was known before", zh: "客户此前已存在" },
  "incentives.referral_because.not_first": { en: "somebody else referred it earlier", zh: "他人推荐在先" },
  "incentives.referral_because.too_late": { en: "the order came too late", zh: "下单已超过期限" },
  "incentives.referral_because.not_paid": { en: "the order is not paid", zh: "订单尚未付款" },
  "incentives.referral_because.before_referral": { en: "the order came before the referral", zh: "下单早于推荐" },
  // rewards and penalties
  "incentives.consequences": {
    en: "{memberId}: {rewards} rewards, {penalties} penalties, {open} open",
    zh: "{memberId}：奖励 {rewards} 项，处罚 {penalties} 项，待定 {open} 项",
  },
  "incentives.consequence": { en: "{rule}: {status:incentives.consequence_status}", zh: "{rule}：{status:incentives.consequence_status}" },
  "incentives.consequence_status.applies": { en: "applies", zh: "适用" },
  "incentives.consequence_status.does_not_apply": { en: "does not apply", zh: "不适用" },
  "incentives.consequence_status.open": { en: "cannot be told", zh: "无法判断" },
  "incentives.consequence_follows": { en: "What follows: {consequence}", zh: "奖惩内容：{consequence}" },
  "incentives.deposit_exceeded": {
    en: "{rule}: of {asked} only the deposit of {deposit} can be deducted",
    zh: "{rule}：应扣 {asked}，仅能扣除现有保证金 {deposit}",
  },
  "incentives.policy_document": { en: "Channel Reward and Penalty Policy", zh: "渠道奖惩制度" },
  "incentives.policy_rewards": { en: "Rewards", zh: "奖励" },
  "incentives.policy_penalties": { en: "Penalties", zh: "处罚" },
  "incentives.policy_row": {
    en: "{rule}: {condition}; {consequence}; {period}",
    zh: "{rule}：{condition}；{consequence}；{period}",
  },
  // needs and packages
  "incentives.needs": { en: "Needs of {memberId}: {needs:incentives.need}", zh: "{memberId} 的激励需求：{needs:incentives.need}" },
  "incentives.need_met": { en: "{need:incentives.need} is answered by {means}", zh: "{need:incentives.need}：可用{means}" },
  "incentives.need_open": {
    en: "Nothing in the table answers {need:incentives.need}",
    zh: "对照表中没有可满足“{need:incentives.need}”的方式",
  },
  "incentives.need.profit": { en: "profit", zh: "利润" },
  "incentives.need.cash_flow": { en: "cash flow", zh: "资金周转" },
  "incentives.need.demand": { en: "demand", zh: "客源" },
  "incentives.need.knowledge": { en: "knowledge", zh: "知识技能" },
  "incentives.need.price_position": { en: "a better price position", zh: "价格优势" },
  "incentives.need.security": { en: "security", zh: "经营保障" },
  "incentives.need.recognition": { en: "recognition", zh: "荣誉认可" },
  "incentives.need.supply": { en: "supply", zh: "货源" },
  "incentives.probabilities_not_whole": {
    en: "Cannot weigh the scenarios: their probabilities add up to {sum}, not to 1",
    zh: "无法计算预期：各情形概率之和为 {sum}，不等于 1",
  },
  "incentives.package": { en: "The package is worth {amount} {currency}", zh: "激励组合价值 {amount} {currency}" },
  "incentives.package_short_term": { en: "Profit in the short term: {amount}", zh: "短期利润：{amount}" },
  "incentives.package_expected": { en: "Expected profit: {amount}", zh: "预期利润：{amount}" },
  "incentives.package_risk": { en: "Risk of {risk}, weighed {aversion}: {amount}", zh: "利润风险 {risk}，权重 {aversion}：{amount}" },
  "incentives.package_scenario": {
    en: "{profit} with a probability of {probability}: {amount}",
    zh: "利润 {profit}，概率 {probability}：{amount}",
  },
} as const satisfies Catalogue;
