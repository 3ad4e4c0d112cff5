import type { Words } from "../kernel/message.js";

/** What should follow when something happens to a member, in words. Nothing of it is done by the library. */
export const memberEffects = {
  start_review_clock: { en: "start the clock of the application's review", zh: "开始计算申请审核时限" },
  notify: { en: "notify the member", zh: "通知成员" },
  open_agreement_draft: { en: "open a draft of the agreement", zh: "起草协议" },
  start_training: { en: "start the mandatory training", zh: "开始必修培训" },
  record_exception: { en: "file the exception", zh: "归档例外批准" },
  grant_access: { en: "grant access", zh: "开通权限" },
  revoke_access: { en: "revoke access", zh: "收回权限" },
  cash_only: { en: "supply against cash unless credit is granted", zh: "未授信则现款供货" },
  review_credit: { en: "review the credit", zh: "复核信用" },
  change_price_group: { en: "change the price group", zh: "调整价格组" },
  dissolve_agreement: { en: "record that the agreement has dissolved by itself", zh: "登记协议已自动解除" },
  end_agreement: { en: "end the agreement", zh: "终止协议" },
  freeze_orders: { en: "freeze orders", zh: "冻结订单" },
  release_orders: { en: "release orders", zh: "解冻订单" },
  pause_registrations: { en: "stop the clock of deal registrations", zh: "暂停报备计时" },
  resume_registrations: { en: "run the clock of deal registrations again", zh: "恢复报备计时" },
  close_registrations: { en: "close or transfer deal registrations", zh: "关闭或移交报备" },
  settle: { en: "settle accounts", zh: "结清账目" },
  settle_claims: { en: "settle claims and what is still earned", zh: "结清索赔与应得奖励" },
  release_deposit: { en: "release the deposit, less what is owed", zh: "扣除欠款后退还保证金" },
  review_compensation: { en: "have compensation reviewed under the member's law", zh: "按成员所适用的法律审查补偿" },
  take_back_stock: { en: "decide on the stock: return, buy-back or sell-off", zh: "处理库存：退回、回购或清售" },
  open_exit_checklist: { en: "open the exit checklist", zh: "启用退出清单" },
  reassign_leads: { en: "hand customers and leads to others", zh: "移交客户与线索" },
  archive: { en: "archive the relationship", zh: "归档合作关系" },
  form_task_group: { en: "form a task group for the remediation", zh: "成立整改专项小组" },
  lift_limits: { en: "lift the limits of the remediation", zh: "解除整改限制" },
  call_review: { en: "call for the review that is due", zh: "启动到期评估" },
  plan_jointly: { en: "make a joint plan", zh: "制定联合计划" },
  review_strategic_partnership: { en: "review the strategic partnership", zh: "复审战略合作" },
  review_exclusivity: { en: "review exclusivity and area", zh: "复核独家权与区域" },
  accept_exposure: { en: "accept the order, credit or registration", zh: "受理订单、授信或报备" },
} as const satisfies { readonly [effect: string]: Words };

/** Names of what should follow. */
export type MemberEffect = keyof typeof memberEffects;
