import type { Catalogue } from "../kernel/message.js";
import { wordMessages } from "./word-messages.js";

/** Words of the faults found while parsing. */
const faultMessages = {
  "entities.missing": { en: "Cannot go on: a required value is missing", zh: "无法继续：缺少必填值" },
  "entities.not_text": { en: "Cannot use {got} as text: write a string that is not empty", zh: "不能用 {got} 作为文本：请写非空字符串" },
  "entities.not_a_decimal": {
    en: "Cannot read {got} as a decimal: write a string of digits with an optional point, at most 60 before and 400 after it; a rate is a ratio such as 0.01, not a percentage",
    zh: "无法将 {got} 读作十进制数：请写由数字组成的字符串，可带小数点，整数部分不超过 60 位，小数部分不超过 400 位；比率请写小数，如 0.01，不写百分数",
  },
  "entities.not_a_date": {
    en: "Cannot read {got} as a date: write an existing day as YYYY-MM-DD, without a time, years 0001 to 9999",
    zh: "无法将 {got} 读作日期：请写真实存在的日子，格式 YYYY-MM-DD，不带时间，年份 0001 至 9999",
  },
  "entities.not_a_currency": {
    en: "Cannot read {got} as a currency: write three capital letters",
    zh: "无法将 {got} 读作币种：请写三个大写字母",
  },
  "entities.not_a_count": {
    en: "Cannot use {got} as a count: write a whole number from {least} to {most}, not as text",
    zh: "不能用 {got} 作为计数：请写 {least} 至 {most} 的整数，不加引号",
  },
  "entities.not_whole_units": {
    en: "Cannot use {got} as a quantity: a number is whole units, at most {most}; write fractions of units as text",
    zh: "不能用 {got} 作为数量：写成数字只能是不超过 {most} 的整数；带小数的数量请写成字符串",
  },
  "entities.negative": { en: "Cannot use {got}: write a value of 0 or more", zh: "不能使用 {got}：请写不小于 0 的值" },
  "entities.out_of_range": {
    en: "Cannot use {got}: write a value from {least} to {most}",
    zh: "不能使用 {got}：请写 {least} 至 {most} 的值",
  },
  "entities.not_a_choice": { en: "Cannot use {got}: choose one of {want}", zh: "不能使用 {got}：请从 {want} 中选择" },
  "entities.not_a_record": {
    en: "Cannot use {got} as a record: write an object with fields",
    zh: "不能用 {got} 作为记录：请写带字段的对象",
  },
  "entities.not_a_list": { en: "Cannot use {got} as a list: write an array", zh: "不能用 {got} 作为列表：请写数组" },
  "entities.empty_list": { en: "Cannot use an empty list: write at least one item", zh: "不能使用空列表：请至少写一项" },
  "entities.not_a_period": {
    en: "Cannot use {got} as a period: start must come before end, and end is the first day after it",
    zh: "不能用 {got} 作为期间：开始日须早于结束日，结束日是期间后的第一天",
  },
  "entities.not_accepted": { en: "Cannot accept {got}: {reason}", zh: "无法接受 {got}：{reason}" },
  "entities.unknown_field": { en: "Cannot keep the field {got}: the record has no such field", zh: "不能保留字段 {got}：该记录没有此字段" },
  "entities.unreadable": { en: "Cannot read the value: reading it throws an error", zh: "无法读取该值：读取时抛出错误" },
  "entities.too_large": { en: "Cannot read the value: it holds more than {most} parts", zh: "无法读取该值：其组成部分超过 {most} 个" },
} as const satisfies Catalogue;

/** Codes of what can be wrong with a value that is parsed. */
export type ParseFaultCode = keyof typeof faultMessages;

/** Words of the entities: faults and enumerations. */
export const entityMessages = { ...faultMessages, ...wordMessages } as const satisfies Catalogue;

/** Codes of the entities. */
export type EntityCode = keyof typeof entityMessages;
