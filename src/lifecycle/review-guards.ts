/** What must hold for a review to have a consequence, and for a member to rise or fall. */
import { addMonths, type CalendarDate } from "../kernel/calendar-date.js";
import { compareDecimals } from "../kernel/decimal.js";
import { isSaid } from "./check-member.js";
import { memberKit } from "./member-kit.js";
import type { LevelFloor, MemberPolicy } from "./member-policy.js";
import type { MemberLevel } from "./member-state.js";
import { SAFETY_EVENT } from "./suspension-scope.js";

const { guard } = memberKit;

/** @internal */
export const reviewGuards = {
  in_relationship: guard({
    title: { en: "the relationship runs", zh: "合作关系存续" },
    needs: ["at.relationship"],
    test: ({ at }) => at.relationship === "trial" || at.relationship === "active",
  }),
  in_active: guard({
    title: { en: "the member is active", zh: "成员处于合作中" },
    needs: ["at.relationship"],
    test: ({ at }) => at.relationship === "active",
  }),
  standing_good: guard({
    title: { en: "the standing is good", zh: "合作状况良好" },
    needs: ["at.standing"],
    test: ({ at }) => at.standing === "good",
  }),
  score_promotes: guard({
    title: { en: "the score reaches that of a good trial", zh: "评分达到试销良好标准" },
    needs: ["event.score", "facts.promotionScore"],
    test: ({ event, facts }) => compareDecimals(event.score, facts.promotionScore) >= 0,
  }),
  sales_enough: guard({
    title: { en: "the sales reach those of a good trial", zh: "销售额达到试销良好标准" },
    needs: ["event.sales", "facts.trialSalesMinimum"],
    test: ({ event, facts }) => compareDecimals(event.sales, facts.trialSalesMinimum) >= 0,
  }),
  breaches_tolerable: guard({
    title: { en: "no more breaches than are tolerated", zh: "违约不超过容许次数" },
    needs: ["data.breaches", "facts.breachTolerance"],
    test: ({ data, facts }) => {
      const established = data.breaches.filter(({ disputed }) => disputed !== true).length;
      return established > facts.breachTolerance ? false : data.breaches.length > facts.breachTolerance ? "unknown" : true;
    },
  }),
  grade_bad: guard({
    title: { en: "the grade is bad", zh: "评级为差" },
    needs: ["event.grade", "facts.badGrades"],
    test: ({ event, facts }) => facts.badGrades.includes(event.grade),
  }),
  grade_fair: guard({
    title: { en: "the grade is not bad", zh: "评级不为差" },
    needs: ["event.grade", "facts.badGrades"],
    test: ({ event, facts }) => !facts.badGrades.includes(event.grade),
  }),
  /** A review that comes out better on appeal may be offered again. */
  review_new: guard({
    title: { en: "it is no bad review that is counted already", zh: "不是已计入的差评" },
    needs: ["event.reviewId", "event.grade", "data.badReviews", "facts.badGrades"],
    test: ({ event, data, facts }) => !(data.badReviews.includes(event.reviewId) && facts.badGrades.includes(event.grade)),
  }),
  breach_new: guard({
    title: { en: "the breach is not on record yet", zh: "该项违约尚未登记" },
    needs: ["event.breach", "data.breaches"],
    test: ({ event, data }) => !data.breaches.some(({ id }) => id === event.breach.id),
  }),
  breach_disputed: guard({
    title: { en: "the breach is on record, and in dispute", zh: "该项违约已登记且存在争议" },
    needs: ["event.breachId", "data.breaches"],
    test: ({ event, data }) => data.breaches.some(({ id, disputed }) => id === event.breachId && disputed === true),
  }),
  row_complete: guard({
    title: { en: "it completes the row of bad reviews", zh: "连续差评达到约定次数" },
    needs: ["data.badReviews", "facts.badReviewsInRow"],
    test: ({ data, facts }) => data.badReviews.length + 1 >= facts.badReviewsInRow,
  }),
  row_means_remediation: guard({
    title: { en: "the policy answers the row with a remediation", zh: "制度规定连续差评应整改" },
    needs: ["facts.badReviewAction"],
    test: ({ facts }) => facts.badReviewAction === "remediation",
  }),
  row_means_demotion: guard({
    title: { en: "the policy answers the row with a demotion", zh: "制度规定连续差评应降级" },
    needs: ["facts.badReviewAction"],
    test: ({ facts }) => facts.badReviewAction === "demotion",
  }),
  row_means_elimination: guard({
    title: { en: "the policy answers the row with elimination", zh: "制度规定连续差评应淘汰" },
    needs: ["facts.badReviewAction"],
    test: ({ facts }) => facts.badReviewAction === "elimination",
  }),
  performance_good: guard({
    title: { en: "the trial went well", zh: "试销期表现良好" },
    needs: ["data.performance"],
    test: ({ data }) => data.performance === "good",
  }),
  maker_evaluation_passed: guard({
    title: { en: "the manufacturer's evaluation is passed", zh: "厂家评估通过" },
    needs: ["data.makerEvaluation"],
    test: ({ data }) => data.makerEvaluation === "passed",
  }),
  agreement_new: guard({
    title: { en: "the agreement is a new one", zh: "为新签协议" },
    needs: ["event.agreement", "data.agreementId"],
    test: ({ event, data }) => isSaid(event.agreement.agreementId) && event.agreement.agreementId !== data.agreementId,
  }),
  agreement_signed: guard({
    title: { en: "the new agreement is signed", zh: "新协议已签署" },
    needs: ["event.asOf", "event.agreement"],
    test: ({ event }) => isBy(event.agreement.signedOn, event.asOf),
  }),
  agreement_in_time: guard({
    title: { en: "the new agreement is in force on or before the end of the trial", zh: "新协议最迟于试销期届满日生效" },
    needs: ["event.agreement", "data.trialEnd"],
    test: ({ event, data }) => isBy(event.agreement.start, data.trialEnd),
  }),
  agreement_begun: guard({
    title: { en: "the new agreement is in force", zh: "新协议已生效" },
    needs: ["event.agreement", "event.asOf"],
    test: ({ event }) => isBy(event.agreement.start, event.asOf),
  }),
  agreement_runs: guard({
    title: { en: "the new agreement, where it has an end, is not over", zh: "新协议如有截止日，尚未届满" },
    needs: ["event.asOf", "event.agreement"],
    test: ({ event: { asOf, agreement } }) =>
      agreement.end === undefined || agreement.end === null || (agreement.end > asOf && agreement.end > agreement.start),
  }),
  agent_admitted: guard({
    title: { en: "it is admitted as an agent", zh: "代理商准入通过" },
    needs: ["facts.agentAdmission"],
    test: ({ facts }) => facts.agentAdmission === "admitted" || facts.agentAdmission === "admitted_with_exceptions",
  }),
  sole_agent: guard({
    title: { en: "no other exclusive agent has the same area and product", zh: "同一区域与产品没有其他独家代理商" },
    needs: ["facts.rivalAgents"],
    test: ({ facts }) => facts.rivalAgents.length === 0,
  }),
  no_bad_review: guard({
    title: { en: "the last review was not bad", zh: "最近评估不为差" },
    needs: ["data.badReviews"],
    test: ({ data }) => data.badReviews.length === 0,
  }),
  quality_stable: guard({
    title: { en: "quality is stable", zh: "质量稳定" },
    needs: ["facts.qualityStable"],
    test: ({ facts }) => facts.qualityStable,
  }),
  service_stable: guard({
    title: { en: "service is stable", zh: "服务稳定" },
    needs: ["facts.serviceStable"],
    test: ({ facts }) => facts.serviceStable,
  }),
  risk_analysis_approved: guard({
    title: { en: "the risk analysis is approved", zh: "风险分析已批准" },
    needs: ["facts.riskAnalysisApproved"],
    test: ({ facts }) => facts.riskAnalysisApproved,
  }),
  product_analysis_approved: guard({
    title: { en: "the product analysis is approved", zh: "产品分析已批准" },
    needs: ["facts.productAnalysisApproved"],
    test: ({ facts }) => facts.productAnalysisApproved,
  }),
  safety_clean: guard({
    title: { en: "no safety event lies within the months that count", zh: "约定月数内无安全事件" },
    needs: ["event.asOf", "data.breaches", "facts.strategicSafetyMonths"],
    test: ({ event, data, facts }) => {
      const since = addMonths(event.asOf, -facts.strategicSafetyMonths);
      return !data.breaches.some(({ kind, date }) => kind === SAFETY_EVENT && date > since);
    },
  }),
  was_distributor: guard({
    title: { en: "its level below was distributor", zh: "原级别为分销商" },
    needs: ["data.baseLevel"],
    test: ({ data }) => data.baseLevel === "distributor",
  }),
  was_agent: guard({
    title: { en: "its level below was agent", zh: "原级别为代理商" },
    needs: ["data.baseLevel"],
    test: ({ data }) => data.baseLevel === "agent",
  }),
  below_floor: guard({
    title: { en: "the score is below the floor of the level", zh: "评分低于级别下限" },
    needs: ["event.score", "at.level", "facts.levelFloors"],
    test: ({ event, at, facts }) => {
      const floor = floorOf(facts.levelFloors, at.level)?.floor;
      return floor === undefined ? "unknown" : compareDecimals(event.score, floor) < 0;
    },
  }),
  recovered: guard({
    title: { en: "the score reaches the recovery mark of the level", zh: "评分达到级别恢复线" },
    needs: ["event.score", "at.level", "facts.levelFloors"],
    test: ({ event, at, facts }) => {
      const recovery = floorOf(facts.levelFloors, at.level)?.recovery;
      return recovery === undefined ? "unknown" : compareDecimals(event.score, recovery) >= 0;
    },
  }),
  below_often: guard({
    title: { en: "so many reviews were below the floor", zh: "低于下限的评估达到约定次数" },
    needs: ["data.reviewsBelow", "facts.demotionReviews"],
    test: ({ data, facts }) => data.reviewsBelow >= facts.demotionReviews,
  }),
};

/** Whether a date is there and not after another. */
function isBy(date: CalendarDate | null | undefined, last: CalendarDate): boolean | "unknown" {
  return date === undefined || date === null ? "unknown" : date <= last;
}

/** The floor of a level; none where the policy does not give it. */
function floorOf(floors: MemberPolicy["levelFloors"], level: MemberLevel): LevelFloor | undefined {
  return level === "agent" || level === "strategic_partner" ? floors[level] : undefined;
}
