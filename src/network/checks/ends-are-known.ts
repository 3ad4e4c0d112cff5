import { finding, type StructureCheck } from "./finding.js";

/** Every relation runs between two different participants of the network. @internal */
export const endsAreKnown: StructureCheck = ({ relations, byId }) =>
  relations.flatMap(({ id: relation, fromId, toId }, i) => {
    const unknown = (["fromId", "toId"] as const).flatMap((end) => {
      const id = end === "fromId" ? fromId : toId;
      return byId.has(id) ? [] : [finding("network.unknown_end", `relations[${i}].${end}`, { relation, id }, [])];
    });
    if (unknown.length > 0 || fromId !== toId) return unknown;
    return [finding("network.relation_to_itself", `relations[${i}]`, { relation, id: fromId }, [fromId])];
  });
