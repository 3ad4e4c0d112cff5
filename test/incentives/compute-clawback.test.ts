import fc from "fast-check";
import { type ClawbackBasis, type ClawbackFacts, computeClawback } from "qudao/incentives";
import { addDecimals, compareDecimals, subtractDecimals } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const factsOf = (changes: Partial<ClawbackFacts> = {}): ClawbackFacts => ({
  earningId: "E1",
  earned: "100",
  paid: "60",
  takenBack: "0",
  ground: "return",
  date: "2024-07-01",
  ...changes,
});
const half: ClawbackBasis = { kind: "share_of_earned", rate: "0.5" };
function takes(facts: ClawbackFacts, basis: ClawbackBasis) {
  const policy = { currency: "CNY", basis, rounding: { decimals: 2, mode: "half_up" } } as const;
  const answer = computeClawback(frozen(facts), frozen(policy));
  if (!answer.ok) return answer.problem;
  expectPlain(answer.value);
  const { lost, cancelled, clawback } = answer.value.outcome;
  return [lost, cancelled, clawback.amount];
}

describe("computeClawback()", () => {
  test.each([
    ["0", ["0", "0", "0.00"]],
    ["0.4", ["40", "40", "0.00"]],
    ["0.4001", ["40.01", "40", "0.01"]],
    ["0.5", ["50", "40", "10.00"]],
    ["1", ["100", "40", "60.00"]],
  ])("clawback is limited to what was paid: a share of %s of 100, of which 60 were paid (G-13)", (rate, want) => {
    expect(takes(factsOf(), { kind: "share_of_earned", rate })).toStrictEqual(want);
  });

  test("what is back already is not taken twice", () => {
    expect(takes(factsOf({ takenBack: "55" }), { kind: "share_of_earned", rate: "1" })).toStrictEqual(["100", "40", "5.00"]);
  });

  // 100 earned and paid; 50 remain and 50 are back: nothing more. 30 remain: 20 more. 70 remain: nothing, and nothing is given again.
  test.each([
    ["50", ["50", "0", "0.00"]],
    ["49.99", ["50.01", "0", "0.01"]],
    ["30", ["70", "0", "20.00"]],
    ["70", ["30", "0", "0.00"]],
  ])("what remains is of all events so far: with 50 taken back before, %s remaining", (remaining, want) => {
    expect(takes(factsOf({ paid: "100", takenBack: "50", remaining }), { kind: "recomputed" })).toStrictEqual(want);
  });

  test("time not served is of all events so far, a share is of each", () => {
    const served = { part: { start: "2024-01-01", end: "2024-04-01" }, whole: { start: "2024-01-01", end: "2025-01-01" } };
    const again = factsOf({ paid: "100", takenBack: "50", served });
    expect(takes(again, { kind: "unserved_time", by: "whole_months" })).toStrictEqual(["75", "0", "25.00"]);
    expect(takes(again, half)).toStrictEqual(["50", "0", "50.00"]);
  });

  // 100 earned, 60 paid. The first half cancels 40 and takes 10 back; the second finds nothing to cancel and takes the other 50 back: 0 is kept.
  test("a second share takes back what the first one had cancelled instead, so that the member keeps what it still earned", () => {
    expect(takes(factsOf(), half)).toStrictEqual(["50", "40", "10.00"]);
    expect(takes(factsOf({ takenBack: "10", cancelled: "40" }), half)).toStrictEqual(["50", "0", "50.00"]);
    // 25 of the 40 unpaid are cancelled, then 15 and 10 are left to be lost of the next 25
    expect(takes(factsOf({ cancelled: "25" }), { kind: "share_of_earned", rate: "0.25" })).toStrictEqual(["25", "15", "10.00"]);
    expect(takes(factsOf({ cancelled: "40.01" }), half)).toStrictEqual({
      code: "incentives.paid_above_earned",
      params: { paid: "60", earned: "59.99" },
    });
    // what the other bases find is to date, with what was cancelled in it
    expect(takes(factsOf({ cancelled: "40", takenBack: "10", remaining: "30" }), { kind: "recomputed" })).toStrictEqual([
      "70",
      "40",
      "20.00",
    ]);
  });

  test("six of twelve months served take back a half", () => {
    const served = { part: { start: "2024-01-01", end: "2024-07-01" }, whole: { start: "2024-01-01", end: "2025-01-01" } };
    expect(takes(factsOf({ paid: "100", ground: "early_exit", served }), { kind: "unserved_time", by: "whole_months" })).toStrictEqual([
      "50",
      "0",
      "50.00",
    ]);
    const all = { ...served, part: served.whole };
    expect(takes(factsOf({ served: all }), { kind: "unserved_time", by: "days" })).toStrictEqual(["0", "0", "0.00"]);
  });

  test("complaint 41: rules changed backwards take back the difference, as a new entry in the period of the change, linked to the earning", () => {
    expect(takes(factsOf({ paid: "100", remaining: "60.125" }), { kind: "recomputed" })).toStrictEqual(["39.875", "0", "39.88"]);
    const policy = { currency: "CNY", basis: half, rounding: { decimals: 2, mode: "half_up" } } as const;
    const answer = computeClawback(factsOf({ ground: "diversion" }), policy);
    expect(answer.ok && answer.value.outcome.entry).toStrictEqual({
      earningId: "E1",
      date: "2024-07-01",
      ground: "diversion",
      amount: { amount: "-10.00", currency: "CNY" },
    });
  });

  test("more than was earned is a problem, and so is what cannot be", () => {
    expect(takes(factsOf({ remaining: "101" }), { kind: "recomputed" })).toStrictEqual({
      code: "incentives.clawback_above_earned",
      params: { earned: "100", remaining: "101" },
    });
    expect(takes(factsOf({ paid: "101" }), half)).toMatchObject({ code: "incentives.paid_above_earned" });
    expect(takes(factsOf({ takenBack: "61" }), half)).toMatchObject({ code: "incentives.paid_above_earned" });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => takes(factsOf(), { kind: "recomputed" }))).toBe("kernel.not_a_decimal at facts.remaining");
    expect(faultAt(() => takes(factsOf(), { kind: "unserved_time", by: "days" }))).toBe("kernel.not_a_record at facts.served");
    expect(faultAt(() => takes(factsOf(), { kind: "share_of_earned", rate: "1.01" }))).toBe("kernel.outside_bounds at policy.basis.rate");
    expect(faultAt(() => takes(factsOf({ ground: "whim" as never }), half))).toBe("kernel.not_a_choice at facts.ground");
  });

  test("never more than was paid and is not back; with it and the cancelled part the member keeps what it still earned", () => {
    const cents = fc.nat(100_000).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(cents, fc.nat(100), fc.nat(100), fc.nat(1000), (earned, paidPart, backPart, lostPart) => {
        const paid = ((Number(earned) * paidPart) / 100).toFixed(2);
        const takenBack = ((Number(paid) * backPart) / 100).toFixed(2);
        const basis: ClawbackBasis = { kind: "share_of_earned", rate: (lostPart / 1000).toFixed(3) };
        const policy = { currency: "CNY", basis, rounding: { decimals: 2, mode: "ceiling" as const } };
        const answer = computeClawback(factsOf({ earned, paid, takenBack }), policy);
        if (!answer.ok) throw new Error("unexpected");
        const { clawback, cancelled, lost } = answer.value.outcome;
        expect(compareDecimals(clawback.amount, subtractDecimals(paid, takenBack))).toBeLessThanOrEqual(0);
        expect(compareDecimals(addDecimals(cancelled, clawback.amount), addDecimals(lost, "0.01"))).toBeLessThanOrEqual(0);
      }),
      { seed: 20240101, numRuns: 300 },
    );
  });
});
