import type { Catalogue } from "../kernel/message.js";
import { performanceProcedureMessages } from "./procedure-messages.js";

/** Words of performance: indicators, scorecards, grades and reviews. */
export const performanceMessages = {
  ...performanceProcedureMessages,
  "performance.indicators": { en: "Indicators: {known} of {all} are known", zh: "指标：共 {all} 项，已知 {known} 项" },
  "performance.indicator.value": { en: "{indicator}: {value}", zh: "{indicator}：{value}" },
  "performance.indicator.missing": { en: "{indicator}: not known, {missing} is missing", zh: "{indicator}：未知，缺少 {missing}" },
  "performance.indicator.no_base": {
    en: "{indicator}: not known, there is nothing to divide by",
    zh: "{indicator}：未知，没有可作分母的基数",
  },
  "performance.members": {
    en: "Members in {period}: {ranked} ranked, {unranked} without a place (scorecard {version})",
    zh: "{period} 成员评分：{ranked} 家参与排名，{unranked} 家未排名（评分表 {version}）",
  },
  "performance.member": { en: "{member} (criteria agreed in time: {binding})", zh: "{member}（考核标准已事先达成共识：{binding}）" },
  "performance.member_prorated": {
    en: "{member}, new: {days} of {whole} days brought up to the whole period (criteria agreed in time: {binding})",
    zh: "{member}（新成员，在期 {days} 天，按全期 {whole} 天折算；考核标准已事先达成共识：{binding}）",
  },
  "performance.members_over_periods": {
    en: "Members over several periods: {ranked} ranked, {unranked} without a place (scorecard {version})",
    zh: "成员多期评分：{ranked} 家参与排名，{unranked} 家未排名（评分表 {version}）",
  },
  "performance.member_over_periods": { en: "{member}", zh: "{member}" },
  "performance.tier": {
    en: "Tier {tier} ({movement:performance.movement}), next tier {next}, next review on {nextReviewOn}",
    zh: "级别 {tier}（{movement:performance.movement}），更高一级为 {next}，下次复核日 {nextReviewOn}",
  },
  "performance.tier_kept": {
    en: "Tier {tier} is kept: {because:performance.kept} (reviews below in a row: {reviewsBelow}), next review on {nextReviewOn}",
    zh: "保留级别 {tier}：{because:performance.kept}（连续未达标 {reviewsBelow} 次），下次复核日 {nextReviewOn}",
  },
  "performance.movement.promoted": { en: "promoted", zh: "晋升" },
  "performance.movement.kept": { en: "kept", zh: "保持" },
  "performance.movement.demoted": { en: "demoted", zh: "降级" },
  "performance.kept.margin": { en: "the values are within the margin", zh: "指标在容差之内" },
  "performance.kept.window": { en: "it earned the tier within the months that count", zh: "在有效月份内曾达标" },
  "performance.kept.count": { en: "not below it often enough", zh: "连续未达标次数不足" },
  "performance.kept.stay": { en: "the minimum stay is not over", zh: "最短保级期未满" },
  "performance.kept.unknown": { en: "a value is not known", zh: "有指标未知" },
  "performance.tier_judged": { en: "{tier}: {status:performance.tier_status}", zh: "{tier}：{status:performance.tier_status}" },
  "performance.tier_status.met": { en: "earned", zh: "达到" },
  "performance.tier_status.unmet": { en: "not earned", zh: "未达到" },
  "performance.tier_status.unknown": { en: "cannot be told", zh: "无法判定" },
  "performance.tier_need": {
    en: "{metric} is {value}, needed {needed}, missing {missing}",
    zh: "{metric} 为 {value}，需 {needed}，差 {missing}",
  },
  "performance.tier_need_met": { en: "{metric} is {value}, needed {needed}", zh: "{metric} 为 {value}，需 {needed}，已满足" },
  "performance.review": {
    en: "Review {review} of {member}: score {score}, grade {grade}, {form:performance.form}",
    zh: "考核 {review}，成员 {member}：得分 {score}，等级 {grade}，{form:performance.form}",
  },
  "performance.review_unscored": {
    en: "Review {review} of {member}: no score, {form:performance.form}",
    zh: "考核 {review}，成员 {member}：无法评分，{form:performance.form}",
  },
  "performance.form.joint": { en: "held together with the member", zh: "与成员共同评估" },
  "performance.form.unilateral": { en: "unilateral", zh: "单方评估" },
  "performance.effect": { en: "{type:performance.consequence}: {trigger}", zh: "{type:performance.consequence}：{trigger}" },
  "performance.withheld": {
    en: "Nothing follows from “{trigger}”: {because:performance.withheld_because}",
    zh: "“{trigger}”不产生后果：{because:performance.withheld_because}",
  },
  "performance.consequence.warn": { en: "warn", zh: "警告" },
  "performance.consequence.rectify": { en: "rectify", zh: "限期整改" },
  "performance.consequence.downgrade": { en: "downgrade", zh: "降级" },
  "performance.consequence.eliminate": { en: "eliminate", zh: "淘汰" },
  "performance.consequence.reward": { en: "reward", zh: "奖励" },
  "performance.consequence.promote": { en: "promote", zh: "晋升" },
  "performance.withheld_because.not_agreed": { en: "the criteria were not agreed before the period", zh: "考核标准未在期初前达成共识" },
  "performance.withheld_because.appeal_open": { en: "an appeal is open", zh: "申诉尚未处理" },
  "performance.withheld_because.appeal_upheld": { en: "the appeal was upheld", zh: "申诉成立" },
  "performance.withheld_because.conflict": {
    en: "it would rise and fall at once, so it keeps its level",
    zh: "升降条件同时成立，保持原级别",
  },
  "performance.withheld_because.milder": { en: "a more severe penalty follows", zh: "已适用更重的处理" },
  "performance.outside_territory": {
    en: "Cannot review {member}: the office {office} may not review in {territory}",
    zh: "无法考核 {member}：办事处 {office} 无权在 {territory} 考核",
  },
  "performance.due_reviews": { en: "Reviews on {asOf}: {count}", zh: "{asOf} 待考核：{count} 项" },
  "performance.due_review": {
    en: "{member}: {dueOn}, {status:performance.due_status} ({overdueDays} days late)",
    zh: "{member}：{dueOn}，{status:performance.due_status}（逾期 {overdueDays} 天）",
  },
  "performance.due_status.coming": { en: "coming", zh: "即将到期" },
  "performance.due_status.due": { en: "due", zh: "到期" },
  "performance.due_status.overdue": { en: "overdue", zh: "已逾期" },
  "performance.next_grade": {
    en: "From grade {grade} to {next}: {missing} points are missing",
    zh: "从等级 {grade} 升至 {next}：差 {missing} 分",
  },
  "performance.next_grade_none": { en: "Grade {grade} is the highest", zh: "等级 {grade} 已是最高" },
  "performance.contributions": { en: "Contributions of {count} members add up to {share}", zh: "{count} 家成员的贡献度合计 {share}" },
  "performance.contribution": { en: "{member}: {share} ({amount})", zh: "{member}：{share}（{amount}）" },
  "performance.channels": { en: "Channels in {period}: {count}", zh: "{period} 渠道评估：{count} 个" },
  "performance.channel": {
    en: "{channel}: score {score}, grade {grade} ({scored} members, {unscored} without a score)",
    zh: "{channel}：得分 {score}，等级 {grade}（{scored} 家成员参与，{unscored} 家无评分）",
  },
  "performance.suggestion": {
    en: "{suggestion}: {status:performance.suggestion_status}",
    zh: "{suggestion}：{status:performance.suggestion_status}",
  },
  "performance.suggestion_status.open": { en: "open", zh: "待定" },
  "performance.suggestion_status.accepted": { en: "accepted", zh: "已采纳" },
  "performance.suggestion_status.rejected": { en: "rejected", zh: "未采纳" },
  "performance.objective_unmapped": { en: "The objective “{objective}” has no indicator", zh: "目标“{objective}”没有对应的考核指标" },
  "performance.objective_unknown": {
    en: "Nobody is appraised by “{indicator}”, the indicator of the objective “{objective}”",
    zh: "目标“{objective}”对应的指标“{indicator}”未列入考核",
  },
  "performance.objective_target": {
    en: "The objective “{objective}” aims at {target}, the appraisal by “{indicator}” at {appraisal}",
    zh: "目标“{objective}”为 {target}，考核指标“{indicator}”为 {appraisal}",
  },
} as const satisfies Catalogue;

/** Codes of performance. */
export type PerformanceCode = keyof typeof performanceMessages;
