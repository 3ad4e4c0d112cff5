import type { Catalogue } from "../kernel/message.js";

/** Words of rules and criteria. @internal */
export const ruleMessages = {
  "engine.status.met": { en: "Met", zh: "符合" },
  "engine.status.unmet": { en: "Not met", zh: "不符合" },
  "engine.status.unknown": { en: "Unknown", zh: "无法判断" },
  "engine.status.excepted": { en: "Excepted", zh: "例外批准" },
  "engine.verdict.met": { en: "met", zh: "符合" },
  "engine.verdict.met_with_exceptions": { en: "met with exceptions", zh: "符合（含例外批准）" },
  "engine.verdict.unknown": { en: "unknown", zh: "无法判断" },
  "engine.verdict.unmet": { en: "not met", zh: "不符合" },
  "engine.finding": { en: "{status:engine.status}: {finding}", zh: "{status:engine.status}：{finding}" },
  "engine.finding_advisory": { en: "{status:engine.status} (advisory): {finding}", zh: "{status:engine.status}（参考项）：{finding}" },
  "engine.finding_missing": { en: "Missing: {missing}", zh: "缺少：{missing}" },
  "engine.threshold_unset": { en: "The threshold is not agreed yet", zh: "门槛尚未约定" },
  "engine.no_score": { en: "There is no score", zh: "没有评分" },
  "engine.event_disputed": { en: "Still in dispute: {count} of {event}", zh: "尚有争议：{event} {count} 起" },
  "engine.waived": {
    en: "Waived by {approver} from {date}, expires {expires}: {ground}",
    zh: "由 {approver} 批准例外，自 {date} 起有效，失效日 {expires}：{ground}",
  },
  "engine.waiver_not_allowed": { en: "Cannot waive {rule}: the rule allows no exception", zh: "不能豁免 {rule}：该规则不允许例外" },
  "engine.waiver_without_rule": {
    en: "Cannot use the waiver of {rule}: no such rule was asked",
    zh: "无法使用对 {rule} 的豁免：没有这条规则",
  },
  "engine.waiver_incomplete": {
    en: "Cannot use the waiver of {rule}: ground, approver and date are needed",
    zh: "无法使用对 {rule} 的豁免：须有理由、批准人和日期",
  },
  "engine.waiver_not_yet": { en: "Cannot use the waiver of {rule} before {date}", zh: "对 {rule} 的豁免自 {date} 起方可使用" },
  "engine.waiver_expired": {
    en: "Cannot use the waiver of {rule} from {expires} on: it has expired",
    zh: "对 {rule} 的豁免已于 {expires} 失效",
  },
  "engine.criterion.min": { en: "{fact} is {actual}, at least {required} is required", zh: "{fact} 为 {actual}，要求不低于 {required}" },
  "engine.criterion.max": { en: "{fact} is {actual}, at most {required} is allowed", zh: "{fact} 为 {actual}，要求不高于 {required}" },
  "engine.criterion.between": {
    en: "{fact} is {actual}, from {min} to {max} is required",
    zh: "{fact} 为 {actual}，要求在 {min} 至 {max} 之间",
  },
  "engine.criterion.one_of": { en: "{fact} is {actual}, one of {required} is required", zh: "{fact} 为 {actual}，须为 {required} 之一" },
  "engine.criterion.none_of": { en: "{fact} is {actual}, none of {required} is allowed", zh: "{fact} 为 {actual}，不得为 {required}" },
  "engine.criterion.is_true": { en: "{fact}: {actual}, {required} is required", zh: "{fact}：{actual}，须为{required}" },
  "engine.criterion.full_years": {
    en: "Full years since {fact}: {actual}, at least {required} are required",
    zh: "自 {fact} 起已满 {actual} 年，要求不少于 {required} 年",
  },
  "engine.criterion.document_valid": {
    en: "Document {document}: {actual:engine.document}, valid until {validTo}",
    zh: "文件 {document}：{actual:engine.document}，有效期至 {validTo}",
  },
  "engine.document.valid": { en: "valid", zh: "有效" },
  "engine.document.not_yet": { en: "not valid yet", zh: "尚未生效" },
  "engine.document.lapsed": { en: "lapsed", zh: "已失效" },
  "engine.document.absent": { en: "absent", zh: "未提供" },
  "engine.criterion.no_event_since": {
    en: "{event} since {since}: {actual}, none is allowed",
    zh: "自 {since} 起 {event} {actual} 起，要求没有",
  },
  "engine.criterion.at_least_count": {
    en: "{fact} has {actual} items, at least {required} are required",
    zh: "{fact} 共 {actual} 项，要求不少于 {required} 项",
  },
  "engine.criterion.score_at_least": {
    en: "{fact} scores {actual}, at least {required} is required",
    zh: "{fact} 得分 {actual}，要求不低于 {required}",
  },
  "engine.criterion.all_of": { en: "{actual} of {of} hold, all are required", zh: "{of} 项中符合 {actual} 项，要求全部符合" },
  "engine.criterion.any_of": { en: "{actual} of {of} hold, one is required", zh: "{of} 项中符合 {actual} 项，要求至少一项" },
  "engine.criterion.none": { en: "{actual} of {of} hold, none is allowed", zh: "{of} 项中符合 {actual} 项，要求一项也没有" },
  "engine.criterion.at_least_n": {
    en: "{actual} of {of} hold, at least {required} are required",
    zh: "{of} 项中符合 {actual} 项，要求至少 {required} 项",
  },
} as const satisfies Catalogue;

/** Words of rules and criteria that cannot be used. @internal */
export const ruleFaultMessages = {
  "engine.rule_code": {
    en: "Cannot use {got} as a code: write a prefix, a point and words in snake_case",
    zh: "不能用 {got} 作为代码：请写前缀、点号和 snake_case 单词",
  },
  "engine.rule_code_twice": { en: "Cannot use the code {code} twice", zh: "代码 {code} 不能重复使用" },
  "engine.rule_folder": { en: "Cannot use the code {code} in the folder {folder}", zh: "文件夹 {folder} 中不能使用代码 {code}" },
  "engine.rule_without_words": { en: "Cannot explain the rule {code}: it has no words", zh: "无法解释规则 {code}：缺少文字" },
  "engine.rule_needs_nothing": { en: "Cannot ask the rule {code}: it needs no fact", zh: "无法判断规则 {code}：它不需要任何事实" },
  "engine.criterion_fact": {
    en: "Cannot read {got} as the name of a fact: write a name, or names joined by points",
    zh: "无法将 {got} 读作事实名称：请写名称，或用点号连接的名称",
  },
  "engine.criterion_bounds": { en: "Cannot use the bounds: {max} is below {min}", zh: "无法使用该范围：{max} 小于 {min}" },
  "engine.criterion_empty": { en: "Cannot use an empty list: write at least one entry", zh: "列表不能为空：请至少写一项" },
  "engine.criterion_since": {
    en: "Cannot use {got} as a first day: write a date, a number of months or days, or ever",
    zh: "不能用 {got} 作为起始日：请写日期、月数、天数或 ever",
  },
  "engine.criterion_too_deep": { en: "Cannot use groups nested deeper than {most}", zh: "分组嵌套不能超过 {most} 层" },
} as const satisfies Catalogue;
