import type { Catalogue } from "../kernel/message.js";
import { ruleMessages } from "./rule-messages.js";
import { scorecardMessages } from "./scorecard-messages.js";

/** Words of the engines: tables that are not what they must be, and the working of every mechanism. */
export const engineMessages = {
  // rule
  ...ruleMessages,

  // scorecard
  ...scorecardMessages,

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
  "engine.tier_too_many": { en: "Cannot use the tier table: it has more than {most} rows", zh: "无法使用该阶梯表：超过 {most} 行" },
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
