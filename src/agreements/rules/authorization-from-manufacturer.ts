import type { Rule } from "../../engine/rule.js";
import type { AuthorizationQuestion } from "../rule-facts.js";

/** Only the manufacturer can authorize. @internal */
export const authorizationFromManufacturer: Rule<AuthorizationQuestion, null, "authorization" | "grantor"> = {
  code: "agreements.authorization_from_manufacturer",
  needs: ["authorization", "grantor"],
  source: "获得生产商书面上授权",
  required: () => ({ id: null, actual: null }),
  test: ({ authorization, grantor }) => ({
    met: grantor === "manufacturer",
    params: { id: authorization.grantorId, actual: grantor },
  }),
};
