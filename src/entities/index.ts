/**
 * The nouns of a sales channel, and nothing but nouns: who takes part in it, what they are allowed, what they buy, sell, return,
 * pay and report, and how they are supported.
 *
 * Every entity is a plain record that a host fills from its own tables. Each field says its unit, its sign, whether tax is in it,
 * and what its absence means. Participants are told apart by `kind`; `ChannelMember` is the part of a participant that
 * programmes need. Enumerations are lists in the data, with their words in `entityMessages`.
 * Schemas that check unknown values against these shapes are in `qudao/schemas`, so that reading a type never loads a validator.
 *
 * @zh
 * 销售渠道的名词，而且只有名词：谁参与其中，获准做什么，买卖、退回、支付、上报什么，得到怎样的支持。
 *
 * 每个名词都是普通的记录，由宿主从自己的表中填写。每个字段都写明单位、正负、是否含税，以及缺省意味着什么。参与者以 `kind` 区分；`ChannelMember` 是激励方案所需的那一部分。枚举是数据中的列表，文字在 `entityMessages` 中。用来核对未知数据的模式在 `qudao/schemas` 中，因此只读类型时不会加载校验库。
 *
 * @module
 */

export type {
  Agreement,
  AgreementBase,
  AgreementClause,
  AgreementTerms,
  CreditTerms,
  ExclusivityTerms,
  NoticePeriod,
  ProfitShare,
  Remuneration,
  RenewalTerms,
  SharedResource,
  StandingAgreement,
  TrialAgreement,
} from "./agreement.js";
export type { Authorization } from "./authorization.js";
export type { Brand } from "./brand.js";
export {
  type AgreementKind,
  type AuthorizationKind,
  agreementKinds,
  authorizationKinds,
  type BusinessType,
  type BuyingMode,
  businessTypes,
  buyingModes,
  type ClauseKind,
  type CompensationPart,
  clauseKinds,
  compensationParts,
  type EvidenceKind,
  type EvidenceStatus,
  type Exclusivity,
  type Expandability,
  evidenceKinds,
  evidenceStatuses,
  exclusivities,
  expandabilities,
  type InvoiceKind,
  invoiceKinds,
  type OutreachActivity,
  outreachActivities,
  type ParticipantKind,
  type ParticipantScale,
  type PaymentArrangement,
  type PaymentMethod,
  type ProductStage,
  type ProjectPhase,
  participantKinds,
  participantScales,
  paymentArrangements,
  paymentMethods,
  productStages,
  projectPhases,
  type RemunerationModel,
  type RepairResult,
  type ReturnReason,
  remunerationModels,
  repairResults,
  returnReasons,
  type SaleLineEvent,
  type SaleLineKind,
  type SharedResourceKind,
  type StaffRole,
  type StockState,
  type SupportingCapability,
  saleLineEvents,
  saleLineKinds,
  sharedResourceKinds,
  staffRoles,
  stockStates,
  supportingCapabilities,
  type TaxTreatment,
  type TechnicalGuidance,
  type TerritoryLevel,
  type TicketPriority,
  type TicketTopic,
  type TrainingFormat,
  type TrainingStage,
  type TrainingTopic,
  taxTreatments,
  technicalGuidances,
  territoryLevels,
  ticketPriorities,
  ticketTopics,
  trainingFormats,
  trainingStages,
  trainingTopics,
  type VisitKind,
  visitKinds,
} from "./catalogue.js";
export type { Certificate } from "./certificate.js";
export type { ChannelMember } from "./channel-member.js";
export { checkSaleLine } from "./check-sale-line.js";
export type { CarriedLine, DealerCapability } from "./dealer-capability.js";
export { type EnumerationName, enumerations } from "./enumerations.js";
export type { EvidenceDocument } from "./evidence-document.js";
export type { Invoice } from "./invoice.js";
export type { Lead } from "./lead.js";
export { type EntityCode, entityMessages, type ParseFaultCode } from "./messages.js";
export type { Order, OrderLine } from "./order.js";
export type { Organisation, OrganisationRole } from "./organisation.js";
export type { Outlet } from "./outlet.js";
export type { ParseFault } from "./parse-fault.js";
export type {
  BrokerStore,
  Dealer,
  DealerBase,
  FactoryOffice,
  IndustryCustomer,
  Manufacturer,
  OnlineChannel,
  OwnChannel,
  Participant,
  ParticipantBase,
  ProjectBuyer,
  Retailer,
  Supplier,
  TrialDistributor,
} from "./participant.js";
export type { Payment, PaymentAllocation } from "./payment.js";
export type { ListPrice, PriceList } from "./price-list.js";
export type { Product, ProductAppeal } from "./product.js";
export type { ProductReturn } from "./product-return.js";
export type { Project } from "./project.js";
export type { Quota } from "./quota.js";
export type { RepairCase } from "./repair-case.js";
export type { SaleLine } from "./sale-line.js";
export type { Shipment, ShipmentLine } from "./shipment.js";
export type { StaffMember } from "./staff-member.js";
export type { StockReport, StockReportLine } from "./stock-report.js";
export type { Territory } from "./territory.js";
export type { Ticket } from "./ticket.js";
export type { TrainingAttendance, TrainingSession } from "./training-session.js";
export type { CustomerVisit, ReturnVisit, Visit } from "./visit.js";
