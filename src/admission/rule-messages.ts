import type { Catalogue } from "../kernel/message.js";

/** Words of the rules: what must hold, and what is. */
export const admissionRuleMessages = {
  "admission.capital_sufficient": {
    en: "Registered capital is {actual}, at least {required} is required",
    zh: "注册资金为 {actual}，要求不低于 {required}",
  },
  "admission.experience_sufficient": {
    en: "Years of selling in the industry or with like products: {actual}, at least {required} are required",
    zh: "同行业或同类产品销售经验为 {actual} 年，要求不少于 {required} 年",
  },
  "admission.origin_recognised": {
    en: "Comes by a recognised route, which is {routes}: {actual:admission.origin}; nominations: {nominations}",
    zh: "来源符合要求（{routes}）：{actual:admission.origin}；提名：{nominations}",
  },
  "admission.breach_free": {
    en: "Breaches of contract on record: {actual}, at most {required} are allowed",
    zh: "违约记录为 {actual} 起，允许不超过 {required} 起",
  },
  "admission.credit_sufficient": {
    en: "Credit standing is {actual}, at least {required} is required",
    zh: "信用状况为 {actual}，要求不低于 {required}",
  },
  "admission.financial_credit_sufficient": {
    en: "Financial credit is {actual}, at least {required} is required",
    zh: "财务资信度为 {actual}，要求不低于 {required}",
  },
  "admission.sales_capacity_sufficient": {
    en: "Sales capacity per {per:admission.per} ({basis:admission.basis}) is {actual}, at least {required} is required",
    zh: "销售能力（每{per:admission.per}，{basis:admission.basis}）为 {actual}，要求不低于 {required}",
  },
  "admission.no_wilful_arrears": {
    en: "Suppliers left unpaid on purpose: {actual}, none is allowed; other arrears {other}",
    zh: "故意拖欠供货商货款记录为 {actual} 起，要求没有；其他拖欠 {other} 起",
  },
  "admission.cash_flow_sufficient": {
    en: "Cash flow per {per:admission.per} ({basis:admission.basis}) is {actual}, at least {required} is required",
    zh: "现金流量（每{per:admission.per}，{basis:admission.basis}）为 {actual}，要求不少于 {required}",
  },
  "admission.turnover_sufficient": {
    en: "Turnover of working capital per {per:admission.per} is {actual}, {wanted}",
    zh: "运作资金流转率（每{per:admission.per}）为 {actual}，{wanted}",
  },
  "admission.tax_registered": {
    en: "Tax registration is proven: document {documentId}, valid until {expiresOn}",
    zh: "税务登记有证明：文件 {documentId}，有效期至 {expiresOn}",
  },
  "admission.business_registered": {
    en: "Business registration is proven: document {documentId}, valid until {expiresOn}",
    zh: "工商登记有证明：文件 {documentId}，有效期至 {expiresOn}",
  },
  "admission.bank_account_proven": {
    en: "Bank account is proven: document {documentId}, valid until {expiresOn}",
    zh: "银行账户有证明：文件 {documentId}，有效期至 {expiresOn}",
  },
  "admission.property_mortgageable": {
    en: "Free value of mortgageable real estate is {actual}, above nothing and at least {required} is required",
    zh: "可抵押不动产的可用价值为 {actual}，须大于零且不低于 {required}",
  },
  "admission.team_described": { en: "Members of the team described in full: {actual}", zh: "团队成员资料详实，共 {actual} 人" },
  "admission.management_described": { en: "Management team and management system are described", zh: "主体管理资料齐全" },
  "admission.sales_plan_complete": {
    en: "The sales plan speaks of products, market and volumes",
    zh: "销售计划包括产品、市场状况和销量",
  },
  "admission.feasibility_analysed": {
    en: "The plan was analysed for the near or the long term",
    zh: "已对近期或远期计划作市场可行性分析",
  },
  "admission.report_submitted": { en: "The written report was handed in on {submittedOn}", zh: "书面报告已递交：{submittedOn}" },
  "admission.outlets_sufficient": {
    en: "Outlet network, {measure:admission.fact}: {actual}, at least {required} is required",
    zh: "网点（{measure:admission.fact}）为 {actual}，要求不少于 {required}",
  },
  "admission.vacancy_open": {
    en: "The outlet plan has a place left: {occupied} of {planned} are taken",
    zh: "网点规划尚有名额：规划 {planned} 家，已有 {occupied} 家",
  },
  "admission.special_score_sufficient": {
    en: "Score of the special evaluation is {actual}, at least {required} is required",
    zh: "特殊评估得分为 {actual}，要求不低于 {required}",
  },
  "admission.reviewers_impartial": {
    en: "Nobody with a declared interest takes part in the decision",
    zh: "没有利益相关人参与审批",
  },
} as const satisfies Catalogue;

/** Codes of the rules that the library brings. A host's own criteria have codes of its own. */
export type AdmissionRuleCode = keyof typeof admissionRuleMessages;
