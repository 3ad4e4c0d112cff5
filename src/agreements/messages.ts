import { joinCatalogues } from "../kernel/join-catalogues.js";
import type { Catalogue } from "../kernel/message.js";
import { clauseMessages } from "./clause-messages.js";
import { agreementFaultMessages } from "./fault-messages.js";
import { lifeMessages } from "./life-messages.js";

const ownMessages = {
  // clauses and terms
  "agreements.reviewed": {
    en: "{kind:entities.agreement_kind} {agreement} on {asOf}: {verdict:engine.verdict}",
    zh: "{kind:entities.agreement_kind} {agreement}，{asOf}：{verdict:engine.verdict}",
  },
  "agreements.trial_end_fixed": { en: "The trial has a fixed end: {end}", zh: "试销期有确定的期满日：{end}" },
  "agreements.trial_not_renewed": {
    en: "The trial does not go on after its end: who is promoted gets a new agreement",
    zh: "试销期满不续：晋升须另签协议",
  },
  "agreements.authorization_attached": {
    en: "The manufacturer's written authorization goes with it: {authorization}",
    zh: "附有生产商的书面授权：{authorization}",
  },
  "agreements.agreement_in_writing": { en: "The signed document is there: {evidence}", zh: "已有签署的书面文本：{evidence}" },
  "agreements.payment_arranged": {
    en: "The ways of paying for goods are agreed on: {payment:entities.payment_arrangement}",
    zh: "已约定货款支付方式：{payment:entities.payment_arrangement}",
  },
  "agreements.credit_terms_agreed": {
    en: "Where credit is granted, a clause has its limit and days: {credit:agreements.credit}",
    zh: "给予授信的，条款写明额度与期限：{credit:agreements.credit}",
  },
  "agreements.credit.not_granted": { en: "no credit is granted", zh: "未授信" },
  "agreements.credit.agreed": { en: "limit and days are agreed on", zh: "额度与期限已约定" },
  "agreements.credit.terms_missing": { en: "clause, limit or days are missing", zh: "缺少条款、额度或期限" },
  "agreements.profit_ratio_agreed": {
    en: "The ratio is agreed on: {model:entities.remuneration_model}, {shares} shares that add up to {sum}",
    zh: "已约定比例：{model:entities.remuneration_model}，{shares} 份，合计 {sum}",
  },
  "agreements.exclusivity_compensated": {
    en: "Where like products are given up, a clause makes good lost profit and risk; missing: {lacking:entities.compensation_part}; compensation clause: {clause}",
    zh: "约定排他的，须有贴补条款补足利润损失与风险收入；缺少：{lacking:entities.compensation_part}；贴补条款：{clause}",
  },
  "agreements.shared_resources_assigned": {
    en: "Of everything shared, owner, users and permitted use are named; open: {open:entities.shared_resource_kind}",
    zh: "共享资源均写明归属、使用方和用途；未写明：{open:entities.shared_resource_kind}",
  },
  "agreements.legal_warning": {
    en: "For a lawyer to look at under the law of {jurisdiction}, not a verdict: {question}",
    zh: "请律师依 {jurisdiction} 法律审查，并非结论：{question}",
  },
  "agreements.legal_warning_law_unknown": {
    en: "For a lawyer to look at, not a verdict; the law of the agreement is not recorded, this may apply under {jurisdictions}: {question}",
    zh: "请律师审查，并非结论；协议未记录适用法律，以下可能适用于 {jurisdictions}：{question}",
  },
  // authorization
  "agreements.authorization_reviewed": {
    en: "Authorization {authorization} of {holder} on {asOf}: {verdict:engine.verdict}",
    zh: "{holder} 的授权 {authorization}，{asOf}：{verdict:engine.verdict}",
  },
  "agreements.authorization_granted": { en: "An authorization was granted", zh: "已获得授权" },
  "agreements.authorization_written": {
    en: "It is in writing, in a verified document: {evidence:agreements.writing}",
    zh: "有书面文件且已核实：{evidence:agreements.writing}",
  },
  "agreements.writing.none": { en: "by word of mouth", zh: "仅为口头" },
  "agreements.writing.verified": { en: "verified", zh: "已核实" },
  "agreements.writing.refused": { en: "refused", zh: "未通过核实" },
  "agreements.writing.lapsed": { en: "lapsed", zh: "已失效" },
  "agreements.writing.another_kind": { en: "a document of another kind", zh: "并非授权文件" },
  "agreements.evidence_not_checked": { en: "The document has not been checked yet", zh: "文件尚未核实" },
  "agreements.authorization_from_manufacturer": {
    en: "The manufacturer granted it: {id} is a {actual:entities.participant_kind}",
    zh: "由生产商授权：{id} 为{actual:entities.participant_kind}",
  },
  "agreements.authorization_fits_holder": {
    en: "It fits its holder: {kind:entities.authorization_kind} for {id}, a {actual:entities.participant_kind}",
    zh: "授权种类与持有方相符：{kind:entities.authorization_kind}，{id} 为{actual:entities.participant_kind}",
  },
  "agreements.authorization_in_term": {
    en: "{asOf} lies in its term {term}, and before its withdrawal: {withdrawnOn}",
    zh: "{asOf} 在授权期限 {term} 内，且未被撤回：{withdrawnOn}",
  },
  "agreements.authorization_names_products": { en: "It names products: {products}", zh: "写明指定产品：{products} 种" },
  "agreements.authorization_names_place": {
    en: "{kind:entities.authorization_kind}: it names {places} places and {territories} territories; a distributor needs a place, others a place or a territory",
    zh: "{kind:entities.authorization_kind}：写明地点 {places} 处、区域 {territories} 个；分销商须有固定地点，其他须有地点或区域",
  },
  // sales
  "agreements.sale_reviewed": {
    en: "Sale of {product} by {seller} on {date}, against {authorizations} authorizations: {verdict:engine.verdict}",
    zh: "{seller} 于 {date} 销售 {product}，对照 {authorizations} 份授权：{verdict:engine.verdict}",
  },
  "agreements.sale_under_authorization": {
    en: "Under authorization {authorization}: {verdict:engine.verdict}",
    zh: "依授权 {authorization}：{verdict:engine.verdict}",
  },
  "agreements.sale_violation.no_authorization": { en: "no authorization", zh: "无授权" },
  "agreements.sale_violation.not_in_writing": { en: "no written authorization", zh: "无书面授权" },
  "agreements.sale_violation.outside_term": { en: "outside the term", zh: "超出授权期限" },
  "agreements.sale_violation.product_not_named": { en: "product not named", zh: "非指定产品" },
  "agreements.sale_violation.outside_place": { en: "outside place or territory", zh: "超出指定地点或区域" },
  "agreements.sale_in_writing": { en: "The authorization is in writing", zh: "授权为书面" },
  "agreements.sale_in_term": {
    en: "The sale on {date} lies from {start} to the day before {end}",
    zh: "销售日 {date} 在 {start} 至 {end} 前一日之内",
  },
  "agreements.sale_of_named_product": { en: "The product {product} is named", zh: "产品 {product} 在指定之列" },
  "agreements.sale_in_named_place": {
    en: "The sale was where it is permitted; place: {atPlace:agreements.inside}, territory: {inTerritory:agreements.inside}",
    zh: "销售在许可的地点或区域；地点：{atPlace:agreements.inside}，区域：{inTerritory:agreements.inside}",
  },
  "agreements.inside.inside": { en: "inside", zh: "之内" },
  "agreements.inside.outside": { en: "outside or not named", zh: "之外或未指定" },
  "agreements.inside.unknown": { en: "not known", zh: "不明" },
  "agreements.place_not_known": { en: "The place or territory is not known, or too widely", zh: "地点或区域不明，或范围过宽" },
  // conduct
  "agreements.conduct": {
    en: "Conduct under agreement {agreement} on {asOf}: {breaches} breaches, {undecided} undecided",
    zh: "协议 {agreement} 履行情况，{asOf}：违约 {breaches} 项，未定 {undecided} 项",
  },
  "agreements.conduct_of": { en: "{kind:agreements.breach} {id}", zh: "{kind:agreements.breach} {id}" },
  "agreements.breach.competing_product": { en: "Competing product", zh: "竞品销售" },
  "agreements.breach.information_disclosure": { en: "Disclosure of information", zh: "泄露信息" },
  "agreements.like_products_not_carried": {
    en: "No like products of others are carried under the exclusivity",
    zh: "排他约定下未同时代理他人的同类产品",
  },
  "agreements.exclusivity_unpaid": {
    en: "The exclusivity is not compensated: whether it binds is for a lawyer to say",
    zh: "排他未获贴补：是否有约束力应由律师判断",
  },
  "agreements.product_information_kept": {
    en: "Product information was disclosed only with leave",
    zh: "未经许可不披露产品信息",
  },
  "agreements.disclosure_disputed": { en: "It is contested that it happened", zh: "是否发生尚有争议" },
  // conflicts
  "agreements.conflicts": {
    en: "{compared} agreements compared: {conflicts} conflicts, {undecided} undecided",
    zh: "比较协议 {compared} 份：冲突 {conflicts} 处，未定 {undecided} 处",
  },
  "agreements.conflict": {
    en: "Exclusive agreement {exclusive} and agreement {other} meet in {days} for {products} at {places}",
    zh: "独家协议 {exclusive} 与协议 {other} 于 {days} 重叠，产品 {products}，地点 {places}",
  },
  "agreements.conflict_possible": {
    en: "Exclusive agreement {exclusive} and agreement {other} may meet in {days} for {products} at {places}",
    zh: "独家协议 {exclusive} 与协议 {other} 于 {days} 可能重叠，产品 {products}，地点 {places}",
  },
  // versions
  "agreements.amended": {
    en: "Version {version} of agreement {agreement} holds from {from} and follows version {last}",
    zh: "协议 {agreement} 的第 {version} 版自 {from} 起有效，接续第 {last} 版",
  },
  "agreements.version_kept": {
    en: "Version {version} is kept: it holds from {from} to the day before {to}",
    zh: "保留第 {version} 版：自 {from} 起，至 {to} 前一日止",
  },
  "agreements.amendment_of_another": {
    en: "Cannot amend {want} ({wantKind:entities.agreement_kind}) with {got} ({gotKind:entities.agreement_kind}): it needs an agreement of its own",
    zh: "不能用 {got}（{gotKind:entities.agreement_kind}）变更 {want}（{wantKind:entities.agreement_kind}）：须另签协议",
  },
  "agreements.amendment_unsigned": {
    en: "Cannot amend {agreement}: the day of signature or the document is missing",
    zh: "无法变更 {agreement}：缺少签署日期或书面文件",
  },
  "agreements.amendment_retroactive": {
    en: "Cannot amend from {from}: it was signed on {signedOn}, and terms never change backwards",
    zh: "不能自 {from} 起变更：签署于 {signedOn}，条款不得追溯变更",
  },
  "agreements.amendment_before_last": {
    en: "Cannot amend from {from}: version {last} holds from {lastFrom}",
    zh: "不能自 {from} 起变更：第 {last} 版自 {lastFrom} 起有效",
  },
  "agreements.amendment_after_end": {
    en: "Cannot amend from {from}: the term ends with {end}",
    zh: "不能自 {from} 起变更：期满日为 {end}",
  },
  "agreements.amendment_name_taken": { en: "Cannot call the version {version}: the name is taken", zh: "版本名 {version} 已被使用" },
  "agreements.amendment_prolongs_trial": {
    en: "Cannot prolong a trial from {end} to {wanted}: it needs an agreement of its own",
    zh: "试销期不得由 {end} 延长至 {wanted}：须另签协议",
  },
  // dates
  "agreements.dates": {
    en: "{kind:entities.agreement_kind} {agreement}: {atEnd:agreements.at_end}",
    zh: "{kind:entities.agreement_kind} {agreement}：{atEnd:agreements.at_end}",
  },
  "agreements.at_end.ends": { en: "it ends by itself", zh: "到期自动解除" },
  "agreements.at_end.renews": { en: "it goes on for another term", zh: "到期自动续期" },
  "agreements.at_end.never": { en: "it runs until it is ended", zh: "未定期限，解除前一直有效" },
  "agreements.date_term": { en: "In force from {start}; first day after it: {end}", zh: "自 {start} 起生效，期满次日为 {end}" },
  "agreements.date_renewal_opens": {
    en: "Renewal can be agreed on from {date}, {days} days before the end",
    zh: "自 {date} 起可商定续签，即期满前 {days} 天",
  },
  "agreements.date_last_notice": {
    en: "Last day of notice for the end: {date}, with {count} {unit:agreements.span_unit}",
    zh: "期满前发出通知的最后一天：{date}，通知期 {count} {unit:agreements.span_unit}",
  },
  "agreements.date_earliest_end": {
    en: "With notice on {asOf} and {count} {unit:agreements.span_unit}, the first day after it is {date}",
    zh: "若于 {asOf} 发出通知，通知期 {count} {unit:agreements.span_unit}，终止次日为 {date}",
  },
  "agreements.date_next_term": { en: "The next term is {term}", zh: "下一期限为 {term}" },
  "agreements.span_unit.days": { en: "days", zh: "天" },
  "agreements.span_unit.months": { en: "months", zh: "个月" },
} as const satisfies Catalogue;

/** Words of agreements: clauses, findings, dates and their life. */
export const agreementMessages = joinCatalogues(ownMessages, clauseMessages, lifeMessages, agreementFaultMessages);

/** Codes of agreements. */
export type AgreementCode = keyof typeof agreementMessages;
