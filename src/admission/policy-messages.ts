import type { Catalogue } from "../kernel/message.js";

/** Words of policies: a title, and remarks that are no faults. @internal */
export const admissionPolicyMessages = {
  "admission.counts_as_large": { en: "The applicant counts as large", zh: "申请方属于大型企业" },
  "admission.threshold_not_agreed": {
    en: "Not agreed yet: the rule stays unknown until it is",
    zh: "尚未约定：在约定之前，该规则无法判断",
  },
  "admission.term_not_agreed": { en: "Not agreed yet: no date follows from it", zh: "尚未约定：不产生日期" },
  "admission.minimum_above_agents": {
    en: "Distributors need {got} of capital, agents only {agents} (policy {policy})",
    zh: "分销商的注册资金要求 {got} 高于代理商的 {agents}（政策 {policy}）",
  },
  "admission.breaches_tolerated": { en: "Breaches are let pass: {got}; the texts let none", zh: "容许违约 {got} 起；原文要求没有违约记录" },
  "admission.rule_loosened": {
    en: "The rule {rule} binds less than in the texts: {binding:admission.binding}",
    zh: "规则 {rule} 的约束弱于原文：{binding:admission.binding}",
  },
  "admission.binding.in_principle": { en: "in principle", zh: "原则上" },
  "admission.binding.advisory": { en: "only for the record", zh: "仅供参考" },
  "admission.no_route": { en: "No way in: everybody needs an exception from the rule on origin", zh: "没有准入途径：人人都须例外批准" },
  "admission.indicator_unweighed": { en: "The scorecard does not weigh {indicator}", zh: "评分表未包含指标 {indicator}" },
  "admission.rating_optional": {
    en: "A missing rating of {indicator} does not stop the score",
    zh: "指标 {indicator} 缺少评分时仍会得出总分",
  },
} as const satisfies Catalogue;
