import type { Catalogue } from "../kernel/message.js";

/** Words of disputes: where they stand, what they are about, what happens to them, and what should follow. @internal */
export const disputeMessages = {
  "settlement.dispute_state.raised": { en: "raised", zh: "已提出" },
  "settlement.dispute_state.acknowledged": { en: "acknowledged", zh: "已受理" },
  "settlement.dispute_state.accepted": { en: "accepted", zh: "已认可" },
  "settlement.dispute_state.partly_accepted": { en: "accepted in part", zh: "部分认可" },
  "settlement.dispute_state.refused": { en: "refused", zh: "不予认可" },
  "settlement.dispute_state.escalated": { en: "taken higher", zh: "已上报" },
  "settlement.dispute_state.closed": { en: "closed", zh: "已结案" },
  "settlement.dispute_state.withdrawn": { en: "withdrawn", zh: "已撤回" },
  "settlement.dispute_reason.wrong_amount": { en: "the amount is wrong", zh: "金额有误" },
  "settlement.dispute_reason.line_missing": { en: "a sale was not counted", zh: "漏计销售" },
  "settlement.dispute_reason.wrong_rate": { en: "the wrong rate or tier", zh: "费率或档次有误" },
  "settlement.dispute_reason.wrong_period": { en: "the wrong period", zh: "期间有误" },
  "settlement.dispute_reason.return_not_counted": { en: "a return was not counted, or counted twice", zh: "退货漏计或重复计算" },
  "settlement.dispute_reason.set_off_disputed": { en: "the set-off was not agreed", zh: "抵扣未经同意" },
  "settlement.dispute_reason.not_mine": { en: "it belongs to another member", zh: "属于其他成员" },
  "settlement.dispute_event.dayPassed": { en: "day passed", zh: "日期推进" },
  "settlement.dispute_event.acknowledged": { en: "acknowledged", zh: "受理" },
  "settlement.dispute_event.accepted": { en: "accepted", zh: "认可" },
  "settlement.dispute_event.partlyAccepted": { en: "accepted in part", zh: "部分认可" },
  "settlement.dispute_event.refused": { en: "refused", zh: "不予认可" },
  "settlement.dispute_event.corrected": { en: "correction booked", zh: "更正入账" },
  "settlement.dispute_event.escalated": { en: "taken higher", zh: "上报" },
  "settlement.dispute_event.withdrawn": { en: "withdrawn", zh: "撤回" },
  "settlement.dispute_effect.post_correction": { en: "book the correction", zh: "登记更正分录" },
  "settlement.dispute_effect.tell_raiser": { en: "tell who raised it", zh: "通知提出方" },
  "settlement.dispute_effect.tell_superior": { en: "bring it to the higher level", zh: "提交上级处理" },
  "settlement.dispute_effect.remind_superior": { en: "remind the higher level", zh: "催办上级" },
  "settlement.dispute_effect.release_held": { en: "release what was held back", zh: "解除暂缓付款" },
  "settlement.nothing_conceded": {
    en: "Cannot book a correction for the dispute {disputeId}: nothing was conceded that is not booked yet",
    zh: "无法为争议 {disputeId} 登记更正：没有已认可而未入账的金额",
  },
} as const satisfies Catalogue;

/** Words of disputes that cannot be begun or booked. @internal */
export const disputeFaultMessages = {
  "settlement.dispute_of_nothing": {
    en: "Cannot raise a dispute about 0: name the change that is asked for",
    zh: "争议金额不得为 0：请写明要求的更正金额",
  },
} as const satisfies Catalogue;
