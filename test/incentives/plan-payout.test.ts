import fc from "fast-check";
import { incentiveMeans, type PayoutPlanFacts, type PayoutPlanPolicy, planPayout } from "qudao/incentives";
import { sumDecimals } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const policyOf = (changes: Partial<PayoutPlanPolicy> = {}): PayoutPlanPolicy => ({
  currency: "CNY",
  decimals: 2,
  stages: [
    { id: "order", share: "0.6" },
    { id: "invoice", share: "0.2" },
    { id: "payment", share: "0.2" },
  ],
  minimum: "0",
  means: incentiveMeans,
  ...changes,
});
const cash = (amount: string, id = "I1") => ({ id, means: "sales_bonus", amount: { amount, currency: "CNY" } });
const factsOf = (changes: Partial<PayoutPlanFacts> = {}): PayoutPlanFacts => ({
  items: [cash("100")],
  stages: { order: "due", invoice: "held", payment: "held" },
  carried: "0",
  ...changes,
});
function plan(facts: PayoutPlanFacts, policy = policyOf()) {
  const answer = planPayout(frozen(facts), frozen(policy));
  if (!answer.ok) return answer.problem;
  expectPlain(answer.value);
  const { payable, carried, held, forfeited, paidBefore } = answer.value.outcome;
  return [payable, carried, held, forfeited, paidBefore].map(({ amount }) => amount);
}

describe("planPayout()", () => {
  test("60 % at the order, 20 % at the invoice, 20 % at the payment", () => {
    expect(plan(factsOf())).toStrictEqual(["60.00", "0.00", "40.00", "0.00", "0.00"]);
    expect(plan(factsOf({ stages: { order: "paid", invoice: "due", payment: "held" } }))).toStrictEqual([
      "20.00",
      "0.00",
      "20.00",
      "0.00",
      "60.00",
    ]);
    expect(plan(factsOf({ stages: { order: "paid", invoice: "paid", payment: "forfeited" } }))).toStrictEqual([
      "0.00",
      "0.00",
      "0.00",
      "20.00",
      "80.00",
    ]);
  });

  test.each([
    ["199.99", ["0.00", "199.99", "0.00", "0.00", "0.00"]],
    ["200", ["200.00", "0.00", "0.00", "0.00", "0.00"]],
    ["200.01", ["200.01", "0.00", "0.00", "0.00", "0.00"]],
    ["-199.99", ["0.00", "-199.99", "0.00", "0.00", "0.00"]],
    ["-200", ["-200.00", "0.00", "0.00", "0.00", "0.00"]],
  ])("below a minimum of 200 nothing is paid and all is carried over: %s", (amount, want) => {
    const policy = policyOf({ minimum: "200", stages: [{ id: "all", share: "1" }] });
    expect(plan(factsOf({ items: [cash(amount)], stages: { all: "due" } }), policy)).toStrictEqual(want);
  });

  test("what was carried over helps to reach the minimum", () => {
    const policy = policyOf({ minimum: "200", stages: [{ id: "all", share: "1" }] });
    expect(plan(factsOf({ items: [cash("50")], stages: { all: "due" }, carried: "150" }), policy)).toStrictEqual([
      "200.00",
      "0.00",
      "0.00",
      "0.00",
      "0.00",
    ]);
  });

  test.each([
    ["0.005", ["100.00", "0.005", "0.00", "0.00", "0.00"]],
    ["-0.005", ["99.99", "0.005", "0.00", "0.00", "0.00"]],
    ["-100.005", ["0.00", "-0.005", "0.00", "0.00", "0.00"]],
    ["-300.005", ["-200.00", "-0.005", "0.00", "0.00", "0.00"]],
  ])("what is finer than can be paid waits by itself: 100 due and %s carried over", (carried, want) => {
    const policy = policyOf({ stages: [{ id: "all", share: "1" }] });
    expect(plan(factsOf({ items: [cash("100")], stages: { all: "due" }, carried }), policy)).toStrictEqual(want);
  });

  // S01-14
  test("S01-14: means that are not money carry no amount and enter no total", () => {
    const answer = planPayout(
      factsOf({
        items: [
          cash("100"),
          { id: "R", means: "priority_referral" },
          { id: "P", means: "priority_resources" },
          { id: "G", means: "free_goods", quantity: { value: "3", unit: "box" } },
        ],
      }),
      policyOf(),
    );
    expect(answer.ok && answer.value.outcome.payable.amount).toBe("60.00");
    expect(answer.ok && answer.value.outcome.grants).toStrictEqual([
      { itemId: "R", means: "priority_referral" },
      { itemId: "P", means: "priority_resources" },
      { itemId: "G", means: "free_goods", quantity: { value: "3", unit: "box" } },
    ]);
    const paid = [{ id: "R", means: "priority_referral", amount: { amount: "5", currency: "CNY" } }];
    expect(plan(factsOf({ items: paid }))).toStrictEqual({
      code: "incentives.money_in_kind",
      params: { got: "R", means: "priority_referral" },
    });
  });

  test("stages that do not make a whole, and amounts that cannot be paid", () => {
    expect(plan(factsOf({ stages: { all: "due" } }), policyOf({ stages: [{ id: "all", share: "0.9" }] }))).toStrictEqual({
      code: "incentives.stages_not_whole",
      params: { sum: "0.9" },
    });
    expect(plan(factsOf({ items: [cash("1.001")] }))).toMatchObject({ code: "kernel.total_too_precise" });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => plan(factsOf({ stages: { order: "due", invoice: "held" } })))).toBe("kernel.not_a_choice at facts.stages.payment");
    expect(faultAt(() => plan(factsOf({ stages: { ...factsOf().stages, gift: "due" } })))).toBe("kernel.unknown_row at facts.stages.gift");
    expect(faultAt(() => plan(factsOf({ items: [{ id: "X", means: "smile" }] })))).toBe("kernel.unknown_row at facts.items[0].means");
    expect(faultAt(() => plan(factsOf({ items: [{ id: "X", means: "sales_bonus" }] })))).toBe(
      "kernel.not_an_amount at facts.items[0].amount",
    );
    expect(faultAt(() => plan(factsOf({ items: [cash("1"), cash("2")] })))).toBe("kernel.named_twice at facts.items[1].id");
    expect(faultAt(() => plan(factsOf(), policyOf({ minimum: "-1" })))).toBe("kernel.below_zero at policy.minimum");
  });

  test("paid and held and carried and forfeited are what was earned and carried over", () => {
    const status = fc.constantFrom("due" as const, "held" as const, "forfeited" as const, "paid" as const);
    const cents = fc.integer({ min: -20_000, max: 50_000 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 4 }), cents, status, status, status, (amounts, carried, order, invoice, payment) => {
        const items = amounts.map((amount, i) => cash(amount, `I${i}`));
        const parts = plan(factsOf({ items, carried, stages: { order, invoice, payment } }), policyOf({ minimum: "30" }));
        expect(sumDecimals(parts as string[])).toBe(sumDecimals([...amounts, carried]));
      }),
      { seed: 20240101, numRuns: 200 },
    );
  });
});
