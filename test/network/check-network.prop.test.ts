import fc from "fast-check";
import { checkNetwork, type Network } from "qudao/network";
import { expect, test } from "vitest";
import { agent, customer, distributor, integrator, maker, networkOf, policy } from "../support/network.js";

const people = [maker, agent, distributor, integrator, customer];
const ids = people.map(({ id }) => id);

const forward = fc
  .tuple(fc.nat(ids.length - 1), fc.nat(ids.length - 1))
  .map(([one, other]) => [ids[Math.min(one, other)], ids[Math.max(one, other)]] as const);
const any = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids));

/** Goods between those who take part: mostly down the channel, sometimes up. */
const networks: fc.Arbitrary<Network> = fc
  .uniqueArray(fc.oneof({ weight: 15, arbitrary: forward }, { weight: 1, arbitrary: any }), {
    selector: String,
    minLength: 1,
    maxLength: 12,
  })
  .map((pairs) => pairs.filter(([from, to], i) => from !== to || i === 0))
  .map((pairs) => {
    const part = people.filter(({ id }) => pairs.some((pair) => pair.includes(id)));
    return networkOf(part, ...pairs.map(([from, to]) => `${from} > ${to}`));
  });

/** Everybody on some way between two, found by trying every way. */
function onAWay({ relations }: Network, from: string, to: string): ReadonlySet<string> {
  const on = new Set<string>();
  const walk = (at: string, way: readonly string[]): void => {
    if (at === to) for (const id of way) on.add(id);
    for (const { fromId, toId } of relations) if (fromId === at && !way.includes(toId)) walk(toId, [...way, toId]);
  };
  walk(from, [from]);
  return on;
}

test("S19-01: without an orphan, a dead end or a circle, every goods relation lies on a way from the manufacturer to a customer", () => {
  const flaws = [
    "network.no_source",
    "network.orphan",
    "network.dead_end",
    "network.goods_cycle",
    "network.relation_to_itself",
    "network.goods_into_source",
  ];
  let holding = 0;
  fc.assert(
    fc.property(networks, (network) => {
      const { findings } = checkNetwork(network, policy).outcome;
      const flawless = !findings.some(({ code }) => flaws.includes(code));
      const ways = onAWay(network, "M", "C");
      const all = network.relations.every(({ fromId, toId }) => ways.has(fromId) && ways.has(toId) && fromId !== toId);
      if (flawless) {
        holding++;
        expect(all).toBe(true);
      }
    }),
    { seed: 20240101, numRuns: 600 },
  );
  // the law is empty unless networks with and without a flaw occur
  expect(holding).toBeGreaterThan(30);
  expect(holding).toBeLessThan(570);
});

test("the order of participants and relations never changes what is found", () => {
  const shuffled = networks.chain((network) =>
    fc
      .tuple(
        fc.shuffledSubarray([...network.participants], { minLength: network.participants.length }),
        fc.shuffledSubarray([...network.relations], { minLength: network.relations.length }),
      )
      .map(([participants, relations]) => [network, { ...network, participants, relations }] as const),
  );
  const said = (network: Network) =>
    checkNetwork(network, policy)
      .outcome.findings.filter(({ code }) => code !== "network.goods_cycle")
      .map(({ code, participantIds }) => [code, ...[...participantIds].sort()].join())
      .sort();
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(said(other)).toStrictEqual(said(one));
      expect(checkNetwork(other, policy).outcome.verdict).toBe(checkNetwork(one, policy).outcome.verdict);
    }),
    { seed: 20240101, numRuns: 300 },
  );
});
