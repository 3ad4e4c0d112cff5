import type { Catalogue } from "../kernel/message.js";

/** Words of facts and policies of credit that cannot be used. @internal */
export const creditFaultMessages = {
  "credit.shares_not_whole": { en: "Cannot use the shares: they add up to {got}, not to 1", zh: "无法使用各期比例：合计为 {got}，不为 1" },
  "credit.not_rising": {
    en: "Cannot use {got}: it must be above {previous}, which comes before it",
    zh: "不能使用 {got}：须大于前一项 {previous}",
  },
} as const satisfies Catalogue;
