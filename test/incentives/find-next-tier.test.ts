import { computeIncentive, findNextTier, type IncentiveProgramme, type NextTierFacts } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { programmeOf } from "../support/settlement.js";

function next(facts: Omit<NextTierFacts, "step">, programme: IncentiveProgramme = programmeOf()) {
  const answer = findNextTier(frozen({ ...facts, step: "0.01" }), frozen(programme));
  if (!answer.ok) return { problem: answer.problem, up: undefined, order: undefined };
  expectPlain(answer.value);
  const { next: up, order } = answer.value.outcome;
  return {
    up: up && `${up.tier} ${up.missing} ${up.earned.amount} ${up.gain}`,
    order: order && `${order.tier} ${order.earned.amount} ${order.gain}`,
  };
}
const figures = (amount: string, more: object = {}) => ({ amount, quantity: "10", ...more });
const ratio = (changes: Partial<IncentiveProgramme>) =>
  programmeOf({
    payOn: "amount",
    schedule: {
      method: "retroactive",
      unit: "ratio",
      boundary: "reaches",
      tiers: [
        { from: "0", rate: "0" },
        { from: "0.1", rate: "0.01" },
      ],
    },
    ...changes,
  });

describe("findNextTier()", () => {
  test.each([
    ["999.99", "2 0.01 20.00 10"],
    ["1000", null],
    ["400", "2 600 20.00 16"],
  ])("from %s: %s", (amount, up) => {
    expect(next({ figures: figures(amount) }).up).toBe(up);
  });

  test("a threshold that must be exceeded is one step further, and is then really passed", () => {
    const programme = programmeOf({ schedule: { ...programmeOf().schedule, boundary: "exceeds" } as never });
    expect(next({ figures: figures("1000") }, programme).up).toBe("2 0.01 20.00 10");
    const there = computeIncentive(figures("1000.01"), programme);
    expect(there.ok && there.value.outcome.tier).toBe(2);
  });

  test("what a larger order would earn", () => {
    expect(next({ figures: figures("900"), order: { amount: "99.99", quantity: "1" } }).order).toBe("1 10.00 1");
    expect(next({ figures: figures("900"), order: { amount: "100", quantity: "1" } }).order).toBe("2 20.00 11");
  });

  test("attainment and growth are told in money still to be sold", () => {
    expect(next({ figures: figures("150", { quota: "2000" }) }, ratio({ qualifier: { kind: "attainment" } })).up).toBe("2 50 2.00 2");
    const grows = (kind: "not_eligible" | "pay_on_full_volume") =>
      ratio({ qualifier: { kind: "growth_rate", of: "amount", baseline: "given", zeroBaseline: { kind } } });
    expect(next({ figures: figures("1050", { baseline: "1000" }) }, grows("not_eligible")).up).toBe("2 50 11.00 11");
    expect(next({ figures: figures("-5", { baseline: "0" }) }, grows("pay_on_full_volume")).up).toBeNull();
  });

  test("a package has a next one", () => {
    const programme = programmeOf({ schedule: { method: "package", unit: "CNY", size: "300", amount: "5", count: "complete" } });
    expect(next({ figures: figures("700") }, programme).up).toBe("3 200 15.00 5");
  });

  test("at a cliff the gain is below 0", () => {
    const cliff = programmeOf({
      schedule: {
        method: "retroactive",
        unit: "CNY",
        boundary: "reaches",
        tiers: [
          { from: "0", rate: "0.02" },
          { from: "1000", rate: "0.01" },
        ],
      },
    });
    expect(next({ figures: figures("900") }, cliff).up).toBe("2 100 10.00 -8");
  });

  test("what is missing is a problem, and what cannot be read a fault", () => {
    expect(next({ figures: figures("1") }, ratio({ qualifier: { kind: "attainment" } })).problem).toStrictEqual({
      code: "incentives.quota_missing",
      params: {},
    });
    expect(faultAt(() => findNextTier({ figures: figures("1"), step: "0" }, programmeOf()))).toBe("kernel.not_above_zero at facts.step");
    expect(faultAt(() => next({ figures: figures("1"), order: { amount: "x", quantity: "0" } }))).toBe(
      "kernel.not_a_decimal at facts.order.amount",
    );
  });
});
