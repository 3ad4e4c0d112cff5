/** What must hold for a review to have a consequence, and for a member to rise or fall. */
import { addMonths, parseDate } from "../kernel/calendar-date.js";
import { checkCount, checkList, checkRecord } from "../kernel/check.js";
import { breachesIn, isEmpty, isFrom, isSaid, lists, reaches } from "./member-checks.js";
import { memberKit } from "./member-kit.js";
import { SAFETY_EVENT } from "./safety-event.js";

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
    test: ({ event, facts }) => reaches(event.score, "event.score", facts.promotionScore, "facts.promotionScore"),
  }),
  sales_enough: guard({
    title: { en: "the sales reach those of a good trial", zh: "销售额达到试销良好标准" },
    needs: ["event.sales", "facts.trialSalesMinimum"],
    test: ({ event, facts }) => reaches(event.sales, "event.sales", facts.trialSalesMinimum, "facts.trialSalesMinimum"),
  }),
  breaches_tolerable: guard({
    title: { en: "no more breaches than are tolerated", zh: "违约不超过容许次数" },
    needs: ["data.breaches", "facts.breachTolerance"],
    test: ({ data, facts }) => {
      const most = checkCount(facts.breachTolerance, "facts.breachTolerance", 0, Number.MAX_SAFE_INTEGER);
      const breaches = breachesIn(data.breaches);
      const established = breaches.filter(({ disputed }) => disputed !== true).length;
      return established > most ? false : breaches.length > most ? "unknown" : true;
    },
  }),
  grade_bad: guard({
    title: { en: "the grade is bad", zh: "评级为差" },
    needs: ["event.grade", "facts.badGrades"],
    test: ({ event, facts }) => lists(facts.badGrades, "facts.badGrades", event.grade),
  }),
  grade_fair: guard({
    title: { en: "the grade is not bad", zh: "评级不为差" },
    needs: ["event.grade", "facts.badGrades"],
    test: ({ event, facts }) => !lists(facts.badGrades, "facts.badGrades", event.grade),
  }),
  row_complete: guard({
    title: { en: "it completes the row of bad reviews", zh: "连续差评达到约定次数" },
    needs: ["data.badReviews", "facts.badReviewsInRow"],
    test: ({ data, facts }) => {
      const row = checkCount(facts.badReviewsInRow, "facts.badReviewsInRow", 2, Number.MAX_SAFE_INTEGER);
      return checkList(data.badReviews, "state.data.badReviews").length + 1 >= row;
    },
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
    test: ({ event, data }) => {
      const { agreementId } = checkRecord(event.agreement, "event.agreement");
      return isSaid(agreementId) && agreementId !== data.agreementId;
    },
  }),
  agreement_signed: guard({
    title: { en: "the new agreement is signed", zh: "新协议已签署" },
    needs: ["event.asOf", "event.agreement"],
    test: ({ event }) => {
      const { signedOn } = checkRecord(event.agreement, "event.agreement");
      return signedOn === undefined || signedOn === null
        ? "unknown"
        : isFrom(event.asOf, "event.asOf", signedOn, "event.agreement.signedOn");
    },
  }),
  agreement_in_time: guard({
    title: { en: "the new agreement is in force on or before the end of the trial", zh: "新协议最迟于试销期届满日生效" },
    needs: ["event.agreement", "data.trialEnd"],
    test: ({ event, data }) => startsBy(event.agreement, data.trialEnd, "state.data.trialEnd"),
  }),
  agreement_begun: guard({
    title: { en: "the new agreement is in force", zh: "新协议已生效" },
    needs: ["event.agreement", "event.asOf"],
    test: ({ event }) => startsBy(event.agreement, event.asOf, "event.asOf"),
  }),
  agent_admitted: guard({
    title: { en: "it is admitted as an agent", zh: "代理商准入通过" },
    needs: ["facts.agentAdmission"],
    test: ({ facts }) => facts.agentAdmission === "admitted" || facts.agentAdmission === "admitted_with_exceptions",
  }),
  sole_agent: guard({
    title: { en: "no other exclusive agent has the same area and product", zh: "同一区域与产品没有其他独家代理商" },
    needs: ["facts.rivalAgents"],
    test: ({ facts }) => isEmpty(facts.rivalAgents, "facts.rivalAgents"),
  }),
  no_bad_review: guard({
    title: { en: "the last review was not bad", zh: "最近评估不为差" },
    needs: ["data.badReviews"],
    test: ({ data }) => isEmpty(data.badReviews, "state.data.badReviews"),
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
      const months = checkCount(facts.strategicSafetyMonths, "facts.strategicSafetyMonths", 0, 1200);
      const since = addMonths(event.asOf, -months);
      const events = breachesIn(data.breaches).filter(({ kind }) => kind === SAFETY_EVENT);
      return !events.some(({ date }) => parseDate(date, "state.data.breaches") > since);
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
      const { floor, path } = floorOf(facts.levelFloors, at.level);
      return floor["floor"] === undefined ? "unknown" : !reaches(event.score, "event.score", floor["floor"], `${path}.floor`);
    },
  }),
  recovered: guard({
    title: { en: "the score reaches the recovery mark of the level", zh: "评分达到级别恢复线" },
    needs: ["event.score", "at.level", "facts.levelFloors"],
    test: ({ event, at, facts }) => {
      const { floor, path } = floorOf(facts.levelFloors, at.level);
      return floor["recovery"] === undefined ? "unknown" : reaches(event.score, "event.score", floor["recovery"], `${path}.recovery`);
    },
  }),
  below_often: guard({
    title: { en: "so many reviews were below the floor", zh: "低于下限的评估达到约定次数" },
    needs: ["data.reviewsBelow", "facts.demotionReviews"],
    test: ({ data, facts }) => {
      const reviews = checkCount(facts.demotionReviews, "facts.demotionReviews", 1, Number.MAX_SAFE_INTEGER);
      return checkCount(data.reviewsBelow, "state.data.reviewsBelow", 0, Number.MAX_SAFE_INTEGER) >= reviews;
    },
  }),
};

function startsBy(agreement: unknown, day: unknown, path: string): boolean | "unknown" {
  const { start } = checkRecord(agreement, "event.agreement");
  return start === undefined || start === null ? "unknown" : isFrom(day, path, start, "event.agreement.start");
}

/** The floors of a level; none where the policy does not give them. */
function floorOf(floors: unknown, level: string) {
  const path = `facts.levelFloors.${level}`;
  const given = checkRecord(floors, "facts.levelFloors")[level];
  return { floor: given === undefined ? {} : checkRecord(given, path), path };
}
