import { parseDate } from "../../kernel/calendar-date.js";
import { checkRecord } from "../../kernel/check.js";
import type { AgentAdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { emptyFieldsOf } from "../empty-fields-of.js";
import { stillOpen } from "../still-open.js";

/** The written report on plan and feasibility was handed in, by the day of asking. @internal */
export const reportSubmitted: AdmissionRule<AgentAdmissionPolicy, "report", "admission.report_submitted"> = {
  code: "admission.report_submitted",
  needs: ["report"],
  source: "代理商 6：递交相应的书面报告",
  required: () => ({ submittedOn: null }),
  test: ({ report }, _, asOf) => {
    const fields = checkRecord(report, "facts.report");
    const date = fields["submittedOn"] ?? null;
    const submittedOn = date === null ? null : parseDate(date, "facts.report.submittedOn");
    const filed = emptyFieldsOf(fields, ["file"], "facts.report").length === 0;
    if (!filed || submittedOn === null || submittedOn > asOf) return stillOpen("admission.report_outstanding", {}, "applicant");
    return { met: true, params: { submittedOn } };
  },
};
