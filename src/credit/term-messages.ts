import type { Catalogue } from "../kernel/message.js";

/** Words of payment terms. @internal */
export const termMessages = {
  "credit.day_unknown": {
    en: "Cannot tell when {term} is due: the day of the {day:credit.day} is not known",
    zh: "无法确定 {term} 的到期日：{day:credit.day}日期未知",
  },
  "credit.day.orderedOn": { en: "order", zh: "订单" },
  "credit.day.deliveredOn": { en: "delivery", zh: "交货" },
  "credit.no_days_gained": {
    en: "Cannot compute the cost of the discount: payment is due after {netDays} days, no later than the discount ends ({discountDays})",
    zh: "无法计算放弃折扣的成本：付款期 {netDays} 天，不晚于折扣期 {discountDays} 天",
  },
  "credit.discount_too_large": {
    en: "Cannot compute the cost of the discount: a discount of {rate} leaves nothing to pay",
    zh: "无法计算放弃折扣的成本：折扣 {rate} 后无需付款",
  },
  "credit.schedule": { en: "{term}: {amount} {currency}, invoiced on {invoicedOn}", zh: "{term}：{amount} {currency}，{invoicedOn} 开票" },
  "credit.instalment": { en: "Part {part}: {amount} {currency} due on {dueOn}", zh: "第 {part} 期：{amount} {currency}，{dueOn} 到期" },
  "credit.terms_compared": {
    en: "{asked} against {agreed}: rank {rank:credit.compared}, discount {discount:credit.compared}; check again: {recheck}",
    zh: "{asked} 与 {agreed} 相比：等级{rank:credit.compared}，折扣{discount:credit.compared}；须重新检查：{recheck}",
  },
  "credit.compared.higher": { en: "higher", zh: "较高" },
  "credit.compared.same": { en: "the same", zh: "相同" },
  "credit.compared.lower": { en: "lower", zh: "较低" },
  "credit.discount_cost": {
    en: "Letting go {rate} within {discountDays} of {netDays} days gains {days} days and costs {perPeriod}, a year of {yearDays} days {simpleAnnual}, compounded {effectiveAnnual}",
    zh: "付款期 {netDays} 天，放弃 {discountDays} 天内的折扣 {rate}，多占用 {days} 天，成本 {perPeriod}；按一年 {yearDays} 天计 {simpleAnnual}，复利 {effectiveAnnual}",
  },
} as const satisfies Catalogue;
