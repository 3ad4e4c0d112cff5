import type { Participant } from "qudao/entities";
import { type ChannelList, defaultNetwork, listChannels, type Network, type NetworkChannel } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { agent, customer, distributor, integrator, like, maker, networkOf, office, resultOf } from "../support/network.js";

const channels = (network: Network, most = 100) => resultOf(listChannels(frozen(network), { most }));
const ways = (answer: ReturnType<typeof channels>) =>
  (answer as ChannelList).channels.map(({ participantIds, levels }: NetworkChannel) => `${participantIds.join(" ")} ${levels}`);

describe("listChannels()", () => {
  test("S13-01: every channel is an ordered way from the manufacturer to a consumer", () => {
    const answer = channels(defaultNetwork) as ChannelList;
    // by agent 1 with and without its distributor, agent 2, distributor 1 with and without the contractor, and on trial
    expect(answer.total).toBe("6");
    const kinds = new Map(defaultNetwork.participants.map(({ id, kind }) => [id, kind]));
    for (const { participantIds, end } of answer.channels) {
      expect(participantIds[0]).toBe("manufacturer");
      expect(end).toBe("industry_customer");
      expect(kinds.get(participantIds.at(-1) as string)).toBe("industry_customer");
      participantIds.slice(1).forEach((id, i) => {
        expect(
          defaultNetwork.relations.some(({ flow, fromId, toId }) => flow === "goods" && fromId === participantIds[i] && toId === id),
        ).toBe(true);
      });
    }
  });

  test("counts independent resellers as levels, and what the manufacturer runs as none", () => {
    const network = networkOf(
      [maker, office, agent, distributor, integrator, customer],
      "M > F",
      "F > A",
      "A > D",
      "D > I",
      "I > C",
      "D > C",
      "M > C",
    );
    expect(ways(channels(network))).toStrictEqual(["M F A D I C 3", "M F A D C 2", "M C 0"]);
  });

  test("S17-03: a channel may have no intermediary at all: a store, a platform, a network of the manufacturer", () => {
    const ends: readonly Participant[] = [
      { id: "S", kind: "own_store", ownerId: "M" },
      { id: "E", kind: "e_commerce_platform", ownerId: "M" },
      { id: "N", kind: "social_media", ownerId: "M" },
      { id: "T", kind: "e_commerce_platform" },
      { id: "R", kind: "retailer" },
    ];
    const answer = channels(networkOf([maker, ...ends], "M > S", "M > E", "M > N", "M > T", "M > R"));
    expect(ways(answer)).toStrictEqual(["M S 0", "M E 0", "M N 0", "M T 1", "M R 1"]);
    expect(new Set((answer as ChannelList).channels.map(({ end }) => end))).toStrictEqual(new Set(["consumers_at_large"]));
  });

  test("S13-01: ways that end with nobody who consumes are no channels", () => {
    expect(channels(networkOf([maker, agent, distributor, customer], "M > A", "A > D", "A > C"))).toStrictEqual({
      channels: [{ participantIds: ["M", "A", "C"], end: "industry_customer", levels: 1 }],
      total: "1",
    });
    expect(channels(networkOf([maker, agent], "M > A"))).toStrictEqual({ channels: [], total: "0" });
  });

  test("several relations between two are one way", () => {
    const twice = networkOf([maker, agent, customer], "M > A", { id: "R2", flow: "goods", fromId: "M", toId: "A" }, "A > C");
    expect(ways(channels(twice))).toStrictEqual(["M A C 1"]);
  });

  test("counts all and lists as many as asked for: 2 to the power of 70 ways", () => {
    const layers = Array.from({ length: 70 }, (_, i) => [`a${i}`, `b${i}`]);
    const people = layers.flat().map((id) => like(agent, { id }));
    const relations = layers.flatMap((layer, i) => (layers[i + 1] ?? ["C"]).flatMap((to) => layer.map((from) => `${from} > ${to}`)));
    const answer = channels(networkOf([maker, ...people, customer], "M > a0", "M > b0", ...relations), 3) as ChannelList;
    expect(answer.total).toBe("1180591620717411303424");
    expect(answer.channels.length).toBe(3);
  });

  test("without one source, or with goods in a circle, there are none to list", () => {
    expect(channels(networkOf([agent]))).toStrictEqual({ code: "network.no_source", params: {} });
    expect(channels(networkOf([maker, like(maker, { id: "M2" })]))).toStrictEqual({
      code: "network.several_sources",
      params: { id: "M2", first: "M" },
    });
    expect(channels(networkOf([maker, agent, distributor, customer], "M > A", "A > D", "D > A", "A > C"))).toStrictEqual({
      code: "network.goods_cycle",
      params: { ids: ["A", "D", "A"] },
    });
  });

  test("lists one channel at least", () => {
    expect(faultAt(() => channels(networkOf([maker]), 0))).toBe("kernel.not_a_count at policy.most");
    expect(faultAt(() => channels(networkOf([maker]), 100_001))).toBe("kernel.not_a_count at policy.most");
  });
});
