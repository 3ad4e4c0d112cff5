import { buildNetworkGraph, defaultNetwork, flowKinds, type Network } from "qudao/network";
import { describe, expect, test } from "vitest";
import { frozen } from "../support/frozen.js";
import { agent, customer, like, maker, networkOf, office } from "../support/network.js";

const graphOf = (network: Network) => buildNetworkGraph(frozen(network));

describe("buildNetworkGraph()", () => {
  test("S19-08: lists every node of the default organisation once, and every relation once", () => {
    const { nodes, edges } = graphOf(defaultNetwork);
    expect(nodes.map(({ id }) => id)).toStrictEqual(defaultNetwork.participants.map(({ id }) => id));
    expect(edges.map(({ id }) => id)).toStrictEqual(defaultNetwork.relations.map(({ id }) => id));
    expect(new Set(nodes.map(({ kind }) => kind))).toStrictEqual(
      new Set([
        "manufacturer",
        "factory_office",
        "agent",
        "distributor",
        "trial_distributor",
        "system_integrator",
        "contractor",
        "industry_customer",
      ]),
    );
    for (const { fromId, toId } of edges) {
      expect(nodes.filter(({ id }) => id === fromId || id === toId).length).toBe(2);
    }
  });

  test("is plain JSON, with words of every kind and flow in both languages", () => {
    const graph = graphOf({ ...networkOf([maker, agent, customer], ...flowKinds.map((flow) => `${flow} M > A`)) });
    expect(JSON.parse(JSON.stringify(graph))).toStrictEqual(graph);
    for (const { title } of graph.edges) expect(title.zh).toMatch(/\p{Script=Han}/u);
    expect(graph.nodes[0]).toStrictEqual({
      id: "M",
      kind: "manufacturer",
      title: { en: "M", zh: "M" },
      kindTitle: { en: "manufacturer", zh: "生产商" },
      partOfId: null,
      organisationId: null,
    });
  });

  test("says whose part an office or a store is, and which organisation plays it", () => {
    const store = { id: "S", kind: "own_store" as const, ownerId: "A", organisationId: "O" };
    const { nodes } = graphOf(networkOf([maker, office, agent, store, like(store, { id: "S2", ownerId: "X" })]));
    expect(nodes.map(({ id, partOfId, organisationId }) => [id, partOfId, organisationId])).toStrictEqual([
      ["M", null, null],
      ["F", "M", null],
      ["A", null, null],
      ["S", "A", "O"],
      ["S2", null, "O"],
    ]);
  });

  test("lists one of two that share an identifier, and no relation without two ends", () => {
    const { nodes, edges } = graphOf(networkOf([maker, agent, agent], "M > A", "M > X"));
    expect(nodes.map(({ id }) => id)).toStrictEqual(["M", "A"]);
    expect(edges.map(({ id }) => id)).toStrictEqual(["M > A"]);
  });
});
