import type { Catalogue } from "../kernel/message.js";

/** Words of policies and applications that cannot be used. @internal */
export const admissionFaultMessages = {
  "admission.amount_negative": { en: "Cannot use {got}: it must not be below 0", zh: "不能使用 {got}：不得小于 0" },
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
    en: "Cannot judge an application as {got:admission.kind} by a policy for {want:admission.kind}",
    zh: "不能用{want:admission.kind}政策审查申请：申请的是{got:admission.kind}",
  },
  "admission.kind.agent": { en: "agent", zh: "代理商" },
  "admission.kind.distributor": { en: "distributor", zh: "分销商" },
} as const satisfies Catalogue;
