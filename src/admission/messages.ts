import { joinCatalogues } from "../kernel/join-catalogues.js";
import type { Catalogue } from "../kernel/message.js";
import { candidateMessages } from "./candidate-messages.js";
import { admissionFaultMessages } from "./fault-messages.js";
import { admissionPolicyMessages } from "./policy-messages.js";
import { admissionRuleMessages } from "./rule-messages.js";
import { admissionWordMessages } from "./word-messages.js";

const ownMessages = {
  // what has to happen before a rule can be told
  "admission.fact_missing": { en: "To be supplied: {facts:admission.fact}", zh: "须补充：{facts:admission.fact}" },
  "admission.criterion_fact_missing": { en: "To be supplied for “{criterion}”: {facts}", zh: "为判断“{criterion}”须补充：{facts}" },
  "admission.document_absent": {
    en: "To be handed in: {documents:entities.evidence_kind}",
    zh: "须提交：{documents:entities.evidence_kind}",
  },
  "admission.document_expired": {
    en: "To be handed in anew: {document:entities.evidence_kind} {documentId} expired on {expiresOn}",
    zh: "须重新提交：{document:entities.evidence_kind} {documentId} 已于 {expiresOn} 失效",
  },
  "admission.document_not_yet_valid": {
    en: "To be handed in with an earlier date: {document:entities.evidence_kind} {documentId} is not valid yet",
    zh: "须提交已生效的文件：{document:entities.evidence_kind} {documentId} 尚未生效",
  },
  "admission.document_refused": {
    en: "To be handed in anew: {document:entities.evidence_kind} {documentId} was refused",
    zh: "须重新提交：{document:entities.evidence_kind} {documentId} 未通过核验",
  },
  "admission.document_unverified": {
    en: "To be verified: {document:entities.evidence_kind} {documentId}",
    zh: "有待核验：{document:entities.evidence_kind} {documentId}",
  },
  "admission.property_unverified": { en: "To be verified: the title of {properties}", zh: "有待核验权属：{properties}" },
  "admission.team_incomplete": { en: "To be completed: {entries}", zh: "须补全：{entries}" },
  "admission.team_entry_incomplete": { en: "team member {name} ({lacks:admission.fact})", zh: "团队成员 {name}（{lacks:admission.fact}）" },
  "admission.horizon_missing": {
    en: "To be supplied: an analysis for the near or for the long term",
    zh: "须补充：近期或远期的可行性分析",
  },
  "admission.report_outstanding": { en: "To be handed in: the written report", zh: "须递交：书面报告" },
  "admission.capital_not_positive": {
    en: "Turnover has no meaning while working capital is not above 0: opening {opening}, closing {closing} {currency}",
    zh: "运作资金不大于 0，流转率没有意义：期初 {opening}，期末 {closing} {currency}",
  },
  "admission.currency_differs": {
    en: "To be converted: the amount is in {got}, the policy in {want}",
    zh: "须换算：金额币种为 {got}，政策为 {want}",
  },
  "admission.basis_differs": {
    en: "To be stated per {wantPer:admission.per} ({wantBasis:admission.basis}): it is per {per:admission.per} ({basis:admission.basis})",
    zh: "须按每{wantPer:admission.per}（{wantBasis:admission.basis}）提供：目前为每{per:admission.per}（{basis:admission.basis}）",
  },
  "admission.period_differs": {
    en: "To be stated per {wantPer:admission.per}: it is per {per:admission.per}",
    zh: "须按每{wantPer:admission.per}提供：目前为每{per:admission.per}",
  },
  "admission.grade_off_scale": {
    en: "To be graded on the scale of the policy ({scale}): the grade is {got}",
    zh: "须按政策的等级（{scale}）评定：目前为 {got}",
  },
  "admission.breach_disputed": { en: "The dispute has to be settled first: {records}", zh: "争议须先解决：{records}" },
  "admission.intent_unknown": {
    en: "Whether it was held back on purpose has to be established: {records}",
    zh: "须查明是否故意拖欠：{records}",
  },
  "admission.nominator_unconfirmed": {
    en: "The standing of the nominator {nominator} has to be confirmed",
    zh: "须确认提名方 {nominator} 的状态",
  },
  "admission.evaluation_pending": {
    en: "The applicant, nominated by {nominator}, has to be evaluated",
    zh: "由 {nominator} 提名，须经生产商评估",
  },
  "admission.ratings_missing": { en: "To be rated: {ratings}", zh: "有待评分：{ratings}" },
  "admission.ratings_meaningless": { en: "To be rated anew: a rating has no meaning on its scale", zh: "须重新评分：有评分不在量表之内" },
  "admission.reviewer_interested": {
    en: "To step back, having declared an interest: {reviewers}",
    zh: "已申报利益关系，须回避：{reviewers}",
  },
  "admission.scale_unknown": {
    en: "Whether the applicant counts as large has to be established",
    zh: "须查明申请方是否属于大型企业",
  },
  // what would change an unmet rule
  "admission.change_more": {
    en: "{fact:admission.fact}: {short} more, to reach {required}",
    zh: "{fact:admission.fact}还差 {short}，须达到 {required}",
  },
  "admission.change_grade": { en: "{fact:admission.fact}: at least {required}", zh: "{fact:admission.fact}须达到 {required}" },
  "admission.change_origin": { en: "A recognised route, which is {routes}", zh: "须符合来源要求：{routes}" },
  "admission.change_record": {
    en: "The record stands and nothing makes up for it, unless it is withdrawn: {records}",
    zh: "记录成立，无法弥补，除非撤销：{records}",
  },
  "admission.change_property": {
    en: "Real estate with more free value: {actual} is free, above nothing and at least {required} is required",
    zh: "须有更多可抵押的不动产：可用价值 {actual}，须大于零且不低于 {required}",
  },
  "admission.change_turnover": {
    en: "A higher turnover of working capital: it is {actual}, {wanted}",
    zh: "须提高运作资金流转率：目前 {actual}，{wanted}",
  },
  "admission.change_vacancy": {
    en: "A place has to become free: {occupied} of {planned} are taken",
    zh: "须有空缺名额：规划 {planned} 家，已有 {occupied} 家",
  },
  "admission.change_score": {
    en: "A higher score: it is {actual}, at least {required} is required; below a knock-out: {knockedOutBy}",
    zh: "须提高评估得分：目前 {actual}，要求不低于 {required}；低于否决线：{knockedOutBy}",
  },
  "admission.change_criterion": { en: "This has to hold: {criterion}", zh: "须符合：{criterion}" },
  "admission.change_criterion_more": {
    en: "{criterion}: {short} more, to reach {required}",
    zh: "{criterion}：还差 {short}，须达到 {required}",
  },
  "admission.change_criterion_less": {
    en: "{criterion}: {over} less, to come down to {required}",
    zh: "{criterion}：超出 {over}，须降至 {required}",
  },
  // parts of the rule on origin
  "admission.route_origin": { en: "the channel ({origins:admission.origin})", zh: "来自渠道（{origins:admission.origin}）" },
  "admission.route_nomination": {
    en: "a nomination ({nominators:admission.nominator}) with the manufacturer’s evaluation",
    zh: "提名（{nominators:admission.nominator}）并经生产商评估",
  },
  "admission.nomination_counts": { en: "{nominator} counts", zh: "{nominator} 有效" },
  "admission.nomination_refused": {
    en: "{nominator} does not count ({because:admission.refused})",
    zh: "{nominator} 无效（{because:admission.refused}）",
  },
  "admission.refused.own": { en: "it nominates itself", zh: "自我提名" },
  "admission.refused.nominator_kind": { en: "members of its kind may not nominate", zh: "此类成员不得提名" },
  "admission.refused.nominator_not_active": { en: "the nominator is not active", zh: "提名方并非有效成员" },
  "admission.refused.unsuitable": { en: "evaluated as unsuitable", zh: "评估为不合适" },
  "admission.turnover_least": { en: "at least {required} is required", zh: "要求不低于 {required}" },
  "admission.turnover_peers": {
    en: "as high as a share of {share} of {peers} peers is required",
    zh: "要求不低于 {peers} 家同行中 {share} 的比例",
  },
  "admission.capital_turned_over": {
    en: "Working capital turned over {times} times per {per:admission.per}: sales {sales} {currency}, capital {opening} to {closing}",
    zh: "运作资金每{per:admission.per}流转 {times} 次：销售额 {sales} {currency}，资金由 {opening} 到 {closing}",
  },
  // the decision
  "admission.decided": {
    en: "{applicant}, as {kind:admission.kind} for {productGroup} in {territory}: {status:admission.status} (policy {policy}, version {version}, {date})",
    zh: "{applicant} 申请成为 {productGroup} 在 {territory} 的{kind:admission.kind}：{status:admission.status}（政策 {policy}，版本 {version}，{date}）",
  },
  "admission.route_taken": { en: "Judged by {route:admission.route}", zh: "适用{route:admission.route}" },
  "admission.change_needed": { en: "What would have to change", zh: "须作的改变" },
  "admission.change_from": { en: "From the {from:admission.actor}: {change}", zh: "由{from:admission.actor}：{change}" },
  "admission.change_from_or_waiver": {
    en: "From the {from:admission.actor}: {change}; or an exception with ground, approver and date",
    zh: "由{from:admission.actor}：{change}；或附理由、批准人和日期的例外批准",
  },
  "admission.answer_overdue": {
    en: "What the applicant was asked for came too late: it was due before {respondBy}",
    zh: "申请方未在 {respondBy} 之前补齐所要求的资料",
  },
  "admission.qualification_found": {
    en: "{party} is {status:admission.qualification} on {asOf}",
    zh: "{party} 在 {asOf}：{status:admission.qualification}",
  },
  "admission.qualified_in_scope": {
    en: "As {kind:admission.kind} for {productGroup} in {territory}: {decision:admission.status}, so {status:admission.qualification}",
    zh: "{productGroup}、{territory}、{kind:admission.kind}：{decision:admission.status}，即{status:admission.qualification}",
  },
  "admission.qualification.qualified": { en: "qualified", zh: "有资格" },
  "admission.qualification.disqualified": { en: "disqualified", zh: "无资格" },
  "admission.qualification.in_progress": { en: "in progress", zh: "审批中" },
  "admission.qualification.lapsed": { en: "no longer qualified", zh: "资格已失效" },
  "admission.qualification.not_started": { en: "without a decision", zh: "尚无决定" },
  "admission.agents_ranked": {
    en: "Candidates ranked {ranked}, without a place {unranked} (scorecard {version}, recommended from {cutOff})",
    zh: "参与排名 {ranked} 家，未排名 {unranked} 家（评分表 {version}，推荐线 {cutOff}）",
  },
  "admission.agent_ranked": {
    en: "{rank}. {application}: {score}, recommended: {recommended}",
    zh: "第 {rank} 名 {application}：{score} 分，推荐：{recommended}",
  },
  "admission.agent_unranked": {
    en: "{application} has no place: {because:admission.unranked}; not rated: {missing}",
    zh: "{application} 未排名：{because:admission.unranked}；缺少评分：{missing}",
  },
  "admission.loyalty_index": { en: "Loyalty, from its components", zh: "忠诚度（由各组成部分计算）" },
  "admission.unranked.not_admitted": { en: "the hard rules are not passed", zh: "未达到硬性条件" },
  "admission.unranked.insufficient_data": { en: "ratings are missing", zh: "缺少评分" },
  "admission.unranked.unscorable": { en: "a rating has no meaning", zh: "评分不在量表之内" },
  "admission.unranked.knocked_out": { en: "below a knock-out", zh: "低于否决线" },
  "admission.dates_ahead": { en: "What the days after it bring", zh: "后续日期" },
  "admission.date_ahead": { en: "{date}: {event:admission.event} ({subject})", zh: "{date}：{event:admission.event}（{subject}）" },
} as const satisfies Catalogue;

/** Words of admission: rules, verdicts and what would have to change. */
export const admissionMessages = joinCatalogues(
  ownMessages,
  admissionRuleMessages,
  admissionPolicyMessages,
  admissionFaultMessages,
  admissionWordMessages,
  candidateMessages,
);

/** Codes of admission. */
export type AdmissionCode = keyof typeof admissionMessages;
