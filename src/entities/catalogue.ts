/** What a participant of the channel can be. Each has its own member in the union `Participant`. */
export const participantKinds = [
  "manufacturer",
  "factory_office",
  "agent",
  "distributor",
  "trial_distributor",
  "system_integrator",
  "contractor",
  "industry_customer",
  "retailer",
  "own_store",
  "direct_sales",
  "e_commerce_platform",
  "social_media",
  "broker_store",
  "supplier",
] as const;
/** What a participant of the channel is. */
export type ParticipantKind = (typeof participantKinds)[number];

/** The sizes of integrators, contractors and customers that rules tell apart. */
export const participantScales = ["ordinary", "large"] as const;
/** Whether a participant counts as large, by the policy of the manufacturer. */
export type ParticipantScale = (typeof participantScales)[number];

/** The kinds of enterprise that dealers are. */
export const businessTypes = ["trading_company", "engineering_company", "manufacturing_company", "service_company", "sole_trader"] as const;
/** What kind of enterprise a dealer is. */
export type BusinessType = (typeof businessTypes)[number];

/** What a dealer can offer beside the goods. */
export const supportingCapabilities = [
  "warehousing",
  "delivery",
  "solution_design",
  "installation",
  "technical_support",
  "repair",
  "financing",
] as const;
/** Something that a dealer offers beside the goods. */
export type SupportingCapability = (typeof supportingCapabilities)[number];

/** Whether a dealer can grow. */
export const expandabilities = ["expandable", "not_expandable"] as const;
/** Whether a dealer could grow beyond what it is now. */
export type Expandability = (typeof expandabilities)[number];

/** How an end customer decides. */
export const buyingModes = ["guided", "self_directed"] as const;
/** Whether a customer follows a specifier or adviser, or chooses by itself. */
export type BuyingMode = (typeof buyingModes)[number];

/** The levels of territories, widest first. */
export const territoryLevels = ["country", "region", "province", "city", "district", "site"] as const;
/** How wide a territory is. */
export type TerritoryLevel = (typeof territoryLevels)[number];

/** The stages of a product's life, in their order. */
export const productStages = ["introduction", "growth", "maturity", "decline"] as const;
/** Where a product stands in its life cycle. */
export type ProductStage = (typeof productStages)[number];

/** Whether a product can be sold without technical guidance. */
export const technicalGuidances = ["needed", "not_needed"] as const;
/** Whether whoever sells a product must be able to guide its use. */
export type TechnicalGuidance = (typeof technicalGuidances)[number];

/** Whether prices are written with tax. */
export const taxTreatments = ["tax_included", "tax_excluded"] as const;
/** Whether tax is in a price. */
export type TaxTreatment = (typeof taxTreatments)[number];

/** What a manufacturer can authorize a dealer to be. */
export const authorizationKinds = ["agency", "distribution", "trial"] as const;
/** What an authorization makes its holder. */
export type AuthorizationKind = (typeof authorizationKinds)[number];

/** Whether others may be authorized for the same territory and products. */
export const exclusivities = ["exclusive", "non_exclusive"] as const;
/** Whether the holder is the only one. */
export type Exclusivity = (typeof exclusivities)[number];

/** The kinds of agreement in a channel. */
export const agreementKinds = ["agency", "distribution", "trial", "cooperation", "supply"] as const;
/** What an agreement is about. */
export type AgreementKind = (typeof agreementKinds)[number];

/** The clauses that channel agreements are made of. */
export const clauseKinds = [
  "parties",
  "products",
  "term",
  "territory",
  "rights_and_obligations",
  "profit_sharing",
  "sales_policy",
  "price_policy",
  "market_support",
  "after_sales",
  "payment",
  "credit",
  "exclusivity",
  "compensation",
  "confidentiality",
  "product_cooperation",
  "resource_sharing",
  "cooperative_advertising",
  "territory_protection",
  "brand_use",
  "evaluation",
  "amendment",
  "renewal",
  "termination",
  "automatic_end",
  "exit_assistance",
  "fee_settlement",
] as const;
/** What a clause settles. */
export type ClauseKind = (typeof clauseKinds)[number];

/** The ways in which an agreement can have goods paid for. */
export const paymentArrangements = ["prepayment", "cash_on_delivery", "credit", "instalment", "acceptance_bill"] as const;
/** When and how the price of goods is owed, as agreed. */
export type PaymentArrangement = (typeof paymentArrangements)[number];

/** The ways in which a member can earn. */
export const remunerationModels = ["margin", "commission", "profit_sharing"] as const;
/** From what a member earns: the price difference, a commission, or a share of the profit. */
export type RemunerationModel = (typeof remunerationModels)[number];

/** What the compensation of an exclusivity makes good. */
export const compensationParts = ["lost_profit", "risk_income"] as const;
/** A loss that the manufacturer makes good: the profit of the like products given up, or the income for the added risk. */
export type CompensationPart = (typeof compensationParts)[number];

/** The resources that parties of an agreement share. */
export const sharedResourceKinds = ["customer_data", "outlets", "materials", "technology", "other"] as const;
/** What is shared. */
export type SharedResourceKind = (typeof sharedResourceKinds)[number];

/** The documents that prove something about a participant, a product or a case. */
export const evidenceKinds = [
  "business_registration",
  "tax_registration",
  "unified_business_licence",
  "bank_account",
  "real_estate",
  "credit_certificate",
  "financial_statement",
  "team_data",
  "management_data",
  "sales_plan",
  "feasibility_analysis",
  "written_report",
  "written_authorization",
  "signed_agreement",
  "production_licence",
  "sales_licence",
  "compliance_certificate",
  "sales_proof",
  "traced_code",
  "performance_proof",
  "other",
] as const;
/** What a document proves. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** How far a document has been checked. */
export const evidenceStatuses = ["submitted", "verified", "refused"] as const;
/** Whether a document has been checked, and with what result. */
export type EvidenceStatus = (typeof evidenceStatuses)[number];

/** Why goods come back. */
export const returnReasons = ["unsold", "defective", "wrong_delivery", "recalled", "other"] as const;
/** Why goods came back. */
export type ReturnReason = (typeof returnReasons)[number];

/** The directions of an invoice. */
export const invoiceKinds = ["invoice", "credit_note"] as const;
/** Whether an invoice asks for money or gives it back. */
export type InvoiceKind = (typeof invoiceKinds)[number];

/** The ways of paying. */
export const paymentMethods = ["bank_transfer", "acceptance_bill", "cash", "card", "online", "offset"] as const;
/** How money was paid. */
export type PaymentMethod = (typeof paymentMethods)[number];

/** The conditions of goods in stock. */
export const stockStates = ["sellable", "in_transit", "blocked"] as const;
/** Whether goods in stock can be sold. */
export type StockState = (typeof stockStates)[number];

/** The activities that bring customers. */
export const outreachActivities = [
  "area_leafleting",
  "fixed_roadshow",
  "telemarketing",
  "market_linkage",
  "e_commerce",
  "key_account",
] as const;
/** How a customer was reached. */
export type OutreachActivity = (typeof outreachActivities)[number];

/** The kinds of visit. */
export const visitKinds = ["customer_visit", "return_visit"] as const;
/** Who visited whom. */
export type VisitKind = (typeof visitKinds)[number];

/** What customers ask the service for. */
export const ticketTopics = ["question", "technical_support", "delivery", "repair", "complaint"] as const;
/** What a ticket is about. */
export type TicketTopic = (typeof ticketTopics)[number];

/** The priorities of tickets, lowest first. */
export const ticketPriorities = ["low", "normal", "high", "urgent"] as const;
/** How urgent a ticket is. */
export type TicketPriority = (typeof ticketPriorities)[number];

/** How a repair case can end. */
export const repairResults = ["repaired", "replaced", "rejected"] as const;
/** How a repair case ended. */
export type RepairResult = (typeof repairResults)[number];

/** The subjects that members are trained in. */
export const trainingTopics = [
  "product_knowledge",
  "product_technology",
  "sales_skills",
  "sales_strategy",
  "market_insight",
  "market_intelligence",
  "market_promotion",
  "marketing",
  "marketing_strategy",
  "management_knowledge",
  "after_sales",
  "channel_strategy",
] as const;
/** What a training is about. */
export type TrainingTopic = (typeof trainingTopics)[number];

/** The ways of training. */
export const trainingFormats = ["course", "online", "seminar"] as const;
/** How a training is held. */
export type TrainingFormat = (typeof trainingFormats)[number];

/** When in a member's life it is trained. */
export const trainingStages = ["candidate", "onboarding", "ongoing"] as const;
/** Whether those trained are candidates, new or established members. */
export type TrainingStage = (typeof trainingStages)[number];

/** The phases of a project, in their order; monitoring runs beside execution. */
export const projectPhases = ["initiation", "planning", "execution", "monitoring", "closing"] as const;
/** Where a project stands. */
export type ProjectPhase = (typeof projectPhases)[number];

/** The posts that a channel department and its projects fill. */
export const staffRoles = [
  "department_head",
  "channel_manager",
  "channel_specialist",
  "channel_assistant",
  "sales_staff",
  "marketing_staff",
  "customer_service_staff",
  "project_manager",
  "project_member",
  "food_safety_staff",
] as const;
/** What a staff member is responsible for. */
export type StaffRole = (typeof staffRoles)[number];

/** The directions of a sale line. */
export const saleLineKinds = ["sale", "return"] as const;
/** Whether a line was sold or taken back. */
export type SaleLineKind = (typeof saleLineKinds)[number];

/** What may happen to a sale that makes a line of it, in the order of time. `received`: one of several payments; `paid`: paid in full. */
export const saleLineEvents = ["ordered", "delivered", "invoiced", "received", "paid"] as const;
/** The event a sale line is of. */
export type SaleLineEvent = (typeof saleLineEvents)[number];
