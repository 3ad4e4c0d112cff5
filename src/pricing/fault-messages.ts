import type { Catalogue } from "../kernel/message.js";

/** Words of what cannot be read by the verbs of pricing. @internal */
export const pricingFaultMessages = {
  "pricing.whom_missing": {
    en: "Cannot tell what it is for: name a product or a category, one of the two",
    zh: "无法判断适用对象：须写明产品或品类之一",
  },
  "pricing.break_twice": {
    en: "Cannot choose between two prices of {item} from {from}",
    zh: "{item} 自 {from} 起有两个价格，无法选择",
  },
} as const satisfies Catalogue;
