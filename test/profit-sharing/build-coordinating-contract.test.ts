import {
  buildCoordinatingContract,
  type CoordinatingContractPolicy,
  coordinatingKinds,
  evaluateNewsvendorContract,
  type NewsvendorMarket,
} from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const market: NewsvendorMarket = {
  currency: "CNY",
  demand: { kind: "uniform", from: "0", to: "1000" },
  price: "10",
  salvage: "0",
  makerCost: "2",
  dealerCost: "0",
  makerGoodwill: "0",
  dealerGoodwill: "0",
};
const policy: CoordinatingContractPolicy = {
  quantity: { decimals: 2, mode: "half_up" },
  salesDecimals: 9,
  profit: cents,
  kind: "buy_back",
  dealerShare: "0.4",
};
const build = (p: Partial<CoordinatingContractPolicy> = {}, m: Partial<NewsvendorMarket> = {}) =>
  buildCoordinatingContract(frozen({ ...market, ...m }), frozen({ ...policy, ...p }));

describe("buildCoordinatingContract()", () => {
  // The channel's best: 800 ordered, 480 sold, 3,200 earned. A dealer's share of 0.4: 1,280.
  test.each([
    { kind: "buy_back", contract: { kind: "buy_back", unitPrice: "6.8", credit: "6", salvage: "kept" } },
    { kind: "revenue_share", contract: { kind: "revenue_share", unitPrice: "0.8", keeps: "0.4" } },
    { kind: "quantity_discount", contract: { kind: "quantity_discount", dealerShare: "0.4" } },
    { kind: "two_part", contract: { kind: "two_part", unitPrice: "2", fee: "1920.00" } },
  ] as const)("$kind splits 3,200 into 1,280 and 1,920", ({ kind, contract }) => {
    expect(answerOf(build({ kind }))).toMatchObject({
      contract,
      quantity: "800.00",
      dealerProfit: "1280.00",
      makerProfit: "1920.00",
      channelProfit: "3200.00",
    });
  });

  test("the answer says how exact its figures of demand were", () => {
    expect(answerOf(build()).precision).toBe("exact");
    expect(answerOf(build({}, { demand: { kind: "normal", mean: "500", deviation: "100" } })).precision).toBe("twelve_digits");
  });

  test("a quantity discount: what a unit costs at that order", () => {
    // (6 × 480) ÷ 800 + 0.4 × 2 = 3.6 + 0.8
    expect(answerOf(build({ kind: "quantity_discount" })).discountedPrice).toBe("4.4");
  });

  test("a wholesale price that coordinates leaves the maker nothing", () => {
    expect(answerOf(build({ kind: "wholesale" }))).toMatchObject({
      contract: { unitPrice: "2" },
      dealerProfit: "3200.00",
      makerProfit: "0.00",
    });
  });

  test("under every kind the dealer's own order is then the channel's", () => {
    for (const kind of coordinatingKinds) {
      const { contract } = answerOf(build({ kind }));
      expect(answerOf(evaluateNewsvendorContract(market, { ...policy, contract }))).toMatchObject({
        quantity: "800.00",
        coordinates: true,
      });
    }
  });

  test("the published revenue share with goodwill: keeping 0.6 of revenue means a price of 1.92950540958269", () => {
    const book = {
      demand: { kind: "normal" as const, mean: "1200", deviation: "340" },
      price: "20",
      salvage: "0.65",
      makerCost: "3.75",
      dealerCost: "1.2",
      makerGoodwill: "4",
      dealerGoodwill: "9",
    };
    // λ = (0.6 × 19.35 + 9) ÷ 32.35
    const dealerShare = "0.637094281298299845440494590417310664606";
    const { contract } = answerOf(build({ kind: "revenue_share", dealerShare }, book));
    if (contract.kind !== "revenue_share") throw new Error(contract.kind);
    expect(Math.abs(Number(contract.unitPrice) - 1.92950540958269)).toBeLessThan(1e-12);
    expect(Math.abs(Number(contract.keeps) - 0.6)).toBeLessThan(1e-12);
  });

  test("what cannot be had: a credit below 0, more than all revenue", () => {
    // dealer's share 1 with the maker's goodwill at stake: a credit of −1
    expect(problemOf(build({ dealerShare: "1" }, { makerGoodwill: "1" }))).toStrictEqual({
      code: "profit-sharing.contract_infeasible",
      params: { kind: "buy_back", term: "credit", value: "-1" },
    });
    expect(problemOf(build({ kind: "revenue_share", dealerShare: "1" }, { makerGoodwill: "1" })).params).toMatchObject({
      term: "keeps",
      value: "1.1",
    });
    expect(problemOf(build({ kind: "revenue_share", dealerShare: "0.1" }, { dealerGoodwill: "5" })).params).toMatchObject({
      term: "keeps",
      value: "-0.35",
    });
    expect(problemOf(build({}, { salvage: "2" })).code).toBe("profit-sharing.order_unbounded");
  });

  test("a dealer with nothing at stake has no best order", () => {
    expect(faultAt(() => build({ dealerShare: "0" }))).toBe("kernel.outside_bounds at policy.dealerShare");
    expect(faultAt(() => build({ kind: "handshake" as never }))).toBe("kernel.not_a_choice at policy.kind");
  });
});
