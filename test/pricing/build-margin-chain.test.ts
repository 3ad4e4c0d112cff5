import { buildMarginChain } from "qudao/pricing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords } from "../support/says.js";

const tiers = [
  { id: "maker", unitPrice: "80" },
  { id: "agent", unitPrice: "90" },
  { id: "distributor", unitPrice: "100" },
];
const chain = (unitCost: string, own = tiers) =>
  buildMarginChain({ currency: "CNY", unitCost, tiers: own, quantity: "10" }, { shareDecimals: 4 });

describe("buildMarginChain()", () => {
  test("margins add up to end price less cost, and shares to 1", () => {
    const { outcome, explanation } = chain("70"); // 10 + 10 + 10 of 30: the odd ten-thousandth goes to the first
    expect(outcome).toMatchObject({ endPrice: "100", unitMargin: "30", totalMargin: "300" });
    expect(outcome.tiers.map(({ unitMargin, totalMargin, share }) => [unitMargin, totalMargin, share])).toStrictEqual([
      ["10", "100", "0.3334"],
      ["10", "100", "0.3333"],
      ["10", "100", "0.3333"],
    ]);
    expectWords(explanation);
  });

  test("a tier that sells at a loss has a share below 0, a chain without margin has none", () => {
    const loss = chain("60", [
      { id: "maker", unitPrice: "110" },
      { id: "agent", unitPrice: "100" },
    ]).outcome;
    expect(loss.tiers.map(({ unitMargin, share }) => [unitMargin, share])).toStrictEqual([
      ["50", "1.25"],
      ["-10", "-0.25"],
    ]);
    expect(chain("100").outcome.tiers.map(({ share }) => share)).toStrictEqual([null, null, null]);
    expect(chain("0", [{ id: "maker", unitPrice: "0" }]).outcome).toMatchObject({ unitMargin: "0", endPrice: "0" });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => chain("-1"))).toBe("kernel.below_zero at facts.unitCost");
    expect(faultAt(() => chain("1", []))).toBe("kernel.missing at facts.tiers[0]");
    expect(faultAt(() => chain("1", [...tiers, { id: "maker", unitPrice: "1" }]))).toBe("kernel.named_twice at facts.tiers[3].id");
  });
});
