import type { Catalogue } from "../kernel/message.js";

/** Words of facts and policies of credit that cannot be used. @internal */
export const creditFaultMessages = {
  "credit.shares_not_whole": { en: "Cannot use the shares: they add up to {got}, not to 1", zh: "无法使用各期比例：合计为 {got}，不为 1" },
  "credit.discount_of_everything": {
    en: "Cannot use a discount of {got}: it leaves nothing to pay",
    zh: "不能使用折扣 {got}：折后无需付款",
  },
  "credit.not_rising": {
    en: "Cannot use {got}: it must be above {previous}, which comes before it",
    zh: "不能使用 {got}：须大于前一项 {previous}",
  },
} as const satisfies Catalogue;
