import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideDistributor, findingOn } from "../../support/admission.js";

const rule = "admission.vacancy_open";

describe("the outlet plan", () => {
  test.each([
    [3, "met, admitted", "one place is left"],
    [4, "unmet, qualified_no_vacancy", "the last place is taken"],
    [5, "unmet, qualified_no_vacancy", "more than planned already"],
  ])("S19-69: of four places %s taken: %s (%s)", (occupied, want) => {
    expect(cameOut(decideDistributor({ outletPlan: { planned: 4, occupied } }), rule)).toBe(want);
  });

  test("S19-69: twice the plan admits whom the plan of before could not", () => {
    expect(decideDistributor({ outletPlan: { planned: 3, occupied: 3 } }).status).toBe("qualified_no_vacancy");
    expect(decideDistributor({ outletPlan: { planned: 6, occupied: 3 } }).status).toBe("admitted");
  });

  test("S19-69: who is not qualified is rejected, place or no place", () => {
    const decision = decideDistributor({ outletPlan: { planned: 4, occupied: 4 }, creditGrade: "C" });
    expect(cameOut(decision, rule)).toBe("unmet, rejected");
  });

  test("S19-69: without a place, but not known to qualify: asked first", () => {
    const decision = decideDistributor({ outletPlan: { planned: 4, occupied: 4 }, registeredCapital: null });
    expect(decision.status).toBe("information_requested");
  });

  test("says that a place has to become free, and that only the manufacturer can tell how many there are", () => {
    const full = decideDistributor({ outletPlan: { planned: 4, occupied: 4 } });
    expect(changeFor(full, rule)).toMatchObject({
      from: "manufacturer",
      change: { code: "admission.change_vacancy", params: { planned: 4, occupied: 4 } },
    });
    const unplanned = decideDistributor({ outletPlan: undefined });
    expect(cameOut(unplanned, rule)).toBe("unknown, information_requested");
    expect(changeFor(unplanned, rule).from).toBe("manufacturer");
    expect(findingOn(unplanned, rule).missing).toStrictEqual(["outletPlan"]);
  });

  test("a policy may let it be waived, or only report it", () => {
    const outletPlan = { planned: 4, occupied: 4 };
    const waivers = [{ rule, ground: "Strategic place", approver: "chen", date: "2024-04-01" }];
    expect(decideDistributor({ outletPlan, waivers }, { binding: { [rule]: "in_principle" } }).status).toBe("admitted_with_exceptions");
    expect(decideDistributor({ outletPlan }, { binding: { [rule]: "advisory" } }).status).toBe("admitted");
  });
});
