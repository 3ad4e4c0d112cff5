import type { Catalogue } from "../kernel/message.js";

/** Words of quotas that are divided over the seasons. @internal */
export const quotaMessages = {
  "incentives.weights_of_windows": {
    en: "Cannot divide the quota: there are {weights} weights for {windows} windows",
    zh: "无法分解配额：权重 {weights} 个，期间 {windows} 个",
  },
  "incentives.quota_split": {
    en: "A quota of {total} over {parts} windows comes to {amount}",
    zh: "配额 {total} 分解到 {parts} 期，合计 {amount}",
  },
  "incentives.quota_part": { en: "{window}, weight {weight}: {amount}", zh: "{window}，权重 {weight}：{amount}" },
  "incentives.quota_part_served": {
    en: "{window}, weight {weight}: {whole}, of which {amount} for the time served",
    zh: "{window}，权重 {weight}：{whole}，按合作时间折算为 {amount}",
  },
} as const satisfies Catalogue;
