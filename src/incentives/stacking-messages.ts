import type { Catalogue } from "../kernel/message.js";

/** Words of several programmes on the same lines. @internal */
export const stackingMessages = {
  "incentives.stacking_undeclared": {
    en: "Cannot combine the programmes: no group is declared for {programmeId}",
    zh: "无法叠加方案：{programmeId} 未声明所属组",
  },
  "incentives.currencies_differ": {
    en: "Cannot combine or compare the programmes: {programmeId} pays in {got}, the others in {want}",
    zh: "无法叠加或比较方案：{programmeId} 以 {got} 支付，其他方案以 {want} 支付",
  },
  "incentives.goods_compared": {
    en: "Cannot put {got} into group {group}: goods and rights are not compared with money, and only one of the group earns",
    zh: "无法将 {got} 列入组 {group}：该组只取其一，而赠货、权益与货币不可比较",
  },
  "incentives.priority_twice": {
    en: "Cannot use the priority {got} twice: the order would be left to the file",
    zh: "优先级 {got} 不可重复：否则先后只取决于文件中的顺序",
  },
  "incentives.reduced_by_later": {
    en: "Cannot reduce the base of {groupId} by {got}: only groups of an earlier priority may",
    zh: "无法以 {got} 扣减 {groupId} 的基数：只可使用优先级在前的组",
  },
  "incentives.combined": { en: "Programmes on the same sales: {amount} {currency}", zh: "同一批销售的各方案合计：{amount} {currency}" },
  "incentives.combined_group": {
    en: "Group {groupId}, {combine:incentives.combine}: {amount}",
    zh: "{groupId} 组，{combine:incentives.combine}：{amount}",
  },
  "incentives.combined_programme": { en: "{programme} on a base of {base}: {amount}", zh: "{programme}，基数 {base}：{amount}" },
  "incentives.gives_way": {
    en: "{programme} gives way to {to}: it would have earned {earned}, and adds {amount}",
    zh: "{programme} 让位于 {to}：原可得 {earned}，计 {amount}",
  },
  "incentives.gives_way_unknown": {
    en: "{programme} gives way to {to} whatever it would have earned, which is not known: it adds {amount}",
    zh: "{programme} 让位于 {to}：原可得尚未确定，但无论多少都不计入，计 {amount}",
  },
  "incentives.excluded_by_group": {
    en: "{programme} is excluded by the group {to}: it adds {amount}",
    zh: "{programme} 被 {to} 组排除：计 {amount}",
  },
  "incentives.combine.add": { en: "all of them add up", zh: "全部相加" },
  "incentives.combine.highest": { en: "the highest one", zh: "取最高" },
  "incentives.combine.lowest": { en: "the lowest one", zh: "取最低" },
  "incentives.combine.first": { en: "the first by priority that earns", zh: "按优先级取首个有所得者" },
  "incentives.combine.reduce_base": {
    en: "each on what the ones before it leave",
    zh: "逐个以扣减前者后的余额为基数",
  },
  "incentives.combine.specific_first": {
    en: "each line once, the specific programme before the general one",
    zh: "每行只计一次，专项先于通用",
  },
} as const satisfies Catalogue;
