import type { Catalogue } from "../kernel/message.js";

/** Words of the engines: tables that are not what they must be, and the working of every mechanism. */
export const engineMessages = {
  // rule
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
    en: "Waived by {approver} from {date} until {expires}: {ground}",
    zh: "由 {approver} 批准例外，自 {date} 起，至 {expires} 止：{ground}",
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

  // scorecard

  // state-table
  "engine.step": { en: "{eventTitle}: {fromTitle} → {toTitle}", zh: "{eventTitle}：{fromTitle} → {toTitle}" },
  "engine.steps": { en: "{eventTitle}", zh: "{eventTitle}" },
  "engine.stayed": { en: "{stateTitle} stays: {why:engine.refused_for}", zh: "{stateTitle} 保持不变：{why:engine.refused_for}" },
  "engine.event_refused": {
    en: "Cannot accept {eventTitle} in the state {stateTitle}: {why:engine.refused_for}",
    zh: "无法在状态“{stateTitle}”接受“{eventTitle}”：{why:engine.refused_for}",
  },
  "engine.refused_for.no_arrow": { en: "the table has no arrow for it", zh: "状态表中没有相应的转移" },
  "engine.refused_for.unmet": { en: "a condition does not hold", zh: "有条件不成立" },
  "engine.refused_for.unknown": { en: "a fact is missing or open", zh: "有事实缺失或未定" },
  "engine.guard_met": { en: "{title}: holds, {read}", zh: "{title}：成立，{read}" },
  "engine.guard_unmet": { en: "{title}: does not hold, {read}", zh: "{title}：不成立，{read}" },
  "engine.guard_unknown": { en: "{title}: cannot be told, missing {missing}", zh: "{title}：无法判断，缺少 {missing}" },
  "engine.machine_unknown_name": {
    en: "Cannot find {name} among the {kind:engine.machine_kind}",
    zh: "在{kind:engine.machine_kind}中找不到 {name}",
  },
  "engine.machine_unused_name": {
    en: "No arrow uses {name} of the {kind:engine.machine_kind}",
    zh: "{kind:engine.machine_kind}中的 {name} 未被任何转移使用",
  },
  "engine.machine_kind.states": { en: "states", zh: "状态" },
  "engine.machine_kind.events": { en: "events", zh: "事件" },
  "engine.machine_kind.guards": { en: "guards", zh: "条件" },
  "engine.machine_kind.updates": { en: "updates", zh: "更新" },
  "engine.machine_kind.effects": { en: "effects", zh: "效果" },
  "engine.machine_unreachable": { en: "No arrow leads to the state {state}", zh: "没有转移通向状态 {state}" },
  "engine.machine_no_exit": { en: "No arrow leaves the state {state}, and it is not final", zh: "没有转移离开状态 {state}，而它不是终态" },
  "engine.machine_final_left": { en: "The arrow {arrow} leaves the final state {state}", zh: "转移 {arrow} 离开了终态 {state}" },
  "engine.machine_arrows_alike": {
    en: "The arrow {arrow} from {state} asks the same as {other}",
    zh: "从 {state} 出发的转移 {arrow} 与 {other} 条件相同",
  },
  "engine.machine_never_taken": {
    en: "The arrow {arrow} from {state} stands behind {other}, which has no guard",
    zh: "从 {state} 出发的转移 {arrow} 排在无条件的 {other} 之后",
  },
  "engine.machine_date_missing": {
    en: "The arrow {arrow} waits for a day and names no date",
    zh: "转移 {arrow} 等待日期，却未写明哪个日期",
  },
  "engine.machine_date_unused": {
    en: "The arrow {arrow} names a date and does not wait for a day",
    zh: "转移 {arrow} 写明了日期，却不等待日期",
  },
  "engine.machine_guard_reads_day": {
    en: "The guard {guard} of the arrow {arrow} reads the day: write it as the date of the arrow",
    zh: "转移 {arrow} 的条件 {guard} 读取了当天日期：请写作该转移的日期",
  },

  // procedure

  // tier-schedule
  "engine.tier_none": { en: "Cannot use the tier table: it has no row", zh: "无法使用该阶梯表：没有任何一行" },
  "engine.tier_first_not_zero": {
    en: "Cannot use the tier table: its first row begins at {from}; write a row from 0, with rate 0 where nothing is paid",
    zh: "无法使用该阶梯表：首行从 {from} 开始；请写一行从 0 开始，不付返利处写比率 0",
  },
  "engine.tier_negative": {
    en: "Cannot use row {row} of the tier table: it begins below 0, at {from}",
    zh: "无法使用阶梯表第 {row} 行：起点 {from} 小于 0",
  },
  "engine.tier_not_increasing": {
    en: "Cannot use row {row} of the tier table: {from} is not above {before}",
    zh: "无法使用阶梯表第 {row} 行：{from} 不大于 {before}",
  },
  "engine.tier_gap": {
    en: "Cannot use row {row} of the tier table: it ends at {to} and the next begins at {next}, so values between them have no row",
    zh: "无法使用阶梯表第 {row} 行：该行止于 {to}，下一行始于 {next}，其间的数值无行可依",
  },
  "engine.tier_overlap": {
    en: "Cannot use row {row} of the tier table: it ends at {to} and the next begins before that, at {next}",
    zh: "无法使用阶梯表第 {row} 行：该行止于 {to}，下一行却更早始于 {next}",
  },
  "engine.tier_unit_mixed": {
    en: "Cannot use row {row} of the tier table: it is written in {got}, the table in {want}",
    zh: "无法使用阶梯表第 {row} 行：该行单位为 {got}，阶梯表单位为 {want}",
  },
  "engine.tier_pay_missing": {
    en: "Cannot use row {row} of the tier table: the method {method:engine.tier_method} needs its {field}",
    zh: "无法使用阶梯表第 {row} 行：计算方法“{method:engine.tier_method}”需要 {field}",
  },
  "engine.tier_pay_unused": {
    en: "Cannot use row {row} of the tier table: the method {method:engine.tier_method} does not read its {field}",
    zh: "无法使用阶梯表第 {row} 行：计算方法“{method:engine.tier_method}”不使用 {field}",
  },
  "engine.tier_open_end": {
    en: "Cannot use row {row} of the tier table: an interpolated table needs an end of its last row",
    zh: "无法使用阶梯表第 {row} 行：插值阶梯表的末行须写明终点",
  },
  "engine.tier_size": { en: "Cannot use a package of {got}: its size must be above 0", zh: "无法使用规格 {got}：每包数量须大于 0" },
  "engine.tier_method.graduated": { en: "graduated", zh: "超额累进" },
  "engine.tier_method.retroactive": { en: "retroactive", zh: "全额追溯" },
  "engine.tier_method.rolling_sum": { en: "sum of capped tiers", zh: "各档封顶累加" },
  "engine.tier_method.total_sum": { en: "sum of full-value tiers", zh: "各档全额累加" },
  "engine.tier_method.interpolated": { en: "interpolated", zh: "档内插值" },
  "engine.tier_method.lump_sum": { en: "lump sum of the tier reached", zh: "达档定额" },
  "engine.tier_method.lump_sum_each": { en: "lump sum of every tier reached", zh: "逐档定额" },
  "engine.tier_method.pay_to_first": { en: "graduated, back to the first unit where marked", zh: "累进且标记档追溯首件" },
  "engine.tier_method.excess_only": { en: "excess only", zh: "仅计超额部分" },
  "engine.tier_method.package": { en: "per package", zh: "按包计" },
  "engine.tiers": {
    en: "{method:engine.tier_method}: {qualifier} {unit} is in tier {tier}, worth {amount}",
    zh: "{method:engine.tier_method}：{qualifier} {unit} 位于第 {tier} 档，计 {amount}",
  },
  "engine.tiers_on_measure": {
    en: "{method:engine.tier_method}: {qualifier} {unit} is in tier {tier}, paid on {measure}, worth {amount}",
    zh: "{method:engine.tier_method}：{qualifier} {unit} 位于第 {tier} 档，以 {measure} 为计酬基数，计 {amount}",
  },
  "engine.tiers_not_reached": {
    en: "{qualifier} {unit} reaches no tier, worth {amount}",
    zh: "{qualifier} {unit} 未达任何一档，计 {amount}",
  },
  "engine.tier_slice": {
    en: "Tier {tier} from {from}: {part} at {rate} is {amount}",
    zh: "第 {tier} 档自 {from} 起：{part} × {rate} = {amount}",
  },
  "engine.tier_lump": { en: "Tier {tier} from {from}: {amount}", zh: "第 {tier} 档自 {from} 起：定额 {amount}" },
  "engine.tier_share": {
    en: "Tier {tier} from {from} to {to}: {part} of {width} covered, {amount} of {whole}",
    zh: "第 {tier} 档自 {from} 至 {to}：完成 {part} / {width}，计 {whole} 中的 {amount}",
  },
  "engine.tier_share_rate": {
    en: "Tier {tier} from {from} to {to}: {part} of {width} covered, {rate} of {whole}",
    zh: "第 {tier} 档自 {from} 至 {to}：完成 {part} / {width}，计 {whole} 中的 {rate}",
  },
  "engine.tier_blended": { en: "Blended rate {rate} on {measure} is {amount}", zh: "综合比率 {rate} × {measure} = {amount}" },
  "engine.tier_packages": { en: "{count} packages of {size} at {each} are {amount}", zh: "{count} 包（每包 {size}）× {each} = {amount}" },
} as const satisfies Catalogue;

/** Codes of the engines. */
export type EngineCode = keyof typeof engineMessages;
