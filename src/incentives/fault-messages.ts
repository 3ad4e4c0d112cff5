import type { Catalogue } from "../kernel/message.js";

/** Words of programmes that cannot be used. @internal */
export const incentiveFaultMessages = {
  "incentives.schedule_unit": {
    en: "Cannot use the schedule in {got}: this qualifier is measured in {want}",
    zh: "无法使用单位为 {got} 的阶梯表：该判定指标的单位为 {want}",
  },
  "incentives.goods_in_money": {
    en: "Cannot use {field} in a programme that pays in goods or in a right: it is held in money",
    zh: "方案以赠货或权益支付，无法使用 {field}：它以货币计",
  },
  "incentives.goods_beside_right": {
    en: "Cannot earn goods and a right in one programme: each needs a programme of its own",
    zh: "同一方案不能既给赠货又给权益：请分设两个方案",
  },
  "incentives.means_form": {
    en: "Cannot pay by {means}: it is {form:incentives.form}, and the programme earns {want:incentives.form}",
    zh: "无法以 {means} 支付：它属于{form:incentives.form}，而方案应得的是{want:incentives.form}",
  },
  "incentives.form.money": { en: "money", zh: "货币" },
  "incentives.form.goods": { en: "goods", zh: "赠货" },
  "incentives.form.right": { en: "a right", zh: "权益" },
  "incentives.lump_sum_measure": {
    en: "Cannot pay on {measure:incentives.measure}: the method {method:engine.tier_method} pays fixed amounts and reads no measure",
    zh: "无法以“{measure:incentives.measure}”计酬：计算方法“{method:engine.tier_method}”支付固定金额，不使用计酬基数",
  },
  "incentives.growth_measure": {
    en: "Cannot pay on the increment: the programme has no baseline, since its qualifier is not growth",
    zh: "无法按增量计酬：判定指标不是增长，方案没有基期",
  },
  "incentives.no_windows_before": {
    en: "Cannot measure against the mean of the windows before: rolling windows overlap, and the whole term is only one window",
    zh: "无法以前几期的平均值为基期：滚动结算期相互重叠，全程则只有一期",
  },
  "incentives.not_jointly": {
    en: "Cannot count members jointly: {field} does not allow it. A group reaches sums of amounts, quantities or measures, which its members divide",
    zh: "无法联合计算：{field} 不适用。集团合并计算的只能是金额、数量或指标之和，并由各成员按各自部分计酬",
  },
  "incentives.limit_negative": { en: "Cannot use a limit of {got}: it must not be below 0", zh: "无法使用限额 {got}：不得小于 0" },
  "incentives.negative_measure": {
    en: "Cannot use the policy on negative windows: only amounts, quantities, measures and attainment can be carried or owed",
    zh: "无法使用负值处理方式：仅金额、数量、自定义指标与完成率可结转或追回",
  },
  "incentives.windows_overlap": {
    en: "Cannot carry from window to window: rolling windows overlap",
    zh: "无法逐期结转：滚动结算期相互重叠",
  },
  "incentives.weights_not_whole": {
    en: "Cannot use the weights: they add up to {got}, not to 1",
    zh: "无法使用权重：合计为 {got}，不等于 1",
  },
  "incentives.measure_without_unit": {
    en: "Cannot measure the tiers by {measure}: a quantity needs a unit",
    zh: "无法以“{measure}”判定档位：数量须有单位",
  },
  "incentives.per_unit_of_money": {
    en: "Cannot convert units: the measure adds up {of}, and only quantities are counted per unit",
    zh: "无法换算单位：该指标汇总的是 {of}，只有数量按单位折算",
  },
  "incentives.list_too_long": { en: "Cannot use the list: it has more than {most} items", zh: "无法使用该列表：超过 {most} 项" },
  "incentives.measure.amount": { en: "net amount", zh: "净额" },
  "incentives.measure.quantity": { en: "quantity", zh: "数量" },
  "incentives.measure.named": { en: "a measure", zh: "自定义指标" },
  "incentives.measure.growth_amount": { en: "increment", zh: "增量" },
} as const satisfies Catalogue;
