import type { Agreement } from "qudao/entities";
import { describe, expect, test } from "vitest";
import { grantedCredit } from "../../../src/agreements/granted-credit.js";
import type { AgreementQuestion } from "../../../src/agreements/rule-facts.js";
import { creditTermsAgreed } from "../../../src/agreements/rules/credit-terms-agreed.js";
import { agency } from "../../support/agreements.js";
import { status } from "../../support/ask-one.js";

const question: AgreementQuestion = {
  kind: "agency",
  clauses: [],
  term: { start: "2024-01-01", end: "2025-01-01" },
  authorizationId: "AU1",
  evidenceId: "E1",
  renewed: false,
  credit: "not_granted",
  exclusive: false,
  compensates: [],
  sharedResources: [],
};

describe("agreements.credit_terms_agreed", () => {
  test.each([
    ["not_granted", "met"],
    ["agreed", "met"],
    ["terms_missing", "unmet"],
  ] as const)("credit %s: %s", (credit, expected) => {
    expect(status(creditTermsAgreed, { ...question, credit })).toBe(expected);
  });

  // a limit and a period for some dealers: only where credit is granted
  const clause = { kind: "credit" } as const;
  const terms = { limit: { amount: "100", currency: "CNY" }, days: 30 };
  test.each<[string, Pick<Agreement, "clauses" | "terms">, string]>([
    ["nothing about credit", { clauses: [] }, "not_granted"],
    ["payment in advance", { clauses: [], terms: { payment: ["prepayment"] } }, "not_granted"],
    ["a clause, limit and days", { clauses: [clause], terms: { credit: terms } }, "agreed"],
    ["a clause alone", { clauses: [clause] }, "terms_missing"],
    ["limit and days without a clause", { clauses: [], terms: { credit: terms } }, "terms_missing"],
    ["payment on credit alone", { clauses: [], terms: { payment: ["prepayment", "credit"] } }, "terms_missing"],
  ])("%s is read as %s", (_, given, expected) => {
    expect(grantedCredit({ ...agency, terms: undefined, ...given })).toBe(expected);
  });
});
