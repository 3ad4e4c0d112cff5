import { computeOfficeBenefit, type OfficeBenefitFacts } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { cents, outcomeOf } from "../support/sharing.js";

const facts: OfficeBenefitFacts = {
  currency: "CNY",
  gains: [
    { kind: "added_sales", volume: "200", perUnit: "35.5" },
    { kind: "margin_recovered", volume: "1", perUnit: "900" },
  ],
  costs: [{ kind: "staff", amount: "6000" }],
};
const benefit = (changes: Partial<OfficeBenefitFacts> = {}) =>
  outcomeOf(computeOfficeBenefit(frozen({ ...facts, ...changes }), { rounding: cents }));

describe("computeOfficeBenefit()", () => {
  test("gains less costs", () => {
    expect(benefit()).toStrictEqual({ gains: "8000", costs: "6000", net: "2000.00" });
  });

  test("S19-15: one cost more lowers the net benefit by exactly that cost", () => {
    expect(benefit({ costs: [...facts.costs, { kind: "premises", amount: "1500.01" }] }).net).toBe("499.99");
  });

  test("no office at all, an office that loses, and a rounding that is shown", () => {
    expect(benefit({ gains: [], costs: [] })).toStrictEqual({ gains: "0", costs: "0", net: "0.00" });
    expect(benefit({ gains: [] }).net).toBe("-6000.00");
    expect(benefit({ gains: [{ kind: "information", volume: "3", perUnit: "0.335" }], costs: [] })).toMatchObject({
      gains: "1.005",
      net: "1.01",
    });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => benefit({ costs: [{ kind: "staff", amount: "-1" }] }))).toBe("kernel.below_zero at facts.costs[0].amount");
    expect(faultAt(() => benefit({ gains: [{ kind: "luck" as never, volume: "1", perUnit: "1" }] }))).toBe(
      "kernel.not_a_choice at facts.gains[0].kind",
    );
  });
});
