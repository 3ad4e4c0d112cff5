import { computePaymentPayoffs, evaluatePaymentGame, type PaymentPayoffFacts } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const facts: PaymentPayoffFacts = {
  creditSales: "100",
  cashShare: "0.5",
  dealerMargin: "0.2",
  makerMargin: "0.3",
  financingRate: "0.01",
  concession: "2",
  openBalance: "100",
  recoveryShare: "0.7",
};

describe("computePaymentPayoffs()", () => {
  test("G-20: the payoffs follow from margins, financing, concessions, lost sales and recovery", () => {
    expect(shown(computePaymentPayoffs(facts))).toStrictEqual({
      payoffs: {
        // dealer 0.2 × 100 + 2; maker (0.3 − 0.01) × 100 − 2
        pay: { cooperate: { dealer: "22", maker: "27" }, withhold: { dealer: "10", maker: "15" } },
        // keeping 100 is worth 0.3 × 100 to the dealer and costs the maker as much; supplying it risks another 30
        delay: { cooperate: { dealer: "52", maker: "-33" }, withhold: { dealer: "40", maker: "-15" } },
      },
      reward: "22",
      temptation: "52",
      punishment: "10",
    });
  });

  test("S19-133: in this business the dealer delays, and the manufacturer withholds", () => {
    const { outcome } = evaluatePaymentGame({ payoffs: computePaymentPayoffs(facts).outcome.payoffs });
    expect(outcome.equilibria.map(({ dealer, maker }) => [dealer, maker])).toStrictEqual([["delay", "withhold"]]);
    expect(outcome).toMatchObject({ dealerDominant: "delay", makerDominant: null, makerBest: { pay: ["cooperate"], delay: ["withhold"] } });
  });

  test("what is recovered in full tempts nobody", () => {
    const { temptation, reward } = shown(computePaymentPayoffs({ ...facts, recoveryShare: "1" }));
    expect(temptation).toBe(reward);
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => computePaymentPayoffs({ ...facts, cashShare: "-0.1" }))).toBe("kernel.outside_bounds at facts.cashShare");
    expect(faultAt(() => computePaymentPayoffs({ ...facts, concession: "-1" }))).toBe("kernel.below_zero at facts.concession");
  });
});
