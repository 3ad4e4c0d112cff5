import { computePriceElasticity } from "qudao/pricing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords } from "../support/says.js";

const elasticity = (p1: string, q1: string, p2: string, q2: string) =>
  computePriceElasticity({ before: { price: p1, quantity: q1 }, after: { price: p2, quantity: q2 } }, { decimals: 4, mode: "half_up" });

describe("computePriceElasticity()", () => {
  test("S05-22: from 10 to 8 and from 100 to 140 the arc elasticity is −1.5, so that the segment is elastic", () => {
    const answer = elasticity("10", "100", "8", "140");
    expect(answer).toMatchObject({ value: { outcome: { elasticity: "-1.5", demand: "elastic" } } });
    expect(elasticity("8", "140", "10", "100")).toMatchObject({ value: { outcome: { elasticity: "-1.5" } } });
    if (answer.ok) expectWords(answer.value.explanation);
  });

  test.each([
    ["119.99", "inelastic"], // 19.99 ÷ 219.99 is below 2 ÷ 22
    ["120", "unit"],
    ["120.01", "elastic"],
  ])("from 12 to 10 and from 100 to %s is %s", (q2, demand) => {
    expect(elasticity("12", "100", "10", q2)).toMatchObject({ value: { outcome: { demand } } });
  });

  test("has no answer where nothing changed or nothing was sold", () => {
    expect(elasticity("10", "1", "10.0", "2")).toMatchObject({ problem: { code: "pricing.price_unchanged" } });
    expect(elasticity("10", "0", "8", "0")).toMatchObject({ problem: { code: "pricing.nothing_sold" } });
    expect(elasticity("10", "5", "8", "5")).toMatchObject({ value: { outcome: { elasticity: "0", demand: "inelastic" } } });
    expect(faultAt(() => elasticity("-1", "1", "1", "1"))).toBe("kernel.below_zero at facts.before.price");
  });
});
