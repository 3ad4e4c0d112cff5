import { finding, type StructureCheck } from "./finding.js";

/** One manufacturer is the source, and no goods of the channel flow into it. What suppliers deliver comes before the channel. @internal */
export const oneSource: StructureCheck = ({ participants, relations, byId, sources }) => {
  const ids = sources.map(({ id }) => id);
  const count =
    ids.length === 0
      ? [finding("network.no_source", "participants", {}, [])]
      : participants.flatMap((one, i) =>
          one.kind === "manufacturer" && one !== sources[0]
            ? [finding("network.several_sources", `participants[${i}]`, { id: one.id, first: ids[0] as string }, [one.id])]
            : [],
        );
  const inbound = relations.flatMap(({ id: relation, flow, fromId, toId }, i) => {
    const from = byId.get(fromId);
    if (flow !== "goods" || from === undefined || from.kind === "supplier" || byId.get(toId)?.kind !== "manufacturer") return [];
    return [finding("network.goods_into_source", `relations[${i}]`, { relation, from: fromId, to: toId }, [fromId, toId])];
  });
  return [...count, ...inbound];
};
