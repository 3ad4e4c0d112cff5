import type { EvidenceKind } from "../../entities/catalogue.js";
import type { AdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { proveByDocument } from "../prove-by-document.js";

/** Its tax registration is proven, or a unified business licence where the policy accepts one. @internal */
export const taxRegistered: AdmissionRule<AdmissionPolicy, "evidence" | "applicant", "admission.tax_registered"> = {
  code: "admission.tax_registered",
  needs: ["evidence", "applicant"],
  source: "代理商 4、分销商 5：必须出具具有法律效力的资信证明，如税务登记",
  required: () => ({ documentId: null, expiresOn: null }),
  test: ({ evidence, applicant }, { unifiedLicence }, asOf) => {
    const kinds: readonly EvidenceKind[] =
      unifiedLicence === "accepted" ? ["tax_registration", "unified_business_licence"] : ["tax_registration"];
    return proveByDocument(evidence, applicant.id, kinds, asOf);
  },
};
