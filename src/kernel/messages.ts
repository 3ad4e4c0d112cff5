import { kernelFaultMessages } from "./fault-messages.js";
import type { Catalogue } from "./message.js";

/** Words of the kernel: values that are not what they must be, and the working of splits and proration. */
export const kernelMessages = {
  ...kernelFaultMessages,

  "kernel.no_version_in_force": {
    en: "Cannot find a version in force on {asOf}: known are {versions}",
    zh: "找不到 {asOf} 有效的版本：已知版本为 {versions}",
  },
  "kernel.prorated": {
    en: "Prorated {amount} by {by:kernel.proration}: {numerator} of {denominator} gives {result}",
    zh: "{amount} 按{by:kernel.proration}折算：{denominator} 分之 {numerator}，得 {result}",
  },
  "kernel.proration.days": { en: "days", zh: "天数" },
  "kernel.proration.months": { en: "months and days", zh: "月数（含零头天数）" },
  "kernel.proration.whole_months": { en: "whole months", zh: "整月数" },
  "kernel.exchange_rate_missing": {
    en: "Cannot convert {from} to {to}: no exchange rate is given",
    zh: "无法将 {from} 换算为 {to}：未提供汇率",
  },
  "kernel.unit_unknown": { en: "Cannot convert {unit}: the unit table has {known}", zh: "无法换算 {unit}：单位表中有 {known}" },
  "kernel.negative_weight": {
    en: "Cannot split by weight {weight} of part {part}: it is below 0",
    zh: "无法按第 {part} 份的权重 {weight} 分配：其小于 0",
  },
  "kernel.no_weights": { en: "Cannot split {total}: no part has a weight above 0", zh: "无法分配 {total}：没有权重大于 0 的部分" },
  "kernel.total_too_precise": {
    en: "Cannot split {total} into parts of {decimals} decimals: it has more decimals itself",
    zh: "无法将 {total} 分为 {decimals} 位小数的部分：其自身的小数位更多",
  },
  "kernel.allocation": {
    en: "{amount} is split over {parts} parts by weight, spare units in {remainder:kernel.remainder}",
    zh: "{amount} 按权重分为 {parts} 份，余数{remainder:kernel.remainder}",
  },
  "kernel.money_allocation": {
    en: "{amount} {currency} is split over {parts} parts by weight, spare units in {remainder:kernel.remainder}",
    zh: "{amount} {currency} 按权重分为 {parts} 份，余数{remainder:kernel.remainder}",
  },
  "kernel.allocated": {
    en: "Part {part}, weight {weight} of {weights}: {amount}",
    zh: "第 {part} 份，权重 {weight} / {weights}：{amount}",
  },
  "kernel.allocated_with_spare": {
    en: "Part {part}, weight {weight} of {weights}: {cut} and one spare unit, {amount}",
    zh: "第 {part} 份，权重 {weight} / {weights}：{cut} 加一个余数单位，计 {amount}",
  },
  "kernel.remainder.contract_order": { en: "contract order", zh: "按合同顺序补足" },
  "kernel.remainder.reverse_order": { en: "reverse contract order", zh: "按合同倒序补足" },
  "kernel.remainder.largest_fraction_first": { en: "order of the largest fraction cut", zh: "按舍去部分由大到小补足" },
  "kernel.sum_differs": {
    en: "Cannot confirm the sum of {name}: it is {got}, the parts add up to {want}",
    zh: "无法确认 {name} 的合计：其值为 {got}，各部分之和为 {want}",
  },
  "kernel.sum_unreadable": {
    en: "Cannot confirm the sum of {name}: {got} at {place} is no decimal",
    zh: "无法确认 {name} 的合计：{place} 处的 {got} 不是十进制数",
  },
} as const satisfies Catalogue;

/** Codes of the kernel. */
export type KernelCode = keyof typeof kernelMessages;
