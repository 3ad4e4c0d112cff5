import type { Rule } from "../../engine/rule.js";
import type { AuthorizationQuestion } from "../rule-facts.js";

/** There is an authorization at all. @internal */
export const authorizationGranted: Rule<AuthorizationQuestion, null, "granted"> = {
  code: "agreements.authorization_granted",
  needs: ["granted"],
  source: "获得生产商书面许可",
  test: ({ granted }) => ({ met: granted, params: {} }),
};
