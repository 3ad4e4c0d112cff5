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
  "settlement.approval_effect.send_statement": { en: "send the statement to the member", zh: "将对账单送达成员" },
  "settlement.approval_effect.ask_member": { en: "ask the member to confirm", zh: "请成员确认" },
  "settlement.approval_effect.remind_member": { en: "remind the member", zh: "提醒成员" },
  "settlement.approval_effect.release_payment": { en: "release the payment", zh: "放行付款" },
  "settlement.approval_effect.settle_objection": { en: "settle the objection", zh: "处理异议" },
} as const satisfies Catalogue;
