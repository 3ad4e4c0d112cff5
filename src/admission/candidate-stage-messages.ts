import type { Catalogue } from "../kernel/message.js";

/** Words of where a candidate stands. @internal */
export const candidateStageMessages = {
  "admission.candidate_stage.prospect": { en: "prospect", zh: "潜在伙伴" },
  "admission.candidate_stage.screened": { en: "screened", zh: "已筛选" },
  "admission.candidate_stage.interviewed": { en: "interviewed", zh: "已面试" },
  "admission.candidate_stage.trained": { en: "trained", zh: "已培训" },
  "admission.candidate_stage.evaluated": { en: "evaluated", zh: "已评估" },
  "admission.candidate_stage.negotiating": { en: "negotiating", zh: "洽谈中" },
  "admission.candidate_stage.signed": { en: "signed", zh: "已签约" },
  "admission.candidate_stage.rejected": { en: "rejected", zh: "未通过" },
  "admission.candidate_stage.withdrawn": { en: "withdrawn", zh: "已放弃" },
} as const satisfies Catalogue;
