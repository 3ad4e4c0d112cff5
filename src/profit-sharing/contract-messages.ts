import type { Catalogue } from "../kernel/message.js";

/** Words of channel contracts. @internal */
export const contractMessages = {
  "profit-sharing.no_trade": {
    en: "Cannot trade: a unit costs {unitCost} {currency}, and nobody pays more than {intercept}",
    zh: "无法成交：单位成本 {unitCost} {currency}，而最高支付意愿为 {intercept}",
  },
  "profit-sharing.linear_channel": {
    en: "As one, the channel sells {quantity} at {price} and earns {amount} {currency}; with two margins it reaches {efficiency} of that",
    zh: "一体化时渠道以 {price} 售出 {quantity}，利润 {amount} {currency}；双重加价只能达到其 {efficiency}",
  },
  "profit-sharing.maker_profit": { en: "Profit of the maker: {amount} {currency}", zh: "厂家利润：{amount} {currency}" },
  "profit-sharing.dealer_profit": { en: "Profit of the dealer: {amount} {currency}", zh: "中间商利润：{amount} {currency}" },
  "profit-sharing.dealers_profit": {
    en: "Profit of {dealers} dealers: {amount} {currency}",
    zh: "{dealers} 家中间商利润：{amount} {currency}",
  },
  "profit-sharing.lost_to_margins": {
    en: "Lost, since {quantity} are sold at {price} when the wholesale price is {wholesalePrice}: {amount} {currency}",
    zh: "批发价为 {wholesalePrice} 时以 {price} 只售出 {quantity}，损失：{amount} {currency}",
  },
  "profit-sharing.linear_coordinates": {
    en: "{kind:profit-sharing.contract}: {quantity} sold at {price}, the best for the channel; it earns {amount} {currency}",
    zh: "{kind:profit-sharing.contract}：以 {price} 售出 {quantity}，渠道最优；利润 {amount} {currency}",
  },
  "profit-sharing.linear_falls_short": {
    en: "{kind:profit-sharing.contract}: {quantity} sold at {price}; the channel earns {amount} {currency}, {efficiency} of what it could",
    zh: "{kind:profit-sharing.contract}：以 {price} 售出 {quantity}；渠道利润 {amount} {currency}，为最优的 {efficiency}",
  },
  "profit-sharing.contract.wholesale": { en: "Wholesale price", zh: "批发价合同" },
  "profit-sharing.contract.two_part": { en: "Two-part tariff", zh: "两部定价合同" },
  "profit-sharing.contract.buy_back": { en: "Buy-back", zh: "回购合同" },
  "profit-sharing.contract.revenue_share": { en: "Revenue share", zh: "收入分成合同" },
  "profit-sharing.contract.profit_share": { en: "Profit share", zh: "利润分成合同" },
  "profit-sharing.contract.quantity_discount": { en: "Quantity discount", zh: "数量折扣合同" },
  "profit-sharing.nothing_at_stake": {
    en: "Cannot find a best order: a sale is worth only {stake} more than a unit left over",
    zh: "无法确定最优订货量：售出一件只比剩余一件多值 {stake}",
  },
  "profit-sharing.order_unbounded": {
    en: "Cannot find a best order: a unit left over costs {over}, so that no order is too large",
    zh: "无法确定最优订货量：剩余一件的损失为 {over}，订多少都不嫌多",
  },
  "profit-sharing.newsvendor": {
    en: "{demand:profit-sharing.demand} demand: order {quantity} for a critical ratio of {criticalRatio}; {expectedSales} sold, {expectedLeftover} left over, {expectedShortage} missed on average; profit {expectedProfit} {currency}. Figures of demand: {precision:profit-sharing.precision}",
    zh: "{demand:profit-sharing.demand}：临界比 {criticalRatio}，订货 {quantity}；平均售出 {expectedSales}、剩余 {expectedLeftover}、缺货 {expectedShortage}；期望利润 {expectedProfit} {currency}。需求数值：{precision:profit-sharing.precision}",
  },
  "profit-sharing.demand_below_zero": {
    en: "The model gives {belowZero} to demand below 0, which cannot be",
    zh: "该模型赋予需求小于 0 的概率为 {belowZero}，而实际不可能发生",
  },
  "profit-sharing.precision.exact": { en: "exact until rounded", zh: "舍入前为精确值" },
  "profit-sharing.precision.twelve_digits": { en: "good to twelve digits until rounded", zh: "舍入前精确到十二位有效数字" },
  "profit-sharing.demand.normal": { en: "Normal", zh: "正态需求" },
  "profit-sharing.demand.lognormal": { en: "Lognormal", zh: "对数正态需求" },
  "profit-sharing.demand.poisson": { en: "Poisson", zh: "泊松需求" },
  "profit-sharing.demand.uniform": { en: "Uniform", zh: "均匀需求" },
  "profit-sharing.demand.empirical": { en: "Observed", zh: "经验需求" },
  "profit-sharing.contract_coordinates": {
    en: "{kind:profit-sharing.contract} coordinates: order {quantity}, the best for the channel is {channelQuantity}; it earns {amount} {currency}. Figures of demand: {precision:profit-sharing.precision}",
    zh: "{kind:profit-sharing.contract}能够协调：订货 {quantity}，渠道最优 {channelQuantity}；渠道利润 {amount} {currency}。需求数值：{precision:profit-sharing.precision}",
  },
  "profit-sharing.contract_falls_short": {
    en: "{kind:profit-sharing.contract} does not coordinate: order {quantity} where {channelQuantity} is best for the channel; it earns {amount} {currency} of {bestProfit}. Figures of demand: {precision:profit-sharing.precision}",
    zh: "{kind:profit-sharing.contract}不能协调：订货 {quantity}，渠道最优为 {channelQuantity}；渠道利润 {amount} {currency}，最高可达 {bestProfit}。需求数值：{precision:profit-sharing.precision}",
  },
  "profit-sharing.coordinating_contract": {
    en: "{kind:profit-sharing.contract} that coordinates: order {quantity}, the channel earns {amount} {currency}. Figures of demand: {precision:profit-sharing.precision}",
    zh: "可协调的{kind:profit-sharing.contract}：订货 {quantity}，渠道利润 {amount} {currency}。需求数值：{precision:profit-sharing.precision}",
  },
  "profit-sharing.contract_term": {
    en: "{term:profit-sharing.term}: {value:profit-sharing.salvage_rule}",
    zh: "{term:profit-sharing.term}：{value:profit-sharing.salvage_rule}",
  },
  "profit-sharing.term.unitPrice": { en: "price of a unit", zh: "单价" },
  "profit-sharing.term.fee": { en: "fee", zh: "固定费" },
  "profit-sharing.term.credit": { en: "credit for a unit left over", zh: "剩余品回购价" },
  "profit-sharing.term.salvage": { en: "salvage", zh: "残值" },
  "profit-sharing.term.keeps": { en: "share of revenue kept by the dealer", zh: "中间商留存收入比例" },
  "profit-sharing.term.dealerShare": { en: "share of the dealer", zh: "中间商份额" },
  "profit-sharing.salvage_rule.kept": { en: "kept by the dealer", zh: "归中间商" },
  "profit-sharing.salvage_rule.replaced": { en: "replaced by the credit", zh: "由回购价取代" },
  "profit-sharing.contract_infeasible": {
    en: "Cannot coordinate by a {kind:profit-sharing.contract} with this share: {term:profit-sharing.term} would be {value}",
    zh: "按该份额无法用{kind:profit-sharing.contract}协调：{term:profit-sharing.term}将为 {value}",
  },
  "profit-sharing.contract_converted": {
    en: "{kind:profit-sharing.contract} as {to:profit-sharing.contract}, paying the same in every case, in {currency}",
    zh: "{kind:profit-sharing.contract}等价于{to:profit-sharing.contract}，任何情形下支付相同（{currency}）",
  },
  "profit-sharing.no_equivalent": {
    en: "Cannot convert the {kind:profit-sharing.contract}: at a price of {price} and a salvage of {salvage} nothing is equivalent",
    zh: "无法转换{kind:profit-sharing.contract}：价格 {price}、残值 {salvage} 时没有等价合同",
  },
} as const satisfies Catalogue;
