/**
 * Who may join (准入): agents and distributors judged by every rule of the policy, nothing skipped and nothing guessed.
 *
 * An application holds what is known; a policy, as JSON, what was agreed. `evaluateAdmission` decides on one, `evaluateAdmissions` on
 * many: admitted, admitted with exceptions, qualified but without a vacancy, sent to a special evaluation, asked for more, or rejected —
 * each with every finding, and with what would have to change and by whom. `agentRules`, `distributorRules` and `specialRules` are the
 * rules in force; a host adds papers and criteria in the policy. `checkAdmissionPolicy` proofreads a policy: the texts leave its
 * thresholds open, and none is guessed. `rankAgentCandidates` puts admitted agents in order, `evaluateQualification` sums up a party's
 * decisions over products and territories.
 *
 * @module
 */

export {
  type AdmissionApplication,
  type AdmissionKind,
  type AdmissionReviewer,
  type AdmissionScope,
  admissionKinds,
} from "./admission-application.js";
export {
  type AdmissionDecision,
  type AdmissionDueDate,
  type AdmissionEvent,
  type AdmissionStatus,
  admissionEvents,
  admissionStatuses,
  type EvaluationRoute,
  evaluationRoutes,
  type NeededChange,
} from "./admission-decision.js";
export {
  type AdjustableRule,
  type AdmissionActor,
  type AdmissionCriterion,
  type AdmissionPaper,
  type AdmissionPolicy,
  type AdmissionPolicyBase,
  type AdmissionRoute,
  type AdmissionTerms,
  type AgentAdmissionPolicy,
  type AgentIndicator,
  type AgentRankingPolicy,
  admissionActors,
  agentIndicators,
  type DistributorAdmissionPolicy,
  type LeastCoverage,
  type LeastOutlets,
  type LeastTurnover,
  type NominationRoute,
  type OriginRoute,
  type OutletThreshold,
  type PeerTurnover,
  type RuleBinding,
  ruleBindings,
  type SpecialEvaluation,
  type TurnoverThreshold,
  textRoutes,
} from "./admission-policy.js";
export { type AdmissionPolicyRemark, type RemarkSeverity, remarkSeverities } from "./admission-policy-remark.js";
export type { AdmissionFacts, AdmissionRule, SpecialScore } from "./admission-rule.js";
export { agentRules } from "./agent-rules.js";
export {
  type Applicant,
  type ApplicantKind,
  type ApplicantManagement,
  type ApplicantOrigin,
  type ApplicantOutletNetwork,
  type ApplicantRatings,
  type ApplicantSalesPlan,
  type ApplicantTeamMember,
  type ArrearsRecord,
  applicantKinds,
  applicantOrigins,
  type BreachRecord,
  type CashFlow,
  type CashFlowBasis,
  cashFlowBases,
  type FeasibilityAnalysis,
  type FlowPeriod,
  flowPeriods,
  type MortgageableProperty,
  type Nomination,
  type NominationEvaluation,
  type NominatorKind,
  type NominatorStatus,
  nominatorKinds,
  nominatorStatuses,
  type PlannedOutlets,
  type PlannedVolume,
  type SalesBasis,
  type SalesCapacity,
  type SalesExperience,
  salesBases,
  type WorkingCapital,
  type WrittenReport,
} from "./applicant.js";
export { checkAdmissionPolicy } from "./check-admission-policy.js";
export {
  type CapitalTurnoverOutcome,
  type CapitalTurnoverPolicy,
  type CapitalTurnoverProblem,
  computeCapitalTurnover,
} from "./compute-capital-turnover.js";
export { distributorRules } from "./distributor-rules.js";
export { evaluateAdmission } from "./evaluate-admission.js";
export { evaluateAdmissions } from "./evaluate-admissions.js";
export {
  evaluateQualification,
  type Qualification,
  type QualificationFacts,
  type QualificationStatus,
  qualificationStatuses,
  type ScopeQualification,
} from "./evaluate-qualification.js";
export { exampleAgentPolicy } from "./example-agent-policy.js";
export { exampleDistributorPolicy } from "./example-distributor-policy.js";
export { type AdmissionCode, admissionMessages } from "./messages.js";
export {
  type AgentCandidate,
  type AgentRanking,
  type RankedAgent,
  rankAgentCandidates,
  type UnrankedAgent,
} from "./rank-agent-candidates.js";
export type { AdmissionRuleCode } from "./rule-messages.js";
export { specialRules } from "./special-rules.js";
