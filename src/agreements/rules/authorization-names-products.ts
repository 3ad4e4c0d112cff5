import type { Rule } from "../../engine/rule.js";
import type { AuthorizationQuestion } from "../rule-facts.js";

/** It names products: what it does not name, it does not permit. @internal */
export const authorizationNamesProducts: Rule<AuthorizationQuestion, null, "authorization"> = {
  code: "agreements.authorization_names_products",
  needs: ["authorization"],
  source: "销售特定产品",
  required: () => ({ products: null }),
  test: ({ authorization }) => ({ met: authorization.productIds.length > 0, params: { products: authorization.productIds.length } }),
};
