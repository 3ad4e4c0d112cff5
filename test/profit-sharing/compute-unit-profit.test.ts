import { computeUnitProfit } from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { expectWords } from "../support/says.js";

const unit = (...volumes: readonly string[]) =>
  computeUnitProfit(
    {
      currency: "CNY",
      sharedSellingCost: "100",
      products: volumes.map((volume, i) => ({ id: `p${i}`, unitSellingPrice: "12", unitPurchasePrice: "8", volume })),
    },
    { rounding: { decimals: 2, mode: "half_up" } },
  );

test("S19-112: 100 over 50 and over 100 units cost 2 and 1 per unit, so that a longer line earns more on each", () => {
  expect(unit("50")).toMatchObject({ value: { outcome: { unitSellingCost: "2.00", products: [{ unitProfit: "2.00" }] } } });
  const line = unit("50", "50");
  expect(line).toMatchObject({
    value: { outcome: { unitSellingCost: "1.00", products: [{ unitProfit: "3.00" }, { unitProfit: "3.00" }] } },
  });
  if (line.ok) expectWords(line.value.explanation);
  expect(unit("300")).toMatchObject({ value: { outcome: { unitSellingCost: "0.33", products: [{ unitProfit: "3.67" }] } } });
  expect(unit("0")).toMatchObject({ problem: { code: "profit-sharing.no_volume" } });
});
