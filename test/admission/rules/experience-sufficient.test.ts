import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideAgent, decideDistributor, findingOn } from "../../support/admission.js";

const rule = "admission.experience_sufficient";

describe("experience in the industry or with like products", () => {
  test.each([
    ["5", "0", "met, admitted", "the industry alone is enough"],
    ["0", "5", "met, admitted", "like products alone are enough"],
    ["3.0", "0", "met, admitted", "exactly three years"],
    ["2.99", "2.99", "unmet, rejected", "they are not added up"],
    ["3.01", "0", "met, admitted", "a little more"],
  ])("S19-74: of an agent with %s and %s years: %s (%s)", (industryYears, likeProductsYears, want) => {
    expect(cameOut(decideAgent({ experience: { industryYears, likeProductsYears } }), rule)).toBe(want);
  });

  test.each([
    ["1.99", "unmet, rejected"],
    ["2", "met, admitted"],
    ["2.01", "met, admitted"],
  ])("S19-93: of a distributor with %s years: %s", (industryYears, want) => {
    expect(cameOut(decideDistributor({ experience: { industryYears, likeProductsYears: "1" } }), rule)).toBe(want);
  });

  test("one that is not known cannot lower the other, and may still raise it", () => {
    expect(cameOut(decideAgent({ experience: { industryYears: "3" } }), rule)).toBe("met, admitted");
    const decision = decideAgent({ experience: { industryYears: "2" } });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(changeFor(decision, rule).change.params["facts"]).toStrictEqual(["likeProductsYears"]);
  });

  test("both unknown, or nothing said at all: asked for", () => {
    expect(changeFor(decideAgent({ experience: {} }), rule).change.params["facts"]).toStrictEqual(["industryYears", "likeProductsYears"]);
    expect(findingOn(decideAgent({ experience: null }), rule).missing).toStrictEqual(["experience"]);
  });

  test("the years missing are those to the longer experience", () => {
    const { params } = findingOn(decideAgent({ experience: { industryYears: "1", likeProductsYears: "1.5" } }), rule);
    expect(params).toStrictEqual({ actual: "1.5", required: "3", short: "1.5" });
  });

  test("S19-74: a threshold that is not agreed is never passed", () => {
    expect(cameOut(decideAgent({ experience: { industryYears: "50" } }, { minExperienceYears: null }), rule)).toBe(
      "unknown, information_requested",
    );
  });
});
