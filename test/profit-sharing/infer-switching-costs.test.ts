import { inferSwitchingCosts } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const inferred = (a: readonly [string, string], b: readonly [string, string]) =>
  inferSwitchingCosts(
    {
      currency: "CNY",
      one: { brandId: "A", price: a[0], customers: a[1] },
      other: { brandId: "B", price: b[0], customers: b[1] },
    },
    { rounding: cents },
  );

describe("inferSwitchingCosts()", () => {
  test("the price less the rival's price times the rival's share", () => {
    // 100 − 80 × 100/400 = 80; 80 − 100 × 300/400 = 5
    expect(answerOf(inferred(["100", "300"], ["80", "100"]))).toStrictEqual({ one: "80.00", other: "5.00" });
    // equal prices and shares: half the price
    expect(answerOf(inferred(["10", "7"], ["10", "7"]))).toStrictEqual({ one: "5.00", other: "5.00" });
  });

  test("a cost below 0 shows that prices are not in balance; no customers, no cost", () => {
    expect(answerOf(inferred(["10", "1"], ["100", "9"])).one).toBe("-80.00");
    expect(problemOf(inferred(["1", "0"], ["1", "0"]))).toStrictEqual({ code: "profit-sharing.no_customers", params: {} });
    expect(faultAt(() => inferred(["-1", "1"], ["1", "1"]))).toBe("kernel.below_zero at facts.one.price");
  });
});
