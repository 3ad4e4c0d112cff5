import { finding, type StructureCheck } from "./finding.js";

/** An office supervises and evaluates within its territories and nowhere else. @internal */
export const officesSuperviseAtHome: StructureCheck = ({ relations, byId, lies }) =>
  relations.flatMap(({ id: relation, flow, fromId, toId, territoryId }, i) => {
    const [office, to] = [byId.get(fromId), byId.get(toId)];
    if ((flow !== "supervision" && flow !== "evaluation") || office?.kind !== "factory_office" || to === undefined) return [];
    const where = territoryId ?? to.territoryId;
    const params = { relation, flow, office: fromId, id: toId };
    if (where === undefined) return [finding("network.supervision_territory_unknown", `relations[${i}]`, params, [fromId, toId])];
    if (office.territoryIds.some((own) => lies(where, own))) return [];
    return [
      finding("network.supervision_outside_territory", `relations[${i}]`, { ...params, territory: where, own: office.territoryIds }, [
        fromId,
        toId,
      ]),
    ];
  });
