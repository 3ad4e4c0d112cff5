import type { ProcedureTemplate } from "../engine/procedure.js";
import { performanceProcedureMessages } from "./procedure-messages.js";

/**
 * Channel performance management (渠道绩效管理), the third stage of the sales process, as a round that comes again every period: criteria
 * agreed with the partners, figures gathered, members evaluated, measures decided on. It cannot be closed before every member was
 * evaluated for the period: `checkPeriodEvaluated` answers the rule at its gate. Spans are examples.
 */
export const performanceProcedure: ProcedureTemplate = {
  code: "performance.performance_procedure",
  version: "1",
  title: performanceProcedureMessages["performance.performance_procedure"],
  source: "渠道绩效管理",
  objectives: [{ en: "Partners are appraised by a sound system", zh: "建立一套科学的绩效管理体系，对渠道合作伙伴进行绩效考核" }],
  roles: {
    channel_manager: { en: "channel manager", zh: "渠道经理" },
    channel_specialist: { en: "channel specialist", zh: "渠道专员" },
  },
  documents: {
    scorecard: { en: "scorecard", zh: "评分表" },
    indicator_values: { en: "values of the indicators", zh: "指标数据" },
    evaluation_form: { en: "member evaluation form", zh: "《渠道成员评价表》" },
    period_report: { en: "performance report of the period", zh: "绩效考核报告" },
  },
  stages: [
    {
      id: "performance_management",
      title: { en: "Channel performance management", zh: "渠道绩效管理" },
      steps: [
        {
          id: "agree_criteria",
          title: { en: "Agree on the criteria with the partners", zh: "与合作伙伴商定考核指标" },
          owner: "channel_manager",
          outputs: [{ document: "scorecard" }],
          controlPoints: [{ en: "Sales, market share, customer satisfaction", zh: "指标可以包括销售额、市场份额、客户满意度等" }],
        },
        {
          id: "gather_figures",
          title: { en: "Gather the figures of the period", zh: "收集本期指标数据" },
          owner: "channel_specialist",
          inputs: ["scorecard"],
          outputs: [{ document: "indicator_values" }],
          within: { count: 5, unit: "workdays" },
        },
        {
          id: "evaluate_members",
          title: { en: "Evaluate the members", zh: "进行绩效考核" },
          owner: "channel_specialist",
          inputs: ["indicator_values"],
          outputs: [{ document: "evaluation_form" }],
          controlPoints: [{ en: "What each partner contributes", zh: "评估渠道合作伙伴的贡献度" }],
          gate: {
            title: { en: "Every member is evaluated for the period", zh: "本期成员全部完成考核" },
            rules: ["performance.period_evaluated"],
          },
          within: { count: 10, unit: "workdays" },
        },
        {
          id: "close_period",
          title: { en: "Decide on measures and close the period", zh: "确定激励措施并结束本期考核" },
          owner: "channel_manager",
          inputs: ["evaluation_form"],
          outputs: [{ document: "period_report" }],
          within: { count: 5, unit: "workdays" },
        },
      ],
    },
  ],
  loopsBackTo: "agree_criteria",
};
