import type { Catalogue } from "../kernel/message.js";

/** Words of facts and policies that cannot be used. @internal */
export const inputFaultMessages = {
  "incentives.below_zero": { en: "Cannot use {got}: it must not be below 0", zh: "无法使用 {got}：不得小于 0" },
  "incentives.share_above_one": { en: "Cannot use the share {got}: it must be from 0 to 1", zh: "无法使用份额 {got}：须在 0 至 1 之间" },
  "incentives.sign_differs": {
    en: "Cannot use {got}: it must have the sign of the sale, a return takes back what the sale paid",
    zh: "无法使用 {got}：须与销售额同号，退货收回该笔销售所付",
  },
} as const satisfies Catalogue;
