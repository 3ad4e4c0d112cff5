import type { Catalogue } from "../kernel/message.js";

/** Words of what cannot be read by the verbs of pricing. @internal */
export const pricingFaultMessages = {
  "pricing.negative": { en: "Cannot use {got}: it must not be below 0", zh: "不能使用 {got}：不得小于 0" },
  "pricing.not_a_share": { en: "Cannot use {got}: write a ratio from 0 to 1", zh: "不能使用 {got}：请写 0 至 1 的比率" },
  "pricing.named_twice": { en: "Cannot use {got} twice: each needs its own identifier", zh: "不能重复使用 {got}：每项须有各自的标识" },
  "pricing.whom_missing": {
    en: "Cannot tell what it is for: name a product or a category, one of the two",
    zh: "无法判断适用对象：须写明产品或品类之一",
  },
  "pricing.break_twice": {
    en: "Cannot choose between two prices of {item} from {from}",
    zh: "{item} 自 {from} 起有两个价格，无法选择",
  },
} as const satisfies Catalogue;
