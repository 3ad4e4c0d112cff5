import {
  ChannelMemberSchema,
  OrganisationSchema,
  OutletSchema,
  ParticipantSchema,
  StaffMemberSchema,
  TerritorySchema,
} from "../entities/schema/participants.js";
import {
  CertificateSchema,
  LeadSchema,
  ProjectSchema,
  RepairCaseSchema,
  TicketSchema,
  TrainingSessionSchema,
  VisitSchema,
} from "../entities/schema/support.js";
import {
  AgreementSchema,
  AuthorizationSchema,
  BrandSchema,
  EvidenceDocumentSchema,
  PriceListSchema,
  ProductSchema,
} from "../entities/schema/terms.js";
import {
  InvoiceSchema,
  OrderSchema,
  PaymentSchema,
  ProductReturnSchema,
  QuotaSchema,
  SaleLineSchema,
  ShipmentSchema,
  StockReportSchema,
} from "../entities/schema/trade.js";

/** Every entity's schema, by the entity's name. */
export const entitySchemas = {
  Agreement: AgreementSchema,
  Authorization: AuthorizationSchema,
  Brand: BrandSchema,
  Certificate: CertificateSchema,
  ChannelMember: ChannelMemberSchema,
  EvidenceDocument: EvidenceDocumentSchema,
  Invoice: InvoiceSchema,
  Lead: LeadSchema,
  Order: OrderSchema,
  Organisation: OrganisationSchema,
  Outlet: OutletSchema,
  Participant: ParticipantSchema,
  Payment: PaymentSchema,
  PriceList: PriceListSchema,
  Product: ProductSchema,
  ProductReturn: ProductReturnSchema,
  Project: ProjectSchema,
  Quota: QuotaSchema,
  RepairCase: RepairCaseSchema,
  SaleLine: SaleLineSchema,
  Shipment: ShipmentSchema,
  StaffMember: StaffMemberSchema,
  StockReport: StockReportSchema,
  Territory: TerritorySchema,
  Ticket: TicketSchema,
  TrainingSession: TrainingSessionSchema,
  Visit: VisitSchema,
};

/** The names of the entities. */
export type EntityName = keyof typeof entitySchemas;
