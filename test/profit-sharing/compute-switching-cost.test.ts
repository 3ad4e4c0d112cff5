import { computeSwitchingCost, type SwitchingCostFacts } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { cents, outcomeOf } from "../support/sharing.js";

const facts: SwitchingCostFacts = {
  currency: "CNY",
  search: "2000",
  training: "1500",
  setUp: "3000",
  stockTakeBack: "800",
  contractExit: "5000",
  writeOffs: "700",
  rampUp: [
    { target: "100", expected: "40" },
    { target: "100", expected: "80" },
  ],
  unitMargin: "25",
  salvage: "1000",
};
const cost = (changes: Partial<SwitchingCostFacts> = {}) =>
  outcomeOf(computeSwitchingCost(frozen({ ...facts, ...changes }), { rounding: cents }));

describe("computeSwitchingCost()", () => {
  test("every item, the margin lost during ramp-up, less salvage", () => {
    // 13,000 + 80 × 25 − 1,000
    expect(cost()).toStrictEqual({ rampUpLoss: "2000", total: "14000.00" });
  });

  test("each item counts as it is, and salvage against them", () => {
    for (const item of ["search", "training", "setUp", "stockTakeBack", "contractExit", "writeOffs"] as const) {
      expect(cost({ [item]: String(Number(facts[item]) + 1) }).total).toBe("14001.00");
    }
    expect(cost({ salvage: "1001" }).total).toBe("13999.00");
  });

  test("a ramp-up above target counts against the loss; no ramp-up, no loss", () => {
    expect(cost({ rampUp: [{ target: "100", expected: "110" }] })).toMatchObject({ rampUpLoss: "-250", total: "11750.00" });
    expect(cost({ rampUp: [] }).rampUpLoss).toBe("0");
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => cost({ search: "-1" }))).toBe("kernel.below_zero at facts.search");
    expect(faultAt(() => cost({ rampUp: [{ target: "1" } as never] }))).toBe("kernel.not_a_decimal at facts.rampUp[0].expected");
  });
});
