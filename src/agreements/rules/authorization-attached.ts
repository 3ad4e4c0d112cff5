import type { Rule } from "../../engine/rule.js";
import type { AgreementQuestion } from "../rule-facts.js";

/** A written authorization goes with the agreement of a dealer. @internal */
export const authorizationAttached: Rule<AgreementQuestion, null, "authorizationId"> = {
  code: "agreements.authorization_attached",
  needs: ["authorizationId"],
  source: "获得生产商书面许可",
  test: ({ authorizationId }) => ({ met: authorizationId !== "none", params: { authorization: authorizationId } }),
};
