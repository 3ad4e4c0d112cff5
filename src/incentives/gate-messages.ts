import type { Catalogue } from "../kernel/message.js";

/** Words of gates, measures, negative windows and floors: what is missing for them, and their place in the working. @internal */
export const gateMessages = {
  // what a correct host can meet
  "incentives.gate_unknown": {
    en: "Cannot tell whether these conditions hold: {conditions}; not known: {missing}",
    zh: "无法判断门槛条件是否满足：{conditions}；缺少：{missing}",
  },
  "incentives.measure_missing": { en: "Cannot compute the incentive: {measure} is not known", zh: "无法计算奖励：指标“{measure}”未知" },
  "incentives.fact_missing": { en: "Cannot compute the incentive: {fact} was not stated", zh: "无法计算奖励：未提供“{fact}”" },
  "incentives.fact_not_a_figure": {
    en: "Cannot compute the incentive: {fact} is stated, but not as a decimal text",
    zh: "无法计算奖励：所提供的“{fact}”不是十进制文本",
  },
  // the working
  "incentives.gates_hold": { en: "The conditions hold", zh: "门槛条件均满足" },
  "incentives.gates_fail": { en: "Nothing is earned: a condition does not hold", zh: "不计：有门槛条件未满足" },
  "incentives.on_share": {
    en: "{part} of {whole} is a share of {rate}, worth {amount}",
    zh: "{whole} 中占 {part}，占比 {rate}，计 {amount}",
  },
  "incentives.no_share": { en: "Nothing is earned: there is no share of {whole}", zh: "不计：总量为 {whole}，占比不存在" },
  "incentives.on_given": { en: "{fact} is stated as {value}, worth {amount}", zh: "“{fact}”为 {value}，计 {amount}" },
  "incentives.recovered": {
    en: "More came back than was sold, {figure}: {amount}, as much as the same sales would have earned",
    zh: "退货多于销售，净值 {figure}：按同等销售应得额追回 {amount}",
  },
  "incentives.withheld_before": { en: "Withheld by the cap in earlier windows: {amount}", zh: "前期因上限暂扣：{amount}" },
  "incentives.payment_floor": { en: "Lifted to the floor of {floor}: {amount}", zh: "补足至下限 {floor}：{amount}" },
  "incentives.payment_withheld": {
    en: "Above the refundable cap of {cap}, withheld for later: {amount}",
    zh: "超出可返还上限 {cap}，暂扣至后期：{amount}",
  },
  "incentives.withheld_unknown": {
    en: "How much is withheld for later hangs on what was earned in {window}, which is not known",
    zh: "暂扣至后期的金额取决于 {window} 的应得，而该应得尚未确定",
  },
  // words of enumerations
  "incentives.measured.amount": { en: "net amount", zh: "净额" },
  "incentives.measured.gross": { en: "gross amount, before discounts", zh: "折扣前总额" },
  "incentives.measured.quantity": { en: "quantity", zh: "数量" },
  "incentives.measured.margin": { en: "margin", zh: "毛利" },
  "incentives.measured.margin_floored": { en: "margin, no line below 0", zh: "毛利（单行不低于 0）" },
  "incentives.measured.lines": { en: "lines", zh: "行数" },
  "incentives.returns.deduct": { en: "deducted on the day of the return", zh: "于退货当日扣减" },
  "incentives.returns.restate": { en: "deducted on the day of the sale", zh: "于原销售当日扣减" },
  "incentives.returns.ignore": { en: "ignored", zh: "不计退货" },
  "incentives.negative.clamp_zero": { en: "counts as 0", zh: "按 0 计" },
  "incentives.negative.carry_forward": { en: "carried into the next window", zh: "结转下期抵减" },
  "incentives.negative.recover": { en: "owed by the member", zh: "由成员退回" },
} as const satisfies Catalogue;
