import type { Participant } from "qudao/entities";
import {
  type BrandedProduct,
  type DualDistributionPolicy,
  detectDualDistribution,
  type IntendedOverlap,
  type Network,
} from "qudao/network";
import { describe, expect, test } from "vitest";
import { frozen } from "../support/frozen.js";
import { agent, customer, distributor, integrator, like, maker, networkOf, outcomeOf, relation } from "../support/network.js";

const detect = (network: Network, products: readonly BrandedProduct[] = [], intended: DualDistributionPolicy["intended"] = []) =>
  outcomeOf(detectDualDistribution(frozen({ network, products }), frozen({ intended })));

const second = like(customer, { id: "C2" });
const both = networkOf([maker, agent, distributor, customer, second], "M > A", "M > D", "A > C", "D > C2");

describe("detectDualDistribution()", () => {
  test("S05-25: the same brand by two channels in one territory is reported with both ways", () => {
    expect(detect(both)).toStrictEqual({
      overlaps: [
        {
          form: "one_brand",
          categoryId: null,
          territoryId: "SH",
          routes: [
            { sellerId: "A", brandId: "B1", participantIds: ["M", "A"] },
            { sellerId: "D", brandId: "B1", participantIds: ["M", "D"] },
          ],
          brandIds: ["B1"],
          intent: "conflict",
        },
      ],
      undeterminedIds: [],
    });
  });

  test("S05-25: one channel, or two in different territories, are none", () => {
    expect(detect(networkOf([maker, agent, customer], "M > A", "A > C")).overlaps).toStrictEqual([]);
    const apart = { ...both, participants: both.participants.map((one) => (one.id === "C2" ? like(one, { territoryId: "CD" }) : one)) };
    expect(detect(apart).overlaps).toStrictEqual([]);
    expect(
      detect({ ...both, relations: both.relations.map((one) => (one.toId === "C2" ? { ...one, territoryId: "CD" } : one)) }).overlaps,
    ).toStrictEqual([]);
  });

  test("an agent that sells itself what it also sells through a distributor is two channels; an integrator's work is none", () => {
    const network = networkOf([maker, agent, distributor, integrator, customer], "M > A", "A > D", "A > I", "D > C", "I > C");
    expect(detect(network).overlaps[0]?.routes.map(({ participantIds }) => participantIds.join(" "))).toStrictEqual(["M A", "M A D"]);
    expect(detect(networkOf([maker, agent, integrator, customer], "M > A", "A > I", "I > C")).overlaps).toStrictEqual([]);
  });

  test("a territory that contains another is met in the smaller one", () => {
    const territories = [
      { id: "east", level: "region" as const },
      { id: "SH", level: "city" as const, parentId: "east" },
    ];
    const wide = {
      ...both,
      territories,
      participants: both.participants.map((one) => (one.id === "C2" ? like(one, { territoryId: "east" }) : one)),
    };
    expect(detect(wide).overlaps.map(({ territoryId }) => territoryId)).toStrictEqual(["SH"]);
  });

  test("stores and the internet sell where they are at home", () => {
    const store: Participant = { id: "S", kind: "own_store", ownerId: "M", territoryId: "SH" };
    const network = networkOf([maker, agent, store, customer], "M > A", "M > S", "A > C");
    expect(detect(network).overlaps[0]?.routes.map(({ sellerId }) => sellerId)).toStrictEqual(["A", "S"]);
  });

  test("follows each brand along the relations that carry it", () => {
    const two = like(maker, { brandIds: ["B1", "B2"] });
    const network = networkOf(
      [two, agent, distributor, customer, second],
      relation("M > A", { brandIds: ["B1"] }),
      relation("M > D", { brandIds: ["B2"] }),
      "A > C",
      "D > C2",
    );
    expect(detect(network).overlaps).toStrictEqual([]);
    const products = [
      { id: "P1", brandId: "B1", categoryId: "camera" },
      { id: "P2", brandId: "B2", categoryId: "camera" },
      { id: "P3", brandId: "B2", categoryId: "cable" },
      { id: "P4" },
    ];
    expect(detect(network, products).overlaps).toMatchObject([
      {
        form: "like_products",
        categoryId: "camera",
        brandIds: ["B1", "B2"],
        territoryId: "SH",
        routes: [
          { sellerId: "A", brandId: "B1" },
          { sellerId: "D", brandId: "B2" },
        ],
      },
    ]);
  });

  test("S05-25: two brands of unlike products, or both by one seller, do not compete", () => {
    const two = like(maker, { brandIds: ["B1", "B2"] });
    const products = [
      { id: "P1", brandId: "B1", categoryId: "camera" },
      { id: "P2", brandId: "B2", categoryId: "camera" },
    ];
    const one = networkOf([two, agent, customer], "M > A", "A > C");
    expect(detect(one, products).overlaps).toStrictEqual([]);
    const apart = networkOf(
      [two, agent, distributor, customer, second],
      relation("M > A", { brandIds: ["B1"] }),
      relation("M > D", { brandIds: ["B2"] }),
      "A > C",
      "D > C2",
    );
    expect(
      detect(apart, [
        { id: "P1", brandId: "B1", categoryId: "camera" },
        { id: "P2", brandId: "B2", categoryId: "cable" },
      ]).overlaps,
    ).toStrictEqual([]);
  });

  test("unbranded goods overlap as well, and relations that carry named brands carry none of them", () => {
    const plain = like(maker, { brandIds: [] });
    const network = { ...both, participants: both.participants.map((one) => (one.id === "M" ? plain : one)) };
    expect(detect(network).overlaps).toMatchObject([{ brandIds: [], routes: [{ brandId: null }, { brandId: null }] }]);
    expect(
      detect({ ...network, relations: network.relations.map((one) => (one.toId === "D" ? { ...one, brandIds: ["B9"] } : one)) }).overlaps,
    ).toStrictEqual([]);
  });

  test.each<[string, IntendedOverlap, "intended" | "conflict"]>([
    ["both kinds", { kinds: ["agent", "distributor"] }, "intended"],
    ["one kind only", { kinds: ["agent"] }, "conflict"],
    ["this territory", { kinds: ["agent", "distributor"], territoryIds: ["SH"] }, "intended"],
    ["another territory", { kinds: ["agent", "distributor"], territoryIds: ["CD"] }, "conflict"],
    ["this brand", { kinds: ["agent", "distributor"], brandIds: ["B1"] }, "intended"],
    ["another brand", { kinds: ["agent", "distributor"], brandIds: ["B2"] }, "conflict"],
  ])("S05-25: an overlap is intended where the policy says so: %s", (_, row, intent) => {
    expect(detect(both, [], [row]).overlaps[0]?.intent).toBe(intent);
  });

  test("who sells where nobody knows is named, not passed over", () => {
    const unknown = {
      ...both,
      participants: both.participants.map((one) => (one.id === "C2" ? like(one, { territoryId: undefined }) : one)),
    };
    expect(detect(unknown)).toStrictEqual({ overlaps: [], undeterminedIds: ["D"] });
  });
});
