import { type PolicyParser, parsePolicy } from "./parse-policy.js";
import type { PolicyName } from "./policy-schemas.js";

/** One parser per policy, each a name for `parsePolicy`. */
const parser =
  <N extends PolicyName>(name: N): PolicyParser<N> =>
  (value) =>
    parsePolicy(name, value);

/** Parses a policy of statements of account. See `parsePolicy`. @since 0.1.0 */
export const parseAccountStatementPolicy: PolicyParser<"AccountStatementPolicy"> = parser("AccountStatementPolicy");

/** Parses a policy of accruals. See `parsePolicy`. @since 0.1.0 */
export const parseAccrualPolicy: PolicyParser<"AccrualPolicy"> = parser("AccrualPolicy");

/** Parses the policy of an accumulator. See `parsePolicy`. @since 0.1.0 */
export const parseAccumulatorPolicy: PolicyParser<"AccumulatorPolicy"> = parser("AccumulatorPolicy");

/** Parses an admission policy. See `parsePolicy`. @since 0.1.0 */
export const parseAdmissionPolicy: PolicyParser<"AdmissionPolicy"> = parser("AdmissionPolicy");

/** Parses a policy of ageing. See `parsePolicy`. @since 0.1.0 */
export const parseAgeingPolicy: PolicyParser<"AgeingPolicy"> = parser("AgeingPolicy");

/** Parses a policy by which agents are ranked. See `parsePolicy`. @since 0.1.0 */
export const parseAgentRankingPolicy: PolicyParser<"AgentRankingPolicy"> = parser("AgentRankingPolicy");

/** Parses an agreement policy. See `parsePolicy`. @since 0.1.0 */
export const parseAgreementPolicy: PolicyParser<"AgreementPolicy"> = parser("AgreementPolicy");

/** Parses a policy of arrears. See `parsePolicy`. @since 0.1.0 */
export const parseArrearsPolicy: PolicyParser<"ArrearsPolicy"> = parser("ArrearsPolicy");

/** Parses a policy of caps over several earnings. See `parsePolicy`. @since 0.1.0 */
export const parseCapPolicy: PolicyParser<"CapPolicy"> = parser("CapPolicy");

/** Parses a policy by which channels are compared. See `parsePolicy`. @since 0.1.0 */
export const parseChannelsPolicy: PolicyParser<"ChannelsPolicy"> = parser("ChannelsPolicy");

/** Parses a policy by which claims are validated. See `parsePolicy`. @since 0.1.0 */
export const parseClaimValidationPolicy: PolicyParser<"ClaimValidationPolicy"> = parser("ClaimValidationPolicy");

/** Parses a policy by which earnings are taken back. See `parsePolicy`. @since 0.1.0 */
export const parseClawbackPolicy: PolicyParser<"ClawbackPolicy"> = parser("ClawbackPolicy");

/** Parses a policy of the value of collateral. See `parsePolicy`. @since 0.1.0 */
export const parseCollateralPolicy: PolicyParser<"CollateralPolicy"> = parser("CollateralPolicy");

/** Parses a policy of a contest. See `parsePolicy`. @since 0.1.0 */
export const parseContestPolicy: PolicyParser<"ContestPolicy"> = parser("ContestPolicy");

/** Parses a policy of co-op accruals. See `parsePolicy`. @since 0.1.0 */
export const parseCoopAccrualPolicy: PolicyParser<"CoopAccrualPolicy"> = parser("CoopAccrualPolicy");

/** Parses a policy of which documents are exposure. See `parsePolicy`. @since 0.1.0 */
export const parseCreditDocumentPolicy: PolicyParser<"CreditDocumentPolicy"> = parser("CreditDocumentPolicy");

/** Parses a policy by which a credit limit is found. See `parsePolicy`. @since 0.1.0 */
export const parseCreditLimitPolicy: PolicyParser<"CreditLimitPolicy"> = parser("CreditLimitPolicy");

/** Parses a policy of self-enforcing credit lines. See `parsePolicy`. @since 0.1.0 */
export const parseCreditLinePolicy: PolicyParser<"CreditLinePolicy"> = parser("CreditLinePolicy");

/** Parses a credit policy. See `parsePolicy`. @since 0.1.0 */
export const parseCreditPolicy: PolicyParser<"CreditPolicy"> = parser("CreditPolicy");

/** Parses a policy of credit reviews. See `parsePolicy`. @since 0.1.0 */
export const parseCreditReviewPolicy: PolicyParser<"CreditReviewPolicy"> = parser("CreditReviewPolicy");

/** Parses a scorecard of credit. See `parsePolicy`. @since 0.1.0 */
export const parseCreditScorecard: PolicyParser<"CreditScorecard"> = parser("CreditScorecard");

/** Parses a policy by which sales are credited. See `parsePolicy`. @since 0.1.0 */
export const parseCreditSplitPolicy: PolicyParser<"CreditSplitPolicy"> = parser("CreditSplitPolicy");

/** Parses a criterion of the host's own. See `parsePolicy`. @since 0.1.0 */
export const parseCriterionData: PolicyParser<"CriterionData"> = parser("CriterionData");

/** Parses a policy of deductions. See `parsePolicy`. @since 0.1.0 */
export const parseDeductionPolicy: PolicyParser<"DeductionPolicy"> = parser("DeductionPolicy");

/** Parses a policy of charges to deposits. See `parsePolicy`. @since 0.1.0 */
export const parseDepositChargePolicy: PolicyParser<"DepositChargePolicy"> = parser("DepositChargePolicy");

/** Parses a policy of deposits. See `parsePolicy`. @since 0.1.0 */
export const parseDepositPolicy: PolicyParser<"DepositPolicy"> = parser("DepositPolicy");

/** Parses a policy of refunds of deposits. See `parsePolicy`. @since 0.1.0 */
export const parseDepositRefundPolicy: PolicyParser<"DepositRefundPolicy"> = parser("DepositRefundPolicy");

/** Parses a policy of the cost of cash discounts. See `parsePolicy`. @since 0.1.0 */
export const parseDiscountCostPolicy: PolicyParser<"DiscountCostPolicy"> = parser("DiscountCostPolicy");

/** Parses a policy of disputes. See `parsePolicy`. @since 0.1.0 */
export const parseDisputePolicy: PolicyParser<"DisputePolicy"> = parser("DisputePolicy");

/** Parses a policy of draws. See `parsePolicy`. @since 0.1.0 */
export const parseDrawPolicy: PolicyParser<"DrawPolicy"> = parser("DrawPolicy");

/** Parses a policy of when reviews fall due. See `parsePolicy`. @since 0.1.0 */
export const parseDueReviewPolicy: PolicyParser<"DueReviewPolicy"> = parser("DueReviewPolicy");

/** Parses a dunning ladder. See `parsePolicy`. @since 0.1.0 */
export const parseDunningLadder: PolicyParser<"DunningLadder"> = parser("DunningLadder");

/** Parses a policy by which earnings are settled. See `parsePolicy`. @since 0.1.0 */
export const parseEarningsSettlementPolicy: PolicyParser<"EarningsSettlementPolicy"> = parser("EarningsSettlementPolicy");

/** Parses a policy of exchange. See `parsePolicy`. @since 0.1.0 */
export const parseExchangePolicy: PolicyParser<"ExchangePolicy"> = parser("ExchangePolicy");

/** Parses a policy of exposure. See `parsePolicy`. @since 0.1.0 */
export const parseExposurePolicy: PolicyParser<"ExposurePolicy"> = parser("ExposurePolicy");

/** Parses a policy of funds. See `parsePolicy`. @since 0.1.0 */
export const parseFundPolicy: PolicyParser<"FundPolicy"> = parser("FundPolicy");

/** Parses a policy by which free goods are handed over. See `parsePolicy`. @since 0.1.0 */
export const parseGoodsSettlementPolicy: PolicyParser<"GoodsSettlementPolicy"> = parser("GoodsSettlementPolicy");

/** Parses a policy of guarantees. See `parsePolicy`. @since 0.1.0 */
export const parseGuaranteePolicy: PolicyParser<"GuaranteePolicy"> = parser("GuaranteePolicy");

/** Parses a policy by which earnings are spread over sales. See `parsePolicy`. @since 0.1.0 */
export const parseIncentiveAttributionPolicy: PolicyParser<"IncentiveAttributionPolicy"> = parser("IncentiveAttributionPolicy");

/** Parses a policy of an incentive budget. See `parsePolicy`. @since 0.1.0 */
export const parseIncentiveBudgetPolicy: PolicyParser<"IncentiveBudgetPolicy"> = parser("IncentiveBudgetPolicy");

/** Parses a policy by which results of incentives become entries. See `parsePolicy`. @since 0.1.0 */
export const parseIncentiveEntryPolicy: PolicyParser<"IncentiveEntryPolicy"> = parser("IncentiveEntryPolicy");

/** Parses a policy by which packages of incentives are weighed. See `parsePolicy`. @since 0.1.0 */
export const parseIncentivePackagePolicy: PolicyParser<"IncentivePackagePolicy"> = parser("IncentivePackagePolicy");

/** Parses an incentive programme. See `parsePolicy`. @since 0.1.0 */
export const parseIncentiveProgramme: PolicyParser<"IncentiveProgramme"> = parser("IncentiveProgramme");

/** Parses a policy of performance indicators. See `parsePolicy`. @since 0.1.0 */
export const parseIndicatorPolicy: PolicyParser<"IndicatorPolicy"> = parser("IndicatorPolicy");

/** Parses a policy of interest on late payments. See `parsePolicy`. @since 0.1.0 */
export const parseInterestPolicy: PolicyParser<"InterestPolicy"> = parser("InterestPolicy");

/** Parses a chart of accounts. See `parsePolicy`. @since 0.1.0 */
export const parseJournalChart: PolicyParser<"JournalChart"> = parser("JournalChart");

/** Parses a policy by which credit limits are proposed. See `parsePolicy`. @since 0.1.0 */
export const parseLimitProposalPolicy: PolicyParser<"LimitProposalPolicy"> = parser("LimitProposalPolicy");

/** Parses a policy by which programmes are proofread. See `parsePolicy`. @since 0.1.0 */
export const parseLintPolicy: PolicyParser<"LintPolicy"> = parser("LintPolicy");

/** Parses a policy by which members are scored over several periods. See `parsePolicy`. @since 0.1.0 */
export const parseMemberPeriodsPolicy: PolicyParser<"MemberPeriodsPolicy"> = parser("MemberPeriodsPolicy");

/** Parses a policy for the lives of members. See `parsePolicy`. @since 0.1.0 */
export const parseMemberPolicy: PolicyParser<"MemberPolicy"> = parser("MemberPolicy");

/** Parses a policy by which the members of a period are scored. See `parsePolicy`. @since 0.1.0 */
export const parseMembersPolicy: PolicyParser<"MembersPolicy"> = parser("MembersPolicy");

/** Parses a network policy. See `parsePolicy`. @since 0.1.0 */
export const parseNetworkPolicy: PolicyParser<"NetworkPolicy"> = parser("NetworkPolicy");

/** Parses a policy by which many orders are decided. See `parsePolicy`. @since 0.1.0 */
export const parseOrdersDecisionPolicy: PolicyParser<"OrdersDecisionPolicy"> = parser("OrdersDecisionPolicy");

/** Parses a policy of overrides. See `parsePolicy`. @since 0.1.0 */
export const parseOverridePolicy: PolicyParser<"OverridePolicy"> = parser("OverridePolicy");

/** Parses a policy of payables. See `parsePolicy`. @since 0.1.0 */
export const parsePayablePolicy: PolicyParser<"PayablePolicy"> = parser("PayablePolicy");

/** Parses a policy by which payments are allocated. See `parsePolicy`. @since 0.1.0 */
export const parsePaymentAllocationPolicy: PolicyParser<"PaymentAllocationPolicy"> = parser("PaymentAllocationPolicy");

/** Parses a policy of payment runs. See `parsePolicy`. @since 0.1.0 */
export const parsePaymentRunPolicy: PolicyParser<"PaymentRunPolicy"> = parser("PaymentRunPolicy");

/** Parses a payment term. See `parsePolicy`. @since 0.1.0 */
export const parsePaymentTerm: PolicyParser<"PaymentTerm"> = parser("PaymentTerm");

/** Parses a policy of payment trouble. See `parsePolicy`. @since 0.1.0 */
export const parsePaymentTroublePolicy: PolicyParser<"PaymentTroublePolicy"> = parser("PaymentTroublePolicy");

/** Parses a policy by which payouts are planned. See `parsePolicy`. @since 0.1.0 */
export const parsePayoutPlanPolicy: PolicyParser<"PayoutPlanPolicy"> = parser("PayoutPlanPolicy");

/** Parses a price policy. See `parsePolicy`. @since 0.1.0 */
export const parsePricePolicy: PolicyParser<"PricePolicy"> = parser("PricePolicy");

/** Parses a template of a procedure. See `parsePolicy`. @since 0.1.0 */
export const parseProcedureTemplate: PolicyParser<"ProcedureTemplate"> = parser("ProcedureTemplate");

/** Parses a comparison of two versions of a programme. See `parsePolicy`. @since 0.1.0 */
export const parseProgrammeComparisonPolicy: PolicyParser<"ProgrammeComparisonPolicy"> = parser("ProgrammeComparisonPolicy");

/** Parses a policy by which programmes are prorated. See `parsePolicy`. @since 0.1.0 */
export const parseProgrammeProrationPolicy: PolicyParser<"ProgrammeProrationPolicy"> = parser("ProgrammeProrationPolicy");

/** Parses a policy of programme tiers. See `parsePolicy`. @since 0.1.0 */
export const parseProgrammeTierPolicy: PolicyParser<"ProgrammeTierPolicy"> = parser("ProgrammeTierPolicy");

/** Parses a policy of profit quotas. See `parsePolicy`. @since 0.1.0 */
export const parseQuotaPolicy: PolicyParser<"QuotaPolicy"> = parser("QuotaPolicy");

/** Parses a policy by which payments of customers release earnings. See `parsePolicy`. @since 0.1.0 */
export const parseReceiptReleasePolicy: PolicyParser<"ReceiptReleasePolicy"> = parser("ReceiptReleasePolicy");

/** Parses a policy of divided quotas. See `parsePolicy`. @since 0.1.0 */
export const parseQuotaSplitPolicy: PolicyParser<"QuotaSplitPolicy"> = parser("QuotaSplitPolicy");

/** Parses a policy of referral fees. See `parsePolicy`. @since 0.1.0 */
export const parseReferralFeePolicy: PolicyParser<"ReferralFeePolicy"> = parser("ReferralFeePolicy");

/** Parses a policy of repeated payment. See `parsePolicy`. @since 0.1.0 */
export const parseRepeatedPaymentPolicy: PolicyParser<"RepeatedPaymentPolicy"> = parser("RepeatedPaymentPolicy");

/** Parses a policy by which replacements are decided. See `parsePolicy`. @since 0.1.0 */
export const parseReplacementDecisionPolicy: PolicyParser<"ReplacementDecisionPolicy"> = parser("ReplacementDecisionPolicy");

/** Parses a policy of retaliation. See `parsePolicy`. @since 0.1.0 */
export const parseRetaliationPolicy: PolicyParser<"RetaliationPolicy"> = parser("RetaliationPolicy");

/** Parses a review policy. See `parsePolicy`. @since 0.1.0 */
export const parseReviewPolicy: PolicyParser<"ReviewPolicy"> = parser("ReviewPolicy");

/** Parses a policy of rewards and penalties. See `parsePolicy`. @since 0.1.0 */
export const parseRewardDecisionPolicy: PolicyParser<"RewardDecisionPolicy"> = parser("RewardDecisionPolicy");

/** Parses a policy of days sales outstanding. See `parsePolicy`. @since 0.1.0 */
export const parseSalesOutstandingPolicy: PolicyParser<"SalesOutstandingPolicy"> = parser("SalesOutstandingPolicy");

/** Parses a scorecard. See `parsePolicy`. @since 0.1.0 */
export const parseScorecard: PolicyParser<"Scorecard"> = parser("Scorecard");

/** Parses a policy of sell-through. See `parsePolicy`. @since 0.1.0 */
export const parseSellThroughPolicy: PolicyParser<"SellThroughPolicy"> = parser("SellThroughPolicy");

/** Parses a policy of the calendar of settlements. See `parsePolicy`. @since 0.1.0 */
export const parseSettlementCalendarPolicy: PolicyParser<"SettlementCalendarPolicy"> = parser("SettlementCalendarPolicy");

/** Parses an agreement of ship and debit. See `parsePolicy`. @since 0.1.0 */
export const parseShipAndDebitAgreement: PolicyParser<"ShipAndDebitAgreement"> = parser("ShipAndDebitAgreement");

/** Parses a policy of a simulation. See `parsePolicy`. @since 0.1.0 */
export const parseSimulationPolicy: PolicyParser<"SimulationPolicy"> = parser("SimulationPolicy");

/** Parses a policy of a SPIFF. See `parsePolicy`. @since 0.1.0 */
export const parseSpiffPolicy: PolicyParser<"SpiffPolicy"> = parser("SpiffPolicy");

/** Parses a policy by which programmes are combined. See `parsePolicy`. @since 0.1.0 */
export const parseStackingPolicy: PolicyParser<"StackingPolicy"> = parser("StackingPolicy");

/** Parses a policy by which statements are approved. See `parsePolicy`. @since 0.1.0 */
export const parseStatementApprovalPolicy: PolicyParser<"StatementApprovalPolicy"> = parser("StatementApprovalPolicy");

/** Parses a policy of stock rotation. See `parsePolicy`. @since 0.1.0 */
export const parseStockRotationPolicy: PolicyParser<"StockRotationPolicy"> = parser("StockRotationPolicy");

/** Parses a threshold table. See `parsePolicy`. @since 0.1.0 */
export const parseTierSchedule: PolicyParser<"TierSchedule"> = parser("TierSchedule");

/** Parses a table of units. See `parsePolicy`. @since 0.1.0 */
export const parseUnitTable: PolicyParser<"UnitTable"> = parser("UnitTable");

/** Parses a policy of charges for violations. See `parsePolicy`. @since 0.1.0 */
export const parseViolationPolicy: PolicyParser<"ViolationPolicy"> = parser("ViolationPolicy");

/** Parses a waterfall. See `parsePolicy`. @since 0.1.0 */
export const parseWaterfallPolicy: PolicyParser<"WaterfallPolicy"> = parser("WaterfallPolicy");
