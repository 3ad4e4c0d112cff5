import fc from "fast-check";
import { applyDraw, type DrawFacts, type DrawPolicy } from "qudao/incentives";
import { addDecimals, compareDecimals } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const policyOf = (kind: DrawPolicy["kind"]): DrawPolicy => ({
  currency: "CNY",
  draw: "2000",
  kind,
  rounding: { decimals: 2, mode: "half_up" },
});
function pays(facts: DrawFacts, policy: DrawPolicy) {
  const answer = applyDraw(frozen(facts), frozen(policy));
  expectPlain(answer);
  return answer.outcome;
}

describe("applyDraw()", () => {
  test("recoverable: 2,750 3,000 2,000 2,000 2,875 2,750 over six periods, the debt rising to 1,000 and repaid", () => {
    let debt = "0";
    const paid: [string, string][] = [];
    for (const earned of ["2750", "3000", "1250", "1750", "3875", "2750"]) {
      const one = pays({ earned, debt, stage: "running" }, policyOf("recoverable"));
      debt = one.debt;
      paid.push([one.paid.amount, debt]);
    }
    expect(paid).toStrictEqual([
      ["2750.00", "0"],
      ["3000.00", "0"],
      ["2000.00", "750"],
      ["2000.00", "1000"],
      ["2875.00", "0"],
      ["2750.00", "0"],
    ]);
  });

  test.each([
    ["1999.99", "2000.00", "0.01"],
    ["2000", "2000.00", "0"],
    ["2000.01", "2000.01", "0"],
    ["-100", "2000.00", "2100"],
  ])("around the draw: %s earned pays %s and advances %s", (earned, paid, advanced) => {
    expect(pays({ earned, debt: "0", stage: "running" }, policyOf("recoverable"))).toMatchObject({ paid: { amount: paid }, advanced });
  });

  test("a repayment never takes the payment below the draw", () => {
    expect(pays({ earned: "2500", debt: "900", stage: "running" }, policyOf("recoverable"))).toStrictEqual({
      paid: { amount: "2000.00", currency: "CNY" },
      advanced: "0",
      repaid: "500",
      debt: "400",
      forgiven: "0",
    });
  });

  test("non-recoverable leaves no debt; forgiven lets go of it after the last period only", () => {
    expect(pays({ earned: "500", debt: "0", stage: "last" }, policyOf("non_recoverable"))).toMatchObject({
      paid: { amount: "2000.00" },
      debt: "0",
    });
    expect(pays({ earned: "500", debt: "100", stage: "running" }, policyOf("forgiven"))).toMatchObject({ debt: "1600", forgiven: "0" });
    expect(pays({ earned: "500", debt: "100", stage: "last" }, policyOf("forgiven"))).toMatchObject({ debt: "0", forgiven: "1600" });
    expect(pays({ earned: "500", debt: "100", stage: "last" }, policyOf("recoverable"))).toMatchObject({ debt: "1600", forgiven: "0" });
  });

  test("refuses what cannot be read", () => {
    const facts: DrawFacts = { earned: "1", debt: "0", stage: "running" };
    expect(faultAt(() => applyDraw({ ...facts, debt: "-1" }, policyOf("forgiven")))).toBe("kernel.below_zero at facts.debt");
    expect(faultAt(() => applyDraw({ ...facts, stage: "end" as never }, policyOf("forgiven")))).toBe("kernel.not_a_choice at facts.stage");
    expect(faultAt(() => applyDraw(facts, { ...policyOf("forgiven"), draw: "1,5" }))).toBe("kernel.not_a_decimal at policy.draw");
    expect(faultAt(() => applyDraw(facts, null as never))).toBe("kernel.not_a_record at policy");
  });

  test("what is paid beyond what is earned is owed, whatever comes", () => {
    const cents = fc.integer({ min: 0, max: 500_000 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(cents, cents, (earned, debt) => {
        const one = applyDraw({ earned, debt, stage: "running" }, policyOf("recoverable")).outcome;
        expect(addDecimals(one.paid.amount, debt)).toBe(addDecimals(earned, one.debt));
        expect(compareDecimals(one.debt, "0")).toBeGreaterThanOrEqual(0);
        expect(compareDecimals(one.paid.amount, "2000")).toBeGreaterThanOrEqual(0);
      }),
      { seed: 20240101, numRuns: 300 },
    );
  });
});
