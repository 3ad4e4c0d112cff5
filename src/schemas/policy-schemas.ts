import { AdmissionPolicySchema, AgentRankingPolicySchema } from "../admission/schema.js";
import { AgreementPolicySchema } from "../agreements/schema.js";
import { CreditPolicySchema, DunningLadderSchema, LimitProposalPolicySchema, PaymentTermSchema } from "../credit/schema.js";
import { ScorecardSchema } from "../engine/schema.js";
import { IncentiveProgrammeSchema } from "../incentives/schema.js";
import { MemberPolicySchema } from "../lifecycle/schema.js";
import { NetworkPolicySchema } from "../network/schema.js";
import { MembersPolicySchema, ProgrammeTierPolicySchema, ReviewPolicySchema } from "../performance/schema.js";
import { PricePolicySchema } from "../pricing/schema.js";
import { QuotaPolicySchema, WaterfallPolicySchema } from "../profit-sharing/schema.js";
import {
  AccountStatementPolicySchema,
  AccrualPolicySchema,
  EarningsSettlementPolicySchema,
  JournalChartSchema,
  PayablePolicySchema,
  PaymentRunPolicySchema,
} from "../settlement/accounts/account-schema.js";
import {
  ClaimValidationPolicySchema,
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
  AgentRankingPolicy: AgentRankingPolicySchema,
  AgreementPolicy: AgreementPolicySchema,
  ClaimValidationPolicy: ClaimValidationPolicySchema,
  CreditPolicy: CreditPolicySchema,
  DunningLadder: DunningLadderSchema,
  EarningsSettlementPolicy: EarningsSettlementPolicySchema,
  FundPolicy: FundPolicySchema,
  IncentiveProgramme: IncentiveProgrammeSchema,
  JournalChart: JournalChartSchema,
  LimitProposalPolicy: LimitProposalPolicySchema,
  MemberPolicy: MemberPolicySchema,
  MembersPolicy: MembersPolicySchema,
  NetworkPolicy: NetworkPolicySchema,
  PayablePolicy: PayablePolicySchema,
  PaymentRunPolicy: PaymentRunPolicySchema,
  PaymentTerm: PaymentTermSchema,
  PricePolicy: PricePolicySchema,
  ProgrammeTierPolicy: ProgrammeTierPolicySchema,
  QuotaPolicy: QuotaPolicySchema,
  ReviewPolicy: ReviewPolicySchema,
  Scorecard: ScorecardSchema,
  ShipAndDebitAgreement: ShipAndDebitAgreementSchema,
  StockRotationPolicy: StockRotationPolicySchema,
  ViolationPolicy: ViolationPolicySchema,
  WaterfallPolicy: WaterfallPolicySchema,
};

/** The names of the policies. */
export type PolicyName = keyof typeof policySchemas;
