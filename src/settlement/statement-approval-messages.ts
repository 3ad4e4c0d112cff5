import type { Catalogue } from "../kernel/message.js";

/** Words of the approval of statements. @internal */
export const statementApprovalMessages = {
  "settlement.approval_state.drafted": { en: "drafted", zh: "已编制" },
  "settlement.approval_state.approved": { en: "approved", zh: "已审批" },
  "settlement.approval_state.sent": { en: "sent to the member", zh: "已送达成员" },
  "settlement.approval_state.objected": { en: "objected to", zh: "成员有异议" },
  "settlement.approval_state.confirmed": { en: "confirmed by both sides", zh: "双方已确认" },
  "settlement.approval_state.taken_as_confirmed": { en: "taken as confirmed", zh: "视为确认" },
  "settlement.approval_state.replaced": { en: "replaced", zh: "已被替换" },
  "settlement.approval_event.dayPassed": { en: "day passed", zh: "日期推进" },
  "settlement.approval_event.approved": { en: "approved", zh: "审批" },
  "settlement.approval_event.sent": { en: "sent", zh: "送达" },
  "settlement.approval_event.confirmed": { en: "confirmed", zh: "确认" },
  "settlement.approval_event.objected": { en: "objected", zh: "提出异议" },
  "settlement.approval_event.replaced": { en: "replaced", zh: "替换" },
  "settlement.approval_effect.ask_next_level": { en: "ask the next level to approve", zh: "提交上一级审批" },
  "settlement.approval_effect.send_statement": { en: "send the statement to the member", zh: "将对账单送达成员" },
  "settlement.approval_effect.ask_member": { en: "ask the member to confirm", zh: "请成员确认" },
  "settlement.approval_effect.remind_member": { en: "remind the member", zh: "提醒成员" },
  "settlement.approval_effect.release_payment": { en: "release the payment", zh: "放行付款" },
  "settlement.approval_effect.settle_objection": { en: "settle the objection", zh: "处理异议" },
} as const satisfies Catalogue;

/** Words of approvals that cannot be begun. @internal */
export const statementApprovalFaultMessages = {
  "settlement.no_approver": {
    en: "Cannot begin the approval: nobody is named to approve at the level {level}",
    zh: "无法开始审批：未指定“{level}”级的审批人",
  },
  "settlement.approves_own": {
    en: "Cannot begin the approval: {got} drew the statement, or approves at another level",
    zh: "无法开始审批：{got} 是编制人，或已在其他级别审批",
  },
  "settlement.first_level_not_for_all": {
    en: "Cannot use the levels: the first approves every statement, from 0, and not from {got}",
    zh: "审批级别无效：第一级须审批全部对账单（自 0 起），而非自 {got} 起",
  },
  "settlement.approval_currency": {
    en: "Cannot begin the approval: the statement is in {got}, the levels are in {want}",
    zh: "无法开始审批：对账单币种为 {got}，审批级别以 {want} 计",
  },
} as const satisfies Catalogue;
