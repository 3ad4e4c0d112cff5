import type { Rule } from "../../engine/rule.js";
import type { AuthorizationQuestion } from "../rule-facts.js";

/** An agent or trial distributor needs a place or a territory, a distributor a fixed place. @internal */
export const authorizationNamesPlace: Rule<AuthorizationQuestion, null, "authorization"> = {
  code: "agreements.authorization_names_place",
  needs: ["authorization"],
  source: "代理商：指定地点或者区域；分销商：固定地点",
  required: () => ({ kind: null, places: null, territories: null }),
  test: ({ authorization: { kind, outletIds, territoryIds } }) => ({
    met: outletIds.length > 0 || (kind !== "distribution" && territoryIds.length > 0),
    params: { kind, places: outletIds.length, territories: territoryIds.length },
  }),
};
