import { computeReferralFee, type ReferralFeeFacts, type ReferralFeePolicy } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const policyOf = (changes: Partial<ReferralFeePolicy> = {}): ReferralFeePolicy => ({
  currency: "CNY",
  fee: { rate: "0.02" },
  most: "500",
  withinDays: 90,
  rounding: { decimals: 2, mode: "half_up" },
  ...changes,
});
const order = (date: string, amount = "8000", paid = true) => ({ date, amount: { amount, currency: "CNY" }, paid });
const factsOf = (changes: Partial<ReferralFeeFacts> = {}): ReferralFeeFacts => ({
  referrerId: "A",
  customerId: "C",
  referrals: [{ referrerId: "A", date: "2024-01-10" }],
  knownSince: null,
  order: order("2024-02-01"),
  ...changes,
});
function fee(facts: ReferralFeeFacts, policy = policyOf()) {
  const answer = computeReferralFee(frozen(facts), frozen(policy));
  expectPlain(answer);
  return [answer.outcome.fee.amount, answer.outcome.because];
}

describe("computeReferralFee()", () => {
  test("a share of the first order, or an amount, under a cap", () => {
    expect(fee(factsOf())).toStrictEqual(["160.00", null]);
    expect(fee(factsOf({ order: order("2024-02-01", "25000") }))).toStrictEqual(["500.00", null]);
    expect(fee(factsOf({ order: order("2024-02-01", "25000.5") }), policyOf({ most: null }))).toStrictEqual(["500.01", null]);
    // 160 is more than 150.005, which cannot be paid: 150.00 can
    expect(fee(factsOf(), policyOf({ most: "150.005" }))).toStrictEqual(["150.00", null]);
    expect(fee(factsOf(), policyOf({ fee: { amount: "88" } }))).toStrictEqual(["88.00", null]);
  });

  test.each([
    ["2024-01-09", "before_referral"],
    ["2024-01-10", null],
    ["2024-04-09", null],
    ["2024-04-10", "too_late"],
  ])("90 days from 10 January, and an order on %s", (date, because) => {
    expect(fee(factsOf({ order: order(date) }))[1]).toBe(because);
  });

  test("not for oneself, not for somebody known, not for the second to refer, not before the payment", () => {
    expect(fee(factsOf({ customerId: "A" }))).toStrictEqual(["0.00", "own"]);
    expect(fee(factsOf({ knownSince: "2024-01-09" }))).toStrictEqual(["0.00", "known_before"]);
    expect(fee(factsOf({ knownSince: "2024-01-10" }))[1]).toBeNull();
    const referrals = [
      { referrerId: "A", date: "2024-01-10" },
      { referrerId: "B", date: "2024-01-09" },
    ];
    expect(fee(factsOf({ referrals }))).toStrictEqual(["0.00", "not_first"]);
    expect(fee(factsOf({ referrals, referrerId: "B" }))[1]).toBeNull();
    expect(fee(factsOf({ order: order("2024-02-01", "8000", false) }))).toStrictEqual(["0.00", "not_paid"]);
  });

  test("a customer that named itself first takes nothing from who referred it", () => {
    const referrals = [
      { referrerId: "C", date: "2024-01-05" },
      { referrerId: "A", date: "2024-01-10" },
    ];
    expect(fee(factsOf({ referrals }))).toStrictEqual(["160.00", null]);
    expect(fee(factsOf({ referrals, knownSince: "2024-01-05" }))).toStrictEqual(["0.00", "known_before"]);
    expect(fee(factsOf({ referrals, referrerId: "C" }))).toStrictEqual(["0.00", "own"]);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => fee(factsOf({ referrerId: "Z" })))).toBe("kernel.unknown_row at facts.referrerId");
    expect(faultAt(() => fee(factsOf({ order: { ...order("2024-02-01"), paid: "yes" as never } })))).toBe(
      "kernel.not_a_choice at facts.order.paid",
    );
    expect(faultAt(() => fee(factsOf({ order: { ...order("2024-02-01"), amount: { amount: "1", currency: "USD" } } })))).toBe(
      "kernel.currency_mismatch at facts.order.amount.currency",
    );
    expect(faultAt(() => fee(factsOf(), policyOf({ fee: { rate: "0.02", amount: "88" } })))).toBe("kernel.not_a_choice at policy.fee");
    expect(faultAt(() => fee(factsOf(), policyOf({ fee: {} as never })))).toBe("kernel.not_a_decimal at policy.fee.amount");
  });
});
