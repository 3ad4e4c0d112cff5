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
    en: "{programme} from 0 to {upTo} {unit:engine.tier_unit}, {points} points",
    zh: "{programme}，自 0 至 {upTo} {unit:engine.tier_unit}，共 {points} 点",
  },
  "incentives.next_tier": {
    en: "{missing} {unit:engine.tier_unit} more reach tier {tier}, which earns {earned} instead of {now}",
    zh: "再增加 {missing} {unit:engine.tier_unit} 即达到第 {tier} 档，应得由 {now} 变为 {earned}",
  },
  "incentives.top_tier": { en: "The highest tier is reached, and earns {now}", zh: "已达最高档，现应得 {now}" },
  "incentives.gated": {
    en: "No tier counts while a condition does not hold; earned is {now}",
    zh: "门槛条件未满足，任何档位均不计；现应得 {now}",
  },
  "incentives.no_way_up": {
    en: "Selling more does not lead to the next tier by itself; earned is {now}",
    zh: "仅靠增加销售无法达到下一档；现应得 {now}",
  },
  "incentives.beyond_limit": {
    en: "The next tier begins beyond what the qualifier counts as at most; earned is {now}",
    zh: "下一档的起点超出判定指标的计算上限；现应得 {now}",
  },
  "incentives.below_zero": { en: "What picks the tier is below 0; earned is {now}", zh: "判定指标低于 0；现应得 {now}" },
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
  "incentives.duplicate_tier": { en: "Tier {tier} pays like the tier below it", zh: "第 {tier} 档与低一档计酬相同" },
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
  "incentives.finer_than_money": {
    en: "It rounds to {decimals} places, and {currency} is paid with {most}",
    zh: "舍入到 {decimals} 位小数，而 {currency} 支付时只有 {most} 位",
  },
  "incentives.cap_below_guarantee": {
    en: "No more than {cap} can be paid, which is below the guarantee of {guarantee}",
    zh: "最多只能付 {cap}，低于保底 {guarantee}",
  },
  "incentives.cap_below_guarantees": {
    en: "No more than {cap} can be paid in all, which is below the guarantees of one member for {windows} windows: {guarantee}",
    zh: "合计最多只能付 {cap}，低于一个成员 {windows} 个结算期的保底合计 {guarantee}",
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
    zh: "结算期 {window} 仅部分在有效期内，而阶梯按整期设定",
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
    zh: "第 {tier} 档：达到 {from} 的最后一笔一次多得 {jump}，为销售总额的 {share}；会鼓励在结算期结束前压货",
  },
  "incentives.stuffing_gate": {
    en: "Below {from} nothing is earned: the last unit to it earns {jump} at once, {share} of all that is sold, which rewards stuffing before the window ends",
    zh: "未满 {from} 没有奖励：刚好达到的最后一笔一次多得 {jump}，为销售总额的 {share}；会鼓励在结算期结束前压货",
  },
  "incentives.cliff_gate": {
    en: "Beyond {to} the condition fails, and nothing is earned instead of {below}",
    zh: "超过 {to} 即不符合条件，应得由 {below} 降为 0",
  },
  "incentives.window_gap": {
    en: "{period} is in the term and in no window: nothing is paid on sales of these days",
    zh: "{period} 在有效期内，却不在任何结算期中：这些日子的销售没有奖励",
  },
  "incentives.rolling_gap": {
    en: "{period} is in the term and in no window, as the first of {count} stretches: a window ends with each {step:incentives.rolling_step} and is shorter; nothing is paid on sales of these days",
    zh: "{period} 在有效期内，却不在任何结算期中：结算期按{step:incentives.rolling_step}滚动而短于步长，这样的空档共 {count} 处，其间的销售没有奖励",
  },
  "incentives.rolling_step.day": { en: "day", zh: "日" },
  "incentives.rolling_step.week": { en: "week", zh: "周" },
  "incentives.rolling_step.month": { en: "month", zh: "月" },
  "incentives.rolling_step.quarter": { en: "quarter", zh: "季" },
  "incentives.rolling_step.half_year": { en: "half-year", zh: "半年" },
  "incentives.rolling_step.year": { en: "year", zh: "年" },
  "incentives.unreachable_package": {
    en: "No package is ever paid: one holds {size}, and the cap of {cap} lets no more count",
    zh: "每包为 {size}，而判定指标封顶于 {cap}，一包也凑不满",
  },
  "incentives.falling_package": {
    en: "Each package of {size} takes {amount}: selling more earns less",
    zh: "每包 {size} 计 {amount}：卖得越多，应得越少",
  },
  "incentives.idle_package": { en: "A package of {size} earns nothing", zh: "每包 {size} 的奖励为 0" },
  "incentives.package_above_size": {
    en: "A package of {size} earns {amount}, more than all that is in it",
    zh: "每包 {size} 奖励 {amount}，超过整包金额",
  },
  "incentives.package_above_cap": {
    en: "A package of {size} earns {amount}, but no more than {cap} is paid: no package is paid in full",
    zh: "每包 {size} 应奖励 {amount}，但最多只付 {cap}：没有一包能足额支付",
  },
  "incentives.started_package": {
    en: "A package of {size} earns {amount} as soon as it is begun: the smallest sale earns the whole",
    zh: "每包 {size} 起包即奖励 {amount}：最小的一笔销售也拿整包奖励",
  },
  "incentives.stuffing_package": {
    en: "The last unit of the first package of {size} earns {jump} at once, {share} of all that is sold, which rewards stuffing before the window ends",
    zh: "第一包 {size} 的最后一笔一次得 {jump}，为销售总额的 {share}；会鼓励在结算期结束前压货",
  },
  "incentives.coverage_gap": {
    en: "No programme pays in {period} where all of this holds: {gap}",
    zh: "{period}，同时符合下列条件的，没有任何方案：{gap}",
  },
  "incentives.group_gap": {
    en: "No programme of the group {groupId} pays in {period} where all of this holds: {gap}",
    zh: "{period}，同时符合下列条件的，分组 {groupId} 中没有任何方案：{gap}",
  },
  "incentives.coverage_cut": {
    en: "Gaps of more than {lists} of {of} lists together were not looked for: the lists are too long",
    zh: "清单过长：超过 {lists} 份（共 {of} 份）清单交叉的空档未检查",
  },
  "incentives.gap": { en: "{list:incentives.coverage_list} ({values})", zh: "{list:incentives.coverage_list}（{values}）" },
  "incentives.gap_kinds": {
    en: "kind of member ({values:entities.participant_kind})",
    zh: "成员类型（{values:entities.participant_kind}）",
  },
  "incentives.coverage_list.memberClasses": { en: "class of member", zh: "成员类别" },
  "incentives.coverage_list.territoryIds": { en: "home territory", zh: "成员所在区域" },
  "incentives.coverage_list.levels": { en: "level of member", zh: "成员级别" },
  "incentives.coverage_list.categoryIds": { en: "category", zh: "品类" },
  "incentives.coverage_list.brandIds": { en: "brand", zh: "品牌" },
  "incentives.coverage_list.soldTo": { en: "territory sold to", zh: "销往区域" },
  "incentives.coverage_list.productIds": { en: "product", zh: "产品" },
  // two versions
  "incentives.comparison": {
    en: "{before} to {after}: {amount} {currency} more in all",
    zh: "{before} 改为 {after}：合计增加 {amount} {currency}",
  },
  "incentives.pays_in_kind": {
    en: "Cannot compare in {currency}: {programmeId} (version {version}) pays in goods or in a right",
    zh: "无法以 {currency} 比较：{programmeId}（版本 {version}）以赠货或权益支付",
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
