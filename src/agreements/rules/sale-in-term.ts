import type { Rule } from "../../engine/rule.js";
import type { SaleQuestion } from "../rule-facts.js";

/** The day of the sale lies in the term. The end is the first day outside. @internal */
export const saleInTerm: Rule<SaleQuestion, null, "date" | "term" | "end"> = {
  code: "agreements.sale_in_term",
  needs: ["date", "term", "end"],
  source: "在约定期限内",
  test: ({ date, term, end }) => ({ met: term.start <= date && date < end, params: { date, start: term.start, end } }),
};
