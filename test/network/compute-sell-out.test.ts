import fc from "fast-check";
import { addDecimals, compareDecimals, subtractDecimals, sumDecimals } from "qudao/kernel";
import { computeSellOut, type Network, type SellOut } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { agent, contractor, customer, distributor, integrator, like, maker, networkOf, office, resultOf } from "../support/network.js";

const sellOut = (network: Network) => resultOf(computeSellOut(frozen(network)));
const everybody = [maker, office, agent, distributor, integrator, contractor, customer];

describe("computeSellOut()", () => {
  test("S03-25: what integrators and contractors buy of dealers is sold out, as what customers buy is", () => {
    const network = networkOf(everybody, "M > F 1000", "F > A 900.50", "A > D 300", "A > I 400.25", "D > K 120", "D > C 30");
    // in: 900.50 to the agent; out: 400.25 to the integrator, 120 to the contractor, 30 to the customer
    expect(sellOut(network)).toStrictEqual({
      sellIn: "900.5",
      sellOut: "550.25",
      direct: "0",
      resellers: [
        { participantId: "A", sellIn: "900.5", sellOut: "400.25" },
        { participantId: "D", sellIn: "0", sellOut: "150" },
      ],
    });
  });

  test("S03-25: it is counted once: what they pass on to their customer is not sold out again", () => {
    const once = sellOut(networkOf(everybody, "M > D 100", "D > I 80"));
    const twice = sellOut(networkOf(everybody, "M > D 100", "D > I 80", "I > C 150"));
    expect(twice).toStrictEqual(once);
    expect(once).toMatchObject({ sellOut: "80" });
  });

  test("what is bought past all dealers is direct, and neither in nor out", () => {
    expect(sellOut(networkOf(everybody, "M > I 70", "F > K 20", "M > D 5"))).toMatchObject({ sellIn: "5", sellOut: "0", direct: "90" });
  });

  test("a retailer and a platform that nobody in the network runs resell; those that the manufacturer runs do not", () => {
    const shop = like(customer, { id: "R", kind: "retailer" });
    const own = like(customer, { id: "P", kind: "e_commerce_platform", ownerId: "M" });
    const foreign = like(customer, { id: "Q", kind: "e_commerce_platform" });
    const network = networkOf([...everybody, shop, own, foreign], "M > R 10", "M > P 20", "M > Q 40", "R > C 1", "P > C 2", "Q > C 4");
    expect(sellOut(network)).toMatchObject({ sellIn: "50", sellOut: "5", direct: "2" });
  });

  test("an amount that is not known is a problem, never 0; other flows are not looked at", () => {
    expect(sellOut(networkOf(everybody, "M > D 100", "D > I", "service A > I"))).toStrictEqual({
      code: "network.amounts_unknown",
      params: { relations: ["D > I"] },
    });
  });

  test("an empty network sells nothing", () => {
    expect(sellOut(networkOf([]))).toStrictEqual({ sellIn: "0", sellOut: "0", direct: "0", resellers: [] });
  });

  test("names what cannot be read", () => {
    expect(faultAt(() => computeSellOut(networkOf(everybody, "M > D -1")))).toBe("kernel.below_zero at network.relations[0].amount");
  });

  test("whatever resellers sell each other, in less out is what they received less what they delivered", () => {
    const ids = everybody.map(({ id }) => id);
    const flow = fc.tuple(fc.constantFrom(...ids), fc.constantFrom("A", "D", "I", "K", "C"), fc.integer({ min: 0, max: 99_999 }));
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 12 }), (flows) => {
        const relations = flows
          .filter(([from, to]) => from !== to)
          .map(([fromId, toId, fen], i) => ({ id: `R${i}`, flow: "goods" as const, fromId, toId, amount: (fen / 100).toFixed(2) }));
        const { sellIn, sellOut: out, direct, resellers } = sellOut({ participants: everybody, relations }) as SellOut;
        const sum = (keep: (one: (typeof relations)[number]) => boolean) => sumDecimals(relations.filter(keep).map(({ amount }) => amount));
        const dealer = (id: string) => id === "A" || id === "D";
        // project buyers that supply a dealer bring goods in like anybody else outside
        expect(subtractDecimals(sellIn, out)).toBe(
          subtractDecimals(
            sum(({ toId }) => dealer(toId)),
            sum(({ fromId }) => dealer(fromId)),
          ),
        );
        expect([sumDecimals(resellers.map((one) => one.sellIn)), sumDecimals(resellers.map((one) => one.sellOut))]).toStrictEqual([
          sellIn,
          out,
        ]);
        const used = sum(({ fromId, toId }) => ["I", "K", "C"].includes(toId) && !["I", "K", "C"].includes(fromId));
        expect(compareDecimals(addDecimals(out, direct), used)).toBe(0);
      }),
      { seed: 20240101, numRuns: 300 },
    );
  });
});
