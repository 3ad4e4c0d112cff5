import type { Rule } from "../../engine/rule.js";
import type { AuthorizationKind, ParticipantKind } from "../../entities/catalogue.js";
import type { AuthorizationQuestion } from "../rule-facts.js";

const HOLDERS: { readonly [K in AuthorizationKind]: ParticipantKind } = {
  agency: "agent",
  distribution: "distributor",
  trial: "trial_distributor",
};

/** An agency makes an agent, a distribution a distributor, a trial a trial distributor. @internal */
export const authorizationFitsHolder: Rule<AuthorizationQuestion, null, "authorization" | "holder"> = {
  code: "agreements.authorization_fits_holder",
  needs: ["authorization", "holder"],
  required: () => ({ kind: null, id: null, actual: null }),
  test: ({ authorization: { kind, holderId }, holder }) => ({
    met: holder === HOLDERS[kind],
    params: { kind, id: holderId, actual: holder },
  }),
};
