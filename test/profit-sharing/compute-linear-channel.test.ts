import fc from "fast-check";
import { computeLinearChannel, type LinearChannelFacts } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const facts: LinearChannelFacts = { currency: "CNY", intercept: "100", slope: "1", unitCost: "20", dealers: 1 };
const channel = (changes: Partial<LinearChannelFacts> = {}) => computeLinearChannel(frozen({ ...facts, ...changes }), { rounding: cents });

describe("computeLinearChannel()", () => {
  test("by hand: P = 100 − Q, a unit cost of 20; the second margin takes a quarter of the profit", () => {
    expect(answerOf(channel())).toStrictEqual({
      integrated: { quantity: "40.00", price: "60.00", profit: "1600.00" },
      decentralised: {
        wholesalePrice: "60.00",
        quantity: "20.00",
        price: "80.00",
        makerProfit: "800.00",
        dealersProfit: "400.00",
        profit: "1200.00",
      },
      lostProfit: "400.00",
      efficiency: "0.75",
    });
  });

  test("several dealers: the same wholesale price, n ÷ (n + 1) of the integrated quantity", () => {
    // n = 3: Q = 30, P = 70, maker 40 × 30, dealers 10 × 30; 1,500 of 1,600
    expect(answerOf(channel({ dealers: 3 }))).toMatchObject({
      decentralised: { wholesalePrice: "60.00", quantity: "30.00", price: "70.00", makerProfit: "1200.00", dealersProfit: "300.00" },
      lostProfit: "100.00",
      efficiency: "0.9375",
    });
  });

  test("efficiency is n(n + 2) ÷ (n + 1)², grows with the number of dealers, and never reaches 1", () => {
    const of = (dealers: number) => answerOf(channel({ dealers })).efficiency;
    for (let n = 1; n < 20; n++) {
      const expected = (BigInt(n * (n + 2)) * 10n ** 12n) / BigInt((n + 1) ** 2);
      expect(BigInt(Math.round(Number(of(n)) * 1e12))).toBe(expected);
      expect(Number(of(n + 1))).toBeGreaterThan(Number(of(n)));
    }
    expect(Number(of(1000))).toBeLessThan(1);
  });

  test.each([
    { unitCost: "99.99", trades: true },
    { unitCost: "100", trades: false },
    { unitCost: "100.01", trades: false },
  ])("a unit cost of $unitCost: trades is $trades", ({ unitCost, trades }) => {
    if (trades) expect(answerOf(channel({ unitCost })).integrated.quantity).toBe("0.01");
    else expect(problemOf(channel({ unitCost })).code).toBe("profit-sharing.no_trade");
  });

  test("by trying every quantity and every wholesale price: nobody could do better", () => {
    // a − c a multiple of 4, b = 1: all best answers are whole numbers
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 12 }), (c, quarter) => {
        const a = c + 4 * quarter;
        const best = (value: (n: number) => number, from: number, to: number) => {
          let found = from;
          for (let n = from; n <= to; n++) if (value(n) > value(found)) found = n;
          return found;
        };
        const whole = best((q) => (a - q - c) * q, 0, a);
        // between two equally good orders the dealer takes the larger one
        const ordered = (w: number) => best((half) => (a - half / 2 - w) * half, 0, 2 * a) / 2;
        const w = best((w) => (w - c) * ordered(w), c, a);
        const { integrated, decentralised } = answerOf(channel({ intercept: String(a), unitCost: String(c) }));
        expect(integrated.quantity).toBe(whole.toFixed(2));
        expect(decentralised.wholesalePrice).toBe(w.toFixed(2));
        expect(decentralised.quantity).toBe(ordered(w).toFixed(2));
      }),
      { seed: 20240101, numRuns: 100 },
    );
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => channel({ slope: "0" }))).toBe("kernel.not_above_zero at facts.slope");
    expect(faultAt(() => channel({ dealers: 0 }))).toBe("kernel.not_a_count at facts.dealers");
  });
});
