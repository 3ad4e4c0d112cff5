import { evaluateRepeatedPayment, type RepeatedPaymentFacts, type RepeatedPaymentPolicy } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const facts: RepeatedPaymentFacts = { temptation: "5", reward: "3", punishment: "1" };
const policy: RepeatedPaymentPolicy = { discount: { factor: "0.5" }, detection: "1", response: { kind: "grim" }, horizon: "open" };
const evaluate = (changes: Partial<RepeatedPaymentPolicy> = {}, given: Partial<RepeatedPaymentFacts> = {}) =>
  shown(evaluateRepeatedPayment({ ...facts, ...given }, { ...policy, ...changes }));
const suspended = (cycles: number, factor: string) => evaluate({ response: { kind: "suspension", cycles }, discount: { factor } });

describe("evaluateRepeatedPayment()", () => {
  test.each([
    ["0.499", false],
    ["0.5", true],
    ["0.501", true],
  ])("S19-134: T 5, R 3, P 1, S 0: the critical discount factor is 0.5; at %s payment is sustained: %s", (factor, sustained) => {
    expect(evaluate({ discount: { factor } })).toMatchObject({ criticalDiscount: "0.5", sustained });
  });

  test("a discount factor is the chance of another cycle over one plus its rate, compared exactly", () => {
    // 0.55 ÷ 1.1 = 0.5 has no end as a product of quotients, but is exactly on the threshold
    expect(evaluate({ discount: { survival: "0.55", ratePerCycle: "0.1" } })).toMatchObject({ discountFactor: "0.5", sustained: true });
    expect(evaluate({ discount: { survival: "0.54", ratePerCycle: "0.1" } }).sustained).toBe(false);
  });

  test("a delay that is noticed in half of the cycles needs more: 2 ÷ (2 + 0.5 × 2)", () => {
    const third = evaluate({ detection: "0.5" });
    expect(third.criticalDiscount).toMatch(/^0\.6{39}7$/);
    expect(evaluate({ detection: "0" })).toMatchObject({ criticalDiscount: null, sustained: false, because: "nothing_to_lose" });
  });

  test.each([
    // at 0.75: 2 ≤ 2 × (0.75 + 0.5625 = 1.3125): two cycles; one gives 1.5 < 2
    ["0.75", 2],
    // at 0.6: 0.6 + 0.36 = 0.96 < 1; + 0.216: three
    ["0.6", 3],
    // at 0.9 one cycle gives 0.9 < 1, two give 1.71
    ["0.9", 2],
    // at 0.5 even never again is only just enough, so no suspension is
    ["0.5", null],
    ["0.4", null],
    // at 1 every cycle counts as much: 2 = 2 × 1
    ["1", 1],
  ])("at %s the shortest suspension that works is of %s cycles", (factor, shortest) => {
    expect(evaluate({ discount: { factor } }).shortestSuspension).toBe(shortest);
  });

  test("more than a million cycles are no suspension that is worth telling", () => {
    const at = (temptation: string) =>
      evaluate({ discount: { factor: "1" } }, { temptation, reward: "3", punishment: "1" }).shortestSuspension;
    // 2,000,000 ÷ 2 is a million
    expect([at("2000003"), at("2000003.01")]).toStrictEqual([1_000_000, null]);
  });

  test("where a power is exactly on the threshold, it is enough", () => {
    // T − R = 3, R − P = 4, δ = 0.5: x = 0.5 × 3 ÷ (0.5 × 4) = 0.75, 1 − x = 0.25 = 0.5²
    expect(evaluate({}, { temptation: "8", reward: "5", punishment: "1" })).toMatchObject({ shortestSuspension: 2 });
  });

  test("one cycle less than the shortest does not do", () => {
    expect(suspended(2, "0.6")).toMatchObject({ sustained: false, because: "future_is_too_little" });
    expect(suspended(3, "0.6")).toMatchObject({ sustained: true, because: "future_is_enough" });
  });

  test("with a known end nobody pays, unless nothing tempts", () => {
    expect(evaluate({ horizon: "known_end", discount: { factor: "0.99" } })).toMatchObject({ sustained: false, because: "known_end" });
    expect(evaluate({ horizon: "known_end" }, { temptation: "3" })).toMatchObject({
      sustained: true,
      because: "nothing_tempts",
      criticalDiscount: "0",
      shortestSuspension: 0,
    });
  });

  test("with nothing to lose no threat works", () => {
    expect(evaluate({ discount: { factor: "0.99" } }, { punishment: "3" })).toMatchObject({
      sustained: false,
      criticalDiscount: null,
      shortestSuspension: null,
    });
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => evaluate({ discount: { factor: "1.1" } }))).toBe("kernel.outside_bounds at policy.discount.factor");
    expect(faultAt(() => suspended(0, "0.5"))).toBe("kernel.not_a_count at policy.response.cycles");
  });
});
