import type { AdmissionApplication, ApplicantRatings } from "qudao/admission";
import { exampleDistributorPolicy } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { asOf, cameOut, changeFor, cny, decide, decideDistributor, findingOn, paper } from "../../support/admission.js";

const rule = "admission.special_score_sufficient";

/** A large integrator about whom none of the ordinary facts is good enough. */
function large(kind: "system_integrator" | "contractor", ratings?: ApplicantRatings, scale: "large" | "ordinary" | null = "large") {
  const application: AdmissionApplication = {
    id: "A-2",
    asOf,
    submittedOn: "2024-04-20",
    applicant: { id: "giant", kind, scale },
    scope: { kind: "distributor", productGroupId: "cameras", territoryId: "jinan" },
    reviewers: [],
    registeredCapital: cny("1"),
    origin: "outsider",
    breaches: [],
    property: [],
    evidence: [paper("bank_account", { subjectId: "giant" })],
    outletPlan: { planned: 4, occupied: 3 },
    ratings,
  };
  return application;
}
const decideLarge = (...given: Parameters<typeof large>) => decide(large(...given), exampleDistributorPolicy);

describe("large integrators and contractors", () => {
  test.each(["system_integrator", "contractor"] as const)(
    "S19-96: a large %s below every minimum is not rejected but evaluated apart",
    (kind) => {
      const decision = decideLarge(kind);
      expect([decision.status, decision.route]).toStrictEqual(["special_evaluation", "special"]);
      expect(decision.findings.map(({ code }) => code)).toStrictEqual([rule, "admission.vacancy_open", "admission.reviewers_impartial"]);
    },
  );

  test.each(["system_integrator", "contractor"] as const)("S19-96: a small %s goes the normal way, and fails there", (kind) => {
    const decision = decideLarge(kind, undefined, "ordinary");
    expect([decision.status, decision.route]).toStrictEqual(["rejected", "ordinary"]);
    expect(findingOn(decision, "admission.capital_sufficient").status).toBe("unmet");
  });

  test("S19-96: one of unknown size is neither: nothing is decided until it is known", () => {
    const decision = decideLarge("contractor", undefined, null);
    expect([decision.status, decision.route]).toStrictEqual(["information_requested", "undecided"]);
    expect(decision.needed[0]).toMatchObject({ from: "manufacturer", change: { code: "admission.scale_unknown" } });
    expect(findingOn(decision, "admission.capital_sufficient").status).toBe("unmet");
  });

  test("S19-96: other applicants of any size go the normal way", () => {
    const decision = decideDistributor({ applicant: { id: "north", kind: "other", scale: "large" } });
    expect([decision.status, decision.route]).toStrictEqual(["admitted", "ordinary"]);
  });

  test("S19-96: what counts as large is the policy's: here by what it can sell", () => {
    const special = exampleDistributorPolicy.special.map((one) => ({
      ...one,
      large: { kind: "min", fact: "own.revenue", min: "50000000" } as const,
    }));
    const of = (revenue: string) => decide({ ...large("contractor"), own: { revenue } }, { ...exampleDistributorPolicy, special }).route;
    expect([of("49999999.99"), of("50000000"), of("50000000.01")]).toStrictEqual(["ordinary", "special", "special"]);
  });

  // 0.4 × 80 + 0.2 × 60 + 0.2 × 50 + 0.2 × 80 = 32 + 12 + 10 + 16 = 70
  const integrator = { integrationAbility: "80", productLineCombination: "60", downstreamCustomers: "50", credit: "80" };
  test.each([
    ["79.5", "69.9", "unmet, rejected"],
    ["80", "70", "met, admitted"],
    ["80.5", "70.1", "met, admitted"],
  ])("S19-97: an integrator is scored by four criteria: with credit %s it scores %s and is %s", (credit, score, want) => {
    const decision = decideLarge("system_integrator", { ...integrator, credit });
    expect(findingOn(decision, rule).params["actual"]).toBe(score);
    expect(decision.score).toMatchObject({ status: "scored", score });
    expect(cameOut(decision, rule)).toBe(want);
  });

  // 0.6 × 70 + 0.4 × 70 = 42 + 28 = 70
  test.each([
    ["69.7", "69.9", "unmet, rejected"],
    ["70", "70", "met, admitted"],
    ["70.3", "70.1", "met, admitted"],
  ])("S19-98: a contractor by two: with project credit %s it scores %s and is %s", (projectCredit, score, want) => {
    const decision = decideLarge("contractor", { constructionAbility: "70", projectCredit });
    expect(findingOn(decision, rule).params["actual"]).toBe(score);
    expect(cameOut(decision, rule)).toBe(want);
  });

  test.each(["integrationAbility", "productLineCombination", "downstreamCustomers", "credit"])(
    "S19-97: without a rating of %s there is no score",
    (missing) => {
      for (const value of [undefined, null]) {
        const decision = decideLarge("system_integrator", { ...integrator, [missing]: value });
        expect(cameOut(decision, rule)).toBe("unknown, special_evaluation");
        expect(changeFor(decision, rule)).toMatchObject({
          from: "manufacturer",
          change: { code: "admission.ratings_missing", params: { ratings: [missing] } },
        });
      }
    },
  );

  test.each(["constructionAbility", "projectCredit"])("S19-98: nor of a contractor without %s", (missing) => {
    const decision = decideLarge("contractor", { constructionAbility: "100", projectCredit: "100", [missing]: null });
    expect(cameOut(decision, rule)).toBe("unknown, special_evaluation");
  });

  test("S19-97: a host may weigh more than the four", () => {
    const special = exampleDistributorPolicy.special.map(({ scorecard, ...rest }) => {
      const extra = { ...scorecard.criteria[0], code: "reach", fact: "reach", weight: "1" } as (typeof scorecard.criteria)[number];
      return { ...rest, scorecard: { ...scorecard, weights: "keys" as const, criteria: [...scorecard.criteria, extra] } };
    });
    const policy = { ...exampleDistributorPolicy, special };
    expect(decide(large("system_integrator", integrator), policy).status).toBe("special_evaluation");
    // (70 + 100) ÷ 2
    expect(decide(large("system_integrator", { ...integrator, reach: "100" }), policy).score).toMatchObject({ score: "85" });
  });

  test("a least score that is not agreed is never passed; below a knock-out no score is enough", () => {
    const special = exampleDistributorPolicy.special.map((one) => ({ ...one, passScore: null }));
    const open = decide(large("system_integrator", integrator), { ...exampleDistributorPolicy, special });
    expect(cameOut(open, rule)).toBe("unknown, special_evaluation");
    const knocking = exampleDistributorPolicy.special.map(({ scorecard, ...rest }) => {
      const criteria = scorecard.criteria.map((one) => ({ ...one, knockOutBelow: "60" }));
      return { ...rest, scorecard: { ...scorecard, criteria, knockOutGrade: "C" } };
    });
    const out = decide(large("contractor", { constructionAbility: "100", projectCredit: "59" }), {
      ...exampleDistributorPolicy,
      special: knocking,
    });
    expect(cameOut(out, rule)).toBe("unmet, rejected");
    expect(changeFor(out, rule).change.params["knockedOutBy"]).toStrictEqual(["projectCredit"]);
  });

  test("S19-69: a large one, too, needs a place in the outlet plan", () => {
    const full = { ...large("contractor", { constructionAbility: "90", projectCredit: "90" }), outletPlan: { planned: 4, occupied: 4 } };
    expect(decide(full, exampleDistributorPolicy).status).toBe("qualified_no_vacancy");
  });
});
