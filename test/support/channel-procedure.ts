/** The channel process of eight steps, and how to play events into a run of it. */
import { type ProcedureEvent, type ProcedureRun, type ProcedureTemplate, recordStep, startProcedure } from "qudao/engine";
import type { WorkCalendar } from "qudao/kernel";

export const workWeek: WorkCalendar = {
  week: { monday: "full", tuesday: "full", wednesday: "full", thursday: "full", friday: "full", saturday: "none", sunday: "none" },
  days: [],
};

export const channelProcess: ProcedureTemplate = {
  code: "demo.channel_process",
  version: "2024-1",
  title: { en: "Channel process", zh: "渠道流程" },
  objectives: [{ en: "Products reach customers safely and quickly", zh: "确保产品或服务安全、迅速的被消费" }],
  knowledge: [{ en: "Methods of channel selection", zh: "熟悉渠道选择方法" }],
  roles: {
    marketing_staff: { en: "Marketing staff", zh: "营销人员" },
    channel_manager: { en: "Channel manager", zh: "渠道经理" },
    channel_department: { en: "Channel department", zh: "渠道部门" },
    marketing: { en: "Marketing", zh: "营销部门" },
    logistics: { en: "Logistics", zh: "物流部门" },
    finance: { en: "Finance", zh: "财务部门" },
  },
  documents: {
    survey: { en: "Customer Survey Questionnaire", zh: "《客户调查问卷》" },
    design_materials: { en: "Channel design materials", zh: "渠道设计相关资料" },
    selection_scheme: { en: "Channel Selection Scheme", zh: "《渠道选择方案》" },
    member_dossier: { en: "Member dossier", zh: "渠道成员相关资料" },
    reward_policy: { en: "Reward and Penalty Policy", zh: "《渠道奖惩制度》" },
    evaluation_form: { en: "Member Evaluation Form", zh: "《渠道成员评价表》" },
    improvement_plan: { en: "Improvement Plan", zh: "《渠道改进方案》" },
  },
  conditions: { shortfalls_found: { en: "Shortfalls were found", zh: "发现不足" } },
  stages: [
    {
      id: "design",
      title: { en: "Design", zh: "渠道设计" },
      steps: [
        {
          id: "needs",
          title: { en: "Analyse customer needs", zh: "分析客户需要" },
          owner: "marketing_staff",
          execution: { en: "Survey target customers: what, where and when they buy", zh: "通过对客户的调查，了解目标客户" },
          outputs: [{ document: "survey", atLeast: 2 }],
          within: { count: 10, unit: "workdays" },
          doneWhen: "delivered",
        },
        {
          id: "objectives",
          title: { en: "Set design objectives", zh: "确定渠道设计目标" },
          owner: "channel_manager",
          inputs: ["survey"],
          outputs: [{ document: "design_materials" }],
          within: { count: 5, unit: "workdays" },
        },
        {
          id: "scheme",
          title: { en: "Draw up the scheme", zh: "制订渠道选择方案" },
          owner: "channel_manager",
          inputs: ["design_materials"],
          outputs: [{ document: "selection_scheme" }],
          controlPoints: [{ en: "Types and number of intermediaries", zh: "中间机构的类型与数量" }],
          within: { count: 10, unit: "days" },
        },
        {
          id: "evaluation",
          title: { en: "Evaluate the scheme", zh: "评估渠道选择方案" },
          owner: "marketing",
          inputs: ["selection_scheme"],
          outputs: [{ document: "selection_scheme" }],
          gate: {
            title: { en: "Design approved", zh: "方案批准" },
            rules: ["planning.scheme_complete"],
            approvals: ["logistics", "finance"],
          },
          within: { count: 5, unit: "days" },
          doneWhen: "delivered",
        },
      ],
    },
    {
      id: "members",
      title: { en: "Members", zh: "渠道成员" },
      steps: [
        {
          id: "selection",
          title: { en: "Select members", zh: "选择渠道成员" },
          owner: "channel_department",
          outputs: [{ document: "member_dossier" }],
          within: { count: 20, unit: "days" },
          weight: "2",
        },
        {
          id: "motivation",
          title: { en: "Motivate members", zh: "激励渠道成员" },
          owner: "channel_department",
          outputs: [{ document: "reward_policy" }],
          dependsOn: ["evaluation"],
          within: { count: 10, unit: "days" },
          optional: true,
        },
        {
          id: "appraisal",
          title: { en: "Evaluate members", zh: "评价渠道成员" },
          owner: "channel_department",
          outputs: [{ document: "evaluation_form" }],
          dependsOn: ["selection", "motivation"],
          after: { count: 30, unit: "days" },
          within: { count: 10, unit: "days" },
          repeat: { every: 3, unit: "months" },
        },
        {
          id: "improvement",
          title: { en: "Improve the channel", zh: "实施渠道改进" },
          owner: "channel_department",
          inputs: ["evaluation_form"],
          outputs: [{ document: "improvement_plan" }],
          within: { count: 5, unit: "days" },
          onlyIf: "shortfalls_found",
        },
      ],
    },
  ],
  loopsBackTo: "needs",
};

export const owners = {
  marketing_staff: ["P-mark"],
  channel_manager: ["P-chen"],
  channel_department: ["P-dong", "P-ding"],
  marketing: ["P-mei"],
  logistics: ["P-lou", "P-mei"],
  finance: ["P-fan"],
} as const;

export const begun = (): ProcedureRun => startProcedure(channelProcess, { asOf: "2024-03-01", owners });

/** The run after events that must all be accepted. */
export function play(run: ProcedureRun, events: readonly ProcedureEvent[], template: ProcedureTemplate = channelProcess): ProcedureRun {
  return events.reduce((now, event) => {
    const answer = recordStep(template, now, event);
    if (!answer.ok) throw new Error(`refused: ${JSON.stringify(event)} ${JSON.stringify(answer.problem.failed)}`);
    return answer.value.next;
  }, run);
}

/** Started, delivered and reported on one day. */
export function doStep(step: string, by: string, document: string, asOf: string): readonly ProcedureEvent[] {
  return [
    { type: "started", step, by, asOf },
    { type: "delivered", step, by, document, asOf },
    { type: "completed", step, by, asOf },
  ];
}

export const needsDone: readonly ProcedureEvent[] = [
  { type: "started", step: "needs", by: "P-mark", asOf: "2024-03-04" },
  { type: "delivered", step: "needs", by: "P-mark", document: "survey", asOf: "2024-03-08" },
  { type: "delivered", step: "needs", by: "P-mark", document: "survey", asOf: "2024-03-11" },
];

export const schemeDone: readonly ProcedureEvent[] = [
  ...needsDone,
  ...doStep("objectives", "P-chen", "design_materials", "2024-03-14"),
  ...doStep("scheme", "P-chen", "selection_scheme", "2024-03-20"),
];

export const evaluationOpen: readonly ProcedureEvent[] = [
  ...schemeDone,
  { type: "started", step: "evaluation", by: "P-mei", asOf: "2024-03-21" },
  { type: "delivered", step: "evaluation", by: "P-mei", document: "selection_scheme", asOf: "2024-03-22" },
];

export const evaluationDone: readonly ProcedureEvent[] = [
  ...evaluationOpen,
  { type: "checked", step: "evaluation", rule: "planning.scheme_complete", status: "met", asOf: "2024-03-22" },
  { type: "approved", step: "evaluation", role: "logistics", by: "P-lou", asOf: "2024-03-22" },
  { type: "approved", step: "evaluation", role: "finance", by: "P-fan", asOf: "2024-03-25" },
];

export const membersDone: readonly ProcedureEvent[] = [
  ...evaluationDone,
  ...doStep("selection", "P-dong", "member_dossier", "2024-04-10"),
  { type: "skipped", step: "motivation", by: "P-ding", ground: "as last year", asOf: "2024-04-01" },
];

export const appraised: readonly ProcedureEvent[] = [...membersDone, ...doStep("appraisal", "P-ding", "evaluation_form", "2024-05-15")];
