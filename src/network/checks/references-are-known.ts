import type { Participant } from "../../entities/participant.js";
import type { OpenNetwork } from "../open-network.js";
import { finding, type StructureCheck } from "./finding.js";

type Reference = readonly [field: string, id: string | undefined, known: boolean];

/**
 * Whatever a participant or a relation names is there: its manufacturer, owner, upline, organisation and territories; and an office is
 * inside a manufacturer of the network. @internal
 */
export const referencesAreKnown: StructureCheck = (network) => [
  ...network.participants.flatMap((one, i) => {
    const path = `participants[${i}]`;
    const office =
      one.kind === "factory_office" && network.byId.get(one.manufacturerId)?.kind !== "manufacturer"
        ? [
            finding("network.office_outside_manufacturer", `${path}.manufacturerId`, { id: one.id, manufacturer: one.manufacturerId }, [
              one.id,
            ]),
          ]
        : [];
    return [...office, ...unknown(referencesOf(one, network), path, [one.id])];
  }),
  ...network.relations.flatMap(({ territoryId }, i) =>
    unknown([["territoryId", territoryId, network.knowsTerritory(territoryId)]], `relations[${i}]`, []),
  ),
];

function unknown(references: readonly Reference[], path: string, ids: readonly string[]) {
  return references.flatMap(([field, id, known]) =>
    id === undefined || known ? [] : [finding("network.unknown_reference", `${path}.${field}`, { field, id }, ids)],
  );
}

function referencesOf(one: Participant, { byId, knowsTerritory, knowsOrganisation }: OpenNetwork): readonly Reference[] {
  const territory = (field: string, id: string | undefined): Reference => [field, id, knowsTerritory(id)];
  const organisation = (field: string, id: string | undefined): Reference => [field, id, knowsOrganisation(id)];
  const participant = (field: string, id: string | undefined): Reference => [field, id, id !== undefined && byId.has(id)];
  return [
    territory("territoryId", one.territoryId),
    participant("uplineId", one.uplineId),
    organisation("organisationId", one.organisationId),
    ...("ownerId" in one ? [participant("ownerId", one.ownerId)] : []),
    ...("agencyId" in one ? [organisation("agencyId", one.agencyId)] : []),
    ...("territoryIds" in one ? one.territoryIds.map((id, i) => territory(`territoryIds[${i}]`, id)) : []),
    ...("manufacturerId" in one && one.kind !== "factory_office"
      ? [["manufacturerId", one.manufacturerId, byId.get(one.manufacturerId)?.kind === "manufacturer"] as const]
      : []),
  ];
}
