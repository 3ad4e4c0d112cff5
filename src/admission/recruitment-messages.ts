import type { Catalogue } from "../kernel/message.js";
import { recruitmentProcedureMessages } from "./recruitment-procedure-messages.js";

/** Words of recruiting: sources, plans, standards, procedures, ways and dossiers. @internal */
export const recruitmentMessages = {
  // sources
  "admission.source_conversions": { en: "{recorded} prospects from {sources} sources", zh: "{sources} 个来源，潜在合作伙伴 {recorded} 家" },
  "admission.source_conversion": {
    en: "{source}: {signed} of {recorded} signed, {rate}; rejected {rejected}, withdrawn {withdrawn}, still open {open}",
    zh: "{source}：{recorded} 家中签约 {signed} 家，转化率 {rate}；未通过 {rejected}，放弃 {withdrawn}，进行中 {open}",
  },
  "admission.source_no_rate": {
    en: "{source}: {signed} of {recorded} on record signed, no rate: {because:admission.no_rate}",
    zh: "{source}：记录在案 {recorded} 家，签约 {signed} 家，无转化率：{because:admission.no_rate}",
  },
  "admission.no_rate.no_prospects": { en: "it brought nobody", zh: "没有带来潜在合作伙伴" },
  "admission.no_rate.found_not_known": { en: "how many were found is not known", zh: "接触总数未知" },
  "admission.source_not_known": {
    en: "Source not known: {recorded}, of which {signed} signed",
    zh: "来源未知：{recorded} 家，其中签约 {signed} 家",
  },
  // plans
  "admission.plan_bound_to_strategy": { en: "The plan is bound to the strategy given", zh: "计划与所附渠道策略一致" },
  "admission.plan_cites_research": { en: "The plan cites market research", zh: "计划引用了市场调研" },
  "admission.plan_has_targets": { en: "The plan says whom to recruit", zh: "计划写明招募对象" },
  "admission.plan_names_sources": { en: "The plan names sources, and they are known", zh: "计划写明来源，且来源均在册" },
  "admission.plan_targets_in_period": { en: "Every target is due on a day of the plan", zh: "各目标的期限均在计划期内" },
  "admission.plan_targets_on_strategy": { en: "Every target is of a kind that the strategy allows", zh: "各目标均属渠道策略允许的类型" },
  "admission.plan_judged": { en: "Plan {plan}: {status:admission.plan_status}", zh: "计划 {plan}：{status:admission.plan_status}" },
  "admission.plan_status.ready": { en: "ready to be submitted", zh: "可以提交" },
  "admission.plan_status.incomplete": { en: "incomplete", zh: "不完整" },
  "admission.plan_status.faulty": { en: "faulty", zh: "有误" },
  "admission.recruitment_progress": {
    en: "Plan {plan} on {asOf}: {recruited} of {planned} recruited",
    zh: "计划 {plan}，截至 {asOf}：计划招募 {planned} 家，实际 {recruited} 家",
  },
  "admission.target_progress": {
    en: "{kind:entities.participant_kind} in {territory} by {dueOn}: {recruited} of {planned}, {status:admission.target_status}",
    zh: "{territory}，{kind:entities.participant_kind}，期限 {dueOn}：计划 {planned}，实际 {recruited}，{status:admission.target_status}",
  },
  "admission.target_status.filled": { en: "filled", zh: "已完成" },
  "admission.target_status.open": { en: "open", zh: "进行中" },
  "admission.target_status.overdue": { en: "overdue", zh: "已逾期" },
  "admission.recruit_outside": {
    en: "{candidate} counts for no target: {because:admission.outside_because}",
    zh: "{candidate} 不计入任何目标：{because:admission.outside_because}",
  },
  "admission.prospect_ranking": {
    en: "Plan {plan}: {ranked} prospects in order of priority, {outside} outside the plan",
    zh: "计划 {plan}：按优先级排序 {ranked} 家，计划外 {outside} 家",
  },
  "admission.prospect_ranked": {
    en: "{rank}. {prospect}: {kind:entities.participant_kind} for {territory}, priority {priority}",
    zh: "第 {rank} 位：{prospect}，{territory}的{kind:entities.participant_kind}，优先级 {priority}",
  },
  "admission.prospect_outside": {
    en: "{prospect} is outside the plan: {because:admission.outside_because}",
    zh: "{prospect} 不在计划内：{because:admission.outside_because}",
  },
  "admission.outside_because.no_target": { en: "no target asks for it", zh: "没有对应的目标" },
  "admission.outside_because.territory_not_known": { en: "its territory is not known", zh: "所属区域未知" },
  "admission.outside_because.not_in_period": { en: "not signed in the period of the plan", zh: "签约日不在计划期内" },
  "admission.outside_because.not_yet": { en: "signed after the day of the comparison", zh: "签约日晚于统计日" },
  // standards and procedures
  ...recruitmentProcedureMessages,
  "admission.no_standard_for_kind": {
    en: "Cannot find a standard for {kind:entities.participant_kind}: there are standards for {known:entities.participant_kind}",
    zh: "找不到{kind:entities.participant_kind}的招募标准：已有{known:entities.participant_kind}的标准",
  },
  "admission.competence_proven": { en: "Competence is proven by the test", zh: "经测试能够胜任" },
  // dealer or own store
  "admission.modes_compared": {
    en: "Break-even at {breakEven} units; the store of our own is cheaper: {ownStoreCheaper:admission.own_store_cheaper}",
    zh: "盈亏平衡销量 {breakEven}；自营门店更省：{ownStoreCheaper:admission.own_store_cheaper}",
  },
  "admission.own_store_cheaper.above": { en: "above it", zh: "销量高于此时" },
  "admission.own_store_cheaper.below": { en: "below it", zh: "销量低于此时" },
  "admission.own_store_cheaper.always": { en: "always", zh: "始终" },
  "admission.own_store_cheaper.never": { en: "never", zh: "从不" },
  "admission.own_store_cheaper.equal": { en: "both cost the same", zh: "两者相同" },
  "admission.mode_cost": {
    en: "{mode:admission.mode}: {fixed} and {units} units at {perUnit}, {cost} {currency}",
    zh: "{mode:admission.mode}：固定 {fixed}，{units} 件，每件 {perUnit}，计 {cost} {currency}",
  },
  "admission.mode.dealer": { en: "dealer", zh: "经销商" },
  "admission.mode.own_store": { en: "store of our own", zh: "自营门店" },
  "admission.volume_not_known": { en: "The expected volume is not known", zh: "预计销量未知" },
  // dossiers
  "admission.dossier_judged": {
    en: "Dossier {dossier}: {status:admission.dossier_status} (policy {version})",
    zh: "资料 {dossier}：{status:admission.dossier_status}（政策 {version}）",
  },
  "admission.dossier_status.complete": { en: "complete", zh: "完整" },
  "admission.dossier_status.incomplete": { en: "incomplete", zh: "不完整" },
  "admission.dossier_section_missing": { en: "Missing: {section}", zh: "缺少：{section}" },
  "admission.dossier_field_missing": { en: "Missing in {section}: {field}", zh: "{section}缺少：{field}" },
  "admission.dossier_entry_missing": { en: "Missing in {section}, entry {entry}: {field}", zh: "{section}第 {entry} 项缺少：{field}" },
} as const satisfies Catalogue;
