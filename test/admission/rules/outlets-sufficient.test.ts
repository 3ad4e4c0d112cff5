import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideDistributor, findingOn } from "../../support/admission.js";

const rule = "admission.outlets_sufficient";

describe("the outlet network", () => {
  test.each([
    [4, "unmet, rejected"],
    [5, "met, admitted"],
    [6, "met, admitted"],
  ])("S19-101: with %s outlets where five are the least: %s", (outlets, want) => {
    expect(cameOut(decideDistributor({ outletNetwork: { outlets } }), rule)).toBe(want);
  });

  test.each([
    ["0.2999", "unmet, rejected"],
    ["0.3", "met, admitted"],
    ["0.3001", "met, admitted"],
  ])("S19-101: or by the share of the region, %s where 0.3 is the least: %s", (coverage, want) => {
    const decision = decideDistributor({ outletNetwork: { outlets: 1, coverage } }, { minOutletNetwork: { leastCoverage: "0.3" } });
    expect(cameOut(decision, rule)).toBe(want);
    expect(findingOn(decision, rule).params["measure"]).toBe("coverage");
  });

  test("says how many are missing", () => {
    expect(changeFor(decideDistributor({ outletNetwork: { outlets: 3 } }), rule)).toMatchObject({
      from: "applicant",
      change: { code: "admission.change_more", params: { fact: "outletNetwork", short: 2, required: 5 } },
    });
  });

  test("what the policy measures and nobody counted is asked for; without a threshold it is unknown", () => {
    expect(changeFor(decideDistributor({ outletNetwork: { coverage: "1" } }), rule).change.params["facts"]).toStrictEqual(["outlets"]);
    const byCoverage = { minOutletNetwork: { leastCoverage: "0.3" } };
    expect(changeFor(decideDistributor({ outletNetwork: { outlets: 99 } }, byCoverage), rule).change.params["facts"]).toStrictEqual([
      "coverage",
    ]);
    expect(findingOn(decideDistributor({ outletNetwork: null }), rule).missing).toStrictEqual(["outletNetwork"]);
    expect(cameOut(decideDistributor({}, { minOutletNetwork: null }), rule)).toBe("unknown, information_requested");
  });
});
