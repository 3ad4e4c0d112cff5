import type { Catalogue } from "../kernel/message.js";
import { pricingFaultMessages } from "./fault-messages.js";

/** Words of pricing: price lists, margins and price protection. */
export const pricingMessages = {
  ...pricingFaultMessages,

  // what a correct host can meet
  "pricing.no_price": {
    en: "Cannot find a price of {productId} for {memberId}: none fits a quantity of {quantity} on {asOf}",
    zh: "找不到 {memberId} 购买 {productId} 的价格：{asOf} 没有适用于数量 {quantity} 的价格",
  },
  "pricing.two_prices": {
    en: "Cannot choose a price: {first} and {second} fit equally well",
    zh: "无法选定价格：{first} 与 {second} 同等适用",
  },
  "pricing.tax_rate_missing": {
    en: "Cannot give the price {want:pricing.tax}: it is written the other way, and the tax rate is not known",
    zh: "无法给出{want:pricing.tax}价格：原价按另一口径书写，且税率未知",
  },
  "pricing.concession_above_price": {
    en: "Cannot yield {got} {currency} per unit: the price is {unitPrice} {currency}",
    zh: "每单位无法让利 {got} {currency}：价格为 {unitPrice} {currency}",
  },
  "pricing.price_unchanged": { en: "Cannot compute the elasticity: the price stayed at {price}", zh: "无法计算弹性：价格仍为 {price}" },
  "pricing.nothing_sold": { en: "Cannot compute the elasticity: nothing was sold at either price", zh: "无法计算弹性：两个价格下均无销量" },

  // the price and why
  "pricing.price": {
    en: "{memberId} pays {amount} {currency} for a unit of {productId}, {tax:pricing.tax}, buying {quantity} on {asOf}",
    zh: "{memberId} 于 {asOf} 购买 {quantity} 单位 {productId}，单价 {amount} {currency}（{tax:pricing.tax}）",
  },
  "pricing.tax.tax_included": { en: "tax included", zh: "含税" },
  "pricing.tax.tax_excluded": { en: "tax excluded", zh: "不含税" },
  "pricing.candidate": { en: "{kind:pricing.candidate_kind} {id}: {because}", zh: "{kind:pricing.candidate_kind} {id}：{because}" },
  "pricing.candidate_kind.list": { en: "price list", zh: "价格表" },
  "pricing.candidate_kind.special": { en: "special price", zh: "特价" },
  "pricing.list_applies": { en: "applies, {gives} from a quantity of {from}", zh: "适用，数量自 {from} 起，{gives}" },
  "pricing.special_applies": { en: "applies, {gives} from a quantity of {from}", zh: "适用，数量自 {from} 起，{gives}" },
  "pricing.unit_price": { en: "{unitPrice} {currency} per unit", zh: "单价 {unitPrice} {currency}" },
  "pricing.discount": { en: "{rate} of the list price off", zh: "按表价优惠 {rate}" },
  "pricing.other_currency": { en: "is in another currency", zh: "币种不同" },
  "pricing.not_yet": { en: "is not yet in force", zh: "尚未生效" },
  "pricing.no_longer": { en: "is no longer in force", zh: "已失效" },
  "pricing.other_member": { en: "is for another member", zh: "适用于其他成员" },
  "pricing.other_class": { en: "is for another class of members", zh: "适用于其他级别的成员" },
  "pricing.other_territory": { en: "is for another territory", zh: "适用于其他区域" },
  "pricing.other_product": { en: "is for other products", zh: "适用于其他产品" },
  "pricing.below_first_break": { en: "holds only from a larger quantity", zh: "须达到更大数量才适用" },
  "pricing.without_list_price": { en: "is a discount, and there is no list price to take it from", zh: "属于折扣，但没有可供折扣的表价" },
  "pricing.less_specific": { en: "fits, but another fits more closely", zh: "适用，但另有更具针对性的价格" },
  "pricing.not_lower": { en: "is not below the list price", zh: "不低于表价" },
  "pricing.replaced_by_special": { en: "is replaced by the special price", zh: "由特价取代" },
  "pricing.privilege": { en: "entitled to {title}", zh: "享有{title}" },
  "pricing.below_floor": {
    en: "The price {amount} {currency} is below the floor {id} of {floor} {floorCurrency}, {tax:pricing.tax}",
    zh: "价格 {amount} {currency} 低于底价 {id}：{floor} {floorCurrency}（{tax:pricing.tax}）",
  },
  "pricing.floor_not_comparable": {
    en: "The price {amount} {currency} cannot be compared with the floor {id} of {floor} {floorCurrency}, {tax:pricing.tax}",
    zh: "价格 {amount} {currency} 无法与底价 {id} 比较：{floor} {floorCurrency}（{tax:pricing.tax}）",
  },
  "pricing.class_prices": {
    en: "Whether {favouredClass} pays no more than {otherClass} on {asOf}: {status:pricing.status}",
    zh: "{asOf} {favouredClass} 的价格不高于 {otherClass}：{status:pricing.status}",
  },
  "pricing.class_price_line": {
    en: "{productId} from {quantity}: {favoured} against {other} {currency}, {status:pricing.status}",
    zh: "{productId} 数量自 {quantity} 起：{favoured} 对 {other} {currency}，{status:pricing.status}",
  },
  "pricing.status.met": { en: "met", zh: "符合" },
  "pricing.status.unmet": { en: "not met", zh: "不符合" },
  "pricing.status.unknown": { en: "cannot be told", zh: "无法判断" },

  // margins
  "pricing.chain": {
    en: "Margin of the chain {unitMargin} {currency} per unit: end price {endPrice} less cost {unitCost}; {totalMargin} {currency} on {quantity}",
    zh: "渠道每单位毛利合计 {unitMargin} {currency}：终端价 {endPrice} 减成本 {unitCost}；数量 {quantity}，共 {totalMargin} {currency}",
  },
  "pricing.chain_tier": {
    en: "{id} buys at {buysAt}, sells at {sellsAt} and earns {unitMargin} {currency} per unit, share {share}",
    zh: "{id} 进价 {buysAt}，售价 {sellsAt}，每单位毛利 {unitMargin} {currency}，份额 {share}",
  },
  "pricing.concession": {
    en: "{amount} {currency} go from the seller to the purchaser: {perUnit} per unit on {quantity}",
    zh: "卖方向采购方让利 {amount} {currency}：每单位 {perUnit}，数量 {quantity}",
  },
  "pricing.concession_seller": {
    en: "margin of the seller: {before} before, {after} {currency} after",
    zh: "卖方毛利：让利前 {before}，让利后 {after} {currency}",
  },
  "pricing.concession_purchaser": {
    en: "margin of the purchaser: {before} before, {after} {currency} after",
    zh: "采购方毛利：让利前 {before}，让利后 {after} {currency}",
  },

  // demand and savings
  "pricing.elasticity": {
    en: "Elasticity {elasticity}, demand is {demand:pricing.demand}: price {p1} to {p2}, quantity {q1} to {q2}",
    zh: "弹性 {elasticity}，需求{demand:pricing.demand}：价格由 {p1} 至 {p2}，数量由 {q1} 至 {q2}",
  },
  "pricing.demand.elastic": { en: "elastic", zh: "富有弹性" },
  "pricing.demand.unit": { en: "of unit elasticity", zh: "为单位弹性" },
  "pricing.demand.inelastic": { en: "inelastic", zh: "缺乏弹性" },
  "pricing.pass_through": {
    en: "New price {unitPrice} {currency} per unit; profit {profitBefore} before, {profitAfter} {currency} after",
    zh: "新单价 {unitPrice} {currency}；利润由 {profitBefore} 变为 {profitAfter} {currency}",
  },
  "pricing.saving_shared": { en: "saving of {amount} {currency} per unit", zh: "每单位节约 {amount} {currency}" },
  "pricing.saving_passed_on": { en: "passed on to the customer: {amount} {currency}", zh: "让给消费者：{amount} {currency}" },
  "pricing.saving_kept": { en: "kept by the seller: {amount} {currency}", zh: "卖方留存：{amount} {currency}" },
  "pricing.satisfactory": {
    en: "reaches the satisfactory profit of {satisfactoryProfit} {currency}: {satisfactory}",
    zh: "达到满意利润 {satisfactoryProfit} {currency}：{satisfactory}",
  },
  "pricing.rival_unknown": {
    en: "whether it undercuts the rival cannot be told: the price of the rival is not known",
    zh: "无法判断是否低于竞争对手价格：对手价格未知",
  },
  "pricing.undercuts_rival": {
    en: "undercuts the price of the rival, {rivalPrice} {currency}: {undercutsRival}",
    zh: "低于竞争对手价格 {rivalPrice} {currency}：{undercutsRival}",
  },

  // price protection
  "pricing.protection": {
    en: "Price protection {amount} {currency}: {quantity} units, from {oldPrice} to {newPrice} on {changedOn}",
    zh: "价格保护 {amount} {currency}：{quantity} 单位，{changedOn} 由 {oldPrice} 调至 {newPrice}",
  },
  "pricing.protection_lot": {
    en: "receipt {id}, {quantity} units, {status:pricing.lot}: {amount} {currency}",
    zh: "收货 {id}，{quantity} 单位，{status:pricing.lot}：{amount} {currency}",
  },
  "pricing.lot.protected": { en: "protected", zh: "受保护" },
  "pricing.lot.waiting": { en: "waiting for proof", zh: "待证明" },
  "pricing.lot.too_old": { en: "received before the window", zh: "收货早于保护期" },
  "pricing.lot.after_change": { en: "received at the new price", zh: "按新价收货" },
  "pricing.protection_cap": { en: "above the cap of {cap} {currency}: {amount}", zh: "超出上限 {cap} {currency}：{amount}" },
  "pricing.rounding": { en: "rounding to {decimals} places: {amount}", zh: "舍入至 {decimals} 位小数：{amount}" },
} as const satisfies Catalogue;

/** Codes of pricing. */
export type PricingCode = keyof typeof pricingMessages;
