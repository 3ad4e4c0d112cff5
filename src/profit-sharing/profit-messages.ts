import type { Catalogue } from "../kernel/message.js";
import { profitFaultMessages } from "./profit-fault-messages.js";

/** Words of short-term profit, expected profit and risk. */
export const profitMessages = {
  ...profitFaultMessages,

  // what a correct host can meet
  "profit-sharing.no_volume": { en: "Cannot compute a cost per unit: nothing is sold", zh: "无法计算单位成本：没有销量" },
  "profit-sharing.factors_unknown": {
    en: "Cannot expect a profit: not rated are {missing:profit-sharing.factor_name}",
    zh: "无法计算预期利润：尚未评定{missing:profit-sharing.factor_name}",
  },
  "profit-sharing.risks_unknown": {
    en: "Cannot compute the risk: not rated are {missing:profit-sharing.risk_source}",
    zh: "无法计算风险：尚未评定{missing:profit-sharing.risk_source}",
  },
  "profit-sharing.outlook_unknown": {
    en: "Cannot score the manufacturer: not rated are {criteria}",
    zh: "无法评价生产商：尚未评定{criteria}",
  },
  "profit-sharing.no_sales": { en: "Cannot compute a seasonal index: nothing was sold", zh: "无法计算季节指数：没有销量" },
  "profit-sharing.no_stock": {
    en: "Cannot compute the turnover: {sold} were sold from no stock",
    zh: "无法计算周转率：平均库存为 0，销量为 {sold}",
  },
  "profit-sharing.currencies_differ": { en: "Cannot combine amounts in {got} and {want}", zh: "无法合并 {got} 与 {want} 的金额" },

  // short-term profit
  "profit-sharing.gross_profit": {
    en: "Gross profit {amount} {currency}: ({unitSellingPrice} − {unitPurchasePrice}) × {volume}",
    zh: "毛利 {amount} {currency}：（{unitSellingPrice} − {unitPurchasePrice}）× {volume}",
  },
  "profit-sharing.short_term": { en: "Short-term profit {amount} {currency}", zh: "短期利润 {amount} {currency}" },
  "profit-sharing.item": { en: "{id}: {amount} {currency}", zh: "项目 {id}：{amount} {currency}" },
  "profit-sharing.purchaser_benefit": {
    en: "Benefit of the purchaser {amount} {currency} on {quantity} units",
    zh: "采购客户利益 {amount} {currency}，数量 {quantity}",
  },
  "profit-sharing.resale_margin": {
    en: "margin {amount} {currency}: resold at {unitResalePrice}, bought at {unitPurchasePrice}",
    zh: "差价收益 {amount} {currency}：售价 {unitResalePrice}，进价 {unitPurchasePrice}",
  },
  "profit-sharing.conceded": {
    en: "concession {amount} {currency}: {unitConcession} per unit",
    zh: "让利 {amount} {currency}：每单位 {unitConcession}",
  },
  "profit-sharing.unit_selling_cost": {
    en: "Selling cost per unit {unitSellingCost} {currency}: {sharedSellingCost} over {volume} units",
    zh: "单位销售成本 {unitSellingCost} {currency}：{sharedSellingCost} 除以 {volume} 单位",
  },
  "profit-sharing.unit_profit": { en: "profit per unit of {id}: {unitProfit} {currency}", zh: "{id} 的单位利润：{unitProfit} {currency}" },

  // expected profit
  "profit-sharing.expected": {
    en: "Expected profit {amount} {currency}: {horizonYears} years at {annualRate} a year, gains scaled by {scale}",
    zh: "预期利润 {amount} {currency}：期限 {horizonYears} 年，年贴现率 {annualRate}，收益折算系数 {scale}",
  },
  "profit-sharing.expected_period": {
    en: "in {years} years, {volume} units at a margin of {unitMargin}: {amount} {currency}",
    zh: "{years} 年后，{volume} 单位，单位毛利 {unitMargin}：{amount} {currency}",
  },
  "profit-sharing.factor": {
    en: "factor {factor:profit-sharing.factor_name}: {value}",
    zh: "因素“{factor:profit-sharing.factor_name}”：{value}",
  },
  "profit-sharing.factor_name.management": { en: "management of the manufacturer", zh: "制造商的经营管理水平" },
  "profit-sharing.factor_name.competitiveness": { en: "competitiveness of its products", zh: "产品的竞争能力" },
  "profit-sharing.factor_name.support": { en: "support and preferential policies", zh: "扶持和优惠政策" },
  "profit-sharing.factor_name.reputation": { en: "reputation", zh: "信誉" },
  "profit-sharing.factor_name.market_development": { en: "development of the market by the dealer", zh: "中间商对市场潜力的开发" },
  "profit-sharing.factor_name.promotion": { en: "promotion by the dealer", zh: "中间商的市场推广" },

  // risk
  "profit-sharing.risk": {
    en: "Profit risk {adds}: market {market}, policy and reputation of the manufacturer {maker}",
    zh: "利润风险 {adds}：市场风险 {market}，生产商的政策及信誉风险 {maker}",
  },
  "profit-sharing.risk_part": {
    en: "{source:profit-sharing.risk_source} {risk}: adds {adds}",
    zh: "{source:profit-sharing.risk_source} {risk}：增加 {adds}",
  },
  "profit-sharing.risk_source.season": { en: "peak and slack season", zh: "淡旺季" },
  "profit-sharing.risk_source.movement": { en: "slow movement", zh: "滞销" },
  "profit-sharing.risk_source.stage": { en: "stage of the life cycle", zh: "产品生命周期" },
  "profit-sharing.risk_source.competition": { en: "pressure of competitors", zh: "竞争对手压力" },
  "profit-sharing.risk_source.maker_policy": { en: "policy of the manufacturer", zh: "生产商的政策" },
  "profit-sharing.risk_source.maker_reputation": { en: "reputation of the manufacturer", zh: "生产商的信誉" },
  "profit-sharing.season": {
    en: "{count} seasons, dispersion {dispersion}, risk {risk} (full at {fullRiskAt}); the indices sum to {index}",
    zh: "共 {count} 个季节，离散程度 {dispersion}，风险 {risk}（{fullRiskAt} 为满值）；指数合计 {index}",
  },
  "profit-sharing.season_index": { en: "{season}: index {index}", zh: "季节 {season}：指数 {index}" },
  "profit-sharing.movement": {
    en: "{movement:profit-sharing.movement_name}: {sold} sold from {averageStock} in stock turn it {turnover} times, {goodTurnover} are good; risk {risk}",
    zh: "{movement:profit-sharing.movement_name}：销量 {sold}，平均库存 {averageStock}，周转 {turnover} 次，良好为 {goodTurnover} 次；风险 {risk}",
  },
  "profit-sharing.movement_name.hot_selling": { en: "hot-selling", zh: "热销" },
  "profit-sharing.movement_name.slow_moving": { en: "slow-moving", zh: "滞销" },
  "profit-sharing.required": {
    en: "Required profit {amount} {currency} at a risk of {risk}",
    zh: "风险 {risk} 下要求的利润 {amount} {currency}",
  },
  "profit-sharing.base": { en: "without risk: {amount} {currency}", zh: "无风险部分：{amount} {currency}" },
  "profit-sharing.premium": {
    en: "premium for the risk, {shape:profit-sharing.shape}: {amount} {currency}",
    zh: "风险溢价（{shape:profit-sharing.shape}）：{amount} {currency}",
  },
  "profit-sharing.shape.linear": { en: "in proportion", zh: "按比例" },
  "profit-sharing.shape.power": { en: "by a power", zh: "按幂函数" },
  "profit-sharing.shape.exponential": { en: "exponential", zh: "按指数函数" },
  "profit-sharing.shape.steps": { en: "by steps", zh: "按阶梯" },

  // the dealer's view
  "profit-sharing.dealer_value": { en: "Value to the dealer {amount} {currency}", zh: "对中间商的价值 {amount} {currency}" },
  "profit-sharing.now": { en: "profit of now: {amount} {currency}", zh: "当期利润：{amount} {currency}" },
  "profit-sharing.to_come": { en: "profit to come: {amount} {currency}", zh: "远期利润：{amount} {currency}" },
  "profit-sharing.written_off": {
    en: "written off for a risk of {risk}, aversion {riskAversion}: {amount} {currency}",
    zh: "因风险 {risk} 扣减，风险厌恶程度 {riskAversion}：{amount} {currency}",
  },
  "profit-sharing.participation": {
    en: "The dealer {decision:profit-sharing.decision}: a surplus of {surplus} {currency} over a reservation profit of {reservation}",
    zh: "中间商{decision:profit-sharing.decision}：相对保留利润 {reservation}，差额 {surplus} {currency}",
  },
  "profit-sharing.decision.joins": { en: "joins", zh: "加入" },
  "profit-sharing.decision.stays_out": { en: "stays out", zh: "不加入" },
  "profit-sharing.decision.unknown": { en: "has not decided", zh: "尚无法判断" },
  "profit-sharing.horizons": {
    en: "Within {shortPeriods} periods {shortPreferred} is better, within {longPeriods} periods {longPreferred}, at {discountRate} a period; opposite: {opposite}",
    zh: "{shortPeriods} 期内 {shortPreferred} 较优，{longPeriods} 期内 {longPreferred} 较优，每期贴现率 {discountRate}；两者相反：{opposite}",
  },
  "profit-sharing.profit_missing": {
    en: "Cannot compare: the profit of period {period} is not known for {id}",
    zh: "无法比较：{id} 第 {period} 期的利润未知",
  },
  "profit-sharing.horizon_value": {
    en: "{id}: {short} {currency} in the short run, {long} {currency} in the long run",
    zh: "{id}：短期 {short} {currency}，长期 {long} {currency}",
  },
  "profit-sharing.win_win": { en: "The deal: {verdict:profit-sharing.verdict}", zh: "本次合作：{verdict:profit-sharing.verdict}" },
  "profit-sharing.verdict.win_win": { en: "everybody wins", zh: "双赢" },
  "profit-sharing.verdict.not_win_win": { en: "somebody loses", zh: "未能双赢" },
  "profit-sharing.verdict.unknown": { en: "cannot be told", zh: "无法判断" },
  "profit-sharing.party": {
    en: "{id} {status:profit-sharing.party_status}: surplus {surplus} {currency}",
    zh: "{id} {status:profit-sharing.party_status}：净得 {surplus} {currency}",
  },
  "profit-sharing.party_status.wins": { en: "wins", zh: "受益" },
  "profit-sharing.party_status.loses": { en: "loses", zh: "受损" },
  "profit-sharing.party_status.unknown": { en: "cannot tell", zh: "无法判断" },
  "profit-sharing.manufacturer": {
    en: "Attractiveness of the manufacturer {attractiveness}: outlook {outlook} ({grade}), less what risk {risk} weighing {riskWeight} takes of it",
    zh: "生产商的吸引力 {attractiveness}：发展前景 {outlook}（{grade}），按风险 {risk}、风险权重 {riskWeight} 折减",
  },
  "profit-sharing.digits": {
    en: "worked out to {digits} significant digits, rounded once at the end",
    zh: "按 {digits} 位有效数字计算，最后一次舍入",
  },
  "profit-sharing.rounding": { en: "rounding to {decimals} places: {amount}", zh: "舍入至 {decimals} 位小数：{amount}" },
} as const satisfies Catalogue;
