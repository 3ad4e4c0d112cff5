import { checkRecord } from "../../kernel/check.js";
import type { AgentAdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { emptyFieldsOf } from "../empty-fields-of.js";
import { stillMissing } from "../still-open.js";

/** The management is described: who manages, and by which system. @internal */
export const managementDescribed: AdmissionRule<AgentAdmissionPolicy, "management", "admission.management_described"> = {
  code: "admission.management_described",
  needs: ["management"],
  source: "代理商 5：主体管理资料",
  test: ({ management }) => {
    const fields = checkRecord(management, "facts.management");
    const empty = emptyFieldsOf(fields, ["managementTeam", "managementSystem"], "facts.management");
    return empty.length === 0 ? { met: true, params: {} } : stillMissing(empty);
  },
};
