/** The shapes of a network and of what stands in it, read from a caller. */

import {
  businessTypes,
  buyingModes,
  expandabilities,
  type ParticipantKind,
  participantKinds,
  participantScales,
  supportingCapabilities,
  territoryLevels,
} from "../entities/catalogue.js";
import type { CarriedLine, DealerCapability } from "../entities/dealer-capability.js";
import type { Organisation, OrganisationRole } from "../entities/organisation.js";
import type { Participant } from "../entities/participant.js";
import type { Territory } from "../entities/territory.js";
import { at, checkChoice, checkCount, checkRecord } from "../kernel/check.js";
import type { FieldReaders } from "../kernel/read.js";
import {
  choiceOf,
  listOf,
  optional,
  type Read,
  readCurrency,
  readDate,
  readMoneyNotNegative,
  readNotNegative,
  readShare,
  readText,
  readTexts,
  readWords,
  recordOf,
} from "../kernel/read.js";
import { flowKinds } from "./catalogue.js";
import type { Network, NetworkPolicy, NetworkRelation } from "./network.js";
import type { PermittedFlow } from "./permitted-flows.js";

type Reads = { readonly [field: string]: Read<unknown> };

const shared: Reads = {
  id: readText,
  title: optional(readWords),
  kind: choiceOf(participantKinds),
  memberClass: optional(readText),
  groupIds: optional(readTexts),
  territoryId: optional(readText),
  level: optional(readText),
  uplineId: optional(readText),
  payoutCurrency: optional(readCurrency),
  organisationId: optional(readText),
  joinedOn: optional(readDate),
};

const readScale = optional(choiceOf(participantScales));

/** @internal */
export const readCapabilityFields: FieldReaders<DealerCapability> = {
  businessType: optional(choiceOf(businessTypes)),
  scale: readScale,
  yearlySales: optional(readMoneyNotNegative),
  supportingCapabilities: optional(listOf(choiceOf(supportingCapabilities))),
  expandability: optional(choiceOf(expandabilities)),
};

/** @internal */
export const readCarriedLines: Read<readonly CarriedLine[]> = listOf(
  recordOf<CarriedLine>({ brandId: readText, categoryId: optional(readText), share: optional(readShare) }),
);

const dealer: Reads = {
  manufacturerId: readText,
  capability: optional(recordOf<DealerCapability>(readCapabilityFields)),
  carriedLines: optional(readCarriedLines),
};

/** What each kind has beside what all share. */
const fieldsOf: { readonly [K in ParticipantKind]: Reads } = {
  manufacturer: { brandIds: readTexts },
  factory_office: { manufacturerId: readText, territoryIds: readTexts },
  agent: dealer,
  distributor: dealer,
  trial_distributor: { ...dealer, agreementId: readText },
  system_integrator: { scale: readScale },
  contractor: { scale: readScale },
  industry_customer: { industry: readText, scale: readScale, buyingMode: optional(choiceOf(buyingModes)) },
  retailer: {},
  own_store: { ownerId: readText },
  direct_sales: { ownerId: readText },
  e_commerce_platform: { ownerId: optional(readText) },
  social_media: { ownerId: optional(readText) },
  broker_store: { agencyId: optional(readText) },
  supplier: { categoryIds: readTexts, evidenceIds: readTexts },
};

const readers = Object.fromEntries(participantKinds.map((kind) => [kind, recordOf({ ...shared, ...fieldsOf[kind] })])) as {
  readonly [K in ParticipantKind]: Read<object>;
};

/** @internal */
export const readParticipant: Read<Participant> = (value, path) => {
  const kind = checkChoice(checkRecord(value, path)["kind"], at(path, "kind"), participantKinds);
  return readers[kind](value, path) as Participant;
};

/** @internal */
export const readRelation: Read<NetworkRelation> = recordOf<NetworkRelation>({
  id: readText,
  flow: choiceOf(flowKinds),
  fromId: readText,
  toId: readText,
  territoryId: optional(readText),
  brandIds: optional(readTexts),
  amount: optional(readNotNegative),
});

/** @internal */
export const readOrganisation: Read<Organisation> = recordOf<Organisation>({
  id: readText,
  title: optional(readWords),
  legalName: optional(readText),
  registrationNumber: optional(readText),
  roles: listOf(
    recordOf<OrganisationRole>({ participantId: readText, kind: choiceOf(participantKinds), start: readDate, end: optional(readDate) }),
  ),
});

const readTerritory: Read<Territory> = recordOf<Territory>({
  id: readText,
  title: optional(readWords),
  level: choiceOf(territoryLevels),
  parentId: optional(readText),
  population: optional((value, path) => checkCount(value, path, 0, Number.MAX_SAFE_INTEGER)),
  areaKm2: optional(readNotNegative),
  consumptionIndex: optional(readNotNegative),
});

/** @internal */
export const readNetwork: Read<Network> = recordOf<Network>({
  participants: listOf(readParticipant),
  relations: listOf(readRelation),
  organisations: optional(listOf(readOrganisation)),
  territories: optional(listOf(readTerritory)),
});

/** @internal */
export const readFlows: Read<readonly PermittedFlow[]> = listOf(
  recordOf<PermittedFlow>({
    flow: choiceOf(flowKinds),
    from: choiceOf(participantKinds),
    to: listOf(choiceOf(participantKinds)),
    sources: optional(readTexts),
  }),
);

/** @internal */
export const readNetworkPolicy: Read<NetworkPolicy> = recordOf<NetworkPolicy>({
  flows: readFlows,
  directShareMost: readShare,
  namedAccountIds: readTexts,
});
