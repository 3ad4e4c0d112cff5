import type { Rule } from "../../engine/rule.js";
import type { ConductQuestion } from "../rule-facts.js";

/** Product information is disclosed only with leave, which may also be recorded afterwards as a waiver. @internal */
export const productInformationKept: Rule<ConductQuestion, null, "permitted" | "disputed"> = {
  code: "agreements.product_information_kept",
  needs: ["permitted", "disputed"],
  source: "从法律方面来约束销售商对产品信息的不合理披露",
  waivable: true,
  test: ({ permitted, disputed }) => {
    if (!permitted && disputed) return { unknown: { code: "agreements.disclosure_disputed", params: {} } };
    return { met: permitted, params: {} };
  },
};
