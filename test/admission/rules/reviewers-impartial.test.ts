import type { AdmissionApplication } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { changeFor, decideAgent, decideDistributor, findingOn } from "../../support/admission.js";

const rule = "admission.reviewers_impartial";
const brother = { id: "li", interest: "brother of the owner" };

describe("who takes part in the decision", () => {
  test("S02-28: a reviewer with a declared interest invalidates the decision until recused", () => {
    const decision = decideAgent({ reviewers: [{ id: "zhou" }, brother] });
    expect([decision.valid, decision.status]).toStrictEqual([false, "information_requested"]);
    expect(changeFor(decision, rule)).toMatchObject({
      from: "manufacturer",
      change: { code: "admission.reviewer_interested", params: { reviewers: ["li"] } },
    });
    const recused = decideAgent({ reviewers: [{ id: "zhou" }, { ...brother, recused: true }] });
    expect([recused.valid, recused.status, recused.reviewers]).toStrictEqual([true, "admitted", ["zhou"]]);
  });

  test("S02-28: it invalidates a rejection as well", () => {
    const unfit = { registeredCapital: { amount: "1", currency: "CNY" } };
    expect(decideAgent({ ...unfit, reviewers: [brother] })).toMatchObject({ valid: false, status: "information_requested" });
    expect(decideAgent({ ...unfit, reviewers: [{ ...brother, recused: true }] })).toMatchObject({ valid: true, status: "rejected" });
  });

  test.each<[string, Partial<AdmissionApplication>]>([
    ["approves the decision", { approver: "li" }],
    ["approved an exception", { waivers: [{ rule: "admission.origin_recognised", ground: "x", approver: "li", date: "2024-01-01" }] }],
    [
      "evaluated a nominee",
      {
        nominations: [
          {
            nominatorId: "east",
            nominatorKind: "agent",
            nominatorStatus: "active",
            evaluation: { verdict: "suitable", evaluator: "li", date: "2024-04-25" },
          },
        ],
      },
    ],
  ])("one who stepped back and still %s takes part", (_, change) => {
    const decision = decideDistributor({ reviewers: [{ ...brother, recused: true }], ...change });
    expect([decision.valid, findingOn(decision, rule).status]).toStrictEqual([false, "unknown"]);
  });

  test("without an interest everybody may take part", () => {
    expect(decideAgent({ reviewers: [{ id: "li" }, { id: "zhou" }] }).valid).toBe(true);
    expect(decideAgent({ reviewers: [] }).valid).toBe(true);
  });
});
