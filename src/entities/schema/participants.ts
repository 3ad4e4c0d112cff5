/** Schemas of who takes part, and where. */
import type * as z from "zod";
import {
  byKind,
  choice,
  count,
  currency,
  date,
  exactly,
  list,
  moneyNotNegative,
  notNegative,
  record,
  share,
  someOf,
  text,
  words,
} from "../../kernel/schema.js";
import {
  businessTypes,
  buyingModes,
  expandabilities,
  participantKinds,
  participantScales,
  staffRoles,
  supportingCapabilities,
  territoryLevels,
} from "../catalogue.js";
import type { ChannelMember } from "../channel-member.js";
import type { Organisation } from "../organisation.js";
import type { Outlet } from "../outlet.js";
import type { Participant } from "../participant.js";
import type { StaffMember } from "../staff-member.js";
import type { Territory } from "../territory.js";

/** @internal */
export const memberFields = {
  id: text,
  title: words.optional(),
  memberClass: text.optional(),
  groupIds: list(text).optional(),
  territoryId: text.optional(),
  level: text.optional(),
  uplineId: text.optional(),
  payoutCurrency: currency.optional(),
};

/** {@link ChannelMember} as a schema. */
export const ChannelMemberSchema: z.ZodType<ChannelMember> = exactly<ChannelMember>()(
  record({ ...memberFields, kind: choice(participantKinds) }).meta({
    title: "Channel member 渠道成员",
    description: "What incentive programmes see of a participant.",
  }),
);

const base = { ...memberFields, organisationId: text.optional(), joinedOn: date.optional() };
const scale = choice(participantScales).optional();
const dealer = {
  ...base,
  manufacturerId: text,
  capability: record({
    businessType: choice(businessTypes).optional(),
    scale,
    yearlySales: moneyNotNegative.optional(),
    supportingCapabilities: list(choice(supportingCapabilities)).optional(),
    expandability: choice(expandabilities).optional(),
  }).optional(),
  carriedLines: list(record({ brandId: text, categoryId: text.optional(), share: share.optional() })).optional(),
};

/** {@link Participant} as a schema. */
export const ParticipantSchema: z.ZodType<Participant> = exactly<Participant>()(
  byKind(participantKinds, [
    record({ ...base, kind: choice(["manufacturer"]), brandIds: list(text) }),
    record({ ...base, kind: choice(["factory_office"]), manufacturerId: text, territoryIds: someOf(text) }),
    record({ ...dealer, kind: choice(["agent", "distributor"]) }),
    record({ ...dealer, kind: choice(["trial_distributor"]), agreementId: text }),
    record({ ...base, kind: choice(["system_integrator", "contractor"]), scale }),
    record({ ...base, kind: choice(["industry_customer"]), industry: text, scale, buyingMode: choice(buyingModes).optional() }),
    record({ ...base, kind: choice(["retailer"]) }),
    record({ ...base, kind: choice(["own_store", "direct_sales"]), ownerId: text }),
    record({ ...base, kind: choice(["e_commerce_platform", "social_media"]), ownerId: text.optional() }),
    record({ ...base, kind: choice(["broker_store"]), agencyId: text.optional() }),
    record({ ...base, kind: choice(["supplier"]), categoryIds: list(text), evidenceIds: list(text) }),
  ]).meta({ title: "Participant 渠道参与者", description: "Whoever takes part in a channel, told apart by kind." }),
);

/** {@link Organisation} as a schema. */
export const OrganisationSchema: z.ZodType<Organisation> = exactly<Organisation>()(
  record({
    id: text,
    title: words.optional(),
    legalName: text.optional(),
    registrationNumber: text.optional(),
    roles: list(record({ participantId: text, kind: choice(participantKinds), start: date, end: date.optional() })),
  }).meta({ title: "Organisation 组织", description: "A legal person, which may play several parts in the channel." }),
);

/** {@link Outlet} as a schema. */
export const OutletSchema: z.ZodType<Outlet> = exactly<Outlet>()(
  record({
    id: text,
    title: words.optional(),
    ownerId: text,
    territoryId: text,
    address: text.optional(),
    openedOn: date,
    closedOn: date.optional(),
  }).meta({ title: "Outlet 销售网点", description: "A place where a member sells." }),
);

/** {@link StaffMember} as a schema. */
export const StaffMemberSchema: z.ZodType<StaffMember> = exactly<StaffMember>()(
  record({
    id: text,
    title: words.optional(),
    roles: someOf(choice(staffRoles)),
    teamId: text.optional(),
    managerId: text.optional(),
    territoryIds: list(text),
    joinedOn: date.optional(),
    leftOn: date.optional(),
  }).meta({ title: "Staff member 渠道人员", description: "Someone who works for the channel department or on its projects." }),
);

/** {@link Territory} as a schema. */
export const TerritorySchema: z.ZodType<Territory> = exactly<Territory>()(
  record({
    id: text,
    title: words.optional(),
    level: choice(territoryLevels),
    parentId: text.optional(),
    population: count().optional(),
    areaKm2: notNegative.optional(),
    consumptionIndex: notNegative.optional(),
  }).meta({ title: "Territory 区域", description: "An area that members are authorized for, are protected in and are measured by." }),
);
