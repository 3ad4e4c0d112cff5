import type { Rule } from "../../engine/rule.js";
import type { AgreementQuestion } from "../rule-facts.js";

/** What was signed is in writing. @internal */
export const agreementInWriting: Rule<AgreementQuestion, null, "evidenceId"> = {
  code: "agreements.agreement_in_writing",
  needs: ["evidenceId"],
  source: "通过书面协议",
  test: ({ evidenceId }) => ({ met: evidenceId !== "none", params: { evidence: evidenceId } }),
};
