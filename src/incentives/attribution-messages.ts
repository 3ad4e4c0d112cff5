import type { Catalogue } from "../kernel/message.js";

/** Words of an earning that is spread over its sales, and of a programme that is cut to a part of its window. @internal */
export const attributionMessages = {
  "incentives.own_value": {
    en: "Cannot fill tiers at each line's own price: that needs a graduated table over a quantity that pays on the amount, without a cap on the qualifier",
    zh: "无法按各行单价填充档位：须为按数量分段累进、以金额计酬且判定指标无上限的方案",
  },
  "incentives.prorated_unsound": {
    en: "Cannot cut the programme to the part of its window: so rounded, {place} does not fit. {fault}",
    zh: "无法按服务时段折算方案：如此取整后 {place} 不成立。{fault}",
  },
  "incentives.prorated": {
    en: "{programme} for {numerator}/{denominator} of its window",
    zh: "{programme}，按 {numerator}/{denominator} 折算",
  },
  "incentives.prorated_figure": { en: "{place}: {to} instead of {from}", zh: "{place}：由 {from} 折算为 {to}" },
  "incentives.attributed": { en: "{programme}, sale by sale: {amount} {currency}", zh: "{programme}，逐笔计算：{amount} {currency}" },
  "incentives.attributed_in_kind": { en: "{programme}, sale by sale: {amount} {unit}", zh: "{programme}，逐笔计算：{amount} {unit}" },
  "incentives.before_lines": { en: "Before any sale: {amount}", zh: "尚无销售时：{amount}" },
  "incentives.line_adds": { en: "{lineId} on {date}: {amount}", zh: "{date} {lineId}：{amount}" },
  "incentives.filled": {
    en: "{quantity} units fill the tiers in the order of the sales, each at its own price: {amount}",
    zh: "{quantity} 单位按销售先后填充档位，各按自身单价：{amount}",
  },
  "incentives.slice_value.average": { en: "the average of all units", zh: "按全部单位的平均值" },
  "incentives.slice_value.own": { en: "each unit at its own price, in the order of the sales", zh: "按销售先后，各按自身单价" },
} as const satisfies Catalogue;
