import type { Catalogue } from "../kernel/message.js";

/** Words of overrides up the channel and of credit splits. @internal */
export const overrideMessages = {
  "incentives.shares_not_whole": {
    en: "Cannot share the sale out: the shares of its sellers add up to {sum}, not to 1",
    zh: "无法分摊该笔销售：各销售方份额之和为 {sum}，不等于 1",
  },
  "incentives.shares_above_one": {
    en: "Cannot split the credit: the revenue shares add up to {sum}, above 1",
    zh: "无法分配业绩：业绩份额之和为 {sum}，大于 1",
  },
  "incentives.primary_without_share": {
    en: "Cannot split the credit: {memberId}, who brought the sale in, has no revenue share",
    zh: "无法分配业绩：{memberId} 带来该笔销售，但没有业绩份额",
  },
  "incentives.member_unknown": {
    en: "Cannot follow the channel upwards: {memberId} is not among the members",
    zh: "无法向上追溯渠道：成员中没有 {memberId}",
  },
  "incentives.upline_loops": {
    en: "Cannot follow the channel upwards: it comes back to {memberId}",
    zh: "无法向上追溯渠道：上级关系又回到 {memberId}",
  },
  "incentives.rank_missing": {
    en: "Cannot compute the override of {memberId}: its rank is not stated",
    zh: "无法计算 {memberId} 的上级提成：未注明其级别",
  },
  "incentives.plan_missing": {
    en: "Cannot compute the override of {memberId}: its plan is not stated",
    zh: "无法计算 {memberId} 的上级提成：未注明其方案",
  },
  "incentives.rank_without_rate": {
    en: "Cannot compute the override of {memberId}: no rate is agreed for the rank {rank}",
    zh: "无法计算 {memberId} 的上级提成：级别 {rank} 未约定比率",
  },
  "incentives.plan_without_rates": {
    en: "Cannot compute the override of {memberId}: the plan {plan} is not in the list",
    zh: "无法计算 {memberId} 的上级提成：方案列表中没有 {plan}",
  },
  "incentives.qualification_unknown": {
    en: "Cannot compute the override of {memberId}: it is not known whether it is qualified",
    zh: "无法计算 {memberId} 的上级提成：是否合格未知",
  },
  "incentives.overrides": {
    en: "Overrides on the sale {saleId}: {amount} {currency}",
    zh: "销售 {saleId} 的上级提成：{amount} {currency}",
  },
  "incentives.override_of": { en: "{memberId}: {amount}", zh: "{memberId}：{amount}" },
  "incentives.override_level": {
    en: "Level {level} above {sellerId}, rate {rate} on {base}: {amount}",
    zh: "{sellerId} 的第 {level} 级上级，比率 {rate}，基数 {base}：{amount}",
  },
  "incentives.override_difference": {
    en: "Above {sellerId}: rate {own} less {below} already paid below it, on {base}: {amount}",
    zh: "{sellerId} 的上级：本级比率 {own}，减去下级已得的 {below}，基数 {base}：{amount}",
  },
  "incentives.override_lower_plan": {
    en: "Level {level} above {sellerId}, by the lower plan {plan}: rate {rate} on {base}: {amount}",
    zh: "{sellerId} 的第 {level} 级上级，按较低方案 {plan}：比率 {rate}，基数 {base}：{amount}",
  },
  "incentives.override_cut": {
    en: "Cut by the ceiling of {ceiling} on one sale: {amount}",
    zh: "因单笔销售总额上限 {ceiling} 扣减：{amount}",
  },
  "incentives.credit_split": {
    en: "Revenue credit of the sale {saleId}: {amount} {currency}",
    zh: "销售 {saleId} 的业绩分配：{amount} {currency}",
  },
  "incentives.credit_part": { en: "{memberId}, share {share}: {amount}", zh: "{memberId}，份额 {share}：{amount}" },
  "incentives.credit_rest": {
    en: "{memberId}, share {share}, with what nobody claims: {amount}",
    zh: "{memberId}，份额 {share}，含无人主张的余额：{amount}",
  },
} as const satisfies Catalogue;
