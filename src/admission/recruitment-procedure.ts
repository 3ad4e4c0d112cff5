import type { ProcedureTemplate } from "../engine/procedure.js";
import { recruitmentProcedureMessages } from "./recruitment-procedure-messages.js";

/**
 * How members are recruited, from the strategy to the signature (招募程序). Recruiting follows the strategy; candidates are trained before
 * they are evaluated, which is another training than the one after signing; members are selected only when the channel design is there.
 * The document `channel_design` comes from outside, when it is approved.
 */
export const recruitmentProcedure: ProcedureTemplate = {
  code: "admission.recruitment_procedure",
  version: "1",
  title: recruitmentProcedureMessages["admission.recruitment_procedure"],
  source: "渠道招募与培训；选择渠道成员",
  objectives: [
    { en: "Members that are competent and cooperate well", zh: "合作伙伴能够胜任并与企业保持良好合作关系" },
    { en: "Dealers that fit the company's development and are feasible", zh: "挑选出符合公司发展需要和切实可行的经销商" },
  ],
  roles: {
    channel_manager: { en: "channel manager", zh: "渠道经理" },
    channel_specialist: { en: "channel specialist", zh: "渠道专员" },
  },
  documents: {
    channel_strategy: { en: "channel strategy", zh: "渠道策略" },
    market_research: { en: "market research", zh: "市场调研资料" },
    channel_design: { en: "approved channel design", zh: "已批准的渠道设计方案" },
    recruitment_plan: { en: "recruitment plan", zh: "招募计划" },
    prospect_list: { en: "list of prospects", zh: "潜在合作伙伴名单" },
    screening_report: { en: "screening report", zh: "筛选报告" },
    interview_record: { en: "interview record", zh: "面试记录" },
    training_record: { en: "record of candidate training", zh: "候选人培训记录" },
    competence_test: { en: "competence test", zh: "胜任力测试" },
    candidate_evaluation: { en: "candidate evaluation", zh: "候选成员评估报告" },
    cooperation_agreement: { en: "cooperation agreement", zh: "合作协议" },
    member_dossier: { en: "member dossier", zh: "渠道成员相关资料" },
  },
  stages: [
    {
      id: "strategy",
      title: { en: "Strategy", zh: "渠道策略" },
      steps: [
        {
          id: "settle_strategy",
          title: { en: "Settle the channel strategy", zh: "确定渠道策略" },
          owner: "channel_manager",
          outputs: [{ document: "channel_strategy" }],
        },
      ],
    },
    {
      id: "recruitment",
      title: { en: "Recruitment", zh: "渠道招募" },
      steps: [
        {
          id: "plan",
          title: { en: "Draw up the recruitment plan", zh: "制定渠道招募计划" },
          owner: "channel_specialist",
          inputs: ["channel_strategy", "market_research"],
          outputs: [{ document: "recruitment_plan" }],
          controlPoints: [{ en: "Whom to recruit, and in which order of priority", zh: "招募的对象和渠道的优先级" }],
          gate: {
            title: { en: "The plan is approved", zh: "招募计划批准" },
            rules: ["admission.plan_bound_to_strategy", "admission.plan_targets_on_strategy", "admission.plan_cites_research"],
            approvals: ["channel_manager"],
          },
        },
        {
          id: "find",
          title: { en: "Find prospects", zh: "寻找潜在渠道合作伙伴" },
          owner: "channel_specialist",
          execution: {
            en: "Attract prospects by advertising, recruiting, referral, trade fairs and nomination",
            zh: "通过广告、招聘、推荐、展会、提名等方式吸引潜在合作伙伴",
          },
          outputs: [{ document: "prospect_list" }],
        },
        {
          id: "screen",
          title: { en: "Screen prospects", zh: "评估和筛选潜在合作伙伴" },
          owner: "channel_specialist",
          inputs: ["prospect_list", "channel_design"],
          outputs: [{ document: "screening_report" }],
          controlPoints: [{ en: "Value of the cooperation, and its feasibility", zh: "合作价值和可行性" }],
        },
        {
          id: "interview",
          title: { en: "Interview candidates", zh: "面试候选合作伙伴" },
          owner: "channel_specialist",
          inputs: ["screening_report"],
          outputs: [{ document: "interview_record" }],
        },
      ],
    },
    {
      id: "training",
      title: { en: "Training", zh: "渠道培训" },
      steps: [
        {
          id: "train",
          title: { en: "Train candidates", zh: "培训候选合作伙伴" },
          owner: "channel_specialist",
          inputs: ["interview_record"],
          outputs: [{ document: "training_record" }],
        },
        {
          id: "test",
          title: { en: "Test their competence", zh: "测试胜任能力" },
          owner: "channel_specialist",
          inputs: ["training_record"],
          outputs: [{ document: "competence_test" }],
          gate: { title: { en: "Competence is proven", zh: "能够胜任" }, rules: ["admission.competence_proven"] },
        },
      ],
    },
    {
      id: "selection",
      title: { en: "Selection", zh: "选择渠道成员" },
      steps: [
        {
          id: "evaluate",
          title: { en: "Evaluate candidates", zh: "综合评估候选成员" },
          owner: "channel_specialist",
          inputs: ["competence_test"],
          outputs: [{ document: "candidate_evaluation" }],
          controlPoints: [
            { en: "Years in business, other products, growth and profit record", zh: "经商年数、经营的其他产品、成长和盈利记录" },
          ],
          gate: { title: { en: "The selection is approved", zh: "成员选择批准" }, approvals: ["channel_manager"] },
        },
        {
          id: "sign",
          title: { en: "Negotiate and sign", zh: "洽谈并签订合作协议" },
          owner: "channel_specialist",
          inputs: ["recruitment_plan", "candidate_evaluation"],
          outputs: [{ document: "cooperation_agreement" }, { document: "member_dossier" }],
        },
      ],
    },
  ],
};
