import type { Rule } from "../../engine/rule.js";
import type { AuthorizationQuestion } from "../rule-facts.js";

/** It is in writing, in a document that was verified. What nobody checked yet cannot be told. @internal */
export const authorizationWritten: Rule<AuthorizationQuestion, null, "evidence"> = {
  code: "agreements.authorization_written",
  needs: ["evidence"],
  source: "获得生产商书面许可",
  required: () => ({ evidence: null }),
  test: ({ evidence }) =>
    evidence === "submitted"
      ? { unknown: { code: "agreements.evidence_not_checked", params: {} } }
      : { met: evidence === "verified", params: { evidence } },
};
