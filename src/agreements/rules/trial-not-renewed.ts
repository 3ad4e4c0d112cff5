import type { Rule } from "../../engine/rule.js";
import type { AgreementQuestion } from "../rule-facts.js";

/** A trial does not go on after its end: who is promoted gets a new agreement. @internal */
export const trialNotRenewed: Rule<AgreementQuestion, null, "renewed"> = {
  code: "agreements.trial_not_renewed",
  needs: ["renewed"],
  source: "试销期结束后，合同自动解除",
  test: ({ renewed }) => ({ met: !renewed, params: {} }),
};
