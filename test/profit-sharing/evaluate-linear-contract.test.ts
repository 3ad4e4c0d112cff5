import fc from "fast-check";
import { evaluateLinearContract, type LinearContract } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const market = { currency: "CNY", intercept: "100", slope: "1", unitCost: "20" };
const judge = (contract: LinearContract, changes: Partial<typeof market> = {}) =>
  evaluateLinearContract(frozen({ ...market, ...changes }), frozen({ contract, rounding: cents }));
const profits = (contract: LinearContract) => {
  const { dealerProfit, makerProfit, coordinates } = answerOf(judge(contract));
  return [dealerProfit, makerProfit, coordinates];
};

describe("evaluateLinearContract()", () => {
  test("a wholesale price alone: the maker's best one leaves three quarters", () => {
    expect(answerOf(judge({ kind: "wholesale", unitPrice: "60" }))).toMatchObject({
      quantity: "20.00",
      price: "80.00",
      dealerProfit: "400.00",
      makerProfit: "800.00",
      efficiency: "0.75",
      coordinates: false,
    });
    expect(profits({ kind: "wholesale", unitPrice: "20" })).toStrictEqual(["1600.00", "0.00", true]);
  });

  test.each([
    { fee: "0", dealer: "1600.00", maker: "0.00", acceptable: true },
    { fee: "1600", dealer: "0.00", maker: "1600.00", acceptable: true },
    { fee: "1600.01", dealer: "-0.01", maker: "1600.01", acceptable: false },
    { fee: "-0.01", dealer: "1600.01", maker: "-0.01", acceptable: false },
  ])("a two-part tariff at cost coordinates with any fee; $fee is acceptable: $acceptable", ({ fee, dealer, maker, acceptable }) => {
    expect(answerOf(judge({ kind: "two_part", unitPrice: "20", fee }))).toMatchObject({
      dealerProfit: dealer,
      makerProfit: maker,
      acceptable,
      coordinates: true,
    });
  });

  test("a share of revenue coordinates at that share of the cost, and not at the cost", () => {
    expect(profits({ kind: "revenue_share", unitPrice: "12", keeps: "0.6" })).toStrictEqual(["960.00", "640.00", true]);
    // at the cost: (60 − 20) ÷ 1.2 = 33.33 units instead of 40
    expect(answerOf(judge({ kind: "revenue_share", unitPrice: "20", keeps: "0.6" }))).toMatchObject({
      quantity: "33.33",
      coordinates: false,
    });
  });

  test("a share of profit coordinates at the cost", () => {
    expect(profits({ kind: "profit_share", unitPrice: "20", keeps: "0.6" })).toStrictEqual(["960.00", "640.00", true]);
  });

  test("a price that nobody pays: nothing is sold, and only the fee moves", () => {
    expect(answerOf(judge({ kind: "wholesale", unitPrice: "100" }))).toMatchObject({
      quantity: "0.00",
      channelProfit: "0.00",
      efficiency: "0",
    });
    expect(profits({ kind: "two_part", unitPrice: "200", fee: "5" })).toStrictEqual(["-5.00", "5.00", false]);
    expect(problemOf(judge({ kind: "wholesale", unitPrice: "1" }, { unitCost: "100" })).code).toBe("profit-sharing.no_trade");
  });

  test("the dealer's order is best for the dealer, by trying every other", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 110 }),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom("revenue_share" as const, "profit_share" as const),
        (w, tenths, kind) => {
          const { quantity } = answerOf(judge({ kind, unitPrice: String(w), keeps: String(tenths / 10) }));
          const earned = (q: number) =>
            kind === "revenue_share" ? ((100 - q) * q * tenths) / 10 - w * q : (((100 - q) * q - w * q) * tenths) / 10;
          for (let q = 0; q <= 100; q++) expect(earned(q)).toBeLessThanOrEqual(earned(Number(quantity)) + 0.01);
        },
      ),
      { seed: 20240101, numRuns: 200 },
    );
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => judge({ kind: "revenue_share", unitPrice: "1", keeps: "0" }))).toBe(
      "kernel.outside_bounds at policy.contract.keeps",
    );
    expect(faultAt(() => judge({ kind: "gift" } as never))).toBe("kernel.not_a_choice at policy.contract.kind");
    expect(faultAt(() => judge({ kind: "wholesale", unitPrice: "-1" }))).toBe("kernel.below_zero at policy.contract.unitPrice");
  });
});
