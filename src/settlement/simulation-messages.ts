import type { Catalogue } from "../kernel/message.js";

/** Words of simulations: versions side by side, forecasts, and orders that are not placed yet. @internal */
export const simulationMessages = {
  "settlement.scenarios_not_whole": {
    en: "Cannot forecast the cost: the weights of the scenarios add up to {sum}, not to 1",
    zh: "无法预测费用：各情景权重合计为 {sum}，不等于 1",
  },
  "settlement.simulation": { en: "{versions} versions on {lines} lines", zh: "{versions} 个版本，{lines} 行销售" },
  "settlement.simulated_version": {
    en: "{version} earns {amount} {currency} in all; {undetermined} not settled",
    zh: "{version} 合计应得 {amount} {currency}；未能结算 {undetermined} 项",
  },
  "settlement.version_differs": { en: "{version} instead of {first}: {amount}", zh: "以 {version} 代替 {first}：{amount}" },
  "settlement.member_differs": {
    en: "{memberId}: from {before} to {after}, {amount}",
    zh: "{memberId}：由 {before} 变为 {after}，{amount}",
  },
  "settlement.member_unknown": {
    en: "{memberId} cannot be compared: not settled in full; {amount}",
    zh: "{memberId} 无法比较：未能全部结算；{amount}",
  },
  "settlement.forecast": {
    en: "Expected cost {expected} {currency}, from {least} to {most}",
    zh: "预计费用 {expected} {currency}，区间 {least} 至 {most}",
  },
  "settlement.forecast_open": {
    en: "The cost cannot be forecast in full: {undetermined} not settled",
    zh: "无法完整预测费用：{undetermined} 项未能结算",
  },
  "settlement.scenario": {
    en: "{scenario}: {cost} {currency}; {undetermined} not settled",
    zh: "{scenario}：{cost} {currency}；未能结算 {undetermined} 项",
  },
  "settlement.projected_sales": {
    en: "Caps per sale: {ratio} sales are taken to come for each one of the base, a part of a sale up to that part of its cap",
    zh: "单笔上限：按基期每笔销售对应 {ratio} 笔推算，不足一笔的，上限按比例折算",
  },
  "settlement.scenario_rejected": {
    en: "{scenario}: {count} lines cannot be read and are not counted",
    zh: "{scenario}：{count} 行无法读取，未计入",
  },
  "settlement.projection_without_weight": {
    en: "Cannot project: the season gives the days from {start} to before {end} no weight",
    zh: "无法推算：季节权重中，{start} 起至 {end} 前的日子没有权重",
  },
  "settlement.settlement_forecast": {
    en: "Settlement expected on {date}: sales from {start} to before {end} carried on, {ratio} times as much to come",
    zh: "{date} 的预计结算：以 {start} 起至 {end} 前的销售延续推算，后续销售为其 {ratio} 倍",
  },
  "settlement.expected_total": { en: "Expected: {amount} {currency}", zh: "预计合计：{amount} {currency}" },
  "settlement.expected_member": {
    en: "{member}: {amount}; {undetermined} not settled",
    zh: "{member}：{amount}；未能结算 {undetermined} 项",
  },
  "settlement.order": { en: "With {lines} lines more: {amount} {currency} more", zh: "再加 {lines} 行：增加 {amount} {currency}" },
  "settlement.order_effect": {
    en: "{programme}, {window}: from {before} to {after}, {amount}",
    zh: "{programme}，{window}：由 {before} 变为 {after}，{amount}",
  },
  "settlement.order_unknown": {
    en: "{programme}, {window}: not settled, so that the difference is not known; {amount}",
    zh: "{programme}，{window}：未能结算，差额未知；{amount}",
  },
  "settlement.goods_sum": { en: "Free goods {productId}: {quantity} {unit}", zh: "赠货 {productId}：{quantity} {unit}" },
  "settlement.goods_change": {
    en: "Free goods {productId}: {before} before, {after} after, in {unit}",
    zh: "赠货 {productId}：原为 {before}，现为 {after}，单位 {unit}",
  },
  "settlement.right_sum": { en: "{means}: {quantity} {unit}", zh: "{means}：{quantity} {unit}" },
  "settlement.right_change": {
    en: "{means}: {before} before, {after} after, in {unit}",
    zh: "{means}：原为 {before}，现为 {after}，单位 {unit}",
  },
} as const satisfies Catalogue;
