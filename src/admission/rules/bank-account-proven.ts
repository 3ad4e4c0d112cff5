import type { AdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { proveByDocument } from "../prove-by-document.js";

/** Its bank account is proven. @internal */
export const bankAccountProven: AdmissionRule<AdmissionPolicy, "evidence" | "applicant", "admission.bank_account_proven"> = {
  code: "admission.bank_account_proven",
  needs: ["evidence", "applicant"],
  source: "代理商 4、分销商 5：必须出具具有法律效力的资信证明，如银行帐户证明",
  required: () => ({ documentId: null, expiresOn: null }),
  test: ({ evidence, applicant }, _, asOf) => proveByDocument(evidence, applicant.id, ["bank_account"], asOf),
};
