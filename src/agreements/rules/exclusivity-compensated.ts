import type { Rule } from "../../engine/rule.js";
import { compensationParts } from "../../entities/catalogue.js";
import type { AgreementQuestion } from "../rule-facts.js";

/**
 * Who gives up like products is made good: the lost profit and the income for the risk. Without that the exclusivity is defective.
 *
 * @internal
 */
export const exclusivityCompensated: Rule<AgreementQuestion, null, "exclusive" | "clauses" | "compensates"> = {
  code: "agreements.exclusivity_compensated",
  needs: ["exclusive", "clauses", "compensates"],
  source: "相应厂家必须贴补销售商这部分利润损失和中间商的风险收入",
  required: () => ({ exclusive: null, clause: null, lacking: null }),
  test: ({ exclusive, clauses, compensates }) => {
    const lacking = compensationParts.filter((part) => !compensates.includes(part));
    const agreed = clauses.includes("compensation") && lacking.length === 0;
    return {
      met: !exclusive || agreed,
      params: { exclusive, clause: clauses.includes("compensation"), lacking: exclusive ? lacking : [] },
    };
  },
};
