/**
 * Unknown values in, entities, policies and stored records out: the schemas behind every noun, and parsers that list all faults with their
 * places.
 *
 * This is the only way into the library that loads zod; calculators and rules never need it. Parse where data enters the host
 * (a request, a file, a queue), keep the typed result, and no verb will ever meet a malformed value. Faults are messages like all others:
 * `renderMessage` shows them in Chinese and English, with `catalogue` of `qudao/i18n`, or, for entities alone, with `entityMessages`.
 *
 * @zh
 * 未知的数据进，名词、政策与存档记录出：每个名词背后的模式，以及列出全部错误及其位置的解析函数。
 *
 * 这是全库唯一会加载 zod 的入口；计算与规则从不需要它。在数据进入宿主的地方（请求、文件、队列）解析，保留带类型的结果，此后任何函数都不会遇到不合格式的值。错误与其他消息并无不同：用 `renderMessage` 与 `qudao/i18n` 的 `catalogue` 即可显示中英文；只解析名词时，`entityMessages` 就够了。
 *
 * @module
 */

export { CandidateStateSchema } from "../admission/candidate-schema.js";
export { AdmissionPolicySchema, AgentRankingPolicySchema } from "../admission/schema.js";
export { AgreementLifeSchema } from "../agreements/life-schema.js";
export { AgreementPolicySchema } from "../agreements/schema.js";
export {
  CreditLinePolicySchema,
  PaymentTroublePolicySchema,
  RepeatedPaymentPolicySchema,
  ReplacementDecisionPolicySchema,
  RetaliationPolicySchema,
} from "../credit/game-schema.js";
export {
  AgeingPolicySchema,
  ArrearsPolicySchema,
  CollateralPolicySchema,
  CreditDocumentPolicySchema,
  CreditReviewPolicySchema,
  CreditScorecardSchema,
  DepositPolicySchema,
  DiscountCostPolicySchema,
  InterestPolicySchema,
  PaymentAllocationPolicySchema,
  SalesOutstandingPolicySchema,
} from "../credit/ledger-schema.js";
export { CreditAccountSchema, OpenItemSchema, OrderHoldSchema, ReplacementCaseSchema } from "../credit/record-schema.js";
export {
  CreditLimitPolicySchema,
  CreditPolicySchema,
  DunningLadderSchema,
  ExposurePolicySchema,
  LimitProposalPolicySchema,
  OrdersDecisionPolicySchema,
  PaymentTermSchema,
} from "../credit/schema.js";
export { ProcedureRunSchema, ProcedureTemplateSchema } from "../engine/procedure-schema.js";
export { CriterionDataSchema, ScorecardSchema, TierScheduleSchema } from "../engine/schema.js";
export type { ParseFault } from "../entities/parse-fault.js";
export {
  ChannelMemberSchema,
  OrganisationSchema,
  OutletSchema,
  ParticipantSchema,
  StaffMemberSchema,
  TerritorySchema,
} from "../entities/schema/participants.js";
export {
  CertificateSchema,
  LeadSchema,
  ProjectSchema,
  RepairCaseSchema,
  TicketSchema,
  TrainingSessionSchema,
  VisitSchema,
} from "../entities/schema/support.js";
export {
  AgreementSchema,
  AuthorizationSchema,
  BrandSchema,
  EvidenceDocumentSchema,
  PriceListSchema,
  ProductSchema,
} from "../entities/schema/terms.js";
export {
  InvoiceSchema,
  OrderSchema,
  PaymentSchema,
  ProductReturnSchema,
  QuotaSchema,
  SaleLineSchema,
  ShipmentSchema,
  StockReportSchema,
} from "../entities/schema/trade.js";
export { IncentivePolicyLifeSchema } from "../incentives/life-schema.js";
export {
  CapPolicySchema,
  ClawbackPolicySchema,
  DrawPolicySchema,
  GuaranteePolicySchema,
  IncentiveBudgetPolicySchema,
  PayoutPlanPolicySchema,
} from "../incentives/limit-schema.js";
export {
  ContestPolicySchema,
  CreditSplitPolicySchema,
  IncentiveAttributionPolicySchema,
  IncentivePackagePolicySchema,
  LintPolicySchema,
  OverridePolicySchema,
  ProgrammeComparisonPolicySchema,
  ProgrammeProrationPolicySchema,
  QuotaSplitPolicySchema,
  ReferralFeePolicySchema,
  RewardDecisionPolicySchema,
  SpiffPolicySchema,
  StackingPolicySchema,
} from "../incentives/policy-schema.js";
export { IncentiveProgrammeSchema, SellThroughPolicySchema } from "../incentives/schema.js";
export { ExchangePolicySchema, UnitTableSchema } from "../kernel/money-schema.js";
export { PeriodRuleSchema, ScheduleSchema, WorkCalendarSchema } from "../kernel/time-schema.js";
export { MemberPolicySchema } from "../lifecycle/schema.js";
export { MemberStateSchema } from "../lifecycle/state-schema.js";
export { NetworkPolicySchema } from "../network/schema.js";
export {
  ChannelsPolicySchema,
  DueReviewPolicySchema,
  IndicatorPolicySchema,
  MemberPeriodsPolicySchema,
  MembersPolicySchema,
  ProgrammeTierPolicySchema,
  ReviewPolicySchema,
} from "../performance/schema.js";
export { PricePolicySchema } from "../pricing/schema.js";
export { QuotaPolicySchema, WaterfallPolicySchema } from "../profit-sharing/schema.js";
export {
  AccountStatementPolicySchema,
  AccrualPolicySchema,
  DisputePolicySchema,
  EarningsSettlementPolicySchema,
  GoodsSettlementPolicySchema,
  IncentiveEntryPolicySchema,
  JournalChartSchema,
  PayablePolicySchema,
  PaymentRunPolicySchema,
  ReceiptReleasePolicySchema,
  SettlementCalendarPolicySchema,
  StatementApprovalPolicySchema,
} from "../settlement/accounts/account-schema.js";
export {
  ChannelClaimSchema,
  ClaimLifeSchema,
  ClaimValidationPolicySchema,
  CoopAccrualPolicySchema,
  DeductionPolicySchema,
  DepositChargePolicySchema,
  DepositRefundPolicySchema,
  FundEntrySchema,
  FundPolicySchema,
  ShipAndDebitAgreementSchema,
  StockRotationPolicySchema,
  ViolationPolicySchema,
} from "../settlement/claims/claim-schema.js";
export { AccumulatorPolicySchema, SimulationPolicySchema } from "../settlement/schema.js";
export { DisputeSchema, StatementApprovalSchema } from "../settlement/statements/life-schema.js";
export {
  AccountStatementSchema,
  AccrualEntrySchema,
  GoodsEntrySchema,
  SettlementEntrySchema,
} from "../settlement/statements/record-schema.js";
export { SettlementSchema, StatementSchema } from "../settlement/statements/settle-schema.js";
export { buildJsonSchemas, type JsonSchema } from "./build-json-schemas.js";
export {
  parseAgreement,
  parseAuthorization,
  parseBrand,
  parseCertificate,
  parseChannelMember,
  parseEvidenceDocument,
  parseInvoice,
  parseLead,
  parseOrder,
  parseOrganisation,
  parseOutlet,
  parseParticipant,
  parsePayment,
  parsePriceList,
  parseProduct,
  parseProductReturn,
  parseProject,
  parseQuota,
  parseRepairCase,
  parseSaleLine,
  parseShipment,
  parseStaffMember,
  parseStockReport,
  parseTerritory,
  parseTicket,
  parseTrainingSession,
  parseVisit,
} from "./entity-parsers.js";
export { type EntityName, entitySchemas } from "./entity-schemas.js";
export { type Entity, type EntityParser, parseEntity } from "./parse-entity.js";
export { type Policy, type PolicyParser, parsePolicy } from "./parse-policy.js";
export { parseRecord, type RecordParser, type StoredRecord } from "./parse-record.js";
export { parseWith } from "./parse-with.js";
export {
  parseAccountStatementPolicy,
  parseAccrualPolicy,
  parseAccumulatorPolicy,
  parseAdmissionPolicy,
  parseAgeingPolicy,
  parseAgentRankingPolicy,
  parseAgreementPolicy,
  parseArrearsPolicy,
  parseCapPolicy,
  parseChannelsPolicy,
  parseClaimValidationPolicy,
  parseClawbackPolicy,
  parseCollateralPolicy,
  parseContestPolicy,
  parseCoopAccrualPolicy,
  parseCreditDocumentPolicy,
  parseCreditLimitPolicy,
  parseCreditLinePolicy,
  parseCreditPolicy,
  parseCreditReviewPolicy,
  parseCreditScorecard,
  parseCreditSplitPolicy,
  parseCriterionData,
  parseDeductionPolicy,
  parseDepositChargePolicy,
  parseDepositPolicy,
  parseDepositRefundPolicy,
  parseDiscountCostPolicy,
  parseDisputePolicy,
  parseDrawPolicy,
  parseDueReviewPolicy,
  parseDunningLadder,
  parseEarningsSettlementPolicy,
  parseExchangePolicy,
  parseExposurePolicy,
  parseFundPolicy,
  parseGoodsSettlementPolicy,
  parseGuaranteePolicy,
  parseIncentiveAttributionPolicy,
  parseIncentiveBudgetPolicy,
  parseIncentiveEntryPolicy,
  parseIncentivePackagePolicy,
  parseIncentiveProgramme,
  parseIndicatorPolicy,
  parseInterestPolicy,
  parseJournalChart,
  parseLimitProposalPolicy,
  parseLintPolicy,
  parseMemberPeriodsPolicy,
  parseMemberPolicy,
  parseMembersPolicy,
  parseNetworkPolicy,
  parseOrdersDecisionPolicy,
  parseOverridePolicy,
  parsePayablePolicy,
  parsePaymentAllocationPolicy,
  parsePaymentRunPolicy,
  parsePaymentTerm,
  parsePaymentTroublePolicy,
  parsePayoutPlanPolicy,
  parsePricePolicy,
  parseProcedureTemplate,
  parseProgrammeComparisonPolicy,
  parseProgrammeProrationPolicy,
  parseProgrammeTierPolicy,
  parseQuotaPolicy,
  parseQuotaSplitPolicy,
  parseReceiptReleasePolicy,
  parseReferralFeePolicy,
  parseRepeatedPaymentPolicy,
  parseReplacementDecisionPolicy,
  parseRetaliationPolicy,
  parseReviewPolicy,
  parseRewardDecisionPolicy,
  parseSalesOutstandingPolicy,
  parseScorecard,
  parseSellThroughPolicy,
  parseSettlementCalendarPolicy,
  parseShipAndDebitAgreement,
  parseSimulationPolicy,
  parseSpiffPolicy,
  parseStackingPolicy,
  parseStatementApprovalPolicy,
  parseStockRotationPolicy,
  parseTierSchedule,
  parseUnitTable,
  parseViolationPolicy,
  parseWaterfallPolicy,
} from "./policy-parsers.js";
export { type PolicyName, policySchemas } from "./policy-schemas.js";
export {
  parseAccountStatement,
  parseAccrualEntry,
  parseAgreementLife,
  parseCandidateState,
  parseChannelClaim,
  parseClaimLife,
  parseCreditAccount,
  parseDispute,
  parseFundEntry,
  parseGoodsEntry,
  parseIncentivePolicyLife,
  parseMemberState,
  parseOpenItem,
  parseOrderHold,
  parseProcedureRun,
  parseReplacementCase,
  parseSettlement,
  parseSettlementEntry,
  parseStatement,
  parseStatementApproval,
} from "./record-parsers.js";
export { type RecordName, recordSchemas } from "./record-schemas.js";
