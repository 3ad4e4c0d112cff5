import type { Rule } from "../../engine/rule.js";
import type { ConductQuestion } from "../rule-facts.js";

/**
 * Who agreed to exclusivity carries no like products of others: in general (一般意义上), so that a waiver may be recorded. Where nothing
 * is paid for the exclusivity, it is not for a rule to say whether it binds.
 *
 * @internal
 */
export const likeProductsNotCarried: Rule<ConductQuestion, null, "likeProduct" | "compensated"> = {
  code: "agreements.like_products_not_carried",
  needs: ["likeProduct", "compensated"],
  source: "一般意义上不允许中间商同时代理多种同类产品",
  waivable: true,
  test: ({ likeProduct, compensated }) => {
    if (likeProduct && !compensated) return { unknown: { code: "agreements.exclusivity_unpaid", params: {} } };
    return { met: !likeProduct, params: {} };
  },
};
