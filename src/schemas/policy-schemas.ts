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
import { AccumulatorPolicySchema } from "../settlement/schema.js";

/** The schema of every policy, by the policy's name. */
export const policySchemas = {
  AccumulatorPolicy: AccumulatorPolicySchema,
  AdmissionPolicy: AdmissionPolicySchema,
  AgentRankingPolicy: AgentRankingPolicySchema,
  AgreementPolicy: AgreementPolicySchema,
  CreditPolicy: CreditPolicySchema,
  DunningLadder: DunningLadderSchema,
  IncentiveProgramme: IncentiveProgrammeSchema,
  LimitProposalPolicy: LimitProposalPolicySchema,
  MemberPolicy: MemberPolicySchema,
  MembersPolicy: MembersPolicySchema,
  NetworkPolicy: NetworkPolicySchema,
  PaymentTerm: PaymentTermSchema,
  PricePolicy: PricePolicySchema,
  ProgrammeTierPolicy: ProgrammeTierPolicySchema,
  QuotaPolicy: QuotaPolicySchema,
  ReviewPolicy: ReviewPolicySchema,
  Scorecard: ScorecardSchema,
  WaterfallPolicy: WaterfallPolicySchema,
};

/** The names of the policies. */
export type PolicyName = keyof typeof policySchemas;
