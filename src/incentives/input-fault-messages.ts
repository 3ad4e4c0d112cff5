import type { Catalogue } from "../kernel/message.js";

/** Words of facts and policies that cannot be used. @internal */
export const inputFaultMessages = {
  "incentives.sign_differs": {
    en: "Cannot use {got}: it must have the sign of the sale, a return takes back what the sale paid",
    zh: "无法使用 {got}：须与销售额同号，退货收回该笔销售所付",
  },
} as const satisfies Catalogue;
