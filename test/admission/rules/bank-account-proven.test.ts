import { describe } from "vitest";
import { paper } from "../../support/admission.js";
import { proofTests } from "../../support/admission-papers.js";

describe("bank account (S19-83, S19-85)", () => {
  proofTests("admission.bank_account_proven", "bank_account", [paper("business_registration"), paper("tax_registration")]);
});
