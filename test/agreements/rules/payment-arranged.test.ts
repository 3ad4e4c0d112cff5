import { paymentArrangements } from "qudao/entities";
import { describe, expect, test } from "vitest";
import type { AgreementQuestion } from "../../../src/agreements/rule-facts.js";
import { paymentArranged } from "../../../src/agreements/rules/payment-arranged.js";
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

describe("agreements.payment_arranged", () => {
  test("is met with one way of paying, whichever (S19-135)", () => {
    for (const one of paymentArrangements) expect(status(paymentArranged, { ...question, payment: [one] })).toBe("met");
    expect(status(paymentArranged, { ...question, payment: [...paymentArrangements] })).toBe("met");
  });

  test("is unmet with none, and unknown where nothing is recorded", () => {
    expect(status(paymentArranged, { ...question, payment: [] })).toBe("unmet");
    expect(status(paymentArranged, question)).toBe("unknown payment");
  });
});
