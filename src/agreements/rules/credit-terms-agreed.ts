import type { Rule } from "../../engine/rule.js";
import type { AgreementQuestion } from "../rule-facts.js";

/** Where credit is granted, limit and days are in a clause; where none is, nothing is asked. @internal */
export const creditTermsAgreed: Rule<AgreementQuestion, null, "credit"> = {
  code: "agreements.credit_terms_agreed",
  needs: ["credit"],
  source: "部分中间商的信用额度与期限",
  test: ({ credit }) => ({ met: credit !== "terms_missing", params: { credit } }),
};
