import { type Exact, sumOf, text } from "../../kernel/decimal.js";
import type { NetworkRelation } from "../network.js";
import type { OpenNetwork } from "../open-network.js";
import { finding, type StructureCheck } from "./finding.js";

/**
 * Of what an agent's customers buy from the manufacturer's channel, no more than a share comes past the agent: from the
 * manufacturer, its offices, or what it runs itself. Customers reserved for the manufacturer do not count. @internal
 */
export const agentsAreSeldomBypassed: StructureCheck = (network, { directShareMost, namedAccountIds }) => {
  const reserved = new Set(namedAccountIds);
  return network.participants.flatMap((agent, i) => {
    if (agent.kind !== "agent") return [];
    const sold = (network.goodsFrom.get(agent.id) ?? []).filter(({ toId }) => !reserved.has(toId));
    const direct = [...new Set(sold.map(({ toId }) => toId))]
      .flatMap((id) => network.goodsTo.get(id) ?? [])
      .filter(({ fromId }) => isOfManufacturer(network, fromId, agent.manufacturerId));
    if (direct.length === 0) return [];
    const [past, through] = [amountsOf(direct), amountsOf(sold)];
    const all = past.sum.plus(through.sum);
    const customers = [...new Set(direct.map(({ toId }) => toId))];
    const ids = [agent.id, ...customers];
    // what is not known of the agent's own sales could only make the share smaller
    if (past.known && !past.sum.greaterThan(all.times(directShareMost))) return [];
    if (!past.known || !through.known) {
      return [finding("network.bypass_unknown", `participants[${i}]`, { agent: agent.id, customers }, ids)];
    }
    const params = { agent: agent.id, customers, direct: text(past.sum), all: text(all), most: directShareMost };
    return [finding("network.agent_bypassed", `participants[${i}]`, params, ids)];
  });
};

function isOfManufacturer({ byId }: OpenNetwork, id: string, manufacturerId: string): boolean {
  const seller = byId.get(id);
  if (seller === undefined) return false;
  if (seller.kind === "factory_office") return seller.manufacturerId === manufacturerId;
  return id === manufacturerId || ("ownerId" in seller && seller.ownerId === manufacturerId);
}

/** The sum of the amounts that are known, and whether all are. */
function amountsOf(relations: readonly NetworkRelation[]): { readonly sum: Exact; readonly known: boolean } {
  return {
    sum: sumOf(relations.map(({ amount = "0" }) => amount)),
    known: relations.every(({ amount }) => amount !== undefined),
  };
}
