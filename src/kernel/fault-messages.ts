/**
 * Words of what the kernel throws. They stand apart because a fault brings its words with it, while problems and workings are
 * rendered by whoever shows them: a host that imports one calculator carries no others.
 */
import type { Catalogue } from "./message.js";

/** @internal */
export const kernelFaultMessages = {
  "kernel.not_a_decimal": {
    en: "Cannot read {got} as a decimal: write a string of digits with an optional point, at most 60 before and 400 after it; a rate is a ratio such as 0.01, not a percentage",
    zh: "无法将 {got} 读作十进制数：请写由数字组成的字符串，可带小数点，整数部分不超过 60 位，小数部分不超过 400 位；比率请写小数，如 0.01，不写百分数",
  },
  "kernel.not_an_amount": {
    en: "Cannot read {got} as money: an amount (decimal string) and a currency (three capital letters) are needed",
    zh: "无法将 {got} 读作金额：需要 amount（十进制字符串）和 currency（三个大写字母）",
  },
  "kernel.not_a_currency": {
    en: "Cannot read {got} as a currency: write three capital letters",
    zh: "无法将 {got} 读作币种：请写三个大写字母",
  },
  "kernel.not_a_date": {
    en: "Cannot read {got} as a date: write an existing day as YYYY-MM-DD, without a time, years 0001 to 9999",
    zh: "无法将 {got} 读作日期：请写真实存在的日子，格式 YYYY-MM-DD，不带时间，年份 0001 至 9999",
  },
  "kernel.not_a_period": {
    en: "Cannot read {got} as a period: start must come before end, and end is the first day after it",
    zh: "无法将 {got} 读作期间：开始日须早于结束日，结束日是期间后的第一天",
  },
  "kernel.not_a_choice": { en: "Cannot use {got}: choose one of {want}", zh: "不能使用 {got}：请从 {want} 中选择" },
  "kernel.not_a_count": {
    en: "Cannot use {got} as a count: write a whole number from {least} to {most}, not as text",
    zh: "不能用 {got} 作为计数：请写 {least} 至 {most} 的整数，不加引号",
  },
  "kernel.not_text": { en: "Cannot use {got} as text: write a string that is not empty", zh: "不能用 {got} 作为文本：请写非空字符串" },
  "kernel.not_a_list": { en: "Cannot use {got} as a list: write an array", zh: "不能用 {got} 作为列表：请写数组" },
  "kernel.list_too_long": { en: "Cannot use the list: it has more than {most} items", zh: "无法使用该列表：超过 {most} 项" },
  "kernel.data_too_large": {
    en: "Cannot take in the data: it is nested deeper than {levels} levels or has more than {values} values",
    zh: "无法接收该数据：嵌套超过 {levels} 层，或超过 {values} 个值",
  },
  "kernel.list_empty": { en: "Cannot go on: the list has no item", zh: "无法继续：列表中没有任何项" },
  "kernel.not_a_record": { en: "Cannot use {got} as a record: write an object with fields", zh: "不能用 {got} 作为记录：请写带字段的对象" },
  "kernel.missing": { en: "Cannot go on: a required value is missing", zh: "无法继续：缺少必填值" },
  "kernel.unreadable": { en: "Cannot read the input: reading it failed with {reason}", zh: "无法读取输入：读取时出错：{reason}" },
  "kernel.no_real_power": {
    en: "Cannot raise {base} to the power {exponent}: no real number is the answer",
    zh: "无法求 {base} 的 {exponent} 次幂：结果不是实数",
  },
  "kernel.no_branch": { en: "Cannot handle {got}: nothing is written for it", zh: "无法处理 {got}：没有为它编写的分支" },
  "kernel.division_by_zero": { en: "Cannot divide {got} by zero", zh: "无法将 {got} 除以零" },
  "kernel.currency_mismatch": { en: "Cannot combine amounts in {got} and {want}", zh: "无法合并 {got} 与 {want} 的金额" },
  "kernel.unit_mismatch": { en: "Cannot combine quantities in {got} and {want}", zh: "无法合并单位为 {got} 与 {want} 的数量" },
  // dates
  "kernel.date_out_of_range": {
    en: "Cannot name the day {got}: dates run from 0001-01-01 to 9999-12-31",
    zh: "无法表示日期 {got}：日期范围为 0001-01-01 至 9999-12-31",
  },
  "kernel.not_a_month_day": {
    en: "Cannot read {got} as a day of every year: write MM-DD with a day from 01 to 28",
    zh: "无法将 {got} 读作每年的某一天：请写 MM-DD，日为 01 至 28",
  },
  "kernel.out_of_order": {
    en: "Cannot use {got}: it starts on {start}, before {previous} ends on {end}",
    zh: "不能使用 {got}：它于 {start} 开始，早于 {previous} 的结束日 {end}",
  },
  "kernel.named_twice": { en: "Cannot use {got} twice: each row needs its own name", zh: "不能重复使用 {got}：每行须有各自的名称" },
  "kernel.unknown_row": { en: "Cannot find {got}: there is no such row", zh: "找不到 {got}：没有这一行" },
  "kernel.range_too_long": {
    en: "Cannot list {range}: it holds more than {most} entries; ask for a shorter range",
    zh: "无法列出 {range}：其中超过 {most} 项，请缩短范围",
  },
  "kernel.no_workday": {
    en: "Cannot find a workday next to {date}: the work calendar has none within {days} days",
    zh: "找不到邻近 {date} 的工作日：工作日历在 {days} 天内没有工作日",
  },
  "kernel.not_a_span": {
    en: "Cannot count from {from}, {fromHalf:kernel.day_half}, to {to}, {toHalf:kernel.day_half}: the last half-day comes before the first",
    zh: "无法从 {from} {fromHalf:kernel.day_half}计至 {to} {toHalf:kernel.day_half}：末个半天早于首个半天",
  },
  "kernel.day_half.morning": { en: "morning", zh: "上午" },
  "kernel.day_half.afternoon": { en: "afternoon", zh: "下午" },
  "kernel.versions_gap": {
    en: "No version is in force in {period}: {first} ends before {second} starts",
    zh: "{period} 没有有效版本：{first} 在 {second} 开始之前结束",
  },
  "kernel.version_named_twice": { en: "Two versions are called {version}", zh: "有两个版本同名：{version}" },
  "kernel.versions_overlap": {
    en: "Versions {first} and {second} are both in force on {from}",
    zh: "版本 {first} 与 {second} 在 {from} 同时有效",
  },
  // numbers
  "kernel.out_of_range": {
    en: "Cannot give {got}: a number has at most {whole} digits before the point and {fraction} after it",
    zh: "无法给出 {got}：数值的整数部分不超过 {whole} 位，小数部分不超过 {fraction} 位",
  },
  "kernel.not_above_zero": { en: "Cannot use {got}: write a decimal above 0", zh: "不能使用 {got}：请写大于 0 的十进制数" },
  "kernel.below_zero": { en: "Cannot use {got}: it must not be below 0", zh: "不能使用 {got}：不得小于 0" },
  "kernel.outside_bounds": {
    en: "Cannot use {got}: it must be from {least} to {most}",
    zh: "不能使用 {got}：须在 {least} 至 {most} 之间",
  },
  "kernel.not_a_rate": {
    en: "Cannot read {got} as a rate: write a ratio as a decimal, 3.5 % as 0.035",
    zh: "无法将 {got} 读作比率：请写十进制比值，3.5% 写作 0.035",
  },
  "kernel.not_a_quantity": {
    en: "Cannot read {got} as a quantity: a value (decimal string) and a unit (text) are needed",
    zh: "无法将 {got} 读作数量：需要 value（十进制字符串）和 unit（文本）",
  },
  "kernel.exchange_rate_twice": {
    en: "Cannot choose a rate from {from} to {to}: two are given",
    zh: "无法选择 {from} 对 {to} 的汇率：给出了两个",
  },
  "kernel.base_unit_not_one": {
    en: "Cannot use {got} for the base unit {unit}: one base unit is 1 base unit",
    zh: "基本单位 {unit} 不能使用 {got}：一个基本单位即为 1",
  },
  "kernel.explanation_too_large": {
    en: "Cannot read the explanation: it has more than {nodes} nodes or is nested deeper than {levels} levels",
    zh: "无法读取说明：其节点超过 {nodes} 个，或嵌套超过 {levels} 层",
  },
} as const satisfies Catalogue;

/** Codes that the kernel throws. @internal */
export type KernelFaultCode = keyof typeof kernelFaultMessages;
