import { type Concession, computeConcession } from "qudao/pricing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords } from "../support/says.js";

const facts = { currency: "CNY", unitPrice: "100", unitCost: "80", resalePrice: "120", quantity: "10" };
const give = (concession: Concession, own: Partial<typeof facts> = {}) =>
  computeConcession({ ...facts, ...own }, { concession, rounding: { decimals: 2, mode: "half_up" } });

describe("computeConcession()", () => {
  test("S19-120: five per cent shift exactly that amount from the maker to the purchaser", () => {
    const answer = give({ kind: "rate", rate: "0.05" });
    expect(answer).toMatchObject({
      value: {
        outcome: { given: { amount: "50.00" }, seller: { before: "200", after: "150" }, purchaser: { before: "200", after: "250" } },
      },
    });
    if (answer.ok) expectWords(answer.value.explanation);
  });

  test("an amount per unit, down to a loss of the seller, but never above the price", () => {
    expect(give({ kind: "per_unit", amount: "30" })).toMatchObject({ value: { outcome: { seller: { after: "-100" } } } });
    expect(give({ kind: "per_unit", amount: "100" }).ok).toBe(true);
    expect(give({ kind: "per_unit", amount: "100.01" })).toMatchObject({ problem: { code: "pricing.concession_above_price" } });
    expect(give({ kind: "rate", rate: "0.5" }, { quantity: "0" })).toMatchObject({ value: { outcome: { given: { amount: "0.00" } } } });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => give({ kind: "rate", rate: "1.01" }))).toBe("kernel.outside_bounds at policy.concession.rate");
    expect(faultAt(() => give({ kind: "rate" } as never))).toBe("kernel.not_a_decimal at policy.concession.rate");
  });
});
