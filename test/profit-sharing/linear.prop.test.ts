/** Linear demand a second time: dealers that answer each other until nobody moves, a maker that searches its price, orders tried one by one. */
import fc from "fast-check";
import { computeLinearChannel, evaluateLinearContract, type LinearContract } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { figureOf } from "../support/sharing.js";

const seed = 20240101;
const rounding = { decimals: 9, mode: "half_up" as const };
const market = fc.record({
  intercept: fc.integer({ min: 20, max: 200 }),
  slope: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
  unitCost: fc.integer({ min: 0, max: 19 }),
});
type Market = { readonly intercept: number; readonly slope: number; readonly unitCost: number };
const written = ({ intercept, slope, unitCost }: Market) => ({
  currency: "CNY",
  intercept: String(intercept),
  slope: String(slope),
  unitCost: String(unitCost),
});

/** Each dealer in turn orders what is best against the others' orders, until nothing changes. */
function settled({ intercept, slope }: Market, dealers: number, unitPrice: number): number {
  const orders = Array.from({ length: dealers }, () => 0);
  for (let round = 0; round < 10_000; round++) {
    let moved = 0;
    for (let i = 0; i < dealers; i++) {
      const others = orders.reduce((sum, order, k) => (k === i ? sum : sum + order), 0);
      const best = Math.max(0, (intercept - unitPrice - slope * others) / (2 * slope));
      moved = Math.max(moved, Math.abs(best - (orders[i] as number)));
      orders[i] = best;
    }
    if (moved < 1e-13) break;
  }
  return orders.reduce((a, b) => a + b, 0);
}

/** Where a function with one top has it, by thirds. */
function topOf(value: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 100; step++) {
    const third = (high - low) / 3;
    if (value(low + third) < value(high - third)) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}

describe("linear demand", () => {
  test("dealers who answer each other and a maker who searches its price end where the formulas say", () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 1, max: 6 }), (given, dealers) => {
        const found = figureOf(computeLinearChannel({ ...written(given), dealers }, { rounding }));
        const { intercept, slope, unitCost } = given;
        const whole = topOf((quantity) => (intercept - slope * quantity - unitCost) * quantity, 0, intercept / slope);
        const near = (one: string, other: number, tolerance: number) => expect(Math.abs(Number(one) - other)).toBeLessThan(tolerance);
        // a top is flat: where it is can be told to half the digits of how high it is
        near(found.integrated.quantity, whole, 1e-4);
        near(found.integrated.profit, (intercept - slope * whole - unitCost) * whole, 1e-6);
        const unitPrice = topOf((price) => (price - unitCost) * settled(given, dealers, price), unitCost, intercept);
        near(found.decentralised.wholesalePrice, unitPrice, 1e-4);
        // at the price that was found, everything follows from the dealers' answers
        const asked = Number(found.decentralised.wholesalePrice);
        const ordered = settled(given, dealers, asked);
        near(found.decentralised.quantity, ordered, 1e-8);
        near(found.decentralised.price, intercept - slope * ordered, 1e-8);
        near(found.decentralised.makerProfit, (asked - unitCost) * ordered, 1e-6);
        near(found.decentralised.dealersProfit, (intercept - slope * ordered - asked) * ordered, 1e-6);
      }),
      { seed, numRuns: 150 },
    );
  });

  test("with one dealer, the published fractions: Q, P, and the profits of both", () => {
    fc.assert(
      fc.property(market, (given) => {
        const [a, b, c] = [given.intercept, given.slope, given.unitCost];
        const { integrated, decentralised } = figureOf(
          computeLinearChannel({ ...written(given), dealers: 1 }, { rounding: { decimals: 20, mode: "half_up" } }),
        );
        const room = (a - c) ** 2;
        for (const [found, wanted] of [
          [integrated.quantity, (a - c) / (2 * b)],
          [integrated.price, (a + c) / 2],
          [integrated.profit, room / (4 * b)],
          [decentralised.wholesalePrice, (a + c) / 2],
          [decentralised.price, (3 * a + c) / 4],
          [decentralised.quantity, (a - c) / (4 * b)],
          [decentralised.makerProfit, room / (8 * b)],
          [decentralised.dealersProfit, room / (16 * b)],
          [decentralised.profit, (3 * room) / (16 * b)],
        ] as const) {
          expect(Math.abs(Number(found) / wanted - 1)).toBeLessThan(1e-9);
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  const keeps = fc.integer({ min: 1, max: 10 }).map((tenths) => String(tenths / 10));
  const unitPrice = fc.integer({ min: 0, max: 210 }).map(String);
  const contract: fc.Arbitrary<LinearContract> = fc.oneof(
    fc.record({ kind: fc.constant("wholesale" as const), unitPrice }),
    fc.record({ kind: fc.constant("two_part" as const), unitPrice, fee: fc.integer({ min: -100, max: 100 }).map(String) }),
    fc.record({ kind: fc.constant("revenue_share" as const), unitPrice, keeps }),
    fc.record({ kind: fc.constant("profit_share" as const), unitPrice, keeps }),
  );

  /** What both have of an order. */
  function cash({ intercept, slope, unitCost }: Market, terms: LinearContract, order: number): readonly [dealer: number, maker: number] {
    const revenue = (intercept - slope * order) * order;
    const bought = Number(terms.unitPrice) * order;
    const paid =
      terms.kind === "two_part"
        ? bought + Number(terms.fee)
        : terms.kind === "revenue_share"
          ? bought + (1 - Number(terms.keeps)) * revenue
          : terms.kind === "profit_share"
            ? bought + (1 - Number(terms.keeps)) * (revenue - bought)
            : bought;
    return [revenue - paid, paid - unitCost * order];
  }

  test("two thousand contracts: the cash of both at the dealer's order, and no other order is better for it", () => {
    fc.assert(
      fc.property(market, contract, (given, terms) => {
        const found = figureOf(evaluateLinearContract(written(given), { contract: terms, rounding }));
        const order = Number(found.quantity);
        const [dealer, maker] = cash(given, terms, order);
        const near = (one: string, other: number) => expect(Math.abs(Number(one) - other)).toBeLessThan(1e-5);
        near(found.dealerProfit, dealer);
        near(found.makerProfit, maker);
        near(found.channelProfit, dealer + maker);
        const others = Array.from({ length: 51 }, (_, i) => cash(given, terms, ((given.intercept / given.slope) * i) / 50)[0]);
        expect(Math.max(...others)).toBeLessThanOrEqual(dealer + 1e-6);
        const whole = (given.intercept - given.unitCost) / (2 * given.slope);
        expect(found.coordinates).toBe(Math.abs(order - whole) < 1e-6);
        expect(found.acceptable).toBe(maker >= -1e-5 && dealer >= -1e-5);
      }),
      { seed, numRuns: 2000 },
    );
  });

  test("a two-part tariff at cost coordinates and splits by its fee; a revenue share at cost does not unless everything is kept", () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 9 }), (given, percent, tenths) => {
        fc.pre(given.unitCost > 0);
        const cost = String(given.unitCost);
        const best = (given.intercept - given.unitCost) ** 2 / (4 * given.slope);
        const fee = ((best * percent) / 100).toFixed(6);
        const judged = (terms: LinearContract) => figureOf(evaluateLinearContract(written(given), { contract: terms, rounding }));
        const tariff = judged({ kind: "two_part", unitPrice: cost, fee });
        expect(tariff.coordinates).toBe(true);
        expect(Math.abs(Number(tariff.makerProfit) - Number(fee))).toBeLessThan(1e-6);
        const share = String(tenths / 10);
        expect(judged({ kind: "revenue_share", unitPrice: cost, keeps: share }).coordinates).toBe(false);
        const less = judged({ kind: "revenue_share", unitPrice: String((given.unitCost * tenths) / 10), keeps: share });
        expect(less.coordinates).toBe(true);
        expect(Math.abs(Number(less.dealerProfit) / best - tenths / 10)).toBeLessThan(1e-6);
        expect(judged({ kind: "profit_share", unitPrice: cost, keeps: share }).coordinates).toBe(true);
      }),
      { seed, numRuns: 300 },
    );
  });
});
