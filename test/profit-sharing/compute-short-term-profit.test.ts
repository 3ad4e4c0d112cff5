import { checkExplanation } from "qudao/kernel";
import { computeShortTermProfit, type ProfitItem } from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords } from "../support/says.js";

const profit = (items: readonly ProfitItem[]) =>
  computeShortTermProfit(
    { currency: "CNY", unitSellingPrice: "120", unitPurchasePrice: "100", volume: "500", items },
    { rounding: { decimals: 2, mode: "half_up" } },
  );

test("S19-143: without other items it is the gross profit, and every other item is explicit", () => {
  expect(profit([]).outcome.amount).toBe("10000.00");
  const { outcome, explanation } = profit([
    { id: "rebate", amount: "600" },
    { id: "freight", amount: "-250.505" },
  ]);
  expect(outcome.amount).toBe("10349.50"); // 10349.495
  expect(checkExplanation(explanation)).toStrictEqual([]);
  expectWords(explanation);
  expect(
    faultAt(() =>
      profit([
        { id: "a", amount: "1" },
        { id: "a", amount: "1" },
      ]),
    ),
  ).toBe("kernel.named_twice at facts.items[1].id");
});
