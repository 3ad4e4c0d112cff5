import { finding, type StructureCheck } from "./finding.js";

/** Everybody has a relation of some kind. @internal */
export const everybodyIsConnected: StructureCheck = ({ participants, relations }) => {
  const related = new Set(relations.flatMap(({ fromId, toId }) => [fromId, toId]));
  return participants.flatMap(({ id, kind }, i) =>
    related.has(id) ? [] : [finding("network.isolated", `participants[${i}]`, { id, kind }, [id])],
  );
};
