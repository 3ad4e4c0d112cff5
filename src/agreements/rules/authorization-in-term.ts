import type { Rule } from "../../engine/rule.js";
import type { AuthorizationQuestion } from "../rule-facts.js";

/** The day lies in its term, and before it was withdrawn. @internal */
export const authorizationInTerm: Rule<AuthorizationQuestion, null, "authorization"> = {
  code: "agreements.authorization_in_term",
  needs: ["authorization"],
  source: "在约定期限内",
  required: () => ({ asOf: null, term: null, withdrawnOn: null }),
  test: ({ authorization: { term, withdrawnOn } }, _, asOf) => ({
    met: term.start <= asOf && asOf < term.end && (withdrawnOn === undefined || asOf < withdrawnOn),
    params: { asOf, term: { start: term.start, end: term.end }, withdrawnOn: withdrawnOn ?? null },
  }),
};
