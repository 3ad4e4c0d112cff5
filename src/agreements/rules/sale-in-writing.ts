import type { Rule } from "../../engine/rule.js";
import type { SaleQuestion } from "../rule-facts.js";

/** The sale is under a written authorization: an oral one permits nothing. @internal */
export const saleInWriting: Rule<SaleQuestion, null, "written"> = {
  code: "agreements.sale_in_writing",
  needs: ["written"],
  source: "获得生产商书面许可",
  test: ({ written }) => ({ met: written, params: {} }),
};
