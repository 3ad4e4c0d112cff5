import type { Catalogue } from "../kernel/message.js";

/** Words of facts and policies of shares and contracts that cannot be read. @internal */
export const sharingFaultMessages = {
  "profit-sharing.not_listed": { en: "Cannot find {got}: it is in no row", zh: "找不到 {got}：各行中都没有" },
  "profit-sharing.factor_missing": {
    en: "Cannot use the scorecard: no criterion is called {factor:profit-sharing.factor}",
    zh: "无法使用该评分表：缺少“{factor:profit-sharing.factor}”这一指标",
  },
  "profit-sharing.factor_falls": {
    en: "Cannot use the criterion {factor}: a better value could lower the share",
    zh: "无法使用指标 {factor}：数值提高反而可能降低份额",
  },
  "profit-sharing.margin_rises": {
    en: "Cannot use the margin {got}: it is above {previous}, the margin of a less mature channel",
    zh: "无法使用利润率 {got}：高于较不成熟阶段的 {previous}",
  },
  "profit-sharing.not_rising": {
    en: "Cannot use {got}: it must be above {previous}, the row before",
    zh: "不能使用 {got}：须大于上一行的 {previous}",
  },
  "profit-sharing.first_not_zero": { en: "Cannot begin at {got}: the first row begins at 0", zh: "不能从 {got} 开始：第一行须从 0 开始" },
  "profit-sharing.waterfall_closed": {
    en: "Cannot use the waterfall: its last step must share whatever is left, without an upper limit, and only the last one may",
    zh: "无法使用该分配顺序：最后一步须分配全部余额且不设上限，其余各步须有上限",
  },
  "profit-sharing.potential_falls": {
    en: "Cannot use {got} for this potential: a lower one counts for {lower}, which is more",
    zh: "不能使用 {got}：效益潜力较低的一档反而为 {lower}",
  },
  "profit-sharing.coalition_missing": {
    en: "Cannot go on: no value is given for {parties} together",
    zh: "无法继续：缺少 {parties} 联合时的价值",
  },
  "profit-sharing.horizon_short": {
    en: "Cannot use {got} periods: the long horizon must exceed {short}",
    zh: "不能使用 {got} 期：长期须长于 {short} 期",
  },
  "profit-sharing.range_reversed": {
    en: "Cannot use {got}: it must be above {from}, where the range begins",
    zh: "不能使用 {got}：须大于区间起点 {from}",
  },
} as const satisfies Catalogue;
