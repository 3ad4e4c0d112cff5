import type { Catalogue } from "../kernel/message.js";

/** Words of a policy's life: its states, what happens to it, what should follow, and what it may pay. @internal */
export const policyMessages = {
  "incentives.policy_state.draft": { en: "draft", zh: "起草" },
  "incentives.policy_state.consulting": { en: "consulting", zh: "征求意见" },
  "incentives.policy_state.published": { en: "published", zh: "已公布" },
  "incentives.policy_state.in_force": { en: "in force", zh: "生效" },
  "incentives.policy_state.superseded": { en: "superseded", zh: "被新版取代" },
  "incentives.policy_state.expired": { en: "expired", zh: "期满" },
  "incentives.policy_state.withdrawn": { en: "withdrawn", zh: "撤回" },
  "incentives.policy_event.dayPassed": { en: "day passed", zh: "日期推进" },
  "incentives.policy_event.redrafted": { en: "redrafted", zh: "修改草案" },
  "incentives.policy_event.consultationOpened": { en: "consultation opened", zh: "开始征求意见" },
  "incentives.policy_event.opinionGiven": { en: "opinion given", zh: "部门反馈意见" },
  "incentives.policy_event.published": { en: "published", zh: "公布" },
  "incentives.policy_event.revised": { en: "revised", zh: "修订" },
  "incentives.policy_event.reviewed": { en: "reviewed", zh: "激励评估" },
  "incentives.policy_event.withdrawn": { en: "withdrawn", zh: "撤回" },
  "incentives.policy_effect.ask_departments": { en: "ask the departments", zh: "征询相关部门" },
  "incentives.policy_effect.announce": { en: "announce it to all members it is for", zh: "向适用成员公布" },
  "incentives.policy_effect.keep_version": { en: "keep this version for its periods", zh: "保留本版本，供其期间使用" },
  "incentives.policy_effect.start_accruals": { en: "begin to accrue", zh: "开始计提" },
  "incentives.policy_effect.stop_accruals": { en: "stop accruing and settle what is open", zh: "停止计提并结清未结部分" },
  "incentives.policy_effect.hold_review": { en: "hold the review with the partners", zh: "与合作伙伴进行激励评估" },
  "incentives.before_publication": {
    en: "Cannot pay for {period}: the policy was published on {publishedOn}, and only days from then on are paid",
    zh: "无法支付 {period}：政策于 {publishedOn} 公布，此前的日子不予支付",
  },
  "incentives.not_published": { en: "Cannot pay for {period}: the policy is not published", zh: "无法支付 {period}：政策尚未公布" },
  "incentives.outside_term": {
    en: "Cannot pay for {period}: the policy is in force in {effective} only",
    zh: "无法支付 {period}：政策仅在 {effective} 内有效",
  },
  "incentives.payable_period": {
    en: "Of {period}, {payable} is paid: the policy was published on {publishedOn} and is in force in {effective}",
    zh: "{period} 中可支付 {payable}：政策于 {publishedOn} 公布，在 {effective} 内有效",
  },
  // fairness
  "incentives.names_member": {
    en: "The programme names {memberId} alone, and no ground is recorded",
    zh: "方案单独指名 {memberId}，且未记录理由",
  },
  "incentives.names_member_on_ground": {
    en: "The programme names {memberId} alone, on the ground: {ground}",
    zh: "方案单独指名 {memberId}，理由：{ground}",
  },
  "incentives.starts_before_publication": {
    en: "The programme begins on {start}, before it was published on {publishedOn}",
    zh: "方案于 {start} 开始，早于公布日 {publishedOn}",
  },
  "incentives.published_after_term": {
    en: "The programme was published on {publishedOn}, when its term was over on {end}: it never pays",
    zh: "方案于 {publishedOn} 公布，而有效期已于 {end} 结束：永不支付",
  },
  "incentives.publication_unknown": { en: "It is not known when the programme was published", zh: "方案的公布日未知" },
  "incentives.budget_by_identifier": {
    en: "The budget is for whoever comes first: once too little of it is left, identifiers decide between members who did the same",
    zh: "预算先到先得：余额不足时，业绩相同的成员按标识的先后支付",
  },
  "incentives.cap_by_identifier": {
    en: "All members share the cap {capId}: once too little of it is left, identifiers decide between members who did the same",
    zh: "全体成员共用封顶 {capId}：余额不足时，业绩相同的成员按标识的先后支付",
  },
  "incentives.equal_paid_differently": {
    en: "{first} and {second} are alike and did the same, but were paid {firstPaid} and {secondPaid}",
    zh: "{first} 与 {second} 条件和业绩相同，却分别支付 {firstPaid} 与 {secondPaid}",
  },
  "incentives.fairness": {
    en: "Fairness of {programme}: {verdict:incentives.fairness_verdict}",
    zh: "{programme} 的公平性：{verdict:incentives.fairness_verdict}",
  },
  "incentives.fairness_verdict.fair": { en: "nothing found", zh: "未发现问题" },
  "incentives.fairness_verdict.unfair": { en: "not fair", zh: "不公平" },
  "incentives.fairness_verdict.unknown": { en: "cannot be told", zh: "无法判断" },
  // payouts of one window
  "incentives.payouts": { en: "{programme}, {period}: {amount} {currency}", zh: "{programme}，{period}：{amount} {currency}" },
  "incentives.payout_of": { en: "{memberId}: {amount}", zh: "{memberId}：{amount}" },
  "incentives.not_an_earner": { en: "{memberId} is not among the earners: {amount}", zh: "{memberId} 不属于适用对象：{amount}" },
  "incentives.payout_open": { en: "{memberId}, open: {problem}; {amount} for now", zh: "{memberId} 暂缓：{problem}；暂计 {amount}" },
} as const satisfies Catalogue;
