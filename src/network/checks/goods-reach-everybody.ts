import { reachedFrom, sourceIds } from "../open-network.js";
import { participantProfiles } from "../participant-profiles.js";
import { finding, type StructureCheck } from "./finding.js";

/**
 * Whoever buys, resells or uses the goods can be reached from the manufacturer along goods relations, and so can whoever passes
 * goods on: else they would come out of nowhere. @internal
 */
export const goodsReachEverybody: StructureCheck = (network) => {
  const { participants, sources, goodsFrom } = network;
  if (sources.length === 0) return [];
  const reached = reachedFrom(network, sourceIds(network));
  return participants.flatMap(({ id, kind }, i) => {
    const { position } = participantProfiles[kind];
    const needsGoods = position === "intermediary" || position === "project_buyer" || position === "consumer" || kind === "own_store";
    if (reached.has(id) || !(needsGoods || goodsFrom.has(id))) return [];
    return [finding("network.orphan", `participants[${i}]`, { id, kind }, [id])];
  });
};
