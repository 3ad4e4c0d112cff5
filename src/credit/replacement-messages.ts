import type { Catalogue } from "../kernel/message.js";

/** Words of replacement cases. @internal */
export const replacementMessages = {
  "credit.trouble_too_small": {
    en: "Cannot open a replacement case for {memberId}: {overdueAmount} is {overdueDays} days past due, {amount} or {days} days are needed",
    zh: "无法为 {memberId} 立更换案：逾期 {overdueAmount}、{overdueDays} 天，未达到 {amount} 或 {days} 天",
  },
  "credit.replacement_opened": {
    en: "{memberId} has {overdueAmount} past due for {overdueDays} days (thresholds {amount}, {days} days): consider a replacement by {decideBy}",
    zh: "{memberId} 逾期 {overdueAmount}、{overdueDays} 天（标准 {amount}、{days} 天）：须在 {decideBy} 前考虑更换",
  },
  "credit.replacement_decided": {
    en: "{decision:credit.replacement}: the opportunity cost is {amount}, {tolerance} is tolerated",
    zh: "{decision:credit.replacement}：机会成本 {amount}，可容忍 {tolerance}",
  },
  "credit.replacement.replace": { en: "Replace", zh: "更换" },
  "credit.replacement.keep": { en: "Keep", zh: "保留" },
  "credit.replacement_keep": { en: "Value of keeping: {amount}", zh: "保留的价值：{amount}" },
  "credit.replacement_replace": { en: "Less the value of replacing: {amount}", zh: "减更换的价值：{amount}" },
  "credit.replacement_switching": { en: "Cost of switching: {amount}", zh: "转换成本：{amount}" },
  "credit.hand_over": { en: "Hand-over from {memberId} to {successorId} until {end}", zh: "{memberId} 向 {successorId} 交接，至 {end}" },
  "credit.hand_over_procedure": { en: "Hand-over to another member", zh: "经销商交接流程" },
} as const satisfies Catalogue;
