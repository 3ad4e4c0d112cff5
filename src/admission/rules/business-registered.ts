import type { EvidenceKind } from "../../entities/catalogue.js";
import type { AdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { proveByDocument } from "../prove-by-document.js";

/** Its business registration is proven, or a unified business licence where the policy accepts one. @internal */
export const businessRegistered: AdmissionRule<AdmissionPolicy, "evidence" | "applicant", "admission.business_registered"> = {
  code: "admission.business_registered",
  needs: ["evidence", "applicant"],
  source: "代理商 4、分销商 5：必须出具具有法律效力的资信证明，如工商登记",
  required: () => ({ documentId: null, expiresOn: null }),
  test: ({ evidence, applicant }, { unifiedLicence }, asOf) => {
    const kinds: readonly EvidenceKind[] =
      unifiedLicence === "accepted" ? ["business_registration", "unified_business_licence"] : ["business_registration"];
    return proveByDocument(evidence, applicant.id, kinds, asOf);
  },
};
