import fc from "fast-check";
import { compareOffices, type OfficeComparison, type OfficeFacts } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { resultOf } from "../support/network.js";

const facts: OfficeFacts = {
  currency: "CNY",
  directSales: "100",
  dealers: [
    { participantId: "A", sales: "600", influenced: "200" },
    { participantId: "D", sales: "300", influenced: "0" },
  ],
  without: { margin: "250", channelCost: "100" },
  with: { margin: "320", channelCost: "90", officeCost: "60", loyaltyLoss: "15" },
};
const compared = (changes: Partial<OfficeFacts> = {}) =>
  resultOf(compareOffices(frozen({ ...facts, ...changes }), { rounding: { decimals: 4, mode: "half_up" } }));

describe("compareOffices()", () => {
  test("S19-14: gives dependence on dealers before and after the influence of offices", () => {
    expect(compared()).toMatchObject({
      dependence: { without: "0.9", with: "0.7" },
      dealers: [
        { participantId: "A", without: "0.6", with: "0.4" },
        { participantId: "D", without: "0.3", with: "0.3" },
      ],
    });
  });

  test("S19-14: the more offices influence directly, the less the manufacturer depends on its dealers", () => {
    const influence = fc.tuple(fc.nat(600), fc.nat(300), fc.nat(600), fc.nat(300));
    const dependence = (a: number, d: number) => {
      const dealers = facts.dealers.map((dealer, i) => ({ ...dealer, influenced: String(i === 0 ? a : d) }));
      return Number((compared({ dealers }) as OfficeComparison).dependence.with);
    };
    fc.assert(
      fc.property(influence, ([a, d, moreA, moreD]) => {
        const [before, after] = [dependence(a, d), dependence(Math.max(a, moreA), Math.max(d, moreD))];
        if (moreA > a || moreD > d) expect(after).toBeLessThan(before);
        else expect(after).toBe(before);
      }),
      { seed: 20240101, numRuns: 100 },
    );
  });

  test("weighs what offices bring against what they cost, loyalty included, and gives no verdict", () => {
    // without 250 − 100; with 320 − 90 − 60 − 15
    const answer = compared() as OfficeComparison;
    expect(answer.benefit).toStrictEqual({
      without: { amount: "150", currency: "CNY" },
      with: { amount: "155", currency: "CNY" },
      difference: { amount: "5", currency: "CNY" },
    });
    expect(Object.keys(answer)).toStrictEqual(["dependence", "dealers", "benefit"]);
    expect(compared({ with: { ...facts.with, loyaltyLoss: "25.5" } })).toMatchObject({ benefit: { difference: { amount: "-5.5" } } });
  });

  test("names every figure that is not known, instead of taking it for 0", () => {
    const dealers = [{ participantId: "A", sales: "1" }];
    expect(compared({ dealers, without: {}, with: {} })).toStrictEqual({
      code: "network.figures_unknown",
      params: {
        missing: [
          "dealers[0].influenced",
          "without.margin",
          "without.channelCost",
          "with.margin",
          "with.channelCost",
          "with.officeCost",
          "with.loyaltyLoss",
        ],
      },
    });
  });

  test.each([
    ["599.99", undefined],
    ["600", undefined],
    ["600.01", "network.influence_above_sales"],
  ])("%s of 600 may be influenced: %s", (influenced, code) => {
    const answer = compared({ dealers: [{ participantId: "A", sales: "600", influenced }] });
    expect("code" in answer ? answer.code : undefined).toBe(code);
  });

  test("without any sales there is nothing to depend on", () => {
    expect(compared({ dealers: [], directSales: "0" })).toStrictEqual({ code: "network.no_business", params: {} });
  });

  test("refuses a dealer named twice", () => {
    const [first] = facts.dealers as [OfficeFacts["dealers"][number]];
    expect(faultAt(() => compared({ dealers: [first, first] }))).toBe("kernel.named_twice at facts.dealers[1].participantId");
  });
});
