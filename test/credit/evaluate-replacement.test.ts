import { evaluateReplacement } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const facts = { keep: { value: "100" }, replace: { value: "110" }, switchingCost: "20" };
const decide = (tolerance: string) => shown(evaluateReplacement(facts, { tolerance, ratePerPeriod: "0" }));

describe("evaluateReplacement()", () => {
  test.each([
    ["5", "keep"],
    ["9.99", "keep"],
    ["10", "replace"],
    ["15", "replace"],
  ])("S19-139: keep 100, replace 110, switching 20 cost 10; at a tolerance of %s: %s", (tolerance, decision) => {
    expect(decide(tolerance)).toStrictEqual({ decision, opportunityCost: "10", keepValue: "100", replaceValue: "110" });
  });

  test("cash flows are discounted from the end of the first period", () => {
    // 110 ÷ 1.1 + 121 ÷ 1.21 = 200
    const given = { keep: { cashFlows: ["110", "121"] }, replace: { cashFlows: ["0", "242"] }, switchingCost: "0" };
    expect(shown(evaluateReplacement(given, { tolerance: "0", ratePerPeriod: "0.1" }))).toMatchObject({
      keepValue: "200",
      replaceValue: "200",
      opportunityCost: "0",
      decision: "replace",
    });
  });

  test("a member that loses money is replaced even at some cost; replacing may even gain", () => {
    const given = { keep: { value: "-50" }, replace: { value: "0" }, switchingCost: "20" };
    expect(shown(evaluateReplacement(given, { tolerance: "0", ratePerPeriod: "0" }))).toMatchObject({
      decision: "replace",
      opportunityCost: "-30",
    });
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => evaluateReplacement({ ...facts, keep: { cashFlows: ["x"] } }, { tolerance: "0", ratePerPeriod: "0" }))).toBe(
      "kernel.not_a_decimal at facts.keep.cashFlows[0]",
    );
    expect(faultAt(() => evaluateReplacement({ ...facts, switchingCost: "-1" }, { tolerance: "0", ratePerPeriod: "0" }))).toBe(
      "kernel.below_zero at facts.switchingCost",
    );
  });
});
