import type { AgreementKind, ClauseKind } from "../entities/catalogue.js";
import type { AgreementCode } from "./messages.js";

/** How much an agreement needs a clause: without a required one it is incomplete, without a recommended one it is only remarked on. */
export type ClauseNeed = "required" | "recommended";

/** One clause, and which kinds of agreement ask for it. */
export interface ClauseRow {
  /** Code of the finding about it. Its words are in `agreementMessages`. */
  readonly code: AgreementCode;
  /** The clause. */
  readonly clause: ClauseKind;
  /** How much each kind of agreement needs it. A kind that is absent does not ask for it. */
  readonly asked: { readonly [K in AgreementKind]?: ClauseNeed | undefined };
  /** It outlives the agreement: what it settles is still owed afterwards. Absent: it ends with the agreement. */
  readonly survives?: true | undefined;
  /** It binds in principle and may be waived with ground, approver and date. Absent: it binds always. */
  readonly waivable?: true | undefined;
  /** Where the demand is written down. Absent: good practice, from nowhere in particular. */
  readonly source?: string | undefined;
}

/**
 * The clauses of channel agreements, and which kinds ask for them. A policy takes it as it is, or a copy with rows of its own.
 *
 * Clauses that depend on what was agreed (credit, exclusivity, compensation) are not here: rules of their own ask for them.
 */
export const clauseCatalogue: readonly ClauseRow[] = [
  {
    code: "agreements.clause_parties",
    clause: "parties",
    asked: { agency: "required", distribution: "required", trial: "required", cooperation: "required", supply: "required" },
    source: "与合作伙伴洽谈并签订合作协议",
  },
  {
    code: "agreements.clause_products",
    clause: "products",
    asked: { agency: "required", distribution: "required", trial: "required", cooperation: "recommended", supply: "required" },
    source: "在约定期限内，指定地点或者区域内销售特定产品",
  },
  {
    code: "agreements.clause_term",
    clause: "term",
    asked: { agency: "required", distribution: "required", trial: "required", cooperation: "required", supply: "required" },
    source: "在约定期限内，指定地点或者区域内销售特定产品",
  },
  {
    code: "agreements.clause_territory",
    clause: "territory",
    asked: { agency: "required", distribution: "required", trial: "required" },
    source: "在约定期限内，指定地点或者区域内销售特定产品",
  },
  {
    code: "agreements.clause_rights_and_obligations",
    clause: "rights_and_obligations",
    asked: { agency: "required", distribution: "required", trial: "recommended", cooperation: "required", supply: "required" },
    source: "明确双方权利义务及分成比例等内容",
  },
  {
    code: "agreements.clause_profit_sharing",
    clause: "profit_sharing",
    asked: { agency: "required", distribution: "required", trial: "recommended", cooperation: "required" },
    source: "明确双方权利义务及分成比例等内容",
  },
  {
    code: "agreements.clause_sales_policy",
    clause: "sales_policy",
    asked: { agency: "required", distribution: "required", trial: "recommended", cooperation: "required" },
    source: "明确双方的权利和义务，包括销售政策、价格政策、市场支持、售后服务等",
  },
  {
    code: "agreements.clause_price_policy",
    clause: "price_policy",
    asked: { agency: "required", distribution: "required", trial: "recommended", cooperation: "required", supply: "recommended" },
    source: "明确双方的权利和义务，包括销售政策、价格政策、市场支持、售后服务等",
  },
  {
    code: "agreements.clause_market_support",
    clause: "market_support",
    asked: { agency: "required", distribution: "required", trial: "recommended", cooperation: "required" },
    source: "明确双方的权利和义务，包括销售政策、价格政策、市场支持、售后服务等",
  },
  {
    code: "agreements.clause_after_sales",
    clause: "after_sales",
    asked: { agency: "required", distribution: "required", trial: "recommended", cooperation: "required" },
    source: "明确双方的权利和义务，包括销售政策、价格政策、市场支持、售后服务等",
  },
  {
    code: "agreements.clause_payment",
    clause: "payment",
    asked: { agency: "required", distribution: "required", trial: "recommended", supply: "required" },
    survives: true,
    source: "应在代理或分销合同条款中明确规定货款的支付方式",
  },
  {
    code: "agreements.clause_confidentiality",
    clause: "confidentiality",
    asked: { agency: "required", distribution: "required", trial: "required", cooperation: "required", supply: "recommended" },
    survives: true,
    source: "从法律方面来约束销售商对产品信息的不合理披露",
  },
  {
    code: "agreements.clause_product_cooperation",
    clause: "product_cooperation",
    asked: { agency: "required", distribution: "required", cooperation: "required" },
    source: "产品合作与资源共享",
  },
  {
    code: "agreements.clause_resource_sharing",
    clause: "resource_sharing",
    asked: { agency: "required", distribution: "required", cooperation: "required" },
    survives: true,
    source: "产品合作与资源共享",
  },
  {
    code: "agreements.clause_cooperative_advertising",
    clause: "cooperative_advertising",
    asked: { agency: "recommended", distribution: "recommended", cooperation: "recommended" },
    source: "生产商最好采取双方合作的方式",
  },
  {
    code: "agreements.clause_territory_protection",
    clause: "territory_protection",
    asked: { agency: "required", distribution: "required", trial: "recommended" },
    source: "直接监督代理商、分销商，防止窜货",
  },
  {
    code: "agreements.clause_brand_use",
    clause: "brand_use",
    asked: { agency: "recommended", distribution: "recommended", trial: "recommended", cooperation: "recommended" },
    survives: true,
  },
  {
    code: "agreements.clause_evaluation",
    clause: "evaluation",
    asked: { agency: "required", distribution: "required", trial: "required", cooperation: "required" },
    source: "制定评估渠道合作伙伴绩效的指标和标准，并与其达成共识",
  },
  {
    code: "agreements.clause_amendment",
    clause: "amendment",
    asked: { agency: "required", distribution: "required", trial: "recommended", cooperation: "required", supply: "recommended" },
    source: "根据实际情况，调整合作方式，提高效率和效果",
  },
  {
    code: "agreements.clause_renewal",
    clause: "renewal",
    asked: { agency: "recommended", distribution: "recommended", cooperation: "recommended", supply: "recommended" },
  },
  {
    code: "agreements.clause_termination",
    clause: "termination",
    asked: { agency: "required", distribution: "required", trial: "recommended", cooperation: "required", supply: "required" },
    source: "有条件地终止合作关系",
  },
  {
    code: "agreements.clause_automatic_end",
    clause: "automatic_end",
    asked: { trial: "required" },
    source: "试销期结束后，合同自动解除",
  },
  {
    code: "agreements.clause_exit_assistance",
    clause: "exit_assistance",
    asked: { agency: "required", distribution: "required", trial: "recommended", cooperation: "required" },
    survives: true,
    source: "协助渠道合作伙伴平稳退出",
  },
  {
    code: "agreements.clause_fee_settlement",
    clause: "fee_settlement",
    asked: { agency: "required", distribution: "required", trial: "recommended", cooperation: "required" },
    survives: true,
    source: "及时支付渠道费用",
  },
];

/** The clauses that outlive an agreement; compensation and credit do where they were agreed on. */
const surviving: ReadonlySet<ClauseKind> = new Set<ClauseKind>([
  "compensation",
  "credit",
  ...clauseCatalogue.filter(({ survives }) => survives === true).map(({ clause }) => clause),
]);

/** Of some clauses, those that outlive the agreement, each once. @internal */
export function survivingOf(clauses: readonly { readonly kind: ClauseKind }[]): readonly ClauseKind[] {
  return [...new Set(clauses.map(({ kind }) => kind))].filter((kind) => surviving.has(kind));
}
