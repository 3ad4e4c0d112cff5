import { checkList, checkRecord } from "../../kernel/check.js";
import type { AgentAdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { byText } from "../by-text.js";
import { emptyFieldsOf } from "../empty-fields-of.js";
import { stillMissing, stillOpen } from "../still-open.js";

/** Every member of the team is described: name, post, qualification and experience. @internal */
export const teamDescribed: AdmissionRule<AgentAdmissionPolicy, "team", "admission.team_described"> = {
  code: "admission.team_described",
  needs: ["team"],
  source: "代理商 5：提供其团队组织成员的详实资料",
  required: () => ({ actual: null }),
  test: ({ team }) => {
    const members = checkList(team, "facts.team").map((given, i) => {
      const member = checkRecord(given, `facts.team[${i}]`);
      const lacks = emptyFieldsOf(member, ["name", "post", "qualification", "experience"], `facts.team[${i}]`);
      return { name: lacks.includes("name") ? null : (member["name"] as string), lacks };
    });
    if (members.length === 0) return stillMissing(["team"]);
    const incomplete = members.filter(({ lacks }) => lacks.length > 0);
    if (incomplete.length === 0) return { met: true, params: { actual: members.length } };
    const entries = incomplete
      .map(({ name, lacks }) => ({ code: "admission.team_entry_incomplete", params: { name, lacks } }))
      .sort(byText(({ params }) => JSON.stringify(params)));
    return stillOpen("admission.team_incomplete", { entries }, "applicant");
  },
};
