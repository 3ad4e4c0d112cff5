import { describe, expect, test } from "vitest";
import { planNamesSources } from "../../../src/admission/rules/plan-names-sources.js";
import { findingOf, findingWithout } from "../../support/plan-rules.js";

describe("a plan names known sources", () => {
  test("one known source is enough", () => expect(findingOf(planNamesSources, { sources: ["referral"] }).status).toBe("met"));
  test("none is not", () => expect(findingOf(planNamesSources, { sources: [] }).status).toBe("unmet"));

  test("an unknown one is named", () => {
    expect(findingOf(planNamesSources, { sources: ["referral", "hearsay"] })).toMatchObject({
      status: "unmet",
      params: { unknown: ["hearsay"] },
    });
  });

  test("not known is unknown", () => expect(findingWithout(planNamesSources, "sources")).toStrictEqual(["unknown", ["sources"]]));
});
