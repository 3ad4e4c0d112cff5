import fc from "fast-check";
import { sumDecimals } from "qudao/kernel";
import { type CustomerSolution, computeSolution, type SolutionFigures, type SolutionLine } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { resultOf } from "../support/network.js";

const policy = { rounding: { decimals: 4, mode: "half_up" as const } };
const line = (quantity: string, unitPrice: string, unitCost?: string): SolutionLine => ({
  productId: "camera",
  quantity,
  unitPrice,
  ...(unitCost === undefined ? {} : { unitCost }),
});
const figures = (...lines: readonly SolutionLine[]) => {
  const solution: CustomerSolution = { id: "S1", providerId: "I", customerId: "C", currency: "CNY", lines };
  return resultOf(computeSolution(frozen(solution), policy));
};

describe("computeSolution()", () => {
  test("S03-28: price and margin of the bundle are the sums over its lines", () => {
    // 40 × 300 = 12000, 40 × 210 = 8400; 1 × 2400, 1 × 2000; 2.5 × 0.3 = 0.75, 2.5 × 0.2 = 0.5
    expect(figures(line("40", "300", "210"), line("1", "2400", "2000"), line("2.5", "0.3", "0.2"))).toStrictEqual({
      currency: "CNY",
      price: "14400.75",
      cost: "10400.5",
      margin: "4000.25",
      marginRate: "0.2778",
      lines: [
        { productId: "camera", price: "12000", cost: "8400", margin: "3600" },
        { productId: "camera", price: "2400", cost: "2000", margin: "400" },
        { productId: "camera", price: "0.75", cost: "0.5", margin: "0.25" },
      ],
    });
  });

  test("a bundle sold below cost has a negative margin, one given away has no rate", () => {
    expect(figures(line("1", "90", "100"))).toMatchObject({ margin: "-10", marginRate: "-0.1111" });
    expect(figures(line("1", "0", "100"))).toMatchObject({ margin: "-100", marginRate: null });
  });

  test("a cost that is not known is a problem, never 0", () => {
    expect(figures(line("1", "90"), { ...line("1", "5"), productId: "cable" }, line("1", "2", "1"))).toStrictEqual({
      code: "network.unit_costs_unknown",
      params: { id: "S1", products: ["camera", "cable"] },
    });
    expect(figures()).toStrictEqual({ code: "network.solution_empty", params: { id: "S1" } });
  });

  test("refuses figures that cannot be read", () => {
    expect(faultAt(() => figures(line("-1", "1", "1")))).toBe("kernel.below_zero at solution.lines[0].quantity");
  });

  test("adds up for any lines", () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 }).map((fen) => (fen / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount, amount), { minLength: 1, maxLength: 8 }), (rows) => {
        const { price, cost, margin, lines } = figures(...rows.map(([q, p, c]) => line(q, p, c))) as SolutionFigures;
        expect(sumDecimals(lines.map((one) => one.price))).toBe(price);
        expect(sumDecimals(lines.map((one) => one.cost))).toBe(cost);
        expect(sumDecimals([margin, cost])).toBe(price);
      }),
      { seed: 20240101, numRuns: 100 },
    );
  });
});
