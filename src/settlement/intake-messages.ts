import type { Catalogue } from "../kernel/message.js";

/** Words of sources that cannot be read, and of lines that are refused. @internal */
export const intakeMessages = {
  "settlement.not_iterable": {
    en: "Cannot read sale lines from {got}: write an array or another iterable; accumulateStream reads what arrives in time",
    zh: "无法从 {got} 读取销售行：请给出数组或其他可迭代对象；陆续到达的数据请用 accumulateStream",
  },
  "settlement.not_a_stream": {
    en: "Cannot read sale lines from {got} as a stream: write an asynchronous iterable; accumulate reads what is there at once",
    zh: "无法从 {got} 以流的方式读取销售行：请给出异步可迭代对象；已经齐备的数据请用 accumulate",
  },
  "settlement.unknown_member": {
    en: "Cannot count the line: the member {got} is not known to the accumulator",
    zh: "无法计入该行：累加器中没有成员 {got}",
  },
  "settlement.line_currency": {
    en: "Cannot count the line: it is in {got}, the accumulator counts in {want}",
    zh: "无法计入该行：币种为 {got}，累加器以 {want} 计数",
  },
  "settlement.figure_too_long": {
    en: "Cannot count the line: {got} has more than {whole} digits before the point or {fraction} after it, which no sum could hold",
    zh: "无法计入该行：{got} 的整数部分超过 {whole} 位，或小数部分超过 {fraction} 位，无法累加",
  },
} as const satisfies Catalogue;
