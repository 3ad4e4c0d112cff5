import fc from "fast-check";
import { type CreditSplitFacts, type CreditSplitPolicy, splitCredit } from "qudao/incentives";
import { sumDecimals } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const policy: CreditSplitPolicy = { decimals: 2, remainder: "contract_order", shortfall: "refused" };
const factsOf = (changes: Partial<CreditSplitFacts> = {}): CreditSplitFacts => ({
  saleId: "S1",
  amount: { amount: "100", currency: "CNY" },
  revenue: [
    { memberId: "A", share: "0.6" },
    { memberId: "B", share: "0.4" },
  ],
  overlays: [],
  primaryId: "A",
  ...changes,
});
function split(facts: CreditSplitFacts, agreed = policy) {
  const answer = splitCredit(frozen(facts), frozen(agreed));
  if (!answer.ok) return answer.problem;
  expectPlain(answer.value);
  const { revenue, overlays } = answer.value.outcome;
  return [revenue, overlays].map((list) => list.map(({ memberId, amount }) => `${memberId} ${amount.amount}`));
}
const revenue = (...shares: readonly string[]) => shares.map((share, i) => ({ memberId: "ABCD"[i] as string, share }));

describe("splitCredit()", () => {
  test("complaint 34: shares that make 1, beside overlays that need not", () => {
    expect(
      split(
        factsOf({
          overlays: [
            { memberId: "M", share: "1.5" },
            { memberId: "E", amount: "7" },
          ],
        }),
      ),
    ).toStrictEqual([
      ["A 60.00", "B 40.00"],
      ["M 150.00", "E 7.00"],
    ]);
  });

  test.each([
    [["0.6", "0.3999"], "incentives.shares_not_whole", "0.9999"],
    [["0.6", "0.4001"], "incentives.shares_above_one", "1.0001"],
  ])("shares of %j are refused: %s", (shares, code, sum) => {
    expect(split(factsOf({ revenue: revenue(...shares) }))).toStrictEqual({ code, params: { sum } });
  });

  test("what nobody claims goes to the primary, where that was agreed on", () => {
    expect(split(factsOf({ revenue: revenue("0.3", "0.3"), primaryId: "B" }), { ...policy, shortfall: "to_primary" })).toStrictEqual([
      ["A 30.00", "B 70.00"],
      [],
    ]);
  });

  test("a part in proportion follows the sale, one fixed by hand does not", () => {
    const overlays = [
      { memberId: "M", share: "0.1" },
      { memberId: "E", amount: "7" },
    ];
    expect(split(factsOf({ amount: { amount: "-50", currency: "CNY" }, overlays }))).toStrictEqual([
      ["A -30.00", "B -20.00"],
      ["M -5.00", "E 7.00"],
    ]);
  });

  test("a primary without a share, a sale too exact, and input that cannot be read", () => {
    expect(split(factsOf({ primaryId: "Z" }))).toStrictEqual({ code: "incentives.primary_without_share", params: { memberId: "Z" } });
    expect(split(factsOf({ amount: { amount: "1.001", currency: "CNY" } }))).toMatchObject({ code: "kernel.total_too_precise" });
    expect(faultAt(() => split(factsOf({ revenue: revenue("1.2") })))).toBe("kernel.outside_bounds at facts.revenue[0].share");
    expect(faultAt(() => split(factsOf({ revenue: [...revenue("0.5"), ...revenue("0.5")] })))).toBe(
      "kernel.named_twice at facts.revenue[1].memberId",
    );
    expect(faultAt(() => split(factsOf({ overlays: [{ memberId: "M", share: "0.1", amount: "7" }] })))).toBe(
      "kernel.not_a_choice at facts.overlays[0]",
    );
    expect(faultAt(() => split(factsOf(), { ...policy, shortfall: "ignored" as never }))).toBe("kernel.not_a_choice at policy.shortfall");
  });

  test("splits re-add to the sale, whatever the shares", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.constantFrom("contract_order" as const, "largest_fraction_first" as const),
        (units, cents, remainder) => {
          const shares = revenue(...units.map((n) => (n / 1200).toFixed(6)));
          const amount = (cents / 100).toFixed(2);
          const answer = splitCredit(factsOf({ revenue: shares, amount: { amount, currency: "CNY" } }), {
            decimals: 2,
            remainder,
            shortfall: "to_primary",
          });
          if (!answer.ok) throw new Error(answer.problem.code);
          expect(sumDecimals(answer.value.outcome.revenue.map((one) => one.amount.amount))).toBe(sumDecimals([amount]));
        },
      ),
      { seed: 20240101, numRuns: 300 },
    );
  });
});
