import { describe, expect, test } from "vitest";
import type { AgreementQuestion } from "../../../src/agreements/rule-facts.js";
import { trialNotRenewed } from "../../../src/agreements/rules/trial-not-renewed.js";
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

describe("agreements.trial_not_renewed", () => {
  test("is met where nothing says that the trial goes on", () => {
    expect(status(trialNotRenewed, question)).toBe("met");
    expect(status(trialNotRenewed, { ...question, renewed: true })).toBe("unmet");
  });
});
