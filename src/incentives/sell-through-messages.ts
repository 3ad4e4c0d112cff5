import type { Catalogue } from "../kernel/message.js";

/** Words of sell-through lines that cannot be used. @internal */
export const sellThroughFaultMessages = {
  "incentives.other_member": {
    en: "Cannot use a line of {got}: the report is of {want}",
    zh: "无法使用 {got} 的销售行：本报告属于 {want}",
  },
  "incentives.not_whole_units": {
    en: "Cannot use {got} as a quantity: a number is whole units, at most {most}; write fractions of units as text",
    zh: "不能用 {got} 作为数量：写成数字只能是不超过 {most} 的整数；带小数的数量请写成字符串",
  },
  "incentives.parts_differ": {
    en: "Cannot use the parts: they add up to {got}, not to {want}",
    zh: "无法使用各部分：合计为 {got}，不等于 {want}",
  },
} as const satisfies Catalogue;

/** Words of sell-through. @internal */
export const sellThroughMessages = {
  ...sellThroughFaultMessages,
  "incentives.sell_through": {
    en: "Sell-through of {memberId}, {basis:incentives.sell_through_basis}: counts {base} {currency}",
    zh: "{memberId} 的分销出货，{basis:incentives.sell_through_basis}：计 {base} {currency}",
  },
  "incentives.sell_through_lines": { en: "What was sold on: {amount}", zh: "分销出货合计：{amount}" },
  "incentives.sell_through_sold": {
    en: "{date}, line {lineId}, {quantity} of {productId}: {amount}",
    zh: "{date}，销售行 {lineId}，{productId} 数量 {quantity}：{amount}",
  },
  "incentives.sell_through_returned": {
    en: "{date}, line {lineId}, {quantity} of {productId} came back: {amount}",
    zh: "{date}，销售行 {lineId}，{productId} 退回 {quantity}：{amount}",
  },
  "incentives.sell_through_part": {
    en: "{quantity} of the purchase {purchaseId} of {date}, {bought} for {paid}: {amount}",
    zh: "取自 {date} 的进货 {purchaseId}（{bought} 件，共 {paid}）{quantity} 件：{amount}",
  },
  "incentives.sell_through_priced": {
    en: "{quantity} at the price of the purchase {purchaseId} of {date}, {bought} for {paid}: {amount}",
    zh: "{quantity} 件按 {date} 的进货 {purchaseId}（{bought} 件，共 {paid}）单价计：{amount}",
  },
  "incentives.sell_through_average": {
    en: "{quantity} at the average of {bought} for {paid}: {amount}",
    zh: "{quantity} 件按平均价（{bought} 件，共 {paid}）计：{amount}",
  },
  "incentives.sell_through_back": {
    en: "{quantity} of line {lineId}, at what they left at: {amount}",
    zh: "销售行 {lineId} 的 {quantity} 件，按出货时的价值：{amount}",
  },
  "incentives.sell_through_stock": { en: "Left in stock: {amount}", zh: "期末库存：{amount}" },
  "incentives.sell_through_opening": { en: "In stock before: {amount}", zh: "期初库存：{amount}" },
  "incentives.sell_through_purchased": { en: "Bought: {amount}", zh: "本期进货：{amount}" },
  "incentives.sell_through_sent_back": { en: "Sent back: {amount}", zh: "退回上游：{amount}" },
  "incentives.sell_through_left": { en: "Sold on: {amount}", zh: "分销出货：{amount}" },
  "incentives.sell_through_revalued": {
    en: "Sold on at another price than it was bought for: {amount}",
    zh: "计价与原进货价之差：{amount}",
  },
  "incentives.sell_through_waits": {
    en: "{date}, line {lineId}: {open} of {productId} wait, {missing} {because:incentives.sell_through_open}",
    zh: "{date}，销售行 {lineId}：{productId} 待定 {open}，其中 {missing} {because:incentives.sell_through_open}",
  },
  "incentives.sell_through_open.not_in_stock": { en: "were not in stock", zh: "库存不足" },
  "incentives.sell_through_open.origin_unknown": { en: "came back that were not sold", zh: "找不到原销售" },
  "incentives.sell_through_basis.fifo": { en: "first in, first out", zh: "先进先出" },
  "incentives.sell_through_basis.latest_purchase": { en: "at the latest purchase price", zh: "按最近进货价" },
  "incentives.sell_through_basis.moving_average": { en: "at the moving average", zh: "按移动加权平均价" },
  "incentives.sell_through_basis.period_average": { en: "at the average of the period", zh: "按期间加权平均价" },
  "incentives.sell_through_basis.sale": { en: "at the member's own prices", zh: "按成员自身售价" },
} as const satisfies Catalogue;
