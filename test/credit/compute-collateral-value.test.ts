import { type Collateral, computeCollateralValue } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const depot = (changes: Partial<Collateral> = {}): Collateral => ({
  id: "depot",
  kind: "real_estate",
  appraisedValue: "900000",
  encumbrances: "0",
  mortgageable: "yes",
  ...changes,
});
const policy = {
  lendingRates: [
    { kind: "real_estate", rate: "0.7" },
    { kind: "vehicle", rate: "0.5" },
  ],
} as const;
const value = (...collateral: readonly Collateral[]) => shown(computeCollateralValue({ collateral }, policy)).value;

describe("computeCollateralValue()", () => {
  test.each([
    ["0", "630000"],
    ["629999.99", "0.01"],
    ["630000", "0"],
    ["900000", "0"],
    ["2000000", "0"],
  ])("S19-86: with %s that comes first, property of 900000 counts %s; fully encumbered it counts 0", (encumbrances, counts) => {
    expect(value(depot({ encumbrances }))).toBe(counts);
  });

  test("property that may not be mortgaged, of which nobody knows, or of a kind without a rate counts 0", () => {
    expect(value(depot({ mortgageable: "no" }))).toBe("0");
    expect(value(depot({ mortgageable: "unknown" }))).toBe("0");
    expect(value(depot({ kind: "stock_of_goods" }))).toBe("0");
  });

  test("a shortfall of one does not eat into another", () => {
    expect(value(depot({ encumbrances: "2000000" }), depot({ id: "van", kind: "vehicle", appraisedValue: "100000" }))).toBe("50000");
  });

  test("names the place of what is malformed", () => {
    const twice = ["0.7", "0.5"].map((rate) => ({ kind: "real_estate" as const, rate }));
    expect(faultAt(() => computeCollateralValue({ collateral: [] }, { lendingRates: twice }))).toBe(
      "kernel.named_twice at policy.lendingRates[1].kind",
    );
    expect(faultAt(() => value(depot(), depot()))).toBe("kernel.named_twice at facts.collateral[1].id");
    expect(faultAt(() => value(depot({ encumbrances: "-1" })))).toBe("kernel.below_zero at facts.collateral[0].encumbrances");
  });
});
