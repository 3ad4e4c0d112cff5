import { applyGuarantee, type GuaranteeFacts, type GuaranteePolicy } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const policyOf = (changes: Partial<GuaranteePolicy> = {}): GuaranteePolicy => ({
  currency: "CNY",
  guarantee: "10000",
  basis: "each_period",
  paidAt: "end",
  prorateBy: "days",
  rounding: { decimals: 2, mode: "half_up" },
  ...changes,
});
function pays(facts: GuaranteeFacts, policy: GuaranteePolicy) {
  const answer = applyGuarantee(frozen(facts), frozen(policy));
  expectPlain(answer);
  const { atStart, atEnd, topUp, surplus } = answer.outcome;
  return [atStart.amount, atEnd.amount, topUp, surplus];
}

describe("applyGuarantee()", () => {
  test.each([
    ["9999.99", "0.01", "10000.00"],
    ["10000", "0", "10000.00"],
    ["10000.01", "0", "10000.01"],
  ])("around the guarantee: %s is lifted by %s", (earned, topUp, paid) => {
    expect(pays({ earned, surplus: "0" }, policyOf())).toStrictEqual(["0.00", paid, topUp, "0"]);
  });

  test("cumulative: a surplus of 2,000 lowers 10,000 to 8,000, so 5,000 is lifted by 3,000; each period alone by 5,000", () => {
    const first = pays({ earned: "12000", surplus: "0" }, policyOf({ basis: "cumulative" }));
    expect(first).toStrictEqual(["0.00", "12000.00", "0", "2000"]);
    expect(pays({ earned: "5000", surplus: "2000" }, policyOf({ basis: "cumulative" }))).toStrictEqual(["0.00", "8000.00", "3000", "0"]);
    expect(pays({ earned: "5000", surplus: "2000" }, policyOf())).toStrictEqual(["0.00", "10000.00", "5000", "0"]);
    expect(pays({ earned: "9000", surplus: "2000" }, policyOf({ basis: "cumulative" }))[3]).toBe("1000");
  });

  test("paid at the start, only what passes the guarantee comes later; the sum is the same", () => {
    expect(pays({ earned: "5000", surplus: "0" }, policyOf({ paidAt: "start" }))).toStrictEqual(["10000.00", "0.00", "5000", "0"]);
    expect(pays({ earned: "12500", surplus: "0" }, policyOf({ paidAt: "start" }))).toStrictEqual(["10000.00", "2500.00", "0", "0"]);
  });

  test("15 of 31 days lower the guarantee before it is compared: 1000 × 15 ÷ 31 − 200 is 283.87, or 284 without places", () => {
    const served = { part: { start: "2024-01-17", end: "2024-02-01" }, whole: { start: "2024-01-01", end: "2024-02-01" } };
    expect(pays({ earned: "200", surplus: "0", served }, policyOf({ guarantee: "1000" }))[1]).toBe("483.87");
    const yen = policyOf({ guarantee: "1000", currency: "JPY", rounding: { decimals: 0, mode: "half_up" } });
    expect(pays({ earned: "200", surplus: "0", served }, yen)[1]).toBe("484");
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => pays({ earned: "1", surplus: "-1" }, policyOf()))).toBe("kernel.below_zero at facts.surplus");
    expect(faultAt(() => pays({ earned: "1", surplus: "0" }, policyOf({ guarantee: "-1" })))).toBe("kernel.below_zero at policy.guarantee");
    expect(faultAt(() => pays({ earned: "1", surplus: "0", served: {} as never }, policyOf()))).toMatch(
      /^kernel\.not_a_period at facts\.part/,
    );
  });
});
