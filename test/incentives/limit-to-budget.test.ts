import fc from "fast-check";
import { type IncentiveBudgetFacts, type IncentiveBudgetPolicy, limitToBudget } from "qudao/incentives";
import { compareDecimals, sumDecimals } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const policyOf = (changes: Partial<IncentiveBudgetPolicy> = {}): IncentiveBudgetPolicy => ({
  currency: "CNY",
  budget: "100",
  how: "first_come",
  decimals: 2,
  remainder: "contract_order",
  alertAt: "0.8",
  ...changes,
});
const ask = (id: string, amount: string, date = "2024-03-01") => ({ id, amount, date });
function grants(facts: IncentiveBudgetFacts, policy = policyOf()) {
  const answer = limitToBudget(frozen(facts), frozen(policy));
  expectPlain(answer);
  return answer.outcome;
}
const shown = (facts: IncentiveBudgetFacts, policy = policyOf()) =>
  grants(facts, policy).granted.map(({ id, amount }) => `${id} ${amount.amount}`);

describe("limitToBudget()", () => {
  // S06-22, G-14
  test.each([
    ["79.99", "within", "20.01"],
    ["80", "near", "20"],
    ["100", "near", "0"],
    ["100.01", "over", "0"],
  ])("S06-22: of a budget of 100, %s is %s", (amount, alert, left) => {
    expect(grants({ spent: "0", requests: [ask("A", amount)] })).toMatchObject({ alert, left: { amount: left } });
  });

  test("first come: by day, then by identifier, whatever the order of the list", () => {
    const requests = [ask("C", "50", "2024-03-02"), ask("B", "40"), ask("A", "40")];
    expect(shown({ spent: "0", requests })).toStrictEqual(["A 40.00", "B 40.00", "C 20.00"]);
    expect(shown({ spent: "0", requests: [...requests].reverse() })).toStrictEqual(["A 40.00", "B 40.00", "C 20.00"]);
    expect(shown({ spent: "70", requests })).toStrictEqual(["A 30.00", "B 0.00", "C 0.00"]);
  });

  test("in proportion, to the last cent", () => {
    const requests = [ask("A", "100"), ask("B", "100"), ask("C", "100")];
    expect(shown({ spent: "0", requests }, policyOf({ how: "pro_rata" }))).toStrictEqual(["A 33.34", "B 33.33", "C 33.33"]);
    expect(shown({ spent: "0", requests }, policyOf({ how: "pro_rata", remainder: "reverse_order" }))).toStrictEqual([
      "A 33.33",
      "B 33.33",
      "C 33.34",
    ]);
  });

  test("an overspent budget grants nothing, and one of 0 has no consumption", () => {
    expect(grants({ spent: "120", requests: [ask("A", "1")] })).toMatchObject({
      alert: "over",
      left: { amount: "-20" },
      consumption: "1.2",
    });
    expect(grants({ spent: "0", requests: [] }, policyOf({ budget: "0" })).consumption).toBeNull();
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => grants({ spent: "0", requests: [ask("A", "-1")] }))).toBe("kernel.below_zero at facts.requests[0].amount");
    expect(faultAt(() => grants({ spent: "0", requests: [ask("A", "1"), ask("A", "1")] }))).toBe(
      "kernel.named_twice at facts.requests[1].id",
    );
    expect(faultAt(() => grants({ spent: "0", requests: [ask("A", "1", "2024-02-30")] }))).toBe(
      "kernel.not_a_date at facts.requests[0].date",
    );
    expect(faultAt(() => grants({ spent: "0", requests: [] }, policyOf({ how: "lottery" as never })))).toBe(
      "kernel.not_a_choice at policy.how",
    );
  });

  test("granted and refused are what was asked, and never more than the budget", () => {
    const cents = fc.nat(9_000).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 6 }), fc.constantFrom("first_come" as const, "pro_rata" as const), (amounts, how) => {
        const { granted } = grants({ spent: "10", requests: amounts.map((amount, i) => ask(`R${i}`, amount)) }, policyOf({ how }));
        expect(sumDecimals(granted.flatMap(({ amount, refused }) => [amount.amount, refused]))).toBe(sumDecimals(amounts));
        expect(compareDecimals(sumDecimals(granted.map(({ amount }) => amount.amount)), "90")).toBeLessThanOrEqual(0);
      }),
      { seed: 20240101, numRuns: 200 },
    );
  });
});
