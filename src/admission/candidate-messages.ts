import type { Catalogue } from "../kernel/message.js";
import { candidateFaultMessages } from "./candidate-fault-messages.js";
import { candidateStageMessages } from "./candidate-stage-messages.js";
import { recruitmentMessages } from "./recruitment-messages.js";

/** Words of candidates: how they are found, screened, compared and led to an application. @internal */
export const candidateMessages = {
  // what cannot be used
  ...candidateFaultMessages,

  // criteria
  "admission.criterion_unit.ratio": { en: "ratio", zh: "比例" },
  "admission.criterion_unit.years": { en: "years", zh: "年" },
  "admission.criterion_unit.count": { en: "count", zh: "个数" },
  "admission.criterion_unit.rating": { en: "rating, 0 to 100", zh: "评分（0 至 100）" },
  "admission.criterion_unit.answer": { en: "yes or no", zh: "是或否" },
  // what records give
  "admission.measures": { en: "From the records of {candidate}", zh: "依据 {candidate} 的资料" },
  "admission.measured": { en: "{criterion}: {value}", zh: "{criterion}：{value}" },
  "admission.not_measured": { en: "{criterion}: not known", zh: "{criterion}：未知" },
  "admission.facts_missing": { en: "Missing: {missing:admission.candidate_fact}", zh: "缺少：{missing:admission.candidate_fact}" },
  "admission.candidate_fact.establishedOn": { en: "the day it was established", zh: "成立日期" },
  "admission.candidate_fact.years": { en: "its business years", zh: "各年经营数据" },
  "admission.candidate_fact.lines": { en: "the other products it carries", zh: "经营的其他产品" },
  "admission.candidate_fact.customers": { en: "its customers by segment", zh: "客户构成" },
  "admission.candidate_fact.discount": { en: "the discount it asks for", zh: "要求的折扣" },
  "admission.candidate_fact.support": { en: "the support it asks for", zh: "要求的支持" },
  "admission.candidate_fact.creditDays": { en: "the days of credit it asks for", zh: "要求的账期" },
  "admission.candidate_fact.exclusivity": { en: "whether it asks to be the only one", zh: "是否要求独家" },
  "admission.measure_not_agreed": {
    en: "The policy does not say {part:admission.measure_part}",
    zh: "政策未约定{part:admission.measure_part}",
  },
  "admission.measure_part.record": { en: "which business years count", zh: "计入哪些经营年度" },
  "admission.measure_part.terms": { en: "what credit costs", zh: "资金成本" },
  "admission.measure_part.targetGroup": { en: "whom we want as customers", zh: "目标用户群体" },
  "admission.established_later": {
    en: "Established on {establishedOn}, which is after {asOf}",
    zh: "成立日期 {establishedOn} 晚于 {asOf}",
  },
  "admission.years_since": {
    en: "Full years from {establishedOn} to {asOf}: {value}",
    zh: "自 {establishedOn} 至 {asOf} 的整年数：{value}",
  },
  "admission.years_missing": {
    en: "{needed} years in a row are needed: {years} are missing",
    zh: "需要连续 {needed} 个年度：缺少 {years}",
  },
  "admission.years_too_old": {
    en: "The last year is {last}: it must not lie before {oldest}",
    zh: "最近年度为 {last}：不得早于 {oldest}",
  },
  "admission.growth_from_zero": { en: "No growth can be told: there was no revenue in {year}", zh: "无法计算增长：{year} 年没有营业收入" },
  "admission.growth_a_year": {
    en: "From {first} in {from} to {last} in {to}, over {years} years: {value} a year",
    zh: "由 {from} 年的 {first} 到 {to} 年的 {last}，历 {years} 年：年均 {value}",
  },
  "admission.profit_missing": { en: "The profit of {years} is not known", zh: "{years} 年的利润未知" },
  "admission.no_revenue": {
    en: "No share can be told: there was no revenue from {from} to {to}",
    zh: "无法计算占比：{from} 至 {to} 年没有营业收入",
  },
  "admission.profit_share": {
    en: "From {from} to {to}: profit {profit} of revenue {revenue}, {value}",
    zh: "{from} 至 {to} 年：营业收入 {revenue}，利润 {profit}，占 {value}",
  },
  "admission.lines_not_judged": { en: "Nobody has judged how {lines} stand to ours", zh: "尚未判定与我方产品的关系：{lines}" },
  "admission.lines_counted": {
    en: "{value} of {all} other lines are {relation:admission.line_relation}: {lines}",
    zh: "其他产品线 {all} 条，其中{relation:admission.line_relation} {value} 条：{lines}",
  },
  "admission.line_relation.competing": { en: "competing", zh: "竞争" },
  "admission.line_relation.complementary": { en: "complementary", zh: "互补" },
  "admission.customers_not_whole": {
    en: "The shares of its customers add up to {sum}, not 1",
    zh: "其客户构成的占比合计为 {sum}，而不是 1",
  },
  "admission.customers_shared": { en: "Customers shared with the target group: {value}", zh: "与目标用户群体重合：{value}" },
  "admission.segment_shared": {
    en: "{segment}: has {has}, wanted {wanted}, shared {value}",
    zh: "{segment}：其有 {has}，目标 {wanted}，重合 {value}",
  },
  "admission.terms_cost": { en: "The terms it asks for cost {value} of sales", zh: "所要求条件的成本占销售额 {value}" },
  "admission.terms_discount": { en: "Discount: {value}", zh: "折扣：{value}" },
  "admission.terms_support": { en: "Support: {value}", zh: "支持：{value}" },
  "admission.terms_credit": {
    en: "Credit of {days} days at {annualRate} a year of {daysPerYear} days: {value}",
    zh: "账期 {days} 天，年利率 {annualRate}（全年 {daysPerYear} 天）：{value}",
  },
  "admission.terms_exclusivity": { en: "Asks to be the only one: {value}", zh: "要求独家：{value}" },
  // scores and ranks
  "admission.candidate_score": { en: "Candidate {candidate}", zh: "候选成员 {candidate}" },
  "admission.ranking": {
    en: "{ranked} candidates ranked, {unranked} not (scorecard {version})",
    zh: "排名 {ranked} 家，未排名 {unranked} 家（评分表 {version}）",
  },
  "admission.ranked": { en: "{rank}. {candidate}: {score}, grade {grade}", zh: "第 {rank} 名：{candidate}，得分 {score}，等级 {grade}" },
  "admission.ranked_tied": {
    en: "{rank}. {candidate}, tied with {tiedWith}: {score}, grade {grade}",
    zh: "第 {rank} 名：{candidate}（与 {tiedWith} 并列），得分 {score}，等级 {grade}",
  },
  "admission.unranked": {
    en: "{candidate} is not ranked: {because:admission.unranked_because}",
    zh: "{candidate} 未排名：{because:admission.unranked_because}",
  },
  "admission.unranked_because.insufficient_data": { en: "data are lacking", zh: "资料不足" },
  "admission.unranked_because.unscorable": { en: "a value has no meaning on its scale", zh: "有数值无法计分" },
  "admission.unranked_because.other_version": { en: "scored by another scorecard", zh: "评分表版本不同" },
  "admission.unranked_because.knocked_out": { en: "below a knock-out", zh: "低于否决线" },
  // screening
  "admission.screening": {
    en: "{prospects} prospects screened, {pursued} to pursue (policy {version})",
    zh: "筛选潜在合作伙伴 {prospects} 家，重点推进 {pursued} 家（政策 {version}）",
  },
  "admission.screened": {
    en: "{candidate}: {verdict:admission.screening_verdict}",
    zh: "{candidate}：{verdict:admission.screening_verdict}",
  },
  "admission.screening_verdict.pursue": { en: "pursue", zh: "重点推进" },
  "admission.screening_verdict.not_now": { en: "not now", zh: "暂缓" },
  "admission.screening_verdict.reserve": { en: "keep in reserve", zh: "备选" },
  "admission.screening_verdict.drop": { en: "drop", zh: "放弃" },
  "admission.screening_verdict.incomplete": { en: "data are lacking", zh: "资料不全" },
  "admission.screening_verdict.off_strategy": { en: "off strategy", zh: "不符合渠道策略" },
  "admission.axis_found": {
    en: "{axis:admission.axis}: {standing:admission.axis_standing}, high from {from} on",
    zh: "{axis:admission.axis}：{standing:admission.axis_standing}（{from} 分起为高）",
  },
  "admission.axis.value": { en: "value of cooperation", zh: "合作价值" },
  "admission.axis.feasibility": { en: "feasibility", zh: "可行性" },
  "admission.axis_standing.high": { en: "high", zh: "高" },
  "admission.axis_standing.low": { en: "low", zh: "低" },
  "admission.axis_standing.open": { en: "not known", zh: "未知" },
  "admission.off_strategy": {
    en: "A {kind:entities.participant_kind} is off strategy {strategy}, which allows {allowed:entities.participant_kind}",
    zh: "{kind:entities.participant_kind}不符合渠道策略 {strategy}：允许的类型为{allowed:entities.participant_kind}",
  },
  // the decision
  "admission.candidate_decided": {
    en: "{candidate}: {decision:admission.candidate_decision} (scorecard {version})",
    zh: "{candidate}：{decision:admission.candidate_decision}（评分表 {version}）",
  },
  "admission.candidate_decision.accept": { en: "accept", zh: "吸纳" },
  "admission.candidate_decision.conditional": { en: "accept on conditions", zh: "有条件吸纳" },
  "admission.candidate_decision.reject": { en: "reject", zh: "不予吸纳" },
  "admission.candidate_decision.undetermined": { en: "undetermined", zh: "无法判断" },
  "admission.no_score": { en: "There is no score, for want of data", zh: "资料不足，没有评分" },
  "admission.knocked_out": { en: "Below a knock-out: {criteria}", zh: "低于否决线：{criteria}" },
  "admission.below_cut": {
    en: "The score is {score}, grade {grade} begins at {threshold}: {missing} are missing",
    zh: "得分 {score}，等级 {grade} 自 {threshold} 分起：差 {missing} 分",
  },
  // where a candidate stands
  ...candidateStageMessages,

  // sources, plans, standards, ways and dossiers
  ...recruitmentMessages,
} as const satisfies Catalogue;

/** Codes of candidates. */
export type CandidateCode = keyof typeof candidateMessages;
