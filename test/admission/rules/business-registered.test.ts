import { describe } from "vitest";
import { paper } from "../../support/admission.js";
import { licenceTests, proofTests } from "../../support/admission-papers.js";

describe("business registration (S19-83, S19-84)", () => {
  proofTests("admission.business_registered", "business_registration", [paper("tax_registration"), paper("bank_account")]);
  licenceTests("admission.business_registered", [paper("bank_account")]);
});
