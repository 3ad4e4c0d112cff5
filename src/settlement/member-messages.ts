import type { Catalogue } from "../kernel/message.js";

/** Words of what is wrong with the members of an accumulator. @internal */
export const memberMessages = {
  "settlement.own_upline": {
    en: "Cannot open the accumulator: the member {id} is named as its own upline",
    zh: "无法建立累加器：成员 {id} 被写成自己的上级",
  },
  "settlement.duplicate_member": {
    en: "Cannot open the accumulator: the member {id} is listed twice",
    zh: "无法建立累加器：成员 {id} 重复",
  },
  "settlement.agreement_missing": {
    en: "Cannot open the accumulator: the windows of the programme {programmeId} run from the agreement of each member, and {memberId} has none",
    zh: "无法建立累加器：方案 {programmeId} 的结算期自各成员的协议起算，而成员 {memberId} 未写明协议日期",
  },
  "settlement.payout_missing": {
    en: "Cannot open the accumulator: the member {id} is paid in {currency}, and the policy names no day of conversion",
    zh: "无法建立累加器：成员 {id} 以 {currency} 收款，而政策未写明折算日",
  },
} as const satisfies Catalogue;
