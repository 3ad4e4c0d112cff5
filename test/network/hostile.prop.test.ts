/** Whatever is handed to a public function: it answers, or says what is wrong and where. Nothing passes by accident, nothing hangs. */
import fc from "fast-check";
import { isLibraryFault } from "qudao/kernel";
import * as network from "qudao/network";
import { describe, expect, test } from "vitest";
import { revoked, throwing } from "../support/throwing.js";

const rounding = { decimals: 2, mode: "half_up" };
const policy = { flows: network.permittedFlows, directShareMost: "0.1", namedAccountIds: [] };
const outlet = { id: "O1", ownerId: "agent-1", territoryId: "city-1", openedOn: "2024-01-01" };
const asOf = "2024-05-01";
const line = { productId: "P", quantity: "1", unitPrice: "2", unitCost: "1" };
const office = { margin: "1", channelCost: "1", officeCost: "1", loyaltyLoss: "1" };
const graph = network.defaultNetwork;

/** Every public function with arguments that it answers. The list is held complete below. */
const calls: { readonly [name: string]: readonly unknown[] } = {
  buildNetworkGraph: [graph],
  checkDealerCapacity: [{ asOf, yearlySales: { amount: "1", currency: "CNY" } }, { neededCapabilities: ["repair"] }],
  checkNetwork: [graph, policy],
  compareOffices: [
    { currency: "CNY", directSales: "1", dealers: [{ participantId: "A", sales: "2", influenced: "1" }], without: office, with: office },
    { rounding },
  ],
  computeAppealIndex: [
    { technology: "0.5" },
    { version: "1", weights: { technology: "1", quality: "1", appearance: "1" }, minimumCoverage: "0", ...rounding },
  ],
  computeBenefit: [
    { currency: "CNY", lines: [{ scope: "system_building", period: 1, benefit: "1", cost: "0" }] },
    { discountRate: "0.1", rounding },
  ],
  computeChannelPower: [
    { network: graph, business: [{ participantId: "agent-1", sales: "1", purchases: "1", replaceable: "0" }] },
    { measure: "share", parity: "0", rounding },
  ],
  computeConcentration: [{ parts: [{ id: "A", amount: "1" }] }, { indexMost: "1", topShareMost: "1", rounding }],
  computeDealerEarnings: [
    { kind: "agent", sales: { amount: "2", currency: "CNY" }, cost: { amount: "1", currency: "CNY" } },
    { compensation: { kind: "margin" }, rounding },
  ],
  computeSellOut: [{ ...graph, relations: graph.relations.map((one) => ({ ...one, amount: "1" })) }],
  computeSolution: [{ id: "S", providerId: "I", customerId: "C", currency: "CNY", lines: [line] }, { rounding }],
  countOutlets: [{ asOf, outlets: [outlet], participants: graph.participants, universe: 2 }, { rounding }],
  detectDualDistribution: [
    { network: graph, products: [{ id: "P", brandId: "brand", categoryId: "K" }] },
    { intended: [{ kinds: ["agent"], territoryIds: ["region"], brandIds: ["brand"] }] },
  ],
  findBlockages: [
    { asOf, members: [{ participantId: "A", inflow: "1", outflow: "1", overdue: [{ amount: "1", days: 1 }], deliveryDays: "1" }] },
    { passThroughLeast: "0", overdueDaysMost: 1, overdueMost: "0", deliveryDaysMost: "1", signsLeast: 1 },
  ],
  findCompetingLines: [
    { carriedLines: [{ brandId: "B", categoryId: "K", share: "1" }], brandIds: ["B"], products: [{ id: "P", categoryId: "K" }] },
  ],
  findCutOff: [{ network: graph, stoppedIds: ["agent-1"] }],
  findIntegratorLeads: [graph, { candidatesMost: 5 }],
  findUnusedChannels: [graph, { flows: network.permittedFlows }],
  isDealer: [graph.participants[2]],
  listChannels: [graph, { most: 5 }],
  listRoles: [{ organisation: { id: "O", roles: [{ participantId: "A", kind: "agent", start: asOf }] }, asOf }],
  proposeRelinks: [
    { network: graph, stoppedIds: ["agent-1"] },
    { flows: network.permittedFlows, alternativesMost: 1 },
  ],
  renderNetwork: [graph, { language: "zh", flows: ["goods"] }],
};
const names = Object.keys(calls);

type Answer = { readonly fault: string } | { readonly value: unknown };

function answer(name: string, args: readonly unknown[]): Answer {
  try {
    return { value: ((network as { readonly [name: string]: unknown })[name] as (...args: readonly unknown[]) => unknown)(...args) };
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    if (!/^(kernel|engine|entities|network)\.[a-z_]+$/.test(caught.code) || caught.path === "") throw caught;
    return { fault: caught.code };
  }
}

/** A value with one part, at any depth, replaced or dropped. */
function changed(value: unknown, way: readonly number[], part: unknown): unknown {
  const [turn = 0, ...rest] = way;
  if (typeof value !== "object" || value === null) return part;
  const keys = Object.keys(value);
  const key = keys[turn % Math.max(keys.length, 1)];
  if (key === undefined || rest.length === 0) return part;
  const copy: { [key: string]: unknown } | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  (copy as { [key: string]: unknown })[key] = changed((value as { readonly [key: string]: unknown })[key], rest, part);
  return copy;
}

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    "",
    "x",
    "-1",
    "0",
    "1.5",
    "2024-02-30",
    "CNY",
    "agent",
    "goods",
    "agent-1",
    -1,
    0,
    1.5,
    2 ** 53,
    [],
    {},
    [null],
    true,
  ),
  fc.constantFrom(Number.NaN, 10n, Symbol("odd"), () => 1, new Date(0), new Map(), new Array(2 ** 32 - 1)),
  fc.jsonValue(),
);

const arbitrary = fc.sample(fc.jsonValue(), { seed: 20240101, numRuns: 10_000 });

describe("every public function of the network", () => {
  test("stands in the list", () => {
    const exported = Object.entries(network).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
    expect(names).toStrictEqual(exported.sort());
  });

  test.each(names)("%s answers what it is meant for, freshly, and as JSON", (name) => {
    const args = calls[name] as readonly unknown[];
    const given = JSON.stringify(args);
    const { value } = answer(name, args) as { readonly value: unknown };
    expect(value).toBeDefined();
    expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value);
    expect(JSON.stringify(args)).toBe(given);
    expect(answer(name, args)).toStrictEqual({ value });
  });

  test.each(names)("%s takes none of 10,000 arbitrary JSON values for an answer", (name) => {
    const [, ...policies] = calls[name] as readonly unknown[];
    // without any rating there is a problem, which is no pass either
    const passed = arbitrary.filter((value) => {
      const said = answer(name, [value, ...policies]);
      return !("fault" in said || (said.value as { readonly ok: unknown }).ok === false);
    });
    expect(passed).toStrictEqual([]);
  });

  test.each(names)("%s answers what is nearly right, or says what is wrong with it", (name) => {
    const args = calls[name] as readonly unknown[];
    let answered = 0;
    fc.assert(
      fc.property(fc.nat(args.length - 1), fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }), odd, (at, way, part) => {
        const said = answer(
          name,
          args.map((one, i) => (i === at ? changed(one, way, part) : one)),
        );
        if ("fault" in said) return;
        answered++;
        expect(JSON.parse(JSON.stringify(said.value))).toStrictEqual(said.value);
      }),
      { seed: 20240101, numRuns: 300 },
    );
    // the law is empty unless both occur
    expect(answered).toBeLessThan(300);
  });

  test.each(names)("%s reads nothing that throws", (name) => {
    const args = calls[name] as readonly unknown[];
    args.forEach((one, i) => {
      const field = "kind" in (one as object) ? "kind" : (Object.keys(one as object)[0] ?? "");
      for (const bad of [revoked(), throwing(field, one as object), undefined]) {
        expect(
          answer(
            name,
            args.map((other, j) => (j === i ? bad : other)),
          ),
        ).toHaveProperty("fault");
      }
    });
  });
});
