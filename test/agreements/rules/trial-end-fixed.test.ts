import { describe, expect, test } from "vitest";
import type { AgreementQuestion } from "../../../src/agreements/rule-facts.js";
import { trialEndFixed } from "../../../src/agreements/rules/trial-end-fixed.js";
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

describe("agreements.trial_end_fixed", () => {
  test("is met with an end, and not without (S03-22)", () => {
    expect(status(trialEndFixed, question)).toBe("met");
    expect(status(trialEndFixed, { ...question, term: { start: "2024-01-01", end: null } })).toBe("unmet");
  });
});
