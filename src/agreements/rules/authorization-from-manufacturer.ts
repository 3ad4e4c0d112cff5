import type { Rule } from "../../engine/rule.js";
import type { AuthorizationQuestion } from "../rule-facts.js";

/** Only the manufacturer can authorize. @internal */
export const authorizationFromManufacturer: Rule<AuthorizationQuestion, null, "authorization" | "grantorKind"> = {
  code: "agreements.authorization_from_manufacturer",
  needs: ["authorization", "grantorKind"],
  source: "获得生产商书面上授权",
  test: ({ authorization, grantorKind }) => ({
    met: grantorKind === "manufacturer",
    params: { grantor: authorization.grantorId, actual: grantorKind },
  }),
};
