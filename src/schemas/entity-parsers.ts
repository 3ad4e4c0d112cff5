import type { EntityName } from "./entity-schemas.js";
import { type EntityParser, parseEntity } from "./parse-entity.js";

/** One parser per entity, each a name for `parseEntity`. */
const parser =
  <N extends EntityName>(name: N): EntityParser<N> =>
  (value) =>
    parseEntity(name, value);

/** Parses an agreement. See `parseEntity`. @since 0.1.0 */
export const parseAgreement: EntityParser<"Agreement"> = parser("Agreement");

/** Parses an authorization. See `parseEntity`. @since 0.1.0 */
export const parseAuthorization: EntityParser<"Authorization"> = parser("Authorization");

/** Parses a brand. See `parseEntity`. @since 0.1.0 */
export const parseBrand: EntityParser<"Brand"> = parser("Brand");

/** Parses a certificate. See `parseEntity`. @since 0.1.0 */
export const parseCertificate: EntityParser<"Certificate"> = parser("Certificate");

/** Parses a channel member. See `parseEntity`. @since 0.1.0 */
export const parseChannelMember: EntityParser<"ChannelMember"> = parser("ChannelMember");

/** Parses an evidence document. See `parseEntity`. @since 0.1.0 */
export const parseEvidenceDocument: EntityParser<"EvidenceDocument"> = parser("EvidenceDocument");

/** Parses an invoice. See `parseEntity`. @since 0.1.0 */
export const parseInvoice: EntityParser<"Invoice"> = parser("Invoice");

/** Parses a lead. See `parseEntity`. @since 0.1.0 */
export const parseLead: EntityParser<"Lead"> = parser("Lead");

/** Parses an order. See `parseEntity`. @since 0.1.0 */
export const parseOrder: EntityParser<"Order"> = parser("Order");

/** Parses an organisation. See `parseEntity`. @since 0.1.0 */
export const parseOrganisation: EntityParser<"Organisation"> = parser("Organisation");

/** Parses an outlet. See `parseEntity`. @since 0.1.0 */
export const parseOutlet: EntityParser<"Outlet"> = parser("Outlet");

/** Parses a participant. See `parseEntity`. @since 0.1.0 */
export const parseParticipant: EntityParser<"Participant"> = parser("Participant");

/** Parses a payment. See `parseEntity`. @since 0.1.0 */
export const parsePayment: EntityParser<"Payment"> = parser("Payment");

/** Parses a price list. See `parseEntity`. @since 0.1.0 */
export const parsePriceList: EntityParser<"PriceList"> = parser("PriceList");

/** Parses a product. See `parseEntity`. @since 0.1.0 */
export const parseProduct: EntityParser<"Product"> = parser("Product");

/** Parses a product return. See `parseEntity`. @since 0.1.0 */
export const parseProductReturn: EntityParser<"ProductReturn"> = parser("ProductReturn");

/** Parses a project. See `parseEntity`. @since 0.1.0 */
export const parseProject: EntityParser<"Project"> = parser("Project");

/** Parses a quota. See `parseEntity`. @since 0.1.0 */
export const parseQuota: EntityParser<"Quota"> = parser("Quota");

/** Parses a repair case. See `parseEntity`. @since 0.1.0 */
export const parseRepairCase: EntityParser<"RepairCase"> = parser("RepairCase");

/** Parses a sale line. See `parseEntity`. @since 0.1.0 */
export const parseSaleLine: EntityParser<"SaleLine"> = parser("SaleLine");

/** Parses a shipment. See `parseEntity`. @since 0.1.0 */
export const parseShipment: EntityParser<"Shipment"> = parser("Shipment");

/** Parses a staff member. See `parseEntity`. @since 0.1.0 */
export const parseStaffMember: EntityParser<"StaffMember"> = parser("StaffMember");

/** Parses a stock report. See `parseEntity`. @since 0.1.0 */
export const parseStockReport: EntityParser<"StockReport"> = parser("StockReport");

/** Parses a territory. See `parseEntity`. @since 0.1.0 */
export const parseTerritory: EntityParser<"Territory"> = parser("Territory");

/** Parses a ticket. See `parseEntity`. @since 0.1.0 */
export const parseTicket: EntityParser<"Ticket"> = parser("Ticket");

/** Parses a training session. See `parseEntity`. @since 0.1.0 */
export const parseTrainingSession: EntityParser<"TrainingSession"> = parser("TrainingSession");

/** Parses a visit. See `parseEntity`. @since 0.1.0 */
export const parseVisit: EntityParser<"Visit"> = parser("Visit");
