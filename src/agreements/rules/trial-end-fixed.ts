import type { Rule } from "../../engine/rule.js";
import type { AgreementQuestion } from "../rule-facts.js";

/** A trial has an end. @internal */
export const trialEndFixed: Rule<AgreementQuestion, null, "term"> = {
  code: "agreements.trial_end_fixed",
  needs: ["term"],
  source: "试销期结束后，合同自动解除",
  test: ({ term: { end } }) => ({ met: end !== null, params: { end } }),
};
