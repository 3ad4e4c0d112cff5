import type { Catalogue } from "../kernel/message.js";

/** Words of facts and policies that cannot be used. @internal */
export const inputFaultMessages = {
  "incentives.sign_differs": {
    en: "Cannot use {got}: it must have the sign of the sale, a return takes back what the sale paid",
    zh: "无法使用 {got}：须与销售额同号，退货收回该笔销售所付",
  },
  "incentives.finer_than_paid": {
    en: "Cannot pay {got}: the policy pays with at most {decimals} decimal places",
    zh: "无法支付 {got}：按政策最多支付到小数点后 {decimals} 位",
  },
} as const satisfies Catalogue;
