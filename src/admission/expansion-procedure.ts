import type { ProcedureTemplate } from "../engine/procedure.js";
import { recruitmentProcedureMessages } from "./recruitment-procedure-messages.js";

/**
 * How the channel is expanded (渠道拓展流程): the specialist drafts the plan from market research, the manager approves it and allocates
 * resources, the specialist negotiates and signs. Nobody approves their own draft, and talks wait for approval and allocation.
 */
export const expansionProcedure: ProcedureTemplate = {
  code: "admission.expansion_procedure",
  version: "1",
  title: recruitmentProcedureMessages["admission.expansion_procedure"],
  source: "渠道拓展流程",
  roles: {
    channel_manager: { en: "channel manager", zh: "渠道经理" },
    channel_specialist: { en: "channel specialist", zh: "渠道专员" },
  },
  documents: {
    market_research: { en: "market research", zh: "市场调研资料" },
    screening_report: { en: "screening report", zh: "筛选报告" },
    expansion_plan: { en: "expansion plan", zh: "渠道拓展计划" },
    resource_allocation: { en: "allocation of resources", zh: "资源分配" },
    cooperation_agreement: { en: "cooperation agreement", zh: "合作协议" },
  },
  stages: [
    {
      id: "expansion",
      title: { en: "Expansion", zh: "渠道拓展" },
      steps: [
        {
          id: "draft_plan",
          title: { en: "Screen prospects and draft the expansion plan", zh: "筛选潜在合作伙伴，制定渠道拓展计划" },
          owner: "channel_specialist",
          inputs: ["market_research"],
          outputs: [{ document: "screening_report" }, { document: "expansion_plan" }],
          gate: {
            title: { en: "The channel manager approves the plan", zh: "渠道经理审批渠道拓展计划" },
            rules: ["admission.plan_cites_research"],
            approvals: ["channel_manager"],
          },
        },
        {
          id: "allocate",
          title: { en: "Allocate resources", zh: "分配资源" },
          owner: "channel_manager",
          inputs: ["expansion_plan"],
          outputs: [{ document: "resource_allocation" }],
        },
        {
          id: "sign",
          title: { en: "Negotiate and sign the cooperation agreement", zh: "与潜在合作伙伴洽谈，签订合作协议" },
          owner: "channel_specialist",
          inputs: ["expansion_plan", "resource_allocation"],
          outputs: [{ document: "cooperation_agreement" }],
        },
      ],
    },
  ],
};
