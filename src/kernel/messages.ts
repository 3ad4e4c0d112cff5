import type { Catalogue } from "./message.js";

/** Words of the kernel: values that are not what they must be. */
export const kernelMessages = {
  "kernel.not_a_decimal": {
    en: "Cannot read {got} as a decimal: write digits with an optional point, at most 60 before and 60 after it",
    zh: "无法将 {got} 读作十进制数：请写数字，可带小数点，整数与小数部分各不超过 60 位",
  },
  "kernel.not_an_amount": {
    en: "Cannot read {got} as money: an amount (decimal string) and a currency (three capital letters) are needed",
    zh: "无法将 {got} 读作金额：需要 amount（十进制字符串）和 currency（三个大写字母）",
  },
  "kernel.not_a_currency": { en: "Cannot read {got} as a currency: write three capital letters", zh: "无法将 {got} 读作币种：请写三个大写字母" },
  "kernel.not_a_date": {
    en: "Cannot read {got} as a date: write an existing day as YYYY-MM-DD, years 0001 to 9999",
    zh: "无法将 {got} 读作日期：请写真实存在的日子，格式 YYYY-MM-DD，年份 0001 至 9999",
  },
  "kernel.not_a_period": {
    en: "Cannot read {got} as a period: start must come before end, and end is the first day after it",
    zh: "无法将 {got} 读作期间：开始日须早于结束日，结束日是期间后的第一天",
  },
  "kernel.not_a_choice": { en: "Cannot use {got}: choose one of {want}", zh: "不能使用 {got}：请从 {want} 中选择" },
  "kernel.not_a_count": { en: "Cannot use {got} as a count: write a whole number from {least} to {most}", zh: "不能用 {got} 作为计数：请写 {least} 至 {most} 的整数" },
  "kernel.not_text": { en: "Cannot use {got} as text: write a string that is not empty", zh: "不能用 {got} 作为文本：请写非空字符串" },
  "kernel.not_a_list": { en: "Cannot use {got} as a list", zh: "不能用 {got} 作为列表" },
  "kernel.not_a_record": { en: "Cannot use {got} as a record", zh: "不能用 {got} 作为记录" },
  "kernel.missing": { en: "Cannot go on: a required value is missing", zh: "无法继续：缺少必填值" },
  "kernel.unreadable": { en: "Cannot read the input: reading it failed with {reason}", zh: "无法读取输入：读取时出错：{reason}" },
  "kernel.division_by_zero": { en: "Cannot divide {got} by zero", zh: "无法将 {got} 除以零" },
  "kernel.currency_mismatch": { en: "Cannot combine amounts in {got} and {want}", zh: "无法合并 {got} 与 {want} 的金额" },
  "kernel.unit_mismatch": { en: "Cannot combine quantities in {got} and {want}", zh: "无法合并单位为 {got} 与 {want} 的数量" },
} as const satisfies Catalogue;

/** Codes of the kernel. */
export type KernelCode = keyof typeof kernelMessages;
