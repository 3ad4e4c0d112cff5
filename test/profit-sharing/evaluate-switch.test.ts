import { evaluateSwitch, type SwitchCandidate } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { outcomeOf } from "../support/sharing.js";

const candidate = (candidateId: string, replace: string, switchingCost: string): SwitchCandidate => ({
  candidateId,
  replace,
  switchingCost,
});
const decided = (tolerance: string, candidates: readonly SwitchCandidate[] = [candidate("N", "110", "20")], keep = "100") =>
  outcomeOf(evaluateSwitch(frozen({ currency: "CNY", keep, candidates }), { tolerance }));

describe("evaluateSwitch()", () => {
  test("S19-139: keep 100, replace 110, switching 20: a cost of 10, within 15 and beyond 5", () => {
    expect(decided("15")).toStrictEqual({ decision: "replace", candidateId: "N", opportunityCost: "10" });
    expect(decided("5")).toStrictEqual({ decision: "keep", candidateId: "N", opportunityCost: "10" });
  });

  test.each([
    { tolerance: "9.99", decision: "keep" },
    { tolerance: "10", decision: "replace" },
    { tolerance: "10.01", decision: "replace" },
  ])("a tolerance of $tolerance: $decision", ({ tolerance, decision }) => {
    expect(decided(tolerance).decision).toBe(decision);
  });

  test("the candidate that costs least is taken, the first of equals; a cost below 0 is a gain", () => {
    const three = [candidate("A", "110", "30"), candidate("B", "150", "20"), candidate("C", "140", "10")];
    expect(decided("0", three)).toStrictEqual({ decision: "replace", candidateId: "B", opportunityCost: "-30" });
  });

  test("S19-138: without a candidate the dealer is kept, whatever it is worth", () => {
    expect(decided("1000", [], "-500")).toStrictEqual({ decision: "keep", candidateId: null, opportunityCost: null });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => decided("-1"))).toBe("kernel.below_zero at policy.tolerance");
    expect(faultAt(() => decided("1", [candidate("A", "1", "1"), candidate("A", "1", "1")]))).toBe(
      "kernel.named_twice at facts.candidates[1].candidateId",
    );
  });
});
