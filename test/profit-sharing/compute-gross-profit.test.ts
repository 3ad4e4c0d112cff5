import { computeGrossProfit } from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords } from "../support/says.js";

const profit = (unitSellingPrice: string, unitPurchasePrice: string, volume: string) =>
  computeGrossProfit({ currency: "CNY", unitSellingPrice, unitPurchasePrice, volume }, { rounding: { decimals: 2, mode: "half_up" } });

test("S19-144: (120 − 100) × 500 is 10,000, and a loss is below 0", () => {
  expect(profit("120", "100", "500").outcome).toStrictEqual({ amount: "10000.00", currency: "CNY" });
  expect(profit("90", "100", "500").outcome.amount).toBe("-5000.00");
  expect(profit("120", "100", "0").outcome.amount).toBe("0.00");
  expectWords(profit("120", "100", "500").explanation);
  expect(faultAt(() => profit("1", "1", "-1"))).toBe("kernel.below_zero at facts.volume");
});
