import type { SharedResource } from "qudao/entities";
import { describe, expect, test } from "vitest";
import type { AgreementQuestion } from "../../../src/agreements/rule-facts.js";
import { sharedResourcesAssigned } from "../../../src/agreements/rules/shared-resources-assigned.js";
import { askOne, status } from "../../support/ask-one.js";

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

describe("agreements.shared_resources_assigned", () => {
  const whole: SharedResource = { kind: "customer_data", ownerId: "A1", userIds: ["M"], permittedUse: "Return visits" };
  const shared = (...sharedResources: readonly SharedResource[]) => status(sharedResourcesAssigned, { ...question, sharedResources });

  // S19-162: without owner or permitted use it is flagged
  test.each<[string, Partial<SharedResource>, string]>([
    ["with owner, users and use", {}, "met"],
    ["without an owner", { ownerId: undefined }, "unmet"],
    ["without a permitted use", { permittedUse: undefined }, "unmet"],
    ["that nobody may use", { userIds: [] }, "unmet"],
  ])("S19-162: a shared resource %s: %s", (_, change, expected) => {
    expect(shared({ ...whole, ...change })).toBe(expected);
  });

  test("one that is open among others is named", () => {
    const open = { ...whole, kind: "outlets", ownerId: undefined } as const;
    expect(askOne(sharedResourcesAssigned, { ...question, sharedResources: [whole, open] }).params).toStrictEqual({
      shared: 2,
      open: ["outlets"],
    });
  });

  test("is met where nothing is shared, unknown where nothing is recorded", () => {
    expect(shared()).toBe("met");
    expect(status(sharedResourcesAssigned, { ...question, sharedResources: undefined as never })).toBe("unknown sharedResources");
  });
});
