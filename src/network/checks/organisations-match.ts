import { finding, type StructureCheck } from "./finding.js";

/**
 * The roles of organisations and the participants tell one story: a role names a participant of its kind that names the organisation,
 * and lasts at least a day; a role that has ended need not be in the network any more. @internal
 */
export const organisationsMatch: StructureCheck = ({ participants, organisations = [], byId }) => {
  const played = new Set(organisations.flatMap(({ id, roles }) => roles.map((role) => JSON.stringify([id, role.participantId]))));
  const roles = organisations.flatMap(({ id: organisation, roles }, i) =>
    roles.flatMap(({ participantId, kind, start, end }, j) => {
      const participant = byId.get(participantId);
      const fits = participant === undefined ? end !== undefined : participant.kind === kind && participant.organisationId === organisation;
      if (fits && (end === undefined || start < end)) return [];
      const params = { organisation, participant: participantId, kind };
      return [
        finding("network.role_mismatch", `organisations[${i}].roles[${j}]`, params, participant === undefined ? [] : [participantId]),
      ];
    }),
  );
  const known = new Set(organisations.map(({ id }) => id));
  const unplayed = participants.flatMap(({ id, kind, organisationId }, i) => {
    if (organisationId === undefined || !known.has(organisationId) || played.has(JSON.stringify([organisationId, id]))) return [];
    return [
      finding("network.role_mismatch", `participants[${i}].organisationId`, { organisation: organisationId, participant: id, kind }, [id]),
    ];
  });
  return [...roles, ...unplayed];
};
