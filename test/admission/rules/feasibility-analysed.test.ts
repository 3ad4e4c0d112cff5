import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideAgent } from "../../support/admission.js";

const rule = "admission.feasibility_analysed";

describe("the feasibility analysis", () => {
  test.each([
    [{ nearTerm: "two tenders" }, "met, admitted"],
    [{ longTerm: "a new district" }, "met, admitted"],
    [{ nearTerm: "two tenders", longTerm: "a new district" }, "met, admitted"],
    [{}, "unknown, information_requested"],
    [{ nearTerm: "", longTerm: null }, "unknown, information_requested"],
  ])("S19-90: one horizon is enough (近期或远期): %j is %s", (feasibility, want) => {
    expect(cameOut(decideAgent({ feasibility }), rule)).toBe(want);
  });

  test("S19-90: neither horizon, or no analysis: the applicant is asked", () => {
    expect(changeFor(decideAgent({ feasibility: {} }), rule)).toMatchObject({
      from: "applicant",
      change: { code: "admission.horizon_missing" },
    });
    expect(changeFor(decideAgent({ feasibility: null }), rule)).toMatchObject({
      from: "applicant",
      change: { code: "admission.fact_missing" },
    });
  });
});
