import {
  evaluateNewsvendorContract,
  type NewsvendorContract,
  type NewsvendorContractFacts,
  type NewsvendorRounding,
} from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

/** CMOR-461, homework 8: a bookstore and a publisher. */
const book: NewsvendorContractFacts = {
  currency: "USD",
  demand: { kind: "normal", mean: "1200", deviation: "340" },
  price: "20",
  salvage: "0.65",
  makerCost: "3.75",
  dealerCost: "1.2",
  makerGoodwill: "4",
  dealerGoodwill: "9",
};
const rounding: NewsvendorRounding = { quantity: { decimals: 9, mode: "half_up" }, salesDecimals: 9, profit: cents };
const judge = (contract: NewsvendorContract, changes: Partial<NewsvendorContractFacts> = {}) =>
  evaluateNewsvendorContract(frozen({ ...book, ...changes }), frozen({ ...rounding, contract }));
const near = (found: string | undefined, published: number) => expect(Math.abs(Number(found) - published)).toBeLessThan(0.006);

describe("evaluateNewsvendorContract()", () => {
  test("the published wholesale case: 1279.63 ordered, 5618.64 and 8879.24 earned", () => {
    const found = answerOf(judge({ kind: "wholesale", unitPrice: "11" }));
    near(found.quantity, 1279.63);
    near(found.expectedSales, 1100.47);
    expect(found).toMatchObject({
      dealerProfit: "5618.64",
      makerProfit: "8879.24",
      channelProfit: "14497.88",
      bestProfit: "15697.25",
      coordinates: false,
    });
  });

  test("the published buy-back of 8 in place of salvage: the order and the total hold, the printed split does not", () => {
    // published: 1486.15 ordered, 1162.04 sold, total 15601.65; the printed split gives the retailer the salvage of 0.65 and no credit.
    // With the credit the retailer has 4978.88 + (8 − 0.65) × 324.11 more.
    const full = answerOf(judge({ kind: "buy_back", unitPrice: "11", credit: "8", salvage: "replaced" }));
    near(full.quantity, 1486.15);
    near(full.expectedSales, 1162.04);
    expect(full.channelProfit).toBe("15601.65");
    expect(Math.abs(Number(full.dealerProfit) - (4978.88 + 7.35 * 324.11))).toBeLessThan(0.05);
    const kept = answerOf(judge({ kind: "buy_back", unitPrice: "11", credit: "7.35", salvage: "kept" }));
    expect(kept).toStrictEqual(full);
  });

  test("the published coordinating credit of 9.62459893048129 at a price of 11", () => {
    const of = (credit: string) => answerOf(judge({ kind: "buy_back", unitPrice: "11", credit, salvage: "replaced" }));
    expect(of("9.62459893048129").coordinates).toBe(true);
    near(of("9.62459893048129").quantity, 1578.31);
    expect(of("9.6246").coordinates).toBe(false);
  });

  test("the published revenue share of 0.6 at a price of 1.92950540958269, below the maker's cost", () => {
    const found = answerOf(judge({ kind: "revenue_share", unitPrice: "1.92950540958269", keeps: "0.6" }));
    expect(found.coordinates).toBe(true);
    expect(found.channelProfit).toBe("15697.25");
  });

  test("the published wholesale answer of 1128 inverts the wrong tail: at 5,500 it is 1771.80", () => {
    const car = {
      demand: { kind: "normal" as const, mean: "1450", deviation: "800" },
      price: "10000",
      salvage: "0",
      makerCost: "3000",
      dealerCost: "0",
      makerGoodwill: "0",
      dealerGoodwill: "6000",
    };
    near(answerOf(judge({ kind: "wholesale", unitPrice: "5500" }, car)).quantity, 1771.8);
    // the buy-back case of the same source is right: 1926 ordered, 2648441.32 and 3897144.13 earned
    const found = answerOf(judge({ kind: "buy_back", unitPrice: "5500", credit: "1500", salvage: "kept" }, car));
    expect(Number(found.quantity).toFixed(0)).toBe("1926");
    expect(found).toMatchObject({ dealerProfit: "2648441.32", makerProfit: "3897144.13" });
  });

  // Sunglasses at 115 that cost 35 and fetch 25 after the season, demand 250 ± 125 (the case of Umbra Visage and Zamatia in G. Cachon and
  // C. Terwiesch, Matching Supply with Demand, as tabulated for Rayban and Nayan Optics); printed to the cent
  const glasses: Partial<NewsvendorContractFacts> = {
    demand: { kind: "normal", mean: "250", deviation: "125" },
    price: "115",
    salvage: "25",
    makerCost: "35",
    dealerCost: "0",
    makerGoodwill: "0",
    dealerGoodwill: "0",
  };

  test.each([
    { price: "35", order: 402.58004, sold: 243.27895, dealer: "17869.31", maker: "0.00", channel: "17869.31", coordinates: true },
    { price: "65", order: 267.4637874, sold: 208.3782149, dealer: "8055.49", maker: "8023.91", channel: "16079.40", coordinates: false },
    { price: "75", order: 232.5362126, sold: 190.9144275, dealer: "5555.49", maker: "9301.45", channel: "14856.94", coordinates: false },
    { price: "85", order: 196.1590876, sold: 168.6560866, dealer: "3409.50", maker: "9807.95", channel: "13217.46", coordinates: false },
  ])("a published table: sunglasses at a wholesale price of $price", ({ price, order, sold, dealer, maker, channel, coordinates }) => {
    const found = answerOf(judge({ kind: "wholesale", unitPrice: price }, glasses));
    expect(Math.abs(Number(found.quantity) - order)).toBeLessThan(1e-5);
    expect(Math.abs(Number(found.expectedSales) - sold)).toBeLessThan(1e-5);
    // the profits are printed to the cent; the dealer's is what is left of the channel's here, and may differ from its own rounding by one
    expect(Math.abs(Number(found.dealerProfit) - Number(dealer))).toBeLessThan(0.011);
    expect(found).toMatchObject({ makerProfit: maker, channelProfit: channel, coordinates });
  });

  test("a published table: sunglasses bought back, net of 1.50 for sending them", () => {
    // 55, 65 and 75 a piece less 1.50: the maker then has the salvage, 26.50 less the same 1.50
    const orders = ["53.5", "63.5", "73.5"].map((credit) =>
      answerOf(judge({ kind: "buy_back", unitPrice: "75", credit, salvage: "replaced" }, glasses)),
    );
    [298.30227, 345.136537, 474.6615937].forEach((order, i) => {
      expect(Math.abs(Number(orders[i]?.quantity) - order)).toBeLessThan(1e-5);
    });
    // printed from whole units, 475 ordered and 227 left over: 9,580 and 7,991
    expect(Math.abs(Number(orders[2]?.dealerProfit) - 9580)).toBeLessThan(15);
    expect(Math.abs(Number(orders[2]?.makerProfit) - 7991)).toBeLessThan(15);
  });

  test("a wholesale price coordinates only where the maker earns nothing on it", () => {
    const plain = { ...book, makerGoodwill: "0", dealerGoodwill: "0" };
    expect(answerOf(judge({ kind: "wholesale", unitPrice: "3.75" }, plain))).toMatchObject({ coordinates: true, makerProfit: "0.00" });
    expect(answerOf(judge({ kind: "wholesale", unitPrice: "3.76" }, plain)).coordinates).toBe(false);
    // with goodwill at stake it even loses: w = 3.75 − 4 × (1 − 28.05/32.35)
    const found = answerOf(judge({ kind: "wholesale", unitPrice: "3.218315301391035548686244204018547140649" }));
    expect(found.coordinates).toBe(true);
    expect(Number(found.makerProfit)).toBeLessThan(0);
  });

  test.each([
    { contract: { kind: "wholesale", unitPrice: "2" }, dealer: 750, maker: 0 },
    { contract: { kind: "two_part", unitPrice: "2", fee: "1920" }, dealer: 750, maker: 0 },
    { contract: { kind: "revenue_share", unitPrice: "0.8", keeps: "0.4" }, dealer: 300, maker: 450 },
    { contract: { kind: "buy_back", unitPrice: "6.8", credit: "6", salvage: "kept" }, dealer: 300, maker: 450 },
    { contract: { kind: "quantity_discount", dealerShare: "0.4" }, dealer: 300, maker: 450 },
  ] as const)("a limit of $contract.kind: of the 750 that the dealer's effort brings it is left $dealer", ({ contract, dealer, maker }) => {
    // demand of 0 to 1,000 grows to 100 to 1,100: of 800 ordered 555 are sold in place of 480, at 10 each
    const of = (from: string, to: string) =>
      answerOf(
        judge(contract, {
          demand: { kind: "uniform", from, to },
          price: "10",
          salvage: "0",
          makerCost: "2",
          dealerCost: "0",
          makerGoodwill: "0",
          dealerGoodwill: "0",
          quantity: "800",
        }),
      );
    const [before, after] = [of("0", "1000"), of("100", "1100")];
    expect(Number(after.dealerProfit) - Number(before.dealerProfit)).toBe(dealer);
    expect(Number(after.makerProfit) - Number(before.makerProfit)).toBe(maker);
  });

  test("profits add up, also where both would round", () => {
    const found = answerOf(judge({ kind: "two_part", unitPrice: "3.333", fee: "0.005" }, { quantity: "777" }));
    expect((Number(found.dealerProfit) + Number(found.makerProfit)).toFixed(2)).toBe(found.channelProfit);
    expect(found.quantity).toBe("777.000000000");
  });

  test("a price above what anything is worth: nothing is ordered", () => {
    expect(answerOf(judge({ kind: "wholesale", unitPrice: "50" }))).toMatchObject({ quantity: "0.000000000", averagePrice: null });
  });

  test("says why there is no best order", () => {
    expect(problemOf(judge({ kind: "wholesale", unitPrice: "-1" })).code).toBe("profit-sharing.order_unbounded");
    expect(problemOf(judge({ kind: "buy_back", unitPrice: "11", credit: "40", salvage: "kept" })).code).toBe(
      "profit-sharing.nothing_at_stake",
    );
    expect(faultAt(() => judge({ kind: "buy_back", unitPrice: "1", credit: "-1", salvage: "kept" }))).toBe(
      "kernel.below_zero at policy.contract.credit",
    );
    expect(faultAt(() => judge({ kind: "revenue_share", unitPrice: "1", keeps: "1.1" }))).toBe(
      "kernel.outside_bounds at policy.contract.keeps",
    );
  });
});
