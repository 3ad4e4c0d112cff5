/** The conditions of a candidate's way. */
import { roomKit } from "../engine/room-kit.js";
import { compareDecimals } from "../kernel/decimal.js";
import type { CandidateTypes } from "./candidate-types.js";

const { guard } = roomKit<CandidateTypes>();

/** @internal */
export const candidateGuards = {
  design_approved: guard({
    title: { en: "the channel design is approved", zh: "渠道设计已批准" },
    needs: ["facts.designApproved"],
    test: ({ facts }) => facts.designApproved,
  }),
  on_strategy: guard({
    title: { en: "the strategy wants its kind", zh: "属于渠道策略允许的类型" },
    needs: ["data.kind", "facts.allowedKinds"],
    test: ({ data, facts }) => facts.allowedKinds.includes(data.kind),
  }),
  off_strategy: guard({
    title: { en: "the strategy does not want its kind", zh: "不属于渠道策略允许的类型" },
    needs: ["data.kind", "facts.allowedKinds"],
    test: ({ data, facts }) => !facts.allowedKinds.includes(data.kind),
  }),
  worth_pursuing: guard({
    title: { en: "screening says to pursue it", zh: "筛选结论为重点推进" },
    needs: ["event.verdict"],
    test: ({ event }) => event.verdict === "pursue",
  }),
  not_worth_it: guard({
    title: { en: "screening says to drop it", zh: "筛选结论为放弃" },
    needs: ["event.verdict"],
    test: ({ event }) => event.verdict === "drop",
  }),
  put_off: guard({
    title: { en: "screening puts it off", zh: "筛选结论为暂缓或备选" },
    needs: ["event.verdict"],
    test: ({ event }) => event.verdict === "not_now" || event.verdict === "reserve",
  }),
  left_open: guard({
    title: { en: "screening lacks data", zh: "筛选资料不全" },
    needs: ["event.verdict"],
    test: ({ event }) => event.verdict === "incomplete",
  }),
  interview_passed: guard({
    title: { en: "the interview was passed", zh: "面试通过" },
    needs: ["event.result"],
    test: ({ event }) => event.result === "passed",
  }),
  interview_failed: guard({
    title: { en: "the interview was failed", zh: "面试未通过" },
    needs: ["event.result"],
    test: ({ event }) => event.result === "failed",
  }),
  interview_again: guard({
    title: { en: "another interview is needed", zh: "需再次面试" },
    needs: ["event.result"],
    test: ({ event }) => event.result === "again",
  }),
  topics_covered: guard({
    title: { en: "every mandatory topic was covered", zh: "必修主题已全部完成" },
    needs: ["event.topics", "facts.mandatoryTopics"],
    test: ({ event, facts }) => facts.mandatoryTopics.every((topic) => event.topics.includes(topic)),
  }),
  test_passed: guard({
    title: { en: "the test reaches the minimum", zh: "测试达到最低要求" },
    needs: ["event.score", "facts.minimumCompetence"],
    test: ({ event, facts }) => compareDecimals(event.score, facts.minimumCompetence) >= 0,
  }),
  test_failed: guard({
    title: { en: "the test is below the minimum", zh: "测试低于最低要求" },
    needs: ["event.score", "facts.minimumCompetence"],
    test: ({ event, facts }) => compareDecimals(event.score, facts.minimumCompetence) < 0,
  }),
  test_left: guard({
    title: { en: "another test is allowed", zh: "尚可补考" },
    needs: ["data.testsFailed", "facts.maximumTests"],
    test: ({ data, facts }) => data.testsFailed + 1 < facts.maximumTests,
  }),
  no_test_left: guard({
    title: { en: "no further test is allowed", zh: "补考次数已用完" },
    needs: ["data.testsFailed", "facts.maximumTests"],
    test: ({ data, facts }) => data.testsFailed + 1 >= facts.maximumTests,
  }),
  competent: guard({
    title: { en: "the competence test was passed", zh: "胜任力测试已通过" },
    needs: ["data.competence"],
    test: ({ data }) => (data.competence === "untested" ? "unknown" : data.competence === "passed"),
  }),
  decided_for: guard({
    title: { en: "it was decided to take it on", zh: "决定吸纳" },
    needs: ["event.decision"],
    test: ({ event }) => event.decision !== "reject",
  }),
  decided_against: guard({
    title: { en: "it was decided to turn it down", zh: "决定不吸纳" },
    needs: ["event.decision"],
    test: ({ event }) => event.decision === "reject",
  }),
  as_evaluated: guard({
    title: { en: "the decision is that of the evaluation", zh: "决定与评估结论一致" },
    needs: ["event.verdict", "event.decision"],
    test: ({ event }) => (event.verdict === "undetermined" ? "unknown" : event.verdict === event.decision),
  }),
  deviation_approved: guard({
    title: { en: "the deviation has a ground, and somebody else approved it", zh: "偏离结论有理由并经他人批准" },
    needs: ["event.ground", "event.approver", "event.by"],
    test: ({ event }) => event.approver !== event.by,
  }),
  plan_approved: guard({
    title: { en: "the plan is approved", zh: "拓展计划已批准" },
    needs: ["facts.plan"],
    test: ({ facts }) => facts.plan === "approved",
  }),
  evaluation_holds: guard({
    title: { en: "the evaluation still holds", zh: "评估结论仍有效" },
    needs: ["event.asOf", "data.validUntil"],
    test: ({ event, data }) => event.asOf < data.validUntil,
  }),
  talks_running: guard({
    title: { en: "the talks have not lapsed", zh: "洽谈期限未过" },
    needs: ["event.asOf", "data.talksUntil"],
    test: ({ event, data }) => event.asOf < data.talksUntil,
  }),
  admitted: guard({
    title: { en: "it is admitted, or its kind needs no admission", zh: "已获准入，或该类型无需准入" },
    needs: ["facts.admission"],
    test: ({ facts: { admission } }) =>
      admission === "information_requested" || admission === "special_evaluation"
        ? "unknown"
        : admission === "admitted" || admission === "admitted_with_exceptions" || admission === "not_required",
  }),
  accepted: guard({
    title: { en: "it was accepted without conditions", zh: "评估结论为无条件吸纳" },
    needs: ["data.decision"],
    test: ({ data }) => data.decision === "accept",
  }),
  on_conditions: guard({
    title: { en: "it was accepted on conditions", zh: "评估结论为有条件吸纳" },
    needs: ["data.decision"],
    test: ({ data }) => data.decision === "conditional",
  }),
  conditions_met: guard({
    title: { en: "the conditions are met", zh: "所附条件已满足" },
    needs: ["facts.conditionsMet"],
    test: ({ facts }) => facts.conditionsMet,
  }),
  may_sign: guard({
    title: { en: "who signs may sign", zh: "签约人有签约权" },
    needs: ["event.by", "facts.signatories"],
    test: ({ event, facts }) => facts.signatories.includes(event.by),
  }),
  ground_given: guard({
    title: { en: "a ground is given", zh: "已写明理由" },
    needs: ["event.ground"],
    test: ({ event }) => event.ground !== "",
  }),
};
