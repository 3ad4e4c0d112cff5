import type { Catalogue } from "../kernel/message.js";

/** Words of remarks on a policy, and of faults. @internal */
export const admissionPolicyMessages = {
  "admission.amount_negative": { en: "Cannot use {got}: it must not be below 0", zh: "不能使用 {got}：不得小于 0" },
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
  "admission.scale_relative": {
    en: "Cannot use a relative scale: whoever is rated here is rated alone",
    zh: "不能使用相对量表：此处各自单独评分",
  },
  "admission.rule_not_asked": {
    en: "Cannot bind the rule {rule}: it is not among those of this policy that can be bound otherwise",
    zh: "不能调整规则 {rule}：不属于本政策可调整的规则",
  },
  "admission.code_taken": { en: "Cannot use the code {code}: it is taken", zh: "不能使用代码 {code}：已被占用" },
  "admission.evidence_read_raw": {
    en: "Cannot read the documents by a criterion: it would pass unverified and expired ones; write them as papers",
    zh: "不能用自有标准直接读取证明文件：会放过未核验或已失效的文件；请写入所需文件清单",
  },
  "admission.grade_unknown": {
    en: "Cannot use the grade {got}: it is not on the scale {scale}",
    zh: "不能使用等级 {got}：不在等级表 {scale} 中",
  },
  "admission.repeated": { en: "Cannot use {got} twice", zh: "{got} 不能重复" },
  "admission.list_empty": { en: "Cannot use an empty list: write at least one entry", zh: "列表不能为空：请至少写一项" },
  "admission.other_kind": {
    en: "Cannot judge an application as {got} by a policy for {want:admission.kind}",
    zh: "不能用{want:admission.kind}政策审查申请：申请的是 {got}",
  },
} as const satisfies Catalogue;
