import { defaultNetwork, findCutOff, type Network } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { agent, customer, distributor, maker, networkOf, outcomeOf } from "../support/network.js";

const cutOff = (network: Network, ...stoppedIds: readonly string[]) => outcomeOf(findCutOff(frozen({ network, stoppedIds })));

describe("findCutOff()", () => {
  test("cuts off whoever is reached no other way, and nobody else", () => {
    const network = networkOf([maker, agent, distributor, customer], "M > A", "M > D", "A > C", "service A > C");
    expect(cutOff(network, "A")).toStrictEqual({ cutOffIds: ["C"], lostRelationIds: ["M > A", "A > C", "service A > C"] });
    expect(cutOff({ ...network, relations: [...network.relations, ...networkOf([], "D > C").relations] }, "A").cutOffIds).toStrictEqual([]);
  });

  test("cuts off everybody below, and everybody at all where the manufacturer stops", () => {
    expect(cutOff(defaultNetwork, "agent-1").cutOffIds).toStrictEqual(["distributor-2", "integrator", "customer-1"]);
    expect(cutOff(defaultNetwork, "agent-1", "distributor-2").cutOffIds).toStrictEqual(["integrator", "customer-1"]);
    expect(cutOff(defaultNetwork, "manufacturer").cutOffIds.length).toBe(10);
    expect(cutOff(defaultNetwork)).toStrictEqual({ cutOffIds: [], lostRelationIds: [] });
  });

  test("whom no goods reached before is not cut off", () => {
    expect(cutOff(networkOf([maker, agent, distributor, customer], "M > A", "D > C"), "A").cutOffIds).toStrictEqual([]);
  });

  test("refuses a participant that the network does not have", () => {
    expect(faultAt(() => cutOff(defaultNetwork, "agent-1", "agent-9"))).toBe("network.not_a_participant at facts.stoppedIds[1]");
  });
});
