import type { Rule } from "../../engine/rule.js";
import type { SaleQuestion } from "../rule-facts.js";

/** The product is one of those named. @internal */
export const saleOfNamedProduct: Rule<SaleQuestion, null, "productId" | "productIds"> = {
  code: "agreements.sale_of_named_product",
  needs: ["productId", "productIds"],
  source: "销售特定产品",
  test: ({ productId, productIds }) => ({ met: productIds.includes(productId), params: { product: productId } }),
};
