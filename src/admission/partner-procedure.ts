import type { ProcedureTemplate } from "../engine/procedure.js";
import { recruitmentProcedureMessages } from "./recruitment-procedure-messages.js";

/**
 * The four steps with a partner, from screening to a lasting relationship (合作伙伴管理程序). How often partners are appraised is for the
 * host to say: it adds `repeat` to that step.
 */
export const partnerProcedure: ProcedureTemplate = {
  code: "admission.partner_procedure",
  version: "1",
  title: recruitmentProcedureMessages["admission.partner_procedure"],
  source: "渠道合作伙伴的选择和管理程序",
  objectives: [{ en: "Common development, to the benefit of both sides", zh: "共同发展，实现双赢" }],
  roles: {
    channel_manager: { en: "channel manager", zh: "渠道经理" },
    channel_specialist: { en: "channel specialist", zh: "渠道专员" },
  },
  documents: {
    screening_report: { en: "screening report", zh: "筛选报告" },
    cooperation_agreement: { en: "cooperation agreement", zh: "合作协议" },
    appraisal: { en: "partner appraisal", zh: "合作伙伴绩效评估" },
    relationship_plan: { en: "plan of the relationship", zh: "合作关系发展计划" },
  },
  stages: [
    {
      id: "partner",
      title: { en: "Partner", zh: "合作伙伴" },
      steps: [
        {
          id: "screen",
          title: { en: "Screen potential partners, assess value and feasibility", zh: "筛选潜在合作伙伴，评估其合作价值和可行性" },
          owner: "channel_specialist",
          outputs: [{ document: "screening_report" }],
        },
        {
          id: "sign",
          title: { en: "Negotiate and sign the cooperation agreement", zh: "与合作伙伴洽谈并签订合作协议" },
          owner: "channel_specialist",
          inputs: ["screening_report"],
          outputs: [{ document: "cooperation_agreement" }],
        },
        {
          id: "appraise",
          title: {
            en: "Appraise regularly, and deal with those who fall short",
            zh: "定期进行绩效评估，处理不符合要求或表现不佳的合作伙伴",
          },
          owner: "channel_manager",
          outputs: [{ document: "appraisal" }],
        },
        {
          id: "relate",
          title: { en: "Build the relationship", zh: "建立积极的合作伙伴关系" },
          owner: "channel_manager",
          outputs: [{ document: "relationship_plan" }],
        },
      ],
    },
  ],
};
