import { compareClassPrices, type PricePolicy } from "qudao/pricing";
import { describe, expect, test } from "vitest";
import { expectWords } from "../support/says.js";

const list = { currency: "CNY", tax: "tax_excluded" as const, start: "2024-01-01" };
const policy = (agent: string): PricePolicy => ({
  lists: [
    {
      ...list,
      id: "A",
      memberClass: "agent",
      prices: [
        { productId: "camera", unitPrice: agent },
        { productId: "camera", from: "50", unitPrice: "80" },
      ],
    },
    { ...list, id: "D", memberClass: "distributor", prices: [{ productId: "camera", unitPrice: "100" }] },
  ],
  specials: [],
  privileges: [],
  floors: [],
  choose: "special_first",
  tax: "tax_excluded",
  rounding: { decimals: 2, mode: "half_up" },
});
const compare = (agent: string, productId = "camera") =>
  compareClassPrices(
    { asOf: "2024-06-01", currency: "CNY", favouredClass: "agent", otherClass: "distributor", territoryIds: [], products: [{ productId }] },
    policy(agent),
  );

describe("compareClassPrices()", () => {
  test.each([
    ["99.99", "met"],
    ["100", "met"],
    ["100.01", "unmet"],
  ])("S03-12: an agent's price of %s against a distributor's 100 is %s", (agent, status) => {
    const { outcome, explanation } = compare(agent);
    expect(outcome).toMatchObject({
      status,
      lines: [
        { quantity: "0", status },
        { quantity: "50", favoured: "80.00", status: "met" },
      ],
    });
    expectWords(explanation);
  });

  test("what has no price cannot be told", () => {
    expect(compare("90", "lens").outcome).toMatchObject({
      status: "unknown",
      lines: [{ favoured: null, other: null, status: "unknown" }, {}],
    });
  });
});
