import { permissions } from "../permissions.js";
import { finding, type StructureCheck } from "./finding.js";

/** Every relation joins kinds between which its flow is permitted. @internal */
export const flowsArePermitted: StructureCheck = ({ relations, byId }, { flows }) => {
  const permitted = permissions(flows);
  return relations.flatMap(({ id: relation, flow, fromId, toId }, i) => {
    const [from, to] = [byId.get(fromId), byId.get(toId)];
    if (from === undefined || to === undefined || permitted(flow, from.kind, to.kind)) return [];
    const params = { relation, flow, from: fromId, fromKind: from.kind, to: toId, toKind: to.kind };
    return [finding("network.flow_not_permitted", `relations[${i}]`, params, [fromId, toId])];
  });
};
