import type { Catalogue } from "../kernel/message.js";

/** Words of what the clauses of an agreement must settle. @internal */
export const clauseMessages = {
  "agreements.clause_parties": { en: "The parties are named", zh: "写明合作双方" },
  "agreements.clause_products": { en: "The products are specified", zh: "写明指定产品" },
  "agreements.clause_term": { en: "The term is stated", zh: "写明期限" },
  "agreements.clause_territory": { en: "The place or territory is stated", zh: "写明地点或区域" },
  "agreements.clause_rights_and_obligations": { en: "The rights and obligations of both parties are stated", zh: "写明双方的权利与义务" },
  "agreements.clause_profit_sharing": { en: "The profit-sharing ratio is stated", zh: "写明分成比例" },
  "agreements.clause_sales_policy": { en: "The sales policy is stated", zh: "写明销售政策" },
  "agreements.clause_price_policy": { en: "The price policy is stated", zh: "写明价格政策" },
  "agreements.clause_market_support": { en: "The market support is stated", zh: "写明市场支持" },
  "agreements.clause_after_sales": { en: "The after-sales service is stated", zh: "写明售后服务" },
  "agreements.clause_payment": { en: "The way of paying for goods is stated", zh: "写明货款的支付方式" },
  "agreements.clause_confidentiality": {
    en: "Product information must be kept confidential",
    zh: "约定产品信息保密义务",
  },
  "agreements.clause_product_cooperation": { en: "The cooperation on products is stated", zh: "写明产品合作内容" },
  "agreements.clause_resource_sharing": {
    en: "It is stated what is shared and who may use it",
    zh: "写明共享的资源及可使用方",
  },
  "agreements.clause_cooperative_advertising": { en: "Advertising is done jointly", zh: "约定双方合作做广告" },
  "agreements.clause_territory_protection": {
    en: "Territories are protected against diversion, with penalties",
    zh: "约定区域保护、防窜货及罚则",
  },
  "agreements.clause_brand_use": {
    en: "The use of brand and signs is stated, and their return at the end",
    zh: "写明品牌与标识的使用及终止后的归还",
  },
  "agreements.clause_evaluation": { en: "The evaluation criteria are agreed on", zh: "商定评价标准" },
  "agreements.clause_amendment": { en: "The way of amending the agreement is stated", zh: "写明变更方式" },
  "agreements.clause_renewal": { en: "The way of renewing the agreement is stated", zh: "写明续签方式" },
  "agreements.clause_termination": { en: "The conditions of ending the agreement are stated", zh: "写明解除条件" },
  "agreements.clause_automatic_end": { en: "The agreement ends by itself after the trial", zh: "约定试销期满合同自动解除" },
  "agreements.clause_exit_assistance": { en: "Assistance at the exit is promised", zh: "约定退出时的协助" },
  "agreements.clause_fee_settlement": { en: "The settlement of channel fees is stated", zh: "写明渠道费用结算" },
} as const satisfies Catalogue;
