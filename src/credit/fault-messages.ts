import type { Catalogue } from "../kernel/message.js";

/** Words of facts and policies of credit that cannot be used. @internal */
export const creditFaultMessages = {
  "credit.below_zero": { en: "Cannot use {got}: it must not be below 0", zh: "不能使用 {got}：不得小于 0" },
  "credit.not_a_share": { en: "Cannot use {got}: write a ratio from 0 to 1", zh: "不能使用 {got}：请写 0 至 1 的比值" },
  "credit.shares_not_whole": { en: "Cannot use the shares: they add up to {got}, not to 1", zh: "无法使用各期比例：合计为 {got}，不为 1" },
  "credit.not_rising": {
    en: "Cannot use {got}: it must be above {previous}, which comes before it",
    zh: "不能使用 {got}：须大于前一项 {previous}",
  },
} as const satisfies Catalogue;
