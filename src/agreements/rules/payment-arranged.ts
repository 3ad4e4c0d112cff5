import type { Rule } from "../../engine/rule.js";
import type { AgreementQuestion } from "../rule-facts.js";

/** It is agreed on how goods are paid for. @internal */
export const paymentArranged: Rule<AgreementQuestion, null, "payment"> = {
  code: "agreements.payment_arranged",
  needs: ["payment"],
  source: "应在代理或分销合同条款中明确规定货款的支付方式",
  required: () => ({ payment: null }),
  test: ({ payment }) => ({ met: payment.length > 0, params: { payment } }),
};
