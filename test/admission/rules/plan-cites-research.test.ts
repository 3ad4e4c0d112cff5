import { describe, expect, test } from "vitest";
import { planCitesResearch } from "../../../src/admission/rules/plan-cites-research.js";
import { findingOf, findingWithout } from "../../support/plan-rules.js";

// S14-09
describe("a plan cites market research", () => {
  test("one reference is enough", () => {
    expect(findingOf(planCitesResearch)).toMatchObject({ status: "met", params: { actual: ["M-7"] } });
  });

  test("an empty list is not met", () => expect(findingOf(planCitesResearch, { research: [] }).status).toBe("unmet"));

  test("without a list it is unknown, and never met", () => {
    expect(findingWithout(planCitesResearch, "research")).toStrictEqual(["unknown", ["research"]]);
  });
});
