import fc from "fast-check";
import { addDecimals } from "qudao/kernel";
import { type BenefitLine, type BenefitPolicy, computeBenefit, managementScopes } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { outcomeOf } from "../support/network.js";

const policy: BenefitPolicy = { discountRate: "0.1", rounding: { decimals: 2, mode: "half_up" } };
const line = (period: number, benefit: string, cost = "0", scope: BenefitLine["scope"] = "system_building"): BenefitLine => ({
  scope,
  period,
  benefit,
  cost,
});
const benefit = (lines: readonly BenefitLine[], changes: Partial<BenefitPolicy> = {}) =>
  outcomeOf(computeBenefit(frozen({ currency: "CNY", lines }), frozen({ ...policy, ...changes })));
const horizons = (...args: Parameters<typeof benefit>) => {
  const { current, later, longTerm } = benefit(...args);
  return [current.amount, later.amount, longTerm.amount];
};

describe("computeBenefit()", () => {
  test("S19-03: gives the current and the long-term benefit, and what each of the four parts brings to both", () => {
    // later: 1100 ÷ 1.1 = 1000, 1210 ÷ 1.21 = 1000, (605 − 1210) ÷ 1.21 = −500
    const answer = benefit([
      line(0, "0", "1000"),
      line(0, "250", "100", "process_control"),
      line(1, "1210", "110", "terminal_management"),
      line(2, "1210", "0", "terminal_management"),
      line(2, "605", "1210", "member_selection"),
    ]);
    expect(answer).toStrictEqual({
      current: { amount: "-850.00", currency: "CNY" },
      later: { amount: "1500.00", currency: "CNY" },
      longTerm: { amount: "650.00", currency: "CNY" },
      byScope: [
        { scope: "system_building", current: "-1000.00", later: "0.00" },
        { scope: "process_control", current: "150.00", later: "0.00" },
        { scope: "member_selection", current: "0.00", later: "-500.00" },
        { scope: "terminal_management", current: "0.00", later: "2000.00" },
      ],
    });
  });

  test("rounds each horizon once: parts of a third of a cent add up, and the rest has a line of its own", () => {
    // 100 ÷ 1.1 = 90.90909…, three times: 272.7272…, while the parts show 90.91 each
    const scopes = ["system_building", "process_control", "member_selection"] as const;
    const answer = benefit(scopes.map((scope) => line(1, "100", "0", scope)));
    expect(answer.later.amount).toBe("272.73");
    expect(answer.byScope.map(({ later }) => later)).toStrictEqual(["90.91", "90.91", "90.91", "0.00"]);
  });

  test("without a discount later money is worth what it is, and nothing brings nothing", () => {
    expect(horizons([line(0, "1"), line(600, "5", "2")], { discountRate: "0" })).toStrictEqual(["1.00", "3.00", "4.00"]);
    expect(horizons([])).toStrictEqual(["0.00", "0.00", "0.00"]);
  });

  test("refuses periods and figures that there are not", () => {
    expect(faultAt(() => benefit([line(601, "1")]))).toBe("kernel.not_a_count at facts.lines[0].period");
    expect(faultAt(() => benefit([line(-1, "1")]))).toBe("kernel.not_a_count at facts.lines[0].period");
    expect(faultAt(() => benefit([line(0, "-1")]))).toBe("kernel.below_zero at facts.lines[0].benefit");
    expect(faultAt(() => benefit([], { discountRate: "-0.1" }))).toBe("kernel.outside_bounds at policy.discountRate");
    expect(faultAt(() => benefit([], { discountRate: "10.01" }))).toBe("kernel.outside_bounds at policy.discountRate");
    expect(faultAt(() => benefit([], { discountRate: `0.${"1".repeat(21)}` }))).toBe("kernel.out_of_range at policy.discountRate");
    expect(horizons([line(600, "1")], { discountRate: `9.${"9".repeat(20)}` })).toStrictEqual(["0.00", "0.00", "0.00"]);
    expect(faultAt(() => benefit([{ ...line(0, "1"), scope: "weather" as never }]))).toBe("kernel.not_a_choice at facts.lines[0].scope");
  });

  test("long-term is current and later, and more benefit in any period is never worth less", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 }).map(String);
    const lines = fc.array(fc.record({ scope: fc.constantFrom(...managementScopes), period: fc.nat(30), benefit: amount, cost: amount }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(lines, fc.nat(30), (given, period) => {
        const { current, later, longTerm } = benefit(given);
        expect(Number(addDecimals(current.amount, later.amount))).toBe(Number(longTerm.amount));
        const more = benefit([...given, line(period, "100")]);
        expect(Number(more.longTerm.amount)).toBeGreaterThanOrEqual(Number(longTerm.amount));
      }),
      { seed: 20240101, numRuns: 100 },
    );
  });
});
