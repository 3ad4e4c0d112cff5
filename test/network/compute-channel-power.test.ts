import { type BusinessTotals, type ChannelPower, computeChannelPower, type Network, type PowerPolicy } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { agent, customer, distributor, integrator, like, maker, networkOf, resultOf } from "../support/network.js";

const policy: PowerPolicy = { measure: "share", parity: "0", rounding: { decimals: 4, mode: "half_up" } };
const power = (network: Network, business: readonly BusinessTotals[], changes: Partial<PowerPolicy> = {}) =>
  resultOf(computeChannelPower(frozen({ network, business }), frozen({ ...policy, ...changes })));

const one = networkOf([maker, distributor], "M > D 700");
const maker1000 = { participantId: "M", sales: "1000" };

describe("computeChannelPower()", () => {
  test("S03-07: a distributor that holds 70 % of a maker's sales outranks the maker, whom it needs less", () => {
    expect(power(one, [maker1000, { participantId: "D", purchases: "2000" }])).toStrictEqual({
      pairs: [{ sellerId: "M", buyerId: "D", sellerDependence: "0.7", buyerDependence: "0.35", stronger: "buyer" }],
      leaderIds: ["D"],
      possibleLeaderIds: [],
    });
  });

  test.each([
    ["1000.01", "buyer", ["D"]],
    ["1000", "neither", []],
    ["999.99", "seller", ["M"]],
  ])("who depends less is stronger: 700 of 1000 sold, of %s bought: %s", (purchases, stronger, leaderIds) => {
    expect(power(one, [maker1000, { participantId: "D", purchases }])).toMatchObject({ pairs: [{ stronger }], leaderIds });
  });

  // 700 ÷ 1400 = 0.5, and 0.7 − 0.5 = 0.2
  test.each([
    ["0.21", "neither"],
    ["0.2", "neither"],
    ["0.19", "buyer"],
  ])("a difference of 0.2 is even at a parity of %s: %s", (parity, stronger) => {
    expect(power(one, [maker1000, { participantId: "D", purchases: "1400" }], { parity })).toMatchObject({ pairs: [{ stronger }] });
  });

  test("the leader may be of any kind: maker, dealer, integrator", () => {
    const three = networkOf([maker, agent, integrator], "M > A 500", "A > I 400");
    const lead = (m: string, a: readonly [string, string], i: string) =>
      (
        power(three, [
          { participantId: "M", sales: m },
          { participantId: "A", purchases: a[0], sales: a[1] },
          { participantId: "I", purchases: i },
        ]) as ChannelPower
      ).leaderIds;
    expect(lead("5000", ["500", "5000"], "400")).toStrictEqual(["M"]);
    expect(lead("500", ["5000", "5000"], "400")).toStrictEqual(["A"]);
    expect(lead("5000", ["500", "400"], "4000")).toStrictEqual(["M", "I"]);
    expect(lead("500", ["500", "400"], "4000")).toStrictEqual(["I"]);
  });

  test("who is outranked by one does not lead, however many it outranks", () => {
    const small = ["D1", "D2", "D3"].map((id) => like(distributor, { id }));
    const network = networkOf([maker, agent, ...small], "M > A 700", ...small.map(({ id }) => `M > ${id} 100`));
    const business = [
      maker1000,
      { participantId: "A", purchases: "7000" },
      ...small.map(({ id }) => ({ participantId: id, purchases: "100" })),
    ];
    expect(power(network, business)).toMatchObject({ leaderIds: ["A"], possibleLeaderIds: [] });
  });

  test("what is not known leaves the pair unknown, and nobody is said to lead by it", () => {
    const unknown = {
      pairs: [{ stronger: "unknown" }],
      leaderIds: [],
      possibleLeaderIds: ["M", "D"],
    };
    expect(power(one, [maker1000])).toMatchObject(unknown);
    expect(power(one, [maker1000, { participantId: "D" }])).toMatchObject(unknown);
    expect(power(networkOf([maker, distributor], "M > D"), [maker1000, { participantId: "D", purchases: "1" }])).toMatchObject(unknown);
    expect(power(networkOf([maker, distributor], "M > D 0"), [{ participantId: "M", sales: "0" }])).toMatchObject(unknown);
  });

  test("business that could go elsewhere at once makes nobody dependent, where the policy says so", () => {
    const business = [
      { ...maker1000, replaceable: "0.8" },
      { participantId: "D", purchases: "2000", replaceable: "0.2" },
    ];
    // 0.7 × 0.2 = 0.14 against 0.35 × 0.8 = 0.28
    expect(power(one, business, { measure: "share_not_replaceable" })).toMatchObject({
      pairs: [{ sellerDependence: "0.14", buyerDependence: "0.28", stronger: "seller" }],
    });
    expect(power(one, business)).toMatchObject({ pairs: [{ stronger: "buyer" }] });
    expect(
      power(one, [business[0] as BusinessTotals, { participantId: "D", purchases: "2000" }], { measure: "share_not_replaceable" }),
    ).toMatchObject({
      pairs: [{ sellerDependence: "0.14", buyerDependence: null, stronger: "unknown" }],
    });
  });

  test("adds up several relations between two, and looks at goods alone", () => {
    const network = networkOf(
      [maker, distributor, customer],
      "M > D 300",
      { ...(one.relations[0] as (typeof one.relations)[number]), id: "R2", amount: "400" },
      "service D > C 50",
    );
    expect(power(network, [maker1000, { participantId: "D", purchases: "2000" }])).toMatchObject({ pairs: [{ sellerDependence: "0.7" }] });
  });

  test.each([
    ["699.99", "network.total_below_parts"],
    ["700", undefined],
  ])("a whole of %s cannot be less than its parts of 700: %s", (sales, code) => {
    const answer = power(one, [{ participantId: "M", sales }]);
    expect("code" in answer ? answer.code : undefined).toBe(code);
  });

  test("refuses a participant listed twice", () => {
    expect(faultAt(() => power(one, [maker1000, maker1000]))).toBe("kernel.named_twice at facts.business[1].participantId");
  });
});
