import fc from "fast-check";
import { type ChannelProfitFacts, type ChannelProfitPolicy, computeChannelProfit } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { contribution, rounded, yuanOf } from "../support/profit-sharing-oracle.js";
import { cents, outcomeOf } from "../support/sharing.js";

const facts: ChannelProfitFacts = {
  currency: "USD",
  endPrice: "1000",
  unitCost: "650",
  units: "200",
  expense: "7840",
  marketUnits: "1000",
};
const policy: ChannelProfitPolicy = {
  retailerDiscount: "0.2",
  distributorDiscount: "0",
  agentCommission: "0",
  transactionCost: "0.02",
  rounding: cents,
  ratioDecimals: 4,
};
const channel = (f: Partial<ChannelProfitFacts> = {}, p: Partial<ChannelProfitPolicy> = {}) =>
  outcomeOf(computeChannelProfit(frozen({ ...facts, ...f }), frozen({ ...policy, ...p })));

describe("computeChannelProfit()", () => {
  test("the published indirect channel (Best, figure 9-24): pocket price 784, contribution 18,960, ROS 12.1 %, ROI 242 %, break-even 5.9 %", () => {
    expect(channel()).toStrictEqual({
      wholesalePrice: "800",
      netPrice: "800",
      pocketPrice: "784",
      unitMargin: "134",
      revenue: "156800.00",
      contribution: "18960.00",
      returnOnSales: "0.1209",
      returnOnExpense: "2.4184",
      breakEvenShare: "0.0585",
    });
  });

  // Best, figure 9-5; its totals do not follow from its rows and are left out
  test.each([
    { channel: "direct", endPrice: "10000", rates: ["0", "0", "0", "0.05"], net: "10000", pocket: "9500" },
    { channel: "agent and dealer", endPrice: "3000", rates: ["0", "0.15", "0.05", "0.02"], net: "2400", pocket: "2352" },
    { channel: "wholesaler and dealer", endPrice: "1000", rates: ["0.2", "0.15", "0", "0.01"], net: "680", pocket: "673.2" },
  ])("the published prices of the $channel channel: net $net, pocket $pocket", ({ endPrice, rates, net, pocket }) => {
    const [retailerDiscount, distributorDiscount, agentCommission, transactionCost] = rates as [string, string, string, string];
    const outcome = channel({ endPrice }, { retailerDiscount, distributorDiscount, agentCommission, transactionCost });
    expect([outcome.netPrice, outcome.pocketPrice]).toStrictEqual([net, pocket]);
  });

  test("nothing sold, nothing spent, nothing earned on a unit, no market known", () => {
    expect(channel({ units: "0" })).toMatchObject({
      revenue: "0.00",
      contribution: "-7840.00",
      returnOnSales: null,
      returnOnExpense: "-1",
    });
    expect(channel({ expense: "0" })).toMatchObject({ contribution: "26800.00", returnOnExpense: null, breakEvenShare: "0" });
    expect(channel({ unitCost: "784" })).toMatchObject({ unitMargin: "0", breakEvenShare: null });
    expect(channel({ unitCost: "784.01" })).toMatchObject({ unitMargin: "-0.01", contribution: "-7842.00", breakEvenShare: null });
    expect(channel({ marketUnits: undefined }).breakEvenShare).toBeNull();
    expect(channel({ endPrice: "0", unitCost: "0" })).toMatchObject({ pocketPrice: "0", returnOnSales: null });
    // at 58 units of 1,000 the expense is not earned back, at 59 it is
    expect(Number(channel({ units: "58" }).contribution)).toBeLessThan(0);
    expect(Number(channel({ units: "59" }).contribution)).toBeGreaterThan(0);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => channel({}, { distributorDiscount: "0.6", agentCommission: "0.41" }))).toBe(
      "kernel.outside_bounds at policy.agentCommission",
    );
    expect(channel({}, { distributorDiscount: "0.6", agentCommission: "0.4" }).netPrice).toBe("0");
    expect(faultAt(() => channel({ marketUnits: "0" }))).toBe("kernel.not_above_zero at facts.marketUnits");
    expect(faultAt(() => channel({ units: "-1" }))).toBe("kernel.below_zero at facts.units");
  });

  test("agrees with a second way in whole numbers, and a larger discount never raises the contribution", () => {
    const percent = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(
        fc.tuple(percent, percent, percent, percent),
        fc.bigInt({ min: 0n, max: 100_000n }),
        fc.bigInt({ min: 0n, max: 100_000n }),
        fc.bigInt({ min: 0n, max: 5000n }),
        fc.bigInt({ min: 0n, max: 10_000_000n }),
        (rates, price, cost, units, expense) => {
          const of = ([retailer, distributor, agent, transaction]: readonly [number, number, number, number]) => {
            const terms = {
              retailerDiscount: String(retailer / 100),
              distributorDiscount: String(distributor / 100),
              agentCommission: String(agent / 100),
              transactionCost: String(transaction / 100),
            };
            const own = { endPrice: yuanOf(price), unitCost: yuanOf(cost), units: String(units), expense: yuanOf(expense) };
            const found = channel(own, terms).contribution;
            const [over, under] = contribution({ price, cost, units, expense }, [retailer, distributor + agent, transaction]);
            expect(found).toBe(yuanOf(rounded(over, under)));
            return Number(found);
          };
          const [retailer, distributor, agent, transaction] = rates;
          expect(of([retailer + 10, distributor, agent, transaction])).toBeLessThanOrEqual(of(rates));
        },
      ),
      { seed: 20240101, numRuns: 500 },
    );
  });
});
