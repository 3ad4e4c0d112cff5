import { describe, expect, test } from "vitest";
import { decideAgent, paper } from "../../support/admission.js";
import { licenceTests, proofTests } from "../../support/admission-papers.js";

const others = [paper("business_registration"), paper("bank_account")];

describe("tax registration (S19-83, S19-84)", () => {
  proofTests("admission.tax_registered", "tax_registration", others);
  licenceTests("admission.tax_registered", [paper("bank_account")]);

  test("S19-84: one licence proves both registrations, and is listed once", () => {
    const evidence = [paper("unified_business_licence", { expiresOn: "2030-01-01" }), paper("bank_account")];
    const decision = decideAgent({ evidence });
    expect(decision.status).toBe("admitted");
    expect(decision.evidence).toStrictEqual(["doc-bank_account", "doc-unified_business_licence"]);
    expect(decision.due.filter(({ event }) => event === "evidenceExpired")).toHaveLength(1);
  });
});
