/** Schemas of customers, service, training and projects. */
import type * as z from "zod";
import { byKind, choice, date, exactly, list, moneyNotNegative, notNegative, record, share, text, words } from "../../kernel/schema.js";
import {
  outreachActivities,
  projectPhases,
  repairResults,
  ticketPriorities,
  ticketTopics,
  trainingFormats,
  trainingStages,
  trainingTopics,
  visitKinds,
} from "../catalogue.js";
import type { Certificate } from "../certificate.js";
import type { Lead } from "../lead.js";
import type { Project } from "../project.js";
import type { RepairCase } from "../repair-case.js";
import type { Ticket } from "../ticket.js";
import type { TrainingSession } from "../training-session.js";
import type { Visit } from "../visit.js";

/** {@link Certificate} as a schema. */
export const CertificateSchema: z.ZodType<Certificate> = exactly<Certificate>()(
  record({
    id: text,
    topic: choice(trainingTopics),
    participantId: text,
    personId: text.optional(),
    sessionId: text.optional(),
    issuedOn: date,
    expiresOn: date.optional(),
  }).meta({ title: "Certificate 证书", description: "Proof that someone has learned something." }),
);

/** {@link Lead} as a schema. */
export const LeadSchema: z.ZodType<Lead> = exactly<Lead>()(
  record({
    id: text,
    customerId: text,
    source: choice(outreachActivities).optional(),
    referrerId: text.optional(),
    staffId: text.optional(),
    territoryId: text.optional(),
    contactedOn: date,
    registeredOn: date.optional(),
    visitedOn: date.optional(),
    qualifiedOn: date.optional(),
    soldOn: date.optional(),
  }).meta({ title: "Lead 客户线索", description: "A prospective customer, on the way from first contact to sale." }),
);

/** {@link Project} as a schema. */
export const ProjectSchema: z.ZodType<Project> = exactly<Project>()(
  record({
    id: text,
    title: words.optional(),
    objective: text,
    managerId: text,
    memberIds: list(text),
    phase: choice(projectPhases),
    start: date,
    dueOn: date,
    closedOn: date.optional(),
    budget: moneyNotNegative.optional(),
  }).meta({ title: "Project 渠道项目", description: "An undertaking for a goal of the channel, limited in time." }),
);

/** {@link RepairCase} as a schema. */
export const RepairCaseSchema: z.ZodType<RepairCase> = exactly<RepairCase>()(
  record({
    id: text,
    ticketId: text.optional(),
    senderId: text,
    productId: text,
    serialNumber: text.optional(),
    soldOn: date.optional(),
    receivedOn: date,
    diagnosedOn: date.optional(),
    result: choice(repairResults).optional(),
    returnedOn: date.optional(),
  }).meta({ title: "Repair case 返修", description: "A defective product that was sent in." }),
);

/** {@link Ticket} as a schema. */
export const TicketSchema: z.ZodType<Ticket> = exactly<Ticket>()(
  record({
    id: text,
    topic: choice(ticketTopics),
    priority: choice(ticketPriorities),
    requesterId: text,
    handlerId: text,
    productId: text.optional(),
    openedOn: date,
    identifiedOn: date.optional(),
    answeredOn: date.optional(),
    solvedOn: date.optional(),
  }).meta({ title: "Ticket 服务工单", description: "Something a customer or member asked the service for." }),
);

/** {@link TrainingSession} as a schema. */
export const TrainingSessionSchema: z.ZodType<TrainingSession> = exactly<TrainingSession>()(
  record({
    id: text,
    title: words.optional(),
    topic: choice(trainingTopics),
    format: choice(trainingFormats),
    stage: choice(trainingStages),
    date,
    hours: notNegative,
    trainerId: text.optional(),
    attendances: list(record({ participantId: text, personId: text, scoreBefore: share.optional(), scoreAfter: share.optional() })),
  }).meta({ title: "Training session 培训", description: "A training that is planned or was held." }),
);

/** {@link Visit} as a schema. */
export const VisitSchema: z.ZodType<Visit> = exactly<Visit>()(
  byKind(visitKinds, [
    record({
      id: text,
      kind: choice(["customer_visit"]),
      date,
      customerId: text,
      leadId: text.optional(),
      source: choice(outreachActivities).optional(),
    }),
    record({ id: text, kind: choice(["return_visit"]), date, memberId: text, staffId: text }),
  ]).meta({ title: "Visit 拜访", description: "A customer who came, or a call on a member, told apart by kind." }),
);
