import type { Catalogue } from "../kernel/message.js";

/** Words of statements that cannot be drawn. @internal */
export const accountStatementFaultMessages = {
  "settlement.bill_to_overlap": {
    en: "Cannot tell who pays for {member}: two rows hold on {date}",
    zh: "无法确定 {member} 的付款方：{date} 有两行同时有效",
  },
  "settlement.stages_not_whole": {
    en: "Cannot pay in these stages: their shares add up to {got}, not to 1",
    zh: "无法按这些阶段支付：各阶段份额合计为 {got}，不等于 1",
  },
  "settlement.refers_in_circle": {
    en: "Cannot follow the entry {id}: what it refers to leads back to it",
    zh: "无法追溯分录 {id}：其引用最终指回自身",
  },
  "settlement.entry_too_fine": {
    en: "Cannot put {got} on the account: its amounts have {decimals} decimal places at most",
    zh: "无法将 {got} 记入账户：金额最多 {decimals} 位小数",
  },
} as const satisfies Catalogue;
