import { computeDealerEarnings, type DealerEarningsFacts, type DealerEarningsPolicy } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { resultOf } from "../support/network.js";

const cny = (amount: string) => ({ amount, currency: "CNY" });
const rounding = { decimals: 2, mode: "half_up" as const };

function earns(facts: Partial<DealerEarningsFacts>, policy: Partial<DealerEarningsPolicy> = {}) {
  const given = { kind: "agent" as const, sales: cny("120000"), cost: cny("100000"), ...facts };
  return resultOf(computeDealerEarnings(frozen(given), frozen({ rounding, ...policy })));
}

describe("computeDealerEarnings()", () => {
  test("S03-10: an agent earns its resale margin unless the agreement says otherwise", () => {
    expect(earns({})).toStrictEqual({ earned: cny("20000.00"), by: "margin" });
    expect(earns({}, { compensation: { kind: "margin" } })).toStrictEqual({ earned: cny("20000.00"), by: "margin" });
    expect(earns({}, { compensation: { kind: "commission", rate: "0.08" } })).toStrictEqual({ earned: cny("9600.00"), by: "commission" });
  });

  test("a commission needs no cost, a margin does", () => {
    expect(earns({ cost: undefined }, { compensation: { kind: "commission", rate: "0.1" } })).toMatchObject({ earned: cny("12000.00") });
    expect(earns({ cost: undefined })).toStrictEqual({ code: "network.cost_unknown", params: {} });
  });

  test("a loss is below 0, and rounding happens once", () => {
    expect(earns({ sales: cny("100"), cost: cny("100.005") })).toMatchObject({ earned: cny("-0.01") });
    expect(earns({ sales: cny("10.01") }, { compensation: { kind: "commission", rate: "0.05" } })).toMatchObject({ earned: cny("0.50") });
    expect(earns({ sales: cny("0.1"), cost: cny("0.1") })).toMatchObject({ earned: cny("0.00") });
  });

  test("who is no dealer has no such earnings, and currencies are never mixed", () => {
    expect(earns({ kind: "system_integrator" })).toStrictEqual({ code: "network.not_a_dealer", params: { kind: "system_integrator" } });
    expect(earns({ cost: { amount: "1", currency: "USD" } })).toStrictEqual({
      code: "network.currency_mismatch",
      params: { got: "USD", want: "CNY" },
    });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => earns({ sales: cny("-1") }))).toBe("kernel.below_zero at facts.sales.amount");
    expect(faultAt(() => earns({}, { compensation: { kind: "commission" } as never }))).toBe("kernel.missing at policy.compensation.rate");
    expect(faultAt(() => earns({}, { rounding: { decimals: -1, mode: "up" } }))).toBe("kernel.not_a_count at policy.rounding.decimals");
  });
});
