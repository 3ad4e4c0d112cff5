import { type PolicyParser, parsePolicy } from "./parse-policy.js";
import type { PolicyName } from "./policy-schemas.js";

/** One parser per policy, each a name for `parsePolicy`. */
const parser =
  <N extends PolicyName>(name: N): PolicyParser<N> =>
  (value) =>
    parsePolicy(name, value);

/** Parses the policy of an accumulator. See `parsePolicy`. @since 0.1.0 */
export const parseAccumulatorPolicy: PolicyParser<"AccumulatorPolicy"> = parser("AccumulatorPolicy");

/** Parses an admission policy. See `parsePolicy`. @since 0.1.0 */
export const parseAdmissionPolicy: PolicyParser<"AdmissionPolicy"> = parser("AdmissionPolicy");

/** Parses a policy by which agents are ranked. See `parsePolicy`. @since 0.1.0 */
export const parseAgentRankingPolicy: PolicyParser<"AgentRankingPolicy"> = parser("AgentRankingPolicy");

/** Parses an agreement policy. See `parsePolicy`. @since 0.1.0 */
export const parseAgreementPolicy: PolicyParser<"AgreementPolicy"> = parser("AgreementPolicy");

/** Parses a credit policy. See `parsePolicy`. @since 0.1.0 */
export const parseCreditPolicy: PolicyParser<"CreditPolicy"> = parser("CreditPolicy");

/** Parses a dunning ladder. See `parsePolicy`. @since 0.1.0 */
export const parseDunningLadder: PolicyParser<"DunningLadder"> = parser("DunningLadder");

/** Parses an incentive programme. See `parsePolicy`. @since 0.1.0 */
export const parseIncentiveProgramme: PolicyParser<"IncentiveProgramme"> = parser("IncentiveProgramme");

/** Parses a policy by which credit limits are proposed. See `parsePolicy`. @since 0.1.0 */
export const parseLimitProposalPolicy: PolicyParser<"LimitProposalPolicy"> = parser("LimitProposalPolicy");

/** Parses a policy for the lives of members. See `parsePolicy`. @since 0.1.0 */
export const parseMemberPolicy: PolicyParser<"MemberPolicy"> = parser("MemberPolicy");

/** Parses a policy by which the members of a period are scored. See `parsePolicy`. @since 0.1.0 */
export const parseMembersPolicy: PolicyParser<"MembersPolicy"> = parser("MembersPolicy");

/** Parses a network policy. See `parsePolicy`. @since 0.1.0 */
export const parseNetworkPolicy: PolicyParser<"NetworkPolicy"> = parser("NetworkPolicy");

/** Parses a payment term. See `parsePolicy`. @since 0.1.0 */
export const parsePaymentTerm: PolicyParser<"PaymentTerm"> = parser("PaymentTerm");

/** Parses a price policy. See `parsePolicy`. @since 0.1.0 */
export const parsePricePolicy: PolicyParser<"PricePolicy"> = parser("PricePolicy");

/** Parses a policy of programme tiers. See `parsePolicy`. @since 0.1.0 */
export const parseProgrammeTierPolicy: PolicyParser<"ProgrammeTierPolicy"> = parser("ProgrammeTierPolicy");

/** Parses a policy of profit quotas. See `parsePolicy`. @since 0.1.0 */
export const parseQuotaPolicy: PolicyParser<"QuotaPolicy"> = parser("QuotaPolicy");

/** Parses a review policy. See `parsePolicy`. @since 0.1.0 */
export const parseReviewPolicy: PolicyParser<"ReviewPolicy"> = parser("ReviewPolicy");

/** Parses a scorecard. See `parsePolicy`. @since 0.1.0 */
export const parseScorecard: PolicyParser<"Scorecard"> = parser("Scorecard");

/** Parses a waterfall. See `parsePolicy`. @since 0.1.0 */
export const parseWaterfallPolicy: PolicyParser<"WaterfallPolicy"> = parser("WaterfallPolicy");
