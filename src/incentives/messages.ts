import { joinCatalogues } from "../kernel/join-catalogues.js";
import type { Catalogue } from "../kernel/message.js";
import { attributionMessages } from "./attribution-messages.js";
import { designMessages } from "./design-messages.js";
import { incentiveFaultMessages } from "./fault-messages.js";
import { gateMessages } from "./gate-messages.js";
import { inputFaultMessages } from "./input-fault-messages.js";
import { overrideMessages } from "./override-messages.js";
import { payoutMessages } from "./payout-messages.js";
import { policyMessages } from "./policy-messages.js";
import { quotaMessages } from "./quota-messages.js";
import { rewardMessages } from "./reward-messages.js";
import { sellThroughMessages } from "./sell-through-messages.js";
import { stackingMessages } from "./stacking-messages.js";

const ownMessages = {
  // what a correct host can meet
  "incentives.baseline_missing": { en: "Cannot compute the growth: the baseline is not known", zh: "无法计算增长：基期数值未知" },
  "incentives.joint_missing": {
    en: "Cannot compute the earning: what those who count together reached in all is not known",
    zh: "无法计算应得：联合计算的合计数未知",
  },
  "incentives.quota_missing": { en: "Cannot compute the attainment: no quota was set", zh: "无法计算完成率：未设定配额" },
  "incentives.quota_not_positive": {
    en: "Cannot compute the attainment: the quota {quota} is not above 0",
    zh: "无法计算完成率：配额 {quota} 不大于 0",
  },
  "incentives.published_later": {
    en: "Cannot pay for {asOf}: the programme was published on {publishedOn}, after it",
    zh: "无法支付 {asOf} 的激励：方案于 {publishedOn} 才公布",
  },
  // the working
  "incentives.counted_from_publication": {
    en: "Days before {publishedOn} do not count: the programme was published on that day",
    zh: "{publishedOn} 之前的日期不计：方案于该日公布",
  },
  "incentives.earned": {
    en: "{programme} (version {version}) earns {amount} {currency}",
    zh: "{programme}（版本 {version}）应得 {amount} {currency}",
  },
  "incentives.goods_earned": {
    en: "{quantity} {unit} of {productId}, in money {amount} {currency}",
    zh: "赠货 {productId} {quantity} {unit}，货币金额 {amount} {currency}",
  },
  "incentives.right_earned": {
    en: "{means}: {quantity} {unit}, in money {amount} {currency}",
    zh: "{means} {quantity} {unit}，货币金额 {amount} {currency}",
  },
  "incentives.goods_counted": {
    en: "{programme} (version {version}) earns {amount} {unit}",
    zh: "{programme}（版本 {version}）应得 {amount} {unit}",
  },
  "incentives.on_growth": {
    en: "Growth from {baseline} to {current} is {growth}, a rate of {rate}, worth {amount}",
    zh: "由基期 {baseline} 到本期 {current}，增长 {growth}，增长率 {rate}，计 {amount}",
  },
  "incentives.on_growth_from_zero": {
    en: "Growth from a baseline of 0 to {current}, read as {zeroBaseline:incentives.zero_baseline}, worth {amount}",
    zh: "基期为 0，本期 {current}，按“{zeroBaseline:incentives.zero_baseline}”处理，计 {amount}",
  },
  "incentives.on_measure_growth": {
    en: "{measure} has grown from {baseline} to {current}, by {growth}, a rate of {rate}, worth {amount}",
    zh: "“{measure}”由基期 {baseline} 到本期 {current}，增长 {growth}，增长率 {rate}，计 {amount}",
  },
  "incentives.on_measure_growth_from_zero": {
    en: "{measure} has grown from a baseline of 0 to {current}, read as {zeroBaseline:incentives.zero_baseline}, worth {amount}",
    zh: "“{measure}”基期为 0，本期 {current}，按“{zeroBaseline:incentives.zero_baseline}”处理，计 {amount}",
  },
  "incentives.not_eligible_without_baseline": {
    en: "Nothing is earned: the baseline is 0 and the programme pays only those who sold before",
    zh: "不计：基期为 0，本方案仅适用于基期有销售的成员",
  },
  "incentives.on_attainment": {
    en: "{current} of the quota {quota} is an attainment of {rate}, worth {amount}",
    zh: "配额 {quota}，完成 {current}，完成率 {rate}，计 {amount}",
  },
  "incentives.on_unit_attainment": {
    en: "{current} {unit} of the quota of {quota} {unit} is an attainment of {rate}, worth {amount}",
    zh: "配额 {quota} {unit}，完成 {current} {unit}，完成率 {rate}，计 {amount}",
  },
  "incentives.on_measure_attainment": {
    en: "{measure}: {current} of the quota {quota} is an attainment of {rate}, worth {amount}",
    zh: "“{measure}”配额 {quota}，完成 {current}，完成率 {rate}，计 {amount}",
  },
  "incentives.on_joint": {
    en: "Together the group reached {reached}; paid on the {own} of this member, worth {amount}",
    zh: "集团合计 {reached}，按该成员自身的 {own} 计酬，计 {amount}",
  },
  "incentives.qualifier_capped": { en: "The qualifier {from} counts as {to} at most", zh: "判定指标 {from} 最高按 {to} 计" },
  "incentives.payment_capped": { en: "Above the cap of {cap}: {amount}", zh: "超出上限 {cap} 的部分：{amount}" },
  "incentives.rounding": {
    en: "Rounded {mode:incentives.rounding_mode} to {decimals} places: {amount}",
    zh: "{mode:incentives.rounding_mode}到 {decimals} 位小数，差额 {amount}",
  },
  // words of enumerations
  "incentives.zero_baseline.treat_as_rate": { en: "a growth rate fixed by the programme", zh: "方案约定的增长率" },
  "incentives.zero_baseline.pay_on_full_volume": { en: "growth of all sales", zh: "全部销售均为增长" },
  "incentives.zero_baseline.floor_baseline": { en: "growth from the least baseline of the programme", zh: "按方案最低基期计算增长" },
  "incentives.rounding_mode.half_up": { en: "half up", zh: "四舍五入" },
  "incentives.rounding_mode.half_even": { en: "half to even", zh: "四舍六入五成双" },
  "incentives.rounding_mode.half_down": { en: "half down", zh: "五舍六入" },
  "incentives.rounding_mode.up": { en: "up", zh: "向上进位" },
  "incentives.rounding_mode.down": { en: "down", zh: "舍去尾数" },
  "incentives.rounding_mode.ceiling": { en: "to the ceiling", zh: "向正方向取整" },
  "incentives.rounding_mode.floor": { en: "to the floor", zh: "向负方向取整" },
} as const satisfies Catalogue;

/** Words of the incentive programmes: what is wrong with one, and the working of what it earns. */
export const incentiveMessages = joinCatalogues(
  ownMessages,
  incentiveFaultMessages,
  inputFaultMessages,
  gateMessages,
  overrideMessages,
  stackingMessages,
  payoutMessages,
  policyMessages,
  designMessages,
  attributionMessages,
  rewardMessages,
  quotaMessages,
  sellThroughMessages,
);

/** Codes of the incentive programmes. */
export type IncentiveCode = keyof typeof incentiveMessages;
