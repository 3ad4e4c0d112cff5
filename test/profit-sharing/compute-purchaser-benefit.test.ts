import { checkExplanation } from "qudao/kernel";
import { computePurchaserBenefit } from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { expectWords } from "../support/says.js";

const benefit = (unitResalePrice: string, unitConcession: string) =>
  computePurchaserBenefit(
    { currency: "CNY", unitResalePrice, unitPurchasePrice: "100", unitConcession, quantity: "10" },
    { rounding: { decimals: 2, mode: "half_up" } },
  );

test("S19-117: the margin of the purchaser and the concession it is given", () => {
  expect(benefit("120", "5").outcome).toStrictEqual({ amount: "250.00", currency: "CNY" });
  expect(benefit("120", "0").outcome.amount).toBe("200.00");
  expect(benefit("90", "5").outcome.amount).toBe("-50.00");
  expect(checkExplanation(benefit("120", "5").explanation)).toStrictEqual([]);
  expectWords(benefit("120", "5").explanation);
});
