import fc from "fast-check";
import { checkNetwork, defaultNetwork, type Network, permittedFlows, proposeRelinks, type RelinkPolicy } from "qudao/network";
import { describe, expect, test } from "vitest";
import { fixtures } from "../schemas/fixtures.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import {
  agent,
  customer,
  distributor,
  integrator,
  like,
  maker,
  networkOf,
  office,
  outcomeOf,
  policy,
  relation,
} from "../support/network.js";

const all: RelinkPolicy = { flows: permittedFlows, alternativesMost: 10 };
const relink = (network: Network, stoppedIds: readonly string[], agreed: Partial<RelinkPolicy> = {}) =>
  outcomeOf(proposeRelinks(frozen({ network, stoppedIds }), frozen({ ...all, ...agreed })));
const links = (...args: Parameters<typeof relink>) =>
  relink(...args).proposals.map(({ relation: { fromId, toId } }) => `${fromId} > ${toId}`);
const errors = (network: Network) =>
  checkNetwork(network, policy)
    .outcome.findings.filter(({ severity }) => severity === "error")
    .map(({ code }) => code);

describe("proposeRelinks()", () => {
  test("S19-140: after the proposals nobody is an orphan, and everything else still holds", () => {
    const answer = relink(defaultNetwork, ["agent-1"]);
    expect(answer.cutOffIds).toStrictEqual(["distributor-2", "integrator", "customer-1"]);
    expect(answer.proposals).toStrictEqual([
      {
        participantId: "distributor-2",
        relation: { id: "office>distributor-2", flow: "goods", fromId: "office", toId: "distributor-2" },
        insteadOfIds: ["agent-1"],
        alternativeIds: ["manufacturer", "agent-2"],
      },
    ]);
    expect(answer.unservedIds).toStrictEqual([]);
    expect(errors(answer.network)).toStrictEqual([]);
    expect(answer.network.participants.find(({ id }) => id === "distributor-2")?.uplineId).toBe("office");
    expect(answer.network.participants.some(({ id }) => id === "agent-1")).toBe(false);
  });

  test("S19-140: whoever stops, no goods are without a source after the proposals unless nobody may supply them", () => {
    const stops = fc.subarray(defaultNetwork.participants.map(({ id }) => id));
    fc.assert(
      fc.property(stops, (stoppedIds) => {
        const { network, unservedIds, cutOffIds } = relink(defaultNetwork, stoppedIds);
        const orphans = checkNetwork(network, policy).outcome.findings.filter(({ code }) => code === "network.orphan");
        expect(orphans.flatMap(({ participantIds }) => participantIds).filter((id) => !unservedIds.includes(id))).toStrictEqual([]);
        for (const id of unservedIds) expect(cutOffIds).toContain(id);
        expect(checkNetwork(network, policy).outcome.findings.map(({ code }) => code)).not.toContain("network.goods_cycle");
        expect(checkNetwork(network, policy).outcome.findings.map(({ code }) => code)).not.toContain("network.flow_not_permitted");
        if (!stoppedIds.includes("manufacturer")) expect(unservedIds).toStrictEqual([]);
      }),
      { seed: 20240101, numRuns: 200 },
    );
  });

  test.each([[["I", "D"]], [["D", "I"]]])(
    "whoever a relinked participant may supply is served, in whatever order they stand: %j",
    (order) => {
      // only the agent may buy of the maker, the distributor of anybody, the integrator of a distributor alone
      const flows: RelinkPolicy["flows"] = [
        { flow: "goods", from: "manufacturer", to: ["agent", "distributor"], sources: [] },
        { flow: "goods", from: "distributor", to: ["system_integrator"], sources: [] },
      ];
      const people = [maker, agent, ...order.map((id) => (id === "D" ? distributor : integrator))];
      const network = networkOf(people, "M > A", "A > D", "A > I");
      expect(relink(network, ["A"], { flows }).unservedIds).toStrictEqual([]);
      expect([...links(network, ["A"], { flows })].sort()).toStrictEqual(["D > I", "M > D"]);
    },
  );

  test("prefers the same territory, then the kind that stopped, and takes the manufacturer last", () => {
    const near = (id: string, territoryId: string | undefined, kind = "agent") => like(agent, { id, territoryId, kind });
    const people = [
      maker,
      near("far", "CD"),
      near("vague", undefined),
      near("near-distributor", "SH", "distributor"),
      near("near", "SH"),
      agent,
      integrator,
    ];
    const ways = ["far", "vague", "near-distributor", "near", "A"].map((id) => `M > ${id}`);
    const proposal = (some: typeof people) => {
      const [first] = relink(networkOf(some, ...ways.filter((way) => some.some(({ id }) => way.endsWith(` ${id}`))), "A > I"), [
        "A",
      ]).proposals;
      return [first?.relation.fromId, ...(first?.alternativeIds ?? [])];
    };
    expect(proposal(people)).toStrictEqual(["near", "near-distributor", "vague", "M", "far"]);
    expect(proposal([maker, agent, integrator])).toStrictEqual(["M"]);
  });

  test("names no more alternatives than asked for", () => {
    expect(relink(defaultNetwork, ["agent-1"], { alternativesMost: 0 }).proposals[0]?.alternativeIds).toStrictEqual([]);
    expect(relink(defaultNetwork, ["agent-1"], { alternativesMost: 1 }).proposals[0]?.alternativeIds).toStrictEqual(["manufacturer"]);
  });

  test("keeps to the permitted flows: where none leads there, it says who stays unserved", () => {
    const flows = [{ flow: "goods" as const, from: "manufacturer" as const, to: ["agent" as const] }];
    const network = networkOf([maker, agent, customer], "M > A", "A > C");
    expect(relink(network, ["A"], { flows })).toMatchObject({ cutOffIds: ["C"], proposals: [], unservedIds: ["C"] });
    expect(relink(network, ["M"])).toMatchObject({ cutOffIds: ["A", "C"], proposals: [], unservedIds: ["A", "C"] });
  });

  test("whom its supplier cannot be helped for is linked by itself", () => {
    const flows = [{ flow: "goods" as const, from: "manufacturer" as const, to: ["industry_customer" as const] }];
    const network = networkOf([maker, agent, distributor, customer], "M > A", "A > D", "D > C");
    const answer = relink(network, ["A"], { flows });
    expect(answer.proposals).toMatchObject([{ participantId: "C", insteadOfIds: [], relation: { fromId: "M" } }]);
    expect(answer.unservedIds).toStrictEqual(["D"]);
  });

  test("makes no circle: who is supplied by the one cut off does not become its supplier", () => {
    const flows = [
      { flow: "goods" as const, from: "agent" as const, to: ["distributor" as const] },
      { flow: "goods" as const, from: "distributor" as const, to: ["agent" as const] },
    ];
    const below = like(agent, { id: "A2" });
    const network = networkOf([maker, agent, distributor, below], "M > A", "A > D", "D > A2", "M > A2");
    expect(relink(network, ["A"], { flows })).toMatchObject({ cutOffIds: ["D"], proposals: [], unservedIds: ["D"] });
  });

  test("carries on the brands that came before, and names its relations apart from those that are there", () => {
    const two = like(maker, { brandIds: ["B1", "B2"] });
    const people = [two, office, agent, integrator, customer];
    const b1 = relation("A > I", { brandIds: ["B1"] });
    const taken = relation("F > A", { id: "F>I" });
    const network = networkOf(people, "M > F", taken, b1, "I > C");
    expect(relink(network, ["A"]).proposals[0]?.relation).toStrictEqual({
      id: "F>I#2",
      flow: "goods",
      fromId: "F",
      toId: "I",
      brandIds: ["B1"],
    });
    const everything = networkOf(people, "M > F", "F > A", b1, relation("A > I", { id: "R9" }), "I > C");
    expect(relink(everything, ["A"]).proposals[0]?.relation.brandIds).toBe(undefined);
  });

  test("takes the roles of those who stop out of their organisations", () => {
    const network = {
      ...networkOf([maker, like(agent, { organisationId: "O" }), distributor, customer], "M > A", "M > D", "D > C"),
      organisations: [{ id: "O", roles: [{ participantId: "A", kind: "agent" as const, start: "2020-01-01" }] }],
    };
    expect(relink(network, ["A"]).network.organisations).toStrictEqual([{ id: "O", roles: [] }]);
    expect(errors(relink(network, ["A"]).network)).toStrictEqual([]);
  });

  test("who has lost its upline and is supplied another way has none", () => {
    const below = like(distributor, { uplineId: "A" });
    const network = networkOf([maker, agent, below, customer], "M > A", "M > D", "D > C");
    expect(relink(network, ["A"]).network.participants.find(({ id }) => id === "D")).toStrictEqual(distributor);
  });

  test("links nobody where nobody is cut off", () => {
    expect(links(defaultNetwork, ["agent-2"])).toStrictEqual([]);
    expect(relink(defaultNetwork, []).network).toStrictEqual(defaultNetwork);
  });

  test("gives every kind of participant, organisation and territory back as it was, with all its fields", () => {
    const network = {
      participants: fixtures.Participant.valid,
      relations: [relation("D1 > IC1", { territoryId: "SH", brandIds: ["B1"], amount: "5" })],
      organisations: fixtures.Organisation.valid,
      territories: fixtures.Territory.valid,
    } as unknown as Network;
    expect(relink(network, []).network).toStrictEqual(network);
  });

  test("refuses a participant that the network does not have", () => {
    expect(faultAt(() => relink(defaultNetwork, ["agent-9"]))).toBe("network.not_a_participant at facts.stoppedIds[0]");
    expect(faultAt(() => relink(defaultNetwork, [], { alternativesMost: 1001 }))).toBe("kernel.not_a_count at policy.alternativesMost");
  });
});
