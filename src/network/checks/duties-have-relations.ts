import { type ParticipantKind, participantKinds } from "../../entities/catalogue.js";
import { participantProfiles } from "../participant-profiles.js";
import { finding, type StructureCheck } from "./finding.js";

/**
 * Whoever is owed something that must be given along a relation has such a relation from somebody who owes it: integrators and
 * contractors are served by an agent or the manufacturer. An office gives in place of its manufacturer. @internal
 */
export const dutiesHaveRelations: StructureCheck = ({ participants, relations, byId }) => {
  const given = new Set(
    relations.flatMap(({ flow, fromId, toId }) => {
      const from = byId.get(fromId)?.kind;
      return from === undefined ? [] : [JSON.stringify([flow, from === "factory_office" ? "manufacturer" : from, toId])];
    }),
  );
  return participants.flatMap(({ id, kind }, i) => {
    const missing = owedTo(kind).filter(({ flow, by }) => !by.some((owing) => given.has(JSON.stringify([flow, owing, id]))));
    if (missing.length === 0) return [];
    const by = [...new Set(missing.flatMap((one) => one.by))];
    return [finding("network.duty_unserved", `participants[${i}]`, { id, duties: missing.map(({ duty }) => duty), by }, [id])];
  });
};

interface Owed {
  readonly duty: string;
  readonly flow: string;
  readonly by: readonly ParticipantKind[];
}

function owedTo(kind: ParticipantKind): readonly Owed[] {
  const owed = new Map<string, { duty: string; flow: string; by: ParticipantKind[] }>();
  for (const by of participantKinds) {
    for (const { duty, weight, flow, owedTo } of participantProfiles[by].duties) {
      if (weight !== "must" || flow === undefined || !owedTo.includes(kind)) continue;
      const known = owed.get(duty);
      if (known === undefined) owed.set(duty, { duty, flow, by: [by] });
      else known.by.push(by);
    }
  }
  return [...owed.values()];
}
