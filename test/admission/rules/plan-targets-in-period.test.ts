import { describe, expect, test } from "vitest";
import { planTargetsInPeriod } from "../../../src/admission/rules/plan-targets-in-period.js";
import { target } from "../../support/candidates.js";
import { findingOf, findingWithout } from "../../support/plan-rules.js";

describe("targets are due on a day of the plan", () => {
  // the plan runs from 2024-01-01 to the day before 2025-01-01
  test.each([
    { dueOn: "2023-12-31", status: "unmet", why: "a day too early" },
    { dueOn: "2024-01-01", status: "met", why: "the first day" },
    { dueOn: "2024-12-31", status: "met", why: "the last day" },
    { dueOn: "2025-01-01", status: "unmet", why: "a day too late" },
  ])("$dueOn: $status, $why", ({ dueOn, status }) => {
    const found = findingOf(planTargetsInPeriod, { targets: [target(), target({ dueOn, territoryId: "jiangsu" })] });
    expect(found.status).toBe(status);
    expect(found.params["outside"]).toStrictEqual(status === "met" ? [] : [dueOn]);
  });

  test("not known is unknown", () => {
    expect(findingWithout(planTargetsInPeriod, "targets", "period")).toStrictEqual(["unknown", ["targets", "period"]]);
  });
});
