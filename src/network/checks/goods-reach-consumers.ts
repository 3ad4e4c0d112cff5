import { consumersReached } from "../open-network.js";
import { finding, type StructureCheck } from "./finding.js";

/** Wherever goods go, a consumer is at the end. @internal */
export const goodsReachConsumers: StructureCheck = (network) => {
  const reaches = consumersReached(network);
  return network.participants.flatMap(({ id, kind }, i) => {
    const takesPart = kind === "manufacturer" || network.goodsTo.has(id);
    return takesPart && !reaches.has(id) ? [finding("network.dead_end", `participants[${i}]`, { id, kind }, [id])] : [];
  });
};
