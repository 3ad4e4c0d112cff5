import type { Catalogue } from "../kernel/message.js";

/** Titles of the procedures of recruiting. @internal */
export const recruitmentProcedureMessages = {
  "admission.recruitment_procedure": { en: "Recruitment procedure", zh: "招募程序" },
  "admission.partner_procedure": { en: "Partner procedure", zh: "合作伙伴管理程序" },
  "admission.expansion_procedure": { en: "Channel expansion", zh: "渠道拓展流程" },
  "admission.channel_building_procedure": { en: "Channel building", zh: "渠道建设" },
} as const satisfies Catalogue;
