import { computeSpiff, type SpiffLine, type SpiffPolicy } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const policyOf = (changes: Partial<SpiffPolicy> = {}): SpiffPolicy => ({
  id: "launch",
  currency: "CNY",
  effective: { start: "2024-03-01", end: "2024-03-16" },
  productIds: ["P1"],
  perUnit: "25",
  mostUnits: null,
  rounding: { decimals: 2, mode: "half_up" },
  ...changes,
});
const line = (id: string, changes: Partial<SpiffLine> = {}): SpiffLine => ({
  id,
  sellerId: "Zhang",
  productId: "P1",
  date: "2024-03-10",
  quantity: "2",
  kind: "sale",
  ...changes,
});
function pays(lines: readonly SpiffLine[], policy = policyOf()) {
  const answer = computeSpiff(frozen({ lines }), frozen(policy));
  expectPlain(answer);
  return answer.outcome.map(({ sellerId, units, earned }) => `${sellerId} ${units} ${earned.amount}`);
}

describe("computeSpiff()", () => {
  test("complaint 16: the rate is per unit, whatever the number of lines or orders (G-14)", () => {
    expect(pays([line("1", { quantity: "4" })])).toStrictEqual(["Zhang 4 100.00"]);
    expect(pays([line("1"), line("2")])).toStrictEqual(["Zhang 4 100.00"]);
  });

  test.each([
    ["2024-02-29", []],
    ["2024-03-01", ["Zhang 2 50.00"]],
    ["2024-03-15", ["Zhang 2 50.00"]],
    ["2024-03-16", []],
  ])("the days count from the first to the last: %s", (date, want) => {
    expect(pays([line("1", { date })])).toStrictEqual(want);
  });

  test("other products do not count, returns do, and never below 0", () => {
    expect(pays([line("1"), line("2", { productId: "P2" }), line("3", { kind: "return", quantity: "1" })])).toStrictEqual([
      "Zhang 1 25.00",
    ]);
    expect(pays([line("1", { kind: "return" })])).toStrictEqual(["Zhang 0 0.00"]);
  });

  test("a cap on units, per seller", () => {
    expect(pays([line("1", { quantity: "5" }), line("2", { sellerId: "Li" })], policyOf({ mostUnits: "3" }))).toStrictEqual([
      "Li 2 50.00",
      "Zhang 5 75.00",
    ]);
  });

  test("refuses a line that comes twice, and what cannot be read", () => {
    expect(faultAt(() => pays([line("1"), line("1")]))).toBe("kernel.named_twice at facts.lines[1].id");
    expect(faultAt(() => pays([line("1", { quantity: "-1" })]))).toBe("kernel.below_zero at facts.lines[0].quantity");
    expect(faultAt(() => pays([], policyOf({ perUnit: "-1" })))).toBe("kernel.below_zero at policy.perUnit");
    expect(faultAt(() => pays([], policyOf({ mostUnits: undefined as never })))).toBe("kernel.not_a_decimal at policy.mostUnits");
  });
});
