import type { Catalogue } from "../kernel/message.js";

/** Words of the state table. @internal */
export const stateTableMessages = {
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
  "engine.guard_open": { en: "{title}: cannot be told from {read}", zh: "{title}：依现有事实无法判断，{read}" },
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
    en: "The arrow {arrow} from {state} is never taken: {other} before it asks no guard beyond its own",
    zh: "从 {state} 出发的转移 {arrow} 永远不会发生：排在前面的 {other} 没有它以外的条件",
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
} as const satisfies Catalogue;
