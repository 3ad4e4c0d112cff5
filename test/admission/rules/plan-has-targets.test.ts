import { describe, expect, test } from "vitest";
import { planHasTargets } from "../../../src/admission/rules/plan-has-targets.js";
import { findingOf, findingWithout } from "../../support/plan-rules.js";

describe("a plan says whom to recruit", () => {
  test("one target is enough", () => expect(findingOf(planHasTargets)).toMatchObject({ status: "met", params: { actual: 1 } }));
  test("none is not", () => expect(findingOf(planHasTargets, { targets: [] })).toMatchObject({ status: "unmet", params: { actual: 0 } }));
  test("not known is unknown", () => expect(findingWithout(planHasTargets, "targets")).toStrictEqual(["unknown", ["targets"]]));
});
