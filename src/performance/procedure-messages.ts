import type { Catalogue } from "../kernel/message.js";

/** Words of the stage of performance management. @internal */
export const performanceProcedureMessages = {
  "performance.performance_procedure": { en: "Channel performance management", zh: "渠道绩效管理" },
  "performance.period_evaluated": {
    en: "Members evaluated for {period}: {evaluated} of {of}; lacking: {lacking}",
    zh: "{period} 已完成绩效考核：{of} 家中的 {evaluated} 家；未考核：{lacking}",
  },
} as const satisfies Catalogue;
