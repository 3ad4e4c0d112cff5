import type { Catalogue } from "../kernel/message.js";

/** Words of the design of a programme: its curve, its next tier, what is wrong with it, and two versions side by side. @internal */
export const designMessages = {
  "incentives.reference_missing": {
    en: "Cannot draw the programme: it needs {field:incentives.reference} to be drawn at",
    zh: "无法绘制方案：需要给定{field:incentives.reference}",
  },
  "incentives.reference.quota": { en: "a quota", zh: "配额" },
  "incentives.reference.baseline": { en: "a baseline", zh: "基期数值" },
  "incentives.reference.price": { en: "a price per unit", zh: "单价" },
  "incentives.reference.base": { en: "a figure that is paid on", zh: "计酬基数" },
  "incentives.curve": {
    en: "{programme} from 0 to {upTo} {unit}, {points} points",
    zh: "{programme}，自 0 至 {upTo} {unit}，共 {points} 点",
  },
  "incentives.next_tier": {
    en: "{missing} more reach tier {tier}, which earns {earned} instead of {now}",
    zh: "再增加 {missing} 即达到第 {tier} 档，应得由 {now} 变为 {earned}",
  },
  "incentives.top_tier": { en: "The highest tier is reached: {now}", zh: "已达最高档：{now}" },
  "incentives.gated": { en: "No tier counts while a condition does not hold: {now}", zh: "门槛条件未满足，任何档位均不计：{now}" },
  "incentives.no_way_up": {
    en: "Selling more does not lead to the next tier by itself: {now}",
    zh: "仅靠增加销售无法达到下一档：{now}",
  },
  "incentives.with_order": {
    en: "With the order of {order} it earns {earned}, {gain} more",
    zh: "加上订单 {order} 应得 {earned}，增加 {gain}",
  },
  // lint
  "incentives.lint": { en: "{programme}: {findings} findings", zh: "{programme}：发现 {findings} 处" },
  "incentives.cliff": {
    en: "Tier {tier}: reaching {from} earns {above} instead of {below}; {from} to {regained} earns less than just below it",
    zh: "第 {tier} 档：达到 {from} 应得由 {below} 降为 {above}；自 {from} 至 {regained} 均少于未达时",
  },
  "incentives.cliff_for_good": {
    en: "Tier {tier}: reaching {from} earns {above} instead of {below}, and it is not regained within the tier",
    zh: "第 {tier} 档：达到 {from} 应得由 {below} 降为 {above}，且在该档内无法追回",
  },
  "incentives.falling_tier": { en: "Tier {tier}: within it, selling more earns less", zh: "第 {tier} 档：在该档内卖得越多，应得越少" },
  "incentives.falling_curve": {
    en: "Tier {tier}: from {from} to {to} selling more earns less, {below} instead of {above}",
    zh: "第 {tier} 档：自 {from} 至 {to} 卖得越多应得越少，由 {above} 降至 {below}",
  },
  "incentives.falling_curve_for_good": {
    en: "Tier {tier}: from {from} on, where {above} is earned, selling more earns less and less",
    zh: "第 {tier} 档：自 {from}（应得 {above}）起，卖得越多应得越少，不再回升",
  },
  "incentives.duplicate_tier": { en: "Tier {tier} pays like the tier below it", zh: "第 {tier} 档与下一档计酬相同" },
  "incentives.rate_above_one": {
    en: "Tier {tier}: a rate of {rate} pays more than all that it is paid on; a rate is a ratio: 0.05 is 5 %",
    zh: "第 {tier} 档：比率 {rate} 使奖励超过计酬基数；比率请写小数，0.05 即 5%",
  },
  "incentives.unreachable_tier": {
    en: "Tier {tier} begins at {from}, which the cap of {cap} never lets the qualifier pass",
    zh: "第 {tier} 档从 {from} 开始，而判定指标封顶于 {cap}，永远达不到",
  },
  "incentives.idle_cap": {
    en: "The payment cap of {cap} is reached before tier {tier} begins at {from}",
    zh: "支付上限 {cap} 在第 {tier} 档（{from}）之前即已达到",
  },
  "incentives.cap_below_guarantee": {
    en: "No more than {cap} can be paid, which is below the guarantee of {guarantee}",
    zh: "最多只能付 {cap}，低于保底 {guarantee}",
  },
  "incentives.time_gap": {
    en: "No version holds in {period}, between {first} and {second}",
    zh: "{first} 与 {second} 之间，{period} 无有效版本",
  },
  "incentives.time_overlap": {
    en: "Versions {first} and {second} both hold in {period}",
    zh: "版本 {first} 与 {second} 在 {period} 同时有效",
  },
  "incentives.cut_window": {
    en: "The window {window} is only partly in the term: its thresholds are for a whole one",
    zh: "窗口 {window} 仅部分在有效期内，而阶梯按整窗设定",
  },
  "incentives.scope_gap": {
    en: "Nothing is paid on {productId}: no programme has it in scope",
    zh: "{productId} 不在任何方案范围内，没有奖励",
  },
  "incentives.double_grant": {
    en: "{other} may pay for the same sales of the same members in {period}, and no priority is declared",
    zh: "{other} 可能在 {period} 对同一成员的同一销售重复奖励，且未声明优先级",
  },
  "incentives.stuffing": {
    en: "Tier {tier}: the last unit to {from} earns {jump} at once, {share} of all that is sold, which rewards stuffing before the window ends",
    zh: "第 {tier} 档：达到 {from} 的最后一笔一次多得 {jump}，为销售总额的 {share}；会鼓励在窗口结束前压货",
  },
  // two versions
  "incentives.comparison": {
    en: "{before} to {after}: {amount} {currency} more in all",
    zh: "{before} 改为 {after}：合计增加 {amount} {currency}",
  },
  "incentives.compared": {
    en: "{memberId}: from {before} to {after}, {amount} more",
    zh: "{memberId}：由 {before} 变为 {after}，增加 {amount}",
  },
  "incentives.not_compared": { en: "{memberId} cannot be compared, {problem}; {amount}", zh: "{memberId} 无法比较，{problem}；{amount}" },
  // effect
  "incentives.return": {
    en: "Uplift of {uplift} less a cost of {cost} is {net}, a return of {return}",
    zh: "增量利润 {uplift} 减去费用 {cost}，净额 {net}，回报率 {return}",
  },
  "incentives.return_undefined": { en: "No return: the cost is 0", zh: "费用为 0，无回报率" },
} as const satisfies Catalogue;
