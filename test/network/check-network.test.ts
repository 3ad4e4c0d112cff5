import { type Participant, participantKinds } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { renderMessage } from "qudao/kernel";
import { checkNetwork, defaultNetwork, type Network, type NetworkPolicy } from "qudao/network";
import { parseParticipant } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import {
  agent,
  contractor,
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

/** Code and place of every finding, after checking that each has words in both languages. */
function found(network: Network, changes: Partial<NetworkPolicy> = {}): readonly string[] {
  const { findings } = outcomeOf(checkNetwork(frozen(network), frozen({ ...policy, ...changes })));
  for (const one of findings) {
    for (const language of ["en", "zh"] as const) expect(renderMessage(one, language, catalogue)).not.toMatch(/network\.|[{}?]/);
  }
  return findings.map(({ code, path }) => `${code} ${path}`);
}

const sound = networkOf([maker, agent, customer], "M > A", "A > C");

describe("checkNetwork()", () => {
  test("finds nothing wrong with a maker, an agent and a customer", () => {
    expect(found(sound)).toStrictEqual([]);
    expect(checkNetwork(sound, policy).outcome.verdict).toBe("sound");
  });

  test("S19-08: finds nothing wrong with the default organisation, however little direct selling is allowed", () => {
    expect(found(defaultNetwork, { directShareMost: "0" })).toStrictEqual([]);
  });

  test("asks every check and says so, whatever is found", () => {
    const { explanation } = checkNetwork(networkOf([]), policy);
    expect(explanation.from?.map(({ params }) => [params["check"], params["findings"]])).toStrictEqual([
      ["ids_unique", 0],
      ["ends_known", 0],
      ["references_known", 0],
      ["territories_tree", 0],
      ["organisations_match", 0],
      ["one_source", 1],
      ["flows_permitted", 0],
      ["no_orphan", 0],
      ["no_dead_end", 0],
      ["no_goods_cycle", 0],
      ["all_connected", 0],
      ["offices_at_home", 0],
      ["agents_not_bypassed", 0],
      ["duties_served", 0],
    ]);
  });
});

describe("identifiers and ends", () => {
  test("are used once in each list", () => {
    const twice = { ...networkOf([maker, agent, customer, agent], "M > A", "A > C"), territories: [] };
    expect(found(twice)).toContain("network.duplicate_id participants[3].id");
    expect(found(networkOf([maker, agent, customer], "M > A", "A > C", "A > C"))).toStrictEqual(["network.duplicate_id relations[2].id"]);
  });

  test("are known, and differ", () => {
    expect(found(networkOf([maker, agent, customer], "M > A", "A > C", "M > X"))).toStrictEqual(["network.unknown_end relations[2].toId"]);
    expect(found(networkOf([maker, agent, customer], "M > A", "A > C", "X > Y"))).toStrictEqual([
      "network.unknown_end relations[2].fromId",
      "network.unknown_end relations[2].toId",
    ]);
    expect(found(networkOf([maker, agent, customer], "M > A", "A > C", "information M > M"))).toContain(
      "network.relation_to_itself relations[2]",
    );
  });

  test("each finding names participants, place and severity", () => {
    expect(checkNetwork(networkOf([maker, agent, customer], "M > A", "A > C", "M > X"), policy).outcome.findings).toStrictEqual([
      {
        code: "network.unknown_end",
        path: "relations[2].toId",
        params: { relation: "M > X", id: "X" },
        severity: "error",
        participantIds: [],
      },
    ]);
  });
});

describe("the source", () => {
  test("S03-04: there is one", () => {
    expect(found(networkOf([agent, customer], "A > C"))).toContain("network.no_source participants");
    const second = like(maker, { id: "M2" });
    expect(found(networkOf([maker, second, agent, customer], "M > A", "M2 > A", "A > C"))).toStrictEqual([
      "network.several_sources participants[1]",
    ]);
  });

  test("S03-04: no goods of the channel flow into it; what a supplier delivers comes before the channel", () => {
    expect(found(networkOf([maker, agent, customer], "M > A", "A > C", "A > M"))).toStrictEqual([
      "network.goods_into_source relations[2]",
      "network.flow_not_permitted relations[2]",
      "network.goods_cycle participants[0]",
    ]);
    const supplier: Participant = { id: "S", kind: "supplier", categoryIds: [], evidenceIds: [] };
    expect(found(networkOf([maker, agent, customer, supplier], "S > M", "M > A", "A > C"))).toStrictEqual([]);
  });

  test("S03-04: a distributor that the manufacturer's goods do not reach is an orphan, and so is everybody below it", () => {
    const below = networkOf([maker, agent, customer, distributor, like(customer, { id: "C2" })], "M > A", "A > C", "D > C2");
    expect(found(below)).toStrictEqual(["network.orphan participants[3]", "network.orphan participants[4]"]);
    expect(checkNetwork(below, policy).outcome.verdict).toBe("unsound");
    expect(found({ ...below, relations: [...below.relations, relation("A > D")] })).toStrictEqual([]);
  });

  test("whoever needs no goods is no orphan without them, and is one as soon as it passes goods on", () => {
    const broker: Participant = { id: "B", kind: "broker_store" };
    const withBroker = networkOf([maker, agent, customer, broker, office], "M > A", "A > C", "referral B > M", "information F > M");
    expect(found(withBroker)).toStrictEqual([]);
    expect(found({ ...withBroker, relations: [...withBroker.relations, relation("F > A")] })).toStrictEqual([
      "network.orphan participants[4]",
    ]);
  });
});

describe("the flow of goods", () => {
  test("S19-01: ends with a consumer", () => {
    expect(found(networkOf([maker, agent, customer, distributor], "M > A", "A > C", "M > D"))).toStrictEqual([
      "network.dead_end participants[3]",
    ]);
    expect(checkNetwork(networkOf([maker, agent, customer, distributor], "M > A", "A > C", "M > D"), policy).outcome.verdict).toBe("sound");
    expect(found(networkOf([maker], "information M > M"))).toContain("network.dead_end participants[0]");
  });

  test("may end with who sells to consumers at large: a store, a platform, a network (S17-03)", () => {
    const ends: readonly Participant[] = [
      { id: "R", kind: "retailer" },
      { id: "S", kind: "own_store", ownerId: "M" },
      { id: "E", kind: "e_commerce_platform" },
      { id: "N", kind: "social_media", ownerId: "M" },
      { id: "S2", kind: "direct_sales", ownerId: "M" },
    ];
    expect(found(networkOf([maker, ...ends], "M > R", "M > S", "M > E", "M > N", "M > S2"))).toStrictEqual([]);
  });

  test("S03-31 runs in no circle, and does not leave a customer", () => {
    const second = like(agent, { id: "A2" });
    const circle = networkOf([maker, agent, second, customer], "M > A", "A > A2", "A2 > A", "A2 > C");
    const { findings } = checkNetwork(circle, policy).outcome;
    expect(findings.find(({ code }) => code === "network.goods_cycle")?.params).toStrictEqual({ ids: ["A", "A2", "A"] });
    expect(found(networkOf([maker, agent, customer, integrator], "M > A", "A > C", "C > I", "service M > I"))).toStrictEqual([
      "network.flow_not_permitted relations[2]",
      "network.dead_end participants[3]",
    ]);
  });

  test("reports every knot of circles once, by its shortest round", () => {
    const ring = ["A", "A2", "A3"].map((id) => like(agent, { id }));
    const knot = networkOf([maker, ...ring, customer], "M > A", "A > A2", "A2 > A3", "A3 > A2", "A3 > A", "A > C");
    const circles = checkNetwork(knot, policy).outcome.findings.filter(({ code }) => code === "network.goods_cycle");
    expect(circles.map(({ params, participantIds }) => [params["ids"], participantIds])).toStrictEqual([
      [
        ["A", "A2", "A3", "A"],
        ["A", "A2", "A3"],
      ],
    ]);
  });

  test("is walked without recursion: a chain of 20,000 and a ring of 20,000", () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `A${i}`);
    const chain = networkOf(
      [maker, ...ids.map((id) => like(agent, { id }))],
      ...ids.map((id, i) => `${i === 0 ? "M" : ids[i - 1]} > ${id}`),
    );
    const codes = (network: Network) => new Set(checkNetwork(network, policy).outcome.findings.map(({ code }) => code));
    expect(codes(chain)).toStrictEqual(new Set(["network.flow_not_permitted", "network.dead_end"]));
    expect(codes({ ...chain, relations: [...chain.relations, relation("A19999 > A0")] })).toContain("network.goods_cycle");
  });
});

describe("permitted flows", () => {
  const everybody = [maker, office, agent, distributor, integrator, contractor, customer];
  const isPermitted = (text: string) => !found(networkOf(everybody, text)).some((one) => one.startsWith("network.flow_not_permitted"));

  test.each([
    ["D > C", true],
    ["D > I", true],
    ["D > K", true],
    ["D > A", false],
    ["D > F", false],
    ["D > M", false],
  ])("S03-18: a distributor deals with customers, integrators and contractors: %s is permitted: %s", (text, permitted) => {
    expect(isPermitted(text)).toBe(permitted);
  });

  test.each([
    ["influence C > I", true],
    ["influence C > K", true],
    ["C > I", false],
    ["C > K", false],
    ["influence C > A", false],
  ])("S03-32: a customer influences integrators and contractors, and never supplies them: %s is permitted: %s", (text, permitted) => {
    expect(isPermitted(text)).toBe(permitted);
  });

  test.each([
    ["supervision F > A", true],
    ["supervision A > F", false],
    ["evaluation F > D", true],
    ["evaluation F > A", false],
    ["nomination A > I", true],
    ["nomination I > D", false],
    ["payment A > M", true],
    ["payment C > M", true],
    ["payment M > C", false],
    ["information F > M", true],
    ["service D > I", false],
    ["referral A > M", false],
  ])("%s is permitted: %s", (text, permitted) => expect(isPermitted(text)).toBe(permitted));

  test("are those of the policy: a host's own table decides", () => {
    const network = networkOf([maker, agent, customer], "M > A", "A > C");
    expect(found(network, { flows: [{ flow: "goods", from: "manufacturer", to: ["agent"] }] })).toStrictEqual([
      "network.flow_not_permitted relations[1]",
    ]);
  });
});

describe("references", () => {
  test.each<[string, Participant]>([
    ["uplineId", like(agent, { uplineId: "X" })],
    ["manufacturerId", like(agent, { manufacturerId: "C" })],
  ])("of a participant are there: %s", (field, changed) => {
    expect(found(networkOf([maker, changed, customer], "M > A", "A > C"))).toStrictEqual([
      `network.unknown_reference participants[1].${field}`,
    ]);
  });

  test("to territories and organisations are there where these are described", () => {
    const undescribed = networkOf([maker, like(agent, { organisationId: "O" }), customer], "M > A", "A > C");
    expect(found(undescribed)).toStrictEqual([]);
    expect(found({ ...undescribed, organisations: [], territories: [] })).toStrictEqual([
      "network.unknown_reference participants[1].territoryId",
      "network.unknown_reference participants[1].organisationId",
      "network.unknown_reference participants[2].territoryId",
    ]);
    const placed = { ...networkOf([maker, office], relation("information F > M", { territoryId: "west" })), territories: [] };
    expect(found(placed)).toContain("network.unknown_reference relations[0].territoryId");
    expect(found(placed)).toContain("network.unknown_reference participants[1].territoryIds[0]");
  });

  test("of channels and brokers are there", () => {
    const store: Participant = { id: "S", kind: "own_store", ownerId: "X" };
    const broker: Participant = { id: "B", kind: "broker_store", agencyId: "O" };
    const network = { ...networkOf([maker, store, broker], "M > S", "referral B > M"), organisations: [] };
    expect(found(network)).toStrictEqual([
      "network.unknown_reference participants[1].ownerId",
      "network.unknown_reference participants[2].agencyId",
    ]);
  });

  test("put an office inside a manufacturer of the network", () => {
    const stray = like(office, { manufacturerId: "A" });
    expect(found(networkOf([maker, agent, customer, stray], "M > A", "A > C", "information F > M"))).toStrictEqual([
      "network.office_outside_manufacturer participants[3].manufacturerId",
    ]);
  });
});

describe("territories", () => {
  const city = { level: "city" as const };
  const tree = (...parents: readonly (readonly [string, string?])[]): Network => ({
    ...networkOf([maker, like(agent, { territoryId: undefined }), like(customer, { territoryId: undefined })], "M > A", "A > C"),
    territories: parents.map(([id, parentId]) => ({ id, ...city, ...(parentId === undefined ? {} : { parentId }) })),
  });

  test("form a tree", () => {
    expect(found(tree(["country"], ["east", "country"], ["SH", "east"]))).toStrictEqual([]);
    expect(found(tree(["SH", "east"]))).toStrictEqual(["network.unknown_reference territories[0].parentId"]);
    expect(found(tree(["a", "b"], ["b", "c"], ["c", "b"], ["d", "d"]))).toStrictEqual([
      "network.territory_ring territories[1].parentId",
      "network.territory_ring territories[2].parentId",
      "network.territory_ring territories[3].parentId",
    ]);
  });
});

describe("offices", () => {
  const territories = [
    { id: "east", level: "region" as const },
    { id: "SH", level: "city" as const, parentId: "east" },
    { id: "CD", level: "city" as const },
  ];
  const supervising = (text: string, changes: object = {}, where?: string): Network => ({
    ...networkOf(
      [maker, office, like(agent, changes), distributor, customer],
      "M > F",
      "F > A",
      "F > D",
      "A > C",
      "D > C",
      relation(text, where === undefined ? {} : { territoryId: where }),
    ),
    territories,
  });

  test("supervise and evaluate within their territories and nowhere else", () => {
    expect(found(supervising("supervision F > A"))).toStrictEqual([]);
    expect(found(supervising("evaluation F > D"))).toStrictEqual([]);
    expect(found(supervising("supervision F > A", { territoryId: "CD" }))).toStrictEqual([
      "network.supervision_outside_territory relations[5]",
    ]);
    expect(found(supervising("supervision F > A", {}, "CD"))).toStrictEqual(["network.supervision_outside_territory relations[5]"]);
    expect(found(supervising("supervision F > A", { territoryId: "CD" }, "SH"))).toStrictEqual([]);
  });

  test("leave it unknown where the territory is", () => {
    const unknown = supervising("supervision F > A", { territoryId: undefined });
    expect(found(unknown)).toStrictEqual(["network.supervision_territory_unknown relations[5]"]);
    expect(checkNetwork(unknown, policy).outcome.verdict).toBe("undetermined");
  });

  test("the manufacturer supervises everywhere", () => {
    expect(found(supervising("supervision M > A", { territoryId: "CD" }))).toStrictEqual([]);
  });
});

describe("agents are seldom bypassed", () => {
  /** The customer buys 900 from the agent; so much more comes directly. */
  const bypassed = (direct: string, through = " 900") => networkOf([maker, agent, customer], "M > A", `A > C${through}`, `M > C${direct}`);
  const code = "network.agent_bypassed participants[1]";

  test.each([
    [" 99.99", []],
    [" 100", []],
    [" 100.01", [code]],
  ])("900 by the agent and%s directly, a tenth is allowed: %j", (direct, findings) => {
    expect(found(bypassed(direct))).toStrictEqual(findings);
  });

  test("an amount that is not known leaves it unknown, where there are direct sales at all", () => {
    const unknown = ["network.bypass_unknown participants[1]"];
    expect(found(bypassed(""))).toStrictEqual(unknown);
    expect(found(bypassed(" 1", ""))).toStrictEqual(unknown);
    expect(checkNetwork(bypassed(""), policy).outcome.verdict).toBe("undetermined");
    expect(found(networkOf([maker, agent, customer], "M > A", "A > C"))).toStrictEqual([]);
  });

  test("what is not known of the agent's own sales does not matter where the known ones suffice", () => {
    const second = like(customer, { id: "C2" });
    const partly = (direct: string) =>
      found(networkOf([maker, agent, customer, second], "M > A", "A > C 900", "A > C2", `M > C ${direct}`));
    expect(partly("100")).toStrictEqual([]);
    expect(partly("100.01")).toStrictEqual(["network.bypass_unknown participants[1]"]);
  });

  test("customers reserved for the manufacturer do not count", () => {
    expect(found(bypassed(" 5000"), { namedAccountIds: ["C"] })).toStrictEqual([]);
  });

  test.each<[string, Participant, readonly string[]]>([
    ["the manufacturer's store", { id: "S", kind: "own_store", ownerId: "M" }, [code]],
    ["its office", office, [code]],
    ["a platform of its own", { id: "S", kind: "e_commerce_platform", ownerId: "M" }, [code]],
    ["a platform of somebody else", { id: "S", kind: "e_commerce_platform" }, []],
    ["another dealer", like(distributor, { id: "S" }), []],
  ])("%s sells 500 to its customer: %j", (_, seller, findings) => {
    const buyer = like(integrator, { id: "C" });
    const to = seller.kind === "factory_office" || seller.kind === "distributor" ? buyer : customer;
    const network = networkOf(
      [maker, agent, to, seller, like(customer, { id: "C2" })],
      "M > A",
      "A > C 900",
      `M > ${seller.id}`,
      `${seller.id} > C 500`,
      ...(to === buyer ? ["C > C2", "service A > C"] : ["A > C2 1"]),
    );
    expect(found(network)).toStrictEqual(findings);
  });
});

describe("organisations", () => {
  const big = { organisationId: "ORG" };
  const both = networkOf(
    [maker, agent, like(integrator, { ...big, scale: "large" }), like(distributor, big), customer],
    "M > A",
    "A > I",
    "M > D",
    "D > I",
    "I > C",
    "service A > I",
  );
  const roles = [
    { participantId: "I", kind: "system_integrator" as const, start: "2020-01-01" },
    { participantId: "D", kind: "distributor" as const, start: "2024-05-01" },
  ];

  test("play several roles: a large integrator that became a distributor keeps both, and may supply itself", () => {
    expect(found({ ...both, organisations: [{ id: "ORG", roles }] })).toStrictEqual([]);
  });

  test("tell the same story as their participants", () => {
    const [first, second] = roles as [(typeof roles)[number], (typeof roles)[number]];
    const mismatch = (...changed: readonly object[]) => found({ ...both, organisations: [{ id: "ORG", roles: changed as typeof roles }] });
    expect(mismatch(first)).toStrictEqual(["network.role_mismatch participants[3].organisationId"]);
    expect(mismatch(first, { ...second, kind: "agent" })).toStrictEqual(["network.role_mismatch organisations[0].roles[1]"]);
    expect(mismatch(first, second, { ...first, participantId: "C" })).toStrictEqual(["network.role_mismatch organisations[0].roles[2]"]);
    expect(mismatch(first, second, { ...first, participantId: "X" })).toStrictEqual(["network.role_mismatch organisations[0].roles[2]"]);
    expect(mismatch(first, { ...second, end: "2024-05-01" })).toStrictEqual(["network.role_mismatch organisations[0].roles[1]"]);
    expect(mismatch(first, { ...second, end: "2024-05-02" })).toStrictEqual([]);
    expect(mismatch(first, second, { ...first, participantId: "X", end: "2021-01-01" })).toStrictEqual([]);
  });
});

describe("obligations", () => {
  const served = (...services: readonly string[]) =>
    found(
      networkOf(
        [maker, office, agent, distributor, integrator, customer],
        "M > F",
        "F > A",
        "A > I",
        "A > D",
        "D > C",
        "I > C",
        ...services,
      ),
    );

  test("S19-57: an integrator is served by an agent or the manufacturer; an office serves in place of its manufacturer", () => {
    expect(served()).toStrictEqual(["network.duty_unserved participants[4]"]);
    expect(served("service A > I")).toStrictEqual([]);
    expect(served("service M > I")).toStrictEqual([]);
    expect(served("service F > I")).toStrictEqual([]);
    expect(served("service D > I")).toStrictEqual(["network.flow_not_permitted relations[6]", "network.duty_unserved participants[4]"]);
  });
});

describe("everybody", () => {
  test("has a relation of some kind", () => {
    expect(found(networkOf([maker, agent, customer, office], "M > A", "A > C"))).toStrictEqual(["network.isolated participants[3]"]);
  });
});

describe("what cannot be read", () => {
  test("S03-01: an unknown kind is refused, here and by the parser, and every known one is read", () => {
    const stranger = { id: "X", kind: "reseller" } as unknown as Participant;
    expect(faultOf(() => checkNetwork(networkOf([maker, stranger]), policy))).toMatchObject({
      code: "kernel.not_a_choice",
      path: "network.participants[1].kind",
    });
    expect(parseParticipant(stranger)).toMatchObject({ ok: false, problem: [{ code: "entities.not_a_choice", path: "kind" }] });
    expect(participantKinds.length).toBe(15);
  });

  test.each<[string, unknown, unknown, string]>([
    ["nothing", undefined, policy, "kernel.not_a_record at network"],
    [
      "a relation of no flow",
      networkOf([], { ...relation("M > A"), flow: "gossip" as never }),
      policy,
      "kernel.not_a_choice at network.relations[0].flow",
    ],
    ["an amount below 0", networkOf([], relation("M > A", { amount: "-1" })), policy, "kernel.below_zero at network.relations[0].amount"],
    [
      "an office without a maker",
      networkOf([{ id: "F", kind: "factory_office", territoryIds: [] } as never]),
      policy,
      "kernel.not_text at network.participants[0].manufacturerId",
    ],
    ["a share above 1", networkOf([]), { ...policy, directShareMost: "1.01" }, "kernel.outside_bounds at policy.directShareMost"],
    ["no table of flows", networkOf([]), { ...policy, flows: undefined }, "kernel.not_a_list at policy.flows"],
    ["a hole in a list", { participants: new Array(3), relations: [] }, policy, "kernel.not_a_record at network.participants[0]"],
    ["an endless list", { participants: new Array(2 ** 32 - 1), relations: [] }, policy, "kernel.list_too_long at network.participants"],
  ])("%s is a fault with its place", (_, network, agreed, want) => {
    const { code, path } = faultOf(() => checkNetwork(network as Network, agreed as NetworkPolicy));
    expect(`${code} at ${path}`).toBe(want);
  });
});
