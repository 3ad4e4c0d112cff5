import { AdmissionPolicySchema, AgentRankingPolicySchema } from "../admission/schema.js";
import { AgreementPolicySchema } from "../agreements/schema.js";
import {
  CreditLinePolicySchema,
  PaymentTroublePolicySchema,
  RepeatedPaymentPolicySchema,
  ReplacementDecisionPolicySchema,
  RetaliationPolicySchema,
} from "../credit/game-schema.js";
import {
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
import {
  CreditLimitPolicySchema,
  CreditPolicySchema,
  DunningLadderSchema,
  ExposurePolicySchema,
  LimitProposalPolicySchema,
  OrdersDecisionPolicySchema,
  PaymentTermSchema,
} from "../credit/schema.js";
import { ScorecardSchema } from "../engine/schema.js";
import { IncentiveProgrammeSchema, SellThroughPolicySchema } from "../incentives/schema.js";
import { MemberPolicySchema } from "../lifecycle/schema.js";
import { NetworkPolicySchema } from "../network/schema.js";
import {
  ChannelsPolicySchema,
  DueReviewPolicySchema,
  IndicatorPolicySchema,
  MemberPeriodsPolicySchema,
  MembersPolicySchema,
  ProgrammeTierPolicySchema,
  ReviewPolicySchema,
} from "../performance/schema.js";
import { PricePolicySchema } from "../pricing/schema.js";
import { QuotaPolicySchema, WaterfallPolicySchema } from "../profit-sharing/schema.js";
import {
  AccountStatementPolicySchema,
  AccrualPolicySchema,
  DisputePolicySchema,
  EarningsSettlementPolicySchema,
  JournalChartSchema,
  PayablePolicySchema,
  PaymentRunPolicySchema,
  ReceiptReleasePolicySchema,
  SettlementCalendarPolicySchema,
  StatementApprovalPolicySchema,
} from "../settlement/accounts/account-schema.js";
import {
  ClaimValidationPolicySchema,
  CoopAccrualPolicySchema,
  DeductionPolicySchema,
  DepositChargePolicySchema,
  DepositRefundPolicySchema,
  FundPolicySchema,
  ShipAndDebitAgreementSchema,
  StockRotationPolicySchema,
  ViolationPolicySchema,
} from "../settlement/claims/claim-schema.js";
import { AccumulatorPolicySchema } from "../settlement/schema.js";

/** The schema of every policy, by the policy's name. */
export const policySchemas = {
  AccountStatementPolicy: AccountStatementPolicySchema,
  AccrualPolicy: AccrualPolicySchema,
  AccumulatorPolicy: AccumulatorPolicySchema,
  AdmissionPolicy: AdmissionPolicySchema,
  AgeingPolicy: AgeingPolicySchema,
  AgentRankingPolicy: AgentRankingPolicySchema,
  AgreementPolicy: AgreementPolicySchema,
  ArrearsPolicy: ArrearsPolicySchema,
  ChannelsPolicy: ChannelsPolicySchema,
  ClaimValidationPolicy: ClaimValidationPolicySchema,
  CollateralPolicy: CollateralPolicySchema,
  CoopAccrualPolicy: CoopAccrualPolicySchema,
  CreditDocumentPolicy: CreditDocumentPolicySchema,
  CreditLimitPolicy: CreditLimitPolicySchema,
  CreditLinePolicy: CreditLinePolicySchema,
  CreditPolicy: CreditPolicySchema,
  CreditReviewPolicy: CreditReviewPolicySchema,
  CreditScorecard: CreditScorecardSchema,
  DeductionPolicy: DeductionPolicySchema,
  DepositChargePolicy: DepositChargePolicySchema,
  DepositPolicy: DepositPolicySchema,
  DepositRefundPolicy: DepositRefundPolicySchema,
  DiscountCostPolicy: DiscountCostPolicySchema,
  DisputePolicy: DisputePolicySchema,
  DueReviewPolicy: DueReviewPolicySchema,
  DunningLadder: DunningLadderSchema,
  EarningsSettlementPolicy: EarningsSettlementPolicySchema,
  ExposurePolicy: ExposurePolicySchema,
  FundPolicy: FundPolicySchema,
  IncentiveProgramme: IncentiveProgrammeSchema,
  IndicatorPolicy: IndicatorPolicySchema,
  InterestPolicy: InterestPolicySchema,
  JournalChart: JournalChartSchema,
  LimitProposalPolicy: LimitProposalPolicySchema,
  MemberPeriodsPolicy: MemberPeriodsPolicySchema,
  MemberPolicy: MemberPolicySchema,
  MembersPolicy: MembersPolicySchema,
  NetworkPolicy: NetworkPolicySchema,
  OrdersDecisionPolicy: OrdersDecisionPolicySchema,
  PayablePolicy: PayablePolicySchema,
  PaymentAllocationPolicy: PaymentAllocationPolicySchema,
  PaymentRunPolicy: PaymentRunPolicySchema,
  PaymentTerm: PaymentTermSchema,
  PaymentTroublePolicy: PaymentTroublePolicySchema,
  PricePolicy: PricePolicySchema,
  ProgrammeTierPolicy: ProgrammeTierPolicySchema,
  QuotaPolicy: QuotaPolicySchema,
  ReceiptReleasePolicy: ReceiptReleasePolicySchema,
  RepeatedPaymentPolicy: RepeatedPaymentPolicySchema,
  ReplacementDecisionPolicy: ReplacementDecisionPolicySchema,
  RetaliationPolicy: RetaliationPolicySchema,
  ReviewPolicy: ReviewPolicySchema,
  SalesOutstandingPolicy: SalesOutstandingPolicySchema,
  Scorecard: ScorecardSchema,
  SellThroughPolicy: SellThroughPolicySchema,
  SettlementCalendarPolicy: SettlementCalendarPolicySchema,
  ShipAndDebitAgreement: ShipAndDebitAgreementSchema,
  StatementApprovalPolicy: StatementApprovalPolicySchema,
  StockRotationPolicy: StockRotationPolicySchema,
  ViolationPolicy: ViolationPolicySchema,
  WaterfallPolicy: WaterfallPolicySchema,
};

/** The names of the policies. */
export type PolicyName = keyof typeof policySchemas;
